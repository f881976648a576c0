package dev.dwx.dsl.lifecycle

import dev.dwx.client.ApiException
import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.SessionParts
import dev.dwx.dsl.waiting.FakeTimer
import dev.dwx.dsl.waiting.WaitFailed
import dev.dwx.dsl.waiting.WaitLeft
import dev.dwx.dsl.waiting.WaitTimedOut
import dev.dwx.json.ExactJson
import dev.dwx.safety.ConfirmationPolicy

/** What becomes of pipeline runs that do not simply go through. */
class PipelineSpec extends LanguageSpec {
    static final String ID = '7000000000000000001'
    static final String RUN = '0f7a-run'

    FakeTimer timer = new FakeTimer()
    Ledger ledger = Ledger.ofProcess()
    Map<String, String> stages = [BUILD_PACKAGE: 'Success', PROD_CHECK: 'Init', PROD: 'Init']
    Map<String, String> messages = [:]
    String status = 'Running'
    List open = []

    SessionParts parts() {
        // Called once before the fields of this class are there.
        super.parts().timer(timer ?: new FakeTimer()).ledger(ledger ?: Ledger.ofProcess()).policy(ConfirmationPolicy.YES)
    }

    def setup() {
        begin(parts())
        caller.on('ListWorkflowDefinitions') { a -> """{"PagingInfo":{"TotalCount":1,"PageNumber":1,"PageSize":100,"WorkflowDefinitions":[{"Id":"$ID","Name":"daily"}]}}""" }
        caller.on('GetWorkflowDefinition', """{"WorkflowDefinition":{"Id":"$ID","Name":"daily"}}""")
        caller.on('CreatePipelineRun', """{"Id":"$RUN"}""")
        caller.on('ListPipelineRuns') { a -> ExactJson.write([PagingInfo: [TotalCount: open.size(), PageNumber: 1, PageSize: 100, PipelineRuns: open]]) }
        caller.on('GetPipelineRun') { a -> ExactJson.write([Pipeline: pipeline()]) }
        caller.on('ExecPipelineRunStage') { a -> stages[a.Code] = 'Success'; if (stages.values().every { it == 'Success' }) { status = 'Success' }; '{"Success":true}' }
        caller.on('ListPipelineRunItems', '{"PagingInfo":{"TotalCount":0,"PageNumber":1,"PageSize":100,"PipelineRunItems":[]}}')
    }

    private Map pipeline() {
        [Id: RUN, Status: status, Message: messages[''], Stages: stages.collect { code, at -> [Code: code, Name: code, Type: code == 'PROD' ? 'Deploy' : 'Check', Status: at, Message: messages[code]] }]
    }

    private int times(String name) {
        caller.calls.count { it.name == name }
    }

    private static ApiException refused(String operation, String code, String message, ApiException.Stage stage = ApiException.Stage.REFUSED) {
        ApiException.of(stage, operation, '2024-05-18').code(code).serviceMessage(message).build()
    }

    def "each stage is executed once, in its order, when those before it have succeeded"() {
        when:
        def result = run("deploy 'daily'")

        then:
        result.Id == ID
        result.RunId == RUN
        result.Stages*.Stage == ['BUILD_PACKAGE', 'PROD_CHECK', 'PROD']
        caller.calls.findAll { it.name == 'ExecPipelineRunStage' }*.arguments*.Code == ['PROD_CHECK', 'PROD']
        caller.calls.find { it.name == 'CreatePipelineRun' }.arguments.ObjectIds == [ID]
    }

    def "a check that fails is told with its message, its items and what to do"() {
        given:
        caller.on('ExecPipelineRunStage') { a ->
            stages.PROD_CHECK = 'Fail'
            status = 'Fail'
            messages.PROD_CHECK = 'can not exported multiple nodes into the same output: orders_dw.x'
            '{"Success":true}'
        }
        caller.on('ListPipelineRunItems', '{"PagingInfo":{"TotalCount":1,"PageNumber":1,"PageSize":100,"PipelineRunItems":[{"Id":"1","Name":"dwd_orders","Type":"Node","Status":"Fail","Message":"output orders_dw.x"}]}}')

        when:
        def error = failure("deploy 'daily'").cause

        then:
        error instanceof WaitFailed
        error.message.contains('stage PROD_CHECK Fail: can not exported multiple nodes into the same output: orders_dw.x')
        error.message.contains('Node dwd_orders: output orders_dw.x')
        error.message.contains("give the node's output another name")
        error.message.contains('deploy again, which makes a new run')

        when: 'it has been mended'
        stages = [PROD: 'Init']
        status = 'Running'
        messages = [:]
        caller.on('ExecPipelineRunStage') { a -> stages.PROD = 'Success'; status = 'Success'; '{"Success":true}' }
        run("deploy 'daily'")

        then:
        times('CreatePipelineRun') == 2
    }

    def "a run that was #end is no success"() {
        given:
        caller.on('ExecPipelineRunStage') { a -> status = end; '{"Success":true}' }

        expect:
        failure("deploy 'daily'").message.contains("ended with $end")

        where:
        end << ['Termination', 'Cancel']
    }

