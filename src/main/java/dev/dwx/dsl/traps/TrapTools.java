package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Lookups;
import dev.dwx.safety.Redactor;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a guard has at hand.
 *
 * @param lookups reads of its own
 * @param notes where remarks go
 * @param clock the time
 */
record TrapTools(Lookups lookups, TrapNotes notes, Clock clock) {
    /**
     * The body of a read that helps to explain something; {@code null} when it cannot be had, which is never worth a failure
     * of its own.
     *
     * @param arguments names and values in turn; those without a value are left out
     */
    Object read(Context context, String version, String name, Object... arguments) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (arguments[i + 1] != null) {
                named.put((String) arguments[i], arguments[i + 1]);
            }
        }
        try {
            return lookups.operation(version, name).map(operation -> lookups.ask(operation, named, context).body()).orElse(null);
        } catch (ApiException e) {
            return null;
        }
    }

    /** A call that is not sent. */
    static ApiException refusal(ApiOperation operation, List<String> problems, String next) {
        return ApiException.of(ApiException.Stage.NOT_SENT, operation.name(), operation.version()).code("dwx.BadArguments")
                .serviceMessage(Redactor.text(String.join("\n  ", problems))).next(next).build();
    }
}
