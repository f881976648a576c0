package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Schema;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Map;

/** Types and values in a person's words, for messages. */
final class TypeWords {
    private static final int SHOWN = 60;

    private TypeWords() {
    }

    /** What a parameter wants: {@code a whole number}, {@code a list of texts}. */
    static String of(ApiOperation operation, Schema schema) {
        Schema resolved = operation.resolve(schema);
        String type = resolved.type() == null ? resolved.properties().isEmpty() ? "any" : "object" : resolved.type();
        return switch (type) {
            case "string" -> "text";
            case "integer" -> Texts.of("whole number");
            case "number" -> "number";
            case "boolean" -> Texts.of("true or false");
            case "array" -> resolved.items() == null ? "list" : Texts.of("list of {0}", of(operation, resolved.items()));
            case "object" -> "map";
            default -> Texts.of("any value");
        };
    }

    /** What was given: its kind and its beginning. */
    static String given(Object value) {
        String kind = value instanceof CharSequence ? Texts.of("the text") : value instanceof Boolean ? ""
                : value instanceof Double || value instanceof Float ? Texts.of("the floating-point number")
                : value instanceof Number ? Texts.of("the number") : value instanceof Map ? Texts.of("the map")
                : value instanceof List ? Texts.of("the list") : Texts.of("a {0}", value.getClass().getSimpleName());
        if (!(value instanceof CharSequence || value instanceof Number || value instanceof Boolean)) {
            return kind.startsWith("a ") || kind.isEmpty() ? kind : kind.replace("the ", "a ");
        }
        String text = value.toString();
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return (kind + " " + (value instanceof CharSequence ? "'" + shown + "'" : shown)).strip();
    }
}
