package dev.dwx.sandbox;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers any operation in the exact shape of its response schema, without keeping state: every documented field is
 * there, of the documented type, with a plausible value that depends on nothing but the call. What the call says is
 * echoed in the fields of the same name; a listing has two items on its first page and none on the next.
 */
public final class ShapedBehaviour implements Behaviour {
    private static final int MAX_DEPTH = 12;
    private static final int LIST_SIZE = 2;

    @Override
    public Map<String, Object> answer(SandboxCall call) {
        Map<String, Object> body = new Shape(call).body();
        body.put("RequestId", call.requestId());
        return body;
    }

    /** The building of one answer. */
    private static final class Shape {
        private final SandboxCall call;
        private final ApiOperation operation;
        private final ShapedValues values;

        Shape(SandboxCall call) {
            this.call = call;
            operation = call.operation();
            values = new ShapedValues(call);
        }

        Map<String, Object> body() {
            Schema schema = operation.resolve(operation.response());
            Object value = schema.isObject() ? object(schema, List.of(), 1) : null;
            Map<String, Object> body = new LinkedHashMap<>();
            if (value instanceof Map<?, ?> map) {
                map.forEach((name, inner) -> body.put(name.toString(), inner));
            }
            return body;
        }

        private Object value(String name, Schema declared, List<String> path, int index) {
            Schema schema = operation.resolve(declared);
            if (schema.isArray()) {
                return list(name, schema, path);
            }
            if (schema.isObject()) {
                List<String> inner = new ArrayList<>(path);
                inner.add(name);
                return object(schema, inner, index);
            }
            return values.scalar(name, schema, path, index);
        }

        private Map<String, Object> object(Schema schema, List<String> path, int index) {
            Map<String, Object> map = new LinkedHashMap<>();
            if (path.size() > MAX_DEPTH) {
                return map;
            }
            for (Map.Entry<String, Schema> field : schema.properties().entrySet()) {
                map.put(field.getKey(), value(field.getKey(), field.getValue(), path, index));
            }
            if (schema.additionalProperties() != null && schema.properties().isEmpty()) {
                for (String key : mapKeys()) {
                    map.put(key, value(key, schema.additionalProperties(), path, index));
                }
            }
            return map;
        }

        private List<Object> list(String name, Schema schema, List<String> path) {
            List<Object> list = new ArrayList<>();
            if (path.size() > MAX_DEPTH || schema.items() == null) {
                return list;
            }
            List<String> inner = new ArrayList<>(path);
            inner.add(name);
            int size = pastTheEnd() ? 0 : LIST_SIZE;
            for (int index = 1; index <= size; index++) {
                Schema items = operation.resolve(schema.items());
                list.add(items.isObject() ? object(items, inner, index) : value(name, items, inner, index));
            }
            return list;
        }

        /** A batch operation answers with one entry for each id that it was given. */
        private List<String> mapKeys() {
            if (call.arguments().get("Ids") instanceof List<?> ids && !ids.isEmpty()) {
                return ids.stream().map(String::valueOf).distinct().toList();
            }
            return List.of("1");
        }

        private boolean pastTheEnd() {
            Object page = call.arguments().get("PageNumber");
            if (page == null) {
                page = call.arguments().get("PageNum");
            }
            return page != null && !page.toString().equals("1");
        }
    }
}
