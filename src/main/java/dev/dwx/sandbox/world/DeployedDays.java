package dev.dwx.sandbox.world;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A new day's instances of the tasks that were deployed into the seeded world. */
final class DeployedDays {
    private static final long MINUTE = 60_000L;
    /** What is deployed in the last half hour of a day runs from the day after the next only. */
    private static final long EARLY = 30 * MINUTE;

    private DeployedDays() {
    }

    static void add(Store store, Workspace workspace, ZoneId zone, LocalDate bizdate) {
        long run = bizdate.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        long biz = bizdate.atStartOfDay(zone).toInstant().toEpochMilli();
        Set<Object> planned = new HashSet<>();
        for (Thing instance : store.where("TaskInstance", "Bizdate", biz)) {
            planned.add(instance.get("TaskId"));
        }
        List<Thing> made = new ArrayList<>();
        for (Thing task : store.all("Task")) {
            boolean scheduled = "Scheduler".equals(Values.at(task.get("Trigger"), "Type"))
                    && !"Dev".equals(task.get("ProjectEnv")) && task.number("CreateTime") < run - EARLY;
            if (scheduled && !planned.contains(task.get("Id"))) {
                made.addAll(instances(store, workspace.ids, workspace.account, zone, task, bizdate, 0));
            }
        }
        begin(store, workspace.ids, made, biz);
    }

    /**
     * The instances of a task on a business date: one for each time that it fires, or one that runs dry.
     *
     * @param after the moment before which it does not fire any more
     */
    static List<Thing> instances(Store store, Ids ids, String account, ZoneId zone, Thing task, LocalDate bizdate, long after) {
        long run = bizdate.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        long biz = bizdate.atStartOfDay(zone).toInstant().toEpochMilli();
        List<LocalTime> times = CronTimes.of(Values.text(Values.at(task.get("Trigger"), "Cron")), bizdate.plusDays(1));
        boolean dry = times.isEmpty();
        String recurrence = Values.text(Values.at(task.get("Trigger"), "Recurrence"));
        List<Thing> made = new ArrayList<>();
        for (LocalTime time : dry ? List.of(LocalTime.MIDNIGHT) : times) {
            long trigger = run + time.toSecondOfDay() * 1_000L;
            if (trigger < after) {
                continue;
            }
            Object id = ids.next("TaskInstance", Ids.Form.WHOLE);
            Map<String, Object> fields = LaunchedFlows.of(task);
            fields.putAll(Values.of("Id", id, "ProjectId", task.get("ProjectId"), "ProjectEnv", "Prod", "Bizdate", biz,
                    "TriggerTime", trigger, "TriggerType", "Scheduler", "TriggerRecurrence",
                    dry ? "Skip" : recurrence == null ? "Normal" : recurrence, "PeriodNumber", made.size() + 1L,
                    "Priority", 1L, "WorkflowId", 1L, "WorkflowInstanceType", "Normal", "RunNumber", 1L,
                    "DagType", "DAILY", "Status", "NotRun", "CreateUser", account, "ModifyUser", account, "CreateTime", run - 30 * MINUTE, "ModifyTime", run - 30 * MINUTE));
            fields.putIfAbsent("RerunMode", "AllAllowed");
            made.add(store.add("TaskInstance", id, fields));
        }
        return made;
    }

    /** Sends new instances of a day on their way, each behind those that its task depends on. */
    static void begin(Store store, Ids ids, List<Thing> made, long biz) {
        if (made.isEmpty()) {
            return;
        }
        Map<Object, List<Thing>> day = new HashMap<>();
        for (Thing instance : store.where("TaskInstance", "Bizdate", biz)) {
            if ("Normal".equals(instance.get("WorkflowInstanceType"))) {
                day.computeIfAbsent(instance.get("TaskId"), id -> new ArrayList<>()).add(instance);
            }
        }
        for (Thing instance : made) {
            Thing task = store.find("Task", instance.get("TaskId"));
            int own = day.getOrDefault(instance.get("TaskId"), List.of()).size();
            List<Object> upstream = new ArrayList<>();
            for (Object dependency : Values.list(task.get("Dependencies"))) {
                List<Thing> others = day.getOrDefault(Values.at(dependency, "UpstreamTaskId"), List.of());
                for (Thing other : others) {
                    if (own == 1 || others.size() != own
                            || Values.same(other.get("PeriodNumber"), instance.get("PeriodNumber"))) {
                        upstream.add(other.get("Id"));
                    }
                }
            }
            long trigger = instance.number("TriggerTime");
            store.put(instance.with(Dispatching.course(upstream, trigger, 2_000L, 30_000L)));
            Dispatching.arrive(store, ids, instance.get("Id"), instance.number("CreateTime") + 30 * MINUTE);
        }
    }
}
