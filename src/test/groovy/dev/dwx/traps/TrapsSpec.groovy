package dev.dwx.traps

import dev.dwx.json.ExactJson
import dev.dwx.client.ApiException
import dev.dwx.client.steady.Pace
import dev.dwx.client.steady.RetryRules
import dev.dwx.client.steady.SteadyCaller
import dev.dwx.dsl.ApiResult
import dev.dwx.dsl.Context
import dev.dwx.dsl.GroovyEvaluator
import dev.dwx.dsl.Session
import dev.dwx.sandbox.Disturbance
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The traps that the sandbox plays: each is stepped into through the language, over a socket, and is prevented or explained. */
class TrapsSpec extends Specification {
    static final String NODE = '''[name: NAME, script: [path: "flow/${NAME}", content: 'select 1', runtime: [command: 'ODPS_SQL']],
        trigger: [type: 'Scheduler', cron: '00 30 06 * * ?'], inputs: [nodeOutputs: [[data: 'orders_dw_root']]],
        outputs: [nodeOutputs: [[data: "orders_dw.${NAME}"]]]]'''

    @Shared @AutoCleanup SandboxSession dwx = new SandboxSession()

    def setup() {
        dwx.begin()
    }

    private Object run(String source) { dwx.run(source) }

    private ApiException refusal(String source) { dwx.refusal(source) }

    private List<String> getNotes() { dwx.notes }

    private static String create(String name, String more = '') {
        "NAME = '$name'; CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: [version: '1.1.0', kind: 'Node', spec: [nodes: [$NODE$more]]])"
    }

    def "an id of the new Data Studio handed to the calls of files is told from a file's, and the pipeline is named"() {
        when:
        def id = run(create('trap_files') + '.Id')
        def failure = refusal("SubmitFile(FileId: $id)")

        then:
        id.toString() ==~ /\d{19}/
        failure.why().contains('new Data Studio')
        failure.next().contains("CreatePipelineRun(Type: 'Online', ObjectIds: ['$id'])")
    }

    def "deploying before the submitted package is ready tells the package and its state"() {
        when:
        def file = run("CreateFile(FileName: 'trap_early', FileType: 'ODPS_SQL', FileFolderPath: 'Business_flow/daily/MaxCompute/DataDev', " +
                "Content: 'select 1', AutoParsing: false, InputList: 'orders_dw_root').Data")
        def made = run("SubmitFile(FileId: $file).Data")
        def failure = refusal("DeployFile(FileId: $file)")

        then:
        notes.any { it.contains("package $made is being built") && it.contains('DeployFile comes after') }
        failure.message.contains('流水线未准备好')
        failure.why().contains("package $made: it is being checked still, CheckingStatus 8")
        failure.next() == "GetDeploymentPackage(DeploymentId: $made)"
    }

    def "JSON inside a node's Spec is walked, and its text stays reachable"() {
        expect:
        run("GetNode(Id: ListNodes(Name: 'dwd_orders').items[0].Id).Node.Spec.spec.nodes[0].name") == 'dwd_orders'
        run("GetNode(Id: ListNodes(Name: 'dwd_orders').items[0].Id).Node.Spec.text").startsWith('{')
    }

    def "a way copied from the other generation of answers says which names there are"() {
        when:
        run('ListNodes(PageSize: 10).Data.Nodes')

        then:
        def failure = thrown(dev.dwx.dsl.ScriptFailure)
        failure.message.contains('PagingInfo')
    }

    def "a Spec without outputs is stopped with the way to what is missing, and let through where that is meant"() {
        given:
        int before = dwx.arrived()

        when:
        def failure = refusal(create('trap_outputs', ' - [outputs: null]').replace(' - [outputs: null]', '.findAll { it.key != "outputs" }'))

        then:
        failure.code() == 'dwx.SpecInvalid'
        failure.stage() == ApiException.Stage.NOT_SENT
        failure.message.contains('spec.nodes[0].outputs.nodeOutputs') && failure.message.contains('orders_dw.trap_outputs')
        failure.next().contains("lint(off: ['outputs'])")
        dwx.arrived() == before

        when:
        def made = run("lint(off: ['outputs']) { ${create('trap_outputs', '.findAll { it.key != "outputs" }')} }")

        then:
        made instanceof ApiResult
        dwx.arrived() == before + 1
    }

