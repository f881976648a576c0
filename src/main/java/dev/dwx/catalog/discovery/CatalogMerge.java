package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.Provenance;
import dev.dwx.catalog.Schema;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Merges what all sources found into one list of operations.
 *
 * <p>Which operations exist is the union of all sources. How one is called comes, field by field, from the best
 * source that knows: the service's own metadata, then the MCP tools, then a typed SDK, then the snapshot of the
 * program, last what an earlier merge knew. Group and text come first of all from the help overview. Nothing is
 * ever lost: an operation that the newest lists no longer name stays, marked as not listed.
 */
final class CatalogMerge {
    private final ApiCatalog snapshot;
    private final ApiCatalog earlier;
    private final List<FoundOperation> metadata = new ArrayList<>();
    private final List<FoundOperation> tools = new ArrayList<>();
    private final List<FoundOperation> sdk = new ArrayList<>();
    private final Map<OperationKey, FoundTitle> titles = new HashMap<>();
    private final Map<OperationKey, Provenance> titleSources = new HashMap<>();
    private final List<String> guessed = new ArrayList<>();
    private final Set<String> listedVersions = new HashSet<>();
    private final Set<OperationKey> listed = new HashSet<>();

    /**
     * @param snapshot the floor
     * @param earlier the catalog before, whose operations must not be lost, or {@code null}
     */
    CatalogMerge(ApiCatalog snapshot, ApiCatalog earlier) {
        this.snapshot = snapshot;
        this.earlier = earlier;
    }

    /** Adds what a source found; of sources of one kind, the better first. */
    void add(CatalogSource source, SourceResult result, Provenance provenance) {
        List<FoundOperation> rank = switch (source.name()) {
            case "mcp", "mcp-server" -> tools;
            case "sdk" -> sdk;
            default -> metadata;
        };
        for (FoundOperation found : result.operations()) {
            FoundOperation placed = withVersion(found);
            rank.add(placed);
            OperationKey key = OperationKey.of(placed.operation());
            listed.add(key);
            if (source instanceof ApiDocsSource) {
                listedVersions.add(key.version());
            }
        }
        for (FoundTitle title : result.titles()) {
            OperationKey key = new OperationKey(title.version(), title.name());
            listed.add(key);
            if (source instanceof ApiDocsSource) {
                listedVersions.add(key.version());
                titleSources.putIfAbsent(key, provenance);
            } else {
                titles.putIfAbsent(key, title);
                titleSources.put(key, provenance);
            }
        }
    }

    /** A tool whose list does not say the version: that of the newest version that has the name. */
    private FoundOperation withVersion(FoundOperation found) {
        ApiOperation operation = found.operation();
        if (operation.version() != null) {
            return found;
        }
        String version = ApiCatalog.KNOWN_VERSIONS.get(0);
        for (String candidate : ApiCatalog.KNOWN_VERSIONS) {
            if (listed.contains(new OperationKey(candidate, operation.name()))
                    || snapshot.contains(candidate, operation.name())) {
                version = candidate;
                break;
            }
        }
        return new FoundOperation(Operations.withVersion(operation, version), found.facts());
    }

    /** Every operation, by version (newest first) and name. */
    List<ApiOperation> merge() {
        Map<OperationKey, List<FoundOperation>> ranked = new TreeMap<>();
        for (List<FoundOperation> rank : List.of(metadata, tools, sdk)) {
            for (FoundOperation found : rank) {
                ranked.computeIfAbsent(OperationKey.of(found.operation()), key -> new ArrayList<>()).add(found);
            }
        }
        for (ApiSummary summary : snapshot.list()) {
            snapshot.find(summary.version(), summary.name()).ifPresent(operation ->
                    ranked.computeIfAbsent(OperationKey.of(operation), key -> new ArrayList<>())
                            .add(new FoundOperation(operation, Fact.ALL)));
        }
        for (Map.Entry<OperationKey, Provenance> named : titleSources.entrySet()) {
            ranked.computeIfAbsent(named.getKey(), key -> new ArrayList<>(List.of(
                    new FoundOperation(nameOnly(key, named.getValue()), Fact.of()))));
        }
        addEarlier(ranked);
        List<ApiOperation> merged = new ArrayList<>(ranked.size());
        for (Map.Entry<OperationKey, List<FoundOperation>> entry : ranked.entrySet()) {
            OperationKey key = entry.getKey();
            boolean isListed = listed.contains(key)
                    || !listedVersions.contains(key.version()) && !goneBefore(key);
            if (entry.getValue().stream().noneMatch(FoundOperation::callable)
                    && entry.getValue().stream().anyMatch(found -> found.operation().described())) {
                guessed.add(key.toString());
            }
            merged.add(new OperationMerge(entry.getValue(), titles.get(key)).merge(key, isListed));
        }
        return merged;
    }

    /** What nothing else names any more, or names without saying how it is called. */
    private void addEarlier(Map<OperationKey, List<FoundOperation>> ranked) {
        if (earlier == null) {
            return;
        }
        for (ApiSummary summary : earlier.list()) {
            OperationKey key = new OperationKey(summary.version(), summary.name());
            List<FoundOperation> known = ranked.get(key);
            if (known == null || known.stream().noneMatch(found -> found.operation().described())) {
                earlier.find(key.version(), key.name()).filter(ApiOperation::described).ifPresent(operation ->
                        ranked.computeIfAbsent(key, absent -> new ArrayList<>())
                                .add(new FoundOperation(operation, Fact.ALL)));
            }
        }
    }

    /** What the user should know of the merged catalog, one line each. */
    List<String> notices() {
        if (guessed.isEmpty()) {
            return List.of();
        }
        String names = guessed.size() <= 3
                ? String.join(", ", guessed)
                : Texts.of("{0} and {1} more", String.join(", ", guessed.subList(0, 3)), guessed.size() - 3);
        return List.of(Texts.of("No source says where the parameters of {0} go; the usual place is guessed", names));
    }

    private boolean goneBefore(OperationKey key) {
        return earlier != null && earlier.find(key.version(), key.name())
                .map(operation -> !operation.provenance().listed()).orElse(false);
    }

    private static ApiOperation nameOnly(OperationKey key, Provenance provenance) {
        return new ApiOperation(key.version(), key.name(), List.of(), List.of(), null, null, null, null, null, false,
                null, false, List.of(), Schema.ANY, Map.of(), Map.of(), provenance);
    }
}
