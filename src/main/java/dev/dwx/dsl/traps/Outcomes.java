package dev.dwx.dsl.traps;

import dev.dwx.client.ApiAnswer;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.dsl.waiting.StatusWords;
import dev.dwx.texts.Texts;

/** Words of outcomes that are easily taken for another: ends that are no success, a text that says False, a word nobody knows. */
final class Outcomes implements Guard {
    private final TrapTools tools;

    Outcomes(TrapTools tools) {
        this.tools = tools;
    }

    @Override
    public void after(PlannedCall call, ApiAnswer answer) {
        if (call.context().awaiting()) {
            return;
        }
        switch (call.operation().name()) {
            case "GetPipelineRun" -> {
                String status = Answers.text(answer.body(), "Pipeline", "Status");
                known(call, status);
                if ("Termination".equals(status) || "Cancel".equals(status)) {
                    tools.notes().note("no-success", call.operation(), call.arguments().get("Id"), Texts.of("the run has ended with {0}, which is no"
                            + " success whatever its stages say", status));
                }
            }
            case "GetTaskInstance" -> known(call, Answers.text(answer.body(), "TaskInstance", "Status"));
            case "GetWorkflowInstance" -> known(call, Answers.text(answer.body(), "WorkflowInstance", "Status"));
            case "GetInstance", "GetDag" -> known(call, Answers.text(answer.body(), "Data", "Status"));
            case "GetJobStatus" -> {
                if ("False".equals(Answers.at(answer.body(), "JobStatus", "Completed"))) {
                    tools.notes().note("text-false", call.operation(), "", Texts.of("Completed is the text 'False', which counts as true"
                            + " in a condition; compare: JobStatus.Completed == 'True'"));
                }
            }
            default -> {
                return;
            }
        }
    }

    private void known(PlannedCall call, String status) {
        if (status != null && !StatusWords.knows(status)) {
            tools.notes().note("unknown-status", call.operation(), status, Texts.of("Status '{0}' is none that dwx knows; nothing says"
                    + " that it is an end", status));
        }
    }
}