    def "every fault of a Spec is told at once"() {
        when:
        def message = refusal(create('trap_many', " + [trigger: [cron: '30 6 * * ?'], rerunMode: 'ALL_ALLOWED', inputs: [nodeOutputs: [[data: 'project_root']]]]")).message

        then:
        ['six, seconds first', "rerunMode: 'Allowed'", "data: 'orders_dw_root'"].every { message.contains(it) }
    }

    def "nodes that the call ignores are remarked on, and one call makes a workflow with its nodes"() {
        given:
        def spec = "def wf = { name -> [version: '1.1.0', kind: 'CycleWorkflow', spec: [workflows: [[name: name, script: [path: \"root/\$name\", runtime: [command: 'WORKFLOW']], " +
                "nodes: [[name: \"\${name}_n\", script: [path: \"root/\$name/\${name}_n\", content: 'select 1', runtime: [command: 'ODPS_SQL']], " +
                "outputs: [nodeOutputs: [[data: \"orders_dw.\${name}_n\"]]]]]]]]] }\n"

        when:
        run(spec + "CreateWorkflowDefinition(Spec: wf('trap_flow1'))")

        then:
        notes.any { it.contains('the 1 node is ignored') && it.contains('ImportWorkflowDefinition') }

        expect:
        run(spec + "ImportWorkflowDefinition(Spec: wf('trap_flow2')).AsyncJob.Id")
    }

    def "the workflow of a smoke test is 1 without being said, and another number is explained"() {
        given:
        def call = "CreateWorkflowInstances(Type: 'SmokeTest', Name: 's', MORE DefaultRunProperties: [RootTaskIds: [ListTasks(PageSize: 1)[0].Id]], " +
                "Periods: [BizDates: [[StartBizDate: yesterday, EndBizDate: yesterday]]])"

        when:
        run(call.replace('MORE', ''))

        then:
        notes.count { it.contains('WorkflowId 1 is filled in') } == 1

        when:
        try { run(call.replace('MORE', 'WorkflowId: 77,')) } catch (dev.dwx.dsl.ScriptFailure ignored) { }

        then:
        notes.any { it.contains('WorkflowId is 77') && it.contains('wants 1 there') }
    }

    def "a node's id among the root tasks is answered with the task's"() {
        when:
        def node = run("ListNodes(Name: 'dwd_orders').items[0]")
        def failure = refusal("CreateWorkflowInstances(Type: 'SmokeTest', Name: 's', DefaultRunProperties: [RootTaskIds: [${node.Id}]], " +
                "Periods: [BizDates: [[StartBizDate: yesterday, EndBizDate: yesterday]]])")

        then:
        failure.stage() == ApiException.Stage.NOT_SENT
        failure.next() == "RootTaskIds: [${run("GetNode(Id: '${node.Id}').Node.TaskId")}]"
    }

    def "a task's id handed to Data Studio is answered with the node's"() {
        when:
        def node = run("ListNodes(Name: 'dwd_orders').items[0]")
        def task = run("GetNode(Id: '${node.Id}').Node.TaskId")
        def failure = refusal("v2024.GetNode(Id: '$task')")

        then:
        failure.why().contains("$task is the task dwd_orders of the scheduler")
        failure.why().contains("its node is ${node.Id}")
        failure.next().contains("GetNode(Id: '${node.Id}'")
    }

    def "an operation of one version only is found there, and the version is said"() {
        when:
        run('ListDataServiceGroups(PageNumber: 1, PageSize: 10)')

        then:
        notes.any { it.contains('ListDataServiceGroups is only in 2020-05-18') }
    }

    def "tasks of an ad hoc run are given the owner of the call and a code each"() {
        when:
        def id = run("group = ListResourceGroups()[0].Id; ExecuteAdhocWorkflowInstance(Name: 'a', Owner: '1001', BizDate: yesterday, EnvType: 'Prod', Tasks: [1, 2].collect { " +
                "[Name: \"t\$it\", Type: 'ODPS_SQL', RuntimeResource: [ResourceGroupId: group], Script: [Content: 'select 1']] }).WorkflowInstanceId")
        def sent = dev.dwx.json.ExactJson.parse(dwx.sandbox.log().of('ExecuteAdhocWorkflowInstance').last().form().Tasks)

        then:
        id
        sent*.Owner == ['1001', '1001']
        sent*.ClientUniqueCode.toSet().size() == 2
        sent*.ClientUniqueCode.every { it ==~ /[0-9a-z]{5,20}/ }
        notes.any { it.contains("the call's Owner 1001") && it.contains('ClientUniqueCode') }
    }

