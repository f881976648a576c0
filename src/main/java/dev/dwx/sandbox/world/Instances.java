package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one does to runs: run again, stop, suspend, resume, set to success, read the log. */
final class Instances implements Behaviours {
    private static final String TASK = "TaskInstance";
    private static final String FLOW = "WorkflowInstance";

    private interface Action {
        /** Acts on one instance; a message says why it cannot. */
        String act(Scene scene, Thing instance);
    }

    @Override
    public Handler find(boolean legacy, String name) {
        return legacy ? legacy(name) : current(name);
    }

    private Handler current(String name) {
        switch (name) {
            case "RerunTaskInstances":
                return scene -> each(scene, TASK, Instances::rerun);
            case "StopTaskInstances":
                return scene -> each(scene, TASK, Instances::stop);
            case "SuspendTaskInstances":
                return scene -> each(scene, TASK, Instances::suspend);
            case "ResumeTaskInstances":
                return scene -> each(scene, TASK, Instances::resume);
            case "SetSuccessTaskInstances":
                return scene -> each(scene, TASK, Instances::setSuccess);
            case "StartWorkflowInstances":
                return scene -> each(scene, FLOW, Instances::start);
            case "StopWorkflowInstances":
                return scene -> each(scene, FLOW, Instances::stopFlow);
            case "UpdateTaskInstances":
                return this::updateAll;
            case "GetTaskInstanceLog":
                return scene -> scene.success("TaskInstanceLog", Runs.log(scene, run(scene, "RunNumber")));
            case "RemoveTaskInstanceDependencies":
                return this::removeDependencies;
            case "ListTaskInstanceOperationLogs":
                return scene -> operationLogs(scene, scene.find(TASK), "TaskInstanceId");
            case "ListTaskOperationLogs":
                return scene -> operationLogs(scene, scene.find("Task"), "TaskId");
            case "ListUpstreamTaskInstances":
                return scene -> neighbours(scene, true);
            case "ListDownstreamTaskInstances":
                return scene -> neighbours(scene, false);
            default:
                return null;
        }
    }

    private Handler legacy(String name) {
        switch (name) {
            case "RestartInstance":
                return scene -> one(scene, Instances::rerun);
            case "StopInstance":
                return scene -> one(scene, Instances::stop);
            case "SuspendInstance":
                return scene -> one(scene, Instances::suspend);
            case "ResumeInstance":
                return scene -> one(scene, Instances::resume);
            case "SetSuccessInstance":
                return scene -> one(scene, Instances::setSuccess);
            case "GetInstanceLog":
                return scene -> scene.success("Data", Runs.log(scene, run(scene, "InstanceHistoryId")));
            case "ListInstanceHistory":
                return this::history;
            case "ListManualDagInstances":
            case "GetManualDagInstances":
                return scene -> Listing.page(scene, ListPlace.of(scene.operation),
                        scene.store.where(TASK, "WorkflowInstanceId", scene.argument("DagId")));
            default:
                return null;
        }
    }

    /** The instance as it is, or as it was in one of its earlier runs. */
    private static Thing run(Scene scene, String which) throws Refusal {
        Thing instance = scene.find(TASK);
        Long number = scene.number(which);
        if (number == null || Values.same(instance.get("RunNumber"), number) && which.equals("RunNumber")) {
            return instance;
        }
        for (Thing run : scene.store.where("Run", "Id", instance.get("Id"))) {
            if (which.equals("RunNumber") ? Values.same(run.get("RunNumber"), number) : run.sequence() == number) {
                return run;
            }
        }
        return instance;
    }

    private static Map<String, Object> each(Scene scene, String kind, Action action) {
        Map<String, Object> results = new LinkedHashMap<>();
        for (Object id : scene.list("Ids")) {
            Thing instance = scene.store.find(kind, id);
            String trouble = instance == null ? kind + " does not exist: " + id : action.act(scene, instance);
            results.put(id.toString(), Values.of("Success", trouble == null,
                    "Message", trouble == null ? "" : trouble));
            if (trouble == null) {
                note(scene, instance.key());
            }
        }
        return scene.success("SuccessInfo", results);
    }

    private static Map<String, Object> one(Scene scene, Action action) throws Refusal {
        Thing instance = scene.find(TASK);
        String trouble = action.act(scene, instance);
        if (trouble != null) {
            throw Refusal.of(400, "Invalid.Wkbench.Parameter", trouble);
        }
        note(scene, instance.key());
        return scene.success();
    }

