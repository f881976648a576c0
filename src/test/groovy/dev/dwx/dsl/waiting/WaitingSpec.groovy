package dev.dwx.dsl.waiting

import dev.dwx.client.ApiException
import dev.dwx.dsl.Context
import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.Progress
import dev.dwx.dsl.progress.SeenProgress
import dev.dwx.dsl.Session
import dev.dwx.dsl.SessionParts
import java.time.Duration

class WaitingSpec extends LanguageSpec {
    FakeTimer timer = new FakeTimer()
    SeenProgress progress
    int looks

    SessionParts parts() {
        timer = timer ?: new FakeTimer()
        super.parts().timer(timer).progress(progress = progress ?: new SeenProgress(nanos: { timer.now }))
    }

    def setup() {
        begin(parts())
    }

    /** The answers in turn, the last one for ever; a throwable is thrown. */
    private void answers(String operation, List answers) {
        looks = 0
        caller.on(operation) {
            def answer = answers[Math.min(looks++, answers.size() - 1)]
            if (answer instanceof Throwable) { throw answer }
            answer
        }
    }

    private static String instance(String status, String more = '') { """{"RequestId":"r","TaskInstance":{"Id":5,"Status":"$status"$more}}""" }

    private long seconds() { timer.now.intdiv(1_000_000_000L) }

    private static ApiException lost(String code, ApiException.Stage stage = ApiException.Stage.UNKNOWN_OUTCOME) {
        ApiException.of(stage, 'GetTaskInstance', '2024-05-18').code(code).build()
    }

    def "a task instance is waited for until its end, and the result is its answer with the time it took"() {
        given:
        answers('GetTaskInstance', [instance('WaitResource'), instance('CheckingCondition'), instance('Running'), instance('Checking'),
                                    instance('Success', ',"StartedTime":1773417600000,"FinishedTime":1773417675500')])

        when:
        def r = run('waitForTaskInstance(5)') as WaitResult

        then:
        r.status == 'Success'
        r.TaskInstance.Id == 5
        r.value.TaskInstance.Status == 'Success'
        r.elapsed == Duration.ofNanos(timer.now)
        r.ran == Duration.ofMillis(75500)
        r.looks == 5
        r.footer() == 'Success · waited 1 m 21 s · ran 1 m 15 s'
        notes.isEmpty()
        caller.calls*.arguments.unique() == [[Id: 5L]]
    }

    def "the pause between two looks widens by half, up to six times the first"() {
        given:
        answers('GetTaskInstance', (1..9).collect { instance('Running') } + instance('Success'))
        def at = []
        caller.on('GetTaskInstance') { at << timer.now.intdiv(1_000_000); at.size() < 9 ? instance('Running') : instance('Success') }

        when:
        run("waitForTaskInstance(5, every: '2s')")

        then:
        (1..<at.size()).collect { at[it] - at[it - 1] } == [2000, 3000, 4500, 6750, 10125, 12000, 12000, 12000]
    }

    def "what the session knows of the day's calls widens it further"() {
        given:
        def at = []
        def desk = new WaitDesk(timer, Progress.NONE, { }, { Duration pause -> pause.multipliedBy(3) }, { n, what -> })
        def terms = new WaitTerms('it', null, Duration.ofSeconds(2), Duration.ofMinutes(5), true)

        when:
        new Wait(desk, terms).until({ at << seconds(); at.size() }, { it == 3 })

        then:
        at == [0, 6, 15]
    }

