package dev.dwx.sandbox

import dev.dwx.catalog.Edition
import dev.dwx.catalog.Placement
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.sandbox.world.World
import dev.dwx.sandbox.world.WorldOptions
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import java.time.ZoneOffset
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Every trap of the service and every error of its that has a cause, made over the wire from that cause; the others on demand. */
class SandboxTrapsSpec extends Specification {
    static final String V2024 = '2024-05-18'
    static final String V2020 = '2020-05-18'
    static final Instant START = Instant.parse('2026-03-15T02:30:00Z')
    static final long YESTERDAY = 1773417600000L
    static final String ROOT = 'orders_dw_root'
    @Shared
    World world = World.open(WorldOptions.of(SnapshotCatalog.bundled()).withClock(Clock.fixed(START, ZoneOffset.UTC)).withAccountId(SandboxKeys.ACCOUNT_ID))
    @Shared
    @AutoCleanup
    Sandbox sandbox = Sandbox.start(SandboxOptions.of(SnapshotCatalog.bundled()).withBehaviour(world).withClock({ START } as InstantSource))
    @Shared
    String group
    @Shared
    int names = 0

    def setupSpec() {
        group = ok(v2024('ListResourceGroups', ProjectId: 10001)).PagingInfo.ResourceGroupList[0].Id
    }

    def setup() {
        sandbox.calm()
        sandbox.limits(Edition.UNLIMITED)
    }

    SigningClient.Answer v2024(Map args = [:], String name) { call(V2024, name, args) }

    SigningClient.Answer v2020(Map args = [:], String name) { call(V2020, name, args) }

    SigningClient.Answer v2024(String name, Map args) { call(V2024, name, args) }

    /** Sent as the metadata says: method, place and style. */
    SigningClient.Answer call(String version, String name, Map args) {
        def operation = SnapshotCatalog.bundled().find(version, name).get()
        def call = new SigningClient(sandbox.endpoint()).clock { START }.call(operation.methods().contains('POST') ? 'POST' : 'GET', name, version)
        args.each { key, value ->
            def parameter = operation.parameter(key.toString()).orElse(null)
            def text = value instanceof Map || value instanceof List ? JsonText.write(value) : value.toString()
            parameter == null || parameter.in() == Placement.QUERY ? call.query(key.toString(), text) : call.form(key.toString(), text)
        }
        call.signV3().send()
    }

    static Map ok(SigningClient.Answer answer) {
        assert answer.status() == 200
        answer.json()
    }

    void later(int seconds) { sandbox.clock().advance(Duration.ofSeconds(seconds)) }

    String fresh(String name = 'n') { "${name}_${++names}" }

    String spec(Map changes = [:], Map script = [:]) {
        def name = changes.name ?: fresh()
        JsonText.write([version: '1.1.0', kind: changes.kind ?: 'Node', spec: [nodes: [[name: name, id: name,
                script: [path: "test/$name".toString(), runtime: [command: 'ODPS_SQL'], content: 'select 1'] + script,
                outputs: [nodeOutputs: [[data: "orders_dw.$name".toString()]]]] + (changes - changes.subMap('kind', 'name'))]]])
    }

    Map adhoc(Map task = [:], Map call = [:]) {
        [ProjectId: 10001, Name: 'adhoc', Owner: '1', BizDate: YESTERDAY, EnvType: 'Prod', Tasks: [[Name: 'q', Type: 'ODPS_SQL', Owner: '1',
                ClientUniqueCode: fresh('c'), RuntimeResource: [ResourceGroupId: group], Script: [Content: 'select 1']] + task]] + call
    }

    /** The log of a one-off run that has ended. */
    String log(Map task) {
        def run = ok(v2024('ExecuteAdhocWorkflowInstance', adhoc(task))).WorkflowInstanceId
        later(60)
        def instance = ok(v2024('ListTaskInstances', ProjectId: 10001, Bizdate: YESTERDAY, WorkflowInstanceId: run)).PagingInfo.TaskInstances[0]
        assert instance.Status == 'Failure'
        ok(v2024('GetTaskInstanceLog', Id: instance.Id)).TaskInstanceLog
    }

