package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiDocsReader;
import dev.dwx.catalog.ApiDocument;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.CatalogException;
import dev.dwx.catalog.Provenance;
import dev.dwx.texts.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The service's own metadata of one version, {@code api-docs.json}, from the API portal or a file. It is taken only
 * if it says that it is of this product and version: an error page or a neighbour's document must not pass. Hosts
 * that it names are never used.
 */
final class ApiDocsSource implements CatalogSource {
    private final String version;
    private final String location;
    private final String language;

    /**
     * @param version API version that the document must be of
     * @param location address or file
     * @param language {@code EN_US} or {@code ZH_CN}, asked for as a query of the address; {@code null} for the
     *     portal's choice
     */
    ApiDocsSource(String version, String location, String language) {
        this.version = version;
        this.location = location;
        this.language = language;
    }

    /** API version that the document is of. */
    String version() {
        return version;
    }

    @Override
    public String id() {
        return "api-docs-" + version;
    }

    @Override
    public String name() {
        return "api-docs";
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public String language() {
        return language;
    }

    @Override
    public Fetched fetch(Fetcher fetcher, Validators known) throws SourceFailure {
        return fetcher.get(withLanguage(location, language), known);
    }

    /** An address with the language as its query; a file as it is. */
    static String withLanguage(String location, String language) {
        if (language == null || !Fetcher.isAddress(location) || location.contains("language=")) {
            return location;
        }
        return location + (location.indexOf('?') < 0 ? "?" : "&") + "language=" + language;
    }

    @Override
    public SourceResult read(byte[] content, Instant fetched) throws SourceFailure {
        ApiDocument document;
        try {
            document = new ApiDocsReader(new Provenance(name(), location, fetched, true)).read(content);
        } catch (CatalogException e) {
            throw new SourceFailure(location + ": " + e.getMessage(), e);
        }
        if (!ApiCatalog.PRODUCT.equals(document.product()) || !version.equals(document.version())) {
            throw new SourceFailure(Texts.of("{0}: describes {1} {2}, not {3} {4}", location, document.product(), document.version(),
                    ApiCatalog.PRODUCT, version));
        }
        List<FoundOperation> operations = new ArrayList<>();
        List<FoundTitle> titles = new ArrayList<>();
        for (ApiOperation operation : document.operations()) {
            if (!Names.isOperation(operation.name())) {
                continue;
            }
            if (operation.described()) {
                operations.add(new FoundOperation(operation, Fact.ALL));
            } else {
                titles.add(new FoundTitle(version, operation.name(), null, null, ""));
            }
        }
        if (operations.isEmpty() && titles.isEmpty()) {
            throw new SourceFailure(Texts.of("{0}: lists no operations", location));
        }
        List<String> notices = document.refusedHosts().isEmpty()
                ? List.of()
                : List.of(Texts.of("{0}: names hosts that are not the service's ({1}); they are not used", location,
                        Names.line(document.refusedHosts().get(0))));
        return new SourceResult(operations, titles, notices);
    }
}
