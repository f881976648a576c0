package dev.dwx.dsl.traps;

import dev.dwx.client.ApiAnswer;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import java.util.Set;

/** Words of outcomes that are easily taken for another: ends that are no success, a text that says False, a word nobody knows. */
final class Outcomes implements Guard {
    private static final Set<String> INSTANCE = Set.of("NotRun", "WaitTime", "WaitResource", "CheckingCondition", "Running", "Checking",
            "Success", "Failure");
    private static final Set<String> PIPELINE = Set.of("Init", "Running", "Success", "Fail", "Termination", "Cancel");
    private static final Set<String> OLD = Set.of("NOT_RUN", "WAIT_TIME", "WAIT_RESOURCE", "RUNNING", "CHECKING", "CHECKING_CONDITION",
            "FAILURE", "SUCCESS", "CREATED");

    private final TrapTools tools;

    Outcomes(TrapTools tools) {
        this.tools = tools;
    }

    @Override
    public void after(PlannedCall call, ApiAnswer answer) {
        switch (call.operation().name()) {
            case "GetPipelineRun" -> {
                String status = Answers.text(answer.body(), "Pipeline", "Status");
                known(call, status, PIPELINE);
                if ("Termination".equals(status) || "Cancel".equals(status)) {
                    tools.notes().note("no-success", call.operation(), call.arguments().get("Id"), "the run has ended with " + status
                            + ", which is no success whatever its stages say");
                }
            }
            case "GetTaskInstance" -> known(call, Answers.text(answer.body(), "TaskInstance", "Status"), INSTANCE);
            case "GetWorkflowInstance" -> known(call, Answers.text(answer.body(), "WorkflowInstance", "Status"), INSTANCE);
            case "GetInstance", "GetDag" -> known(call, Answers.text(answer.body(), "Data", "Status"), OLD);
            case "GetJobStatus" -> {
                if ("False".equals(Answers.at(answer.body(), "JobStatus", "Completed"))) {
                    tools.notes().note("text-false", call.operation(), "", "Completed is the text 'False', which counts as true in a condition; "
                            + "compare: JobStatus.Completed == 'True'");
                }
            }
            default -> {
                return;
            }
        }
    }

    private void known(PlannedCall call, String status, Set<String> words) {
        if (status != null && !words.contains(status)) {
            tools.notes().note("unknown-status", call.operation(), status, "Status '" + status + "' is none that dwx knows; nothing says that it is an end");
        }
    }
}