    def "publishing is not taken for running"() {
        when:
        2.times { run(create("trap_publish$it") + "; CreatePipelineRun(Type: 'Online', ObjectIds: [ListNodes(Name: NAME).items[0].Id])") }

        then:
        notes.count { it.contains('publishes and runs nothing') && it.contains('RerunTaskInstances') } == 1
    }

    def "an id wrapped in a second list is not sent, and of several ids the lost ones are remarked on"() {
        given:
        def ids = run("['trap_wrap1', 'trap_wrap2'].collect { n -> NAME = n; ${create('x').substring("NAME = 'x'; ".length())}.Id }")

        expect:
        refusal("CreatePipelineRun(Type: 'Online', ObjectIds: [['${ids[0]}']])").next() == "ObjectIds: ['${ids[0]}']"

        when:
        run("CreatePipelineRun(Type: 'Online', ObjectIds: ['${ids[0]}', '${ids[1]}'])")

        then:
        notes.any { it.contains('only the first of the 2 objects') && it.contains(ids[0].toString()) }
    }

    def "a node inside a workflow is not published by itself, and the refusal says why"() {
        given:
        run("FLOW = CreateWorkflowDefinition(Spec: [version: '1.1.0', kind: 'CycleWorkflow', spec: [workflows: [[name: 'trap_inside', script: [path: 'root/trap_inside', runtime: [command: 'WORKFLOW']]]]]]).Id")
        run("NAME = 'trap_inner'; INNER = CreateNode(Scene: 'DATAWORKS_PROJECT', ContainerId: FLOW, Spec: [version: '1.1.0', kind: 'Node', spec: [nodes: [$NODE]]]).Id")

        when:
        def failure = refusal("CreatePipelineRun(Type: 'Online', ObjectIds: [INNER])")

        then:
        failure.why().contains('trap_inner is there, so it is inside a workflow')
    }

    def "a stage that is not to be run yet tells how far the run is"() {
        when:
        run(create('trap_stage') + "; RUN = CreatePipelineRun(Type: 'Online', ObjectIds: [ListNodes(Name: NAME).items[0].Id]).Id")
        def failure = refusal("ExecPipelineRunStage(Id: RUN, Code: 'PROD')")

        then:
        failure.why().contains('the run is Running: BUILD_PACKAGE')
        failure.why().contains('PROD Init')

        when:
        run('AbolishPipelineRun(Id: RUN); GetPipelineRun(Id: RUN)')

        then:
        notes.any { it.contains('ended with Termination, which is no success') }
        refusal("ExecPipelineRunStage(Id: RUN, Code: 'PROD')").why().contains('the run is Termination')
    }

    def "a synchronisation whose partition is not in quotes is not made"() {
        when:
        def failure = refusal('''content = groovy.json.JsonOutput.toJson([type: 'job', version: '2.0', steps: [
            [stepType: 'odps', category: 'reader', parameter: [datasource: 'orders_odps', table: 't', partition: ['dt=20260315'], splitMode: false]],
            [stepType: 'holo', category: 'writer', parameter: [datasource: 'orders_holo', table: 'public.t']]]])
            CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: [version: '1.1.0', kind: 'Node', spec: [nodes: [[name: 's1',
              script: [path: 'flow/s1', content: content, runtime: [command: 'ODPS_SQL']], inputs: [nodeOutputs: [[data: 'orders_dw_root']]],
              outputs: [nodeOutputs: [[data: 'orders_dw.s1']]]]]]])''')

        then:
        failure.message.contains("\"dt='20260315'\"")
        failure.message.contains("splitMode: 'record' or 'partition'")
        failure.message.contains("command: 'DI', commandTypeId: 23")
    }

    def "a Hologres node has to be one in every respect"() {
        when:
        def message = refusal(create('trap_holo', " + [script: [path: 'flow/trap_holo', content: 'select 1', language: 'odps-sql', runtime: [command: 'HOLOGRES_SQL']]]")).message

        then:
        ['commandTypeId: 1093', "language: 'hologres-sql'", 'which instance'].every { message.contains(it) }
    }

    def "the rules of a check's task are shown before the task goes"() {
        when:
        run('confirm("test") { DeleteDataQualityEvaluationTask(Id: 60001) }')

        then:
        notes.any { it.contains('has 3 rules') && it.contains('dwd_orders_rule_1') && it.contains('DeleteDataQualityRule') }
    }

