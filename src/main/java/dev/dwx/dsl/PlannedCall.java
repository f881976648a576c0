package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.CallTarget;
import dev.dwx.safety.Risk;
import dev.dwx.safety.RiskRules;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A call that is checked and not sent yet: what the steps of the line hand to each other.
 *
 * @param operation what is called
 * @param arguments by parameter name, checked and converted; in the order in which they were given
 * @param filled those of them that came from the context
 * @param context where and how
 * @param risk what it may do
 */
public record PlannedCall(ApiOperation operation, Map<String, Object> arguments, Map<String, Object> filled,
        Context context, Risk risk) {

    static PlannedCall of(ApiOperation operation, Map<String, Object> arguments, Map<String, Object> filled,
            Context context) {
        return new PlannedCall(operation, arguments, filled, context, RiskRules.of(operation, arguments));
    }

    /** The same call with an argument more, or another value for it. */
    public PlannedCall with(String parameter, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(arguments);
        changed.put(parameter, value);
        return of(operation, changed, filled, context);
    }

    /** Where it goes. */
    public CallTarget target() {
        return new CallTarget(context.region(), context.watcher());
    }
}
