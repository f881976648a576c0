package dev.dwx.sandbox.world;

import dev.dwx.sandbox.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The seeded Data Studio of {@code orders_dw}: workflows, their nodes, resources and functions. */
final class StudioSeed {
    private static final long DAY = 86_400_000L;
    private static final Map<String, Long> TYPES = Map.of("ODPS_SQL", 10L, "DI", 23L, "PYODPS3", 1221L,
            "DIDE_SHELL", 6L, "VIRTUAL", 99L);

    private final Workspace workspace;

    StudioSeed(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The numeric type of a command in the file family. */
    static long type(Object command) {
        return TYPES.getOrDefault(String.valueOf(command), 10L);
    }

    String nodeId(Job job) {
        return workspace.ids.studio("seeded Node", job.number());
    }

    String workflowId(String name) {
        return workspace.ids.studio("seeded WorkflowDefinition", name.equals("daily_orders") ? 0 : 1);
    }

    void found(Store store) {
        List<Job> jobs = Job.plan();
        for (int i = jobs.size() - 1; i >= 0; i--) {
            node(store, jobs.get(i));
        }
        for (String name : List.of("hourly_clicks", "daily_orders")) {
            workflow(store, name);
        }
        resource(store, "order_udf.jar", "jar", 0);
        resource(store, "holidays.csv", "file", 1);
        function(store);
    }

    private void node(Store store, Job job) {
        String id = nodeId(job);
        List<Object> inputs = new ArrayList<>();
        List<Object> depends = new ArrayList<>();
        for (String name : job.upstream().isEmpty() ? List.of("orders_dw_root") : job.upstream()) {
            String output = name.equals("orders_dw_root") ? name : "orders_dw." + name;
            inputs.add(Values.of("data", output, "artifactType", "NodeOutput"));
            depends.add(Values.of("type", "Normal", "output", output));
        }
        Map<String, Object> node = Values.of(
                "id", id, "name", job.name(), "owner", workspace.user(job.number() % 3), "recurrence", "Normal",
                "rerunMode", "Allowed", "rerunTimes", 3L, "rerunInterval", 180_000L, "timeout", 0L,
                "instanceMode", "T+1", "description", job.name(),
                "datasource", job.command().equals("ODPS_SQL")
                        ? Values.of("name", "orders_odps", "type", "odps") : null,
                "script", Values.of("path", "Business_flow/" + job.workflow() + "/" + job.name(),
                        "content", job.script("orders_dw"),
                        "runtime", Values.of("command", job.command(), "commandTypeId", type(job.command())),
                        "parameters", List.of(Values.of("name", "bizdate", "artifactType", "Variable",
                                "scope", "NodeParameter", "type", "System", "value", "$[yyyymmdd-1]"))),
                "trigger", Values.of("type", "Scheduler", "cron", job.cron(), "startTime", "1970-01-01 00:00:00",
                        "endTime", "9999-01-01 00:00:00", "timezone", "Asia/Shanghai"),
                "runtimeResource", Values.of("resourceGroup", workspace.group()),
                "inputs", Values.of("nodeOutputs", inputs),
                "outputs", Values.of("nodeOutputs", List.of(Values.of("data", "orders_dw." + job.name(),
                        "artifactType", "NodeOutput", "refTableName", job.name()))));
        Map<String, Object> spec = Values.of("version", "1.1.0", "kind", "Node", "spec", Values.of(
                "nodes", List.of(node), "dependencies", List.of(Values.of("nodeId", id, "depends", depends))));
        Map<String, Object> fields = Specs.fields(node);
        fields.putAll(Values.of("Id", id, "ProjectId", Workspace.ORDERS, "Spec", JsonText.write(spec),
                "Scene", "DataworksProject", "ContainerId", workflowId(job.workflow()),
                "TaskId", SchedulerSeed.taskId(job), "CreateUser", workspace.user(job.number() % 3),
                "CreateTime", workspace.born - 200 * DAY + job.number() * 60_000L,
                "ModifyTime", workspace.born - 20 * DAY + job.number() * 60_000L));
        store.add("Node", id, fields);
    }

    private void workflow(Store store, String name) {
        String id = workflowId(name);
        Map<String, Object> workflow = Values.of("id", id, "name", name, "owner", workspace.account,
                "type", "CycleWorkflow", "description", name,
                "script", Values.of("path", "Business_flow/" + name,
                        "runtime", Values.of("command", "WORKFLOW")),
                "trigger", Values.of("type", "Scheduler", "cron", "00 00 00 * * ?"));
        Map<String, Object> fields = Specs.fields(workflow);
        fields.putAll(Values.of("Id", id, "ProjectId", Workspace.ORDERS, "Type", "CycleWorkflow",
                "WorkflowId", SchedulerSeed.workflowId(name), "CreateTime", workspace.born - 210 * DAY,
                "ModifyTime", workspace.born - 15 * DAY, "CreateUser", workspace.account,
                "Spec", JsonText.write(Values.of("version", "1.1.0", "kind", "CycleWorkflow",
                        "spec", Values.of("workflows", List.of(workflow))))));
        store.add("WorkflowDefinition", id, fields);
    }

    private void resource(Store store, String name, String type, int number) {
        String id = workspace.ids.studio("seeded Resource", number);
        Map<String, Object> resource = Values.of("id", id, "name", name, "type", type,
                "owner", workspace.account, "script", Values.of("path", "Resources/" + name,
                        "runtime", Values.of("command", "ODPS_" + type.toUpperCase(java.util.Locale.ROOT))));
        Map<String, Object> fields = Specs.fields(resource);
        fields.putAll(Values.of("Id", id, "ProjectId", Workspace.ORDERS, "Type", type, "SourceType", "Local",
                "SourcePath", name, "TargetType", "MaxCompute", "TargetPath", name,
                "CreateTime", workspace.born - 100 * DAY, "ModifyTime", workspace.born - 50 * DAY,
                "DataSource", Values.of("Name", "orders_odps", "Type", "odps"),
                "Spec", JsonText.write(Values.of("version", "1.1.0", "kind", "Resource",
                        "spec", Values.of("fileResources", List.of(resource))))));
        store.add("Resource", id, fields);
    }

    private void function(Store store) {
        String id = workspace.ids.studio("seeded Function", 0);
        Map<String, Object> function = Values.of("id", id, "name", "order_amount", "owner", workspace.account,
                "type", "Other", "className", "com.orders.udf.Amount", "script",
                Values.of("path", "Functions/order_amount", "runtime", Values.of("command", "ODPS_FUNCTION")));
        Map<String, Object> fields = Specs.fields(function);
        fields.putAll(Values.of("Id", id, "ProjectId", Workspace.ORDERS, "ClassName", "com.orders.udf.Amount",
                "Type", "OTHER", "FileResource", "order_udf.jar", "CreateTime", workspace.born - 100 * DAY,
                "ModifyTime", workspace.born - 50 * DAY,
                "Spec", JsonText.write(Values.of("version", "1.1.0", "kind", "Function",
                        "spec", Values.of("functions", List.of(function))))));
        store.add("Function", id, fields);
    }
}
