package dev.dwx.sandbox.world;

/** The service's words for what it refuses, where they are known; a plain form of them elsewhere. */
final class Faults {
    private Faults() {
    }

    /** There is no such object. */
    static Refusal notFound(String kind, Object id) {
        switch (kind) {
            case "Node":
                return Refusal.error(400, "5801488441564725286", "未找到节点: " + id);
            case "Project":
                return Refusal.noProject(id);
            case "DataSource":
                return Refusal.of(400, "Invalid.Tenant.ConnectionNotExists", "数据源不存在: " + id);
            case "Task":
            case "TaskInstance":
            case "WorkflowInstance":
            case "Workflow":
                return Refusal.of(400, "Invalid.Wkbench.NodeNotExist", kind + " does not exist: " + id);
            case "Baseline":
            case "Remind":
            case "Topic":
                return Refusal.of(400, "Invalid.Wkbench." + kind + "NotExist", kind + " does not exist: " + id);
            case "ResourceGroup":
                return Refusal.of(400, "InvalidParameter.ResourceGroupNotExists",
                        "Resource group not found: 资源组ID#" + id + ",对应的资源组不存在");
            case "ProjectMember":
                return Refusal.of(400, "Invalid.Tenant.UserNotInProject", "The user is not in the project: " + id);
            case "Table":
                return Refusal.of(400, "Invalid.Meta.TableNotExist", "The table does not exist: " + id);
            case "Catalog":
            case "Database":
            case "Schema":
            case "Column":
            case "Partition":
            case "MetaCategory":
            case "TableLevel":
            case "TableTheme":
                return Refusal.of(400, "InvalidParameter.Meta.NotExist", kind + " does not exist: " + id);
            case "MetaCollection":
                return Refusal.of(400, "Invalid.Collection.NotExist", "The collection does not exist: " + id);
            case "DIJob":
            case "DIAlarmRule":
                return Refusal.of(400, "Invalid.DI.Parameter", kind + " does not exist: " + id);
            default:
                return Refusal.of(400, "InvalidParameter." + kind + "NotExists", kind + " does not exist: " + id);
        }
    }

    /** The name or key is taken. */
    static Refusal taken(String kind, Object name) {
        return Refusal.of(400, "InvalidParameter." + kind + "AlreadyExists",
                kind + " with the same name already exists: " + name);
    }
}
