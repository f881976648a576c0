package dev.dwx.sandbox.world;

import dev.dwx.catalog.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Scheduler tasks: who depends on whom, what they read and write, and the previous version's view of them. */
final class Tasks implements Behaviours, Custom {
    private static final String TASK = "Task";

    @Override
    public Handler find(boolean legacy, String name) {
        switch (name) {
            case "ListUpstreamTasks":
                return scene -> wrapped(scene, neighbours(scene, scene.find(TASK), true), "UpstreamTasks", TASK,
                        "Tasks");
            case "ListDownstreamTasks":
                return scene -> wrapped(scene, neighbours(scene, scene.find(TASK), false), "DownstreamTasks", TASK,
                        "Tasks");
            case "BatchUpdateTasks":
                return this::updateAll;
            case "GetNodeParents":
                return scene -> Listing.page(scene, ListPlace.of(scene.operation),
                        neighbours(scene, scene.find(TASK), true));
            case "GetNodeChildren":
                return scene -> Listing.page(scene, ListPlace.of(scene.operation),
                        neighbours(scene, scene.find(TASK), false));
            case "GetNodeCode":
                return scene -> scene.success("Data", Values.at(scene.find(TASK).get("Script"), "Content"));
            case "ListNodeInputOrOutput":
            case "ListNodeIO":
                return this::ports;
            case "ListNodesByOutput":
            case "SearchNodesByOutput":
                return this::byOutput;
            case "UpdateNodeOwner":
                return scene -> changed(scene, Values.of("Owner", scene.text("UserId")));
            case "UpdateNodeRunMode":
                return this::runMode;
            case "OfflineNode":
                return scene -> {
                    Crud.remove(scene, scene.find(TASK));
                    return scene.success();
                };
            case "ListInnerNodes":
                return scene -> Listing.page(scene, ListPlace.of(scene.operation), List.of());
            case "GetFileTypeStatistic":
            case "ListProgramTypeCount":
                return this::typeCounts;
            default:
                return null;
        }
    }

    /** The tasks that one waits for, or those that wait for it. */
    static List<Thing> neighbours(Scene scene, Thing task, boolean above) {
        List<Thing> found = new ArrayList<>();
        if (above) {
            for (Object dependency : Values.list(task.get("Dependencies"))) {
                Thing other = scene.store.find(TASK, Values.at(dependency, "UpstreamTaskId"));
                if (other != null && !found.contains(other)) {
                    found.add(other);
                }
            }
            return found;
        }
        for (Thing other : scene.store.all(TASK)) {
            for (Object dependency : Values.list(other.get("Dependencies"))) {
                if (Values.same(Values.at(dependency, "UpstreamTaskId"), task.get("Id")) && !found.contains(other)) {
                    found.add(other);
                }
            }
        }
        return found;
    }

    /** A page that holds its things twice: plain, and each wrapped with the kind of dependency. */
    static Map<String, Object> wrapped(Scene scene, List<Thing> things, String outer, String inner, String plain)
            throws Refusal {
        Schema container = scene.operation.resolve(scene.operation.resolve(scene.operation.response()).properties()
                .get("PagingInfo"));
        Schema item = scene.operation.resolve(scene.operation.resolve(container.properties().get(plain)).items());
        Map<String, Object> body = Listing.page(scene, new ListPlace(List.of("PagingInfo"), container, plain, item),
                things);
        Map<String, Object> page = Values.map(body.get("PagingInfo"));
        List<Object> wrapped = new ArrayList<>();
        for (Object shown : Values.list(page.get(plain))) {
            wrapped.add(Values.of("DependencyType", "Normal", inner, shown));
        }
        Object fitting = scene.realm.projection.value(scene.operation, container.properties().get(outer), wrapped,
                outer);
        if (fitting != null) {
            page.put(outer, fitting);
        }
        body.put("PagingInfo", page);
        return body;
    }

    private Map<String, Object> updateAll(Scene scene) {
        Map<String, Object> results = new LinkedHashMap<>();
        for (Object given : scene.list("Tasks")) {
            Map<String, Object> change = Values.map(given);
            Object id = change == null ? null : change.remove("Id");
            Thing task = scene.store.find(TASK, id);
            if (task != null) {
                change.remove("EnvType");
                scene.change(task, merged(task, change));
            }
            results.put(String.valueOf(id), Values.of("Success", task != null, "Message",
                    task == null ? "Task does not exist: " + id : ""));
        }
        return scene.success("SuccessInfo", results);
    }

    private static Map<String, Object> merged(Thing task, Map<String, Object> change) {
        Map<String, Object> merged = new LinkedHashMap<>();
        change.forEach((name, value) -> {
            Map<String, Object> before = Values.map(task.get(name));
            Map<String, Object> after = Values.map(value);
            merged.put(name, before != null && after != null ? Specs.merge(before, after) : value);
        });
        return merged;
    }

