package dev.dwx.dsl.lifecycle

import dev.dwx.client.ApiException
import dev.dwx.dsl.Context
import dev.dwx.dsl.ScriptFailure
import dev.dwx.dsl.waiting.WaitFailed
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class RunningSpec extends Specification {
    @Shared @TempDir Path kept
    @Shared LifecycleSandbox dwx

    def setupSpec() {
        dwx = new LifecycleSandbox(kept)
    }

    def setup() {
        dwx.begin()
    }

    def cleanupSpec() {
        dwx.close()
    }

    private Throwable cause(String source) {
        try {
            dwx.run(source)
        } catch (ScriptFailure e) {
            return e.cause
        }
        throw new AssertionError('no failure')
    }

    def "one-off SQL is given all that the service wants, and its log comes back"() {
        when:
        def result = dwx.run("runSql 'select 1 as one', params: [region: 'eu']")

        then:
        result.status == 'Success'
        result.log.contains('select 1 as one')
        result.elapsed.toSeconds() > 0
        dwx.arrived().ExecuteAdhocWorkflowInstance == 1
        dwx.sandbox.log().entries().find { it.operation() == 'ExecuteAdhocWorkflowInstance' }.form().Tasks.contains('region=eu')
    }

    def "SQL that fails is an error with what its log says"() {
        when:
        def error = cause("runSql 'selec 1', datasource: 'orders_odps'")

        then:
        error instanceof WaitFailed
        error.message.contains('ended with Failure')
        error.message.contains('next: ')
    }

    def "where SQL shall run is asked for when the project leaves it open"() {
        expect:
        cause("runSql ''").message.contains('nothing to run')
        cause("runSql 'select 1', datasorce: 'x'").message.contains('Did you mean datasource?')
        cause("runSql 'select 1', type: 'NO_SQL', resourceGroup: 'none_such'") instanceof ApiException
    }

    def "a smoke test runs a task of production by its name"() {
        when:
        def result = dwx.run("smokeTest 'ods_orders', bizdate: yesterday")

        then:
        result.status == 'Success'
        result.Instances*.TaskName == ['ods_orders']
    }

    def "a backfill shows what is there, runs each date, and the same one once more after a cut skips what is done"() {
        when:
        def plan = dwx.run("backfill 'ods_users', from: yesterday - 2, to: yesterday, plan: true")

        then:
        plan.status == 'Plan'
        plan.Dates.size() == 3
        dwx.notes.any { it.contains('there already: 1 Success') }

        when: 'the program is ended while it waits for the instances'
        int before = dwx.arrived().CreateWorkflowInstances ?: 0
        dwx.before = { if (it == 'GetTaskInstance') { throw new Error('killed') } }
        dwx.run("backfill 'ods_users', dates: [yesterday - 9, yesterday - 7]")

        then:
        thrown(ScriptFailure)

        when:
        dwx.begin()
        def result = dwx.run("backfill 'ods_users', dates: [yesterday - 9, yesterday - 7]")

        then:
        result.status == 'Success'
        result.Dates*.Status == ['Success', 'Success']
        dwx.arrived().CreateWorkflowInstances == before + 1
    }

    def "a backfill that was cut #moment its runs were asked for makes them once"() {
        given:
        int before = dwx.arrived().CreateWorkflowInstances ?: 0
        def cut = { if (it == 'CreateWorkflowInstances') { throw new Error('killed') } }

        when:
        dwx.before = moment == 'before' ? cut : { }
        dwx.after = moment == 'after' ? cut : { }
        dwx.run("backfill 'ods_payments', dates: ['$date']")

        then:
        thrown(ScriptFailure)

        when:
        dwx.begin()
        def result = dwx.run("backfill 'ods_payments', dates: ['$date']")

        then:
        result.status == 'Success'
        result.Dates*.Instances == [1]
        dwx.arrived().CreateWorkflowInstances == before + 1

        where:
        moment   | date
        'before' | '20260301'
        'after'  | '20260302'
    }

    def "dates that follow each other are one range, and a call has at most seven"() {
        given:
        int before = dwx.arrived().CreateWorkflowInstances ?: 0

        when:
        def result = dwx.run("backfill 'ods_products', dates: (0..8).collect { bizdate('20260301') + it * 2 }")

        then:
        result.Dates.size() == 9
        result.status == 'Success'
        dwx.arrived().CreateWorkflowInstances == before + 2
    }

    def "why goes up to what holds an instance up"() {
        when:
        def why = dwx.run("why 'daily_done'")

        then:
        why.Blockers*.TaskName.contains('ads_gmv')
        why.Why.contains('ads_gmv')
        why.Why.contains('has failed at')
        why.Why.contains('ODPS-0130131')
        why.Tree.size() == 2
        dwx.run("why 'ads_user_retention'").Why.contains('waits for its time')
        dwx.run("why 'check_orders'").Why.contains('resource group')
        cause("why 'ads_gvm'").message.contains('did you mean ads_gmv?')
    }

    def "a log is shown whole, and followed to its end"() {
        given:
        def shown = new StringBuilder()

        when:
        String status = dwx.evaluator.session().lifecycle().logs({ shown << it }, 'dwd_orders')

        then:
        status == 'Failure'
        shown.toString().contains('ODPS-0130131')

        when:
        shown.setLength(0)
        dwx.run("begun = CreateWorkflowInstances(Type: 'SmokeTest', Name: 'x', DefaultRunProperties: [RootTaskIds: [ListTasks(Name: 'ods_users').items[0].Id]], Periods: [BizDates: [[StartBizDate: '2026-03-01', EndBizDate: '2026-03-01']]])")
        def made = dwx.run('waitFor begun').Result.WorkflowTaskInstanceIds[0]
        status = dwx.evaluator.session().lifecycle().logs({ shown << it }, [follow: true], made)

        then:
        status == 'Success'
        shown.toString() == dwx.run("GetTaskInstanceLog(Id: $made).TaskInstanceLog").toString()
    }

    def "what has failed runs again in one call"() {
        when:
        def none = dwx.run("rerunFailed(bizdate: yesterday, name: 'nothing_*')")

        then:
        none.status == 'Nothing'

        when:
        def result = dwx.run("rerunFailed(bizdate: yesterday, wait: true)")

        then:
        result.Instances*.TaskName.sort() == ['ads_gmv', 'dwd_orders']
        result.status == 'Success'
        dwx.arrived().RerunTaskInstances == 1
        dwx.notes.any { it.contains('2 failed instances') }
    }

    def "in a rehearsal nothing is begun and nothing is waited for"() {
        given:
        int before = dwx.sandbox.log().entries().count { it.operation() in ['ExecuteAdhocWorkflowInstance', 'CreateWorkflowInstances', 'RerunTaskInstances'] }

        when:
        def report = dwx.run("dryRun { runSql 'select 1'; smokeTest 'ods_orders'; backfill 'ods_users', dates: [yesterday]; rerunFailed() }")

        then:
        report != null
        dwx.sandbox.log().entries().count { it.operation() in ['ExecuteAdhocWorkflowInstance', 'CreateWorkflowInstances', 'RerunTaskInstances'] } == before
    }

    def "a read-only session begins nothing: #source"() {
        given:
        dwx.begin(Context.of('cn-shanghai').withProject(10001L, 'orders_dw').withReadOnly(true))

        expect:
        cause(source).code() == 'dwx.ReadOnly'

        where:
        source << ["runSql 'select 1'", "smokeTest 'ods_orders'", "backfill 'ods_users', dates: ['20260301']"]
    }
}
