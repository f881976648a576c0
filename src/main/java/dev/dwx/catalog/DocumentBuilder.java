package dev.dwx.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes one document of one version of a catalog. */
final class DocumentBuilder {
    private final ApiCatalog catalog;
    private final String version;
    private final Map<String, Schema> components = new LinkedHashMap<>();
    private final Map<List<String>, List<String>> groups = new LinkedHashMap<>();

    DocumentBuilder(ApiCatalog catalog, String version) {
        this.catalog = catalog;
        this.version = version;
    }

    ApiDocument build(String product, List<RegionEndpoint> endpoints) {
        List<ApiOperation> operations = new ArrayList<>();
        for (ApiSummary summary : catalog.list()) {
            if (summary.version().equals(version)) {
                ApiOperation operation = withOwnComponents(catalog.find(version, summary.name()).orElseThrow());
                operations.add(operation);
                if (operation.category() != null || operation.categoryZh() != null) {
                    List<String> titles = new ArrayList<>(2);
                    titles.add(operation.category());
                    titles.add(operation.categoryZh());
                    groups.computeIfAbsent(titles, t -> new ArrayList<>()).add(operation.name());
                }
            }
        }
        List<ApiDirectory> directories = new ArrayList<>();
        groups.forEach((titles, names) ->
                directories.add(new ApiDirectory(titles.get(0), titles.get(1), names, List.of())));
        return new ApiDocument(product, version, operations, directories, endpoints, List.of(), components);
    }

    private ApiOperation withOwnComponents(ApiOperation operation) {
        Map<String, String> renamed = new LinkedHashMap<>();
        for (Map.Entry<String, Schema> component : operation.components().entrySet()) {
            Schema known = components.get(component.getKey());
            if (known != null && !known.equals(component.getValue())) {
                renamed.put(component.getKey(), freeName(component.getKey(), operation.components()));
            }
        }
        if (renamed.isEmpty()) {
            components.putAll(operation.components());
            return operation;
        }
        Map<String, Schema> own = new LinkedHashMap<>();
        operation.components().forEach((name, schema) ->
                own.put(renamed.getOrDefault(name, name), rename(schema, renamed)));
        // A component that only leads to a renamed one is different now too, and must not replace its namesake.
        for (Map.Entry<String, Schema> component : own.entrySet()) {
            Schema known = components.get(component.getKey());
            if (known != null && !known.equals(component.getValue())) {
                return withOwnComponents(copy(operation, renamed, own));
            }
        }
        components.putAll(own);
        return copy(operation, renamed, own);
    }

    private static ApiOperation copy(ApiOperation o, Map<String, String> renamed, Map<String, Schema> own) {
        List<ApiParameter> parameters = new ArrayList<>();
        for (ApiParameter p : o.parameters()) {
            parameters.add(new ApiParameter(p.name(), p.in(), p.style(), rename(p.schema(), renamed)));
        }
        return new ApiOperation(o.version(), o.name(), o.methods(), o.schemes(), o.operationType(), o.title(),
                o.summary(), o.category(), o.categoryZh(), o.deprecated(), o.replacedBy(), o.streaming(), parameters,
                rename(o.response(), renamed), o.errorCodes(), own, o.provenance());
    }

    private String freeName(String name, Map<String, Schema> others) {
        int number = 2;
        while (components.containsKey(name + number) || others.containsKey(name + number)) {
            number++;
        }
        return name + number;
    }

    private static Schema rename(Schema schema, Map<String, String> renamed) {
        Schema.Builder copy = schema.toBuilder();
        if (schema.ref() != null) {
            copy.ref(renamed.getOrDefault(schema.ref(), schema.ref()));
        }
        if (schema.items() != null) {
            copy.items(rename(schema.items(), renamed));
        }
        if (schema.additionalProperties() != null) {
            copy.additionalProperties(rename(schema.additionalProperties(), renamed));
        }
        if (!schema.properties().isEmpty()) {
            Map<String, Schema> fields = new LinkedHashMap<>();
            schema.properties().forEach((name, field) -> fields.put(name, rename(field, renamed)));
            copy.properties(fields);
        }
        return copy.build();
    }
}
