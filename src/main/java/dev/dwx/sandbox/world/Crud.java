package dev.dwx.sandbox.world;

import dev.dwx.catalog.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Create, get, update and delete for any kind of thing, by its family and the operation's schemas alone. */
final class Crud {
    /** Kinds whose names are unique within their project, or in the account where they have none. */
    private static final Set<String> UNIQUE_NAMES = Set.of("Project", "DataSource", "ComputeResource", "Node",
            "WorkflowDefinition", "Resource", "Function", "Component", "Parameter", "DIJob", "Business",
            "ResourceGroup", "Dataset");
    /** Arguments that say how to do it, and are no part of what is made. */
    private static final Set<String> MANNER = Set.of("ClientToken", "ProjectIdentifier", "DryRun");

    private Crud() {
    }

    static Map<String, Object> create(Scene scene, String kind) throws Refusal {
        return made(scene, make(scene, kind, scene.sent(kind)));
    }

    /** Makes an object of what was sent, with everything filled in that the service fills in. */
    static Thing make(Scene scene, String kind, Map<String, Object> sent) throws Refusal {
        Realm realm = scene.realm;
        Family family = realm.families.of(kind);
        Map<String, Object> fields = new LinkedHashMap<>(sent);
        fields.keySet().removeAll(MANNER);
        Long project = kind.equals("Project") ? null : scene.project();
        if (project != null) {
            fields.put("ProjectId", project);
        }
        Custom custom = realm.customs.get(kind);
        if (custom != null) {
            custom.creating(scene, fields);
        }
        Forms.name(fields.get("Name"));
        unique(scene, kind, fields, null);
        identify(scene, family, fields);
        fillIn(scene, family, fields);
        String key = family.key(fields, fields.get("ProjectId"));
        if (key == null) {
            throw Refusal.missing(family.keys().get(0));
        }
        if (scene.store.find(kind, key) != null) {
            throw Faults.taken(kind, key);
        }
        Thing thing = scene.store.add(kind, key, fields);
        if (custom != null) {
            custom.created(scene, thing);
        }
        return thing;
    }

    private static void identify(Scene scene, Family family, Map<String, Object> fields) {
        Realm realm = scene.realm;
        for (String key : family.keys()) {
            if (fields.get(key) == null && (family.keys().size() == 1 || key.equals("Id"))) {
                fields.put(key, key.equals("Code") ? code(realm, family.kind())
                        : key.equals("EntityType") ? "custom_entity-" + fields.getOrDefault("Name", "")
                        : realm.ids.next(family.kind(), family.form()));
            }
        }
        if (family.fields().containsKey("Id") && fields.get("Id") == null) {
            fields.put("Id", realm.ids.next(family.kind(), family.fields().get("Id") ? Ids.Form.STUDIO
                    : Ids.Form.WHOLE));
        }
    }

    private static String code(Realm realm, String kind) {
        long count = realm.ids.count(kind);
        return kind.endsWith("Template") ? "USER_DEFINED:" + (6_000 + count) : "role_custom_" + (100 + count);
    }

    private static void fillIn(Scene scene, Family family, Map<String, Object> fields) {
        long now = scene.now();
        fields.put("CreateTime", now);
        fields.put("ModifyTime", now);
        fields.putIfAbsent("CreateUser", scene.account());
        fields.putIfAbsent("ModifyUser", scene.account());
        if (family.fields().containsKey("Owner")) {
            fields.putIfAbsent("Owner", scene.account());
        }
        if (family.fields().containsKey("Version") && !family.fields().get("Version")) {
            fields.putIfAbsent("Version", 1L);
        }
    }

    private static void unique(Scene scene, String kind, Map<String, Object> fields, Thing self) throws Refusal {
        Object name = fields.get("Name");
        if (name == null || !UNIQUE_NAMES.contains(kind)) {
            return;
        }
        for (Thing other : scene.store.where(kind, "Name", name)) {
            if ((self == null || !other.key().equals(self.key()))
                    && Values.same(other.get("ProjectId"), fields.get("ProjectId"))
                    && (fields.get("EnvType") == null || Values.same(other.get("EnvType"), fields.get("EnvType")))) {
                throw kind.equals("Node") || kind.equals("WorkflowDefinition") || kind.equals("Component")
                        ? Refusal.error(400, "InvalidParameter.NameExists", "Node with the same name already exists: "
                        + name) : Faults.taken(kind, name);
            }
        }
    }

