package dev.dwx.sandbox.world

import dev.dwx.sandbox.JsonText
import dev.dwx.sandbox.ServiceFault
import spock.lang.AutoCleanup
import spock.lang.Specification

import java.time.Instant

import static java.time.Duration.ofDays
import static java.time.Duration.ofMinutes
import static java.time.Duration.ofSeconds

/** What keeps something from being published or taken offline, and what the two Data Studios do not do for each other. */
class PublishingSpec extends Specification {
    @AutoCleanup
    Caller caller = new Caller()

    String node(String name, Map more = [:], List depends = [], long project = 10001) {
        caller.v2024('CreateNode', ProjectId: project, Scene: 'DATAWORKS_PROJECT', Spec: LifeCycleSpec.node(name, more, depends)).Id
    }

    Map run(List ids, Map more = [:]) {
        def id = caller.v2024('CreatePipelineRun', [ProjectId: 10001, Type: 'Online', ObjectIds: ids, RunMode: 'Auto'] + more).Id
        caller.later(ofSeconds(20))
        caller.v2024('GetPipelineRun', ProjectId: more.ProjectId ?: 10001, Id: id).Pipeline
    }

    static String stage(Map pipeline) { pipeline.Stages.find { it.Status == 'Fail' }?.with { it.Code + ': ' + it.Message } }

    def "a check stage fails for an output that nobody has, and nothing is published"() {
        given:
        def id = node('hanging', [:], ['orders_dw.nothing'])

        when:
        def pipeline = run([id])

        then:
        pipeline.Status == 'Fail'
        stage(pipeline).startsWith('DEV_CHECK: hanging depends on an output that no published node has')
        pipeline.Stages*.Status == ['Success', 'Fail', 'Init', 'Init', 'Init']
        !caller.v2024('GetNode', ProjectId: 10001, Id: id).Node.TaskId
        caller.v2024('ListPipelineRunItems', ProjectId: 10001, PipelineRunId: pipeline.Id).PagingInfo.PipelineRunItems*.Message.every { it.contains('orders_dw.nothing') }
    }

    def "a check stage fails for a group that is not bound to the project any more"() {
        given:
        def group = caller.v2024('ListResourceGroups', ProjectId: 10001).PagingInfo.ResourceGroupList.find { it.Name == 'orders_serverless' }.Id
        def id = node('on_group', [runtimeResource: [resourceGroup: group]])
        caller.v2024('DissociateProjectFromResourceGroup', ProjectId: 10001, ResourceGroupId: group)

        expect:
        stage(run([id])).contains('resourceGroupId is not in the project')
    }

    def "what others depend on stays online until they are gone"() {
        given:
        def below = node('below')
        def above = node('above', [outputs: [nodeOutputs: [[data: 'orders_dw.above']]]], ['orders_dw.below'])
        [below, above].each { assert run([it]).Status == 'Success' }

        when:
        def refused = run([below], [Type: 'Offline'])

        then:
        refused.Status == 'Fail'
        stage(refused).startsWith('OfflineCheck: nodes depend on what is taken offline')
        stage(refused).contains('[above]')

        when:
        run([above], [Type: 'Offline'])

        then:
        run([below], [Type: 'Offline']).Status == 'Success'
        caller.v2024('DeleteNode', ProjectId: 10001, Id: below).Success
    }

    def "a project that wants approvals has a stage that no call advances; the approver takes ten minutes and decides: #tag"() {
        given:
        def project = caller.v2024('CreateProject', Name: 'strict_dw', DisplayName: 's', AliyunResourceTags: [[Key: 'deploy-approval', Value: tag]]).Id
        def id = node('approved', [outputs: [nodeOutputs: [[data: 'strict_dw.approved']]]], [], project)
        def pipeline = run([id], [ProjectId: project, RunMode: 'Normal'])
        caller.v2024('ExecPipelineRunStage', ProjectId: project, Id: pipeline.Id, Code: 'PROD_CHECK')
        caller.later(ofSeconds(5))
        def look = { caller.v2024('GetPipelineRun', ProjectId: project, Id: pipeline.Id).Pipeline }
        def approval = { look().Stages.find { it.Code == 'APPROVAL' } }

        expect:
        approval().Status == 'Running'
        approval().Message.contains('审批')

        when:
        caller.v2024('ExecPipelineRunStage', ProjectId: project, Id: pipeline.Id, Code: 'APPROVAL')

        then:
        def fault = thrown(ServiceFault)
        fault.message.contains('审批')

        when:
        caller.later(ofMinutes(11))

        then:
        approval().Status == status
        look().Status == whole

        where:
        tag       || status    | whole
        'approve' || 'Success' | 'Running'
        'reject'  || 'Fail'    | 'Fail'
        'never'   || 'Running' | 'Running'
    }

    def "a workspace of the old Data Studio develops with files only"() {
        when:
        caller.v2024(operation, [ProjectId: 10002L] + more)

        then:
        def fault = thrown(ServiceFault)
        [fault.status(), fault.code()] == [400, 'InvalidParameter.DataStudioVersion']
        fault.message.contains('risk_dw does not use the new version of Data Studio')

        where:
        operation                  | more
        'ListNodes'                | [:]
        'ListWorkflowDefinitions'  | [:]
        'CreateNode'               | [Scene: 'DATAWORKS_PROJECT', Spec: LifeCycleSpec.node('x')]
        'ImportWorkflowDefinition' | [Spec: '{}']
    }

