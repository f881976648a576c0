package dev.dwx.repl.complete;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.OperationSearch;
import dev.dwx.catalog.RegionEndpoint;
import dev.dwx.repl.complete.CompletionContext.Callee;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The catalog as completion looks at it; read again when a refresh has brought another one. */
final class Operations {
    private final Supplier<ApiCatalog> catalog;
    private ApiCatalog read;
    private Map<String, ApiSummary> names;
    private OperationSearch search;

    Operations(Supplier<ApiCatalog> catalog) {
        this.catalog = catalog;
    }

    /** The operation that is called; the newest version first where none is asked for. */
    Optional<ApiOperation> find(Callee callee) {
        return catalog.get().meant(callee.operation(), callee.pin(), null);
    }

    /** All operations of all versions. */
    List<ApiSummary> all() {
        return catalog.get().list();
    }

    /** The version that a bare name means first. */
    String newest() {
        List<String> versions = catalog.get().versions();
        return versions.isEmpty() ? "" : versions.get(0);
    }

    /** The regions that the service is known to be in. */
    List<String> regions() {
        List<String> regions = new ArrayList<>();
        for (RegionEndpoint endpoint : catalog.get().endpoints(newest())) {
            regions.add(endpoint.regionId());
        }
        return regions;
    }

    /** Each name once, in the newest version that has it. */
    synchronized Map<String, ApiSummary> names() {
        read();
        return names;
    }

    /** Finds by words of names, summaries and categories; words that are in none of them are left out. Gives what it has when it is enough. */
    synchronized List<ApiSummary> search(String words, BooleanSupplier enough) {
        read();
        return search.findMost(words, enough);
    }

    private void read() {
        ApiCatalog current = catalog.get();
        if (read != current) {
            Map<String, ApiSummary> all = new LinkedHashMap<>();
            for (ApiSummary summary : current.list()) {
                all.putIfAbsent(summary.name(), summary);
            }
            names = all;
            search = new OperationSearch(List.copyOf(all.values()));
            read = current;
        }
    }
}
