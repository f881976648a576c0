package dev.dwx.sandbox.world;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Workflow instances that somebody asked for, and the instances of the tasks in them. */
final class LaunchedFlows {
    private static final long SECOND = 1_000L;
    /** More instances are not made by one launch. */
    private static final int MOST = 5_000;

    private final Scene scene;
    private final String type;
    private final String name;
    /** Ids of what has been made. */
    final List<Object> flows = new ArrayList<>();
    final List<Object> instances = new ArrayList<>();

    LaunchedFlows(Scene scene, String type, String name) {
        this.scene = scene;
        this.type = type;
        this.name = name;
    }

    static Thing flow(Scene scene, String name, String type, Object project, long biz) {
        Object id = scene.realm.ids.next("WorkflowInstance", Ids.Form.WHOLE);
        return scene.store.add("WorkflowInstance", id, Values.of("Id", id, "Name", name, "Type", type, "Managed", true,
                "ProjectId", project, "EnvType", environment(scene), "WorkflowId", scene.number("WorkflowId") == null
                        ? Long.valueOf(1) : scene.number("WorkflowId"), "BizDate", biz, "RunDate", biz + 86_400_000L,
                "OpSeq", id, "UnifiedWorkflowInstanceId", id, "Status", "NotRun",
                "Owner", scene.text("Owner") == null ? scene.account() : scene.text("Owner"),
                "WorkflowParameters", scene.text("WorkflowParameters"), "Tags", scene.argument("Tags"),
                "CreateUser", scene.account(), "ModifyUser", scene.account(), "CreateTime", scene.now(),
                "ModifyTime", scene.now()));
    }

    static String environment(Scene scene) {
        String given = scene.text("EnvType") == null ? scene.text("ProjectEnv") : scene.text("EnvType");
        return given != null && given.equalsIgnoreCase("Dev") ? "Dev" : "Prod";
    }

    static Thing instance(Scene scene, Thing flow, Map<String, Object> more, long biz) {
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

    /** What an instance takes from its task as it is now. */
    static Map<String, Object> of(Thing task) {
        return Values.of("TaskId", task.get("Id"), "TaskName", task.get("Name"), "TaskType", task.get("Type"),
                "Script", task.get("Script"), "DataSource", task.get("DataSource"), "RuntimeResource",
                task.get("RuntimeResource"), "Owner", task.get("Owner"), "Description", task.get("Description"),
                "BaselineId", task.get("BaselineId"), "RerunMode", task.get("RerunMode"), "RerunsLeft",
                task.get("RerunTimes"), "RerunInterval", task.get("RerunInterval"), "Timeout", task.get("Timeout"));
    }

    /**
     * One run of tasks for one business date: those that have no other of them before them begin, the rest follow. A task that
     * fires several times on the day has an instance for each, and one that does not fire on it an instance that runs dry.
     *
     * @param delay milliseconds until the first begins
     * @param after the id of a workflow instance that must have succeeded first, or {@code null}
     */
    Thing run(List<Thing> tasks, LocalDate day, long delay, Object after) {
        long biz = scene.realm.midnight(day);
        Thing flow = flow(scene, name, type, tasks.get(0).get("ProjectId"), biz);
        flows.add(flow.get("Id"));
        Map<Object, List<Thing>> made = new LinkedHashMap<>();
        for (Thing task : tasks) {
            made.put(task.get("Id"), periods(flow, task, day, biz));
        }
        long start = scene.now() + delay;
        for (Thing task : tasks) {
            for (Thing instance : made.get(task.get("Id"))) {
                Map<String, Object> course = Dispatching.course(upstream(task, instance, made), 0L, 2 * SECOND, 8 * SECOND);
                if (after != null) {
                    course.put("AfterFlow", after);
                }
                scene.store.put(instance.with(course));
                Dispatching.arrive(scene.store, scene.realm.ids, instance.get("Id"), start - 2 * SECOND);
            }
        }
        return flow;
    }

    private List<Thing> periods(Thing flow, Thing task, LocalDate day, long biz) {
        Object trigger = task.get("Trigger");
        boolean scheduled = "Scheduler".equals(Values.at(trigger, "Type"));
        List<LocalTime> times = scheduled ? CronTimes.of(Values.text(Values.at(trigger, "Cron")), day.plusDays(1))
                : List.of(LocalTime.MIDNIGHT);
        times = LaunchDays.within(scene, times);
        boolean dry = times.isEmpty();
        List<Thing> made = new ArrayList<>();
        for (LocalTime time : dry ? List.of(LocalTime.MIDNIGHT) : times) {
            if (instances.size() < MOST) {
                Map<String, Object> fields = of(task);
                fields.putAll(Values.of("PeriodNumber", made.size() + 1L, "TriggerRecurrence", dry ? "Skip" : "Normal",
                        "TriggerTime", scene.realm.midnight(day.plusDays(1)) + time.toSecondOfDay() * SECOND));
                Thing instance = instance(scene, flow, fields, biz);
                made.add(instance);
                instances.add(instance.get("Id"));
            }
        }
        return made;
    }

    /** The instances before one: of the same period where both have as many, else all of the day. */
    private static List<Object> upstream(Thing task, Thing instance, Map<Object, List<Thing>> made) {
        List<Object> ids = new ArrayList<>();
        int own = made.get(task.get("Id")).size();
        for (Object dependency : Values.list(task.get("Dependencies"))) {
            List<Thing> others = made.getOrDefault(Values.at(dependency, "UpstreamTaskId"), List.of());
            boolean paired = others.size() == own && own > 1;
            for (Thing other : others) {
                if (!paired || Values.same(other.get("PeriodNumber"), instance.get("PeriodNumber"))) {
                    ids.add(other.get("Id"));
                }
            }
        }
        return ids;
    }
}