    def "a workspace that was made new has no files, and in the old one they work"() {
        given:
        def project = caller.v2024('CreateProject', Name: 'new_dw', DisplayName: 'n').Id
        def file = { long id -> caller.v2020('CreateFile', ProjectId: id, FileName: 'f', FileType: 10, FileFolderPath: 'Business Flow/x', Content: 'select 1') }

        expect:
        with(file(project)) {
            it.Success == false
            it.ErrorMessage.contains('uses the new version of Data Studio')
        }
        file(10002).Success
        caller.v2024('ListNodes', ProjectId: project).PagingInfo.TotalCount == '0'
    }

    def "what is published in the last half hour of a day runs from the day after the next only: #at"() {
        given:
        caller.now = Instant.parse(at)
        def id = node('late')
        run([id])

        expect: 'the instances of the next day and the one after'
        [1, 2].collect { days ->
            caller.now = Instant.parse('2026-03-15T16:00:00Z') + ofDays(days - 1) + ofMinutes(20)
            caller.v2024('ListTaskInstances', ProjectId: 10001, Bizdate: LifeCycleSpec.YESTERDAY + 86400000L * days, TaskName: 'late').PagingInfo.TotalCount
        } == counts

        where: 'midnight in Shanghai is 16:00 here'
        at                     || counts
        '2026-03-15T15:00:00Z' || [1, 1]
        '2026-03-15T15:40:00Z' || [0, 1]
    }

    def "a node that is not to wait for the next day has instances for the rest of this one"() {
        when:
        run([node('at_once', [instanceMode: 'Immediately', trigger: [type: 'Scheduler', cron: '00 00 00-23/6 * * ?']])])

        then: 'it is half past ten'
        caller.v2024('ListTaskInstances', ProjectId: 10001, Bizdate: LifeCycleSpec.YESTERDAY, TaskName: 'at_once').PagingInfo.TaskInstances*.Status == ['WaitTime', 'WaitTime']
    }

    static String workflow(String name, List nodes, Map more = [:]) {
        JsonText.write([version: '1.1.0', kind: 'CycleWorkflow', spec: [workflows: [[name: name, script: [path: name, runtime: [command: 'WORKFLOW']], nodes: nodes] + more]]])
    }

    static Map inner(String name, Map more = [:]) { JsonText.read(LifeCycleSpec.node(name, more)).spec.nodes[0] as Map }

    Map imported(String spec, Map more = [:]) {
        def job = caller.v2024('ImportWorkflowDefinition', [ProjectId: 10001, Spec: spec] + more).AsyncJob
        caller.later(ofSeconds(5))
        caller.v2024('GetJobStatus', JobId: job.Id).JobStatus
    }

    def "an import whose names are taken, or whose group or source is not there, is a job that fails and makes nothing: #error"() {
        when:
        def job = imported(workflow('failing', nodes))

        then:
        job.Status == 'Fail'
        job.Completed == 'True'
        job.Error.contains(error)
        caller.v2024('ListWorkflowDefinitions', ProjectId: 10001, Name: 'failing').PagingInfo.TotalCount == 0

        where:
        nodes                                                          || error
        [inner('dwd_orders')]                                          || 'Node with the same name already exists: dwd_orders'
        [inner('one'), inner('one')]                                   || 'Node with the same name already exists: one'
        [inner('one', [runtimeResource: [resourceGroup: 'short']])]    || '对应的资源组不存在'
        [inner('one', [datasource: [name: 'nowhere', type: 'odps']])]  || '数据源不存在'
    }

    def "a dry run makes nothing; an import by its ids updates; an edge to a node means its first output"() {
        given:
        def flow = workflow('flow', [inner('one'), inner('two')], [dependencies: [[nodeId: 'two', depends: [[type: 'Normal', nodeId: 'one']]]]])

        expect:
        imported(flow, [DryRun: true]).Status == 'Success'
        caller.v2024('ListNodes', ProjectId: 10001, Name: 'two').PagingInfo.TotalCount == '0'

        when:
        assert imported(flow).Status == 'Success'
        def id = caller.v2024('ListWorkflowDefinitions', ProjectId: 10001, Name: 'flow').PagingInfo.WorkflowDefinitions[0].Id
        def two = caller.v2024('ListNodes', ProjectId: 10001, ContainerId: id, Name: 'two').PagingInfo.Nodes[0]

        then:
        caller.v2024('GetWorkflowDefinition', ProjectId: 10001, Id: id).WorkflowDefinition.Name == 'flow'
        caller.v2024('ListNodeDependencies', ProjectId: 10001, Id: two.Id).PagingInfo.Nodes*.Name == ['one']

        when:
        imported(workflow('flow', [inner('two', [id: two.Id, description: 'changed'])], [id: id]))

        then:
        caller.v2024('GetNode', ProjectId: 10001, Id: two.Id).Node.with { JsonText.read(it.Spec).spec.nodes[0].description } == 'changed'
        caller.v2024('ListNodes', ProjectId: 10001, ContainerId: id).PagingInfo.Nodes.size() == 2
    }
}
