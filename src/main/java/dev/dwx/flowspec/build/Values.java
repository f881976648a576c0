package dev.dwx.flowspec.build;

import dev.dwx.flowspec.model.SpecPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as a document holds them. */
final class Values {
    private Values() {
    }

    /** A copy that may be changed: maps, lists, texts, numbers, truths and nothing. */
    static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(String.valueOf(key), copy(inner)));
            return copy;
        }
        if (value instanceof Iterable<?> list && !(value instanceof java.nio.file.Path)) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(copy(element)));
            return copy;
        }
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    /** {@code [a: 1, b: 2]} in order. */
    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    static List<Object> list(Object... elements) {
        List<Object> list = new ArrayList<>();
        for (Object element : elements) {
            list.add(element);
        }
        return list;
    }

    /** The keys in this order first, the others behind them. */
    static Map<String, Object> ordered(Map<String, Object> map, List<String> keys) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        for (String key : keys) {
            if (map.containsKey(key)) {
                ordered.put(key, map.get(key));
            }
        }
        map.forEach(ordered::putIfAbsent);
        return ordered;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }

    /** The list of a key, made when it is not there. */
    @SuppressWarnings("unchecked")
    static List<Object> listAt(Map<String, Object> map, String path) {
        SpecPath way = SpecPath.parse(path);
        if (!(way.in(map) instanceof List)) {
            way.set(map, new ArrayList<>());
        }
        return (List<Object>) way.in(map);
    }

    static String text(Object map, String path) {
        Object value = SpecPath.parse(path).in(map);
        return value == null ? null : value.toString();
    }
}
