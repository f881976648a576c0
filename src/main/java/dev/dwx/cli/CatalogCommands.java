package dev.dwx.cli;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.NearNames;
import dev.dwx.catalog.OperationSearch;
import dev.dwx.catalog.SignatureCard;
import dev.dwx.catalog.discovery.Discovery;
import dev.dwx.catalog.discovery.RefreshReport;
import dev.dwx.dsl.traps.TrapTable;
import dev.dwx.texts.Texts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * {@code apis}, {@code describe} and {@code refresh}: what the catalog knows, as values and texts. Neither the language
 * nor the wire library is loaded for them.
 */
final class CatalogCommands {
    private final Discovery discovery;
    private final Clock clock;

    CatalogCommands(Discovery discovery, Clock clock) {
        this.discovery = discovery;
        this.clock = clock;
    }

    /** The operations that fit the words, best first; all of them for no words. One map each, in shown order. */
    List<Object> apis(List<String> words) {
        List<ApiSummary> all = discovery.open().list();
        List<ApiSummary> found = words.isEmpty() ? all : new OperationSearch(all).find(String.join(" ", words));
        List<Object> rows = new ArrayList<>(found.size());
        for (ApiSummary one : found) {
            rows.add(one.row());
        }
        return rows;
    }

    /**
     * The card of an operation: of the version that is named ({@code 2020:ListFiles}), else of the default one, else of
     * the other.
     *
     * @param version the default version
     * @return the text, or empty when there is no such operation; {@link #unknown} then tells what is near
     */
    Optional<String> describe(String name, String version, int width) {
        String operation = name.substring(name.indexOf(':') + 1);
        String first = name.startsWith("2020") ? ApiCatalog.V2020 : name.startsWith("2024") ? ApiCatalog.V2024 : version;
        String second = first.equals(ApiCatalog.V2024) ? ApiCatalog.V2020 : ApiCatalog.V2024;
        ApiCatalog catalog = discovery.open();
        Optional<ApiOperation> here = catalog.find(first, operation);
        Optional<ApiOperation> there = catalog.find(second, operation);
        if (!(here.isPresent() ? here : there).filter(ApiOperation::described).isPresent()) {
            here = discovery.lookUp(first, operation).or(() -> catalog.find(first, operation));
            there = here.isPresent() ? there : discovery.lookUp(second, operation);
        }
        if (here.isEmpty() && name.indexOf(':') > 0) {
            return Optional.empty();
        }
        Optional<ApiOperation> shown = here.isPresent() ? here : there;
        Optional<ApiOperation> other = here.isPresent() ? there : Optional.empty();
        return shown.map(one -> new SignatureCard(one, other.orElse(null), TrapTable.of(one.name())).text(width, clock.instant()));
    }

    /**
     * What to say of a name that no catalog has.
     *
     * @param search how operations are looked for here
     */
    String unknown(String name, String search) {
        TreeSet<String> names = new TreeSet<>();
        discovery.open().list().forEach(one -> names.add(one.name()));
        List<String> near = NearNames.ofOperation(name.substring(name.indexOf(':') + 1), names);
        return Texts.of("there is no operation {0}{1}\n  next: {2} finds operations by words", name,
                near.isEmpty() ? "" : Texts.of("; perhaps {0}?", String.join(", ", near)), search);
    }

    /** How many operations each version has: {@code (2024-05-18: 358, 2020-05-18: 315)}. */
    static String byVersion(List<ApiSummary> all) {
        long newer = all.stream().filter(one -> one.version().equals(ApiCatalog.V2024)).count();
        return Texts.of("({0}: {1}, {2}: {3})", ApiCatalog.V2024, newer, ApiCatalog.V2020, all.size() - newer);
    }

    RefreshReport refresh() {
        return discovery.refresh();
    }
}
