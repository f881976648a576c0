package dev.dwx.sandbox.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The seeded operation center of {@code orders_dw}: tasks, and the instances of the business dates up to yesterday.
 * A day that begins while the world lives gets its instances too.
 */
final class SchedulerSeed {
    private static final int DAYS = 7;
    private static final long SECOND = 1_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long DAY = 86_400_000L;
    private static final String LAST_DAY = "scheduler.day";

    private final Workspace workspace;
    private final ZoneId zone;

    SchedulerSeed(Workspace workspace, ZoneId zone) {
        this.workspace = workspace;
        this.zone = zone;
    }

    static long taskId(Job job) {
        return 700_000_000_001L + job.number();
    }

    static long workflowId(String name) {
        return name.equals("daily_orders") ? 700_000_800_001L : 700_000_800_002L;
    }

    private static long instanceId(LocalDate day, int number) {
        return 900_000_000_000L + day.toEpochDay() * 1_000 + number;
    }

    void found(Store store) {
        List<Job> jobs = Job.plan();
        for (int i = jobs.size() - 1; i >= 0; i--) {
            task(store, jobs.get(i), jobs);
        }
        for (String name : List.of("hourly_clicks", "daily_orders")) {
            store.add("Workflow", workflowId(name), Values.of("Id", workflowId(name), "Name", name,
                    "ProjectId", Workspace.ORDERS, "EnvType", "Prod", "Owner", workspace.account,
                    "Description", name, "Parameters", "", "CreateUser", workspace.account,
                    "ModifyUser", workspace.account, "CreateTime", workspace.born - 200 * DAY,
                    "ModifyTime", workspace.born - 15 * DAY, "Trigger", Values.of("Type", "Scheduler",
                            "Cron", "00 00 00 * * ?", "Recurrence", "Normal", "StartTime", "1970-01-01 00:00:00",
                            "EndTime", "9999-01-01 00:00:00")));
        }
        LocalDate yesterday = today(workspace.born).minusDays(1);
        for (int ago = DAYS - 1; ago >= 0; ago--) {
            day(store, yesterday.minusDays(ago), workspace.born, true);
        }
        store.setFact(LAST_DAY, yesterday.toString());
        // Days may have gone by before anybody looked.
        catchUp(store, store.now());
    }

    /** Adds the days that have begun since; of a long absence only the last week. */
    void catchUp(Store store, long now) {
        String last = store.fact(LAST_DAY);
        LocalDate yesterday = today(now).minusDays(1);
        if (last == null || !LocalDate.parse(last).isBefore(yesterday)) {
            return;
        }
        LocalDate from = LocalDate.parse(last).plusDays(1);
        LocalDate earliest = yesterday.minusDays(DAYS - 1);
        for (LocalDate day = from.isBefore(earliest) ? earliest : from; !day.isAfter(yesterday);
                day = day.plusDays(1)) {
            day(store, day, now, false);
            DeployedDays.add(store, workspace, zone, day);
        }
        store.setFact(LAST_DAY, yesterday.toString());
    }

    private LocalDate today(long millis) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    private void task(Store store, Job job, List<Job> jobs) {
        List<Object> dependencies = new ArrayList<>();
        for (String name : job.upstream()) {
            for (Job each : jobs) {
                if (each.name().equals(name)) {
                    dependencies.add(Values.of("Type", "Normal", "UpstreamTaskId", taskId(each),
                            "UpstreamOutput", "orders_dw." + name));
                }
            }
        }
        Object source = job.command().equals("ODPS_SQL") ? Values.of("Name", "orders_odps") : null;
        store.add("Task", taskId(job), Values.of("Id", taskId(job), "Name", job.name(), "Description", job.name(),
                "Type", job.command(), "ProjectId", Workspace.ORDERS, "ProjectEnv", "Prod",
                "Owner", workspace.user(job.number() % 3), "Priority", job.name().startsWith("ads") ? 7L : 1L,
                "BaselineId", job.name().equals("ads_gmv") ? 1_000L : 0L, "RerunMode", "AllAllowed", "RerunTimes", 3L,
                "RerunInterval", 180_000L, "Timeout", 0L, "InstanceMode", "T+1", "DataSource", source,
                "RuntimeResource", Values.of("ResourceGroupId", workspace.group(), "Cu", "0.25", "Image", ""),
                "Trigger", Values.of("Type", "Scheduler", "Cron", job.cron(), "Recurrence", "Normal",
                        "StartTime", "1970-01-01 00:00:00", "EndTime", "9999-01-01 00:00:00",
                        "Timezone", "Asia/Shanghai"),
                "Script", Values.of("Content", job.script("orders_dw"), "Parameters", "bizdate=$[yyyymmdd-1]"),
                "Inputs", Values.of("Variables", List.of()),
                "Outputs", Values.of("TaskOutputs", List.of(Values.of("Output", "orders_dw." + job.name())),
                        "Variables", List.of()),
                "Dependencies", dependencies, "WorkflowId", 1L, "Tags", List.of(),
                "NodeId", workspace.ids.studio("seeded Node", job.number()), "FileId", 505_000_001L + job.number(),
                "FileVersion", 3L, "BusinessId", 3_000_001L,
                "CreateUser", workspace.user(job.number() % 3), "ModifyUser", workspace.user(job.number() % 3),
                "CreateTime", workspace.born - 190 * DAY + job.number() * MINUTE,
                "ModifyTime", workspace.born - 20 * DAY + job.number() * MINUTE));
    }