    String made(String spec = spec()) { ok(v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: spec)).Id }

    /** A node that is published, by its id. */
    String published(String spec = spec()) {
        def id = made(spec)
        def run = ok(v2024('CreatePipelineRun', ProjectId: 10001, Type: 'Online', ObjectIds: [id], RunMode: 'Auto')).Id
        later(30)
        assert ok(v2024('GetPipelineRun', ProjectId: 10001, Id: run)).Pipeline.Status == 'Success'
        id
    }

    Map file(int project = 10001) {
        def name = fresh('file')
        def id = ok(v2020('CreateFile', ProjectId: project, FileName: name, FileType: 10, Content: 'select 1', InputList: ROOT, FileFolderPath: 'Business Flow/test')).Data
        [id: id, name: name]
    }

    /** A row's closure, at work in this specification. */
    def at(Closure work) {
        def own = work.rehydrate(this, this, this)
        own()
    }

    void refused(SigningClient.Answer answer, int status, String code, String text) {
        def body = answer.json()
        assert answer.status() == status
        assert (status == 200 ? body.ErrorCode : body.Code) == code
        assert (status == 200 ? body.ErrorMessage : body.Message).contains(text)
        assert status != 200 || body.Success == false
    }

    def "refused with the service's code and text: #what"() {
        expect:
        refused(at(call), status, code, text)

        where:
        what | status | code | text | call
        'a scheduler id where Data Studio wants its own' | 400 | '5801488441564725286' | '未找到节点: 700000000001' | { -> v2024('GetNode', ProjectId: 10001, Id: '700000000001') }
        'ids wrapped twice'                      | 400 | '5801489541076353033' | '未找到发布对象' | { -> v2024('CreatePipelineRun', ProjectId: 10001, Type: 'Online', ObjectIds: [[made()]]) }
        'a node inside a workflow published by itself' | 400 | '5801489541076353033' | '未找到发布对象' | { ->
            def flow = ok(v2024('CreateWorkflowDefinition', ProjectId: 10001, Spec: JsonText.write([version: '1.1.0', kind: 'CycleWorkflow', spec: [workflows: [[name: fresh('wf'), script: [path: "test/wf_$names".toString(), runtime: [command: 'WORKFLOW']]]]]]))).Id
            def node = ok(v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', ContainerId: flow, Spec: spec())).Id
            v2024('CreatePipelineRun', ProjectId: 10001, Type: 'Online', ObjectIds: [node])
        }
        'a publish object of another project'    | 400 | '5801489541076353033' | '未找到发布对象' | { -> v2024('CreatePipelineRun', ProjectId: 10002, Type: 'Online', ObjectIds: [made()]) }
        'deploying right after submitting'       | 200 | 'Invalid.Wkbench.Parameter' | '流水线未准备好' | { ->
            def file = file()
            ok(v2020('SubmitFile', ProjectId: 10001, FileId: file.id))
            v2020('DeployFile', ProjectId: 10001, FileId: file.id)
        }
        'deploying what an extension has refused' | 200 | 'Invalid.Wkbench.Parameter' | '流水线未准备好' | { ->
            def file = file(10002)
            def submitted = ok(v2020('SubmitFile', ProjectId: 10002, FileId: file.id)).Data
            later(10)
            assert ok(v2020('GetDeployment', ProjectId: 10002, DeploymentId: submitted)).Data.Deployment.CheckingStatus == 7
            v2020('DeployFile', ProjectId: 10002, FileId: file.id)
        }
        'a stage of a pipeline that has ended'   | 400 | 'InvalidParameter.PipelineRunEnded' | '流水线不是正在运行' | { ->
            def run = ok(v2024('CreatePipelineRun', ProjectId: 10001, Type: 'Online', ObjectIds: [made()], RunMode: 'Auto')).Id
            later(30)
            v2024('ExecPipelineRunStage', ProjectId: 10001, Id: run, Code: 'PROD')
        }
        'a spec that is no JSON'                 | 400 | '58014884415' | 'Spec JSON parse failed' | { -> v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: '{oops') }
        'a workflow given to CreateNode'         | 400 | '58014884415' | 'spec kind and request not match' | { -> v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: spec(kind: 'CycleWorkflow')) }
        'UpdateNode with another kind'           | 400 | '58014884415' | 'spec kind and request not match' | { -> v2024('UpdateNode', ProjectId: 10001, Id: made(), Spec: spec(kind: 'CycleWorkflow')) }
        'no command'                             | 400 | 'InvalidSpec' | 'script.runtime.command is empty' | { -> v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: spec([:], [runtime: [:]])) }
        'a cron expression of five fields'       | 400 | 'InvalidSpec' | 'Invalid cron expression in trigger' | { -> v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: spec(trigger: [type: 'Scheduler', cron: '30 06 * * ?'])) }
        'a name that is taken'                   | 400 | 'InvalidParameter.NameExists' | 'Node with the same name already exists' | { -> v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: spec(name: 'dwd_orders')) }
        'another command later'                  | 400 | 'InvalidParameter.NodeType' | 'Node type (command) cannot be changed after creation' | { -> v2024('UpdateNode', ProjectId: 10001, Id: made(), Spec: spec([:], [runtime: [command: 'DIDE_SHELL']])) }
        'a manual node without its workflow'     | 400 | 'InvalidParameter.ContainerId' | 'ContainerId is required when creating node in workflow' | { -> v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_MANUAL_WORKFLOW', Spec: spec()) }
        'an over-long name'                      | 400 | 'InvalidParameter' | 'at most 128 characters' | { -> v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: spec(name: 'x' * 129)) }
        'splitMode as a Boolean'                 | 400 | 'InvalidSpec' | 'splitMode is record or partition' | { -> v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: spec([:], [runtime: [command: 'DI'], content: '{"steps":[{"stepType":"mysql","category":"reader","parameter":{"splitMode":true}}]}'])) }
        'a deployed object deleted'              | 400 | 'InvalidParameter.NodeDeployed' | '已发布的对象不能删除' | { -> v2024('DeleteNode', ProjectId: 10001, Id: published()) }
        'a resource group by its name'           | 400 | 'InvalidParameter.ResourceGroupNotExists' | '资源组ID#group_1,对应的资源组不存在' | { -> v2024('ExecuteAdhocWorkflowInstance', adhoc(RuntimeResource: [ResourceGroupId: 'group_1'])) }
        'a node on a group by its name'          | 400 | 'InvalidParameter.ResourceGroupNotExists' | '对应的资源组不存在' | { -> v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: spec(runtimeResource: [resourceGroup: 'group_1'])) }
        'a group of another project'             | 400 | 'InvalidParameter.ResourceGroupNotInProject' | 'resourceGroupId is not in the project' | { ->
            def id = ok(v2024('CreateResourceGroup', Name: fresh('rg'), PaymentType: 'PostPaid', VpcId: 'vpc-1', VswitchId: 'vsw-1', Remark: 'r', ClientToken: fresh('t'))).ResourceGroupOrder.Id
            v2024('ExecuteAdhocWorkflowInstance', adhoc(RuntimeResource: [ResourceGroupId: id]))
        }
        'a data source that is not there'        | 400 | 'Invalid.Tenant.ConnectionNotExists' | '数据源不存在' | { -> v2024('ExecuteAdhocWorkflowInstance', adhoc(DataSource: [Name: 'order_odps'])) }
        'a node on a data source that is not there' | 400 | 'Invalid.Tenant.ConnectionNotExists' | '数据源不存在' | { -> v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: spec(datasource: [name: 'Orders_odps', type: 'odps'])) }
        'a one-off task without its code'        | 400 | 'MissingClientUniqueCode' | 'is mandatory for this action' | { -> v2024('ExecuteAdhocWorkflowInstance', adhoc(ClientUniqueCode: '')) }
        'a one-off task without its owner'       | 400 | 'MissingOwner' | 'is mandatory for this action' | { -> v2024('ExecuteAdhocWorkflowInstance', adhoc(Owner: null)) }
        'a one-off task type in lower case'      | 400 | 'InvalidParameter' | 'hologres_sql' | { -> v2024('ExecuteAdhocWorkflowInstance', adhoc(Type: 'hologres_sql')) }
        'the code of another one-off run'        | 400 | 'IdempotentParameterMismatch' | 'same client token' | { ->
            ok(v2024('ExecuteAdhocWorkflowInstance', adhoc(ClientUniqueCode: 'twice')))
            v2024('ExecuteAdhocWorkflowInstance', adhoc(ClientUniqueCode: 'twice', Script: [Content: 'select 2']))
        }
        'a date where milliseconds are wanted'   | 400 | 'InvalidParameter' | 'Bizdate' | { -> v2024('ListTaskInstances', ProjectId: 10001, Bizdate: '2026-03-14') }
        'a date without its time of day'         | 200 | 'Invalid.Wkbench.Parameter' | '2026-03-14 00:00:00' | { -> v2020('ListInstances', ProjectId: 10001, ProjectEnv: 'PROD', Bizdate: '2026-03-14') }
        'an environment as the other version spells it' | 200 | 'Invalid.Wkbench.Parameter' | 'PROD or DEV' | { -> v2020('ListInstances', ProjectId: 10001, ProjectEnv: 'Prod') }
        'a commit date without hyphens'          | 400 | 'InvalidParameter' | 'CommitFrom must be a date' | { -> v2024('ListDeploymentPackageFiles', ProjectId: 10001, CommitFrom: '20260314') }
        'a filter that is no filter'             | 400 | 'InvalidParameter' | 'startedTimeStart' | { -> v2024('ListTaskInstances', ProjectId: 10001, Bizdate: YESTERDAY, Filter: [started: 1]) }
        'business dates of a launch as numbers'  | 400 | 'InvalidParameter' | '2026-03-14' | { -> v2024('CreateWorkflowInstances', smoke([:], [BizDates: [[StartBizDate: '20260314', EndBizDate: '20260314']]])) }
        'a workflow id in a smoke test'          | 400 | 'InvalidParameter' | 'WorkflowId must be 1' | { -> v2024('CreateWorkflowInstances', smoke(WorkflowId: 700000800001L)) }
        'a legacy smoke test of what is not deployed' | 200 | 'Invalid.Wkbench.NodeNotExist' | 'node not found' | { -> v2020('RunSmokeTest', NodeId: 12345, ProjectEnv: 'PROD', Bizdate: '2026-03-14 00:00:00', Name: 's') }
        'a page beyond the maximum'              | 400 | 'InvalidParameter' | 'PageSize' | { -> v2024('ListNodes', ProjectId: 10001, PageSize: 101) }
        'an evaluation task without its source'  | 400 | 'MissingDataSourceId' | 'DataSourceId is mandatory for this action.' | { -> v2024('CreateDataQualityEvaluationTask', [ProjectId: 10001, Name: fresh(), Target: [DatabaseType: 'maxcompute', TableGuid: 'odps.orders_dw.dwd_orders', PartitionSpec: 'dt=1']]) }
        'a source by its name'                   | 400 | 'InvalidParameter' | 'DataSourceId' | { -> v2024('CreateDataQualityEvaluationTask', evaluation(DataSourceId: 'orders_odps')) }
        'a partitioned table without its range'  | 400 | 'InvalidParameter.PartitionSpec' | '分区表dwd_orders的数据范围必须设置' | { -> v2024('CreateDataQualityEvaluationTask', evaluation(Target: [DatabaseType: 'maxcompute', TableGuid: 'odps.orders_dw.dwd_orders'])) }
        'a Hologres table that nobody collected' | 400 | 'InvalidParameter.TableNotExists' | '表（holo.orders.public.t）不存在' | { -> v2024('CreateDataQualityEvaluationTask', evaluation(Target: [DatabaseType: 'hologres', TableGuid: 'holo.orders.public.t'])) }
        'a trigger that does not exist'          | 400 | 'InvalidParameter' | 'ByManual or ByScheduledTaskInstance' | { -> v2024('CreateDataQualityEvaluationTask', evaluation(Trigger: [Type: 'BySchedule'])) }
        'short names of an attachment'           | 400 | 'MissingDataQualityEvaluationTaskId' | 'is mandatory' | { -> v2024('AttachDataQualityRulesToEvaluationTask', ProjectId: 10001, TaskId: 1, RuleIds: [1]) }
        'MaxCompute as the source of a transfer' | 400 | 'Invalid.DI.Parameter' | 'MaxCompute' | { -> v2024('CreateDIJob', ProjectId: 10001, Name: fresh('di'), SourceDataSourceType: 'MaxCompute', DestinationDataSourceType: 'Hologres', MigrationType: 'Full') }
        'a project that is not there'            | 400 | 'Invalid.Tenant.ProjectNotExists' | '999' | { -> v2024('ListNodes', ProjectId: 999) }
        'a new workspace developed with files'   | 200 | 'InvalidParameter.DataStudioVersion' | 'uses the new version of Data Studio' | { ->
            def project = ok(v2024('CreateProject', Name: fresh('p'), DisplayName: 'p')).Id
            v2020('CreateFile', ProjectId: project, FileName: 'f', FileType: 10, FileFolderPath: 'Business Flow/x')
        }
        'a node in a workspace of the old Data Studio' | 400 | 'InvalidParameter.DataStudioVersion' | '工作空间未开启新版数据开发' | { -> v2024('CreateNode', ProjectId: 10002, Scene: 'DATAWORKS_PROJECT', Spec: spec()) }
        'inputs as a list'                       | 400 | '58014884415' | '0x5083000000000002' | { -> v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: spec(inputs: [])) }
        'a word that no enumeration has'         | 400 | '58014884415' | '0x5083000000000004' | { -> v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: spec(recurrence: 'Daily')) }
        'a reference that leads nowhere'         | 400 | '58014884415' | '0x5083000000000009' | { -> v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: spec(trigger: '{{triggers.t}}')) }
        'a workflow kind that no call creates'   | 400 | '58014884415' | 'spec kind and request not match' | { -> v2024('CreateWorkflowDefinition', ProjectId: 10001, Spec: spec(kind: 'Workflow')) }
        'eight ranges of business dates'         | 400 | 'InvalidParameter' | 'at most 7 ranges' | { -> v2024('CreateWorkflowInstances', smoke(Type: 'SupplementData', [BizDates: (1..8).collect { [StartBizDate: "2026-03-0$it".toString(), EndBizDate: "2026-03-0$it".toString()] }])) }
        'a stage that somebody has to approve'   | 400 | 'InvalidParameter.StageNeedsApproval' | '审批' | { ->
            def project = ok(v2024('CreateProject', Name: fresh('p'), DisplayName: 'p', AliyunResourceTags: [[Key: 'deploy-approval', Value: 'approve']])).Id
            def id = ok(v2024('CreateNode', ProjectId: project, Scene: 'DATAWORKS_PROJECT', Spec: spec())).Id
            def run = ok(v2024('CreatePipelineRun', ProjectId: project, Type: 'Online', ObjectIds: [id])).Id
            later(5)
            ok(v2024('ExecPipelineRunStage', ProjectId: project, Id: run, Code: 'PROD_CHECK'))
            later(5)
            v2024('ExecPipelineRunStage', ProjectId: project, Id: run, Code: 'APPROVAL')
        }
        'a scan without its token'               | 400 | 'MissingClientToken' | 'is mandatory' | { -> v2024('CreateDataQualityScan', ProjectId: 10001, Name: 's', Spec: '{}') }
    }

    Map smoke(Map changes = [:], Map periods = [BizDates: [[StartBizDate: '2026-03-14', EndBizDate: '2026-03-14']]]) {
        [ProjectId: 10001, Type: 'SmokeTest', WorkflowId: 1, Name: 's', DefaultRunProperties: [RootTaskIds: [700000000001L]], Periods: periods] + changes
    }

    Map evaluation(Map changes) {
        [ProjectId: 10001, Name: fresh('dq'), DataSourceId: 20001,
         Target: [DatabaseType: 'maxcompute', TableGuid: 'odps.orders_dw.dwd_orders', PartitionSpec: 'dt=$[yyyymmdd-1]'], Trigger: [Type: 'ByManual']] + changes
    }

    def "a smoke test of what is not in production fails as it is created"() {
        when:
        def operation = ok(v2024('CreateWorkflowInstances', smoke(DefaultRunProperties: [RootTaskIds: [4567]]))).OperationId
        later(10)

        then:
        with(ok(v2024('GetCreateWorkflowInstancesResult', OperationId: operation)).Result) {
            it.Status == 'CreateFailure'
            it.FailureMessage.contains('node not found')
        }
    }

    def "two tasks cannot have one output"() {
        given:
        def id = made(spec(outputs: [nodeOutputs: [[data: 'orders_dw.dwd_orders']]]))
        def run = ok(v2024('CreatePipelineRun', ProjectId: 10001, Type: 'Online', ObjectIds: [id], RunMode: 'Auto')).Id

        when:
        later(30)

        then:
        with(ok(v2024('GetPipelineRun', ProjectId: 10001, Id: run)).Pipeline) {
            it.Status == 'Fail'
            it.Stages.any { it.Message?.contains('can not exported multiple nodes into the same output') }
        }
    }

    def "publishing runs nothing, and an ended pipeline stays ended"() {
        given:
        def name = fresh('published')
        published(spec(name: name))

        expect: 'no instance of today'
        ok(v2024('ListTaskInstances', ProjectId: 10001, Bizdate: YESTERDAY, TaskName: name)).PagingInfo.TotalCount as int == 0

        when:
        def run = ok(v2024('CreatePipelineRun', ProjectId: 10001, Type: 'Online', ObjectIds: [made()])).Id
        ok(v2024('AbolishPipelineRun', ProjectId: 10001, Id: run))
        later(60)

        then:
        ok(v2024('GetPipelineRun', ProjectId: 10001, Id: run)).Pipeline.Status == 'Termination'
        refused(v2024('ExecPipelineRunStage', ProjectId: 10001, Id: run, Code: 'DEV_CHECK'), 400, 'InvalidParameter.PipelineRunEnded', '流水线不是正在运行')
    }

    def "a one-off query really runs, and a mistake in it has its code and place in the log"() {
        given:
        def run = ok(v2024('ExecuteAdhocWorkflowInstance', adhoc(Script: [Content: "select count(*) from dwd_orders where dt = '20260314'"]))).WorkflowInstanceId

        when:
        later(20)
        def instance = ok(v2024('ListTaskInstances', ProjectId: 10001, Bizdate: YESTERDAY, WorkflowInstanceId: run)).PagingInfo.TaskInstances[0]

        then:
        instance.FinishedTime - instance.StartedTime == 4000
        ok(v2024('GetTaskInstanceLog', Id: instance.Id)).TaskInstanceLog.contains('| _c0 |\n+-----+\n| 8   |')
        log(Script: [Content: 'select *\nfrom   nowhere']).contains('FAILED: ODPS-0130131:[2,8] Table not found - table orders_dw.nowhere cannot be resolved')
    }

    def "a transfer fails for a table or a partition that is not there, and says so in its log: #what"() {
        expect:
        log(Type: 'DI', Script: [Content: JsonText.write([type: 'job', steps: [step]])]).contains(text)

        where:
        what                       | step                                                                                     || text
        'a target table'           | [stepType: 'holo', category: 'writer', parameter: [table: 'public.gmv']]                  || 'can not found table "public"."gmv"'
        'a partition not quoted'   | [stepType: 'odps', category: 'reader', parameter: [table: 't', partition: ['dt=20260315']]] || '分区信息没有配置'
    }

    def "the target of a transfer is there once a run has made it"() {
        given:
        ok(v2024('ExecuteAdhocWorkflowInstance', adhoc(Type: 'HOLOGRES_SQL', Script: [Content: 'create table public.made_before (id int)'])))
        later(60)
        def run = ok(v2024('ExecuteAdhocWorkflowInstance', adhoc(Type: 'DI', Script: [Content: JsonText.write([steps: [[stepType: 'holo', category: 'writer', parameter: [table: 'public.made_before']]]])]))).WorkflowInstanceId

        when:
        later(60)

        then:
        ok(v2024('GetWorkflowInstance', Id: run)).WorkflowInstance.Status == 'Success'
    }

    def "the time of the filter of task instances counts"() {
        given:
        def count = { Map filter -> ok(this.v2024('ListTaskInstances', [ProjectId: 10001, Bizdate: YESTERDAY] + (filter ? [Filter: filter] : [:]))).PagingInfo.TotalCount as int }
        def all = count([:])

        expect:
        count(startedTimeStart: '4102444800000') == 0
        count(startedTimeEnd: '4102444800000') in 1..all
        count(createTimeStart: '0') == all
    }

    def "a region that has no DataWorks is refused, and a project of one region is not found in another"() {
        given:
        def ask = { String name, Map args, String region ->
            def call = new SigningClient(sandbox.endpoint()).clock { START }.call(name == 'ListNodes' ? 'GET' : 'POST', name, V2024)
            args.each { k, v -> call.query(k, v) }
            call.query('RegionId', region)
            call.signV3().send()
        }

        expect:
        refused(ask('ListProjects', [:], 'cn-nowhere'), 500, 'Forbidden.Not.Server', 'not served')
        ok(ask('ListProjects', [:], 'cn-shanghai')).PagingInfo.TotalCount as int >= 2
        ok(ask('ListProjects', [:], 'cn-hangzhou')).PagingInfo.TotalCount as int == 0
        refused(ask('ListNodes', [ProjectId: 10001], 'cn-hangzhou'), 400, 'Invalid.Tenant.ProjectNotExists', '10001')
    }

    def "an answer says success or failure for every id of a batch"() {
        expect:
        with(ok(v2024('RerunTaskInstances', Ids: [12345])).SuccessInfo['12345']) {
            it.Success == false
            it.Message.contains('does not exist')
        }
    }

    def "a business date in the wrong zone finds nothing, and says nothing"() {
        expect:
        ok(v2024('ListTaskInstances', ProjectId: 10001, Bizdate: YESTERDAY + 8 * 3600 * 1000L)).PagingInfo.TotalCount as int == 0
    }

    def "the edition's calls of a second, a day and a month run out: #code"() {
        given:
        sandbox.clock().freeze()
        sandbox.limits(Edition.BASIC)
        at(use)

        expect:
        refused(v2024('ListProjects'), 429, code, text)

        cleanup:
        sandbox.limits(Edition.UNLIMITED)

        where:
        code                   | text                    | use
        'Throttling.User'      | 'user flow control'     | { -> 5.times { assert v2024('ListProjects').status() == 200 } }
        'Throttling.Api.Risk'  | 'api risk control'      | { -> sandbox.limits(edition: 'basic', usedToday: 100) }
        'Throttling.Resource'  | 'resource flow control' | { -> sandbox.limits(edition: 'basic', usedThisMonth: 3100) }
    }

    def "what has no cause in a sandbox comes on demand: #code"() {
        given:
        sandbox.fault(code: code, on: 'ListProjects')

        expect:
        with(v2024('ListProjects')) {
            it.status() == status
            it.code() == code
            it.json().keySet().containsAll(['RequestId', 'HostId', 'Code', 'Message', 'Recommend'])
        }

        where:
        code                                          || status
        'Throttling.User'                             || 429
        'Throttling.Api'                              || 429
        'Throttling.System'                           || 429
        '9990020002'                                  || 400
        '9990040003'                                  || 400
        'InternalError.System'                        || 500
        'InternalError.UserId.Missing'                || 500
        'Forbidden.Access'                            || 403
        'ResourceNotAuthorized.Api'                   || 403
        'NoPermission'                                || 403
        'Forbidden.RAM'                               || 403
        'Forbidden.Wkbench.NoPermission'              || 403
        '9990010001'                                  || 400
        'Invalid.Tenant.UserNotInProject'             || 403
        'Invalid.Tenant.UserNotInTenant'              || 403
        'Invalid.Tenant.UserIsNotProjectOwnerOrAdmin' || 403
        'Forbidden.DI.NoPrivilege'                    || 403
        'ServiceUnavailable'                          || 503
    }
}