    private static void note(Scene scene, String key) {
        Object id = scene.realm.ids.next("OperationLog", Ids.Form.WHOLE);
        scene.store.add("OperationLog", id, Values.of("OperationSeq", id, "Subject", key,
                "OperationContent", scene.operation.name(), "User", scene.account(), "CreateTime", scene.now()));
    }

    private static String rerun(Scene scene, Thing instance) {
        if (!Runs.ended(instance.get("Status"))) {
            return "the instance has not ended: " + instance.get("Status");
        }
        long run = instance.number("RunNumber") == null ? 1 : instance.number("RunNumber");
        Dispatching.keep(scene, instance.with(Values.of("RunNumber", run)));
        Map<String, Object> fresh = Values.of("RunNumber", run + 1, "ModifyUser", scene.account());
        Thing task = Values.truth(scene.argument("UseLatestConfig")) ? scene.store.find("Task", instance.get("TaskId")) : null;
        if (task != null) {
            fresh.putAll(LaunchedFlows.of(task));
        }
        Dispatching.again(scene, instance.with(fresh), 2_000, 10_000);
        return null;
    }

    private static String stop(Scene scene, Thing instance) {
        if (Runs.ended(instance.get("Status"))) {
            return "the instance has ended: " + instance.get("Status");
        }
        scene.store.put(instance.with(Values.of("Status", "Failure", "FinishedTime", scene.now(),
                "ErrorMessage", "killed by " + scene.account(), "ModifyTime", scene.now(),
                "ModifyUser", scene.account())).then(List.of()));
        Dispatching.ended(scene, scene.store.find(instance.kind(), instance.key()), scene.now());
        return null;
    }

    private static String suspend(Scene scene, Thing instance) {
        if (Runs.ended(instance.get("Status")) || "Running".equals(instance.get("Status"))) {
            return "only an instance that waits can be suspended: " + instance.get("Status");
        }
        List<Object> ahead = new ArrayList<>();
        for (Thing.Step step : instance.steps()) {
            ahead.add(Values.of("after", step.at() - scene.now(), "changes", step.changes()));
        }
        scene.store.put(instance.with(Values.of("TriggerRecurrence", "Pause", "Suspended", ahead,
                "ModifyTime", scene.now())).then(List.of()));
        return null;
    }

    private static String resume(Scene scene, Thing instance) {
        if (instance.get("Suspended") == null) {
            return "the instance is not suspended";
        }
        List<Thing.Step> steps = new ArrayList<>();
        for (Object step : Values.list(instance.get("Suspended"))) {
            steps.add(new Thing.Step(scene.now() + Values.number(Values.at(step, "after")),
                    Values.map(Values.at(step, "changes"))));
        }
        Map<String, Object> fields = new LinkedHashMap<>(instance.fields());
        fields.remove("Suspended");
        fields.put("TriggerRecurrence", "Normal");
        boolean managed = Values.truth(instance.get("Managed"));
        if (managed) {
            fields.put("Status", "NotRun");
            Dispatching.arrive(scene.store, scene.realm.ids, instance.get("Id"), scene.now());
        }
        scene.store.put(new Thing(instance.kind(), instance.key(), instance.sequence(), fields, managed ? List.of() : steps));
        return null;
    }

    private static String setSuccess(Scene scene, Thing instance) {
        if ("Success".equals(instance.get("Status")) || "Running".equals(instance.get("Status"))) {
            return "only an instance that failed or waits can be set to success: " + instance.get("Status");
        }
        scene.store.put(instance.with(Values.of("Status", "Success", "FinishedTime", scene.now(),
                "ModifyTime", scene.now(), "ModifyUser", scene.account())).then(List.of()));
        Dispatching.ended(scene, scene.store.find(TASK, instance.key()), scene.now());
        return null;
    }

    private static String start(Scene scene, Thing flow) {
        if (!"NotRun".equals(flow.get("Status")) && !Runs.ended(flow.get("Status"))) {
            return "the workflow instance is at work: " + flow.get("Status");
        }
        Map<String, Object> opened = new LinkedHashMap<>(flow.fields());
        opened.remove("FinishedTime");
        opened.putAll(Values.of("Status", "Running", "Managed", true, "StartedTime", scene.now()));
        scene.store.put(new Thing(flow.kind(), flow.key(), flow.sequence(), opened, List.of()));
        int begun = 0;
        for (Thing task : scene.store.where(TASK, "WorkflowInstanceId", flow.get("Id"))) {
            if ("NotRun".equals(task.get("Status"))) {
                scene.store.put(task.with(Dispatching.course(Values.list(task.get("Upstream")), 0L, 1_000, 8_000)));
                Dispatching.arrive(scene.store, scene.realm.ids, task.get("Id"), scene.now());
                begun++;
            }
        }
        if (begun == 0) {
            scene.store.put(scene.store.find(FLOW, flow.key()).then(Runs.run(scene.now(), 1_000, "Success")));
        }
        return null;
    }

