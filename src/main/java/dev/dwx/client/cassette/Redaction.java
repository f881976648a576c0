package dev.dwx.client.cassette;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Takes the secrets out of what is recorded; the rules are the caller's.
 *
 * @param byName arguments of an operation, by parameter
 * @param held a body, which may hold JSON
 * @param free free text; never given {@code null}
 */
public record Redaction(BiFunction<String, Map<String, Object>, Map<String, Object>> byName, UnaryOperator<String> held,
        UnaryOperator<String> free) {
    Map<String, Object> arguments(String operation, Map<String, Object> arguments) {
        return byName.apply(operation, arguments);
    }

    String body(String text) {
        return held.apply(text);
    }

    String text(String text) {
        return text == null ? null : free.apply(text);
    }
}
