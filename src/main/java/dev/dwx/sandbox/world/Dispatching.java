package dev.dwx.sandbox.world;

import dev.dwx.sandbox.sql.SqlOutcome;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The scheduler at work: an instance waits for those before it, for its time and for a resource, runs, and ends; one that fails
 * is tried again as its task says, and keeps those behind it from running. All by the sandbox's clock.
 */
final class Dispatching implements Behaviours, Due.Worker {
    private static final String TASK = "TaskInstance";
    private static final String FLOW = "WorkflowInstance";
    /** What runs that somebody asked for to try something are not: repeated by themselves. */
    private static final Set<String> REPEATED = Set.of("Normal", "SupplementData");

    @Override
    public Handler find(boolean legacy, String name) {
        return null;
    }

    /**
     * What an instance that takes its course needs to know.
     *
     * @param upstream ids of the instances that it waits for
     * @param earliest the moment before which it does not run
     * @param delay milliseconds that it waits for a resource
     * @param duration milliseconds that it runs
     */
    static Map<String, Object> course(List<Object> upstream, long earliest, long delay, long duration) {
        return Values.of("Managed", true, "Upstream", upstream, "Earliest", earliest, "Delay", delay, "Duration", duration);
    }

    /** Lets an instance see at a moment whether it can run. */
    static void arrive(Store store, Ids ids, Object id, long moment) {
        Due.at(store, ids, moment, "arrive", Values.of("Instance", id));
    }

    @Override
    public boolean work(Scene scene, String what, Map<String, Object> details, long at) throws Refusal {
        boolean arrives = what.equals("arrive");
        if (!arrives && !what.equals("finish")) {
            return false;
        }
        Thing instance = scene.store.find(TASK, details.get("Instance"));
        if (instance == null || instance.get("Suspended") != null) {
            return true;
        }
        if (arrives) {
            arrived(scene, instance, at);
        } else if ("Running".equals(instance.get("Status")) && Values.same(instance.get("RunNumber"), details.get("Run"))) {
            finished(scene, instance, at);
        }
        return true;
    }

    private static void arrived(Scene scene, Thing instance, long at) {
        String status = instance.text("Status");
        if (!Values.truth(instance.get("Managed")) || !"NotRun".equals(status) && !"WaitTime".equals(status)) {
            return;
        }
        Long ready = ready(scene, instance, at);
        if (ready == null) {
            return;
        }
        long earliest = Math.max(ready, instance.number("Earliest"));
        if (earliest > at) {
            if (ready <= at) {
                scene.store.put(instance.with(Values.of("Status", "WaitTime", "WaitingTriggerTime", at, "ModifyTime", at)));
            }
            arrive(scene.store, scene.realm.ids, instance.get("Id"), earliest);
        } else if ("Normal".equals(instance.get("TriggerRecurrence"))) {
            run(scene, instance, at, instance.number("Delay"), instance.number("Duration"));
        } else {
            // A paused one fails and a skipped one succeeds, and neither runs.
            end(scene, instance, "Pause".equals(instance.get("TriggerRecurrence")) ? "Failure" : "Success", at, Map.of());
        }
    }

    /** When all that the instance waits for has succeeded; {@code null} while something has not, or failed. */
    private static Long ready(Scene scene, Thing instance, long at) {
        long ready = at;
        List<Object> removed = Values.list(instance.get("RemovedUpstream"));
        for (Object id : Values.list(instance.get("Upstream"))) {
            Thing other = removed.contains(id) ? null : scene.store.find(TASK, id);
            if (other != null && !"Success".equals(other.get("Status"))) {
                if (!other.steps().isEmpty() && !Values.truth(other.get("Managed"))) {
                    // What becomes of it is settled already.
                    arrive(scene.store, scene.realm.ids, instance.get("Id"), other.steps().get(other.steps().size() - 1).at());
                }
                return null;
            }
            ready = Math.max(ready, other == null || other.number("FinishedTime") == null ? 0 : other.number("FinishedTime"));
        }
        Thing flow = scene.store.find(FLOW, instance.get("AfterFlow"));
        return flow == null || "Success".equals(flow.get("Status")) ? ready : null;
    }

