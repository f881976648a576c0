package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One node has two numbers: Data Studio's id of about 19 digits, and the shorter one of the task that a publication makes of it. The wrong one
 * is "not found", with a code that says nothing.
 */
final class NodeIds implements Guard {
    private static final Set<String> OF_STUDIO = Set.of("GetNode", "UpdateNode", "DeleteNode", "RenameNode", "MoveNode",
            "ListNodeDependencies");
    private static final String[] TASK_PARAMETERS = {"Id", "TaskId", "NodeId"};

    private final TrapTools tools;

    NodeIds(TrapTools tools) {
        this.tools = tools;
    }

    @Override
    public PlannedCall before(PlannedCall call) {
        if (!call.operation().name().equals("CreateWorkflowInstances")) {
            return call;
        }
        List<String> problems = new ArrayList<>();
        List<String> right = new ArrayList<>();
        List<?> roots = Answers.list(call.arguments().get("DefaultRunProperties"), "RootTaskIds");
        for (Object root : roots) {
            String task = Answers.isStudioId(root) ? task(call.context(), root) : null;
            if (task != null) {
                problems.add(Texts.of("DefaultRunProperties.RootTaskIds: {0} is a node of Data Studio{1}", root,
                        task.isEmpty() ? Texts.of(", and it is not published, so that it has no task yet") : Texts.of("; its task is {0}", task)));
            }
            right.add(task == null ? String.valueOf(root) : task);
        }
        if (!problems.isEmpty()) {
            throw TrapTools.refusal(call.operation(), problems, right.contains("") ? "publish it: CreatePipelineRun(Type: 'Online', ObjectIds: ['"
                    + roots.get(right.indexOf("")) + "'])" : "RootTaskIds: " + right);
        }
        return call;
    }

    /** The task of a node, empty when it has none yet, {@code null} when there is no such node. */
    private String task(Context context, Object id) {
        Object body = tools.read(context, ApiCatalog.V2024, "GetNode", "Id", id.toString(), "ProjectId", context.projectId());
        if (Answers.at(body, "Node") == null) {
            return null;
        }
        String task = Answers.text(body, "Node", "TaskId");
        return task == null || task.equals("0") ? "" : task;
    }

    @Override
    public ApiException failed(PlannedCall call, ApiException failure) {
        if (failure.stage() != ApiException.Stage.REFUSED) {
            return failure;
        }
        boolean studio = call.operation().version().equals(ApiCatalog.V2024) && OF_STUDIO.contains(call.operation().name());
        return studio ? studioCall(call, failure) : taskCall(call, failure);
    }

    private ApiException studioCall(PlannedCall call, ApiException failure) {
        String id = Answers.text(call.arguments().get("Id"));
        if (Answers.isStudioId(id) && isAbout(failure, "node not found")) {
            return failure.explained(Texts.of("Data Studio of this project has no node {0}", id), "ListNodes(Name: '…')*.Id");
        }
        if (!Answers.isDigits(id) || Answers.isStudioId(id) || !isAbout(failure, "未找到节点", "node not found", "5801488441564725286")) {
            return failure;
        }
        Object task = tools.read(call.context(), ApiCatalog.V2024, "GetTask", "Id", Long.valueOf(id));
        String name = Answers.text(task, "Task", "Name");
        if (name == null) {
            return failure.explained(Texts.of("an id of {0} digits is one of the scheduler's, if anything; Data Studio's have about 19",
                    id.length()),
                    Texts.of("GetTask(Id: {0}), or v2020.GetNode(NodeId: {0}, ProjectEnv: 'PROD')", id));
        }
        Object nodes = tools.read(call.context(), ApiCatalog.V2024, "ListNodes", "ProjectId", call.context().projectId(), "Name", name,
                "PageNumber", 1L, "PageSize", 10L);
        String node = null;
        for (Object one : Answers.list(nodes, "PagingInfo", "Nodes")) {
            node = id.equals(Answers.text(one, "TaskId")) ? Answers.text(one, "Id") : node;
        }
        return failure.explained(Texts.of("{0} is the task {1} of the scheduler, not a node of Data Studio{2}", id, name,
                node == null ? "" : Texts.of("; its node is {0}", node)),
                node == null ? Texts.of("GetTask(Id: {0}), or v2020.GetNode(NodeId: {0}, ProjectEnv: 'PROD')", id)
                : Texts.of("{0}(Id: '{1}' …), or GetTask(Id: {2})", call.operation().name(), node, id));
    }

    private ApiException taskCall(PlannedCall call, ApiException failure) {
        for (String name : TASK_PARAMETERS) {
            Object id = call.arguments().get(name);
            boolean number = call.operation().parameter(name).map(ApiParameter::schema).filter(schema -> schema.isInteger()).isPresent();
            String task = number && Answers.isStudioId(id) ? task(call.context(), id) : null;
            if (task != null) {
                return failure.explained(Texts.of("{0} {1} is a node of Data Studio; this call wants the scheduler's task{2}", name, id,
                        task.isEmpty() ? Texts.of(", and the node has none before it is published") : Texts.of(", which is {0}", task)),
                        task.isEmpty() ? "CreatePipelineRun(Type: 'Online', ObjectIds: ['" + id + "'])" : name + ": " + task);
            }
        }
        return failure;
    }

    private static boolean isAbout(ApiException failure, String... words) {
        String text = (failure.code() + " " + failure.serviceMessage()).toLowerCase(java.util.Locale.ROOT);
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
