package dev.dwx.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Runs that somebody asks for: one-off tasks, smoke tests, backfills, manual workflows, in both versions. */
final class Launches implements Behaviours {
    private static final long SECOND = 1_000L;
    /** Kinds of launches whose tasks are those of the one workflow that every scheduled task belongs to. */
    private static final Set<String> ONE = Set.of("SmokeTest", "SupplementData", "Manual");

    @Override
    public Handler find(boolean legacy, String name) {
        switch (name) {
            case "ExecuteAdhocWorkflowInstance":
                return this::adhoc;
            case "CreateWorkflowInstances":
                return this::create;
            case "GetCreateWorkflowInstancesResult":
            case "GetRerunWorkflowInstancesResult":
                return scene -> scene.success("Result", operation(scene).fields());
            case "RerunWorkflowInstances":
                return this::rerun;
            case "TriggerSchedulerTaskInstance":
                return scene -> trigger(scene, "TaskId", scene.number("TriggerTime"));
            case "RunTriggerNode":
                return scene -> trigger(scene, "NodeId", scene.number("CycleTime"));
            case "RunSmokeTest":
            case "CreateDagTest":
                return this::smokeTest;
            case "RunCycleDagNodes":
            case "CreateDagComplement":
                return this::backfill;
            case "RunManualDagNodes":
            case "CreateManualDag":
                return this::manual;
            default:
                return null;
        }
    }

    private static Thing operation(Scene scene) throws Refusal {
        return scene.need("Operation", scene.text("OperationId"));
    }

    private Map<String, Object> adhoc(Scene scene) throws Refusal {
        List<Object> tasks = scene.list("Tasks");
        if (tasks.isEmpty()) {
            throw Refusal.missing("Tasks");
        }
        Set<Object> codes = new LinkedHashSet<>();
        for (Object task : tasks) {
            need(task, "ClientUniqueCode", "ClientUniqueCode");
            for (String name : List.of("Name", "Type", "Owner")) {
                need(task, "Tasks." + name, name);
            }
            String type = Values.at(task, "Type").toString();
            if (!type.equals(type.toUpperCase(Locale.ROOT))) {
                throw Refusal.invalid("Tasks.Type is not a known task type: " + type);
            }
            if (Values.at(task, "RuntimeResource", "ResourceGroupId") == null) {
                throw Refusal.missing("Tasks.RuntimeResource.ResourceGroupId");
            }
            Object group = Values.at(task, "RuntimeResource", "ResourceGroupId");
            Resources.bound(scene, group);
            Object source = Values.at(task, "DataSource", "Name");
            if (source != null) {
                Resources.named(scene, source);
            }
            if (!codes.add(Values.at(task, "ClientUniqueCode"))) {
                throw Refusal.invalid("ClientUniqueCode occurs twice: " + Values.at(task, "ClientUniqueCode"));
            }
        }
        long biz = LaunchDays.business(scene, scene.number("BizDate"));
        Thing flow = LaunchedFlows.flow(scene, scene.text("Name"), "Adhoc", scene.project(), biz);
        Map<Object, Object> outputs = new LinkedHashMap<>();
        List<Thing> made = new ArrayList<>();
        for (Object given : tasks) {
            Map<String, Object> fields = Values.map(given);
            fields.putAll(Values.of("TaskName", fields.get("Name"), "TaskType", fields.get("Type")));
            fields.keySet().removeAll(List.of("Name", "Type"));
            Thing instance = LaunchedFlows.instance(scene, flow, fields, biz);
            made.add(instance);
            for (Object output : Values.list(Values.at(given, "Outputs", "TaskOutputs"))) {
                outputs.put(Values.at(output, "Output"), instance.get("Id"));
            }
        }
        for (Thing instance : made) {
            List<Object> upstream = new ArrayList<>();
            for (Object dependency : Values.list(instance.get("Dependencies"))) {
                Object before = outputs.get(Values.at(dependency, "UpstreamOutput"));
                if (before == null || before.equals(instance.get("Id"))) {
                    throw Refusal.invalid("Tasks.Dependencies.UpstreamOutput is the output of no other task of the call: "
                            + Values.at(dependency, "UpstreamOutput"));
                }
                upstream.add(before);
            }
            scene.store.put(instance.with(Dispatching.course(upstream, 0L, 3 * SECOND, 4 * SECOND)));
            Dispatching.arrive(scene.store, scene.realm.ids, instance.get("Id"), scene.now());
        }
        scene.store.put(scene.store.find("WorkflowInstance", flow.key()).with(Values.of("Status", "WaitResource")));
        return scene.success("WorkflowInstanceId", flow.get("Id"));
    }

