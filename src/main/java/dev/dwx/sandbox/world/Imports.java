package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Importing a workflow with its nodes in one go: what exists by id or name is updated, the rest is made. */
final class Imports {
    private Imports() {
    }

    /** Checks the workflow and every node before anything is made. */
    static void check(Map<String, Object> spec) throws Refusal {
        Map<String, Object> workflow = Specs.entity("WorkflowDefinition", spec);
        Specs.check("WorkflowDefinition", workflow);
        for (Map<String, Object> node : nodes(spec, workflow)) {
            Specs.check("Node", node);
        }
    }

    /** What lets the job of an import fail: names that are taken, groups and sources that are not there; {@code null} for nothing. */
    static String trouble(Scene scene, Map<String, Object> spec) throws Refusal {
        Map<String, Object> workflow = Specs.entity("WorkflowDefinition", spec);
        Thing definition = existing(scene, "WorkflowDefinition", workflow, scene.project(), null);
        Set<Object> names = new HashSet<>();
        for (Map<String, Object> node : nodes(spec, workflow)) {
            Thing old = definition == null ? byId(scene, "Node", node) : existing(scene, "Node", node, scene.project(), definition.key());
            boolean taken = !names.add(node.get("name"));
            for (Thing other : scene.store.where("Node", "Name", node.get("name"))) {
                taken |= scene.inProject(other) && (old == null || !old.key().equals(other.key()));
            }
            if (taken) {
                return "Node with the same name already exists: " + node.get("name");
            }
            Object command = Values.at(node, "script", "runtime", "command");
            if (old != null && !Values.same(Values.at(old.get("Script"), "Runtime", "Command"), command)) {
                return "Node type (command) cannot be changed after creation: " + node.get("name") + " is "
                        + Values.at(old.get("Script"), "Runtime", "Command") + ", not " + command;
            }
            try {
                StudioObjects.resources(scene, node);
                Forms.name(node.get("name"));
            } catch (Refusal e) {
                return node.get("name") + ": " + e.getMessage();
            }
        }
        return null;
    }

    private static Thing byId(Scene scene, String kind, Map<String, Object> entity) {
        return scene.store.find(kind, entity.get("id"));
    }

    private static List<Map<String, Object>> nodes(Map<String, Object> spec, Map<String, Object> workflow) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        // The older form of a workflow is the body itself: what is in it counts once.
        Set<Object> lists = new LinkedHashSet<>(Arrays.asList(Values.list(workflow.get("nodes")), Values.list(Values.at(spec, "spec", "nodes"))));
        for (Object list : lists) {
            for (Object node : (List<?>) list) {
                if (node instanceof Map) {
                    nodes.add(Values.map(node));
                }
            }
        }
        return nodes;
    }

    /** The id that the workflow has, or will have. */
    static String workflowId(Scene scene, Map<String, Object> spec) throws Refusal {
        Map<String, Object> workflow = Specs.entity("WorkflowDefinition", spec);
        Thing old = existing(scene, "WorkflowDefinition", workflow, scene.project(), null);
        return old != null ? old.key() : scene.realm.ids.next("WorkflowDefinition", Ids.Form.STUDIO).toString();
    }

    private static Thing existing(Scene scene, String kind, Map<String, Object> entity, Object project,
            Object container) {
        Thing byId = scene.store.find(kind, entity.get("id"));
        if (byId != null) {
            return byId;
        }
        for (Thing thing : scene.store.where(kind, "Name", entity.get("name"))) {
            if (Values.same(thing.get("ProjectId"), project)
                    && (container == null || Values.same(thing.get("ContainerId"), container))) {
                return thing;
            }
        }
        return null;
    }

    /** Makes what the import describes, at the moment that its job is done. */
    static void carryOut(Scene scene, Map<String, Object> details) {
        Map<String, Object> spec = Values.object(Values.text(details.get("Spec")));
        Map<String, Object> workflow = Specs.entity("WorkflowDefinition", spec);
        Object project = details.get("ProjectId");
        String id = Values.text(details.get("WorkflowId"));
        put(scene, "WorkflowDefinition", id, spec, workflow, project, null);
        for (Map<String, Object> node : nodes(spec, workflow)) {
            Thing old = existing(scene, "Node", node, project, id);
            String nodeId = old != null ? old.key() : scene.realm.ids.next("Node", Ids.Form.STUDIO).toString();
            Map<String, Object> own = Values.of("version", spec.get("version"), "kind", "Node", "spec",
                    Values.of("nodes", List.of(node), "dependencies", dependencies(spec, workflow, node)));
            put(scene, "Node", nodeId, own, node, project, id);
        }
    }

    private static List<Object> dependencies(Map<String, Object> spec, Map<String, Object> workflow,
            Map<String, Object> node) {
        List<Object> own = new ArrayList<>();
        Set<Object> sections = new LinkedHashSet<>(Arrays.asList(workflow.get("dependencies"), workflow.get("flow"),
                Values.at(spec, "spec", "dependencies"), Values.at(spec, "spec", "flow")));
        for (Object section : sections) {
            for (Object flow : Values.list(section)) {
                Object of = Values.at(flow, "nodeId");
                if (of != null && (Values.same(of, node.get("id")) || Values.same(of, node.get("name")))) {
                    own.add(byOutput(flow, nodes(spec, workflow)));
                }
            }
        }
        return own;
    }

    /** An edge to a node of the same document means the first output of that node; one without any leads nowhere. */
    private static Object byOutput(Object flow, List<Map<String, Object>> nodes) {
        List<Object> depends = new ArrayList<>();
        for (Object one : Values.list(Values.at(flow, "depends"))) {
            Map<String, Object> edge = Values.map(one);
            Object target = edge == null || edge.get("output") != null ? null : edge.get("nodeId");
            for (Map<String, Object> node : target == null ? List.<Map<String, Object>>of() : nodes) {
                Map<String, Object> first = Values.first(node, "outputs", "nodeOutputs");
                boolean meant = Values.same(target, node.get("id")) || Values.same(target, node.get("name"));
                if (meant && first != null && first.get("data") != null) {
                    edge.put("output", first.get("data"));
                }
            }
            depends.add(edge == null ? one : edge);
        }
        return Specs.merge(Values.map(flow), Values.of("depends", depends));
    }

    private static List<Object> names(Map<String, Object> entity) {
        List<Object> names = new ArrayList<>();
        for (Object name : new Object[] {entity.get("id"), entity.get("name")}) {
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    private static void put(Scene scene, String kind, String id, Map<String, Object> spec,
            Map<String, Object> entity, Object project, Object container) {
        Map<String, Object> fields = new LinkedHashMap<>(StudioObjects.described(scene, kind, id, spec, entity, names(entity)));
        fields.putAll(Values.of("ProjectId", project, "ContainerId", container, "ModifyTime", scene.now(),
                "Scene", kind.equals("Node") ? "DataworksProject" : null));
        Thing old = scene.store.find(kind, id);
        if (old != null) {
            scene.store.put(old.with(fields));
        } else {
            fields.putAll(Values.of("CreateTime", scene.now(), "CreateUser", scene.account()));
            scene.store.add(kind, id, fields);
        }
    }
}
