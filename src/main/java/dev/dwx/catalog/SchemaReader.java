package dev.dwx.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a schema of the service's metadata. Facts are taken as they are written there: limits come as texts or as
 * numbers, {@code required} is a flag on the field itself. JSON Schema's form, a list of required names on the
 * parent, is understood too, because tool catalogues use it.
 */
public final class SchemaReader {
    static final String COMPONENTS = "#/components/schemas/";

    private SchemaReader() {
    }

    /** The schema in {@code node}; {@link Schema#ANY} when it is absent or no object. */
    public static Schema read(JsonNode node) {
        if (node == null || !node.isObject()) {
            return Schema.ANY;
        }
        JsonNode required = node.get("required");
        Schema.Builder schema = new Schema.Builder()
                .type(type(node.get("type")))
                .format(text(node.get("format")))
                .required(required != null && required.isBoolean() ? required.booleanValue() : isTrue(required))
                .docRequired(isTrue(node.get("docRequired")))
                .description(text(node.get("description")))
                .example(text(node.get("example")))
                .enumeration(values(node))
                .defaultValue(text(node.get("default")))
                .minimum(number(node.get("minimum")))
                .maximum(number(node.get("maximum")))
                .minLength(count(node.get("minLength")))
                .maxLength(count(node.get("maxLength")))
                .minItems(count(node.get("minItems")))
                .maxItems(count(node.get("maxItems")))
                .pattern(text(node.get("pattern")))
                .deprecated(isTrue(node.get("deprecated")))
                .fileUrl(isTrue(node.get("isFileTransferUrl")));
        JsonNode ref = node.get("$ref");
        if (ref != null && ref.isTextual() && !ref.textValue().isEmpty()) {
            schema.ref(componentName(ref.textValue()));
        }
        if (node.path("items").isObject()) {
            schema.items(read(node.get("items")));
        }
        JsonNode additional = node.get("additionalProperties");
        if (additional != null && (additional.isObject() || additional.isBoolean() && additional.booleanValue())) {
            schema.additionalProperties(read(additional));
        }
        JsonNode properties = node.get("properties");
        if (properties != null && properties.isObject()) {
            schema.properties(fields(properties, required));
        }
        return schema.build();
    }

    private static Map<String, Schema> fields(JsonNode properties, JsonNode requiredNames) {
        Map<String, Schema> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            fields.put(property.getKey(), read(property.getValue()));
        }
        if (requiredNames != null && requiredNames.isArray()) {
            for (JsonNode name : requiredNames) {
                fields.computeIfPresent(name.asText(), (k, field) -> field.toBuilder().required(true).build());
            }
        }
        return fields;
    }

    /** Some documents give no {@code enum} but titles by value; that documents the values just as well. */
    private static List<String> values(JsonNode node) {
        List<String> values = texts(node.get("enum"));
        if (!values.isEmpty() || !node.path("enumValueTitles").isObject()) {
            return values;
        }
        List<String> titled = new ArrayList<>();
        for (Map.Entry<String, JsonNode> title : node.get("enumValueTitles").properties()) {
            titled.add(title.getKey());
        }
        return titled;
    }

    private static String componentName(String ref) {
        return ref.startsWith(COMPONENTS) ? ref.substring(COMPONENTS.length()) : ref;
    }

    /** JSON Schema allows {@code ["string", "null"]}: the first that is not null counts. */
    private static String type(JsonNode node) {
        if (node != null && node.isArray()) {
            for (JsonNode one : node) {
                if (!"null".equals(one.asText())) {
                    return text(one);
                }
            }
            return null;
        }
        return text(node);
    }

    static boolean isTrue(JsonNode node) {
        return node != null && (node.isBoolean() && node.booleanValue()
                || node.isTextual() && "true".equalsIgnoreCase(node.textValue().trim())
                || node.isIntegralNumber() && node.bigIntegerValue().signum() != 0);
    }

    /** Scalars as their text, never by way of a floating number; lists and objects as JSON text. */
    static String text(JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            return isModest(number) ? number.toPlainString() : number.toString();
        }
        return node.toString();
    }

    static List<String> texts(JsonNode node) {
        if (node == null || !node.isArray()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(node.size());
        for (Iterator<JsonNode> elements = node.elements(); elements.hasNext();) {
            String text = text(elements.next());
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private static BigDecimal number(JsonNode node) {
        String text = text(node);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text.trim());
            return isModest(number) ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** 1e999999999 is no limit but a trap: its plain text would fill the memory. */
    private static boolean isModest(BigDecimal number) {
        return Math.abs((long) number.scale()) <= 400;
    }

    /** A length or a number of elements; what does not fit an {@code int} limits nothing. */
    private static Integer count(JsonNode node) {
        BigDecimal number = number(node);
        try {
            return number == null || number.signum() < 0 ? null : Integer.valueOf(number.intValueExact());
        } catch (ArithmeticException e) {
            return null;
        }
    }
}