    private static void need(Object task, String shown, String name) throws Refusal {
        if (Values.at(task, name) == null || Values.at(task, name).toString().isEmpty()) {
            throw Refusal.missing(shown);
        }
    }

    private Map<String, Object> create(Scene scene) throws Refusal {
        if (ONE.contains(String.valueOf(scene.text("Type"))) && scene.number("WorkflowId") != null
                && scene.number("WorkflowId") != 1) {
            throw Refusal.invalid("WorkflowId must be 1 for " + scene.text("Type") + " of scheduled tasks, and is "
                    + scene.number("WorkflowId") + ".");
        }
        Object id = scene.realm.ids.uuid("Operation", scene.realm.ids.count("Operation"));
        List<Thing> tasks = new ArrayList<>();
        String trouble = null;
        for (Object root : Values.list(Values.at(scene.argument("DefaultRunProperties"), "RootTaskIds"))) {
            Thing task = scene.store.find("Task", root);
            if (task == null) {
                trouble = "node not found: " + root;
            } else {
                tasks.add(task);
            }
        }
        for (Object more : Values.list(Values.at(scene.argument("DefaultRunProperties"), "IncludeTaskIds"))) {
            Thing task = scene.store.find("Task", more);
            if (task != null && !tasks.contains(task)) {
                tasks.add(task);
            }
        }
        if (tasks.isEmpty() && trouble == null) {
            trouble = "no task is named in DefaultRunProperties.RootTaskIds";
        }
        LaunchedFlows launched = new LaunchedFlows(scene, scene.text("Type"), scene.text("Name"));
        List<LocalDate> days = LaunchDays.of(scene);
        if (trouble == null) {
            Long parallel = Values.number(Values.at(scene.argument("DefaultRunProperties"), "Parallelism"));
            int most = "SupplementData".equals(scene.text("Type")) ? parallel == null ? 1 : parallel.intValue() : days.size();
            for (int i = 0; i < days.size(); i++) {
                launched.run(tasks, days.get(i), 5 * SECOND, i < most ? null : launched.flows.get(i - most));
            }
        }
        scene.store.put(scene.store.add("Operation", id, Values.of("Status", "Creating")).then(List.of(
                new Thing.Step(scene.now() + 4 * SECOND, trouble != null
                        ? Values.of("Status", "CreateFailure", "FailureMessage", trouble)
                        : Values.of("Status", "Created", "WorkflowInstanceIds", launched.flows,
                        "UnifiedWorkflowInstanceIds", launched.flows, "WorkflowTaskInstanceIds", launched.instances)))));
        return scene.success("OperationId", id);
    }

    private Map<String, Object> rerun(Scene scene) throws Refusal {
        scene.project();
        Object id = scene.realm.ids.uuid("Operation", scene.realm.ids.count("Operation"));
        for (Object flowId : scene.list("Ids")) {
            restart(scene, scene.need("WorkflowInstance", flowId));
        }
        scene.store.put(scene.store.add("Operation", id, Values.of("Status", "Creating")).then(List.of(
                new Thing.Step(scene.now() + 3 * SECOND, Values.of("Status", "Created")))));
        return scene.success("OperationId", id);
    }

    /** Every task of a workflow instance runs once more, in their order. */
    private static void restart(Scene scene, Thing flow) {
        List<Thing> tasks = scene.store.where("TaskInstance", "WorkflowInstanceId", flow.get("Id"));
        Map<String, Object> opened = new LinkedHashMap<>(flow.fields());
        opened.keySet().removeAll(List.of("FinishedTime", "StartedTime"));
        opened.putAll(Values.of("Status", "Running", "Managed", true));
        scene.store.put(new Thing(flow.kind(), flow.key(), flow.sequence(), opened, List.of()));
        for (Thing task : tasks) {
            if (Runs.ended(task.get("Status"))) {
                Dispatching.keep(scene, task);
            }
            Map<String, Object> fields = new LinkedHashMap<>(task.fields());
            fields.keySet().removeAll(List.of("FinishedTime", "StartedTime", "Output", "ErrorMessage", "AfterFlow"));
            List<Object> upstream = Values.list(task.get("Upstream"));
            fields.putAll(Dispatching.course(upstream, 0L, SECOND, 8 * SECOND));
            fields.putAll(Values.of("Status", "NotRun", "RunNumber", task.number("RunNumber") + 1));
            scene.store.put(new Thing(task.kind(), task.key(), task.sequence(), fields, List.of()));
            Dispatching.arrive(scene.store, scene.realm.ids, task.get("Id"), scene.now() + 2 * SECOND);
        }
    }