    /** The answer of a create operation: what was made, as far as the response schema has room for it. */
    static Map<String, Object> made(Scene scene, Thing thing) {
        Map<String, Object> body = scene.success();
        Map<String, Schema> answer =
                scene.operation.resolve(scene.operation.response()).properties();
        Map<String, Object> shown = scene.shown(thing);
        Family family = scene.realm.families.of(thing.kind());
        Object id = shown.get(family.keys().get(0));
        for (String name : answer.keySet()) {
            if (Projection.ENVELOPE.contains(name) || body.containsKey(name)) {
                continue;
            }
            Schema schema = scene.operation.resolve(answer.get(name));
            if (schema.isObject() && !schema.properties().isEmpty()) {
                scene.show(body, name, thing);
            } else {
                Object kept = shown.get(scene.realm.vocabulary.field(scene.operation.version(), thing.kind(), name)
                        .name());
                scene.put(body, name, kept != null && !name.equals("Data") ? kept : id);
            }
        }
        return body;
    }

    static Map<String, Object> get(Scene scene, String kind) throws Refusal {
        return shown(scene, scene.find(kind));
    }

    /** The answer of a get operation: the object in the one place that the response schema has for it. */
    static Map<String, Object> shown(Scene scene, Thing thing) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (String name : scene.operation.resolve(scene.operation.response()).properties().keySet()) {
            if (!Projection.ENVELOPE.contains(name)) {
                Schema schema = scene.operation.resolve(
                        scene.operation.resolve(scene.operation.response()).properties().get(name));
                if (schema.isObject() && !schema.properties().isEmpty()) {
                    scene.show(body, name, thing);
                } else {
                    scene.put(body, name, scene.shown(thing).get(name));
                }
            }
        }
        Map<String, Object> success = scene.success();
        success.keySet().removeIf(name -> !Projection.ENVELOPE.contains(name));
        body.putAll(success);
        return body;
    }

    static Map<String, Object> update(Scene scene, String kind) throws Refusal {
        Thing thing = scene.find(kind);
        Thing changed = change(scene, thing, scene.sent(kind));
        Map<String, Object> body = scene.success();
        for (Map.Entry<String, Object> made : made(scene, changed).entrySet()) {
            body.putIfAbsent(made.getKey(), made.getValue());
        }
        return body;
    }

    /** Changes what was sent and nothing else. */
    static Thing change(Scene scene, Thing thing, Map<String, Object> sent) throws Refusal {
        Map<String, Object> changes = new LinkedHashMap<>(sent);
        changes.keySet().removeAll(MANNER);
        changes.keySet().removeAll(scene.realm.families.of(thing.kind()).keys());
        changes.remove("ProjectId");
        changes.remove("Id");
        Custom custom = scene.realm.customs.get(thing.kind());
        if (custom != null) {
            custom.updating(scene, thing, changes);
        }
        if (changes.containsKey("Name")) {
            Forms.name(changes.get("Name"));
            Map<String, Object> after = new LinkedHashMap<>(thing.fields());
            after.putAll(changes);
            unique(scene, thing.kind(), after, thing);
        }
        Object version = thing.get("Version");
        if (version instanceof Long number && !thing.kind().equals("Image")) {
            changes.put("Version", number + 1);
        }
        Thing changed = scene.change(thing, changes);
        if (custom != null) {
            custom.updated(scene, changed);
        }
        return changed;
    }

    static Map<String, Object> delete(Scene scene, String kind) throws Refusal {
        Thing thing = scene.find(kind);
        remove(scene, thing);
        Map<String, Object> body = scene.success();
        for (Map.Entry<String, Object> made : made(scene, thing).entrySet()) {
            body.putIfAbsent(made.getKey(), made.getValue());
        }
        return body;
    }

    static void remove(Scene scene, Thing thing) throws Refusal {
        Custom custom = scene.realm.customs.get(thing.kind());
        if (custom != null) {
            custom.deleting(scene, thing);
        }
        scene.store.remove(thing);
    }

}
