package dev.dwx.sandbox.world;

import dev.dwx.sandbox.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Small questions to untyped values. */
final class Values {
    private Values() {
    }

    /** The value as an ordered map, or {@code null} when it is none. */
    static Map<String, Object> map(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            copy.put(String.valueOf(entry.getKey()), entry.getValue());
        }
        return copy;
    }

    /** The object that a JSON text holds, or {@code null} when it holds none. */
    static Map<String, Object> object(String json) {
        if (json == null) {
            return null;
        }
        try {
            return map(JsonText.read(json));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A new ordered map of alternating names and values; a {@code null} value leaves its name out. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                map.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return map;
    }

    /** The value as a list: a list as it is, a text split at its commas, nothing for {@code null}. */
    static List<Object> list(Object value) {
        List<Object> list = new ArrayList<>();
        if (value instanceof List<?> given) {
            list.addAll(given);
        } else if (value instanceof String text) {
            for (String part : text.split(",")) {
                if (!part.isBlank()) {
                    list.add(part.trim());
                }
            }
        } else if (value != null) {
            list.add(value);
        }
        return list;
    }

    static String text(Object value) {
        return value == null ? null : value.toString();
    }

    /** The value as a 64-bit number, or {@code null} when it is none or does not fit; never by way of a double. */
    static Long number(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        String text = value == null ? "" : value.toString();
        if (text.isEmpty() || text.length() > 40) {
            return null;
        }
        try {
            return new BigDecimal(text).longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    static boolean truth(Object value) {
        return Boolean.TRUE.equals(value) || value != null && "true".equalsIgnoreCase(value.toString());
    }

    /** Whether two values mean the same, whatever their types: {@code 7} and {@code "7"} do. */
    static boolean same(Object left, Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        return left.equals(right) || left.toString().equals(right.toString());
    }

    static boolean contains(Object text, Object part) {
        return text != null && text.toString().toLowerCase(Locale.ROOT).contains(
                part.toString().toLowerCase(Locale.ROOT));
    }

    /** What lies at a path of names through nested maps, or {@code null}. */
    static Object at(Object value, String... path) {
        Object current = value;
        for (String name : path) {
            if (!(current instanceof Map<?, ?> map)) {
                return null;
            }
            current = map.get(name);
        }
        return current;
    }

    /** The first element of a list found at a path, as a map, or {@code null}. */
    static Map<String, Object> first(Object value, String... path) {
        Object found = at(value, path);
        return found instanceof List<?> list && !list.isEmpty() ? map(list.get(0)) : null;
    }

    static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    static String upperFirst(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