    private Map<String, Object> trigger(Scene scene, String name, Long time) throws Refusal {
        Thing task = task(scene, scene.argument(name));
        LocalDate day = scene.realm.date(time == null ? scene.now() : time).minusDays(1);
        new LaunchedFlows(scene, "Normal", task.text("Name")).run(List.of(task), day, 3 * SECOND, null);
        return scene.success();
    }

    private static Thing task(Scene scene, Object id) throws Refusal {
        Thing task = scene.store.find("Task", id);
        if (task == null) {
            throw Refusal.of(400, "Invalid.Wkbench.NodeNotExist", "node not found: " + id);
        }
        return task;
    }

    private Map<String, Object> smokeTest(Scene scene) throws Refusal {
        Thing task = task(scene, scene.argument("NodeId"));
        Thing flow = new LaunchedFlows(scene, "SmokeTest", scene.text("Name")).run(List.of(task),
                LaunchDays.legacy(scene.text("Bizdate"), "Bizdate", false), 2 * SECOND, null);
        return scene.success("Data", flow.get("Id"));
    }

    private Map<String, Object> backfill(Scene scene) throws Refusal {
        Set<Thing> tasks = new LinkedHashSet<>();
        for (Object id : scene.list("IncludeNodeIds")) {
            tasks.add(task(scene, id));
        }
        if (tasks.isEmpty()) {
            tasks.add(task(scene, scene.argument("RootNodeId")));
        }
        LaunchedFlows launched = new LaunchedFlows(scene, "SupplementData", scene.text("Name"));
        LocalDate to = LaunchDays.legacy(scene.text("EndBizDate"), "EndBizDate", true);
        LocalDate day = LaunchDays.legacy(scene.text("StartBizDate"), "StartBizDate", true);
        if (day.isAfter(to)) {
            throw LaunchDays.refused("StartBizDate is after EndBizDate: " + day + ", " + to);
        }
        for (int count = 0; !day.isAfter(to) && count < LaunchDays.MOST_DAYS; count++) {
            launched.run(new ArrayList<>(tasks), day, 2 * SECOND, null);
            day = day.plusDays(1);
        }
        return scene.success("Data", launched.flows);
    }

    private Map<String, Object> manual(Scene scene) throws Refusal {
        Thing project = scene.project() != null ? scene.realm.project(scene.project())
                : scene.realm.projectNamed(scene.text("ProjectName"));
        if (project == null) {
            throw Refusal.noProject(scene.text("ProjectName"));
        }
        String given = scene.text("BizDate") == null ? scene.text("StartBizDate") : scene.text("BizDate");
        LocalDate day = given == null ? scene.realm.date(scene.now()).minusDays(1) : LaunchDays.legacy(given, "BizDate", true);
        if (!day.isBefore(scene.realm.date(scene.now()))) {
            throw Refusal.of(400, "Invalid.Wkbench.Parameter", "BizDate must be before today: " + given);
        }
        List<Thing> tasks = new ArrayList<>();
        for (Object id : scene.list("IncludeNodeIds")) {
            tasks.add(task(scene, id));
        }
        LaunchedFlows launched = new LaunchedFlows(scene, "ManualWorkflow", scene.text("FlowName"));
        Thing flow = tasks.isEmpty() ? LaunchedFlows.flow(scene, scene.text("FlowName"), "ManualWorkflow", project.get("Id"),
                scene.realm.midnight(day)) : launched.run(tasks, day, 2 * SECOND, null);
        if (tasks.isEmpty()) {
            scene.store.put(flow.then(Runs.run(scene.now() + SECOND, SECOND, "Success")));
        }
        return scene.success("DagId", flow.get("Id"));
    }
}
