package dev.dwx.flowspec.model;

import java.util.List;
import java.util.Map;

/** Walks maps that may have anything anywhere. */
final class SpecMaps {
    private SpecMaps() {
    }

    /** The value at the end of a way, or {@code null} where the way breaks off. */
    static Object at(Object value, String... way) {
        Object here = value;
        for (String key : way) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return here;
    }

    /** A text that says something, a number as its digits; else {@code null}. */
    static String text(Object value, String... way) {
        Object here = at(value, way);
        String text = here instanceof CharSequence || here instanceof Number || here instanceof Boolean ? here.toString() : "";
        return text.isBlank() ? null : text;
    }

    /** The elements of a list; none for anything else. */
    static List<?> list(Object value, String... way) {
        return at(value, way) instanceof List<?> list ? list : List.of();
    }

    /** The map at the end of a way; an empty one for anything else. */
    static Map<String, Object> map(Object value, String... way) {
        return at(value, way) instanceof Map<?, ?> map ? cast(map) : Map.of();
    }

    /** Documents have texts as keys. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }
}