    def "an end that is no success is an error with the failure's words: #kind #status"() {
        given:
        answers(operation, [answer])

        when:
        def error = failure(source).cause

        then:
        error instanceof WaitFailed
        error.status == status
        error.message.contains(words)
        failure(source).message == error.message
        error.last != null
        run(source.replace(')', ', failOnBad: false)')).status == status

        where:
        kind       | status         | operation            | source                            | answer                                                                                                              | words
        'instance' | 'Failure'      | 'GetTaskInstance'    | 'waitForTaskInstance(5)'          | instance('Failure', ',"ErrorMessage":"Table not found"')                                                             | 'Table not found'
        'run'      | 'Termination'  | 'GetPipelineRun'     | "waitForPipelineRun('u-1')"       | '{"Pipeline":{"Id":"u-1","Status":"Termination","Stages":[{"Code":"PROD","Status":"Success"}]}}'                     | "GetPipelineRun(Id: 'u-1') shows it"
        'run'      | 'Cancel'       | 'GetPipelineRun'     | "waitForPipelineRun('u-1')"       | '{"Pipeline":{"Id":"u-1","Status":"Cancel"}}'                                                                        | 'ended with Cancel'
        'run'      | 'Fail'         | 'GetPipelineRun'     | "waitForPipelineRun('u-1')"       | '{"Pipeline":{"Id":"u-1","Status":"Fail","Stages":[{"Code":"DEV_CHECK","Status":"Fail","Message":"output twice"}]}}' | 'DEV_CHECK: output twice'
        'job'      | 'Fail'         | 'GetJobStatus'       | "waitForJob('j')"                 | '{"JobStatus":{"JobId":"j","Status":"Fail","Completed":"True","Error":"InvalidSpec"}}'                               | 'InvalidSpec'
        'job'      | 'Cancel'       | 'GetJobStatus'       | "waitForJob('j')"                 | '{"JobStatus":{"JobId":"j","Status":"Cancel","Completed":"True"}}'                                                   | 'job j ended with Cancel'
        'package'  | '2 (failed)'   | 'GetDeploymentPackage' | 'waitForDeployment(7)'          | '{"Success":true,"Data":{"Deployment":{"Status":2,"ErrorMessage":"no rights"}}}'                                     | 'no rights'
        'package'  | 'check failed (7)' | 'GetDeploymentPackage' | 'waitForDeployment(7)'      | '{"Success":true,"Data":{"Deployment":{"Status":1,"CheckingStatus":7}}}'                                             | 'SkipAllDeployFileExtensions'
        'DI job'   | 'Failed'       | 'GetDIJob'           | 'waitForDIJob(9)'                 | '{"PagingInfo":{"DIJobId":9,"JobStatus":"Failed"}}'                                                                  | 'DI job 9 ended with Failed'
    }

    def "#operation is followed to its good end: #status"() {
        given:
        answers(operation, list)

        expect:
        run(source).status == status
        looks == list.size()

        where:
        operation              | source                                                       | list                                                                                                                                           | status
        'GetJobStatus'         | "waitForJob('j')"                                            | ['{"JobStatus":{"Status":"Running","Completed":"False"}}', '{"JobStatus":{"Status":"Success","Completed":"True"}}']                             | 'Success'
        'GetDeploymentPackage' | 'waitForDeployment(7)'                                       | ['{"Data":{"Deployment":{"Status":0}}}', '{"Data":{"Deployment":{"Status":1,"CheckingStatus":8}}}', '{"Data":{"Deployment":{"Status":1}}}']      | '1 (done)'
        'GetDeployment'        | "use version: '2020-05-18'; waitForDeployment(7)"            | ['{"Data":{"Deployment":{"Status":0}}}', '{"Data":{"Deployment":{"Status":1}}}']                                                                | '1 (done)'
        'GetDIJob'             | "waitForDIJob(9, 'Running')"                                 | ['{"PagingInfo":{"JobStatus":"Starting"}}', '{"PagingInfo":{"JobStatus":"Running"}}']                                                           | 'Running'
        'GetDIJob'             | "waitForDIJob(9, 'Stopped')"                                 | ['{"PagingInfo":{"JobStatus":"Stopping"}}', '{"PagingInfo":{"JobStatus":"Stop"}}']                                                              | 'Stop'
        'GetWorkflowInstance'  | 'waitForWorkflowInstance(3)'                                 | ['{"WorkflowInstance":{"Status":"NotRun"}}', '{"WorkflowInstance":{"Status":"Success"}}']                                                       | 'Success'
        'GetInstance'          | "waitFor { GetInstance(InstanceId: 3, ProjectEnv: 'PROD') }" | ['{"Data":{"Status":"WAIT_TIME"}}', '{"Data":{"Status":"CHECKING_CONDITION"}}', '{"Data":{"Status":"SUCCESS"}}']                                | 'SUCCESS'
    }