    def "a data source's name is put into its number, and an unknown one is not sent"() {
        given:
        int before = dwx.arrived()

        when:
        def failure = refusal("CreateDataQualityEvaluationTask(Name: 'q', DataSourceId: 'orders_opds', Target: [DatabaseType: 'maxcompute', TableGuid: 'odps.orders_dw.dwd_orders', PartitionSpec: 'dt=1'])")

        then:
        failure.message.contains("no data source 'orders_opds'; did you mean orders_odps")
        dwx.sandbox.log().of('CreateDataQualityEvaluationTask').empty
        dwx.arrived() > before

        when:
        run("CreateDataQualityEvaluationTask(Name: 'q1', DataSourceId: 'orders_odps', Target: [DatabaseType: 'maxcompute', TableGuid: 'odps.orders_dw.dwd_orders', PartitionSpec: 'dt=1'])")

        then:
        notes.any { it.contains("'orders_odps' is 20002 (Prod); it is 20001 in Dev") }
        dwx.sandbox.log().of('CreateDataQualityEvaluationTask').last().form().DataSourceId == '20002'
    }

    def "a check of a partitioned table needs the partition, which is found out before it is sent"() {
        when:
        def failure = refusal("CreateDataQualityEvaluationTask(Name: 'q', DataSourceId: 20002, Target: [DatabaseType: 'maxcompute', TableGuid: 'odps.orders_dw.dwd_orders'])")

        then:
        failure.message.contains('is partitioned by [dt]')
        failure.next().contains("PartitionSpec: 'dt=\$[yyyymmdd-1]'")
    }

    def "short names of parameters are not sent, and the right ones are named"() {
        expect:
        refusal('AttachDataQualityRulesToEvaluationTask(TaskId: 60001, RuleIds: [70001])').message.contains('DataQualityRuleIds')
    }

    def "a resource group's name is put into its id; one that is not there is compared with those that are"() {
        when:
        run("ExecuteAdhocWorkflowInstance(Name: 'g', Owner: '1001', Tasks: [[Name: 't', Type: 'ODPS_SQL', RuntimeResource: [ResourceGroupId: 'orders_serverless'], Script: [Content: 'select 1']]])")

        then:
        notes.any { it.contains("'orders_serverless' is the name of the resource group Serverless_res_group_") }

        when:
        def failure = refusal("ExecuteAdhocWorkflowInstance(Name: 'g', Owner: '1001', Tasks: [[Name: 't', Type: 'ODPS_SQL', RuntimeResource: [ResourceGroupId: 'order_serverless'], Script: [Content: 'select 1']]])")

        then:
        failure.why().contains("'order_serverless' is none of the project's resource groups; did you mean Serverless_res_group_")
    }

    def "a table's name in the wrong form is answered with the right one"() {
        expect:
        refusal("v2024.GetTable(Id: 'odps.orders_dw.dwd_orders')").next() == "Id: 'maxcompute-table:::orders_dw::dwd_orders'"
        run("v2024.GetTable(Id: 'maxcompute-table:::orders_dw::dwd_orders').Table.Name") == 'dwd_orders'
    }

    def "a name in a node's spec where the resource group's id belongs is stopped with the id"() {
        expect:
        refusal(create('trap_group', " + [runtimeResource: [resourceGroup: 'orders_serverless']]")).message.contains("resourceGroup: 'Serverless_res_group_")
    }

    def "throttled calls are repeated with the method that they had, whatever it is: #operation"() {
        given:
        def steady = new SteadyCaller(dwx.client, RetryRules.usual().hurried(50), Pace.real())
        dwx.evaluator = new GroovyEvaluator(Session.with({ SandboxSession.CATALOG }, steady)
                .context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw')).begin())
        dwx.sandbox.log().clear()
        dwx.sandbox.disturb(Disturbance.THROTTLED, Disturbance.THROTTLED_BY_NUMBER)

        when:
        def answer = run("$operation()")

        then:
        answer instanceof ApiResult
        dwx.sandbox.log().of(operation)*.method() == [method] * 3
        dwx.sandbox.log().of(operation)*.status() == [429, 400, 200]

        where:
        operation         | method
        'ListDataSources' | 'GET'
        'ListProjects'    | 'POST'
    }

    def "nothing can be deleted in passing"() {
        given:
        dwx.evaluator = new GroovyEvaluator(Session.with({ SandboxSession.CATALOG }, dwx.client)
                .context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw')).begin())

        when:
        run('DeleteDataQualityRule(Id: 70005)')

        then:
        def failure = thrown(dev.dwx.dsl.ScriptFailure)
        failure.cause instanceof dev.dwx.safety.NotConfirmedException
        dwx.sandbox.log().of('DeleteDataQualityRule').empty
    }
}
