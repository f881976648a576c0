package dev.dwx.sandbox.world

import spock.lang.AutoCleanup
import spock.lang.Specification

import java.time.LocalDate
import java.time.LocalDateTime

import static java.time.Duration.ofDays
import static java.time.Duration.ofMinutes
import static java.time.Duration.ofSeconds

/** When instances run, what they know of their time, and how they wait for each other. */
class RunTimesSpec extends Specification {
    static final long YESTERDAY = LifeCycleSpec.YESTERDAY
    static final long DAY = 86400000L

    @AutoCleanup
    Caller caller = new Caller()

    def "a cron expression fires: #cron on #day"() {
        expect:
        CronTimes.of(cron, LocalDate.parse(day))*.toString() == times

        where: '2026-03-16 is a Monday'
        cron                        | day          || times
        '00 30 06 * * ?'            | '2026-03-16' || ['06:30']
        '00 05 00-23/8 * * ?'       | '2026-03-16' || ['00:05', '08:05', '16:05']
        '00 */30 8-9 * * ?'         | '2026-03-16' || ['08:00', '08:30', '09:00', '09:30']
        '00 00 02 ? * MON'          | '2026-03-16' || ['02:00']
        '00 00 02 ? * 1'            | '2026-03-16' || ['02:00']
        '00 00 02 ? * 2,5'          | '2026-03-16' || []
        '00 00 02 ? * 2,5'          | '2026-03-17' || ['02:00']
        '00 00 02 ? * MON-FRI'      | '2026-03-21' || []
        '00 00 02 ? * 1#3'          | '2026-03-16' || ['02:00']
        '00 00 02 ? * 1#2'          | '2026-03-16' || []
        '00 00 02 ? * 2L'           | '2026-03-31' || ['02:00']
        '00 00 02 1 * ?'            | '2026-03-16' || []
        '00 00 02 16 * ?'           | '2026-03-16' || ['02:00']
        '00 00 02 L * ?'            | '2026-02-28' || ['02:00']
        '00 00 02 16 1-12/3 ?'      | '2026-03-16' || []
        '00 00 02 16 1-12/2 ?'      | '2026-03-16' || ['02:00']
        'nonsense'                  | '2026-03-16' || ['00:30']
    }

    def "a parameter #expression is #value"() {
        given: 'the run of 2025-11-01 02:30:45'
        def parameters = new RunParameters(LocalDateTime.of(2025, 10, 31, 0, 0), LocalDateTime.of(2025, 11, 1, 2, 30, 45), [taskid: '7'])

        expect:
        parameters.value(expression) == value

        where:
        expression                    || value
        '$bizdate'                    || '20251031'
        '$cyctime'                    || '20251101023045'
        '$gmtdate'                    || '20251101'
        '$bizmonth'                   || '202510'
        '$taskid'                     || '7'
        '${yyyymmdd}'                 || '20251031'
        '${yyyymmdd-1}'               || '20251030'
        '${yyyymmdd-7*2}'             || '20251017'
        '${yyyymm-1}'                 || '202509'
        '${yyyy-1}'                   || '2024'
        '$[yyyymmdd]'                 || '20251101'
        '$[yyyymmdd-1]'               || '20251031'
        '$[hh24miss-1/24]'            || '013045'
        '$[yyyymmddhh24mi-30/24/60]'  || '202511010200'
        '$[add_months(yyyymmdd,-1)]'  || '20251001'
        '$[add_months(yyyymmdd,-12*1)]' || '20241101'
        '$[yyyy-mm-dd]'               || '2025-11-01'
        '$[yyyy-mm-dd-1]'             || '2025-10-31'
        'plain'                       || 'plain'
        '$unknown'                    || '$unknown'
        '$[nonsense'                  || '$[nonsense'
        '${what-x}'                   || '${what-x}'
    }

