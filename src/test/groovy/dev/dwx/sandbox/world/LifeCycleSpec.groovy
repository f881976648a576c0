package dev.dwx.sandbox.world

import dev.dwx.sandbox.JsonText
import dev.dwx.sandbox.ServiceFault
import spock.lang.AutoCleanup
import spock.lang.Specification

import static java.time.Duration.ofHours
import static java.time.Duration.ofSeconds

class LifeCycleSpec extends Specification {
    static final String GROUP_NAME = 'orders_serverless'
    static final long YESTERDAY = 1773417600000L // 2026-03-14 00:00 in Shanghai

    @AutoCleanup
    Caller caller = new Caller()

    static String node(String name, Map more = [:], List depends = []) {
        JsonText.write([version: '1.1.0', kind: 'Node', spec: [
                nodes       : [[name: name, script: [path: "flow/$name".toString(), content: 'select 1', runtime: [command: 'ODPS_SQL']],
                                trigger: [type: 'Scheduler', cron: '00 30 06 * * ?'],
                                outputs: [nodeOutputs: [[data: "orders_dw.$name".toString()]]]] + more],
                dependencies: depends ? [[nodeId: name, depends: depends.collect { [type: 'Normal', output: it] }]] : []]])
    }

    def "yesterday's failures are the two of the story and every status is there"() {
        when:
        def failed = caller.v2024('ListTaskInstances', ProjectId: 10001, Bizdate: YESTERDAY, Status: 'Failure', PageSize: 100)
        def all = new Pages(caller, Caller.CATALOG.find('2024-05-18', 'ListTaskInstances').get(), [ProjectId: 10001, Bizdate: YESTERDAY], 100).all()

        then:
        failed.PagingInfo.TaskInstances*.TaskName == ['dwd_orders', 'ads_gmv']
        all*.Status as Set == ['NotRun', 'WaitTime', 'WaitResource', 'Checking', 'Running', 'Success', 'Failure'] as Set
        all.size() > 100
        all*.Id.unique().size() == all.size()

        and: 'the previous version sees the same instances under its own names'
        def legacy = caller.v2020('ListInstances', ProjectId: 10001, ProjectEnv: 'PROD', Bizdate: '2026-03-14 00:00:00', Status: 'FAILURE')
        legacy.Data.Instances*.NodeName == ['dwd_orders', 'ads_gmv']
        legacy.Data.Instances*.InstanceId == failed.PagingInfo.TaskInstances*.Id
    }

    def "the hour changes what runs, and a new day brings its instances"() {
        given:
        def running = { caller.v2024('ListTaskInstances', ProjectId: 10001, Bizdate: YESTERDAY, TaskName: 'sync_gmv_holo').PagingInfo.TaskInstances[0] }

        expect:
        running().Status == 'Running'
        !running().FinishedTime

        when:
        caller.later(ofHours(2))

        then:
        running().Status == 'Success'
        running().FinishedTime > running().StartedTime

        when:
        caller.later(ofHours(24))

        then:
        caller.v2024('ListTaskInstances', ProjectId: 10001, Bizdate: YESTERDAY + 86400000L).PagingInfo.TotalCount > 100
    }

    def "a node is made, published stage by stage, becomes a task, and is deleted only when it is offline"() {
        when:
        def id = caller.v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: node('my_node', [:], ['orders_dw.dwd_orders'])).Id
        def got = caller.v2024('GetNode', ProjectId: 10001, Id: id).Node

        then:
        id ==~ /\d{19}/
        JsonText.read(got.Spec).spec.nodes[0].id == id
        !got.TaskId
        caller.v2024('ListNodes', ProjectId: 10001, Name: 'my_node').PagingInfo.Nodes*.Id == [id]
        caller.v2024('ListNodeDependencies', ProjectId: 10001, Id: id).PagingInfo.Nodes*.Name == ['dwd_orders']

        when:
        def run = caller.v2024('CreatePipelineRun', ProjectId: 10001, Type: 'Online', ObjectIds: [id]).Id
        def pipeline = { caller.v2024('GetPipelineRun', ProjectId: 10001, Id: run).Pipeline }

        then:
        run ==~ /[0-9a-f-]{36}/
        pipeline().Status == 'Running'
        pipeline().Stages[0].Status == 'Running'

        when: 'a stage is executed before the one before it is done'
        caller.v2024('ExecPipelineRunStage', ProjectId: 10001, Id: run, Code: 'PROD')

        then:
        def early = thrown(ServiceFault)
        early.message.contains('流水线未准备好')

