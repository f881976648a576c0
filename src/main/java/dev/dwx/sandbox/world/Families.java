package dev.dwx.sandbox.world;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.OperationName;
import dev.dwx.catalog.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The families of operations, as the catalog tells them: which operations speak of the same kind of thing, what
 * identifies one, how its id looks. No operation is named here.
 */
final class Families {
    /** Where an object belongs, not which one it is. */
    private static final Set<String> SCOPE = Set.of("ProjectId", "ProjectIdentifier", "ProjectName", "TenantId",
            "ProjectEnv", "EnvType", "ClientToken", "TaskType", "Force");
    private static final Set<String> UUIDS = Set.of("PipelineRun", "ProcessInstance");
    private static final Set<String> HEXES = Set.of("DataServiceGroup", "Extension", "MetaCollection", "Dataset");

    private final ApiCatalog catalog;
    private final Vocabulary vocabulary;
    private final Map<String, Family> families = new HashMap<>();
    private Map<String, List<ApiSummary>> members;

    Families(ApiCatalog catalog, Vocabulary vocabulary) {
        this.catalog = catalog;
        this.vocabulary = vocabulary;
    }

    /** The verb that an operation's name begins with. */
    static String verb(String name) {
        return Names.verb(name);
    }

    /** The kind of thing that an operation speaks of. */
    String kind(String version, String name) {
        return vocabulary.kind(version, OperationName.singular(name.substring(verb(name).length())));
    }

    /** Whether the kind has an operation with this verb in any version. */
    boolean has(String kind, String verb) {
        for (ApiSummary summary : members(kind)) {
            if (verb(summary.name()).equals(verb)) {
                return true;
            }
        }
        return false;
    }

    Family of(String kind) {
        Family family = families.get(kind);
        if (family == null) {
            family = derive(kind);
            families.put(kind, family);
        }
        return family;
    }

    /** The operations of a kind with a verb, the current version first. */
    List<ApiOperation> operations(String kind, String verb) {
        List<ApiOperation> found = new ArrayList<>();
        for (ApiSummary summary : members(kind)) {
            if (verb(summary.name()).equals(verb)) {
                catalog.find(summary.version(), summary.name()).ifPresent(found::add);
            }
        }
        return found;
    }

    /** Where a kind keeps what an operation calls by this name. */
    String field(ApiOperation operation, String kind, String name) {
        return vocabulary.field(operation.version(), kind, name).name();
    }

    private List<ApiSummary> members(String kind) {
        if (members == null) {
            members = new HashMap<>();
            for (ApiSummary summary : catalog.list()) {
                members.computeIfAbsent(kind(summary.version(), summary.name()), each -> new ArrayList<>())
                        .add(summary);
            }
        }
        return members.getOrDefault(kind, List.of());
    }

    private Family derive(String kind) {
        Map<String, Boolean> fields = new LinkedHashMap<>();
        for (String verb : List.of("Get", "List")) {
            for (ApiOperation operation : operations(kind, verb)) {
                readFields(operation, kind, fields);
            }
        }
        List<String> keys = null;
        boolean scoped = false;
        for (String verb : List.of("Get", "Delete", "Update")) {
            for (ApiOperation operation : operations(kind, verb)) {
                if (keys == null || !keys.equals(List.of("Id"))) {
                    List<String> found = keys(operation, kind);
                    if (found.equals(List.of("Id")) || keys == null && !found.isEmpty()) {
                        keys = found;
                        scoped = !found.equals(List.of("Id")) && operation.parameter("ProjectId").isPresent();
                    }
                }
            }
        }
        if (keys == null) {
            keys = List.of(fields.containsKey("Id") ? "Id" : fields.containsKey("Name") ? "Name" : "Id");
        }
        return new Family(kind, keys, scoped, form(kind, keys.get(0), fields), fields);
    }

    private List<String> keys(ApiOperation operation, String kind) {
        List<String> keys = new ArrayList<>();
        for (ApiParameter parameter : operation.parameters()) {
            String field = vocabulary.field(operation.version(), kind, parameter.name()).name();
            if (field.equals("Id")) {
                return List.of("Id");
            }
            if (parameter.required() && !SCOPE.contains(parameter.name()) && !SCOPE.contains(field)) {
                keys.add(field);
            }
        }
        if (verb(operation.name()).equals("Update") && keys.size() > 1) {
            return keys.subList(0, 1);
        }
        return keys;
    }

    private void readFields(ApiOperation operation, String kind, Map<String, Boolean> fields) {
        ListPlace place = verb(operation.name()).equals("List") ? ListPlace.of(operation) : null;
        Schema item = place != null ? place.item() : single(operation);
        if (item != null) {
            for (Map.Entry<String, Schema> property : item.properties().entrySet()) {
                fields.putIfAbsent(vocabulary.field(operation.version(), kind, property.getKey()).name(),
                        operation.resolve(property.getValue()).isString());
            }
        }
    }

    /** The one object of an answer, or {@code null}. */
    static Schema single(ApiOperation operation) {
        Schema found = null;
        for (Map.Entry<String, Schema> property
                : operation.resolve(operation.response()).properties().entrySet()) {
            if (!Projection.ENVELOPE.contains(property.getKey())) {
                Schema schema = operation.resolve(property.getValue());
                if (found != null || !schema.isObject()) {
                    return null;
                }
                found = schema;
            }
        }
        return found;
    }

    private Ids.Form form(String kind, String key, Map<String, Boolean> fields) {
        if (UUIDS.contains(kind)) {
            return Ids.Form.UUID;
        }
        if (HEXES.contains(kind)) {
            return Ids.Form.HEX;
        }
        for (String verb : List.of("Create", "Import")) {
            for (ApiOperation operation : operations(kind, verb)) {
                Map<String, Schema> answer = operation.resolve(operation.response()).properties();
                for (Map.Entry<String, Schema> property : answer.entrySet()) {
                    String field = vocabulary.field(operation.version(), kind, property.getKey()).name();
                    if (field.equals(key) || property.getKey().equals("Data")) {
                        Schema schema = operation.resolve(property.getValue());
                        if (schema.isString() || schema.isInteger()) {
                            return schema.isString() ? Ids.Form.STUDIO : schema.isInt64() ? Ids.Form.WHOLE
                                    : Ids.Form.SMALL;
                        }
                    }
                }
            }
        }
        return Boolean.TRUE.equals(fields.get(key)) ? Ids.Form.STUDIO : Ids.Form.WHOLE;
    }
}