    def "what a call has begun is waited for by its answer: #begun"() {
        given:
        caller.on(begun, answer)
        answers(read, [good])

        expect:
        run("waitFor $source").status == status
        caller.last.arguments[parameter].toString() == id

        where:
        begun                      | answer                                         | read                   | good                                                    | status     | parameter      | id    | source
        'ImportWorkflowDefinition' | '{"AsyncJob":{"Id":"j-9","Status":"Running"}}' | 'GetJobStatus'         | '{"JobStatus":{"Status":"Success","Completed":"True"}}' | 'Success'  | 'JobId'        | 'j-9' | "lint(off: ['version', 'kind', 'body']) { ImportWorkflowDefinition(Spec: '{}') }"
        'CreatePipelineRun'        | '{"Id":"u-9"}'                                 | 'GetPipelineRun'       | '{"Pipeline":{"Status":"Success"}}'                     | 'Success'  | 'Id'           | 'u-9' | "CreatePipelineRun(Type: 'Online', ObjectIds: ['1'])"
        'SubmitFile'               | '{"Success":true,"Data":77}'                   | 'GetDeploymentPackage' | '{"Data":{"Deployment":{"Status":1}}}'                  | '1 (done)' | 'DeploymentId' | '77'  | 'SubmitFile(FileId: 3)'
    }

    def "an unknown status is told once and never taken for an end"() {
        given:
        answers('GetTaskInstance', [instance('Dreaming'), instance('Dreaming'), instance('Success')])

        expect:
        run('waitForTaskInstance(5)').looks == 3
        notes.findAll { it.contains('Dreaming') } == ['The status Dreaming of task instance 5 is not known here; still waiting until it is one that is.']
    }

    def "a look that fails for a reason that passes ends nothing; one that does not, ends the wait"() {
        given:
        answers('GetTaskInstance', [lost('dwx.ConnectionLost'), lost('Throttling.User', ApiException.Stage.REFUSED), lost('9990040003', ApiException.Stage.REFUSED),
                                    instance('Success')])

        expect:
        run('waitForTaskInstance(5)').looks == 4
        notes.size() == 3

        when:
        answers('GetTaskInstance', [lost(code, ApiException.Stage.REFUSED)])

        then:
        refusal('waitForTaskInstance(5)').code() == code

        where:
        code << ['Throttling.Api.Risk', 'Invalid.Tenant.ProjectNotExists', 'dwx.DayUsedUp']
    }

    def "a deadline says the last status and how to go on"() {
        given:
        answers('GetTaskInstance', [instance('WaitResource')])

        when:
        def error = failure("waitForTaskInstance(5, timeout: '1m')").cause as WaitTimedOut

        then:
        seconds() == 60
        error.status == 'WaitResource'
        error.message.contains('task instance 5 has not ended within 1 m. Its status is WaitResource.')
        error.message.contains("GetTaskInstance(Id: 5) looks again")
        error.message.contains("timeout: '2m'")
    }

    def "a pipeline run that waits for a stage to be executed says which call does that"() {
        given:
        answers('GetPipelineRun', ['{"Pipeline":{"Id":"u-1","Status":"Running","Stages":[{"Code":"BUILD_PACKAGE","Status":"Success"},{"Code":"DEV_CHECK","Status":"Init"}]}}',
                                   '{"Pipeline":{"Id":"u-1","Status":"Success"}}'])

        expect:
        run("waitForPipelineRun('u-1')").status == 'Success'
        notes == ["pipeline run u-1: stage DEV_CHECK has to be executed: ExecPipelineRunStage(Id: 'u-1', Code: 'DEV_CHECK')"]
    }

    def "a condition of one's own decides, or the truth of a block"() {
        given:
        answers('GetProject', (1..3).collect { """{"Project":{"Id":1,"Status":"$it"}}""" })

        expect:
        run("waitFor({ GetProject(Id: 1) }) { it.Project.Status == '3' }").Project.Status == '3'
        looks == 3
        run("n = 0; waitFor { ++n > 4 }; n") == 5
        run("waitFor(every: '1s', timeout: '1h', what: 'five') { n += 1; n == 9 ? 'nine' : null }").value == 'nine'
        failure("waitFor(timeout: '3s', every: '1s', what: 'the moon', { 1 }) { false }").message.contains('the moon has not ended within 3 s')
    }

