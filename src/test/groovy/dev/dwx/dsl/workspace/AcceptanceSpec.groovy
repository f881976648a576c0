package dev.dwx.dsl.workspace

import dev.dwx.client.ApiException
import dev.dwx.dsl.Context
import dev.dwx.dsl.ScriptFailure
import dev.dwx.dsl.lifecycle.LifecycleSandbox
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** What is promised of workflows as a whole: what is deployed is what was said, and saying it again changes nothing. */
class AcceptanceSpec extends Specification {
    static final Map<String, String> SAID = [
        words: '''flow('NAME') { cron daily: '02:00'
            datasource 'orders_odps'; datasource 'orders_holo', type: 'holo'
            sql('NAME_a') { script 'select ${day}'; params day: '$[yyyymmdd-1]' }
            holo('NAME_b') { script 'select 1'; after 'NAME_a' }
            shell('NAME_c') { script 'echo $1'; params '$[yyyymmdd]'; after 'NAME_a' }
            python('NAME_d') { script 'print(1)'; after 'NAME_c' }
            pyodps('NAME_e') { script 'print(1)'; after 'NAME_c' }
            virtual('NAME_f') { after 'NAME_d', 'NAME_e' } }''',
        control: '''flow('NAME') { cron weekly: 'MON', at: '03:00'; datasource 'orders_odps'
            assign('NAME_rows') { language 'odps'; script 'select count(*) from dwd_orders' }
            branch('NAME_size') { inputs n: 'NAME_rows.outputs'
                when '${n} > 1000', to: 'NAME_big', describe: 'big'; when '${n} <= 1000', to: 'NAME_small', describe: 'small' }
            sql('NAME_big') { script 'select 2' }; sql('NAME_small') { script 'select 3' }
            join('NAME_both') { when 'NAME_size_1', of: 'NAME_big', status: ['SUCCESS']; when 'NAME_size_2', of: 'NAME_small' } }''',
        loops: '''flow('NAME') { cron hourly: 15; datasource 'orders_odps'
            assign('NAME_list') { language 'odps'; script 'select 1' }
            doWhile('NAME_again', most: 5) { after 'NAME_list'; shell('NAME_try') { script 'echo ${dag.loopTimes}' }
                end { language 'python'; script 'print ${dag.loopTimes} < 3' } }
            forEach('NAME_each') { over 'NAME_list.outputs'; shell('NAME_one') { script 'echo 1' } }
            combined('NAME_all') { sql('NAME_x') { script 'select 1' }; sql('NAME_y') { script 'select 2'; after 'NAME_x' }; after 'NAME_again' } }''',
        others: '''flow('NAME') { cron every: '30m', from: '08:00', to: '20:00'; datasource 'orders_odps'; description 'Übung 中文 \uD83D\uDE00'
            params region: 'eu', day: '$[yyyymmdd-1]'
            sql('NAME_a') { script "select '中文\uD83D\uDE00' where dt='\\${bizdate}'"; params bizdate: '$bizdate'; timeout '2h'
                rerun times: 3, every: '2m'; table 'dwd_orders' }
            di('NAME_di') { reader 'odps', datasource: 'orders_odps', table: 'dwd_orders', columns: ['id'], partition: "dt='\\${bizdate}'"
                writer 'holo', datasource: 'orders_holo', table: 'public.orders', columns: ['id'], writeMode: 'insert'
                params bizdate: '$bizdate'; after 'NAME_a' }
            subflow('NAME_s') { runs 'daily_orders'; after 'NAME_a' }
            paramHub('NAME_p') { params region: 'eu'; after 'NAME_a' }
            sql('NAME_b') { script 'select 1'; after 'NAME_a', 'orders_dw.ods_users'; priority 5; recurrence 'Pause' }
            node('NAME_odd') { type 'ODPS_SQL'; set 'script.runtime.cu', '0.25'; script 'select 1'; after 'NAME_b' } }''',
        manual: '''manualFlow('NAME') { datasource 'orders_odps'
            sql('NAME_a') { script 'select 1' }; shell('NAME_b') { script 'echo 1'; after 'NAME_a' } }''',
        trigger: '''triggerFlow('NAME') { datasource 'orders_odps'
            sql('NAME_a') { script 'select 1' }; shell('NAME_b') { script 'echo 1'; after 'NAME_a' } }''',
        lone: '''node('NAME') { type 'ODPS_SQL'; script 'select ${bizdate}'; params bizdate: '$bizdate'; cron daily: '03:00'
            datasource 'orders_odps' }''']
    static final String LIFE = '''
        wf = flow('r_visits') {
            cron daily: '02:00'
            sql('r_dwd') { script 'select 1 as visits' }
            sql('r_ads') { script 'select ${bizdate}'; params bizdate: '$bizdate'; after 'r_dwd' }
        }
        done = deploy wf
        smoke = smokeTest wf, bizdate: yesterday
        logs 'r_ads', bizdate: yesterday
        confirm('only a trial') { undeploy wf, delete: true }
        [done.Status, smoke.Status]'''

