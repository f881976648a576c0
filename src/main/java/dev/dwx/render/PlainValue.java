package dev.dwx.render;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings any value to maps with text keys, lists, strings, Booleans, {@code null} and exact numbers
 * ({@code Integer}, {@code Long}, {@code BigInteger}, {@code BigDecimal}). Containers are fresh copies; a container
 * that holds itself is shown once.
 */
final class PlainValue {
    private static final String INSIDE_ITSELF = "(inside itself)";

    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private PlainValue() {
    }

    static Object of(Object value) {
        return new PlainValue().plain(value);
    }

    /** Whether it is shown as one piece of text and not as a map or list. */
    static boolean isScalar(Object plain) {
        return !(plain instanceof Map) && !(plain instanceof List);
    }

    private Object plain(Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return value.toString();
        }
        if (value instanceof Date date) {
            return java.time.Instant.ofEpochMilli(date.getTime()).toString();
        }
        if (value instanceof Optional<?> optional) {
            return plain(optional.orElse(null));
        }
        boolean container = value instanceof Showable || value instanceof Map || value instanceof Map.Entry
                || value instanceof Iterable && !(value instanceof java.nio.file.Path) || value.getClass().isArray();
        if (!container) {
            return value instanceof Enum<?> constant ? constant.name() : value.toString();
        }
        if (!open.add(value)) {
            return INSIDE_ITSELF;
        }
        try {
            return opened(value);
        } finally {
            open.remove(value);
        }
    }

    private Object opened(Object value) {
        if (value instanceof Showable showable) {
            Object inner = showable.value();
            return inner == value ? value.toString() : plain(inner);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, element) -> copy.put(String.valueOf(key), plain(element)));
            return copy;
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            Map<String, Object> copy = new LinkedHashMap<>();
            copy.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
            return copy;
        }
        List<Object> copy = new ArrayList<>();
        if (value instanceof Iterable<?> elements) {
            for (Object element : elements) {
                copy.add(plain(element));
            }
        } else {
            int length = Array.getLength(value);
            for (int i = 0; i < length; i++) {
                copy.add(plain(Array.get(value, i)));
            }
        }
        return copy;
    }

    /** A double has no exact decimal of its own; the shortest one that reads back as the same double is shown. */
    private static Object number(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof BigInteger
                || number instanceof BigDecimal) {
            return number;
        }
        if (number instanceof Short || number instanceof Byte) {
            return number.intValue();
        }
        if (number instanceof Double || number instanceof Float) {
            String text = number.toString();
            return Double.isFinite(number.doubleValue()) ? new BigDecimal(text) : text;
        }
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            return number.toString();
        }
    }
}