    private static void run(Scene scene, Thing instance, long at, long delay, long duration) {
        long start = at + delay;
        Map<String, Object> fresh = new LinkedHashMap<>(instance.fields());
        fresh.remove("FinishedTime");
        fresh.putAll(Values.of("Status", "WaitResource", "WaitingResourceTime", at, "ModifyTime", at));
        fresh.putIfAbsent("WaitingTriggerTime", at);
        scene.store.put(new Thing(TASK, instance.key(), instance.sequence(), fresh, List.of(new Thing.Step(start,
                Values.of("Status", "Running", "StartedTime", start, "ModifyTime", start, "Runtime",
                        Values.of("Gateway", "sandbox-gateway", "ProcessId", "20261"))))));
        Due.at(scene, start + duration, "finish", Values.of("Instance", instance.get("Id"), "Run", instance.get("RunNumber")));
        Thing flow = scene.store.find(FLOW, instance.get("WorkflowInstanceId"));
        if (flow != null && Values.truth(flow.get("Managed")) && flow.steps().isEmpty() && !"Running".equals(flow.get("Status"))) {
            scene.store.put(flow.then(List.of(new Thing.Step(start, Values.of("Status", "Running", "StartedTime",
                    flow.get("StartedTime") == null ? start : flow.get("StartedTime"), "ModifyTime", start)))));
        }
    }

    private static void finished(Scene scene, Thing instance, long at) {
        Map<String, Object> result = new LinkedHashMap<>();
        String trouble = Outcome.message(scene, instance.fields());
        if (trouble == null && Warehouses.plays(instance.get("TaskType"))) {
            SqlOutcome outcome = sql(scene, instance, at);
            result.put("Output", outcome.log());
            trouble = outcome.failure();
        }
        if (trouble == null) {
            end(scene, instance, "Success", at, result);
            return;
        }
        result.put("ErrorMessage", trouble);
        Long left = instance.number("RerunsLeft");
        boolean again = left != null && left > 0 && !"AllDenied".equals(instance.get("RerunMode"))
                && REPEATED.contains(String.valueOf(instance.get("WorkflowInstanceType")));
        if (!again) {
            end(scene, instance, "Failure", at, result);
            return;
        }
        result.putAll(Values.of("Status", "Failure", "FinishedTime", at));
        keep(scene, instance.with(result));
        Long wait = instance.number("RerunInterval");
        long next = at + (wait == null ? 0 : wait);
        Thing waiting = scene.store.put(without(instance, "FinishedTime", "Output").with(Values.of("Status", "WaitTime",
                "RerunsLeft", left - 1, "RunNumber", instance.number("RunNumber") + 1, "Earliest", next, "ModifyTime", at)));
        arrive(scene.store, scene.realm.ids, waiting.get("Id"), next);
    }

    /** Runs the script of an instance, its parameters filled in. */
    private static SqlOutcome sql(Scene scene, Thing instance, long at) {
        String script = filled(scene, instance);
        boolean development = "Dev".equals(instance.get("ProjectEnv"));
        Thing project = scene.realm.project(instance.get("ProjectId"));
        return SqlHistory.run(scene, instance.get("TaskType"), project, development, script, at);
    }

    /** The script as it runs. */
    static String filled(Scene scene, Thing instance) {
        String script = Values.text(Values.at(instance.get("Script"), "Content"));
        Long trigger = instance.number("TriggerTime");
        Long biz = instance.number("Bizdate");
        if (script == null || trigger == null || biz == null) {
            return script == null ? "" : script;
        }
        RunParameters parameters = new RunParameters(time(scene, biz).toLocalDate().atStartOfDay(), time(scene, trigger),
                Map.of("taskid", instance.key(), "nodeid", String.valueOf(instance.get("TaskId")), "jobid",
                        String.valueOf(instance.get("WorkflowId"))));
        return parameters.fill(script, Values.text(Values.at(instance.get("Script"), "Parameters")));
    }

