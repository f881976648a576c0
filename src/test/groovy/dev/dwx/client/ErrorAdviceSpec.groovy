package dev.dwx.client

import spock.lang.Specification

/** Every known error is explained, under each of its codes and in both languages. */
class ErrorAdviceSpec extends Specification {
    static final List<List> KNOWN = [
            // code, message, topic, may be repeated, part of what to type
            ['Throttling.User', 'Request was denied', 'throttled', true, 'wait'],
            ['9990020002', null, 'throttled', true, 'wait'],
            ['Throttling', null, 'throttled', true, 'wait'],
            ['Throttling.Something', null, 'throttled', true, 'wait'],
            ['SomeCode', 'Throttling by the gateway', 'throttled', true, 'wait'],
            ['Throttling.Api', null, 'api limit', true, 'wait'],
            ['Throttling.System', null, 'system busy', true, 'wait'],
            ['Throttling.Api.Risk', null, 'daily limit', false, 'tomorrow'],
            ['Throttling.Resource', null, 'quota or rate', true, 'edition'],
            ['9990040003', null, 'quota or rate', true, 'edition'],
            ['InternalError.System', null, 'service fault', true, 'RequestId'],
            ['InternalError.UserId.Missing', null, 'service fault', true, 'RequestId'],
            ['InternalError', null, 'service fault', true, 'RequestId'],
            ['InternalFailure', null, 'service fault', true, 'RequestId'],
            ['Forbidden.Access', null, 'edition too low', false, 'edition'],
            ['ResourceNotAuthorized.Api', null, 'permission', false, 'dwx doctor'],
            ['NoPermission', null, 'permission', false, 'RAM'],
            ['Forbidden.RAM', null, 'permission', false, 'RAM'],
            ['Forbidden.Whatever', null, 'permission', false, 'RAM'],
            ['Forbidden.Not.Server', null, 'not open in the region', false, '--region'],
            ['9990010001', null, 'not activated', false, 'activate'],
            ['Invalid.Tenant.UserNotInProject', null, 'role missing', false, 'CreateProjectMember('],
            ['Invalid.Tenant.UserNotInTenant', null, 'role missing', false, 'ListProjectMembers()'],
            ['Invalid.Tenant.UserIsNotProjectOwnerOrAdmin', null, 'role missing', false, 'ListProjectMembers()'],
            ['Forbidden.Wkbench.NoRole', null, 'role missing', false, 'ListProjectMembers()'],
            ['Forbidden.DI.NoPrivilege', null, 'role missing', false, 'ListProjectMembers()'],
            ['Invalid.Tenant.ProjectNotExists', null, 'no such project', false, 'ListProjects()'],
            ['Invalid.Tenant.ConnectionNotExists', null, 'no such data source', false, 'ListDataSources()'],
            [null, '数据源不存在: x', 'no such data source', false, 'ListDataSources()'],
            ['X', 'Datasource not found in project', 'no such data source', false, 'ListDataSources()'],
            [null, '资源组ID#my_group,对应的资源组不存在', 'no such resource group', false, 'ListResourceGroups()'],
            [null, 'Resource group not found', 'no such resource group', false, 'AssociateProjectToResourceGroup('],
            [null, 'resourceGroupId is not in the project', 'no such resource group', false, 'ListResourceGroups()'],
            ['5801488441564725286', '未找到节点: 8604388726201130001', 'no such node', false, 'v2020.GetNode('],
            ['123', '未找到节点: 5', 'no such node', false, 'ListNodes('],
            ['5801489541076353033', null, 'nothing to publish', false, 'CreatePipelineRun('],
            [null, '未找到发布对象', 'nothing to publish', false, 'CreatePipelineRun('],
            [null, '流水线未准备好', 'package not ready', true, 'GetDeploymentPackage('],
            [null, 'The pipeline not ready yet', 'package not ready', true, 'GetDeploymentPackage('],
            [null, '流水线不是正在运行', 'pipeline has ended', false, 'GetPipelineRun('],
            ['58014884415', null, 'broken spec', false, 'GetNode('],
            [null, 'error 0x5083000000000005', 'broken spec', false, 'GetNode('],
            ['InvalidSpec', null, 'broken spec', false, 'GetNode('],
            ['1', 'Spec JSON parse failed', 'broken spec', false, 'GetNode('],
            ['1', 'spec kind and request not match', 'wrong kind', false, "kind: 'Node'"],
            ['1', 'script.runtime.command is empty', 'workflow without command', false, 'WORKFLOW'],
            ['InvalidParameter', 'Invalid cron expression in trigger', 'five-field cron', false, '00 30 06 * * ?'],
            ['1', 'Node with the same name already exists', 'name taken', false, 'UpdateNode('],
            ['1', 'Node type (command) cannot be changed after creation', 'type is fixed', false, 'CreateNode('],
            ['1', 'ContainerId is required when creating node in workflow', 'container needed', false, 'GetNode(ContainerId'],
            [null, 'can not exported multiple nodes into the same output', 'output taken', false, 'nodeOutputs'],
            ['MissingClientUniqueCode', null, 'unique code missing', false, 'ClientUniqueCode'],
            ['X', 'DataSourceId is mandatory for this action.', 'missing parameter', false, 'GetNode.help()'],
            ['MissingParameter', null, 'missing parameter', false, 'GetNode.help()'],
            ['MissingTimestamp', null, 'missing parameter', false, 'GetNode.help()'],
            ['MissingAccessKeyId', null, 'missing parameter', false, 'GetNode.help()'],
            ['InvalidParameter', null, 'bad value', false, 'GetNode.help()'],
            ['InvalidParameter.Format', null, 'bad value', false, 'GetNode.help()'],
            ['InvalidParameterValue', null, 'bad value', false, 'GetNode.help()'],
            ['Invalid.Param', null, 'bad value', false, 'GetNode.help()'],
            ['Param.Invalid', null, 'bad value', false, 'GetNode.help()'],
            ['PARAMS.ERROR', null, 'bad value', false, 'GetNode.help()'],
            ['Invalid.DI.Parameter', null, 'bad value', false, 'GetNode.help()'],
            ['Invalid.Wkbench.Parameter', null, 'bad value', false, 'GetNode.help()'],
            ['InvalidPageSize', null, 'bad value', false, 'GetNode.help()'],
            [null, '分区表orders的数据范围必须设置', 'partition range missing', false, 'PartitionSpec'],
            [null, '表（holo.inst.db.t）不存在', 'table not collected', false, 'CreateCrawler('],
            [null, 'ODPS-0130131:[1,15] Table not found - table a.b cannot be resolved', 'table not found', false, 'ListTables('],
            [null, 'ERROR: can not found table "public"."t"', 'target table missing', false, 'ExecuteAdhocWorkflowInstance('],
            [null, '分区信息没有配置,请检查', 'partition not found', false, 'partition:'],
            [null, 'node not found', 'not in production', false, 'CreatePipelineRun('],
            ['CreateFailure', 'x', 'instances not made', false, 'FailureMessage'],
            ['InvalidApi.NotFound', null, 'no such operation', false, 'v2020.GetNode.help()'],
            ['InvalidAction.NotFound', null, 'no such operation', false, 'dwx apis GetNode'],
            ['InvalidVersion', null, 'no such version', false, 'v2024.GetNode('],
            ['NoSuchVersion', null, 'no such version', false, 'v2020.GetNode('],
            ['InvalidProduct.NotFound', null, 'wrong host', false, 'DWX_ENDPOINT'],
            ['InvalidProtocol.NeedSsl', null, 'https only', false, 'https'],
            ['UnsupportedHTTPMethod', null, 'wrong method', false, 'dwx refresh'],
            ['InvalidMethod', null, 'wrong method', false, 'dwx refresh'],
            ['InvalidAccessKeyId.NotFound', null, 'no such key', false, 'dwx doctor'],
            ['InvalidAccessKeyId.Inactive', null, 'key disabled', false, 'enable it'],
            ['IncompleteSignature', null, 'signature incomplete', false, 'dwx doctor'],
            ['InvalidSignatureMethod', null, 'signature incomplete', false, 'dwx doctor'],
            ['SignatureDoesNotMatch', 'Specified signature is not matched', 'wrong signature', false, 'secret'],
            ['SignatureNonceUsed', null, 'nonce used', true, 'look'],
            ['InvalidTimeStamp.Expired', null, 'clock', false, 'clock'],
            ['InvalidTimeStamp.Format', null, 'clock', false, 'clock'],
            ['InvalidSecurityToken.Expired', null, 'token over', false, 'temporary'],
            ['InvalidSecurityToken.Malformed', null, 'token wrong', false, 'together'],
            ['InvalidSecurityToken.MismatchWithAccessKey', null, 'token wrong', false, 'together'],
            ['ServiceUnavailable', null, 'service down', true, 'wait'],
            ['ServiceUnavailableTemporary', null, 'service down', true, 'wait'],
            ['5801488441564725999', '某种错误', 'internal number', false, 'GetNode.help()'],
    ]

