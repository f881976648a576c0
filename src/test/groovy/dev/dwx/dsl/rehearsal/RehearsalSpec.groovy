package dev.dwx.dsl.rehearsal

import dev.dwx.dsl.ApiResult
import dev.dwx.dsl.Context
import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.Session
import dev.dwx.safety.AuditLog
import dev.dwx.safety.ConfirmationPolicy
import dev.dwx.safety.Confirmer
import dev.dwx.safety.Risk
import dev.dwx.safety.RiskRules
import dev.dwx.sandbox.ArgumentGenerator
import dev.dwx.sandbox.ShapeCheck
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

class RehearsalSpec extends LanguageSpec {
    static final String SPEC = '{"version":"1.1.0","kind":"Node","spec":{"nodes":[{"name":"ods_orders",' +
            '"script":{"path":"orders/ods_orders","runtime":{"command":"ODPS_SQL"},"content":"select 1"},"outputs":{"nodeOutputs":[{"data":"orders_dw.ods"}]},' +
            '"inputs":{"nodeOutputs":[{"data":"orders_dw_root"}]}}]}}'

    def "reads are sent, writes are not, whatever their HTTP method"() {
        when:
        def report = run("""dryRun {
            ListNodes(PageSize: 10)
            CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: '$SPEC')
            DeleteDataSource(Id: 5)
            StartDIJob(DIJobId: 7)
            ListProjects(PageSize: 1)
            'the end'
        }""")

        then:
        // Those in between look up what the delete would touch.
        caller.calls*.name.containsAll(['ListNodes', 'GetDataSource', 'ListProjects'])
        caller.calls.every { RiskRules.of(it.operation, [:]) == Risk.READ }
        report.writes*.Operation == ['CreateNode', 'DeleteDataSource', 'StartDIJob']
        report.writes*.Method == ['POST', 'GET', 'GET']
        report.writes*.Risk == ['write', 'destructive', 'write']
        report.reads == caller.calls.size()
        report.destructive == 1
        report.result == 'the end'
        notes.last().startsWith('dry run: 3 writes not sent (CreateNode 1, DeleteDataSource 1, StartDIJob 1), 1 of them destructive; ')
    }

    def "a request is printed with the place and the text of each parameter, and without secrets"() {
        when:
        run("""dryRun { CreateDataSource(Name: 'sales', Type: 'mysql', ConnectionPropertiesMode: 'UrlMode',
            ConnectionProperties: [username: 'root', password: 'hunter2', envType: 'Prod']) }""")
        def text = notes.find { it.startsWith('dry run 1') }

        then:
        text.readLines().first() == 'dry run 1: not sent: CreateDataSource (2024-05-18) POST https://dataworks.cn-shanghai.aliyuncs.com'
        text =~ /(?m)^  (form|query) +ProjectId +10001  \(from the context\)$/
        text =~ /(?m)^  (form|query) +Name +sales$/
        text.contains('"username":"root"')
        !notes.join('\n').contains('hunter2')
        text =~ /simulated answer: Id 92000000000000000\d\d/
    }

    def "later steps go on with the simulated results, which know that they are"() {
        when:
        def report = run("""dryRun {
            def node = CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: '$SPEC')
            assert node.simulated && node.Id instanceof String && node.Id.startsWith('92')
            def read = GetNode(Id: node.Id)
            assert read.simulated
            assert read.Node.Id == node.Id
            assert read.Node.Name == 'ods_orders'
            assert read.Node.Spec.spec.nodes[0].name == 'ods_orders'
            RenameNode(Id: node.Id, Name: 'ods_orders_2')
            assert GetNode(Id: node.Id).Node.Name == 'ods_orders_2'
            def run = CreatePipelineRun(Type: 'Online', ObjectIds: [node.Id])
            def pipeline = GetPipelineRun(Id: run.Id).Pipeline
            assert pipeline.Status == 'Success' && pipeline.Stages*.Status.every { it == 'Success' }
            assert waitForPipelineRun(run.Id).status == 'Success'
            assert ListPipelineRunItems.all(PipelineRunId: run.Id)*.Status == ['Success']
            def id = v2020.CreateFile(FileName: 'a', FileType: 10, Content: 'select 1').Data
            assert id instanceof Long && id > 9_200_000_000_000_000_000L
            def file = v2020.GetFile(FileId: id).Data.File
            assert file.FileName == 'a' && file.Content == 'select 1' && file.FileId == id
            def deployment = v2020.SubmitFile(FileId: id).Data
            assert v2020.GetDeployment(DeploymentId: deployment).Data.Deployment.Status == 1
            def job = lint(off: ['kind', 'body']) { ImportWorkflowDefinition(Spec: '$SPEC') }.AsyncJob
            assert job.Completed && job.Status == 'Success'
            def ended = GetJobStatus(JobId: job.Id).JobStatus
            assert ended.Completed == 'True' && ended.Status == 'Success' && ended.JobId == job.Id
            assert GetWorkflowDefinition(Id: job.Response).WorkflowDefinition.Id == job.Response
            assert v2020.DeleteFile(FileId: id).Success
            [node.Id, node.footer()]
        }""")

        then:
        caller.calls.empty
        report.result[1] == 'simulated: not sent · ProjectId 10001 from the context'
        report.reads == 0
        report.simulatedReads >= 9
    }

