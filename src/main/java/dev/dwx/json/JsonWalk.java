package dev.dwx.json;

import java.util.List;
import java.util.Map;

/** Walks values read from JSON, which may have anything anywhere: a way that breaks off leads to nothing, never to an error. */
public final class JsonWalk {
    private JsonWalk() {
    }

    /** The value at the end of a way, or {@code null} where the way breaks off. */
    public static Object at(Object value, String... way) {
        Object here = value;
        for (String key : way) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return here;
    }

    /** A text that says something, a number as its digits, a Boolean as its word; {@code null} for anything else and for a blank. */
    public static String text(Object value, String... way) {
        Object here = at(value, way);
        String text = here instanceof CharSequence || here instanceof Number || here instanceof Boolean ? here.toString() : "";
        return text.isBlank() ? null : text;
    }

    /** The elements of a list; none for anything else. */
    public static List<?> list(Object value, String... way) {
        return at(value, way) instanceof List<?> list ? list : List.of();
    }
}
