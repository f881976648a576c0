package dev.dwx.repl.complete;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ResponseShape;
import dev.dwx.catalog.Schema;
import dev.dwx.dsl.PlainData;
import dev.dwx.flowspec.lint.SpecVocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value as far as it is known without running anything: by what a variable holds, by what the catalog says of it, or both.
 *
 * @param data the value, or {@code null}
 * @param operation whose answer it is a part of, or {@code null}
 * @param schema its form, or {@code null}
 * @param answer whether it is the whole result of a call
 * @param spec the way to it inside a FlowSpec document, or {@code null} outside of one
 */
record Seen(Object data, ApiOperation operation, Schema schema, boolean answer, List<String> spec) {
    private static final int LOOKED_AT = 5;
    private static final Map<String, String> OF_ANSWERS = ofAnswers();

    static Seen of(Object data) {
        ApiOperation operation = PlainData.operation(data);
        return operation == null ? new Seen(data, null, null, false, null) : new Seen(data, operation, operation.response(), true, null);
    }

    /** What a call of the operation gives. */
    static Seen answerOf(ApiOperation operation) {
        return new Seen(null, operation, operation.response(), true, null);
    }

    private static Map<String, String> ofAnswers() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("items", "list");
        names.put("total", "integer");
        names.put("requestId", "string");
        names.put("elapsed", "duration");
        names.put("body", "object");
        names.put("raw", "string");
        return names;
    }

    /** Names that dwx gives to every result, with their types. */
    Map<String, String> ownNames() {
        return answer ? OF_ANSWERS : Map.of();
    }

    boolean isList() {
        return PlainData.elements(data) != null && PlainData.fields(data) == null || answer && ResponseShape.of(operation).isList()
                || resolved() != null && resolved().isArray();
    }

    /** The fields by name; a type beside where it is known. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<?, ?> map = PlainData.fields(data);
        if (map != null) {
            for (Map.Entry<?, ?> field : map.entrySet()) {
                if (field.getKey() instanceof String name) {
                    fields.put(name, typeOf(field.getValue()));
                }
            }
        }
        Schema form = resolved();
        if (form != null) {
            form.properties().forEach((name, field) -> fields.putIfAbsent(name, typeOf(operation.resolve(field))));
        }
        if (spec != null && data == null) {
            SpecVocabulary.keys(spec).forEach(name -> fields.putIfAbsent(name, null));
        }
        return fields;
    }

    /** The value of a field; of a list, those of its elements. {@code null} where nothing is known of it. */
    Seen field(String name) {
        if (answer && name.equals("items")) {
            return items();
        }
        if (answer && name.equals("body")) {
            return new Seen(data == null ? null : PlainData.fields(data), operation, schema, false, null);
        }
        if (!answer && isList()) {
            Seen element = element(null);
            Seen field = element == null ? null : element.field(name);
            return field == null ? null : field.listed();
        }
        Map<?, ?> map = PlainData.fields(data);
        Object value = map == null ? null : map.get(name);
        Schema form = resolved();
        Schema field = form == null ? null : form.properties().get(name);
        field = field == null && form != null ? form.additionalProperties() : field;
        if (spec != null) {
            return new Seen(value, null, null, false, SpecVocabulary.below(spec, name));
        }
        boolean document = name.equals("Spec") && (value == null || PlainData.fields(value) != null);
        return value == null && field == null ? null : new Seen(value, operation, field, false, document ? List.of() : null);
    }

    /** An element; of what is in every element, where {@code index} is {@code null}. */
    Seen element(String index) {
        if (answer) {
            return items().element(index);
        }
        List<?> list = PlainData.elements(data);
        Schema form = resolved();
        Schema items = form == null ? null : form.items();
        Object value = null;
        if (list != null && !list.isEmpty()) {
            value = index == null ? union(list) : list.get(place(index, list.size()));
        }
        Map<?, ?> map = PlainData.fields(data);
        if (map != null && index != null && list == null) {
            value = byKey(map, index);
        }
        return value == null && items == null && spec == null ? null : new Seen(value, operation, items, false, spec);
    }

    private Seen items() {
        ResponseShape shape = ResponseShape.of(operation);
        Schema form = shape.isList() ? new Schema.Builder().type("array").items(shape.itemSchema()).build() : null;
        return new Seen(data == null ? null : PlainData.elements(data), operation, form, false, null);
    }

    private Seen listed() {
        return new Seen(data == null ? null : List.of(data), operation,
                schema == null ? null : new Schema.Builder().type("array").items(schema).build(), false, spec);
    }

    private static Object byKey(Map<?, ?> map, String index) {
        String key = Arguments.unquoted(index);
        boolean number = !key.isEmpty() && key.length() < 10 && key.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && key.equals(index) ? map.get(Integer.valueOf(key)) : map.get(key);
    }

    /** What the first elements have between them: not every element has every field. */
    private static Object union(List<?> list) {
        Map<Object, Object> all = new LinkedHashMap<>();
        for (Object one : list.subList(0, Math.min(list.size(), LOOKED_AT))) {
            Map<?, ?> fields = PlainData.fields(one);
            if (fields == null) {
                return list.get(0);
            }
            fields.forEach(all::putIfAbsent);
        }
        return all;
    }

    private static int place(String index, int size) {
        boolean plain = !index.isEmpty() && index.length() < 7 && index.chars().allMatch(c -> c >= '0' && c <= '9');
        return Math.min(plain ? Integer.parseInt(index) : 0, size - 1);
    }

    private Schema resolved() {
        return schema == null || operation == null ? null : operation.resolve(schema);
    }

    private static String typeOf(Schema schema) {
        return schema.type();
    }

    private static String typeOf(Object value) {
        if (value == null) {
            return null;
        }
        List<?> list = PlainData.elements(value);
        if (list != null) {
            return "list of " + list.size();
        }
        return PlainData.fields(value) != null ? "object" : value instanceof Number ? "number" : value instanceof Boolean ? "boolean"
                : value instanceof CharSequence ? "string" : null;
    }

}
