package dev.dwx.repl.tour;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.safety.Risk;
import dev.dwx.safety.RiskRules;
import java.util.Map;

/**
 * A call that the service answered well while a tour went on.
 *
 * @param arguments as they were sent, times in the form of the wire
 * @param body the answer
 */
record Heard(ApiOperation operation, Map<String, Object> arguments, Object body) {
    static Heard of(Map<String, Object> arguments, ApiAnswer answer) {
        return new Heard(answer.operation(), Map.copyOf(withoutNulls(arguments)), answer.body());
    }

    boolean is(String name) {
        return operation.name().equals(name);
    }

    Risk risk() {
        return RiskRules.of(operation, arguments);
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> arguments) {
        Map<String, Object> kept = new java.util.LinkedHashMap<>(arguments);
        kept.values().removeIf(java.util.Objects::isNull);
        return kept;
    }
}