    def "a wait for what the service really has goes on as if it had ended well, and says so"() {
        given:
        caller.on('GetTaskInstance', '{"TaskInstance": {"Id": 7, "Status": "Failure"}}').on('GetDIJob', '{"PagingInfo": {"JobStatus": "Stopped"}}')

        when:
        def report = run("""dryRun {
            RerunTaskInstances(Ids: [7])
            def run = waitForTaskInstance(7)
            [run.status, run.TaskInstance.Status, waitForDIJob(7, 'Running').status]
        }""")

        then:
        report.result == ['Success', 'Failure', 'Running']
        notes.contains('In a rehearsal nothing is waited for: taken for Success.')
    }

    def "what the rehearsal has deleted is gone in it"() {
        when:
        def e = refusal("""dryRun {
            def node = CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: '$SPEC')
            DeleteNode(Id: node.Id)
            GetNode(Id: node.Id)
        }""")

        then:
        e.code() == 'dwx.SimulatedNotFound'
        notes.last().startsWith('dry run: 2 writes not sent')
        caller.calls.empty
    }

    def "a simulated id is refused where the service would be asked"() {
        when:
        def e = refusal("id = null; dryRun { id = CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: '$SPEC').Id }; $call")

        then:
        e.code() == 'dwx.Simulated'
        e.stage() == dev.dwx.client.ApiException.Stage.NOT_SENT
        caller.calls.empty

        where:
        call << ['GetNode(Id: id)', 'CreatePipelineRun(Type: "Online", ObjectIds: [id])', 'dryRun { GetNode(Id: id) }',
                 "CreateDataSource(Name: 'a', Type: 'b', ConnectionPropertiesMode: 'UrlMode', ConnectionProperties: [ref: id])"]
    }

    def "what would be asked is looked up and said: #verdict"() {
        given:
        caller.on('GetNode', '{"Node":{"Id":"7421","Name":"dwd_orders","Owner":"1001"}}')
        begin(parts().policy(policy).confirmer(confirmer as Confirmer))

        when:
        def report = run(source)

        then:
        report.writes[0].Consent == verdict
        report.writes[0].Touches.contains('dwd_orders (7421)')
        notes.first().contains(verdict)
        caller.calls.every { RiskRules.of(it.operation, [:]) == Risk.READ }

        where:
        policy                 | confirmer           | source                                                || verdict
        ConfirmationPolicy.ASK | { 'dwd_orders' }    | "dryRun { DeleteNode(Id: '7421') }"                   || 'would ask'
        ConfirmationPolicy.ASK | Confirmer.NOBODY    | "dryRun { DeleteNode(Id: '7421') }"                   || 'would be refused: nobody is there to confirm it'
        ConfirmationPolicy.YES | Confirmer.NOBODY    | "dryRun { DeleteNode(Id: '7421') }"                   || 'allowed by --yes'
        ConfirmationPolicy.ASK | Confirmer.NOBODY    | "dryRun { confirm('old') { DeleteNode(Id: '7421') } }" || "allowed by confirm('old')"
        ConfirmationPolicy.ASK | Confirmer.NOBODY    | "DeleteNode.dryRun(Id: '7421')"                       || 'would be refused: nobody is there to confirm it'
    }

    def "one inside another counts for both, and ends when it ends"() {
        when:
        def report = run("""dryRun {
            def id = CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: '$SPEC').Id
            def inner = dryRun { RenameNode(Id: id, Name: 'n'); GetProject(Id: 1) }
            assert inner.writes*.Operation == ['RenameNode'] && inner.reads == 1
            DeleteNode(Id: id)
        }""")
        run("RenameNode(Id: '1', Name: 'n')")

        then:
        report.writes*.Operation == ['CreateNode', 'RenameNode', 'DeleteNode']
        report.reads == 1
        caller.calls*.name == ['GetProject', 'RenameNode']
    }

