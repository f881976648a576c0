package dev.dwx.catalog.discovery;

import dev.dwx.catalog.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Fills what a schema does not say from a lesser source's schema of the same value. */
final class SchemaMerge {
    private SchemaMerge() {
    }

    /**
     * @param better what wins
     * @param lesser where gaps are filled from
     * @param limits whether ranges and lengths may be filled too. A source that knows these has said by its silence
     *     that there are none, and an outdated limit would refuse calls that the service takes
     * @param required whether {@code required} is taken from the lesser, the better one not knowing it
     */
    static Schema fill(Schema better, Schema lesser, boolean limits, boolean required) {
        if (better.equals(lesser) || better.ref() != null || lesser.ref() != null) {
            return required ? better.toBuilder().required(lesser.required()).build() : better;
        }
        boolean untyped = better.type() == null || better.type().equals("any") && lesser.type() != null;
        boolean alike = untyped || Objects.equals(better.type(), lesser.type());
        Schema.Builder filled = better.toBuilder()
                .deprecated(better.deprecated() || lesser.deprecated())
                .fileUrl(better.fileUrl() || lesser.fileUrl())
                .description(either(better.description(), lesser.description()))
                .example(either(better.example(), lesser.example()));
        if (required) {
            filled.required(lesser.required());
        }
        if (!alike) {
            return filled.build();
        }
        if (untyped) {
            filled.type(lesser.type());
        }
        filled.format(either(better.format(), lesser.format()));
        filled.defaultValue(either(better.defaultValue(), lesser.defaultValue()));
        if (better.enumeration().isEmpty()) {
            filled.enumeration(lesser.enumeration());
        }
        if (limits) {
            filled.minimum(either(better.minimum(), lesser.minimum()))
                    .maximum(either(better.maximum(), lesser.maximum()))
                    .minLength(either(better.minLength(), lesser.minLength()))
                    .maxLength(either(better.maxLength(), lesser.maxLength()))
                    .minItems(either(better.minItems(), lesser.minItems()))
                    .maxItems(either(better.maxItems(), lesser.maxItems()))
                    .pattern(either(better.pattern(), lesser.pattern()));
        }
        filled.items(inner(better.items(), lesser.items(), limits, required));
        filled.additionalProperties(inner(better.additionalProperties(), lesser.additionalProperties(), limits,
                required));
        filled.properties(fields(better.properties(), lesser.properties(), limits, required));
        return filled.build();
    }

    private static Map<String, Schema> fields(
            Map<String, Schema> better, Map<String, Schema> lesser, boolean limits, boolean required) {
        if (better.isEmpty() || lesser.isEmpty()) {
            return better.isEmpty() ? lesser : better;
        }
        Map<String, Schema> fields = new LinkedHashMap<>();
        better.forEach((name, schema) -> fields.put(name, inner(schema, lesser.get(name), limits, required)));
        return fields;
    }

    private static Schema inner(Schema better, Schema lesser, boolean limits, boolean required) {
        return better == null || lesser == null
                ? either(better, lesser)
                : fill(better, lesser, limits, required);
    }

    static <T> T either(T first, T second) {
        return first == null ? second : first;
    }
}
