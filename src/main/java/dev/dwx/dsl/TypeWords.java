package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Schema;
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
            case "integer" -> "whole number";
            case "number" -> "number";
            case "boolean" -> "true or false";
            case "array" -> resolved.items() == null ? "list" : "list of " + of(operation, resolved.items());
            case "object" -> "map";
            default -> "any value";
        };
    }

    /** What was given: its kind and its beginning. */
    static String given(Object value) {
        String kind = value instanceof CharSequence ? "the text" : value instanceof Boolean ? ""
                : value instanceof Double || value instanceof Float ? "the floating-point number"
                : value instanceof Number ? "the number" : value instanceof Map ? "the map"
                : value instanceof List ? "the list" : "a " + value.getClass().getSimpleName();
        if (!(value instanceof CharSequence || value instanceof Number || value instanceof Boolean)) {
            return kind.startsWith("a ") || kind.isEmpty() ? kind : kind.replace("the ", "a ");
        }
        String text = value.toString();
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return (kind + " " + (value instanceof CharSequence ? "'" + shown + "'" : shown)).strip();
    }
}
