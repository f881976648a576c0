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
    private final Supplier<String> version;
    private ApiCatalog read;
    private String readFor;
    private Map<String, ApiSummary> names;
    private OperationSearch search;

    /** @param version the API version that a bare name means first; asked at each look */
    Operations(Supplier<ApiCatalog> catalog, Supplier<String> version) {
        this.catalog = catalog;
        this.version = version;
    }

    /** The operation that is called. */
    Optional<ApiOperation> find(Callee callee) {
        return catalog.get().meant(callee.operation(), callee.pin(), version.get());
    }

    /** The operation that a word of the language calls, whatever version bare names mean. */
    Optional<ApiOperation> ofWord(String name) {
        return catalog.get().meant(name, null, null);
    }

    /** All operations of all versions. */
    List<ApiSummary> all() {
        return catalog.get().list();
    }

    /** The version that a bare name means first. */
    String preferred() {
        return version.get();
    }

    /** The regions that the service is known to be in. */
    List<String> regions() {
        List<String> regions = new ArrayList<>();
        List<String> versions = catalog.get().versions();
        for (RegionEndpoint endpoint : versions.isEmpty() ? List.<RegionEndpoint>of() : catalog.get().endpoints(versions.get(0))) {
            regions.add(endpoint.regionId());
        }
        return regions;
    }

    /** Each name once, in the version that it means. */
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
        String preferred = version.get();
        if (read != current || !preferred.equals(readFor)) {
            Map<String, ApiSummary> all = new LinkedHashMap<>();
            for (ApiSummary summary : current.list()) {
                if (summary.version().equals(preferred)) {
                    all.put(summary.name(), summary);
                }
            }
            for (ApiSummary summary : current.list()) {
                all.putIfAbsent(summary.name(), summary);
            }
            names = all;
            search = new OperationSearch(List.copyOf(all.values()));
            read = current;
            readFor = preferred;
        }
    }
}