    def "an approval is waited for, and said once with the way to it"() {
        given:
        stages = [BUILD_PACKAGE: 'Success', APPROVAL: 'Init', PROD: 'Init']
        boolean asked = false
        caller.on('ExecPipelineRunStage') { a ->
            if (a.Code == 'APPROVAL') {
                asked = true
                throw refused('ExecPipelineRunStage', 'InvalidParameter.Stage', 'the stage waits for approval and cannot be executed')
            }
            stages.PROD = 'Success'
            status = 'Success'
            '{"Success":true}'
        }
        timer.during = { if (asked && timer.now > 30_000_000_000L) { stages.APPROVAL = 'Success' } }

        when:
        def result = run("deploy 'daily'")

        then:
        result.Status == 'Success'
        notes.count { it.contains('approval') && it.contains('console') } == 1
        caller.calls.count { it.name == 'ExecPipelineRunStage' && it.arguments.Code == 'APPROVAL' } == 1
    }

    def "where nobody approves in time, the next deploy goes on with the same run"() {
        given:
        stages = [APPROVAL: 'Running', PROD: 'Init']

        when:
        def error = failure("deploy 'daily', timeout: '1m'").cause

        then:
        error instanceof WaitTimedOut
        error.message.contains('approval')

        when:
        begin(parts())
        stages.APPROVAL = 'Success'
        run("deploy 'daily'")

        then:
        times('CreatePipelineRun') == 1
    }

    def "a stage whose answer was lost is looked at before it is executed again"() {
        given:
        boolean lost = false
        caller.on('ExecPipelineRunStage') { a ->
            stages[a.Code] = 'Success'
            if (a.Code == 'PROD') {
                status = 'Success'
            } else if (!lost) {
                lost = true
                throw refused('ExecPipelineRunStage', 'dwx.Timeout', 'no answer', ApiException.Stage.UNKNOWN_OUTCOME)
            }
            '{"Success":true}'
        }

        when:
        run("deploy 'daily'")

        then:
        caller.calls.count { it.name == 'ExecPipelineRunStage' && it.arguments.Code == 'PROD_CHECK' } == 1
    }

    def "an open run is gone on with, and no second one is made"() {
        given:
        open = [[Id: RUN, Status: 'Running', Stages: [[Code: 'PROD', Type: 'Deploy', Status: 'Init']]]]

        when:
        run("deploy 'daily'")

        then:
        times('CreatePipelineRun') == 0
        notes.any { it.contains("Going on with pipeline run $RUN") }
    }

    def "an open run of what was there before is not taken for that of a changed document"() {
        given:
        open = [[Id: RUN, Status: 'Running', Stages: [[Code: 'PROD', Type: 'Deploy', Status: 'Init']]]]
        String source = "wf = [version: '2.0.0', kind: 'CycleWorkflow', spec: [workflows: [[name: 'daily', script: [path: 'daily', runtime: [command: 'WORKFLOW']]]]]]; "
        caller.on('ListNodes', '{"PagingInfo":{"TotalCount":0,"PageNumber":1,"PageSize":100,"Nodes":[]}}')
        caller.on('ImportWorkflowDefinition', '{"AsyncJob":{"Id":"j","Status":"Success"}}')
        caller.on('GetJobStatus', """{"JobStatus":{"Status":"Success","Completed":"True","Response":"$ID"}}""")
        caller.on('AbolishPipelineRun') { a -> open = []; '{"Success":true}' }

        when:
        def refusal = refusal(source + "lint(off: ['all']) { deploy wf }")

        then:
        refusal.code() == 'dwx.RunOpen'
        refusal.message.contains('replace: true')
        times('ImportWorkflowDefinition') == 0

        when:
        run(source + "lint(off: ['all']) { deploy wf, replace: true }")

        then:
        times('AbolishPipelineRun') == 1
        times('CreatePipelineRun') == 1
    }

    def "undeploy makes a run that takes offline, and asks as a delete does"() {
        given:
        begin(super.parts().timer(timer))

        when: 'nobody is there to agree'
        run("undeploy 'daily'")

        then:
        thrown(Exception)
        times('CreatePipelineRun') == 0

        when:
        stages = [OfflineCheck: 'Init', Offline: 'Init']
        begin(parts())
        run("undeploy 'daily'")

        then:
        caller.calls.find { it.name == 'CreatePipelineRun' }.arguments.Type == 'Offline'
        stages.Offline == 'Success'
    }

    def "in a rehearsal nothing is sent, nothing is kept, and the ids are made up"() {
        when:
        run("dryRun { r = deploy 'daily' }")

        then:
        times('CreatePipelineRun') == 0
        run('r').Status == 'Simulated'
        ledger.all().keySet().every { it.startsWith('studio-') }
    }

    def "Ctrl-C leaves the run alone, says how to look, and the next deploy goes on with it"() {
        given:
        stages = [APPROVAL: 'Running', PROD: 'Init']
        timer.during = { Thread.currentThread().interrupt() }

        when:
        def error = failure("deploy 'daily'").cause

        then:
        error instanceof WaitLeft
        notes.any { it.contains('No longer waiting') && it.contains("GetPipelineRun(Id: '$RUN')") }

        when:
        Thread.interrupted()
        timer.during = { }
        stages.APPROVAL = 'Success'
        run("deploy 'daily'")

        then:
        times('CreatePipelineRun') == 1
    }

    def "what was refused for certain is not looked for later"() {
        given:
        begin(super.parts().timer(timer).context(session.context().withReadOnly(true)).ledger(ledger))

        expect:
        refusal("deploy 'daily'").code() == 'dwx.ReadOnly'
        ledger.all().keySet().every { it.startsWith('studio-') }
    }
}
