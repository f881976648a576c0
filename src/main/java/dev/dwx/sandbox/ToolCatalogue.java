package dev.dwx.sandbox;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The operations as the DataWorks MCP server describes them: JSON Schema for the arguments, and in the annotations
 * version, method, category and the place of each parameter. A name that exists in both versions is there once, with
 * the newer one.
 */
final class ToolCatalogue {
    private static final int MAX_DEPTH = 12;

    private final ApiCatalog catalog;
    private final Map<String, String> versions = new LinkedHashMap<>();

    ToolCatalogue(ApiCatalog catalog) {
        this.catalog = catalog;
    }

    /** Names of all tools, in the catalog's order. */
    List<String> names() {
        return new ArrayList<>(versions().keySet());
    }

    /** The operation behind a tool, or {@code null}. */
    ApiOperation operation(String name) {
        String version = versions().get(name);
        return version == null ? null : catalog.find(version, name).orElse(null);
    }

    /** One whole entry, or {@code null}. */
    Map<String, Object> entry(String name) {
        ApiOperation operation = operation(name);
        if (operation == null) {
            return null;
        }
        Map<String, Object> places = new LinkedHashMap<>();
        for (ApiParameter parameter : operation.parameters()) {
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("in", parameter.in().wireName());
            if (parameter.style().wireName() != null) {
                place.put("style", parameter.style().wireName());
            }
            places.put(parameter.name(), place);
        }
        Map<String, Object> annotations = new LinkedHashMap<>();
        annotations.put("path", "");
        annotations.put("method", operation.method());
        annotations.put("version", operation.version());
        annotations.put("category", category(operation.category()));
        annotations.put("example", "{}");
        annotations.put("pmd", places);
        Map<String, Object> entry = summary(operation);
        entry.put("annotations", annotations);
        return entry;
    }

    /** What {@code tools/list} shows of a tool: no version, no method, no places. */
    Map<String, Object> summary(ApiOperation operation) {
        List<String> required = new ArrayList<>();
        Map<String, Object> properties = new LinkedHashMap<>();
        for (ApiParameter parameter : operation.parameters()) {
            if (parameter.in() == Placement.HOST) {
                continue;
            }
            properties.put(parameter.name(), jsonSchema(operation, parameter.schema(), 0));
            if (parameter.required()) {
                required.add(parameter.name());
            }
        }
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("type", "object");
        input.put("required", required);
        input.put("properties", properties);
        Map<String, Object> tool = new LinkedHashMap<>();
        tool.put("name", operation.name());
        tool.put("description", operation.summary() == null ? operation.name() : operation.summary());
        tool.put("inputSchema", input);
        return tool;
    }

    static String category(String title) {
        if (title == null) {
            return "SERVER_IDE_DEFAULT";
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                name.append(c);
            } else if (name.length() > 0 && name.charAt(name.length() - 1) != '_') {
                name.append('_');
            }
        }
        int end = name.length();
        return name.substring(0, end > 0 && name.charAt(end - 1) == '_' ? end - 1 : end).toUpperCase(Locale.ROOT);
    }

    private synchronized Map<String, String> versions() {
        if (versions.isEmpty()) {
            for (ApiSummary summary : catalog.list()) {
                versions.putIfAbsent(summary.name(), summary.version());
            }
        }
        return versions;
    }

    private static Map<String, Object> jsonSchema(ApiOperation operation, Schema declared, int depth) {
        Schema schema = operation.resolve(declared);
        Map<String, Object> json = new LinkedHashMap<>();
        if (schema.type() != null && !schema.type().equals("any")) {
            json.put("type", schema.type());
        }
        put(json, "format", schema.format());
        put(json, "description", schema.description());
        put(json, "default", schema.defaultValue());
        put(json, "example", schema.example());
        put(json, "enum", schema.enumeration().isEmpty() ? null : schema.enumeration());
        put(json, "minimum", schema.minimum());
        put(json, "maximum", schema.maximum());
        put(json, "minLength", schema.minLength());
        put(json, "maxLength", schema.maxLength());
        put(json, "minItems", schema.minItems());
        put(json, "maxItems", schema.maxItems());
        if (depth >= MAX_DEPTH) {
            return json;
        }
        if (schema.items() != null) {
            json.put("items", jsonSchema(operation, schema.items(), depth + 1));
        }
        if (schema.additionalProperties() != null) {
            json.put("additionalProperties", jsonSchema(operation, schema.additionalProperties(), depth + 1));
        }
        if (!schema.properties().isEmpty()) {
            List<String> required = new ArrayList<>();
            Map<String, Object> fields = new LinkedHashMap<>();
            schema.properties().forEach((name, field) -> {
                fields.put(name, jsonSchema(operation, field, depth + 1));
                if (field.required()) {
                    required.add(name);
                }
            });
            json.put("properties", fields);
            if (!required.isEmpty()) {
                json.put("required", required);
            }
        }
        return json;
    }

    private static void put(Map<String, Object> json, String name, Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
