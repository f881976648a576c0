package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.dsl.pages.Pages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks into values as data: answers, maps and lists of the kinds whose reading is known to do nothing else. It runs no getter, no
 * closure and no code of the user's (a map with defaults would run some), and reads no page; what it may not look into has no
 * fields and no elements.
 */
public final class PlainData {
    private static final List<Class<?>> MAPS = List.of(LinkedHashMap.class, HashMap.class, ConcurrentHashMap.class, AnswerMap.class,
            Map.of().getClass(), Map.of(1, 1).getClass());
    private static final List<Class<?>> LISTS = List.of(ArrayList.class, AnswerList.class, List.of().getClass(), List.of(1).getClass(),
            Arrays.asList(1).getClass());

    private PlainData() {
    }

    /** The operation that a result, or a listing of pages, came from or will come from; {@code null} for other values. */
    public static ApiOperation operation(Object value) {
        return value instanceof ApiResult result ? result.getOperation() : value instanceof Pages pages ? pages.operation() : null;
    }

    /** The fields of a map or of JSON in a text, or of the body of a result; {@code null} for what has none. */
    public static Map<?, ?> fields(Object value) {
        Object inner = value instanceof ApiResult result ? result.getBody() : value instanceof JsonText text ? text.json() : value;
        boolean plain = inner != null && (MAPS.contains(inner.getClass()) || inner instanceof TreeMap<?, ?> tree && tree.comparator() == null);
        return plain ? (Map<?, ?>) inner : null;
    }

    /** The elements of a list, of JSON in a text, or the items of a result; {@code null} for what has none. */
    public static List<?> elements(Object value) {
        Object inner = value instanceof ApiResult result ? result.getItems() : value instanceof JsonText text ? text.json() : value;
        return inner != null && LISTS.contains(inner.getClass()) ? (List<?>) inner : null;
    }
}
