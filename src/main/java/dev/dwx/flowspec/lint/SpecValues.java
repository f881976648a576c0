package dev.dwx.flowspec.lint;

import dev.dwx.catalog.ResponseShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Walks a document that may have anything anywhere. */
final class SpecValues {
    private SpecValues() {
    }

    /** The value at the end of a way, or {@code null} where the way breaks off. */
    static Object at(Object value, String... way) {
        return ResponseShape.at(value, Arrays.asList(way));
    }

    /** A text that says something, or {@code null}. */
    static String text(Object value, String... way) {
        Object here = at(value, way);
        String text = here == null || here instanceof Map || here instanceof List ? "" : here.toString().strip();
        return text.isEmpty() ? null : text;
    }

    /** The elements of a list; none for anything else. */
    static List<?> list(Object value, String... way) {
        return at(value, way) instanceof List<?> list ? list : List.of();
    }

    /** The {@code data} of output artifacts. */
    static List<String> data(Object entity, String side) {
        List<String> data = new ArrayList<>();
        for (Object port : list(entity, side, "nodeOutputs")) {
            String name = port instanceof Map ? text(port, "data") : port instanceof String whole ? whole : null;
            if (name != null) {
                data.add(name);
            }
        }
        return data;
    }

    static String quoted(Object value) {
        return value instanceof String ? "'" + value + "'" : String.valueOf(value);
    }
}
