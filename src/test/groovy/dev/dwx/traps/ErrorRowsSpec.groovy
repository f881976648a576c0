package dev.dwx.traps

import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ApiClient
import dev.dwx.client.ApiException
import dev.dwx.client.ClientSettings
import dev.dwx.client.Endpoints
import dev.dwx.client.ErrorAdvice
import dev.dwx.json.ExactJson
import dev.dwx.client.LoopbackServer
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import dev.dwx.dsl.Context
import dev.dwx.dsl.GroovyEvaluator
import dev.dwx.dsl.Session
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Every known error, as it comes over the wire: as a refusal of its own status, and inside an answer of 200 that says Success: false. */
class ErrorRowsSpec extends Specification {
    @Shared @AutoCleanup LoopbackServer server = new LoopbackServer()
    @Shared @AutoCleanup ApiClient client = ApiClient.create(ClientSettings.of(Endpoints.of(server.url(), null, [:]),
            CredentialSource.of(Credentials.accessKey('id', 'secret'))))
    @Shared GroovyEvaluator evaluator = new GroovyEvaluator(Session.with({ SnapshotCatalog.bundled() }, client)
            .context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw')).begin())

    /** Compiled once: only what comes back differs. */
    @Shared Closure node = evaluator.evaluate("{ -> GetTask(Id: 5) }", 'cell') as Closure
    @Shared Closure file = evaluator.evaluate('{ -> v2020.GetFile(FileId: 1) }', 'cell') as Closure

    private static ApiException failure(Closure call) {
        try {
            call()
        } catch (ApiException e) {
            return e
        }
        throw new AssertionError('no failure')
    }

    static final List<List> ROWS = [
            // name, HTTP status, code, message, what the cause says, what to type
            ['too many calls in a second', 429, 'Throttling.User', 'Request was denied due to user flow control.', 'calls in a second', 'fewer at a time'],
            ['too many calls, by number', 400, '9990020002', '请求过于频繁', 'calls in a second', 'wait'],
            ['too many calls, told in the message only', 400, 'SomeCode', 'Throttling by user', 'calls in a second', 'wait'],
            ['limit of one operation', 429, 'Throttling.Api', 'x', 'limit of its own', 'wait'],
            ['service busy', 429, 'Throttling.System', 'x', 'busy', 'wait'],
            ['limit of a day', 429, 'Throttling.Api.Risk', 'x', 'Basic 100, Standard 1,000, Professional 10,000', 'tomorrow'],
            ['quota or rate', 429, 'Throttling.Resource', 'x', 'call quota', 'edition'],
            ['quota or rate, by number and 400', 400, '9990040003', 'x', 'too many calls at the moment', 'edition'],
            ['fault of the service', 500, 'InternalError.System', 'x', 'inside the service', 'RequestId'],
            ['fault without an account', 500, 'InternalError.UserId.Missing', 'x', 'inside the service', 'RequestId'],
            ['edition too low', 403, 'Forbidden.Access', 'x', 'edition', 'console'],
            ['policy, of the API', 403, 'ResourceNotAuthorized.Api', 'x', 'RAM policy', 'RAM'],
            ['policy, plain', 403, 'NoPermission', 'x', 'RAM policy', 'RAM'],
            ['policy, of RAM', 403, 'Forbidden.RAM', 'not authorized to operate', 'RAM policy', 'RAM'],
            ['region without the service', 500, 'Forbidden.Not.Server', 'x', 'region', '--region'],
            ['not activated', 400, '9990010001', 'x', 'not activated', 'activate'],
            ['no member of the project', 400, 'Invalid.Tenant.UserNotInProject', 'x', 'no member', 'CreateProjectMember('],
            ['no member of the tenant', 403, 'Invalid.Tenant.UserNotInTenant', 'x', 'no member', 'ListProjectMembers()'],
            ['no administrator', 403, 'Invalid.Tenant.UserIsNotProjectOwnerOrAdmin', 'x', 'role', 'ListProjectMembers()'],
            ['no role at the workbench', 403, 'Forbidden.Wkbench.NoPermission', 'x', 'role', 'ListProjectMembers()'],
            ['no role for synchronisation', 403, 'Forbidden.DI.NoPrivilege', 'x', 'role', 'ListProjectMembers()'],
            ['no such project', 400, 'Invalid.Tenant.ProjectNotExists', 'x', 'another region', 'ListProjects()'],
            ['no such data source, by code', 400, 'Invalid.Tenant.ConnectionNotExists', 'x', 'exactly that name', 'ListDataSources()'],
            ['no such data source, Chinese', 400, '1234567890123', '数据源不存在: a', 'exactly that name', 'ListDataSources()'],
            ['no such data source, English', 400, 'X', 'Datasource not found in project', 'exactly that name', 'ListDataSources()'],
            ['no such resource group, Chinese', 400, 'X', '资源组ID#my_group,对应的资源组不存在', 'long id', 'ListResourceGroups()'],
            ['no such resource group, English', 400, 'X', 'Resource group not found', 'long id', 'AssociateProjectToResourceGroup('],
            ['resource group not bound', 400, 'X', 'resourceGroupId is not in the project', 'bound', 'AssociateProjectToResourceGroup('],
            ['no such node, by number', 400, '5801488441564725286', '未找到节点: 7', 'scheduler', 'ListNodes('],
            ['no such node, text only', 400, '77', '未找到节点: 8604388726201130001', '2020-05-18', 'ListNodes('],
            ['nothing to publish, by number', 400, '5801489541076353033', 'x', 'second list', 'CreatePipelineRun('],
            ['nothing to publish, text only', 400, '77', '未找到发布对象', 'inside a workflow', 'CreatePipelineRun('],
            ['package not ready, Chinese', 400, 'X', '流水线未准备好', 'not built yet', 'GetDeploymentPackage('],
            ['package not ready, English', 400, 'X', 'pipeline not ready', 'not built yet', 'GetDeploymentPackage('],
            ['pipeline has ended, Chinese', 400, 'X', '流水线不是正在运行', 'has ended', 'GetPipelineRun('],
            ['pipeline has ended, English', 400, 'X', 'The pipeline is not running', 'has ended', 'GetPipelineRun('],
            ['broken spec, by number', 400, '58014884415', 'x', 'version, kind and spec', 'GetNode('],
            ['broken spec, by hexadecimal', 400, 'X', 'code 0x5083000000000005', 'version, kind and spec', 'GetNode('],
            ['broken spec, by text', 400, 'X', 'Spec JSON parse failed', 'version, kind and spec', 'GetNode('],
            ['broken spec, by word', 400, 'InvalidSpec', 'x', 'version, kind and spec', 'GetNode('],
            ['wrong kind', 400, 'X', 'spec kind and request not match', 'UpdateNode', "kind: 'Node'"],
            ['no command', 400, 'X', 'script.runtime.command is empty', 'command is absent', 'WORKFLOW'],
            ['cron of five fields', 400, 'X', 'Invalid cron expression in trigger', 'six fields', '00 30 06'],
            ['name taken', 400, 'X', 'Node with the same name already exists', 'timed out'.replace('timed out', 'seemed to time out'), 'UpdateNode('],
            ['name taken, Chinese', 400, 'X', '已存在同名节点', 'of that name already', 'UpdateNode('],
            ['type cannot change', 400, 'X', 'Node type (command) cannot be changed after creation', 'keeps the type', 'CreateNode('],
            ['container needed', 400, 'X', 'ContainerId is required when creating node in workflow', "workflow's id", 'ContainerId'],
            ['output taken', 400, 'X', 'can not exported multiple nodes into the same output', 'output name', 'nodeOutputs'],
            ['no unique code', 400, 'MissingClientUniqueCode', 'x', 'of its own', 'ClientUniqueCode'],
            ['mandatory parameter', 400, 'X', 'DataSourceId is mandatory for this action.', 'wrong place', '.help()'],
            ['missing parameter, by name', 400, 'MissingBizdate', 'x', 'wrong place', '.help()'],
            ['missing parameter', 400, 'MissingParameter', 'x', 'wrong place', '.help()'],
            ['bad value', 400, 'InvalidParameter.Format', 'x', 'form, range', '.help()'],
            ['bad value, shorter', 400, 'Invalid.Param', 'x', 'form, range', '.help()'],
            ['bad value, turned round', 400, 'Param.Invalid', 'x', 'form, range', '.help()'],
            ['bad value, loud', 400, 'PARAMS.ERROR', 'x', 'form, range', '.help()'],
            ['bad value, synchronisation', 400, 'Invalid.DI.Parameter', 'x', 'form, range', '.help()'],
            ['bad value, workbench', 500, 'Invalid.Wkbench.Parameter', 'x', 'form, range', '.help()'],
            ['partition of a check, Chinese', 400, 'X', '分区表xxx的数据范围必须设置', 'partitioned', 'PartitionSpec'],
            ['partition of a check, English', 400, 'X', 'partitioned table xxx: the data range must be set', 'partitioned', 'PartitionSpec'],
            ['table not collected, Chinese', 400, 'X', '表（holo.a.b.c）不存在', 'collected', 'CreateCrawler('],
            ['table not collected, English', 400, 'X', 'Table (holo.a.b.c) does not exist', 'collected', 'RunCrawler('],
            ['a table of MaxCompute', 400, 'X', 'ODPS-0130131:[1,15] Table not found - table a.b cannot be resolved', 'the other environment', 'ListTables('],
            ['target table', 400, 'X', 'can not found table "public"."t"', 'does not exist', 'ExecuteAdhocWorkflowInstance('],
            ['partition not there, Chinese', 400, 'X', '分区信息没有配置,请检查', 'not in quotes', "dt='20260315'"],
            ['partition not there, English', 400, 'X', 'The partition information is not configured', 'not in quotes', "dt='20260315'"],
            ['not in production', 400, 'X', 'node not found', 'published', 'CreatePipelineRun('],
            ['instances not made', 400, 'CreateFailure', 'x', 'FailureMessage', 'GetCreateWorkflowInstancesResult('],
            ['no such operation, API', 404, 'InvalidApi.NotFound', 'x', 'capitals count', 'dwx apis'],
            ['no such operation, action', 404, 'InvalidAction.NotFound', 'x', 'other version', 'dwx apis'],
            ['signature', 400, 'SignatureDoesNotMatch', 'x', 'secret', 'dwx doctor'],
            ['no such key', 404, 'InvalidAccessKeyId.NotFound', 'x', 'not known', 'dwx doctor'],
            ['key switched off', 400, 'InvalidAccessKeyId.Inactive', 'x', 'disabled', 'enable'],
            ['clock', 400, 'InvalidTimeStamp.Expired', 'x', '15 minutes', 'clock'],
            ['nonce', 400, 'SignatureNonceUsed', 'x', 'seen this very request', 'repeat'],
            ['token over', 400, 'InvalidSecurityToken.Expired', 'x', 'ended', 'temporary credentials'],
            ['token of another key', 400, 'InvalidSecurityToken.MismatchWithAccessKey', 'x', 'another key', 'together'],
            ['number that nobody documents', 400, '5801499999999999999', '某种错误', 'internal number', '.help()'],
    ]

    def "#row: #code #message"() {
        given:
        def body = [RequestId: 'RQ-1', HostId: 'dataworks.cn-shanghai.aliyuncs.com', Code: code, Message: message,
                    Recommend: 'https://api.aliyun.com/troubleshoot?q=' + code]

        when: 'it comes as a refusal'
        server.alwaysJson(status, ExactJson.write(body))
        def refused = failure(node)

        then:
        refused.code() == code
        refused.status() == status
        refused.why().contains(why)
        refused.next().contains(next)
        refused.requestId() == 'RQ-1'
        refused.message.contains('https://api.aliyun.com/troubleshoot')

        when: 'it comes inside an answer'
        server.alwaysJson(200, ExactJson.write([Success: false, ErrorCode: code, ErrorMessage: message, HttpStatusCode: status, RequestId: 'RQ-2']))
        def inside = failure(file)

        then:
        inside.code() == code
        inside.why().contains(why)
        inside.next()?.contains(next)
        inside.requestId() == 'RQ-2'
        inside.stage() == ApiException.Stage.REFUSED

        where:
        [row, status, code, message, why, next] << ROWS
    }

    def "every topic of the table has a row here"() {
        given:
        def here = ROWS.collect { ErrorAdvice.of(it[2], it[3], 'X', '2024-05-18').get().topic() } as Set

        expect: 'but for what only the gateway itself says'
        dev.dwx.client.AdviceTopics.all() - here == ['no such version', 'wrong host', 'https only', 'wrong method', 'signature incomplete', 'service down'] as Set
    }

    def "a refused permission is told with its details"() {
        given:
        server.alwaysJson(403, ExactJson.write([Code: 'NoPermission', Message: 'no', RequestId: 'R', AccessDeniedDetail: [
                AuthAction: 'dataworks:GetNode', NoPermissionType: 'ImplicitDeny', PolicyType: 'AccountLevelIdentityBasedPolicy',
                AuthPrincipalType: 'SubUser', AuthPrincipalDisplayName: '2001', EncodedDiagnosticMessage: 'AQEAAA']]))

        expect:
        ['dataworks:GetNode', 'ImplicitDeny', '2001', 'AQEAAA'].every { failure(node).why().contains(it) }
    }
}
