package dev.dwx.sandbox;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Turns what was sent into a value of the type that the schema names, or refuses it. Documented enumerations are not
 * enforced: the service knows more values than it documents.
 */
final class ValueReader {
    private static final int MAX_DEPTH = 64;

    private final ApiOperation operation;
    private final boolean ranges;

    ValueReader(ApiOperation operation, boolean ranges) {
        this.operation = operation;
        this.ranges = ranges;
    }

    /** Reads a scalar that came as plain text. */
    Object scalar(String path, Schema schema, String text) throws ServiceFault {
        if (schema.isInteger()) {
            return integer(path, schema, text);
        }
        if (schema.isNumber()) {
            return number(path, schema, text);
        }
        if (schema.isBoolean()) {
            return switch (text) {
                case "true" -> Boolean.TRUE;
                case "false" -> Boolean.FALSE;
                default -> throw invalid(path, "must be true or false");
            };
        }
        return string(path, schema, text);
    }

    /** Reads a value that came as JSON text. */
    Object json(String path, Schema schema, String text) throws ServiceFault {
        Object value;
        try {
            value = JsonText.read(text);
        } catch (IllegalArgumentException e) {
            throw invalid(path, "must be JSON: " + e.getMessage());
        }
        return typed(path, schema, value, 0);
    }

    /** Reads a list that came as text joined by a separator. */
    List<Object> joinedList(String path, Schema schema, String text, String separator) throws ServiceFault {
        List<Object> list = new ArrayList<>();
        Schema items = items(schema);
        int number = 1;
        for (String element : text.split(Pattern.quote(separator), -1)) {
            list.add(scalar(path + '.' + number++, items, element));
        }
        return size(path, schema, list);
    }

    /**
     * Checks a value parsed from JSON, or gathered from {@code Name.1.Field} parameters, against its schema.
     *
     * @param depth how far below the parameter it is
     */
    Object typed(String path, Schema declared, Object value, int depth) throws ServiceFault {
        Schema schema = operation.resolve(declared);
        if (depth > MAX_DEPTH) {
            throw invalid(path, "is nested too deeply");
        }
        if (schema.isArray()) {
            return list(path, schema, value, depth);
        }
        if (schema.isObject()) {
            return object(path, schema, value, depth);
        }
        if (value == null) {
            return null;
        }
        if (schema.isString()) {
            // Ids turned from numbers into texts in the course of time; both forms are understood inside JSON.
            if (value instanceof String || value instanceof Long || value instanceof BigInteger) {
                return string(path, schema, value.toString());
            }
            if (value instanceof List<?> wrapped && path.startsWith("ObjectIds.")) {
                // Ids that were wrapped twice arrive as one strange id, which the service then does not find.
                return JsonText.write(wrapped);
            }
            throw invalid(path, "must be a text");
        }
        if (schema.isInteger()) {
            if (value instanceof Long || value instanceof BigInteger || value instanceof String) {
                return integer(path, schema, value.toString());
            }
            throw invalid(path, "must be a whole number");
        }
        if (schema.isNumber()) {
            if (value instanceof Number || value instanceof String) {
                return number(path, schema, value.toString());
            }
            throw invalid(path, "must be a number");
        }
        if (schema.isBoolean()) {
            if (value instanceof Boolean || "true".equals(value) || "false".equals(value)) {
                return Boolean.valueOf(value.toString());
            }
            throw invalid(path, "must be true or false");
        }
        return value instanceof BigInteger big ? (Object) new BigDecimal(big) : value;
    }

    private List<Object> list(String path, Schema schema, Object value, int depth) throws ServiceFault {
        if (!(value instanceof List<?> given)) {
            throw invalid(path, "must be a list");
        }
        Schema items = items(schema);
        List<Object> list = new ArrayList<>(given.size());
        int number = 1;
        for (Object element : given) {
            String place = path + '.' + number++;
            Object read = typed(place, items, element, depth + 1);
            if (read == null && items.type() != null && !items.type().equals("any")) {
                throw invalid(place, "must not be null");
            }
            list.add(read);
        }
        return size(path, schema, list);
    }

    private Map<String, Object> object(String path, Schema schema, Object value, int depth) throws ServiceFault {
        if (!(value instanceof Map<?, ?> given)) {
            throw invalid(path, "must be an object");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : given.entrySet()) {
            String name = entry.getKey().toString();
            Schema field = schema.properties().get(name);
            if (field == null) {
                field = schema.additionalProperties() == null ? Schema.ANY : schema.additionalProperties();
            }
            if (entry.getValue() != null) {
                map.put(name, typed(path + '.' + name, field, entry.getValue(), depth + 1));
            }
        }
        for (Map.Entry<String, Schema> field : schema.properties().entrySet()) {
            if (field.getValue().required() && !map.containsKey(field.getKey())) {
                throw Authenticator.missing(path + '.' + field.getKey());
            }
        }
        return map;
    }

    private Long integer(String path, Schema schema, String text) throws ServiceFault {
        boolean narrow = "int32".equals(schema.format());
        long value;
        try {
            int digits = text.startsWith("-") ? 1 : 0;
            for (int i = digits; i < text.length(); i++) {
                if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                    throw new NumberFormatException();
                }
            }
            value = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw invalid(path, "must be digits of a 64-bit integer");
        }
        if (narrow && value != (int) value) {
            throw invalid(path, "must be a 32-bit integer");
        }
        limits(path, schema, BigDecimal.valueOf(value));
        return value;
    }

    private BigDecimal number(String path, Schema schema, String text) throws ServiceFault {
        BigDecimal value;
        try {
            value = new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw invalid(path, "must be a number");
        }
        if (Math.abs((long) value.scale()) > 400 || value.precision() > 400) {
            throw invalid(path, "is too large a number");
        }
        limits(path, schema, value);
        return value;
    }

    private String string(String path, Schema schema, String text) throws ServiceFault {
        if (ranges && (schema.minLength() != null || schema.maxLength() != null)) {
            int length = text.codePointCount(0, text.length());
            if (schema.minLength() != null && length < schema.minLength()) {
                throw invalid(path, "must have at least " + schema.minLength() + " characters");
            }
            if (schema.maxLength() != null && length > schema.maxLength()) {
                throw invalid(path, "must have at most " + schema.maxLength() + " characters");
            }
        }
        return text;
    }

    private void limits(String path, Schema schema, BigDecimal value) throws ServiceFault {
        if (ranges && schema.minimum() != null && value.compareTo(schema.minimum()) < 0) {
            throw invalid(path, "must be at least " + schema.minimum().toPlainString());
        }
        if (ranges && schema.maximum() != null && value.compareTo(schema.maximum()) > 0) {
            throw invalid(path, "must be at most " + schema.maximum().toPlainString());
        }
    }

    private List<Object> size(String path, Schema schema, List<Object> list) throws ServiceFault {
        if (ranges && schema.minItems() != null && list.size() < schema.minItems()) {
            throw invalid(path, "must have at least " + schema.minItems() + " elements");
        }
        if (ranges && schema.maxItems() != null && list.size() > schema.maxItems()) {
            throw invalid(path, "must have at most " + schema.maxItems() + " elements");
        }
        return list;
    }

    private Schema items(Schema schema) {
        return schema.items() == null ? Schema.ANY : operation.resolve(schema.items());
    }

    static ServiceFault invalid(String path, String why) {
        return new ServiceFault(400, "InvalidParameter",
                "The specified parameter " + path + " is not valid: it " + why + ".");
    }
}