    def "#code #message is explained as '#topic'"() {
        when:
        def advice = ErrorAdvice.of(code, message, 'GetNode', '2024-05-18').orElse(null)

        then:
        advice != null
        advice.topic() == topic
        advice.retry() == retry
        advice.next().contains(next)
        !advice.why().empty
        !(advice.why() + advice.next()).contains('{')

        where:
        [code, message, topic, retry, next] << KNOWN
    }

    def "every line of the table is tested above, and every code and fragment leads to its own line"() {
        given:
        def topics = KNOWN.collect { it[2] } as Set

        expect:
        (AdviceTable.ROWS + [AdviceTable.MISSING, AdviceTable.INVALID, AdviceTable.NUMBER])*.topic().every { it in topics }
        AdviceTable.ROWS.each { row ->
            row.codes().findAll { !it.endsWith('*') }.each { code ->
                assert ErrorAdvice.of(code, null, 'X', null).get().topic() == row.topic(): code
            }
            row.fragments().each { fragment ->
                String message = fragment.replace('…', ' something ')
                assert ErrorAdvice.of(null, message, 'X', null).get().topic() == row.topic(): fragment
                assert ErrorAdvice.of(null, ">> ${message.toUpperCase()} <<", 'X', null).get().topic() == row.topic(): fragment
            }
        }
    }

    def "what is not known is not explained"() {
        expect:
        ErrorAdvice.of(code, message, 'GetNode', '2024-05-18').empty

        where:
        code         | message
        null         | null
        ''           | ''
        'Odd.Code'   | 'something odd'
        '123'        | 'short number'
        'Missing'    | null
        'Invalid'    | null
    }

    def "a name of the old version is sent to the new one"() {
        expect:
        ErrorAdvice.of('InvalidApi.NotFound', null, 'GetNode', '2020-05-18').get().next().startsWith('v2024.GetNode')
    }

    def "a line of a log is explained without an operation"() {
        expect:
        ErrorAdvice.ofText('[ERROR] can not found table "public"."t"').get().topic() == 'target table missing'
        ErrorAdvice.ofText('DataSourceId is mandatory for this action.').get().next() == null
    }
}