    private void day(Store store, LocalDate bizdate, long now, boolean past) {
        long run = bizdate.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        long biz = bizdate.atStartOfDay(zone).toInstant().toEpochMilli();
        boolean yesterday = bizdate.equals(today(workspace.born).minusDays(1));
        long dag = 920_500_000_000L + bizdate.toEpochDay();
        store.add("WorkflowInstance", dag, Values.of("Id", dag, "Name", "daily_orders", "Type", "Normal",
                "ProjectId", Workspace.ORDERS, "EnvType", "Prod", "WorkflowId", 1L, "BizDate", biz, "RunDate", run,
                "OpSeq", dag, "Status", yesterday && past ? "Failure" : "Success", "Owner", workspace.account,
                "CreateUser", workspace.account, "ModifyUser", workspace.account, "CreateTime", run - DAY / 24,
                "ModifyTime", Math.min(run + 60 * MINUTE, now), "StartedTime", Math.min(run, now),
                "FinishedTime", Math.min(run + 60 * MINUTE, now), "WorkflowParameters", ""));
        List<Job> jobs = Job.plan();
        int number = 0;
        for (int i = jobs.size() - 1; i >= 0; i--) {
            Job job = jobs.get(i);
            for (int period = job.hourly() ? 23 : 0; period >= 0; period--) {
                long trigger = run + job.minutes() * MINUTE + period * 60 * MINUTE;
                Map<String, Object> fields = instance(job, biz, trigger, period, dag, instanceId(bizdate, number++));
                Thing thing = store.add("TaskInstance", fields.get("Id"), fields);
                String special = past && yesterday && !job.hourly() ? special(job.name())
                        : past && job.name().equals("ods_logistics") && !yesterday
                        && bizdate.equals(today(workspace.born).minusDays(5)) ? "Failure" : null;
                store.put(special == null ? planned(thing, trigger, job.duration() * SECOND)
                        : fixed(thing, special, trigger, now));
            }
        }
    }

    /** Yesterday is a day with trouble, so that every status is there to look at. */
    private static String special(String name) {
        switch (name) {
            case "dwd_orders":
            case "ads_gmv":
                return "Failure";
            case "sync_gmv_holo":
                return "Running";
            case "check_orders":
                return "WaitResource";
            case "ads_user_retention":
                return "WaitTime";
            case "report_gmv":
            case "daily_done":
                return "NotRun";
            case "ads_refund_rate":
                return "Checking";
            default:
                return "Success";
        }
    }

    private Map<String, Object> instance(Job job, long biz, long trigger, int period, long dag, long id) {
        return Values.of("Id", id, "TaskId", taskId(job), "TaskName", job.name(), "TaskType", job.command(),
                "Description", job.name(), "ProjectId", Workspace.ORDERS, "ProjectEnv", "Prod", "Bizdate", biz,
                "TriggerTime", trigger, "TriggerType", "Scheduler", "TriggerRecurrence", "Normal",
                "PeriodNumber", period + 1L, "Priority", job.name().startsWith("ads") ? 7L : 1L,
                "BaselineId", job.name().equals("ads_gmv") ? 1_000L : 0L, "Owner", workspace.user(job.number() % 3),
                "WorkflowId", 1L, "WorkflowName", "daily_orders", "WorkflowInstanceId", dag,
                "UnifiedWorkflowInstanceId", dag, "WorkflowInstanceType", "Normal", "RerunMode", "AllAllowed",
                "RunNumber", 1L, "Timeout", 0L, "DagType", "DAILY", "Status", "NotRun",
                "DataSource", job.command().equals("ODPS_SQL") ? Values.of("Name", "orders_odps") : null,
                "RuntimeResource", Values.of("ResourceGroupId", workspace.group(), "Cu", "0.25", "Image", ""),
                "Script", Values.of("Content", job.script("orders_dw"), "Parameters", "bizdate=$[yyyymmdd-1]"),
                "CreateUser", workspace.account, "ModifyUser", workspace.account,
                "CreateTime", trigger - DAY / 2, "ModifyTime", trigger - DAY / 2);
    }

    private static Thing planned(Thing thing, long trigger, long duration) {
        return thing.then(Runs.plan(thing, trigger, trigger + 2 * SECOND, duration, "Success"));
    }

    private Thing fixed(Thing thing, String status, long trigger, long now) {
        long start = Math.min(trigger, now - 40 * MINUTE);
        Map<String, Object> changes = Values.of("Status", status, "WaitingTriggerTime", start,
                "WaitingResourceTime", start + SECOND, "StartedTime", start + 2 * SECOND,
                "ModifyTime", start + 2 * SECOND);
        if (status.equals("Failure") || status.equals("Success")) {
            changes.put("FinishedTime", start + 5 * MINUTE);
            changes.put("ModifyTime", start + 5 * MINUTE);
            changes.put("Runtime", Values.of("Gateway", "sandbox-gateway", "ProcessId", "20260"));
            return thing.with(status.equals("Failure") ? Specs.merge(changes, Values.of("RunNumber", 2L)) : changes);
        }
        if (!status.equals("Running") && !status.equals("Checking")) {
            changes.keySet().removeAll(List.of("StartedTime", "WaitingResourceTime"));
        }
        long rest = now + (status.equals("NotRun") ? 4 * 60 : 45) * MINUTE;
        List<Thing.Step> steps = status.equals("Running") || status.equals("Checking")
                ? List.of(new Thing.Step(rest, Values.of("Status", "Success", "FinishedTime", rest,
                "ModifyTime", rest))) : Runs.plan(thing, rest, rest + SECOND, 120 * SECOND, "Success");
        return thing.with(changes).then(steps);
    }
}