        when:
        def polls = 0
        while (pipeline().Status == 'Running' && polls++ < 60) {
            def stages = pipeline().Stages
            def next = stages.find { it.Status == 'Init' }
            if (next && stages.takeWhile { it != next }.every { it.Status == 'Success' }) {
                caller.v2024('ExecPipelineRunStage', ProjectId: 10001, Id: run, Code: next.Code)
            }
            caller.later(ofSeconds(3))
        }

        then:
        pipeline().Status == 'Success'
        caller.v2024('ListPipelineRunItems', ProjectId: 10001, PipelineRunId: run).PagingInfo.PipelineRunItems*.Status == ['Success']
        def taskId = caller.v2024('GetNode', ProjectId: 10001, Id: id).Node.TaskId
        def task = caller.v2024('GetTask', Id: taskId).Task
        task.Name == 'my_node'
        task.Trigger.Cron == '00 30 06 * * ?'
        caller.v2024('ListUpstreamTasks', Id: taskId).PagingInfo.Tasks*.Name == ['dwd_orders']
        caller.v2020('GetNode', NodeId: taskId, ProjectEnv: 'PROD').Data.NodeName == 'my_node'

        when: 'the ended pipeline is advanced'
        caller.v2024('ExecPipelineRunStage', ProjectId: 10001, Id: run, Code: 'PROD')

        then:
        def fault1 = thrown(ServiceFault)
        fault1.message.contains('流水线不是正在运行')

        when:
        caller.v2024('DeleteNode', ProjectId: 10001, Id: id)

        then:
        def fault2 = thrown(ServiceFault)
        fault2.message.contains('deployed')

        when:
        def offline = caller.v2024('CreatePipelineRun', ProjectId: 10001, Type: 'Offline', ObjectIds: [id], RunMode: 'Auto').Id
        caller.later(ofSeconds(10))

        then:
        caller.v2024('GetPipelineRun', ProjectId: 10001, Id: offline).Pipeline.Status == 'Success'
        caller.v2024('DeleteNode', ProjectId: 10001, Id: id).Success

        when:
        caller.v2024('GetNode', ProjectId: 10001, Id: id)