    @Shared @TempDir Path kept
    @Shared LifecycleSandbox dwx

    def setupSpec() {
        dwx = new LifecycleSandbox(kept)
    }

    final StringWriter shown = new StringWriter()

    def setup() {
        begin(Context.of('cn-shanghai').withProject(10001L, 'orders_dw'))
    }

    private void begin(Context context) {
        dwx.begin(context)
        dwx.evaluator.variables().out = new PrintWriter(shown)
    }

    def cleanupSpec() {
        dwx.close()
    }

    private static String reading(String name, String kind) {
        kind == 'lone' ? "GetNode(Id: ListNodes.all(Name: '$name').find { it.Name == '$name' }.Id)"
                : "GetWorkflowDefinition(Id: ListWorkflowDefinitions.all(Name: '$name'${kind == 'manual' ? ", Type: 'ManualWorkflow'" : ''})" +
                ".find { it.Name == '$name' }.Id, IncludeScriptContent: true)"
    }

    def "#kind: deployed, it is what was said; deployed again, read back as a script and deployed from that, it stays so"() {
        given:
        String name = "acc_$kind"
        dwx.run("wf = ${SAID[kind].replace('NAME', name)}; null")

        expect:
        dwx.run('wf.lint().errors').empty
        dwx.run('deploy wf').Status == 'Success'
        !dwx.run('plan wf')

        when: 'it is deployed once more'
        dwx.run('deploy wf')

        then:
        !dwx.run('plan wf')

        when: 'what the service has is told as a script, and that is run'
        def told = dwx.run("toDsl(${reading(name, kind)})")
        dwx.run("back = $told; null")

        then:
        !dwx.run('plan back')

        when:
        dwx.run('deploy back')
        dwx.run("clean = ${dwx.run("toDsl(${reading(name, kind)}, clean: true)")}; null")

        then:
        !dwx.run('plan wf')
        !dwx.run('plan clean')
        dwx.run("ListNodes.all(Name: '$name').count { it.Name.startsWith('$name') }") == (kind == 'lone' ? 1 : dwx.run('wf.document().nodes().size()'))

        where:
        kind << SAID.keySet()
    }

    def "a project as files says the same as the project; what is edited in them, and nothing else, is brought over"() {
        given:
        Path folder = kept.resolve('files')

        when:
        dwx.run("export('orders_dw', '$folder')")

        then:
        !dwx.run("plan '$folder'")

        when:
        def file = null
        folder.toFile().traverse(nameFilter: ~/.*dwd_orders.*sql/) { file = it }
        file.setText(file.getText('UTF-8') + '\n-- 中文', 'UTF-8')
        def plan = dwx.run("p = plan '$folder'")

        then:
        plan.rows.findAll { it.Action == 'update' }*.Name == ['daily_orders', 'dwd_orders']
        plan.toString().contains('+-- 中文')

        when:
        dwx.run('apply p')

        then:
        !dwx.run("plan '$folder'")
    }