    private static LocalDateTime time(Scene scene, long millis) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), scene.realm.zone);
    }

    /** Keeps what a run was before the next one begins. */
    static void keep(Scene scene, Thing instance) {
        scene.store.add("Run", instance.key() + "/" + instance.number("RunNumber"), instance.fields());
    }

    private static Thing without(Thing thing, String... fields) {
        Map<String, Object> left = new LinkedHashMap<>(thing.fields());
        left.keySet().removeAll(List.of(fields));
        return new Thing(thing.kind(), thing.key(), thing.sequence(), left, List.of());
    }

    private static void end(Scene scene, Thing instance, String status, long at, Map<String, Object> result) {
        Map<String, Object> changes = new LinkedHashMap<>(result);
        changes.putAll(Values.of("Status", status, "FinishedTime", at, "ModifyTime", at));
        scene.store.put(instance.with(changes).then(List.of()));
        ended(scene, instance, at);
    }

    /** Lets those go on that wait for an instance that has ended, however it came to that. */
    static void ended(Scene scene, Thing instance, long at) {
        for (Thing other : scene.store.all(TASK)) {
            if (other.get("Upstream") instanceof List<?> upstream && upstream.contains(instance.get("Id"))
                    && other.get("Suspended") == null) {
                arrived(scene, other, at);
            }
        }
        Thing flow = scene.store.find(FLOW, instance.get("WorkflowInstanceId"));
        if (flow != null && Values.truth(flow.get("Managed"))) {
            flowEnded(scene, flow, at);
        }
    }

    private static void flowEnded(Scene scene, Thing flow, long at) {
        List<Thing> tasks = scene.store.where(TASK, "WorkflowInstanceId", flow.get("Id"));
        List<Object> stuck = new ArrayList<>();
        for (Thing task : tasks) {
            if ("Failure".equals(task.get("Status"))) {
                stuck.add(task.get("Id"));
            }
        }
        boolean failed = !stuck.isEmpty();
        for (boolean more = true; more;) {
            more = false;
            for (Thing task : tasks) {
                boolean held = "NotRun".equals(task.get("Status")) && !stuck.contains(task.get("Id"))
                        && Values.list(task.get("Upstream")).stream().anyMatch(stuck::contains);
                if (held) {
                    more |= stuck.add(task.get("Id"));
                }
            }
        }
        for (Thing task : tasks) {
            if (!"Success".equals(task.get("Status")) && !stuck.contains(task.get("Id"))) {
                return;
            }
        }
        scene.store.put(flow.with(Values.of("Status", failed ? "Failure" : "Success", "FinishedTime", at, "ModifyTime", at,
                "StartedTime", flow.get("StartedTime") == null ? Long.valueOf(at) : null)).then(List.of()));
        for (Thing other : scene.store.where(TASK, "AfterFlow", flow.get("Id"))) {
            arrived(scene, other, at);
        }
    }

    /** Begins a further run of an instance, which has ended or never ran. */
    static void again(Scene scene, Thing instance, long delay, long duration) {
        Thing flow = scene.store.find(FLOW, instance.get("WorkflowInstanceId"));
        if (flow != null && Values.truth(flow.get("Managed"))) {
            scene.store.put(without(flow, "FinishedTime").with(Values.of("Status", "Running")));
        }
        Map<String, Object> fields = new LinkedHashMap<>(without(instance, "FinishedTime", "StartedTime", "Output",
                "ErrorMessage", "Suspended").fields());
        fields.putIfAbsent("Upstream", List.of());
        fields.putAll(Values.of("Managed", true, "Delay", delay, "Duration", duration, "Earliest", scene.now()));
        run(scene, new Thing(TASK, instance.key(), instance.sequence(), fields, List.of()), scene.now(), delay, duration);
    }
}
