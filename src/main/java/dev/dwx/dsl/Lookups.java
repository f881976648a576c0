package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.safety.Risk;
import dev.dwx.safety.RiskRules;
import java.util.Map;
import java.util.Optional;

/**
 * Reads that dwx makes by itself: to find a project's id, to say what a delete would touch, to settle a lost answer. Nothing but
 * reads ever goes this way.
 */
public final class Lookups {
    private final OperationNames names;
    private final Departure departure;

    Lookups(OperationNames names, Departure departure) {
        this.names = names;
        this.departure = departure;
    }

    /** A read operation of that name, or nothing when the catalog has none, or one that may change something. */
    public Optional<ApiOperation> operation(String version, String name) {
        return names.known(version, name).filter(operation -> RiskRules.of(operation, Map.of()) == Risk.READ);
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
            throw new IllegalArgumentException(operation.label() + " is no read.");
        }
        return departure.send(operation, arguments, Map.of(), context);
    }
}
