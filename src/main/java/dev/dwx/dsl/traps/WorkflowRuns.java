package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.texts.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs of tasks by hand want 1 for the workflow, a number that stands for "the tasks named below". */
final class WorkflowRuns implements Guard {
    private static final String CALL = "CreateWorkflowInstances";
    private static final String WORKFLOW = "WorkflowId";
    private static final List<String> OF_TASKS = List.of("SmokeTest", "SupplementData", "Manual");

    private final TrapTools tools;

    WorkflowRuns(TrapTools tools) {
        this.tools = tools;
    }

    private static boolean applies(ApiOperation operation, Map<String, Object> arguments) {
        return operation.name().equals(CALL) && OF_TASKS.contains(String.valueOf(arguments.get("Type")));
    }

    @Override
    public Map<String, Object> given(ApiOperation operation, Map<String, Object> arguments, Context context) {
        if (!applies(operation, arguments) || arguments.get(WORKFLOW) != null) {
            return arguments;
        }
        Map<String, Object> completed = new LinkedHashMap<>(arguments);
        completed.put(WORKFLOW, 1L);
        tools.notes().note("workflow-id", operation, "", Texts.of("WorkflowId 1 is filled in, which stands for the tasks in"
                + " DefaultRunProperties"));
        return completed;
    }

    @Override
    public PlannedCall before(PlannedCall call) {
        if (otherThanOne(call)) {
            tools.notes().note("workflow-id", call.operation(), call.arguments().get(WORKFLOW), explanation(call));
        }
        return call;
    }

    @Override
    public ApiException failed(PlannedCall call, ApiException failure) {
        return otherThanOne(call) && failure.stage() == ApiException.Stage.REFUSED
                ? failure.explained(explanation(call), Texts.of("leave WorkflowId out, and 1 is filled in")) : failure;
    }

    private static boolean otherThanOne(PlannedCall call) {
        return applies(call.operation(), call.arguments()) && !"1".equals(String.valueOf(call.arguments().get(WORKFLOW)));
    }

    private static String explanation(PlannedCall call) {
        return Texts.of("WorkflowId is {0}; a run of type {1} wants 1 there, and makes nothing for another number",
                call.arguments().get(WORKFLOW), call.arguments().get("Type"));
    }
}
