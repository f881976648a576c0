package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiJsonReader;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.CatalogException;
import dev.dwx.catalog.Provenance;
import dev.dwx.texts.Texts;
import java.time.Instant;
import java.util.List;

/** The service's metadata of one operation, {@code api.json}, plain or in the portal's wrapper. */
final class SingleApiSource implements CatalogSource {
    private final String version;
    private final String operation;
    private final String location;
    private final String language;

    /**
     * @param version API version of the operation; the document does not repeat it
     * @param operation exact name
     * @param location address or file
     * @param language {@code EN_US}, {@code ZH_CN} or {@code null}
     */
    SingleApiSource(String version, String operation, String location, String language) {
        this.version = version;
        this.operation = operation;
        this.location = location;
        this.language = language;
    }

    @Override
    public String id() {
        return "api-" + version + "-" + operation;
    }

    @Override
    public String name() {
        return "api";
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
        return fetcher.get(ApiDocsSource.withLanguage(location, language), known);
    }

    @Override
    public SourceResult read(byte[] content, Instant fetched) throws SourceFailure {
        try {
            ApiOperation found = new ApiJsonReader(new Provenance(name(), location, fetched, true))
                    .read(version, operation, content);
            if (!found.described()) {
                throw new SourceFailure(Texts.of("{0}: describes nothing", location));
            }
            return new SourceResult(List.of(new FoundOperation(found, Fact.ALL)), List.of(), List.of());
        } catch (CatalogException e) {
            throw new SourceFailure(location + ": " + e.getMessage(), e);
        }
    }
}