        then:
        def gone = thrown(ServiceFault)
        gone.code() == '5801488441564725286'
        gone.message == "未找到节点: $id"
    }

    def "what the service refuses in a spec is refused with its words: #words"() {
        when:
        caller.v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: spec)

        then:
        def fault = thrown(ServiceFault)
        fault.message.contains(words)
        fault.status() == 400

        where:
        words                                       | spec
        'Spec JSON parse failed'                    | '{"version":'
        'Spec JSON parse failed'                    | '{"apiVersion":"v1"}'
        'spec kind and request not match'           | node('x').replace('"kind":"Node"', '"kind":"Flow"')
        'script.runtime.command is empty'           | node('x', [script: [path: 'a/x']])
        'Invalid cron expression in trigger'        | node('x', [trigger: [type: 'Scheduler', cron: '0 2 * * *']])
        'Node with the same name already exists'    | node('dwd_orders')
    }

    def "an update changes what it names and leaves the rest; a node's type stays"() {
        given:
        def id = caller.v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: node('kept')).Id
        def content = { JsonText.read(caller.v2024('GetNode', ProjectId: 10001, Id: id).Node.Spec).spec.nodes[0] }

        when:
        caller.v2024('UpdateNode', ProjectId: 10001, Id: id, Spec: JsonText.write([version: '1.1.0', kind: 'Node', spec: [nodes: [[id: id, script: [content: 'select 2']]]]]))

        then:
        content().script.content == 'select 2'
        content().script.runtime.command == 'ODPS_SQL'
        content().trigger.cron == '00 30 06 * * ?'

        when:
        caller.v2024('UpdateNode', ProjectId: 10001, Id: id, Spec: JsonText.write([kind: 'Node', spec: [nodes: [[script: [runtime: [command: 'DIDE_SHELL']]]]]]))

        then:
        def fault3 = thrown(ServiceFault)
        fault3.message.contains('cannot be changed after creation')
    }

    def "an import is a job; when it is done the workflow and its nodes are there and can be published together"() {
        given:
        def spec = JsonText.write([version: '1.1.0', kind: 'CycleWorkflow', spec: [workflows: [[name: 'imported', script: [path: 'flow/imported', runtime: [command: 'WORKFLOW']],
                nodes: [JsonText.read(node('one')).spec.nodes[0], JsonText.read(node('two')).spec.nodes[0]],
                dependencies: [[nodeId: 'two', depends: [[type: 'Normal', output: 'orders_dw.one']]]]]]]])

        when:
        def job = caller.v2024('ImportWorkflowDefinition', ProjectId: 10001, Spec: spec).AsyncJob
        def status = { caller.v2024('GetJobStatus', JobId: job.Id).JobStatus }

        then:
        !job.Completed
        status().Completed == 'False'
        caller.v2024('ListNodes', ProjectId: 10001, Name: 'two').PagingInfo.TotalCount == '0'

        when:
        caller.later(ofSeconds(3))
        def workflow = caller.v2024('ListWorkflowDefinitions', ProjectId: 10001, Name: 'imported').PagingInfo.WorkflowDefinitions[0]

        then:
        status().Completed == 'True'
        status().Status == 'Success'
        caller.v2024('ListNodes', ProjectId: 10001, ContainerId: workflow.Id).PagingInfo.Nodes*.Name as Set == ['one', 'two'] as Set

        when:
        caller.v2024('CreatePipelineRun', ProjectId: 10001, Type: 'Online', ObjectIds: [workflow.Id], RunMode: 'Auto')
        caller.later(ofSeconds(30))
        def two = caller.v2024('ListTasks', ProjectId: 10001, Name: 'two').PagingInfo.Tasks[0]

        then:
        caller.v2024('ListUpstreamTasks', Id: two.Id).PagingInfo.UpstreamTasks*.Task*.Name == ['one']
    }

    def "a file is submitted, refused before it is ready, and deployed"() {
        given:
        def file = caller.v2020('CreateFile', ProjectId: 10001, FileName: 'old_style', FileType: 10, FileFolderPath: 'Business_flow/daily_orders/MaxCompute/DataDev', Content: 'select 1').Data

        when:
        def early = caller.v2024('DeployFile', ProjectId: 10001, FileId: file)

        then:
        early.Success == false
        early.ErrorMessage.contains('流水线未准备好')

        when:
        def submitted = caller.v2020('SubmitFile', ProjectIdentifier: 'orders_dw', FileId: file, Comment: 'first').Data
        def checking = caller.v2020('GetDeployment', ProjectId: 10001, DeploymentId: submitted).Data.Deployment
        caller.later(ofSeconds(4))
        def ready = caller.v2024('GetDeploymentPackage', ProjectId: 10001, DeploymentId: submitted).Data.Deployment

        then:
        checking.Status == 0 && checking.CheckingStatus == 8
        ready.Status == 1 && !ready.containsKey('CheckingStatus')

        when:
        def deployed = caller.v2020('DeployFile', ProjectId: 10001, FileId: file).Data
        caller.later(ofSeconds(6))
        def got = caller.v2020('GetFile', ProjectId: 10001, FileId: file).Data.File

        then:
        caller.v2020('GetDeployment', ProjectId: 10001, DeploymentId: deployed).Data.Deployment.ToEnvironment == 2
        got.CurrentVersion == 1
        caller.v2020('GetNode', NodeId: got.NodeId, ProjectEnv: 'PROD').Data.NodeName == 'old_style'
        caller.v2020('GetFile', ProjectId: 10001, FileId: 4).Success == false
    }

    def "a file's inputs are rewritten from its script unless that is turned off"() {
        given:
        def id = caller.v2020('CreateFile', ProjectId: 10001, FileName: 'parsed', FileType: 10, Content: 'select 1', InputList: 'orders_dw_root', FileFolderPath: 'Business Flow/x').Data
        def inputs = { caller.v2020('GetFile', ProjectId: 10001, FileId: id).Data.NodeConfiguration.InputList*.Input }
        def sql = 'insert overwrite table orders_dw.t select * from orders_dw.a join orders_dw.b on 1 = 1'

        when:
        caller.v2020('UpdateFile', ProjectId: 10001, FileId: id, Content: sql, AutoParsing: false)

        then:
        inputs() == ['orders_dw_root']

        when:
        caller.v2020('UpdateFile', ProjectId: 10001, FileId: id, Content: sql, AutoParsing: true)

        then:
        inputs() == ['orders_dw.a', 'orders_dw.b']
    }

    def "a one-off task waits, runs and succeeds; a nonsense one fails and its log says why"() {
        given:
        def group = caller.v2024('ListResourceGroups', ProjectId: 10001).PagingInfo.ResourceGroupList.find { it.Name == GROUP_NAME }.Id
        def task = [Name: 'q', Type: 'ODPS_SQL', Owner: Caller.ACCOUNT, ClientUniqueCode: 'c1', RuntimeResource: [ResourceGroupId: group], Script: [Content: 'select 1']]
        def start = { Map one -> caller.v2024('ExecuteAdhocWorkflowInstance', ProjectId: 10001, Name: 'adhoc', Owner: Caller.ACCOUNT, BizDate: YESTERDAY, Tasks: [one]).WorkflowInstanceId }
        def status = { caller.v2024('GetWorkflowInstance', Id: it).WorkflowInstance.Status }

        when:
        def good = start(task)

        then:
        status(good) == 'WaitResource'

        when:
        caller.later(ofSeconds(4))

        then:
        status(good) == 'Running'

        when:
        caller.later(ofSeconds(20))

        then:
        status(good) == 'Success'

        when:
        def bad = start(task + [ClientUniqueCode: 'c2', Script: [Content: 'selct 1']])
        caller.later(ofSeconds(20))
        def instance = caller.v2024('ListTaskInstances', ProjectId: 10001, Bizdate: YESTERDAY, WorkflowInstanceId: bad).PagingInfo.TaskInstances[0]

        then:
        status(bad) == 'Failure'
        caller.v2024('GetTaskInstanceLog', Id: instance.Id).TaskInstanceLog.contains("invalid token 'selct'")

        when:
        start(task.findAll { it.key != 'ClientUniqueCode' })

        then:
        def fault4 = thrown(ServiceFault)
        fault4.code() == 'MissingClientUniqueCode'
    }

    def "a smoke test is created by an operation whose result names the instances"() {
        given:
        def task = caller.v2024('ListTasks', ProjectId: 10001, Name: 'ads_gmv').PagingInfo.Tasks[0].Id

        when:
        def operation = caller.v2024('CreateWorkflowInstances', ProjectId: 10001, Name: 'smoke', Type: 'SmokeTest', WorkflowId: 1,
                DefaultRunProperties: [RootTaskIds: [task]], Periods: [BizDates: [[StartBizDate: '2026-03-14', EndBizDate: '2026-03-14']]]).OperationId
        def result = { caller.v2024('GetCreateWorkflowInstancesResult', OperationId: operation).Result }

        then:
        result().Status == 'Creating'

        when:
        caller.later(ofSeconds(5))
        def created = result()

        then:
        created.Status == 'Created'
        created.WorkflowTaskInstanceIds.size() == 1
        caller.v2024('GetTaskInstance', Id: created.WorkflowTaskInstanceIds[0]).TaskInstance.TaskName == 'ads_gmv'

        when:
        caller.later(ofSeconds(30))

        then:
        caller.v2024('GetTaskInstance', Id: created.WorkflowTaskInstanceIds[0]).TaskInstance.Status == 'Success'
    }

    def "batch actions answer for each id"() {
        given:
        def of = { String name -> caller.v2024('ListTaskInstances', ProjectId: 10001, Bizdate: YESTERDAY, TaskName: name).PagingInfo.TaskInstances[0] }
        def failed = of('dwd_orders').Id
        def running = of('sync_gmv_holo').Id

        when:
        def info = caller.v2024('RerunTaskInstances', Ids: [failed, running, 5]).SuccessInfo

        then:
        info.keySet() as List == [failed, running, 5]*.toString()
        info[failed.toString()].Success
        !info[running.toString()].Success
        info['5'].Message.contains('does not exist')
        of('dwd_orders').Status == 'WaitResource'

        when:
        caller.v2024('StopTaskInstances', Ids: [running])
        caller.later(ofSeconds(60))

        then:
        of('dwd_orders').Status == 'Success'
        of('dwd_orders').RunNumber == 3
        of('sync_gmv_holo').Status == 'Failure'
        caller.v2024('ListTaskInstanceOperationLogs', Id: running).PagingInfo.OperationLogs*.OperationContent == ['StopTaskInstances']

        when:
        caller.v2020('SetSuccessInstance', InstanceId: running, ProjectEnv: 'PROD')

        then:
        of('sync_gmv_holo').Status == 'Success'
    }

    def "an integration job starts and stops by the clock"() {
        given:
        def id = caller.v2024('CreateDIJob', ProjectId: 10001, Name: 'sync', JobType: 'DatabaseRealtimeMigration', MigrationType: 'Full', SourceDataSourceType: 'MySQL', DestinationDataSourceType: 'Hologres').Id
        def status = { caller.v2024('GetDIJob', Id: id).PagingInfo.JobStatus }

        expect:
        status() == 'Initialized'

        when:
        caller.v2024('StartDIJob', Id: id)
        caller.later(ofSeconds(5))

        then:
        status() == 'Running'
        caller.v2020('GetDIJob', DIJobId: id).Data.JobStatus == 'Running'

        when:
        caller.v2020('StopDIJob', DIJobId: id)
        caller.later(ofSeconds(5))

        then:
        status() == 'Stop'
    }
}
