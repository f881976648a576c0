package dev.dwx.sandbox.world;

import dev.dwx.sandbox.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Objects of Data Studio that a FlowSpec describes: nodes, workflow definitions, resources, functions, components. */
final class StudioObjects implements Behaviours, Custom {
    private static final List<String> SCENES = List.of("DATAWORKS_PROJECT", "DATAWORKS_MANUAL_WORKFLOW",
            "DATAWORKS_MANUAL_TASK");
    static final Set<String> KINDS = Set.of("Node", "WorkflowDefinition", "Resource", "Function", "Component");
    private static final Map<String, String> SECTIONS = Map.of("Node", "nodes", "WorkflowDefinition", "workflows",
            "Resource", "fileResources", "Function", "functions", "Component", "components");

    @Override
    public Handler find(boolean legacy, String name) {
        String verb = Families.verb(name);
        String kind = name.substring(verb.length());
        if (legacy) {
            return null;
        }
        if (verb.equals("Rename") && KINDS.contains(kind)) {
            return scene -> rename(scene, scene.find(kind));
        }
        if (verb.equals("Move") && KINDS.contains(kind)) {
            return scene -> describe(scene, scene.find(kind), Values.of("script",
                    Values.of("path", scene.text("Path") + "/" + scene.find(kind).get("Name"))));
        }
        if (name.equals("GetWorkflowDefinition")) {
            return WholeWorkflow::get;
        }
        return name.equals("ListNodeDependencies") ? this::dependencies : null;
    }

    @Override
    public Set<String> makes() {
        return Set.of("Snapshot");
    }

    private Map<String, Object> rename(Scene scene, Thing thing) throws Refusal {
        String name = scene.text("Name");
        Object path = Values.at(thing.get("Script"), "Path");
        Map<String, Object> change = Values.of("name", name);
        if (path != null) {
            change.put("script", Values.of("path",
                    path.toString().substring(0, path.toString().lastIndexOf('/') + 1) + name));
        }
        return describe(scene, thing, change);
    }

    /** Lays a change over the described object, in its fields and in its text. */
    private Map<String, Object> describe(Scene scene, Thing thing, Map<String, Object> change) throws Refusal {
        Map<String, Object> spec = Values.of("kind", thing.kind(), "spec",
                Values.of(SECTIONS.get(thing.kind()), List.of(change)));
        Crud.change(scene, thing, Values.of("Spec", JsonText.write(spec), "Rename", true));
        return scene.success();
    }

    private Map<String, Object> dependencies(Scene scene) throws Refusal {
        Thing node = scene.find("Node");
        List<String> outputs = depends(scene, node);
        List<Thing> upstream = new ArrayList<>();
        for (Thing other : scene.store.all("Node")) {
            for (String output : Specs.outputs(other.fields())) {
                if (outputs.contains(output) && !upstream.contains(other) && scene.inProject(other)) {
                    upstream.add(other);
                }
            }
        }
        return Listing.page(scene, ListPlace.of(scene.operation), upstream);
    }

    static List<String> depends(Scene scene, Thing node) {
        Map<String, Object> spec = Values.object(node.text("Spec"));
        return Specs.depends(spec == null ? Map.of() : spec, node.fields(), List.of(node.key()));
    }

    /** The kind that {@code creating} is for is not among the fields; the operation's noun tells. */
    @Override
    public void creating(Scene scene, Map<String, Object> fields) throws Refusal {
        String kind = scene.realm.families.kind(scene.operation.version(), scene.operation.name());
        Map<String, Object> spec = Specs.read(kind, Values.text(fields.get("Spec")), false);
        Map<String, Object> entity = Specs.entity(kind, spec);
        Specs.check(kind, entity);
        resources(scene, entity);
        Object container = fields.get("ContainerId");
        String where = Values.text(fields.get("Scene"));
        if (kind.equals("Node") && where != null && !SCENES.contains(where)) {
            throw Refusal.invalid("Scene is one of " + SCENES + ", and is " + where + ".");
        }
        if (container == null && "DATAWORKS_MANUAL_WORKFLOW".equals(where)) {
            throw Refusal.error(400, "InvalidParameter.ContainerId",
                    "ContainerId is required when creating node in workflow");
        }
        if (container != null && scene.store.find("WorkflowDefinition", container) == null
                && scene.store.find("Node", container) == null) {
            throw Faults.notFound("Node", container);
        }
        if (kind.equals("Node") && container == null) {
            Specs.path(entity);
        }
        String id = scene.realm.ids.next(kind, Ids.Form.STUDIO).toString();
        fields.putAll(described(scene, kind, id, spec, entity, own(entity)));
        if (where != null) {
            fields.put("Scene", Names.camel(where));
        }
    }

    /** What a node runs on and with must be there. */
    static void resources(Scene scene, Map<String, Object> entity) throws Refusal {
        Object group = Values.at(entity, "runtimeResource", "resourceGroup");
        if (group != null && !group.toString().isEmpty() && !group.toString().startsWith("${")) {
            Resources.bound(scene, group);
        }
        Object source = Values.at(entity, "datasource", "name");
        if (source != null && !source.toString().isEmpty()) {
            Resources.named(scene, source);
        }
        Transfers.check(entity);
    }

