package dev.dwx.client.sdk;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a model of an answer back into what the service wrote: wire names in place of Java names, whole numbers as
 * whole numbers. A field that is {@code null} is left out, since a model does not tell {@code null} from absent.
 */
final class TypedAnswer {
    private TypedAnswer() {
    }

    /** Maps, lists, strings, numbers and Booleans; streams and other things without a text form are left out. */
    static Object plain(Object value) throws ReflectiveOperationException {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                copy.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
            }
            return copy;
        }
        if (value instanceof Collection<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Object element : list) {
                copy.add(plain(element));
            }
            return copy;
        }
        Map<String, Field> fields = WireNames.of(value.getClass());
        Map<String, Object> copy = new LinkedHashMap<>();
        for (Map.Entry<String, Field> entry : fields.entrySet()) {
            entry.getValue().setAccessible(true);
            Object plain = plain(entry.getValue().get(value));
            if (plain != null) {
                copy.put(entry.getKey(), plain);
            }
        }
        // A model without fields is an empty object; anything else is no part of an answer.
        return fields.isEmpty() && !isModel(value.getClass()) ? null : copy;
    }

    private static boolean isModel(Class<?> type) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            if (each.getSimpleName().equals("TeaModel")) {
                return true;
            }
        }
        return false;
    }

    /** A field of a model by its wire name, or {@code null}. */
    static Object field(Object model, String wireName) throws ReflectiveOperationException {
        Field field = WireNames.of(model.getClass()).get(wireName);
        if (field == null) {
            return null;
        }
        field.setAccessible(true);
        return field.get(model);
    }
}