    def "many threads rehearse at once, each id is given once"() {
        given:
        evaluator.variables().session = session
        when:
        def report = run("""dryRun {
            def inside = context
            def pool = java.util.concurrent.Executors.newFixedThreadPool(8)
            def all = (1..400).collect { n -> pool.submit({ session.within(inside, {
                def id = CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: '$SPEC'.replace('ods_orders', 'n' + n)).Id
                GetNode(Id: id).Node.Name == "n\$n" ? id : 'wrong'
            } as java.util.function.Supplier) } as java.util.concurrent.Callable) }
            def ids = all*.get()
            pool.shutdown()
            ids
        }""")

        then:
        report.result.toSet().size() == 400
        report.writes.size() == 400
        report.simulatedReads == 400
        caller.calls.empty
    }

    @TempDir Path home

    def "the audit log holds what was sent, and nothing of what was rehearsed"() {
        given:
        def log = home.resolve('audit.jsonl')
        begin(parts().audit(new AuditLog(log, clock, { 'k' })))

        when:
        run("dryRun { RenameNode(Id: '1', Name: 'n') }")

        then:
        !Files.exists(log)

        when:
        run("RenameNode(Id: '1', Name: 'n')")

        then:
        Files.readAllLines(log).any { it.contains('RenameNode') }
    }

    def "arguments that could not be sent fail as they would"() {
        expect:
        refusal("dryRun { CreateNode(Scen: 'x') }").code() == 'dwx.BadArguments'
        refusal("use readOnly: true; dryRun { RenameNode(Id: '1', Name: 'n') }").code() == 'dwx.ReadOnly'
        caller.calls.empty
    }

    def "the context says so, and a session that rehearses stays so"() {
        when:
        session.beginDryRun()

        then:
        run('context').describe().dryRun
        run("inProject(5) { inRegion('cn-beijing') { confirm('x') { DeleteNode(Id: '1', ProjectId: 5) } } }") instanceof ApiResult
        caller.calls*.name == ['GetNode']
    }

    def "every write of both versions is rehearsed with an answer of the right shape, and none is sent"() {
        given:
        def generator = new ArgumentGenerator(5)
        def writes = catalog.list().collect { catalog.find(it.version(), it.name()).get() }
                .findAll { RiskRules.of(it, [:]) != Risk.READ && !it.streaming() }
        session.beginDryRun()

        when:
        def answers = writes.collect { operation ->
            try {
                session.call(operation.version(), operation.name(), generator.required(operation))
            } catch (dev.dwx.client.ApiException e) {
                e
            }
        }
        def faults = [writes, answers].transpose().collectMany { operation, answer ->
            answer instanceof ApiResult ? ShapeCheck.faults(operation, answer.answer().body(), false).collect { operation.label() + it }
                    : answer.stage() == dev.dwx.client.ApiException.Stage.NOT_SENT && answer.code() != 'dwx.Fault' ? []
                    : [operation.label() + ' ' + answer]
        }

        then:
        faults.take(5) == []
        answers.count { it instanceof ApiResult && it.simulated } > 280
        caller.calls.every { RiskRules.of(it.operation, [:]) == Risk.READ }
    }

    def "threads of a pool that was there before send nothing for the block either"() {
        given:
        def pool = java.util.concurrent.Executors.newSingleThreadExecutor()
        pool.submit({ } as Runnable).get()
        evaluator.variables().put('pool', pool)

        when:
        run('dryRun { pool.submit({ StartDIJob(DIJobId: 7) } as Runnable).get() }')

        then:
        caller.calls.isEmpty()

        when: 'the block is over'
        run('pool.submit({ StartDIJob(DIJobId: 8) } as Runnable).get()')

        then:
        caller.calls*.name == ['StartDIJob']

        cleanup:
        pool.shutdownNow()
    }

    def "a thread that was begun inside a block and outlives it is refused, and not told a made-up answer"() {
        given:
        def pool = java.util.concurrent.Executors.newSingleThreadExecutor()
        evaluator.variables().put('pool', pool)

        when:
        run('dryRun { pool.submit({ StartDIJob(DIJobId: 7) } as Runnable).get() }')
        run('pool.submit({ StartDIJob(DIJobId: 8) } as Runnable).get()')

        then:
        def failure = thrown(dev.dwx.dsl.ScriptFailure)
        failure.message.contains('dwx.DryRunOver')
        caller.calls.isEmpty()

        cleanup:
        pool.shutdownNow()
    }
}