    private static Map<String, Object> changed(Scene scene, Map<String, Object> change) throws Refusal {
        scene.change(scene.find(TASK), change);
        return scene.success();
    }

    private Map<String, Object> runMode(Scene scene) throws Refusal {
        Long mode = scene.number("SchedulerType");
        Thing task = scene.find(TASK);
        Map<String, Object> trigger = Specs.merge(Values.map(task.get("Trigger")), Values.of("Recurrence",
                mode != null && mode == 2 ? "Pause" : mode != null && mode == 3 ? "Skip" : "Normal"));
        return changed(scene, Values.of("Trigger", trigger));
    }

    private Map<String, Object> ports(Scene scene) throws Refusal {
        Thing task = scene.find(TASK);
        List<Object> data = new ArrayList<>();
        if ("INPUT".equalsIgnoreCase(scene.text("IoType"))) {
            for (Object dependency : Values.list(task.get("Dependencies"))) {
                data.add(port(Values.at(dependency, "UpstreamOutput"), Values.at(dependency, "UpstreamTaskId")));
            }
        } else {
            for (Object output : Values.list(Values.at(task.get("Outputs"), "TaskOutputs"))) {
                data.add(port(Values.at(output, "Output"), task.get("Id")));
            }
        }
        return scene.success("Data", data);
    }

    private static Map<String, Object> port(Object output, Object id) {
        String text = String.valueOf(output);
        return Values.of("Data", text, "NodeId", id, "TableName", text.substring(text.indexOf('.') + 1));
    }

    private Map<String, Object> byOutput(Scene scene) {
        ListPlace place = ListPlace.of(scene.operation);
        List<Object> rows = new ArrayList<>();
        Map<String, Object> names = new LinkedHashMap<>();
        for (Object output : scene.list("Outputs")) {
            List<Object> nodes = new ArrayList<>();
            for (Thing task : scene.store.all(TASK)) {
                for (Object port : Values.list(Values.at(task.get("Outputs"), "TaskOutputs"))) {
                    if (Values.same(Values.at(port, "Output"), output)) {
                        Schema item = place == null ? null : place.item().properties().get("NodeList");
                        nodes.add(item == null ? Values.of("NodeId", task.get("Id"), "NodeName", task.get("Name"))
                                : scene.realm.projection.object(scene.operation, scene.operation.resolve(item).items(),
                                TASK, showing(scene, task)));
                    }
                }
            }
            rows.add(Values.of("Output", output, "NodeList", nodes));
            names.put(output.toString(), nodes);
        }
        return scene.success("Data", place == null ? names : rows);
    }

    private Map<String, Object> typeCounts(Scene scene) throws Refusal {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Thing task : scene.store.all(TASK)) {
            if (scene.inProject(task)) {
                counts.merge(task.text("Type"), 1L, Long::sum);
            }
        }
        List<Object> rows = new ArrayList<>();
        counts.forEach((type, count) -> rows.add(Values.of("ProgramType", type, "Count", count)));
        return scene.success("ProgramTypeAndCounts", rows);
    }

    @Override
    public void updating(Scene scene, Thing task, Map<String, Object> changes) throws Refusal {
        Specs.cron(Values.of("trigger", Values.of("cron", Values.at(changes.get("Trigger"), "Cron"))));
        changes.remove("ProjectEnv");
        changes.putAll(merged(task, changes));
    }

    @Override
    public void deleting(Scene scene, Thing task) throws Refusal {
        for (Thing node : scene.store.where("Node", "TaskId", task.get("Id"))) {
            Map<String, Object> fields = new LinkedHashMap<>(node.fields());
            fields.remove("TaskId");
            scene.store.put(new Thing(node.kind(), node.key(), node.sequence(), fields, node.steps()));
        }
    }

    @Override
    public Map<String, Object> showing(Scene scene, Thing task) {
        Map<String, Object> shown = new LinkedHashMap<>(task.fields());
        Object recurrence = Values.at(task.get("Trigger"), "Recurrence");
        Object type = Values.at(task.get("Trigger"), "Type");
        shown.putAll(Values.of(
                "Cron", Values.at(task.get("Trigger"), "Cron"),
                "TriggerType", type, "TriggerRecurrence", recurrence,
                "SchedulerType", "Manual".equals(type) ? "MANUAL" : recurrence == null ? "NORMAL"
                        : recurrence.toString().toUpperCase(Locale.ROOT),
                "ResourceGroupId", Values.at(task.get("RuntimeResource"), "ResourceGroupId"),
                "ResGroupName", "orders_serverless",
                "DataSourceName", Values.at(task.get("DataSource"), "Name"),
                "ScriptParameters", Values.at(task.get("Script"), "Parameters"),
                "Repeatable", !"AllDenied".equals(task.get("RerunMode")),
                "FileType", StudioSeed.type(task.get("Type")), "RelatedFlowId", 0L,
                "StepType", "Normal", "EnvType", task.get("ProjectEnv")));
        return shown;
    }
}
