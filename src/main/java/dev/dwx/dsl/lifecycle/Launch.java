package dev.dwx.dsl.lifecycle;

import dev.dwx.dsl.waiting.Standing;
import dev.dwx.dsl.waiting.StatusWords;
import dev.dwx.dsl.waiting.WaitFailed;
import dev.dwx.dsl.waiting.WaitResult;
import dev.dwx.dsl.waiting.WaitTerms;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs of scheduled tasks that somebody asks for: they are made by a job of their own, and then run. Their workflow is number 1, the
 * one that every scheduled task belongs to.
 */
final class Launch {
    private static final Duration MAKING = Duration.ofSeconds(5);
    private static final Duration MADE = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Service service;

    Launch(Service service) {
        this.service = service;
    }

    /**
     * Asks for a run.
     *
     * @param properties how the tasks are run
     * @param dates first and last business date of each range, {@code yyyy-MM-dd}
     * @return the operation's id
     */
    String begin(String type, String name, Map<String, Object> properties, List<Map<String, Object>> dates, String environment) {
        Map<String, Object> made = service.call("CreateWorkflowInstances", "Type", type, "WorkflowId", 1L, "Name", name, "EnvType", environment,
                "DefaultRunProperties", properties, "Periods", Service.named("BizDates", dates), "AutoStartEnabled", true);
        return JsonWalk.text(made, "OperationId");
    }

    /** Waits until the instances are made; gives their ids. */
    List<Object> made(String operation, String what) {
        WaitTerms terms = new WaitTerms(Texts.of("the making of {0}", what), "GetCreateWorkflowInstancesResult(OperationId: '" + operation + "')", MAKING, MADE, true);
        WaitResult made = service.wait(terms, () -> service.look("GetCreateWorkflowInstancesResult", "OperationId", operation), body -> {
            String status = String.valueOf(JsonWalk.text(body, "Result", "Status"));
            return new Standing(status, StatusWords.of(status), JsonWalk.text(body, "Result", "FailureMessage"), null);
        });
        List<Object> ids = new ArrayList<>();
        if (JsonWalk.at(made.getValue(), "Result", "WorkflowTaskInstanceIds") instanceof List<?> list) {
            ids.addAll(list);
        }
        return ids;
    }

    /**
     * Waits until every instance has ended, or one has failed and the others do not run any more.
     *
     * @return the instances as they are then
     */
    List<Map<String, Object>> ended(List<Object> ids, String what, Duration timeout) {
        Map<Object, Map<String, Object>> last = new LinkedHashMap<>();
        WaitTerms terms = new WaitTerms(what, ids.isEmpty() ? null : "GetTaskInstance(Id: " + ids.get(0) + ")", EVERY, timeout, false);
        service.wait(terms, () -> {
            for (Object id : ids) {
                if (!isOver(last.get(id))) {
                    Object instance = service.look("GetTaskInstance", "Id", id).get("TaskInstance");
                    last.put(id, instance instanceof Map<?, ?> map ? Fields.copy(map) : Map.of());
                }
            }
            return last;
        }, ignored -> standing(ids, last));
        return List.copyOf(last.values());
    }

    private static Standing standing(List<Object> ids, Map<Object, Map<String, Object>> last) {
        int over = 0;
        int failed = 0;
        int moving = 0;
        for (Object id : ids) {
            String status = status(last.get(id));
            over += isOver(last.get(id)) ? 1 : 0;
            failed += StatusWords.of(status) == StatusWords.Meaning.BAD ? 1 : 0;
            moving += isOver(last.get(id)) || status.equals("NotRun") ? 0 : 1;
        }
        String line = Texts.of("{0} of {1} have ended{2}", over, ids.size(), failed == 0 ? "" : Texts.of(", {0} failed", failed));
        boolean end = over == ids.size() || failed > 0 && moving == 0;
        return Standing.of(line, !end ? StatusWords.Meaning.GOING_ON : failed > 0 ? StatusWords.Meaning.BAD : StatusWords.Meaning.GOOD);
    }

    static boolean isOver(Map<String, Object> instance) {
        StatusWords.Meaning meaning = StatusWords.of(status(instance));
        return meaning == StatusWords.Meaning.GOOD || meaning == StatusWords.Meaning.BAD;
    }

    static String status(Map<String, Object> instance) {
        String status = instance == null ? null : JsonWalk.text(instance, "Status");
        return status == null ? "none" : status;
    }

    /** One row for an instance. */
    static Map<String, Object> row(Map<String, Object> instance) {
        return Service.named("InstanceId", instance.get("Id"), "TaskName", instance.get("TaskName"), "Status", instance.get("Status"),
                "Elapsed", Fields.ran(instance));
    }

    /** The failure of a run, with the log of the first instance that failed; {@code null} when none did. */
    WaitFailed failure(List<Map<String, Object>> instances, String what) {
        for (Map<String, Object> instance : instances) {
            if (StatusWords.of(status(instance)) == StatusWords.Meaning.BAD) {
                String log = RunLog.sought(service, instance.get("Id"));
                String error = RunLog.error(log);
                return new WaitFailed(Texts.of("{0}: task {1} ended with {2}.{3}{4}", what, instance.get("TaskName"), status(instance),
                        error == null ? "" : "\n  " + error, RunLog.told(log, instance.get("Id"))), status(instance), instance);
            }
        }
        return null;
    }
}
