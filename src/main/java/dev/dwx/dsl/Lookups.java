package dev.dwx.dsl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.safety.Risk;
import dev.dwx.safety.RiskRules;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads that dwx makes by itself: to find a project's id, to say what a delete would touch, to settle a lost answer. Nothing but
 * reads ever goes this way.
 */
public final class Lookups {
    private final OperationNames names;
    private final Departure departure;
    private volatile Lists lists;

    Lookups(OperationNames names, Departure departure) {
        this.names = names;
        this.departure = departure;
    }

    /** A read operation of that name, or nothing when the catalog has none, or one that may change something. */
    public Optional<ApiOperation> operation(String version, String name) {
        return names.known(version, name).filter(operation -> RiskRules.of(operation, Map.of()) == Risk.READ);
    }

    /** Every read of a version whose name begins with {@code List}; decoded once for each catalog. */
    public List<ApiOperation> lists(String version) {
        ApiCatalog catalog = names.catalog();
        Lists known = lists;
        if (known == null || known.of != catalog) {
            known = new Lists(catalog, new ConcurrentHashMap<>());
            lists = known;
        }
        return known.byVersion.computeIfAbsent(version, wanted -> {
            List<ApiOperation> found = new ArrayList<>();
            for (ApiSummary summary : catalog.list()) {
                if (summary.version().equals(wanted) && summary.name().startsWith("List")) {
                    operation(wanted, summary.name()).ifPresent(found::add);
                }
            }
            return List.copyOf(found);
        });
    }

    private record Lists(ApiCatalog of, Map<String, List<ApiOperation>> byVersion) {
    }

    /**
     * Asks the service.
     *
     * @param arguments by parameter name, in the types that the parameters take
     * @throws ApiException when the read failed
     * @throws IllegalArgumentException when the operation is no read
     */
    public ApiAnswer ask(ApiOperation operation, Map<String, Object> arguments, Context context) {
        if (RiskRules.of(operation, arguments) != Risk.READ) {
            throw new IllegalArgumentException(Texts.of("{0} is no read.", operation.label()));
        }
        return departure.send(operation, arguments, Map.of(), context);
    }
}
