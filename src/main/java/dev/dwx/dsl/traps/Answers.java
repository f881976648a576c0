package dev.dwx.dsl.traps;

import dev.dwx.json.JsonWalk;
import java.util.List;
import java.util.Map;

/** Walks answers and arguments, which may have anything anywhere. */
final class Answers {
    private Answers() {
    }

    /** The value at the end of a way, or {@code null} where the way breaks off. */
    static Object at(Object value, String... way) {
        return JsonWalk.at(value, way);
    }

    /** A text or number as text, or {@code null} for nothing, an empty text, a list or a map. */
    static String text(Object value, String... way) {
        Object here = at(value, way);
        if (here == null || here instanceof Map || here instanceof List) {
            return null;
        }
        String text = here.toString();
        return text.isBlank() ? null : text;
    }

    /** The elements of a list; none for anything else. */
    static List<?> list(Object value, String... way) {
        return JsonWalk.list(value, way);
    }

    static boolean isDigits(String text) {
        if (text == null || text.isEmpty()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether an id is one of Data Studio, which have about 19 digits, and not one of the scheduler's shorter ones. */
    static boolean isStudioId(Object id) {
        String text = id == null ? "" : id.toString();
        return text.length() >= 17 && isDigits(text);
    }
}
