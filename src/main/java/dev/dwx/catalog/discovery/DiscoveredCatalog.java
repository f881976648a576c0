package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.RegionEndpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The catalog as discovery knows it at one moment: the compiled catalog of the cache, or the program's snapshot
 * where there is none, and over it the operations that were looked up one by one. Those are read when they are
 * asked for, so that a start touches nothing but the index.
 *
 * <p>An operation that only a list names is found too, not
 * {@linkplain ApiOperation#described() described}: it exists, but how it is called has to be looked up.
 */
public final class DiscoveredCatalog implements ApiCatalog {
    private final ApiCatalog base;
    private final Map<OperationKey, ApiOperation> looked;
    private final Singles kept;
    private volatile Map<OperationKey, ApiOperation> extras;
    private volatile List<ApiSummary> list;

    /**
     * @param base the index
     * @param looked operations looked up in this session
     * @param kept operations looked up in earlier sessions
     */
    DiscoveredCatalog(ApiCatalog base, Map<OperationKey, ApiOperation> looked, Singles kept) {
        this.base = base;
        this.looked = Map.copyOf(looked);
        this.kept = kept;
    }

    ApiCatalog base() {
        return base;
    }

    /** The operations looked up in this session, over another index. */
    DiscoveredCatalog over(ApiCatalog index) {
        return new DiscoveredCatalog(index, looked, kept);
    }

    /** This catalog and one operation more. */
    DiscoveredCatalog with(ApiOperation operation) {
        Map<OperationKey, ApiOperation> more = new TreeMap<>(looked);
        more.put(OperationKey.of(operation), operation);
        return new DiscoveredCatalog(base, more, kept);
    }

    @Override
    public List<String> versions() {
        List<String> known = base.versions();
        Set<String> versions = new HashSet<>(known);
        boolean more = false;
        for (OperationKey key : looked.keySet()) {
            more |= versions.add(key.version());
        }
        if (!more) {
            return known;
        }
        List<String> sorted = new ArrayList<>(versions);
        sorted.sort(Comparator.reverseOrder());
        return sorted;
    }

    @Override
    public List<ApiSummary> list() {
        List<ApiSummary> known = list;
        if (known == null) {
            known = merged(extras());
            list = known;
        }
        return known;
    }

    private List<ApiSummary> merged(Map<OperationKey, ApiOperation> extras) {
        if (extras.isEmpty()) {
            return base.list();
        }
        Map<OperationKey, ApiSummary> all = new TreeMap<>();
        for (ApiSummary summary : base.list()) {
            all.put(new OperationKey(summary.version(), summary.name()), summary);
        }
        extras.forEach((key, o) -> all.put(key, new ApiSummary(o.version(), o.name(), o.summary(), o.category(),
                o.categoryZh(), o.deprecated())));
        return List.copyOf(all.values());
    }

    @Override
    public List<RegionEndpoint> endpoints(String version) {
        return base.endpoints(version);
    }

    @Override
    public boolean contains(String version, String name) {
        return base.contains(version, name) || find(version, name).isPresent();
    }

    @Override
    public Optional<ApiOperation> find(String version, String name) {
        if (version == null || name == null) {
            return Optional.empty();
        }
        Optional<ApiOperation> found = base.find(version, name);
        if (found.isPresent() && found.get().described()) {
            return found;
        }
        ApiOperation extra = extras().get(new OperationKey(version, name));
        return extra == null ? found : Optional.of(extra);
    }

    /** What was looked up and the index lacks. */
    private Map<OperationKey, ApiOperation> extras() {
        Map<OperationKey, ApiOperation> known = extras;
        if (known == null) {
            known = new TreeMap<>();
            for (OperationKey key : kept.keys()) {
                if (!described(key)) {
                    put(known, kept.operation(key).orElse(null));
                }
            }
            for (Map.Entry<OperationKey, ApiOperation> entry : looked.entrySet()) {
                if (!described(entry.getKey())) {
                    put(known, entry.getValue());
                }
            }
            extras = known;
        }
        return known;
    }

    private void put(Map<OperationKey, ApiOperation> operations, ApiOperation operation) {
        if (operation != null) {
            ApiOperation named = base.find(operation.version(), operation.name()).orElse(null);
            operations.put(OperationKey.of(operation),
                    named == null ? operation : OperationMerge.complete(operation, named));
        }
    }

    private boolean described(OperationKey key) {
        return base.find(key.version(), key.name()).filter(ApiOperation::described).isPresent();
    }
}
