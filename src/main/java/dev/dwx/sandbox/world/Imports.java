package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    private static List<Map<String, Object>> nodes(Map<String, Object> spec, Map<String, Object> workflow) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (Object source : List.of(Values.list(workflow.get("nodes")), Values.list(Values.at(spec, "spec", "nodes")))) {
            for (Object node : (List<?>) source) {
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
        for (Object section : new Object[] {workflow.get("dependencies"), workflow.get("flow"),
            Values.at(spec, "spec", "dependencies"), Values.at(spec, "spec", "flow")}) {
            for (Object flow : Values.list(section)) {
                Object of = Values.at(flow, "nodeId");
                if (of != null && (Values.same(of, node.get("id")) || Values.same(of, node.get("name")))) {
                    own.add(flow);
                }
            }
        }
        return own;
    }

    private static void put(Scene scene, String kind, String id, Map<String, Object> spec,
            Map<String, Object> entity, Object project, Object container) {
        Map<String, Object> fields = new LinkedHashMap<>(StudioObjects.described(scene, kind, id, spec, entity));
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
