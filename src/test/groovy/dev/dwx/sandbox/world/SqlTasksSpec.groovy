package dev.dwx.sandbox.world

import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Path
import java.time.Duration

import static java.time.Duration.ofDays
import static java.time.Duration.ofSeconds

/** SQL in tasks: one-off, tried, for past days, by the schedule; in both environments, and after the world was closed. */
class SqlTasksSpec extends Specification {
    static final long YESTERDAY = LifeCycleSpec.YESTERDAY

    @AutoCleanup
    Caller caller = new Caller()
    @TempDir
    Path directory
    int codes = 0

    String group(Caller who = caller) { who.v2024('ListResourceGroups', ProjectId: 10001).PagingInfo.ResourceGroupList.find { it.Name == 'orders_serverless' }.Id }

    Map task(String sql, Map more = [:]) {
        [Name: 'q', Type: 'ODPS_SQL', Owner: '1', ClientUniqueCode: "c${++codes}".toString(), RuntimeResource: [ResourceGroupId: group()], Script: [Content: sql]] + more
    }

    List<Map> adhoc(List<Map> tasks, Map more = [:], Caller who = caller) {
        def run = who.v2024('ExecuteAdhocWorkflowInstance', [ProjectId: 10001, Name: 'adhoc', Owner: '1', BizDate: YESTERDAY, EnvType: 'Prod', Tasks: tasks] + more).WorkflowInstanceId
        who.later(ofSeconds(30))
        who.v2024('ListTaskInstances', ProjectId: 10001, Bizdate: YESTERDAY, WorkflowInstanceId: run, PageSize: 100, ProjectEnv: more.EnvType ?: 'Prod').PagingInfo.TaskInstances.sort { it.Id }
    }

    String log(Object instance, Caller who = caller) { who.v2024('GetTaskInstanceLog', Id: instance.Id).TaskInstanceLog }

    String sql(String text, Map more = [:]) { log(adhoc([task(text)], more)[0]) }

    def "a one-off query leaves its rows in the log, and its parameters are those of the business date"() {
        when:
        def instance = adhoc([task("select id, dt from dwd_orders where dt = '\${day}' and id < 3 order by id", [Script: [
                Content: "select id, dt from dwd_orders where dt = '\${day}' and id < 3 order by id", Parameters: 'day=$[yyyymmdd-1]']])], [BizDate: YESTERDAY])[0]

        then:
        instance.Status == 'Success'
        log(instance).contains('''\
+----+----------+
| id | dt       |
+----+----------+
| 1  | 20260314 |
| 2  | 20260314 |
+----+----------+
OK
''')
        log(instance).contains("where dt = '20260314' and id < 3")
    }

    def "the seeded tables are the data map's: #table"() {
        given:
        def columns = caller.v2024('ListColumns', TableId: "maxcompute-table:::orders_dw::$table", PageSize: 100).PagingInfo.Columns*.Name

        expect:
        sql("desc $table").readLines().findAll { it.startsWith('| ') }*.split(/\|/)*.getAt(1)*.trim().drop(1) == columns
        sql("show partitions $table").count('| dt=') == 7

        where:
        table << ['ods_orders', 'dws_user_1d']
    }

    def "a failing statement fails the task with its code and place, and the tasks behind it do not run"() {
        when:
        def rows = adhoc([task('select 1;\nselect * from nowhere', [Outputs: [TaskOutputs: [[Output: 'a']]]]), task('select 2', [Dependencies: [[UpstreamOutput: 'a']]]), task('select 3')])

        then:
        rows*.Status == ['Failure', 'NotRun', 'Success']
        log(rows[0]).contains('OK\nFAILED: ODPS-0130131:[2,15] Table not found - table orders_dw.nowhere cannot be resolved\n')
        caller.v2024('GetWorkflowInstance', Id: rows[0].WorkflowInstanceId).WorkflowInstance.Status == 'Failure'
    }

    def "what one task writes the next one reads, and the data map knows the table"() {
        when:
        def rows = adhoc([task('select count(*) as n from made', [Dependencies: [[UpstreamOutput: 'made']]]),
                          task("create table made (id bigint comment 'key') partitioned by (ds string); insert into made partition (ds='1') values (1), (2)", [Outputs: [TaskOutputs: [[Output: 'made']]]])])

        then:
        rows*.Status == ['Success', 'Success']
        rows[0].StartedTime >= rows[1].FinishedTime
        log(rows[0]).contains('| 2 |')
        caller.v2024('GetTable', Id: 'maxcompute-table:::orders_dw::made').Table.PartitionKeys == ['ds']

        when:
        sql('drop table made')

        then:
        caller.v2024('ListTables', ParentMetaEntityId: 'maxcompute-project:::orders_dw', Name: 'made').PagingInfo.TotalCount == 0
    }

    def "the development project has tables of its own"() {
        when:
        sql('create table only_dev (id bigint)', [EnvType: 'Dev'])

        then:
        sql('select * from only_dev', [EnvType: 'Dev']).contains('OK')
        sql('select * from only_dev').contains('table orders_dw.only_dev cannot be resolved')
    }

