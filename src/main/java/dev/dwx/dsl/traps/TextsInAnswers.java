package dev.dwx.dsl.traps;

import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ErrorAdvice;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Logs and messages inside answers that hold a known trouble: its remedy is said beside the answer. */
final class TextsInAnswers implements Guard {
    /** Operation, and the way to a text; {@code []} goes through a list. */
    private static final String[][] ROWS = {
        {"GetTaskInstanceLog", "TaskInstanceLog"},
        {"GetInstanceLog", "Data"},
        {"GetDataQualityScanRunLog", "LogSegment", "Log"},
        {"GetCreateWorkflowInstancesResult", "Result", "FailureMessage"},
        {"GetTaskInstance", "TaskInstance", "ErrorMessage"},
        {"GetInstance", "Data", "ErrorMessage"},
        {"GetDeploymentPackage", "Data", "Deployment", "ErrorMessage"},
        {"GetDeployment", "Data", "Deployment", "ErrorMessage"},
        {"GetPipelineRun", "Pipeline", "Message"},
        {"GetPipelineRun", "Pipeline", "Stages", "[]", "Message"},
        {"ListPipelineRunItems", "PagingInfo", "PipelineRunItems", "[]", "Message"},
        {"GetJobStatus", "JobStatus", "Error"},
        {"GetDIJob", "PagingInfo", "RunStats", "ErrorMessage"},
    };
    /** The end of a log is where it says why. */
    private static final int MOST = 200_000;
    private static final int SHOWN = 160;

    private final TrapTools tools;

    TextsInAnswers(TrapTools tools) {
        this.tools = tools;
    }

    @Override
    public void after(PlannedCall call, ApiAnswer answer) {
        if (call.context().awaiting()) {
            // Who looks again and again, or seeks a cause, tells it once and at the right place.
            return;
        }
        for (String[] row : ROWS) {
            if (row[0].equals(call.operation().name())) {
                List<String> texts = new ArrayList<>();
                collect(answer.body(), row, 1, texts);
                texts.forEach(text -> look(call, text));
            }
        }
    }

    private static void collect(Object value, String[] way, int step, List<String> texts) {
        if (step == way.length) {
            if (value instanceof String text && !text.isBlank()) {
                texts.add(text);
            }
        } else if (way[step].equals("[]")) {
            for (Object one : value instanceof List<?> list ? list : List.of()) {
                collect(one, way, step + 1, texts);
            }
        } else if (value instanceof Map<?, ?> map) {
            collect(map.get(way[step]), way, step + 1, texts);
        }
    }

    private void look(PlannedCall call, String text) {
        String end = text.length() > MOST ? text.substring(text.length() - MOST) : text;
        for (String line : end.split("\n")) {
            Optional<ErrorAdvice.Advice> advice = line.isBlank() ? Optional.empty() : ErrorAdvice.ofText(line);
            if (advice.isPresent()) {
                String shown = line.strip();
                tools.notes().note("text", call.operation(), advice.get().topic() + call.arguments().get("Id"), Texts.of("it says: {0}\n  why:  {1}{2}",
                        shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown, advice.get().why(),
                        advice.get().next() == null ? "" : Texts.of("\n  next: {0}", advice.get().next())));
            }
        }
    }
}