    private static String stopFlow(Scene scene, Thing flow) {
        String trouble = stop(scene, flow);
        if (trouble == null) {
            for (Thing task : scene.store.where(TASK, "WorkflowInstanceId", flow.get("Id"))) {
                stop(scene, task);
            }
        }
        return trouble;
    }

    private Map<String, Object> updateAll(Scene scene) {
        Map<String, Object> results = new LinkedHashMap<>();
        for (Object given : scene.list("TaskInstances")) {
            Map<String, Object> change = Values.map(given);
            Object id = change == null ? null : change.remove("Id");
            Thing instance = scene.store.find(TASK, id);
            if (instance != null) {
                if (change.get("RuntimeResource") instanceof String group) {
                    change.put("RuntimeResource", Values.of("ResourceGroupId", group));
                }
                scene.change(instance, change);
            }
            results.put(String.valueOf(id), Values.of("Success", instance != null, "Message",
                    instance == null ? "TaskInstance does not exist: " + id : ""));
        }
        return scene.success("SuccessInfo", results);
    }

    private Map<String, Object> removeDependencies(Scene scene) throws Refusal {
        Thing instance = scene.find(TASK);
        List<Object> removed = new ArrayList<>(Values.list(instance.get("RemovedUpstream")));
        removed.addAll(scene.list("UpstreamTaskInstanceIds"));
        scene.change(instance, Values.of("RemovedUpstream", removed));
        if (Values.truth(instance.get("Managed"))) {
            Dispatching.arrive(scene.store, scene.realm.ids, instance.get("Id"), scene.now());
        }
        return scene.success();
    }

    private Map<String, Object> operationLogs(Scene scene, Thing subject, String idName) throws Refusal {
        List<Object> items = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Thing log : scene.store.where("OperationLog", "Subject", subject.key())) {
            Map<String, Object> item = new LinkedHashMap<>(log.fields());
            item.put(idName, subject.get("Id"));
            items.add(item);
            keys.add(log.key());
        }
        return Listing.page(scene, ListPlace.of(scene.operation), items, keys);
    }

    private Map<String, Object> history(Scene scene) throws Refusal {
        Thing instance = scene.find(TASK);
        List<Thing> runs = new ArrayList<>();
        for (Thing run : scene.store.where("Run", "Id", instance.get("Id"))) {
            Map<String, Object> fields = new LinkedHashMap<>(run.fields());
            fields.put("InstanceHistoryId", run.sequence());
            runs.add(new Thing(TASK, run.key(), run.sequence(), fields));
        }
        return Listing.page(scene, ListPlace.of(scene.operation), runs);
    }

    /** The instances of the same day (and period, where both have several) of the tasks above or below. */
    private Map<String, Object> neighbours(Scene scene, boolean above) throws Refusal {
        Thing instance = scene.find(TASK);
        Thing task = scene.store.find("Task", instance.get("TaskId"));
        List<Thing> tasks = task == null ? List.of() : Tasks.neighbours(scene, task, above);
        List<Object> removed = Values.list(instance.get("RemovedUpstream"));
        List<Thing> found = new ArrayList<>();
        boolean linked = instance.get("WorkflowInstanceId") == null;
        for (Thing each : linked ? scene.store.all(TASK)
                : scene.store.where(TASK, "WorkflowInstanceId", instance.get("WorkflowInstanceId"))) {
            boolean matches = linked ? (above ? instance : each).get("Upstream") instanceof List<?> ids
                    && ids.contains((above ? each : instance).get("Id")) : isOf(tasks, each, instance);
            if (matches && !(above && removed.contains(each.get("Id")))) {
                found.add(each);
            }
        }
        return Tasks.wrapped(scene, found, above ? "UpstreamTaskInstances" : "DownstreamTaskInstances",
                "TaskInstance", "TaskInstances");
    }

    /** Whether an instance is one of some tasks, in the same period as another. */
    private static boolean isOf(List<Thing> tasks, Thing each, Thing instance) {
        for (Thing task : tasks) {
            if (Values.same(each.get("TaskId"), task.get("Id"))
                    && Values.same(each.get("PeriodNumber"), instance.get("PeriodNumber"))) {
                return true;
            }
        }
        return false;
    }
}