    def "a failed instance of the seeded schedule succeeds when it runs again, with the latest script where that is asked for"() {
        given:
        def failed = caller.v2024('ListTaskInstances', ProjectId: 10001, Bizdate: YESTERDAY, TaskName: 'dwd_orders').PagingInfo.TaskInstances[0]

        when:
        caller.v2024('RerunTaskInstances', Ids: [failed.Id])
        caller.later(ofSeconds(20))

        then:
        caller.v2024('GetTaskInstance', Id: failed.Id).TaskInstance.with { [Status, RunNumber] } == ['Success', 3]
        log(failed).contains('Summary: 8 rows written to orders_dw.dwd_orders [dt=20260314]')

        and: 'the run before has its own log'
        caller.v2024('GetTaskInstanceLog', Id: failed.Id, RunNumber: 2).TaskInstanceLog.contains('Table not found')
    }

    def "a smoke test and a backfill run the script for their business dates"() {
        given:
        def id = caller.v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: LifeCycleSpec.node('counted', [script: [path: 'flow/counted', runtime: [command: 'ODPS_SQL'],
                content: "select count(*) as n, '\${day}' as day from ods_orders where dt = '\${day}'", parameters: [[name: 'day', type: 'System', scope: 'NodeParameter', value: '$bizdate']]]])).Id
        caller.v2024('CreatePipelineRun', ProjectId: 10001, Type: 'Online', ObjectIds: [id], RunMode: 'Auto')
        caller.later(ofSeconds(30))
        def task = caller.v2024('GetNode', ProjectId: 10001, Id: id).Node.TaskId
        def launch = { String type, String from, String to ->
            def operation = caller.v2024('CreateWorkflowInstances', ProjectId: 10001, Name: 'x', Type: type, WorkflowId: 1, DefaultRunProperties: [RootTaskIds: [task as long], Parallelism: 2],
                    Periods: [BizDates: [[StartBizDate: from, EndBizDate: to]]]).OperationId
            caller.later(ofSeconds(60))
            caller.v2024('GetCreateWorkflowInstancesResult', OperationId: operation).Result.WorkflowTaskInstanceIds.collect { caller.v2024('GetTaskInstance', Id: it).TaskInstance }
        }

        when:
        def smoke = launch('SmokeTest', '2026-03-13', '2026-03-13')
        def filled = launch('SupplementData', '2026-03-10', '2026-03-13')

        then:
        smoke*.Status == ['Success']
        log(smoke[0]).contains('| 8 | 20260313 |')
        filled*.Status.unique() == ['Success']
        filled.collect { log(it).find(/\| 8 \| \d{8} \|/) } == ['20260310', '20260311', '20260312', '20260313'].collect { "| 8 | $it |".toString() }

        and: 'the third day waited for the first'
        filled[2].StartedTime >= filled[0].FinishedTime
        filled[1].StartedTime < filled[0].FinishedTime

        when: 'the next day comes by the schedule'
        caller.later(ofDays(1))
        def scheduled = caller.v2024('ListTaskInstances', ProjectId: 10001, Bizdate: YESTERDAY + 86400000L, TaskName: 'counted').PagingInfo.TaskInstances

        then:
        scheduled*.Status == ['Success']
        log(scheduled[0]).contains('| 8 | 20260315 |')
    }

    def "what scripts have done is there again when the world is opened again"() {
        given:
        def first = new Caller(directory: directory)
        adhoc([task("create table kept (id bigint, at datetime); insert into kept values (1, getdate())", [ClientUniqueCode: 'k1'])], [:], first)
        def before = log(adhoc([task('select * from kept', [ClientUniqueCode: 'k2'])], [:], first)[0], first).readLines().findAll { it.startsWith('|') }
        def now = first.now
        first.close()

        when:
        def second = new Caller(directory: directory)
        second.now = now
        def after = log(adhoc([task('select * from kept', [ClientUniqueCode: 'k3'])], [:], second)[0], second).readLines().findAll { it.startsWith('|') }

        then:
        before.size() == 2
        after == before

        cleanup:
        first.close()
        second?.close()
    }

    def "a Hologres task has a database of its own"() {
        given:
        def holo = { String text -> log(adhoc([task(text, [Type: 'HOLOGRES_SQL'])])[0]) }

        expect:
        holo("create table if not exists public.gmv (day text, v numeric(10,2)); insert into public.gmv values ('20260314', 1.5)").contains('Summary: 1 row written to public.gmv')
        holo('select v from gmv').contains('| 1.50 |')
        holo('select * from ods_orders').contains('FAILED: ODPS-0130131')
    }

    def "any text as SQL ends in a log and a final status: #text"() {
        when:
        def instance = adhoc([task(text)])[0]

        then:
        instance.Status in ['Success', 'Failure']
        log(instance).readLines().last().startsWith('20')

        where:
        text << ['', ';;;', '\u0000', '-- nothing', 'select ' + 'x' * 5000, '\'', '中文', 'select 1; garbage', '${']
    }
}
