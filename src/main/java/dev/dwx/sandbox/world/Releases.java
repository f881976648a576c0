package dev.dwx.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What publishing does: an object of Data Studio gets, keeps or loses its counterpart in the scheduler. */
final class Releases {
    private Releases() {
    }

    /** Publishes an object, or takes it offline. */
    static void release(Scene scene, Thing object, boolean offline) {
        switch (object.kind()) {
            case "Node" -> node(scene, object, offline);
            case "WorkflowDefinition" -> workflow(scene, object, offline);
            default -> scene.store.put(without(object, "Deployed").with(offline ? Map.of()
                    : Values.of("Deployed", true)));
        }
    }

    /** What was released of a draft is no more, and the draft forgets its id. */
    private static void withdraw(Scene scene, Thing draft, String released) {
        Thing thing = scene.store.find(released, draft.get(released + "Id"));
        if (thing != null) {
            scene.store.remove(thing);
        }
        scene.store.put(without(draft, released + "Id"));
    }

    private static Thing without(Thing thing, String field) {
        Map<String, Object> fields = new LinkedHashMap<>(thing.fields());
        fields.remove(field);
        return new Thing(thing.kind(), thing.key(), thing.sequence(), fields, thing.steps());
    }

    private static void node(Scene scene, Thing node, boolean offline) {
        if (offline) {
            withdraw(scene, node, "Task");
            return;
        }
        Object id = node.get("TaskId") == null ? scene.realm.ids.next("Task", Ids.Form.WHOLE) : node.get("TaskId");
        Map<String, Object> fields = task(scene, node);
        fields.put("Id", id);
        Thing old = scene.store.find("Task", id);
        if (old == null) {
            fields.putAll(Values.of("CreateTime", scene.now(), "CreateUser", scene.account()));
            Thing task = scene.store.add("Task", id, fields);
            if ("Immediately".equalsIgnoreCase(String.valueOf(fields.get("InstanceMode")))
                    && "Scheduler".equals(Values.at(fields.get("Trigger"), "Type"))) {
                today(scene, task);
            }
        } else {
            scene.store.put(old.with(fields));
        }
        scene.store.put(node.with(Values.of("TaskId", id)));
    }

    /** A task that is not to wait for the next day has instances for what is left of this one. */
    private static void today(Scene scene, Thing task) {
        LocalDate biz = scene.realm.date(scene.now()).minusDays(1);
        DeployedDays.begin(scene.store, scene.realm.ids, DeployedDays.instances(scene.store, scene.realm.ids, scene.account(),
                scene.realm.zone, task, biz, scene.now()), scene.realm.midnight(biz));
    }

    /** The scheduler's view of a node. */
    private static Map<String, Object> task(Scene scene, Thing node) {
        List<Object> outputs = new ArrayList<>();
        for (String output : Specs.outputs(node.fields())) {
            outputs.add(Values.of("Output", output));
        }
        List<Object> dependencies = new ArrayList<>();
        List<String> wanted = StudioObjects.depends(scene, node);
        for (Thing other : scene.store.all("Task")) {
            for (Object port : Values.list(Values.at(other.get("Outputs"), "TaskOutputs"))) {
                if (wanted.contains(String.valueOf(Values.at(port, "Output")))) {
                    dependencies.add(Values.of("Type", "Normal", "UpstreamTaskId", other.get("Id"),
                            "UpstreamOutput", Values.at(port, "Output")));
                }
            }
        }
        Object rerun = node.get("RerunMode");
        return Values.of("Name", node.get("Name"), "Description", node.get("Description"),
                "Type", Values.at(node.get("Script"), "Runtime", "Command"), "Owner", node.get("Owner"),
                "ProjectId", node.get("ProjectId"), "ProjectEnv", "Prod", "Priority", 1L, "BaselineId", 0L,
                "RerunMode", "Denied".equals(rerun) ? "AllDenied" : "FailureAllowed".equals(rerun) ? "FailureAllowed"
                        : "AllAllowed",
                "RerunTimes", Values.number(Values.at(node.get("Strategy"), "RerunTimes")),
                "RerunInterval", Values.number(Values.at(node.get("Strategy"), "RerunInterval")),
                "Timeout", Values.number(Values.at(node.get("Strategy"), "Timeout")),
                "InstanceMode", Values.at(node.get("Strategy"), "InstanceMode") == null ? "T+1"
                        : Values.at(node.get("Strategy"), "InstanceMode"),
                "DataSource", node.get("DataSource"), "RuntimeResource", node.get("RuntimeResource"),
                "Trigger", Specs.merge(node.get("Trigger") == null ? Map.of("Type", "Manual")
                        : Values.map(node.get("Trigger")), Values.of("Recurrence", node.get("Recurrence"))),
                "Script", Values.of("Content", Values.at(node.get("Script"), "Content"),
                        "Parameters", parameters(Values.at(node.get("Script"), "Parameters"))),
                "Inputs", Values.of("Variables", List.of()),
                "Outputs", Values.of("TaskOutputs", outputs, "Variables", List.of()),
                "Dependencies", dependencies, "WorkflowId", 1L, "Tags", List.of(), "NodeId", node.key(),
                "ModifyTime", scene.now(), "ModifyUser", scene.account());
    }

    /** {@code name=value name=value}: how the scheduler writes a script's parameters. */
    private static String parameters(Object list) {
        StringBuilder text = new StringBuilder();
        for (Object parameter : Values.list(list)) {
            if (Values.at(parameter, "name") != null) {
                text.append(text.length() == 0 ? "" : " ").append(Values.at(parameter, "name")).append('=')
                        .append(Values.at(parameter, "value"));
            }
        }
        return text.toString();
    }

    private static void workflow(Scene scene, Thing definition, boolean offline) {
        if (offline) {
            withdraw(scene, definition, "Workflow");
            return;
        }
        Object id = definition.get("WorkflowId") == null ? scene.realm.ids.next("Workflow", Ids.Form.WHOLE)
                : definition.get("WorkflowId");
        Map<String, Object> fields = Values.of("Id", id, "Name", definition.get("Name"),
                "ProjectId", definition.get("ProjectId"), "EnvType", "Prod", "Owner", definition.get("Owner"),
                "Description", definition.get("Description"), "Trigger", definition.get("Trigger"),
                "CreateUser", scene.account(), "ModifyUser", scene.account(), "ModifyTime", scene.now());
        Thing old = scene.store.find("Workflow", id);
        if (old == null) {
            fields.put("CreateTime", scene.now());
            scene.store.add("Workflow", id, fields);
        } else {
            scene.store.put(old.with(fields));
        }
        scene.store.put(definition.with(Values.of("WorkflowId", id)));
    }
}
