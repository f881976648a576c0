package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a run of a task instance goes, by the clock. */
final class Runs {
    private Runs() {
    }

    /** Waiting for its time, for a resource, running, done. */
    static List<Thing.Step> plan(Thing thing, long trigger, long start, long duration, String end) {
        List<Thing.Step> steps = new ArrayList<>();
        steps.add(new Thing.Step(trigger, Values.of("Status", "WaitResource", "WaitingTriggerTime", trigger,
                "WaitingResourceTime", trigger, "ModifyTime", trigger)));
        steps.addAll(run(start, duration, end));
        return steps;
    }

    /** Running and done, without the waiting before. */
    static List<Thing.Step> run(long start, long duration, String end) {
        long finish = start + duration;
        return List.of(
                new Thing.Step(start, Values.of("Status", "Running", "StartedTime", start, "ModifyTime", start,
                        "Runtime", Values.of("Gateway", "sandbox-gateway", "ProcessId", "20261"))),
                new Thing.Step(finish, Values.of("Status", end, "FinishedTime", finish, "ModifyTime", finish)));
    }

    /** Whether nothing more will happen to an instance with this status. */
    static boolean ended(Object status) {
        return "Success".equals(status) || "Failure".equals(status);
    }

    /** The text of an instance's log, as far as its run has come. */
    static String log(Scene scene, Thing instance) {
        StringBuilder log = new StringBuilder();
        Long started = instance.number("StartedTime");
        Map<String, Object> fields = instance.fields();
        line(scene, log, instance.number("CreateTime"), "instance " + instance.key() + " of task "
                + fields.get("TaskName") + " (" + fields.get("TaskType") + ") created");
        if (started != null) {
            Object group = Values.at(fields.get("RuntimeResource"), "ResourceGroupId");
            line(scene, log, started, "run " + fields.get("RunNumber") + " starts on "
                    + (group == null ? "the project's default resource group" : group));
            line(scene, log, started, "Current task status: RUNNING");
            String content = Dispatching.filled(scene, instance);
            if (!content.isBlank()) {
                log.append(content.stripTrailing()).append('\n');
            }
        }
        Long finished = instance.number("FinishedTime");
        if (finished != null && Runs.ended(fields.get("Status"))) {
            if (fields.get("Output") != null) {
                log.append(fields.get("Output"));
            } else if ("Failure".equals(fields.get("Status"))) {
                line(scene, log, finished, "ERROR: " + fields.getOrDefault("ErrorMessage",
                        "ODPS-0130131:[1,15] Table not found - table orders_dw.src_" + fields.get("TaskName")
                                + " cannot be resolved"));
            }
            line(scene, log, finished, "Current task status: " + ("Success".equals(fields.get("Status"))
                    ? "FINISH" : "ERROR"));
            line(scene, log, finished, "Cost time is: " + (started == null ? 0 : (finished - started) / 1000.0) + "s");
        }
        return log.toString();
    }

    private static void line(Scene scene, StringBuilder log, Long at, String text) {
        log.append(java.time.Instant.ofEpochMilli(at == null ? scene.now() : at).atZone(scene.realm.zone)
                .toLocalDateTime().withNano(0).toString().replace('T', ' ')).append(" INFO ").append(text).append('\n');
    }
}