    /** What edges call a new object: its id, which must be its name, or nothing is found to begin at it. */
    private static List<Object> own(Map<String, Object> entity) {
        Object id = entity.get("id");
        return id == null || Values.same(id, entity.get("name")) ? List.of(entity.get("name")) : List.of();
    }

    /**
     * The fields of an object that a spec describes, its own text included.
     *
     * @param ids what the spec's edges call the object
     */
    static Map<String, Object> described(Scene scene, String kind, String id, Map<String, Object> spec,
            Map<String, Object> entity, List<Object> ids) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("id", id);
        entity.forEach((name, value) -> {
            if (!name.equals("id") && !(kind.equals("WorkflowDefinition") && name.equals("nodes"))) {
                own.put(name, value);
            }
        });
        own.putIfAbsent("owner", scene.account());
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put(SECTIONS.get(kind), List.of(own));
        boolean waits = kind.equals("Node") || kind.equals("WorkflowDefinition");
        List<String> depends = waits ? Specs.depends(spec, Specs.fields(own), ids) : List.of();
        List<Object> earlier = waits ? Specs.crossCycle(spec, ids) : List.of();
        if (!depends.isEmpty() || !earlier.isEmpty()) {
            List<Object> list = new ArrayList<>();
            for (String output : depends) {
                list.add(Values.of("type", "Normal", "output", output));
            }
            list.addAll(earlier);
            // Beside a workflow, the edges in flow are the workflow's own.
            inner.put(kind.equals("Node") ? "dependencies" : "flow", List.of(Values.of("nodeId", id, "depends", list)));
        }
        Map<String, Object> fields = Specs.fields(own);
        fields.put("Id", id);
        fields.put("Spec", JsonText.write(Values.of("version",
                spec.getOrDefault("version", "1.1.0"), "kind", spec.get("kind"), "spec", inner)));
        if (kind.equals("WorkflowDefinition")) {
            fields.put("Type", spec.get("kind"));
        }
        return fields;
    }

    @Override
    public void updating(Scene scene, Thing thing, Map<String, Object> changes) throws Refusal {
        String text = Values.text(changes.remove("Spec"));
        boolean own = changes.remove("Rename") != null;
        String kind = thing.kind();
        Map<String, Object> given = own ? Values.object(text)
                : Specs.read(kind, text, true);
        Map<String, Object> change = Specs.entity(kind, given);
        if (change == null) {
            throw Refusal.error(400, "InvalidSpec", "the spec describes no " + kind);
        }
        Map<String, Object> spec = Values.object(thing.text("Spec"));
        Map<String, Object> before = Specs.entity(kind, spec);
        Object command = Values.at(change, "script", "runtime", "command");
        if (command != null && !Values.same(command, Values.at(before, "script", "runtime", "command"))) {
            throw Refusal.error(400, "InvalidParameter.NodeType",
                    "Node type (command) cannot be changed after creation: " + command);
        }
        Specs.cron(change);
        resources(scene, change);
        change.remove("id");
        Map<String, Object> after = Specs.merge(before, change);
        Map<String, Object> merged = new LinkedHashMap<>(spec);
        Map<String, Object> inner = Values.map(spec.get("spec"));
        List<Object> ids = new ArrayList<>(List.of(thing.key(), String.valueOf(thing.get("Name"))));
        if (Values.at(given, "spec", "dependencies") != null || Values.at(given, "spec", "flow") != null) {
            inner.put("dependencies", Values.at(given, "spec", "dependencies"));
            inner.put("flow", Values.at(given, "spec", "flow"));
        }
        merged.put("spec", inner);
        changes.putAll(described(scene, kind, thing.key(), merged, after, ids));
        changes.remove("Id");
        changes.remove("Type");
        snapshot(scene, thing);
    }

    /** Keeps what an object was before a change. */
    private static void snapshot(Scene scene, Thing thing) {
        Object id = scene.realm.ids.next("Snapshot", Ids.Form.STUDIO);
        long version = scene.store.where("Snapshot", "ObjectId", thing.key()).size() + 1L;
        scene.store.add("Snapshot", id, Values.of("Id", id, "ObjectId", thing.key(), "Type", thing.kind(),
                "Namespace", thing.text("ProjectId"), "Version", version, "Comment", "",
                "CreateUser", scene.account(), "CreateTime", scene.now(),
                "Content", Values.of("Spec", thing.get("Spec"))));
    }

    @Override
    public void deleting(Scene scene, Thing thing) throws Refusal {
        if (thing.get("TaskId") != null || thing.get("Deployed") != null
                || thing.kind().equals("WorkflowDefinition") && thing.get("WorkflowId") != null) {
            throw Refusal.error(400, "InvalidParameter." + thing.kind() + "Deployed", thing.kind() + " " + thing.get("Name")
                    + " is deployed and cannot be deleted; take it offline first (已发布的对象不能删除,请先下线)");
        }
        if (thing.kind().equals("WorkflowDefinition")) {
            for (Thing node : scene.store.where("Node", "ContainerId", thing.key())) {
                deleting(scene, node);
                scene.store.remove(node);
            }
        }
    }
}
