package dev.dwx.sandbox.world;

import dev.dwx.sandbox.sql.SqlOutcome;
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
        long biz = scene.number("BizDate") == null
                ? scene.realm.midnight(scene.realm.date(scene.now()).minusDays(1)) : scene.number("BizDate");
        Thing flow = flow(scene, scene.text("Name"), "Adhoc", scene.project(), biz);
        long start = scene.now() + 3 * SECOND;
        boolean failed = false;
        for (Object given : tasks) {
            Map<String, Object> fields = Values.map(given);
            String end = failed ? "NotRun" : Outcome.of(scene, fields);
            if (end.equals("Success") && Warehouses.plays(fields.get("Type"))) {
                SqlOutcome outcome = scene.realm.warehouses.run(fields.get("Type"), scene.realm.project(scene.project()),
                        environment(scene).equals("Dev"), String.valueOf(Values.at(fields.get("Script"), "Content")), start);
                fields.put("Output", outcome.log());
                end = outcome.failure() == null ? end : "Failure";
            }
            fields.putAll(Values.of("TaskName", fields.get("Name"), "TaskType", fields.get("Type"),
                    "ErrorMessage", end.equals("Failure") ? Outcome.message(scene, fields) : null));
            fields.keySet().removeAll(List.of("Name", "Type", "Dependencies"));
            Thing instance = instance(scene, flow, fields, biz);
            if (!failed) {
                scene.store.put(instance.with(Values.of("Status", "WaitResource", "WaitingResourceTime", scene.now()))
                        .then(Runs.run(start, 4 * SECOND, end)));
                start += 5 * SECOND;
            }
            failed |= end.equals("Failure");
        }
        scene.store.put(flow.with(Values.of("Status", "WaitResource"))
                .then(Runs.run(scene.now() + 3 * SECOND, start - scene.now() - 4 * SECOND,
                        failed ? "Failure" : "Success")));
        return scene.success("WorkflowInstanceId", flow.get("Id"));
    }

    private static void need(Object task, String shown, String name) throws Refusal {
        if (Values.at(task, name) == null || Values.at(task, name).toString().isEmpty()) {
            throw Refusal.missing(shown);
        }
    }

    private static Thing flow(Scene scene, String name, String type, Object project, long biz) {
        Object id = scene.realm.ids.next("WorkflowInstance", Ids.Form.WHOLE);
        return scene.store.add("WorkflowInstance", id, Values.of("Id", id, "Name", name, "Type", type,
                "ProjectId", project, "EnvType", environment(scene), "WorkflowId", scene.number("WorkflowId") == null
                        ? Long.valueOf(1) : scene.number("WorkflowId"), "BizDate", biz, "RunDate", biz + 86_400_000L,
                "OpSeq", id, "UnifiedWorkflowInstanceId", id, "Status", "NotRun",
                "Owner", scene.text("Owner") == null ? scene.account() : scene.text("Owner"),
                "WorkflowParameters", scene.text("WorkflowParameters"), "Tags", scene.argument("Tags"),
                "CreateUser", scene.account(), "ModifyUser", scene.account(), "CreateTime", scene.now(),
                "ModifyTime", scene.now()));
    }

    private static String environment(Scene scene) {
        String given = scene.text("EnvType") == null ? scene.text("ProjectEnv") : scene.text("EnvType");
        return given != null && given.equalsIgnoreCase("Dev") ? "Dev" : "Prod";
    }

    private static Thing instance(Scene scene, Thing flow, Map<String, Object> more, long biz) {
        Object id = scene.realm.ids.next("TaskInstance", Ids.Form.WHOLE);
        Map<String, Object> fields = Values.of("Id", id, "TaskId", id, "ProjectId", flow.get("ProjectId"),
                "ProjectEnv", flow.get("EnvType"), "Bizdate", biz, "Status", "NotRun", "RunNumber", 1L,
                "PeriodNumber", 1L, "Priority", 1L, "Timeout", 0L, "TriggerType", "Manual",
                "TriggerRecurrence", "Normal", "TriggerTime", scene.now(), "RerunMode", "AllAllowed",
                "WorkflowId", flow.get("WorkflowId"), "WorkflowName", flow.get("Name"),
                "WorkflowInstanceId", flow.get("Id"), "UnifiedWorkflowInstanceId", flow.get("Id"),
                "WorkflowInstanceType", flow.get("Type"), "DagType", "MANUAL", "Owner", scene.account(),
                "CreateUser", scene.account(), "ModifyUser", scene.account(),
                "CreateTime", scene.now(), "ModifyTime", scene.now());
        fields.putAll(more);
        return scene.store.add("TaskInstance", id, fields);
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
        List<Object> flows = new ArrayList<>();
        List<Object> instances = new ArrayList<>();
        List<LocalDate> days = LaunchDays.of(scene);
        if (trouble == null) {
            for (LocalDate day : days) {
                run(scene, scene.text("Type"), scene.text("Name"), tasks, day, 5 * SECOND, flows, instances);
            }
        }
        scene.store.put(scene.store.add("Operation", id, Values.of("Status", "Creating")).then(List.of(
                new Thing.Step(scene.now() + 4 * SECOND, trouble != null
                        ? Values.of("Status", "CreateFailure", "FailureMessage", trouble)
                        : Values.of("Status", "Created", "WorkflowInstanceIds", flows,
                        "UnifiedWorkflowInstanceIds", flows, "WorkflowTaskInstanceIds", instances)))));
        return scene.success("OperationId", id);
    }

    /** One run of tasks for one business date. */
    private static Thing run(Scene scene, String type, String name, List<Thing> tasks, LocalDate day, long delay,
            List<Object> flows, List<Object> instances) throws Refusal {
        long biz = scene.realm.midnight(day);
        Thing flow = flow(scene, name, type, tasks.get(0).get("ProjectId"), biz);
        long start = scene.now() + delay;
        boolean failed = false;
        for (Thing task : tasks) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.putAll(Values.of("TaskId", task.get("Id"), "TaskName", task.get("Name"),
                    "TaskType", task.get("Type"), "Script", task.get("Script"), "DataSource", task.get("DataSource"),
                    "RuntimeResource", task.get("RuntimeResource"), "Owner", task.get("Owner"),
                    "Description", task.get("Description"), "BaselineId", task.get("BaselineId")));
            String end = Outcome.of(scene, fields);
            if (end.equals("Failure")) {
                fields.put("ErrorMessage", Outcome.message(scene, fields));
            }
            Thing instance = instance(scene, flow, fields, biz);
            if (!failed) {
                scene.store.put(instance.then(Runs.plan(instance, start - 2 * SECOND, start, 8 * SECOND, end)));
            }
            failed |= end.equals("Failure");
            start += 10 * SECOND;
            instances.add(instance.get("Id"));
        }
        scene.store.put(flow.then(Runs.run(scene.now() + delay, start - scene.now() - delay,
                failed ? "Failure" : "Success")));
        flows.add(flow.get("Id"));
        return flow;
    }

    private Map<String, Object> rerun(Scene scene) throws Refusal {
        scene.project();
        Object id = scene.realm.ids.uuid("Operation", scene.realm.ids.count("Operation"));
        for (Object flowId : scene.list("Ids")) {
            Thing flow = scene.need("WorkflowInstance", flowId);
            long start = scene.now() + 3 * SECOND;
            for (Thing task : scene.store.where("TaskInstance", "WorkflowInstanceId", flow.get("Id"))) {
                scene.store.put(task.with(Values.of("Status", "WaitResource", "RunNumber",
                        task.number("RunNumber") + 1)).then(Runs.run(start, 8 * SECOND, "Success")));
            }
            scene.store.put(flow.with(Values.of("Status", "Running")).then(Runs.run(start, 10 * SECOND, "Success")));
        }
        scene.store.put(scene.store.add("Operation", id, Values.of("Status", "Creating")).then(List.of(
                new Thing.Step(scene.now() + 3 * SECOND, Values.of("Status", "Created")))));
        return scene.success("OperationId", id);
    }

    private Map<String, Object> trigger(Scene scene, String name, Long time) throws Refusal {
        Thing task = task(scene, scene.argument(name));
        LocalDate day = scene.realm.date(time == null ? scene.now() : time).minusDays(1);
        run(scene, "Normal", task.text("Name"), List.of(task), day, SECOND, new ArrayList<>(), new ArrayList<>());
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
        Thing flow = run(scene, "SmokeTest", scene.text("Name"), List.of(task),
                LaunchDays.legacy(scene.text("Bizdate"), "Bizdate", false), 2 * SECOND, new ArrayList<>(), new ArrayList<>());
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
        List<Object> flows = new ArrayList<>();
        LocalDate to = LaunchDays.legacy(scene.text("EndBizDate"), "EndBizDate", true);
        LocalDate day = LaunchDays.legacy(scene.text("StartBizDate"), "StartBizDate", true);
        if (day.isAfter(to)) {
            throw LaunchDays.refused("StartBizDate is after EndBizDate: " + day + ", " + to);
        }
        for (int count = 0; !day.isAfter(to) && count < LaunchDays.MOST_DAYS; count++) {
            run(scene, "SupplementData", scene.text("Name"), new ArrayList<>(tasks), day, 2 * SECOND, flows,
                    new ArrayList<>());
            day = day.plusDays(1);
        }
        return scene.success("Data", flows);
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
        Thing flow = flow(scene, scene.text("FlowName"), "ManualWorkflow", project.get("Id"),
                scene.realm.midnight(day));
        for (Object id : scene.list("IncludeNodeIds")) {
            Thing task = task(scene, id);
            Thing instance = instance(scene, flow, Values.of("TaskId", task.get("Id"), "TaskName", task.get("Name"),
                    "TaskType", task.get("Type"), "Script", task.get("Script")), scene.realm.midnight(day));
            scene.store.put(instance.then(Runs.run(scene.now() + 2 * SECOND, 8 * SECOND, "Success")));
        }
        scene.store.put(flow.then(Runs.run(scene.now() + SECOND, 10 * SECOND, "Success")));
        return scene.success("DagId", flow.get("Id"));
    }
}
