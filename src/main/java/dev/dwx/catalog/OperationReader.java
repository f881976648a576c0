package dev.dwx.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads one operation's entry, the same in {@code api-docs.json} and in {@code api.json}. */
final class OperationReader {
    private final String version;
    private final Map<String, Schema> components;
    private final Provenance provenance;

    OperationReader(String version, Map<String, Schema> components, Provenance provenance) {
        this.version = version;
        this.components = components;
        this.provenance = provenance;
    }

    ApiOperation read(String name, JsonNode node, String category, String categoryZh) {
        List<ApiParameter> parameters = new ArrayList<>();
        for (JsonNode parameter : node.path("parameters")) {
            String parameterName = SchemaReader.text(parameter.get("name"));
            if (parameterName != null && !parameterName.isEmpty()) {
                parameters.add(new ApiParameter(parameterName, Placement.of(parameter.path("in").asText()),
                        Style.of(parameter.path("style").asText()), SchemaReader.read(parameter.get("schema"))));
            }
        }
        Schema response = response(node.path("responses"));
        return new ApiOperation(version, name, methods(node.get("methods")),
                SchemaReader.texts(node.get("schemes")), SchemaReader.text(node.get("operationType")),
                SchemaReader.text(node.get("title")), SchemaReader.text(node.get("summary")), category, categoryZh,
                SchemaReader.isTrue(node.get("deprecated")), SchemaReader.text(node.get("x-replaced-by")),
                streaming(node.get("produces")), parameters, response, errorCodes(node.path("errorCodes")),
                reachable(parameters, response), provenance);
    }

    /** An operation of which only the name is known. */
    ApiOperation named(String name, String category, String categoryZh) {
        return new ApiOperation(version, name, List.of(), List.of(), null, null, null, category, categoryZh, false,
                null, false, List.of(), Schema.ANY, Map.of(), Map.of(), provenance);
    }

    private static List<String> methods(JsonNode node) {
        List<String> methods = new ArrayList<>();
        for (String method : SchemaReader.texts(node)) {
            methods.add(method.toUpperCase(Locale.ROOT));
        }
        return methods;
    }

    private static boolean streaming(JsonNode produces) {
        for (String type : SchemaReader.texts(produces)) {
            if (type.startsWith("text/event-stream")) {
                return true;
            }
        }
        return false;
    }

    /** The body of a 200; where there is none, of the first other success. */
    private static Schema response(JsonNode responses) {
        JsonNode ok = responses.path("200");
        if (ok.isMissingNode()) {
            for (Map.Entry<String, JsonNode> one : responses.properties()) {
                if (one.getKey().startsWith("2")) {
                    ok = one.getValue();
                    break;
                }
            }
        }
        return SchemaReader.read(ok.get("schema"));
    }

    private static Map<String, Map<String, String>> errorCodes(JsonNode node) {
        Map<String, Map<String, String>> byStatus = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> status : node.properties()) {
            Map<String, String> errors = new LinkedHashMap<>();
            for (JsonNode error : status.getValue()) {
                String code = SchemaReader.text(error.get("errorCode"));
                if (code != null) {
                    String message = SchemaReader.text(error.get("errorMessage"));
                    errors.putIfAbsent(code, message == null ? "" : message);
                }
            }
            if (!errors.isEmpty()) {
                byStatus.put(status.getKey(), OrderedCopy.of(errors));
            }
        }
        return byStatus;
    }

    /** Only the components that the operation leads to, in the document's order: an entry stands alone. */
    private Map<String, Schema> reachable(List<ApiParameter> parameters, Schema response) {
        if (components.isEmpty()) {
            return Map.of();
        }
        Map<String, Schema> found = new LinkedHashMap<>();
        for (ApiParameter parameter : parameters) {
            collect(parameter.schema(), found);
        }
        collect(response, found);
        if (found.size() < 2) {
            return found;
        }
        Map<String, Schema> ordered = new LinkedHashMap<>();
        for (Map.Entry<String, Schema> component : components.entrySet()) {
            if (found.containsKey(component.getKey())) {
                ordered.put(component.getKey(), component.getValue());
            }
        }
        return ordered;
    }

    private void collect(Schema schema, Map<String, Schema> found) {
        if (schema == null) {
            return;
        }
        String ref = schema.ref();
        if (ref != null && components.containsKey(ref) && !found.containsKey(ref)) {
            found.put(ref, components.get(ref));
            collect(components.get(ref), found);
        }
        collect(schema.items(), found);
        collect(schema.additionalProperties(), found);
        for (Schema field : schema.properties().values()) {
            collect(field, found);
        }
    }
}
