package dev.dwx.sandbox.world;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Schema;
import dev.dwx.sandbox.JsonText;
import dev.dwx.sandbox.world.Vocabulary.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Shows an object in exactly the form that an operation's response schema gives; nothing else ever gets out. */
final class Projection {
    static final Set<String> ENVELOPE = Set.of("RequestId", "Success", "HttpStatusCode", "ErrorCode", "ErrorMessage",
            "AccessDeniedDetail", "DynamicErrorCode", "DynamicErrorMessage");
    private static final long FIRST_TIME = 100_000_000_000L;

    private final Vocabulary vocabulary;
    private final ZoneId zone;

    Projection(Vocabulary vocabulary, ZoneId zone) {
        this.vocabulary = vocabulary;
        this.zone = zone;
    }

    /** The fields of an object that a schema names, under the names and in the types it gives them. */
    Map<String, Object> object(ApiOperation operation, Schema schema, String kind, Map<String, Object> fields) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Map.Entry<String, Schema> property : operation.resolve(schema).properties().entrySet()) {
            Field field = vocabulary.field(operation.version(), kind, property.getKey());
            Object kept = fields.get(field.name());
            if (kept == null) {
                kept = fields.get(property.getKey());
            }
            Object value = value(operation, property.getValue(), field.codec().out(kept), property.getKey());
            if (value != null) {
                shown.put(property.getKey(), value);
            }
        }
        return shown;
    }

    /** A value in the type that a schema wants, or {@code null} when it cannot be had. */
    Object value(ApiOperation operation, Schema given, Object value, String name) {
        if (value == null) {
            return null;
        }
        Schema schema = operation.resolve(given);
        if (schema.isArray()) {
            return array(operation, schema, value, name);
        }
        if (schema.isObject()) {
            return map(operation, schema, value);
        }
        if (schema.isString()) {
            return string(operation, value, name);
        }
        if (schema.isInteger()) {
            return integer(schema, value);
        }
        if (schema.isNumber()) {
            return value instanceof Boolean || value instanceof List || value instanceof Map ? null : decimal(value);
        }
        if (schema.isBoolean()) {
            return flag(value);
        }
        return value;
    }

    private Object array(ApiOperation operation, Schema schema, Object value, String name) {
        Object given = value;
        if (value instanceof String text && text.startsWith("[")) {
            try {
                given = JsonText.read(text);
            } catch (IllegalArgumentException e) {
                given = value;
            }
        }
        if (given instanceof Map) {
            return null;
        }
        List<Object> shown = new ArrayList<>();
        for (Object element : Values.list(given)) {
            Object one = value(operation, schema.items() == null ? Schema.ANY : schema.items(), element, name);
            if (one != null) {
                shown.add(one);
            }
        }
        return shown;
    }

    private Object map(ApiOperation operation, Schema schema, Object value) {
        Map<String, Object> fields = value instanceof String text ? Values.object(text) : Values.map(value);
        if (fields == null) {
            return null;
        }
        if (schema.properties().isEmpty()) {
            if (schema.additionalProperties() == null) {
                return fields;
            }
            fields.replaceAll((name, each) -> this.value(operation, schema.additionalProperties(), each, name));
            fields.values().removeIf(each -> each == null);
            return fields;
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Map.Entry<String, Schema> property : schema.properties().entrySet()) {
            Object one = value(operation, property.getValue(), fields.get(property.getKey()), property.getKey());
            if (one != null) {
                shown.put(property.getKey(), one);
            }
        }
        return shown;
    }

    private Object string(ApiOperation operation, Object value, String name) {
        if (value instanceof Long number && number > FIRST_TIME && timeName(name)) {
            return time(operation, name, number);
        }
        if (value instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Map || element instanceof List) {
                    return JsonText.write(list);
                }
            }
            StringBuilder joined = new StringBuilder();
            for (Object element : list) {
                joined.append(joined.length() == 0 ? "" : ",").append(element);
            }
            return joined.toString();
        }
        return value instanceof Map ? JsonText.write(value) : value.toString();
    }

    private static boolean timeName(String name) {
        return name.contains("Time") || name.contains("Gmt");
    }

    /** Times as text differ by module in the previous version; the current one has digits. */
    private String time(ApiOperation operation, String name, long millis) {
        ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(zone);
        if (name.startsWith("Gmt") && ApiCatalog.V2020.equals(operation.version())
                && !operation.name().startsWith("Dsg")) {
            return DateTimeFormatter.ofPattern("MMM d, yyyy h:mm:ss a", Locale.ENGLISH).format(time);
        }
        if (operation.name().contains("DataService")) {
            return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssZ", Locale.ROOT).format(time);
        }
        if (ApiCatalog.V2024.equals(operation.version()) && !name.startsWith("Gmt")) {
            return Long.toString(millis);
        }
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).format(time);
    }

    private static Object integer(Schema schema, Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1L : 0L;
        }
        Long number = Values.number(value);
        return number != null && !schema.isInt64() && number != number.intValue() ? null : number;
    }

    private static Object decimal(Object value) {
        try {
            return value instanceof BigDecimal ? value : new BigDecimal(value.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Object flag(Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        String text = value.toString();
        return "true".equalsIgnoreCase(text) || "1".equals(text) ? (Object) Boolean.TRUE
                : "false".equalsIgnoreCase(text) || "0".equals(text) ? Boolean.FALSE : null;
    }
}
