package dev.dwx.sandbox;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares a body with a response schema: every field known and of its type, and every field of the schema there. */
public final class ShapeCheck {
    private final ApiOperation operation;
    private final boolean complete;
    private final List<String> faults = new ArrayList<>();

    private ShapeCheck(ApiOperation operation, boolean complete) {
        this.operation = operation;
        this.complete = complete;
    }

    /**
     * What does not fit, as {@code path: why}; empty when the body fits.
     *
     * @param complete whether a field that is absent counts
     */
    public static List<String> faults(ApiOperation operation, Object body, boolean complete) {
        ShapeCheck check = new ShapeCheck(operation, complete);
        check.walk("", operation.response(), body);
        return check.faults;
    }

    private void walk(String path, Schema declared, Object value) {
        if (path.chars().filter(c -> c == '/').count() > 30) {
            faults.add(path + ": too deep");
            return;
        }
        Schema schema = operation.resolve(declared);
        String type = schema.type() == null ? (schema.properties().isEmpty() ? "any" : "object") : schema.type();
        switch (type) {
            case "object" -> {
                if (!(value instanceof Map<?, ?> map)) {
                    faults.add(path + ": no object: " + value);
                    return;
                }
                map.forEach((name, inner) -> {
                    Schema field = schema.properties().get(name.toString());
                    if (field == null) {
                        field = schema.additionalProperties();
                    }
                    if (field == null && !(schema.properties().isEmpty())) {
                        faults.add(path + "/" + name + ": not in the schema");
                    } else if (field != null) {
                        walk(path + "/" + name, field, inner);
                    }
                });
                if (complete) {
                    schema.properties().keySet().stream().filter(name -> !map.containsKey(name))
                            .forEach(name -> faults.add(path + "/" + name + ": absent"));
                }
            }
            case "array" -> {
                if (!(value instanceof List<?> list)) {
                    faults.add(path + ": no list: " + value);
                    return;
                }
                for (int i = 0; i < list.size(); i++) {
                    walk(path + "/" + i, schema.items() == null ? Schema.ANY : schema.items(), list.get(i));
                }
            }
            case "integer" -> expect(path, value, value instanceof Integer || value instanceof Long number
                    && (!"int32".equals(schema.format()) || number == number.intValue()), type);
            case "number" -> expect(path, value,
                    value instanceof BigDecimal || value instanceof Integer || value instanceof Long || value instanceof BigInteger, type);
            case "boolean" -> expect(path, value, value instanceof Boolean, type);
            case "string" -> expect(path, value, value instanceof String, type);
            default -> { }
        }
    }

    private void expect(String path, Object value, boolean fits, String type) {
        if (!fits) {
            faults.add(path + ": no " + type + ": " + value);
        }
    }
}
