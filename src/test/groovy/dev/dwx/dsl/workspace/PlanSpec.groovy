package dev.dwx.dsl.workspace

import dev.dwx.client.ApiException
import dev.dwx.dsl.lifecycle.LifecycleSandbox
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class PlanSpec extends Specification {
    static final String FLOW = '''
        node = { name, up, code -> [name: name, id: name, script: [path: "spec_daily/$name".toString(), content: code, runtime: [command: 'ODPS_SQL']],
                 trigger: [type: 'Scheduler', cron: '00 00 02 * * ?'],
                 outputs: [nodeOutputs: [[data: "orders_dw.$name".toString()]]]] }
        make = { codes -> [version: '1.1.0', kind: 'CycleWorkflow', spec: [workflows: [[
            name: 'spec_daily', id: 'spec_daily', script: [path: 'spec_daily', runtime: [command: 'WORKFLOW']],
            trigger: [type: 'Scheduler', cron: '00 00 02 * * ?'],
            outputs: [nodeOutputs: [[data: 'orders_dw.spec_daily']]],
            nodes: codes.collect { name, code -> node(name, null, code) },
            dependencies: codes.keySet().toList().withIndex().collect { name, i -> [nodeId: name, depends: [[type: 'Normal',
                output: i == 0 ? 'orders_dw_root' : "orders_dw.${codes.keySet()[i - 1]}".toString()]]] }]]]] }
        wf = make(spec_one: 'select 1', spec_two: 'select 2')
        null
    '''

    @TempDir Path kept
    LifecycleSandbox dwx

    def setup() {
        dwx = new LifecycleSandbox(kept)
        dwx.run(FLOW)
    }

    def cleanup() {
        dwx.close()
    }

    private int writes(String name) {
        dwx.arrived()[name] ?: 0
    }

    def 'what is not there is created by one import, and then there is nothing to do'() {
        when:
        def plan = dwx.run('p = plan wf')

        then:
        plan.counts == [create: 3, update: 0, delete: 0, unchanged: 0]
        plan.toString().startsWith('+ workflow spec_daily\n    + spec_one (ODPS_SQL)')
        writes('ImportWorkflowDefinition') == 0

        when:
        def done = dwx.run('apply p')
        def again = dwx.run('plan wf')

        then:
        done*.Call == ['ImportWorkflowDefinition']
        again.empty
        again.toString().endsWith('Nothing to do: 3 unchanged.')
        !dwx.run('plan wf')
    }

    def 'what the builder makes is held as it was said, kinds of dependencies and inner nodes included'() {
        given:
        dwx.run('''wf = flow('spec_built') {
            cron daily: '02:00'
            params region: 'eu'
            sql('spec_a') { script 'select 1'; params day: '$[yyyymmdd-1]' }
            sql('spec_b') { script 'select 2'; after 'spec_a'; rerun times: 3, every: '2m'; timeout '2h' }
            shell('spec_c') { script 'echo 1'; after 'spec_b' }
        }; null''')

        when:
        dwx.run('apply plan(wf)')

        then:
        dwx.run('plan wf').toString().endsWith('Nothing to do: 4 unchanged.')

        when:
        dwx.run('deploy wf')

        then:
        dwx.run('plan wf').toString().endsWith('Nothing to do: 4 unchanged.')
    }

    def 'after a deployment there is nothing to do'() {
        when:
        dwx.run('deploy wf')

        then:
        dwx.run('plan wf').toString().endsWith('Nothing to do: 3 unchanged.')
    }

    def 'the code of one node goes by one incremental update'() {
        given:
        dwx.run('apply plan(wf)')

        when:
        def plan = dwx.run("wf = make(spec_one: 'select 1', spec_two: 'select 2\\nfrom t'); p = plan wf")

        then:
        plan.rows*.Action == ['update', 'unchanged', 'update']
        plan.toString().contains('+from t')

        when:
        def done = dwx.run('apply p')

        then:
        done*.Call == ['UpdateNode']
        writes('ImportWorkflowDefinition') == 1
        dwx.run('plan wf').empty
    }

    def 'a new node comes in by an import that duplicates nothing'() {
        given:
        dwx.run('apply plan(wf)')
        dwx.run("wf = make(spec_one: 'select 1', spec_three: 'select 3', spec_two: 'select 2')")

        when:
        def plan = dwx.run('p = plan wf')

        then:
        plan.rows.collect { it.Action + ' ' + it.Name } == ['update spec_daily', 'unchanged spec_one', 'create spec_three', 'update spec_two']
        plan.rows[3].What.contains('waits for')

        when:
        dwx.run('apply p')

        then:
        dwx.run("ListNodes.all(Name: 'spec_').count()") == 3
        dwx.run("ListWorkflowDefinitions.all(Name: 'spec_daily').count()") == 1
        dwx.run('plan wf').empty
    }

    def 'a node that only the service has stays unless its deletion is asked for'() {
        given:
        dwx.run('apply plan(wf)')
        dwx.run("wf = make(spec_one: 'select 1')")

        expect:
        dwx.run('plan wf').empty
        dwx.run('plan wf').toString().contains('= spec_two is not in the document and stays')

        when:
        def plan = dwx.run('p = plan(wf, delete: true)')

        then:
        plan.counts == [create: 0, update: 1, delete: 1, unchanged: 1]

        when:
        def done = dwx.run('apply p')

        then:
        done*.Call == ['DeleteNode']
        dwx.run("ListNodes.all(Name: 'spec_')*.Name") == ['spec_one']
        dwx.run('plan(wf, delete: true)').empty
    }

    def 'a plan that is no longer true is not applied'() {
        given:
        dwx.run('apply plan(wf)')
        dwx.run("p = plan(make(spec_one: 'select 11', spec_two: 'select 2'))")
        dwx.run("apply plan(make(spec_one: 'select 1', spec_two: 'select 22'))")
        int sent = writes('UpdateNode')

        when:
        dwx.run('apply p')

        then:
        def e = thrown(Exception)
        e.toString().contains('dwx.PlanStale') || e.cause instanceof ApiException && e.cause.code() == 'dwx.PlanStale'
        e.message.contains('spec_two script.content')
        writes('UpdateNode') == sent
    }

    def 'what was made in between stops a plan to make it'() {
        given:
        dwx.run('p = plan wf')
        dwx.run('apply plan(wf)')

        when:
        dwx.run('apply p')

        then:
        def e = thrown(Exception)
        e.message.contains('was made')
        writes('ImportWorkflowDefinition') == 1
    }

    def 'a lone node is created and updated by itself'() {
        given:
        dwx.run("n = [version: '1.1.0', kind: 'Node', spec: [nodes: [node('spec_lone', null, 'select 1')], flow: [[nodeId: 'spec_lone', " +
                "depends: [[type: 'Normal', output: 'orders_dw_root']]]]]]")

        when:
        def made = dwx.run('apply plan(n)')

        then:
        made*.Call == ['CreateNode']
        dwx.run('plan n').empty

        when:
        dwx.run("n.spec.nodes[0].description = 'one'; n.spec.flow[0].depends[0].output = 'orders_dw.ods_orders'")
        def plan = dwx.run('p = plan n')
        def done = dwx.run('apply p')

        then:
        plan.rows*.What == ['description, waits for orders_dw_root, waits for orders_dw.ods_orders']
        done*.Call == ['UpdateNode']
        dwx.run('plan n').toString() =~ 'Nothing to do'
    }

    def 'a project on the old DataStudio is told that plan is not for it'() {
        when:
        dwx.run(source)

        then:
        def e = thrown(Exception)
        e.message.contains('only the new Data Studio')

        where:
        source << ["use version: '2020-05-18'; plan wf", "use project: 'risk_dw'; plan wf"]
    }

    def 'what is no document is told'() {
        when:
        dwx.run(source)

        then:
        def e = thrown(Exception)
        e.message.contains(words)

        where:
        source                  | words
        "plan 'nowhere.json'"   | "there is no such file"
        'plan 5'                | 'A document is a flow'
        'plan(wf, remove: true)'| 'plan has no option remove'
        'plan(wf, wf)'          | 'two documents of workflow spec_daily'
        'apply wf'              | 'apply takes a plan'
        "diff wf, '{'"          | 'is no FlowSpec'
    }
}
