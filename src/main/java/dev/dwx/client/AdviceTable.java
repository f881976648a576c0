package dev.dwx.client;

import dev.dwx.client.ErrorAdvice.Row;
import java.util.List;

/**
 * The known errors, the first line that fits counts: fragments of messages before the general codes that carry them.
 * The causes are those of the vendor's error pages and of answers seen in practice.
 */
final class AdviceTable {
    /** A required parameter is absent, told by a code or message that holds its name. */
    static final Row MISSING = row("missing parameter", List.of(), List.of(),
            "a required parameter is absent, or was sent in the wrong place (URL instead of form, or the other way)",
            "{op}.help()");
    /** A value is refused, told by a code that holds the parameter's name. */
    static final Row INVALID = row("bad value", List.of(), List.of(),
            "a value is not of the form, range or set of names that the service accepts",
            "{op}.help()");
    /** An internal number. */
    static final Row NUMBER = row("internal number", List.of(), List.of(),
            "the code is an internal number of DataWorks; the message is what tells the cause, and the RequestId and "
                    + "the address below are what support asks for",
            "{op}.help()");

    static final List<Row> ROWS = List.of(
            // Limits
            row("daily limit", List.of("Throttling.Api.Risk"), List.of(),
                    "the account has used up today's calls (Basic 100, Standard 1,000, Professional 10,000 a day, "
                            + "failed calls included; Enterprise has no daily limit); more tries today only fail",
                    "go on tomorrow, or have the DataWorks edition raised"),
            retry("quota or rate", List.of("Throttling.Resource", "9990040003"), List.of(),
                    "either too many calls at the moment, which passes, or the edition's call quota is used up, which "
                            + "does not",
                    "wait a minute and repeat; when it stays, check the edition's monthly calls in the console"),
            retry("system busy", List.of("Throttling.System"), List.of(),
                    "the service as a whole is busy", "wait a minute, then repeat the call"),
            retry("api limit", List.of("Throttling.Api"), List.of(),
                    "{op} has a limit of its own, and it is reached", "wait some seconds, then repeat the call"),
            retry("throttled", List.of("Throttling.User", "Throttling", "9990020002", "Throttling.*"),
                    List.of("throttling", "flow control", "request was denied due to user", "请求过于频繁"),
                    "too many calls in a second (5 up to the Professional edition; 50 reads and 20 writes with "
                            + "Enterprise), all users of the account together",
                    "wait some seconds, then repeat the call with fewer at a time"),

            // Messages that say more than their code
            row("no such data source",
                    List.of("Invalid.Tenant.ConnectionNotExists"),
                    List.of("数据源不存在", "datasource not found in project", "data source not found",
                            "data source does not exist", "datasource does not exist"),
                    "the project has no data source of exactly that name",
                    "ListDataSources()*.Name"),
            row("no such resource group", List.of(),
                    List.of("对应的资源组不存在", "resource group not found",
                            "resourcegroupid is not in the project", "资源组不存在"),
                    "a resource group is named by its long id (Serverless_res_group_…), not by its display name, and "
                            + "has to be bound to the project",
                    "ListResourceGroups()*.Id, then if it is another project's: "
                            + "AssociateProjectToResourceGroup(ResourceGroupId: '…')"),
            row("no such node", List.of("5801488441564725286"), List.of("未找到节点", "节点不存在"),
                    "Data Studio has no such node; often the id is the scheduler's (that is a task), or the workspace "
                            + "is on the old DataStudio and wants API version 2020-05-18",
                    "ListNodes(Name: '…')*.Id, or {other}.{op}(…)"),
            row("nothing to publish", List.of("5801489541076353033"), List.of("未找到发布对象", "publish object not found", "deploy object not found"),
                    "the object to publish is not known: its id was wrapped in a second list, it is a node inside a "
                            + "workflow (publish the workflow), or it is in another project",
                    "CreatePipelineRun(Type: 'Online', ObjectIds: ['<id of the node or workflow>'])"),
            retry("package not ready", List.of(), List.of("流水线未准备好", "pipeline not ready", "pipeline is not ready"),
                    "the deployment package is not built yet; the very first deployment of a node may have to be made "
                            + "in the console",
                    "wait some seconds and repeat; GetDeploymentPackage(DeploymentId: …) tells when it is ready"),
            row("pipeline has ended", List.of(), List.of("流水线不是正在运行", "pipeline is not running", "pipeline not running"),
                    "the pipeline run has ended, so none of its stages can be run any more",
                    "GetPipelineRun(Id: '…').Pipeline.Status"),
            row("workflow without command", List.of(), List.of("script.runtime.command is empty"),
                    "the spec does not say what the node is: script.runtime.command is absent",
                    "set script.runtime.command, such as ODPS_SQL; for a workflow WORKFLOW"),
            row("five-field cron", List.of(), List.of("invalid cron expression in trigger", "cron表达式不合法"),
                    "the trigger's cron expression is not the service's form: six fields, seconds first",
                    "cron: '00 30 06 * * ?'"),
            row("wrong kind", List.of(), List.of("spec kind and request not match"),
                    "the spec's kind is not the one that this call takes: Node for UpdateNode, CycleWorkflow for a "
                            + "workflow",
                    "kind: 'Node'"),
            row("broken spec", List.of("58014884415", "0x5083000000000005", "InvalidSpec"),
                    List.of("spec json parse failed", "0x5083000000000005", "58014884415"),
                    "the Spec is no FlowSpec: it needs version, kind and spec at the top, with spec.nodes or "
                            + "spec.workflows as lists",
                    "GetNode(Id: '…').Node.Spec shows one that works"),
            row("name taken", List.of(), List.of("node with the same name already exists", "已存在同名节点", "节点名称已存在"),
                    "the project has a node of that name already, perhaps from a call that seemed to time out",
                    "ListNodes(Name: '…'), then UpdateNode(Id: '…', Spec: …)"),
            row("type is fixed", List.of(),
                    List.of("node type (command) cannot be changed", "cannot be changed after creation"),
                    "a node keeps the type it was made with",
                    "make a new node with CreateNode(…) and delete the old one"),
            row("container needed", List.of(), List.of("containerid is required when creating node in workflow"),
                    "a node inside a workflow needs the workflow's id",
                    "{op}(ContainerId: '<id of the workflow>', …)"),
            row("output taken", List.of(), List.of("can not exported multiple nodes into the same output", "多个节点…同一个输出"),
                    "another node of the project already has this output name",
                    "give the node's output another name in outputs.nodeOutputs, then publish again"),
            row("unique code missing", List.of("MissingClientUniqueCode"), List.of("missingclientuniquecode"),
                    "every task of an ad hoc workflow needs a ClientUniqueCode of its own",
                    "Tasks: [[ClientUniqueCode: 't1', …]]"),
            row("partition range missing", List.of(), List.of("分区表…数据范围必须设置", "partitioned table…range must be set"),
                    "the table is partitioned, so the check needs to know which partition",
                    "Target: [PartitionSpec: 'dt=$[yyyymmdd-1]', …]"),
            row("table not collected", List.of(), List.of("表（holo…不存在", "表(holo…不存在", "table (holo…does not exist", "table holo…does not exist"),
                    "DataWorks has not collected this table's metadata; the table itself may well exist",
                    "CreateCrawler(…) and RunCrawler(…), or check it with SQL: ExecuteAdhocWorkflowInstance(…)"),
            row("target table missing", List.of(), List.of("can not found table", "cannot find table", "找不到表"),
                    "the table that a synchronisation writes to does not exist; it is not made by itself",
                    "run the create table first: ExecuteAdhocWorkflowInstance(…)"),
            row("table not found", List.of(), List.of("odps-0130131", "table not found - table"),
                    "MaxCompute knows no table of that name in that project: it is misspelt, not made yet, or made in the other environment",
                    "look for it with ListTables(…), or make it: ExecuteAdhocWorkflowInstance(…)"),
            row("partition not found", List.of(), List.of("分区信息没有配置", "partition information is not configured", "partition is not configured"),
                    "the partition does not exist, or its value is not in quotes in the reader's settings",
                    "partition: [\"dt='20260315'\"]"),
            row("not in production", List.of(), List.of("node not found"),
                    "there is no such node in production; it has to be published before it can be tested there",
                    "CreatePipelineRun(Type: 'Online', ObjectIds: ['<id of the node>'])"),
            row("instances not made", List.of("CreateFailure"), List.of("createfailure"),
                    "the instances could not be made; FailureMessage of the result says why",
                    "GetCreateWorkflowInstancesResult(OperationId: '…').Result.FailureMessage"),

            // Who may do what
            row("not open in the region", List.of("Forbidden.Not.Server"), List.of(),
                    "DataWorks is not served for this account in the region that the call went to",
                    "choose another region: --region cn-shanghai"),
            row("edition too low", List.of("Forbidden.Access"), List.of(),
                    "the DataWorks edition does not include this call, or access is blocked for a while",
                    "check the edition in the console; when it is right, wait and repeat"),
            row("not activated", List.of("9990010001"), List.of(),
                    "DataWorks is not activated for this account", "activate DataWorks in the console, then repeat"),
            row("role missing",
                    List.of("Invalid.Tenant.UserNotInProject", "Invalid.Tenant.UserNotInTenant",
                            "Invalid.Tenant.UserIsNotProjectOwnerOrAdmin", "Forbidden.Wkbench.*",
                            "Forbidden.DI.NoPrivilege"),
                    List.of(),
                    "the caller is no member of the project, or lacks the role that {op} needs there",
                    "ListProjectMembers(), then have an administrator run CreateProjectMember(UserId: '…', "
                            + "RoleCodes: ['role_project_dev'])"),
            row("permission", List.of("ResourceNotAuthorized.Api", "NoPermission", "NoPermission.*", "Forbidden.RAM",
                    "Forbidden", "Forbidden.*"), List.of("not authorized to operate"),
                    "a RAM policy does not let the caller do this",
                    "have the account's administrator allow the action in RAM; `dwx doctor` shows who is calling"),
            row("no such project", List.of("Invalid.Tenant.ProjectNotExists"), List.of(),
                    "the region has no such project, or it cannot be seen by the caller; projects of another region "
                            + "are not found either",
                    "ListProjects()"),

            // Gateway
            row("no such operation", List.of("InvalidApi.NotFound", "InvalidAction.NotFound"), List.of(),
                    "this API version has no operation called {op}; capitals count, and it may be in the other version",
                    "{other}.{op}.help(), or `dwx apis {op}`"),
            row("no such version", List.of("InvalidVersion", "NoSuchVersion"), List.of(),
                    "the service does not know this API version", "v2024.{op}(…) or v2020.{op}(…)"),
            row("wrong host", List.of("InvalidProduct.NotFound"), List.of(),
                    "the endpoint is not one of DataWorks", "`dwx doctor` shows the endpoint; drop --endpoint "
                            + "and DWX_ENDPOINT to use the region's own"),
            row("https only", List.of("InvalidProtocol.NeedSsl"), List.of(),
                    "the operation wants https", "use an https:// endpoint"),
            row("wrong method", List.of("UnsupportedHTTPMethod", "InvalidMethod"), List.of(),
                    "the service does not take the HTTP method that the description of {op} names; the description "
                            + "may be out of date",
                    "`dwx refresh`, then repeat"),
            row("no such key", List.of("InvalidAccessKeyId.NotFound", "InvalidAccessKeyId"), List.of(),
                    "the access key id is not known: deleted, mistyped, or of another cloud site",
                    "`dwx doctor` shows which key is used and where it comes from"),
            row("key disabled", List.of("InvalidAccessKeyId.Inactive"), List.of(),
                    "the access key is disabled", "enable it in the RAM console, or use another key"),
            row("signature incomplete", List.of("IncompleteSignature", "InvalidSignatureMethod"), List.of(),
                    "the service could not read the signature; a proxy may have changed the headers",
                    "`dwx doctor` shows proxy and signature"),
            row("wrong signature", List.of("SignatureDoesNotMatch"), List.of(),
                    "the access key secret does not belong to the key id, or the request was altered on its way",
                    "`dwx doctor` shows which key is used; set the secret anew"),
            retry("nonce used", List.of("SignatureNonceUsed"), List.of(),
                    "the service has seen this very request before; a proxy may have sent it twice",
                    "look whether the first one worked, then repeat"),
            row("clock", List.of("InvalidTimeStamp.Expired", "InvalidTimeStamp.Format"), List.of(),
                    "this machine's clock is more than 15 minutes off, so that the request's time is not accepted",
                    "set the clock; `dwx doctor` shows the difference"),
            row("token over", List.of("InvalidSecurityToken.Expired"), List.of(),
                    "the session token has ended", "get new temporary credentials, then repeat"),
            row("token wrong", List.of("InvalidSecurityToken.Malformed", "InvalidSecurityToken.MismatchWithAccessKey",
                            "InvalidSecurityToken.*"), List.of(),
                    "the session token is damaged or belongs to another key",
                    "set key id, secret and token together, all from the same answer"),
            row("missing parameter", List.of("MissingParameter", "MissingParameter.*"), List.of(),
                    MISSING.why(), MISSING.next()),
            row("bad value", List.of("InvalidParameter", "InvalidParameter*", "Invalid.Param", "Param.Invalid",
                            "PARAMS.ERROR", "Invalid.DI.Parameter", "Invalid.Wkbench.Parameter"), List.of(),
                    INVALID.why(), INVALID.next()),

            // The service itself
            retry("service down", List.of("ServiceUnavailable", "ServiceUnavailableTemporary"), List.of(),
                    "the service cannot answer at the moment",
                    "wait a little; after a write look first whether it happened"),
            retry("service fault", List.of("InternalError", "InternalError.System", "InternalError.UserId.Missing",
                            "InternalError.*", "InternalFailure"), List.of(),
                    "a fault inside the service",
                    "repeat a read; after a write look first whether it happened; then give the RequestId to support"));

    private AdviceTable() {
    }

    private static Row row(String topic, List<String> codes, List<String> fragments, String why, String next) {
        return new Row(topic, codes, fragments, why, next, false);
    }

    private static Row retry(String topic, List<String> codes, List<String> fragments, String why, String next) {
        return new Row(topic, codes, fragments, why, next, true);
    }
}
