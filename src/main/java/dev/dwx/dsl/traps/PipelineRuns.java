package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.client.ErrorAdvice;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A pipeline run publishes one object, stage by stage; it runs nothing, and only one of its ends is a success. */
final class PipelineRuns implements Guard {
    private static final String CREATE = "CreatePipelineRun";
    private static final String EXECUTE = "ExecPipelineRunStage";
    private static final LocalTime LATE = LocalTime.of(23, 30);

    private final TrapTools tools;

    PipelineRuns(TrapTools tools) {
        this.tools = tools;
    }

    @Override
    public PlannedCall before(PlannedCall call) {
        String name = call.operation().name();
        if (name.equals(CREATE)) {
            ids(call);
        }
        if (name.equals(CREATE) || name.equals("DeployFile") || name.equals(EXECUTE)) {
            LocalTime now = LocalTime.ofInstant(tools.clock().instant(), call.context().timeZone());
            if (!now.isBefore(LATE)) {
                tools.notes().note("late", call.operation(), "", Texts.of("what is published between 23:30 and 24:00 ({0}) takes effect"
                        + " on the third day only", call.context().timeZone()));
            }
        }
        return call;
    }

    private void ids(PlannedCall call) {
        List<?> ids = Answers.list(call.arguments().get("ObjectIds"));
        for (Object id : ids) {
            if (id instanceof String text && text.strip().startsWith("[")) {
                throw TrapTools.refusal(call.operation(), List.of(Texts.of("ObjectIds: the id {0} is wrapped in a second list", text)),
                        "ObjectIds: ['" + text.replaceAll("[\\[\\]\"' ]", "").replace(",", "', '") + "']");
            }
        }
        if (ids.size() > 1) {
            tools.notes().note("one-object", call.operation(), ids, Texts.of("only the first of the {0} objects is published, with what"
                    + " is inside it: {1}; make a run for each", ids.size(), ids.get(0)));
        }
    }

    @Override
    public void after(PlannedCall call, ApiAnswer answer) {
        if (call.operation().name().equals(CREATE) && !call.context().awaiting()) {
            String id = Answers.text(answer.body(), "Id");
            boolean offline = "Offline".equals(call.arguments().get("Type"));
            tools.notes().note("publishes", call.operation(), offline, Texts.of("{0}; GetPipelineRun(Id: '{1}') shows its stages{2}",
                    offline ? Texts.of("this takes the object offline") : Texts.of("this publishes and runs nothing"),
                    id == null ? "…" : id,
                    offline ? "" : Texts.of(". To run something: ExecuteAdhocWorkflowInstance, CreateWorkflowInstances(Type: 'SmokeTest')," + " RerunTaskInstances")));
        }
    }

    @Override
    public ApiException failed(PlannedCall call, ApiException failure) {
        String name = call.operation().name();
        String topic = ErrorAdvice.of(failure.code(), failure.serviceMessage(), null, null).map(ErrorAdvice.Advice::topic).orElse("");
        if (name.equals(CREATE) && topic.equals("nothing to publish")) {
            return unknownObject(call, failure);
        }
        if (Set.of(EXECUTE, "AbolishPipelineRun").contains(name) && (topic.equals("package not ready") || topic.equals("pipeline has ended"))) {
            return stages(call, failure);
        }
        return failure;
    }

    private ApiException unknownObject(PlannedCall call, ApiException failure) {
        List<?> ids = Answers.list(call.arguments().get("ObjectIds"));
        if (ids.isEmpty()) {
            return failure;
        }
        String id = ids.get(0).toString();
        Object node = tools.read(call.context(), ApiCatalog.V2024, "GetNode", "Id", id, "ProjectId", call.arguments().get("ProjectId"));
        if (Answers.at(node, "Node") == null) {
            return Answers.isStudioId(id) ? failure : failure.explained(Texts.of("ids of what can be published have about 19 digits, and"
                    + " {0} has {1}", id, id.length()), "ListNodes(Name: '…')*.Id");
        }
        String container = container(Answers.text(node, "Node", "Spec"));
        return failure.explained(Texts.of("the node {0} is there, so it is inside a workflow, and the workflow is what is published",
                Answers.text(node, "Node", "Name")), CREATE + "(Type: '" + call.arguments().get("Type") + "', ObjectIds: ['"
                + (container == null ? Texts.of("<id of the workflow>") : container) + "'])");
    }

    private static String container(String spec) {
        try {
            Object body = spec == null ? null : Answers.at(ExactJson.parse(spec), "spec");
            List<?> nodes = Answers.list(body, "nodes");
            return nodes.isEmpty() ? null : Answers.text(nodes.get(0), "metadata", "container", "uuid");
        } catch (ExactJson.Malformed e) {
            return null;
        }
    }

    private ApiException stages(PlannedCall call, ApiException failure) {
        Object body = tools.read(call.context(), ApiCatalog.V2024, "GetPipelineRun", "ProjectId", call.arguments().get("ProjectId"), "Id",
                call.arguments().get("Id"));
        if (Answers.at(body, "Pipeline") == null) {
            return failure;
        }
        List<String> shown = new ArrayList<>();
        for (Object stage : Answers.list(body, "Pipeline", "Stages")) {
            String message = Answers.text(stage, "Message");
            shown.add(Answers.text(stage, "Code") + " " + Answers.text(stage, "Status") + (message == null ? "" : " (" + message + ")"));
        }
        return failure.explained(Texts.of("the run is {0}: {1}", Answers.text(body, "Pipeline", "Status"), String.join(", ", shown)), null);
    }
}