    def "an answer without a status wants a condition, and nonsense is explained: #source"() {
        given:
        answers('GetProject', ['{"Project":{"Id":1}}'])

        expect:
        failure(source).message.contains(words)

        where:
        source                                          | words
        'waitFor { GetProject(Id: 1) }'                 | 'has no status to go by'
        'waitFor GetProject(Id: 1)'                     | 'names nothing to wait for'
        'waitFor()'                                     | 'does not know what to wait for'
        'waitFor 5'                                     | 'does not know what to wait for'
        'waitFor(timeout: 5) { true }'                  | "Write '5s' for seconds"
        "waitFor(timeout: '5 parsecs') { true }"        | "is no length of time"
        "waitFor(timeot: '5s') { true }"                | 'Did you mean timeout?'
        'waitForTaskInstance()'                         | 'its id'
        'waitForTaskInstance(null)'                     | 'must not be null'
    }

    def "the screen says what is waited for, how it stands, how long, and how to leave"() {
        given:
        answers('GetTaskInstance', [instance('Running'), instance('Success')])
        def shown = []
        timer.during = { shown << progress.now() }

        when:
        run('waitForTaskInstance(5)')

        then:
        shown[0] == 'task instance 5: Running · 1 s of 10 m · Ctrl-C leaves it running'
        shown.size() == 10
        progress.underWay.empty
        progress.farewells == ['No longer waiting. Task instance 5 is left alone and goes on; to look again: GetTaskInstance(Id: 5)']
    }

    def "Ctrl-C leaves the thing alone and says how to look again"() {
        given:
        answers('GetTaskInstance', [instance('Running')])
        timer.during = { if (seconds() == 3) { throw new InterruptedException() } }

        when:
        def error = failure('waitForTaskInstance(5)')

        then:
        error.cause instanceof WaitLeft
        notes == ['No longer waiting. Task instance 5 is left alone and goes on; to look again: GetTaskInstance(Id: 5)']
        caller.calls*.name.unique() == ['GetTaskInstance']
        !Thread.currentThread().interrupted
    }

    def "lengths of time are read with their unit: #text"() {
        expect:
        Lapse.of(text, 'timeout') == Duration.parse(iso)

        where:
        text                  | iso
        '30s'                 | 'PT30S'
        '1h30m'               | 'PT1H30M'
        '500ms'               | 'PT0.5S'
        '2 h 5 min'           | 'PT2H5M'
        '1d'                  | 'PT24H'
        Duration.ofSeconds(7) | 'PT7S'
    }

    def "every status word of the service has a meaning"() {
        expect:
        StatusWords.of(word) == StatusWords.Meaning."$meaning"

        where:
        [meaning, word] << [GOOD    : ['Success', 'SUCCESS', 'Created', 'Finished', 'IMPORT_SUCCESS'],
                            BAD     : ['Failure', 'Fail', 'Termination', 'Cancel', 'CreateFailure', 'FAILURE', 'Failed', 'Stopped', 'EXPORT_ERROR'],
                            GOING_ON: ['NotRun', 'WaitTime', 'WaitResource', 'CheckingCondition', 'Running', 'Checking', 'Init', 'Creating', 'NOT_RUN',
                                       'WAIT_TIME', 'WAIT_RESOURCE', 'CHECKING', 'CHECKING_CONDITION', 'RUNNING', 'Initialized', 'Stopping'],
                            UNKNOWN : ['Dreaming', '']].collectMany { key, words -> words.collect { [key, it] } }
    }

    def "a look changes nothing, since it is repeated: #source"() {
        when:
        def e = refusal(source)

        then:
        e.code() == 'dwx.WriteInWait'
        e.stage() == ApiException.Stage.NOT_SENT
        e.next().contains('waitFor begun')
        caller.calls.every { it.name.startsWith('Get') }

        where:
        source << [
                "waitFor { CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: '{}') }",
                "waitFor { CreateFolder(ProjectId: 1, FolderPath: 'a') && false }",
                "waitFor({ GetProject(Id: 1); StartDIJob(DIJobId: 7) }) { it.Success }",
                "waitFor { call('BrandNewThing', Id: 1) }",
                "use readOnly: false; waitFor { DeleteNode(Id: '1') }",
        ]
    }

    def "after a wait, writes go on as before"() {
        when:
        run("waitFor { GetProject(Id: 1); true }; StartDIJob(DIJobId: 7)")

        then:
        caller.calls*.name == ['GetProject', 'StartDIJob']
    }

    def "in a session that is read-only, the refusal says that"() {
        expect:
        refusal("use readOnly: true; waitFor { StartDIJob(DIJobId: 7) }").code() == 'dwx.ReadOnly'
    }
}