    /** The task of a new node that is published. */
    long published(String name, Map more = [:], List depends = []) {
        def id = caller.v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: LifeCycleSpec.node(name, more, depends)).Id
        caller.v2024('CreatePipelineRun', ProjectId: 10001, Type: 'Online', ObjectIds: [id], RunMode: 'Auto')
        caller.later(ofSeconds(30))
        caller.v2024('GetNode', ProjectId: 10001, Id: id).Node.TaskId as long
    }

    List<Map> instances(String name, int day = 1) {
        caller.v2024('ListTaskInstances', ProjectId: 10001, Bizdate: YESTERDAY + day * DAY, TaskName: name, PageSize: 100).PagingInfo.TaskInstances.findAll { it.TaskName == name }.sort { it.Id }
    }

    static Map failing(Map more = [:]) { [script: [path: 'flow/x', content: 'select * from nowhere', runtime: [command: 'ODPS_SQL']]] + more }

    static Map at(String cron) { [trigger: [type: 'Scheduler', cron: cron]] }

    Map node(String name, Map more) { more.script ? more + [script: more.script + [path: "flow/$name".toString()]] : more }

    def "an instance waits for the one before it and for its time; then it runs and those behind it follow"() {
        given:
        published('first', at('00 00 03 * * ?'))
        published('second', at('00 00 02 * * ?'), ['orders_dw.first'])
        def statuses = { ['first', 'second'].collect { name -> instances(name)[0]?.Status } }

        when: 'it is one, on the next day'
        caller.later(ofMinutes(14 * 60 + 40))

        then:
        statuses() == ['WaitTime', 'NotRun']

        when: 'three, and a few seconds'
        caller.now = java.time.Instant.parse('2026-03-15T19:00:05Z')

        then:
        statuses() == ['Running', 'NotRun']

        when:
        caller.later(ofSeconds(29))

        then:
        statuses() == ['Success', 'Running']

        when:
        caller.later(ofSeconds(60))

        then:
        statuses() == ['Success', 'Success']
        instances('second')[0].StartedTime > instances('first')[0].FinishedTime
        caller.v2024('ListUpstreamTaskInstances', Id: instances('second')[0].Id).PagingInfo.UpstreamTaskInstances*.TaskInstance*.TaskName == ['first']
    }

    def "a failing instance is tried again as its task says, then holds up those behind it until it is set right"() {
        given:
        published('broken', node('broken', failing(at('00 00 01 * * ?') + [rerunMode: 'Allowed', rerunTimes: 2L, rerunInterval: 600000L])))
        published('behind', at('00 00 01 * * ?'), ['orders_dw.broken'])

        when: 'five past one'
        caller.now = java.time.Instant.parse('2026-03-15T17:05:00Z')

        then:
        instances('broken')[0].with { [Status, RunNumber] } == ['WaitTime', 2]

        when:
        caller.later(ofMinutes(40))
        def broken = instances('broken')[0]

        then:
        [broken.Status, broken.RunNumber] == ['Failure', 3]
        instances('behind')[0].Status == 'NotRun'
        (1..3).every { caller.v2024('GetTaskInstanceLog', Id: broken.Id, RunNumber: it).TaskInstanceLog.contains('FAILED: ODPS-0130131') }

        when:
        caller.v2024('SetSuccessTaskInstances', Ids: [broken.Id])
        caller.later(ofMinutes(2))

        then:
        instances('behind')[0].Status == 'Success'
    }

    def "an hourly node has an instance for every hour, a weekly one runs dry on other days, a paused one fails and a skipped one does not run"() {
        given:
        published('hourly_one', at('00 10 00-23/6 * * ?'))
        published('weekly_one', node('weekly_one', failing(at('00 00 01 ? * TUE'))))
        published('paused_one', at('00 00 01 * * ?') + [recurrence: 'Pause'])
        published('skipped_one', node('skipped_one', failing(at('00 00 01 * * ?') + [recurrence: 'Skip'])))

        when: 'the whole Monday'
        caller.later(ofDays(1) + ofMinutes(13 * 60))

        then:
        instances('hourly_one')*.Status == ['Success'] * 4
        instances('hourly_one')*.PeriodNumber == [1, 2, 3, 4]
        instances('weekly_one').with { [it*.Status, it*.TriggerRecurrence] } == [['Success'], ['Skip']]
        instances('paused_one')*.Status == ['Failure']
        instances('skipped_one')*.Status == ['Success']
        !instances('skipped_one')[0].StartedTime

        when: 'Tuesday'
        caller.later(ofDays(1))

        then:
        instances('weekly_one', 2)*.Status == ['Failure']
    }

    def "a backfill stops behind the day that fails"() {
        given:
        def task = published('fails', node('fails', failing([rerunMode: 'Denied'])))

        when:
        def operation = caller.v2024('CreateWorkflowInstances', ProjectId: 10001, Name: 'b', Type: 'SupplementData', WorkflowId: 1, DefaultRunProperties: [RootTaskIds: [task]],
                Periods: [BizDates: [[StartBizDate: '2026-03-10', EndBizDate: '2026-03-12']]]).OperationId
        caller.later(ofMinutes(5))
        def result = caller.v2024('GetCreateWorkflowInstancesResult', OperationId: operation).Result

        then:
        result.WorkflowTaskInstanceIds.collect { caller.v2024('GetTaskInstance', Id: it).TaskInstance.Status } == ['Failure', 'NotRun', 'NotRun']
        result.WorkflowInstanceIds.collect { caller.v2024('GetWorkflowInstance', Id: it).WorkflowInstance.Status } == ['Failure', 'NotRun', 'NotRun']
    }

    def "a run that is stopped stays stopped, and one that is suspended goes on when it is resumed"() {
        given:
        def task = published('held')
        def launch = {
            def operation = caller.v2024('CreateWorkflowInstances', ProjectId: 10001, Name: 'b', Type: 'SmokeTest', WorkflowId: 1, DefaultRunProperties: [RootTaskIds: [task]],
                    Periods: [BizDates: [[StartBizDate: '2026-03-10', EndBizDate: '2026-03-10']]]).OperationId
            caller.later(ofSeconds(4))
            caller.v2024('GetCreateWorkflowInstancesResult', OperationId: operation).Result.WorkflowTaskInstanceIds[0]
        }
        def status = { caller.v2024('GetTaskInstance', Id: it).TaskInstance.Status }
        def stopped = launch()
        caller.v2024('StopTaskInstances', Ids: [stopped])
        def suspended = launch()
        caller.v2024('SuspendTaskInstances', Ids: [suspended])

        when:
        caller.later(ofMinutes(1))

        then:
        status(stopped) == 'Failure'
        status(suspended) == 'WaitResource'

        when:
        caller.v2024('ResumeTaskInstances', Ids: [suspended])
        caller.later(ofMinutes(1))

        then:
        status(suspended) == 'Success'
        status(stopped) == 'Failure'
    }
}
