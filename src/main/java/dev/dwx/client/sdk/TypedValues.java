package dev.dwx.client.sdk;

import dev.dwx.client.TransportException.Kind;
import dev.dwx.client.TransportException;
import dev.dwx.client.sdk.WireArguments.Joined;
import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the arguments of a call to the Java types that a model of the SDK declares; no number loses a digit. */
abstract class TypedValues {
    private static final int MAX_EXPONENT = 1000;

    /** Makes one model. The values are already of the types that its fields declare. */
    abstract Object model(Class<?> type, Map<String, Object> values, String what)
            throws ReflectiveOperationException, TransportException;

    /** Wire name to declared type; empty for a class that is no model. */
    private static Map<String, Type> fields(Class<?> type) {
        Map<String, Type> types = new LinkedHashMap<>();
        for (Map.Entry<String, Field> entry : WireNames.of(type).entrySet()) {
            types.put(entry.getKey(), entry.getValue().getGenericType());
        }
        return types;
    }

    /**
     * A model with every given value in its field.
     *
     * @param what how a message calls it
     * @throws TransportException when the SDK has no such field or the value does not fit its type
     */
    final Object filled(Class<?> type, Map<?, ?> given, String what)
            throws ReflectiveOperationException, TransportException {
        Map<String, Type> fields = fields(type);
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : given.entrySet()) {
            String name = entry.getKey().toString();
            Type declared = fields.get(name);
            if (declared == null) {
                throw misfit(Texts.of("{0} of the typed SDK on the class path has no {1}; the SDK may be older than the parameter", what,
                        name));
            }
            if (entry.getValue() != null) {
                values.put(name, value(declared, entry.getValue(), name));
            }
        }
        return model(type, values, what);
    }

    private Object value(Type declared, Object given, String what)
            throws ReflectiveOperationException, TransportException {
        if (declared instanceof ParameterizedType generic) {
            Type[] parts = generic.getActualTypeArguments();
            Class<?> raw = (Class<?>) generic.getRawType();
            if (Collection.class.isAssignableFrom(raw)) {
                return list(parts[0], given, what);
            }
            return map(parts[parts.length - 1], given, what);
        }
        if (!(declared instanceof Class<?> type) || type == Object.class) {
            return given instanceof Joined joined ? joined.text() : given;
        }
        if (type == String.class) {
            return text(given);
        }
        if (Number.class.isAssignableFrom(type) || type == Boolean.class || type.isPrimitive()) {
            return scalar(type, text(given), what);
        }
        if (Collection.class.isAssignableFrom(type)) {
            return list(Object.class, given, what);
        }
        if (Map.class.isAssignableFrom(type)) {
            return map(Object.class, given, what);
        }
        if (object(given) instanceof Map<?, ?> map) {
            return filled(type, map, what);
        }
        throw misfit(Texts.of("{0} cannot be given to the typed SDK, which wants a {1}", what, type.getSimpleName()));
    }

    private static Object object(Object given) {
        return given instanceof String text ? WireArguments.json(text) : given;
    }

    private List<Object> list(Type element, Object given, String what)
            throws ReflectiveOperationException, TransportException {
        Iterable<?> elements;
        Object structured = object(given);
        if (given instanceof Joined joined) {
            elements = joined.elements();
        } else if (structured instanceof List<?> list) {
            elements = list;
        } else if (structured instanceof Map<?, ?> numbered && isNumbered(numbered)) {
            elements = numbered.values();
        } else {
            elements = List.of(given);
        }
        Type type = element instanceof WildcardType ? Object.class : element;
        List<Object> typed = new ArrayList<>();
        for (Object each : elements) {
            typed.add(each == null ? null : value(type, each, what));
        }
        return typed;
    }

    /** Whether names are 1, 2, 3 …, as a list's are in the URL. */
    private static boolean isNumbered(Map<?, ?> map) {
        int next = 1;
        for (Object key : map.keySet()) {
            if (!key.equals(Integer.toString(next++))) {
                return false;
            }
        }
        return true;
    }

    private Map<String, Object> map(Type valueType, Object given, String what)
            throws ReflectiveOperationException, TransportException {
        if (!(object(given) instanceof Map<?, ?> map)) {
            throw misfit(Texts.of("{0} cannot be given to the typed SDK, which wants a map", what));
        }
        Type type = valueType instanceof WildcardType ? Object.class : valueType;
        Map<String, Object> typed = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            typed.put(entry.getKey().toString(),
                    entry.getValue() == null ? null : value(type, entry.getValue(), what));
        }
        return typed;
    }

    private static String text(Object given) {
        if (given instanceof Joined joined) {
            return joined.text();
        }
        if (given instanceof BigDecimal decimal && Math.abs((long) decimal.scale()) < MAX_EXPONENT) {
            return decimal.toPlainString();
        }
        return given instanceof Map || given instanceof List ? ExactJson.write(given) : given.toString();
    }

    private static Object scalar(Class<?> type, String text, String what) throws TransportException {
        try {
            if (type == Boolean.class || type == boolean.class) {
                if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
                    return Boolean.valueOf(text);
                }
            } else if (type == Long.class || type == long.class) {
                return Long.valueOf(text);
            } else if (type == Integer.class || type == int.class) {
                return Integer.valueOf(text);
            } else if (type == Float.class || type == float.class) {
                return Float.valueOf(text);
            } else if (type == Double.class || type == double.class) {
                return Double.valueOf(text);
            }
        } catch (NumberFormatException e) {
            // Told below, in words.
        }
        String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
        throw misfit(Texts.of("{0} is {1}, which does not fit the typed SDK's {2}", what, shown, type.getSimpleName()));
    }

    static TransportException misfit(String message) {
        return new TransportException(Kind.SDK, false, message);
    }
}
