package dev.dwx.dsl;

import dev.dwx.dsl.check.NotYetKnown;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a value whose form no schema fixes into what can be sent, or says why it cannot. */
final class FreeValue {
    /** How many levels a value may go down. */
    static final int DEEPEST = 60;

    private final TimeArgument times;
    private final List<String> problems;

    FreeValue(TimeArgument times, List<String> problems) {
        this.times = times;
        this.problems = problems;
    }

    /** Texts, exact numbers, lists and maps of these. Keys with {@code null} stay. */
    Object plain(String path, String timePath, Object value, int depth) {
        if (depth > DEEPEST) {
            problems.add(Texts.of("{0} is nested too deep, or holds itself", path));
            return null;
        }
        if (value == NotYetKnown.VALUE) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                String key = String.valueOf(entry.getKey());
                fields.put(key, entry.getValue() == null ? null
                        : plain(path + "." + key, timePath + "." + key, entry.getValue(), depth + 1));
            }
            return fields;
        }
        List<Object> elements = elements(value);
        if (elements != null) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < elements.size(); i++) {
                Object element = elements.get(i);
                list.add(element == null ? null : plain(path + "[" + i + "]", timePath + "[]", element, depth + 1));
            }
            return list;
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return times.text(path, timePath, value.toString());
        }
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            Object time = times.free(timePath, number);
            if (time != number) {
                return time;
            }
            if (NumberCheck.isLost(number)) {
                problems.add(Texts.of("{0} {1}", path, NumberCheck.lost(number)));
                return null;
            }
            Number exact = NumberCheck.exact(number);
            if (exact == null) {
                problems.add(Texts.of("{0} is {1}, which is no number that can be sent", path, number));
            }
            return exact;
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        try {
            Object encoded = times.free(timePath, value);
            if (encoded != value) {
                return encoded;
            }
            problems.add(Texts.of("{0} is {1}, which cannot be sent", path, TypeWords.given(value)));
        } catch (IllegalArgumentException e) {
            problems.add(Texts.of("{0}: {1}", path, e.getMessage()));
        }
        return null;
    }

    /** Whether a value holds others: a map or anything with elements. */
    static boolean isContainer(Object value) {
        return value instanceof Map || elements(value) != null;
    }

    /** The elements of a list, set, range, array or answer; null for anything else. */
    static List<Object> elements(Object value) {
        if (value instanceof CharSequence || value instanceof java.nio.file.Path || value instanceof Map) {
            return null;
        }
        if (value instanceof Iterable<?> list) {
            List<Object> elements = new ArrayList<>();
            for (Object element : list) {
                elements.add(element);
            }
            return elements;
        }
        if (value != null && value.getClass().isArray()) {
            List<Object> elements = new ArrayList<>();
            for (int i = 0; i < java.lang.reflect.Array.getLength(value); i++) {
                elements.add(java.lang.reflect.Array.get(value, i));
            }
            return elements;
        }
        return null;
    }
}
