package dev.dwx.dsl.rehearsal;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.OperationName;
import dev.dwx.catalog.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Builds an answer in the shape of an operation's response schema: what is known stands in the fields of that name, ids are made
 * up, statuses are the words of success. A field that nothing is known of is left out, as the service leaves out what is not set.
 */
final class SimulatedBody {
    private static final int MAX_DEPTH = 10;

    private final ApiOperation operation;
    private final SimulatedValues values;
    private final Map<String, Object> known;
    private final BiFunction<String, Boolean, Object> ids;
    private final List<?> listed;

    /**
     * @param known what is known of the thing that the answer is about, by field name
     * @param ids gives the id for a field of this name, narrow (32 bits) or not; {@code null} to leave the field out
     * @param listed the elements of the answer's own list, maps of what is known of each; {@code null} for one of which nothing is
     */
    SimulatedBody(ApiOperation operation, SimulatedValues values, Map<String, Object> known,
            BiFunction<String, Boolean, Object> ids, List<?> listed) {
        this.operation = operation;
        this.values = values;
        this.known = known;
        this.ids = ids;
        this.listed = listed;
    }

    /** The whole body. */
    Map<String, Object> build() {
        Schema schema = operation.resolve(operation.response());
        return schema.isObject() ? object(schema, known, 0) : new LinkedHashMap<>();
    }

    private Map<String, Object> object(Schema schema, Map<String, Object> about, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Map.Entry<String, Schema> field : schema.properties().entrySet()) {
            Object value = value(field.getKey(), operation.resolve(field.getValue()), about, depth);
            if (value != null) {
                object.put(field.getKey(), value);
            }
        }
        if (schema.additionalProperties() != null && schema.properties().isEmpty()) {
            // A batch answers with one entry for each id that it was given.
            Schema entry = operation.resolve(schema.additionalProperties());
            if (about.get("Ids") instanceof Iterable<?> given) {
                for (Object id : given) {
                    Object value = value(String.valueOf(id), entry, Map.of(), depth);
                    if (value != null) {
                        object.put(String.valueOf(id), value);
                    }
                }
            }
        }
        return object;
    }

    private Object value(String name, Schema schema, Map<String, Object> about, int depth) {
        if (depth > MAX_DEPTH) {
            return null;
        }
        if (schema.isArray()) {
            return list(name, schema, about, depth);
        }
        if (schema.isObject()) {
            Object own = about.get(name);
            if (own instanceof Map<?, ?> map && schema.properties().isEmpty()) {
                return map;
            }
            return object(schema, own instanceof Map<?, ?> map ? named(map) : about, depth + 1);
        }
        Object echo = SimulatedValues.fitted(about.get(name), schema);
        if (echo != null) {
            return echo;
        }
        if (isId(name, schema)) {
            Object id = ids.apply(name, "int32".equals(schema.format()));
            return id == null ? null : schema.isString() || !schema.isInteger() ? id.toString() : id;
        }
        return values.scalar(name, schema, listed == null ? 1 : listed.size());
    }

    private List<Object> list(String name, Schema schema, Map<String, Object> about, int depth) {
        List<Object> list = new ArrayList<>();
        Schema items = schema.items() == null ? Schema.ANY : operation.resolve(schema.items());
        if (about.get(name) instanceof List<?> own) {
            for (Object element : own) {
                Object value = element instanceof Map<?, ?> map && items.isObject()
                        ? object(items, named(map), depth + 1) : SimulatedValues.fitted(element, items);
                if (value != null) {
                    list.add(value);
                }
            }
            return list;
        }
        // Lists inside the elements of a list are things of their own, of which nothing is known.
        List<?> elements = about == known && listed != null ? listed : List.of(about == known ? about : Map.of());
        for (Object element : elements) {
            Map<String, Object> each = element instanceof Map<?, ?> map ? named(map) : Map.of();
            Object value = items.isObject() ? object(items, each == known ? new LinkedHashMap<>(each) : each, depth + 1)
                    : value(name, items, Map.of(), depth + 1);
            if (value != null && !(value instanceof Map<?, ?> map && map.isEmpty())) {
                list.add(value);
            }
        }
        return list;
    }

    private boolean isId(String name, Schema schema) {
        if (schema.isBoolean() || schema.isNumber()) {
            return false;
        }
        if (name.equals("RequestId")) {
            return false;
        }
        boolean makes = !OperationName.of(operation.name()).verb().equals("Get");
        return name.equals("Id") || name.endsWith("Id") || name.endsWith("ID") || name.endsWith("Guid") || name.endsWith("Uuid")
                || makes && (name.equals("Data") || name.equals("Response")
                || name.equals("Code") && schema.isString())
                || name.endsWith("Ids");
    }

    private static Map<String, Object> named(Map<?, ?> map) {
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }
}
