package dev.dwx.sandbox.world;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
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
        for (Thing task : store.all("Task")) {
            boolean scheduled = "Scheduler".equals(Values.at(task.get("Trigger"), "Type"))
                    && !"Dev".equals(task.get("ProjectEnv")) && task.number("CreateTime") < run - EARLY;
            if (scheduled && !planned.contains(task.get("Id"))) {
                long trigger = run + minutes(Values.text(Values.at(task.get("Trigger"), "Cron"))) * MINUTE;
                Object id = workspace.ids.next("TaskInstance", Ids.Form.WHOLE);
                Thing made = store.add("TaskInstance", id, Values.of("Id", id, "TaskId", task.get("Id"),
                        "TaskName", task.get("Name"), "TaskType", task.get("Type"), "ProjectId", task.get("ProjectId"),
                        "ProjectEnv", "Prod", "Bizdate", biz, "TriggerTime", trigger, "TriggerType", "Scheduler",
                        "TriggerRecurrence", "Normal", "PeriodNumber", 1L, "Priority", 1L, "Owner", task.get("Owner"),
                        "WorkflowId", 1L, "WorkflowInstanceType", "Normal", "RerunMode", "AllAllowed", "RunNumber", 1L,
                        "Timeout", 0L, "DagType", "DAILY", "Status", "NotRun", "DataSource", task.get("DataSource"),
                        "RuntimeResource", task.get("RuntimeResource"), "Script", task.get("Script"),
                        "CreateUser", workspace.account, "ModifyUser", workspace.account,
                        "CreateTime", run - 30 * MINUTE, "ModifyTime", run - 30 * MINUTE));
                store.put(made.then(Runs.plan(made, trigger, trigger + 2_000L, 30_000L, "Success")));
            }
        }
    }

    /** Minutes after midnight of the first run that a cron expression asks for, half past midnight where it does not say. */
    static int minutes(String cron) {
        List<Object> parts = cron == null ? List.of() : Values.list(cron.strip().replaceAll("\\s+", ","));
        if (parts.size() < 3) {
            return 30;
        }
        return first(parts.get(2).toString()) * 60 + first(parts.get(1).toString());
    }

    private static int first(String part) {
        int end = 0;
        while (end < part.length() && end < 2 && Character.isDigit(part.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(part.substring(0, end));
    }
}
