package dev.dwx.sandbox.world

import dev.dwx.sandbox.ServiceFault
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Where a sandbox could be kinder than the service, and is not. */
class StrictnessSpec extends Specification {
    @Shared @AutoCleanup
    Caller caller = new Caller()

    String refused(Closure call) {
        try {
            def answer = call()
            if (answer.Success == false) {
                return answer.ErrorCode + ' ' + answer.ErrorMessage
            }
        } catch (ServiceFault e) {
            return e.code() + ' ' + e.message
        }
        throw new AssertionError('it was accepted')
    }

    def "an id of the studio does not survive a floating-point number"() {
        given:
        def ids = caller.v2024('ListNodes', ProjectId: 10001, PageSize: 100).PagingInfo.Nodes*.Id

        expect:
        ids.size() > 5
        ids.every { it.size() == 19 && (it as long).doubleValue().longValue() != it as long }
        ids.every { new BigDecimal(Double.toString(it as double)).toPlainString() != it }
    }

    def "a spec that the service refuses is refused: #why"() {
        expect:
        refused { caller.v2024('CreateNode', [ProjectId: 10001, Scene: scene, Spec: LifeCycleSpec.node('strict', change)]) }.contains(words)

        where:
        why                    | scene               | change                                                           || words
        'scene'                | 'SOMEWHERE'         | [:]                                                              || 'Scene is one of'
        'blank command'        | 'DATAWORKS_PROJECT' | [script: [path: 'a/strict', runtime: [command: ' ']]]            || 'script.runtime.command is empty'
        'no path'              | 'DATAWORKS_PROJECT' | [script: [runtime: [command: 'ODPS_SQL']]]                       || 'script.path must end'
        'path of another name' | 'DATAWORKS_PROJECT' | [script: [path: 'a/other', runtime: [command: 'ODPS_SQL']]]      || 'script.path must end'
        'rerun mode of tasks'  | 'DATAWORKS_PROJECT' | [rerunMode: 'AllAllowed']                                        || 'rerunMode'
        'second 99'            | 'DATAWORKS_PROJECT' | [trigger: [type: 'Scheduler', cron: '99 30 06 * * ?']]           || 'Invalid cron expression'
        'hour 24'              | 'DATAWORKS_PROJECT' | [trigger: [type: 'Scheduler', cron: '00 30 24 * * ?']]           || 'Invalid cron expression'
        'eight fields'         | 'DATAWORKS_PROJECT' | [trigger: [type: 'Scheduler', cron: '0 0 0 * * ? * *']]          || 'Invalid cron expression'
    }

    def "an ordinary cron expression is taken: #cron"() {
        when:
        Specs.cron([trigger: [cron: cron]])

        then:
        noExceptionThrown()

        where:
        cron << ['00 30 06 * * ?', '0 0/5 * * * ?', '0 */5 0-23/1 * * ?', '00 00 00,12 ? * MON-FRI', '0 0 2 L * ?', '0 0 2 1 1 ? 2026']
    }

    def "a launch's periods are held to their form: #periods"() {
        expect:
        refused { caller.v2024('CreateWorkflowInstances', [ProjectId: 10001, Type: 'SmokeTest', WorkflowId: 1, Name: 'x',
                DefaultRunProperties: [RootTaskIds: [700000000001]], Periods: periods]) }.contains(words)

        where:
        periods                                                                          || words
        [BizDates: [DAY] * 8]                                                            || 'at most 7'
        [BizDates: [DAY], StartTime: '00:00:00']                                         || 'go together'
        [BizDates: [DAY], StartTime: '0:00', EndTime: '01:00:00']                        || 'like 00:00:00'
        [BizDates: [[StartBizDate: '2026-03-14', EndBizDate: '2026-03-10']]]             || 'ends before it starts'
        [BizDates: [[StartBizDate: '2026-03-14 00:00:00', EndBizDate: '2026-03-14']]]    || 'like 2026-03-14'
        [BizDates: [[StartBizDate: '20260314', EndBizDate: '20260314']]]                 || 'like 2026-03-14'
    }

    static final Map DAY = [StartBizDate: '2026-03-14', EndBizDate: '2026-03-14']

    def "a business date of the older version is held to its form: #name #change"() {
        expect:
        refused { caller.call('2020-05-18', name, arguments + change) }.contains('Invalid.Wkbench.Parameter')

        where:
        name                | arguments                                                                                                                       | change
        'RunSmokeTest'      | [ProjectEnv: 'PROD', NodeId: 700000000001, Name: 'x', NodeParams: '{}']                                                          | [Bizdate: '2026-03-14']
        'RunSmokeTest'      | [ProjectEnv: 'PROD', NodeId: 700000000001, Name: 'x', NodeParams: '{}']                                                          | [Bizdate: '20260314']
        'RunCycleDagNodes'  | [ProjectEnv: 'PROD', Name: 'x', RootNodeId: 700000000001, IncludeNodeIds: '700000000001', Parallelism: false, EndBizDate: '2026-03-14 00:00:00'] | [StartBizDate: '2026-03-14 12:00:00']
        'RunCycleDagNodes'  | [ProjectEnv: 'PROD', Name: 'x', RootNodeId: 700000000001, IncludeNodeIds: '700000000001', Parallelism: false, EndBizDate: '2026-03-10 00:00:00'] | [StartBizDate: '2026-03-14 00:00:00']
        'RunManualDagNodes' | [ProjectEnv: 'PROD', ProjectName: 'orders_dw', FlowName: 'f']                                                                    | [BizDate: '2026-03-15 00:00:00']
        'RunManualDagNodes' | [ProjectEnv: 'PROD', ProjectName: 'orders_dw', FlowName: 'f']                                                                    | [BizDate: '2026-03-14']
    }
}