    def "the whole life of a workflow is twelve lines, and nothing of it is left"() {
        expect:
        LIFE.readLines().findAll { it.trim() }.size() <= 12
        dwx.evaluator.runFile(LIFE, 'life.dwx', []) == ['Success', 'Success']
        shown.toString().contains('OK')
        dwx.run("ListWorkflowDefinitions.all(Name: 'r_visits').count()") == 0
    }

    def "the same lines are rehearsed to their end, and nothing but reads is sent"() {
        given:
        def before = dwx.arrived()

        when:
        def result = dwx.evaluator.runFile("r = dryRun {\n$LIFE\n}; r.result", 'life.dwx', [])

        then:
        result == ['Simulated', 'Simulated']
        (dwx.arrived() - before).keySet().every { it ==~ /(Get|List).*/ }
        dwx.notes.any { it.contains('not sent: CreateWorkflowInstances') }
        dwx.notes.any { it.contains('not sent: DeleteWorkflowDefinition') }
    }

    def "read-only, the first write is refused"() {
        given:
        begin(Context.of('cn-shanghai').withProject(10001L, 'orders_dw').withReadOnly(true))
        def before = dwx.arrived().ImportWorkflowDefinition

        when:
        dwx.evaluator.runFile(LIFE, 'life.dwx', [])

        then:
        def failure = thrown(ScriptFailure)
        (failure.cause as ApiException).code() == 'dwx.ReadOnly'
        dwx.arrived().ImportWorkflowDefinition == before
    }

    def "in a block 'it' is that of the loop around it, as deep as blocks go"() {
        expect:
        dwx.evaluator.runFile("flow('x') { 3.times { sql(\"n\$it\") { script \"select \$it\"; after it ? \"n\${it - 1}\" : 'orders_dw_root' } } }",
                'x.dwx', []).spec.workflows[0].with { [it.nodes*.script*.content, it.dependencies*.depends*.output] } ==
                [['select 0', 'select 1', 'select 2'], [['orders_dw_root'], ['orders_dw.n0'], ['orders_dw.n1']]]
        dwx.run("flow('x') { ['a'].each { doWhile(it) { shell(\"\${it}_try\") { script \"echo \$it\" }; end { language 'python'; script \"print '\$it'\" } } } }")
                .toString() == 'CycleWorkflow x'
        dwx.run("flow('x') { ['a'].each { sql(it) { script \"\${[3, 4].collect { it * 2 }} \$it\" } } }").spec.workflows[0].nodes[0].script.content == '[6, 8] a'

        when: 'there is no loop'
        dwx.run("flow('x') { sql('a') { script \"select \$it\" } }")

        then:
        def failure = thrown(ScriptFailure)
        failure.message.contains("'it' in sql('a') is no variable")
    }

    def "a file's own @Field is seen in its blocks and closures"() {
        expect:
        dwx.evaluator.runFile("@groovy.transform.Field String day = '1'\ndef f(x) { flow(x) { sql('a') { script \"select \${day}\" } } }\n" +
                "[f('x').spec.workflows[0].nodes[0].script.content, [0].collect { day }]", 'x.dwx', []) == ['select 1', ['1']]
    }

    def "an emoji is one character wherever it stands in a long source"() {
        expect:
        [2047, 2048, 4094, 4095, 4096, 8190, 8191, 8192, 16383].every { at ->
            String head = 'x = ' + "'" + 'a' * (at - 5)
            dwx.evaluator.runFile(head + '\uD83D\uDE00\uD83D\uDE00' + "b'; x", 'x.dwx', []) == head.substring(5) + '\uD83D\uDE00\uD83D\uDE00b'
        }
    }

    def "what mends itself is mended: a cron of five fields #cron"() {
        when:
        def mended = dwx.run("flow('x') { sql('a') { script 'select 1' }; set 'trigger.cron', '$cron' }.lint().fix()")

        then:
        mended.spec.workflows[0].trigger.cron == right
        mended.lint().errors.empty == (right != cron)

        where:
        cron           || right
        '30 02 * * *'  || '00 30 02 * * ?'
        '00 30 02 * *' || '00 30 02 * * ?'
        '61 99 02 * *' || '61 99 02 * *'
    }
}
