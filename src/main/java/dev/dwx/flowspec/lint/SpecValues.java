package dev.dwx.flowspec.lint;

import dev.dwx.json.JsonWalk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Walks a document that may have anything anywhere. */
final class SpecValues {
    private SpecValues() {
    }

    /** The value at the end of a way, or {@code null} where the way breaks off. */
    static Object at(Object value, String... way) {
        return JsonWalk.at(value, way);
    }

    /** A text that says something, or {@code null}. */
    static String text(Object value, String... way) {
        Object here = at(value, way);
        String text = here == null || here instanceof Map || here instanceof List ? "" : here.toString().strip();
        return text.isEmpty() ? null : text;
    }

    /** The elements of a list; none for anything else. */
    static List<?> list(Object value, String... way) {
        return JsonWalk.list(value, way);
    }

    /** The {@code data} of output artifacts. */
    static List<String> data(Object entity, String side) {
        List<String> data = new ArrayList<>();
        for (Object port : ports(entity, side)) {
            String name = port instanceof Map ? text(port, "data") : port instanceof String whole ? whole : null;
            if (name != null) {
                data.add(name);
            }
        }
        return data;
    }

    /** The output artifacts; documents of version 1.0.0 call the list {@code outputs}. */
    static List<?> ports(Object entity, String side) {
        List<?> list = list(entity, side, "nodeOutputs");
        return list.isEmpty() ? list(entity, side, "outputs") : list;
    }

    /** A whole number, which may be written as a text; empty for anything else. */
    static OptionalLong integer(Object value) {
        try {
            if (value instanceof Number || value instanceof String) {
                return OptionalLong.of(new BigDecimal(value.toString().strip()).longValueExact());
            }
        } catch (NumberFormatException | ArithmeticException e) {
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    /** What a node or workflow can be called in {@code nodeId}. */
    static List<String> names(Object entity) {
        List<String> names = new ArrayList<>();
        for (String key : new String[] {"id", "name"}) {
            String name = text(entity, key);
            if (name != null && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    static String quoted(Object value) {
        return value instanceof String ? "'" + value + "'" : String.valueOf(value);
    }

    /** Ids that the service gave out are long numbers; others are local names of the document. */
    static boolean isServiceId(String id) {
        return id.length() >= 15 && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
