package dev.dwx.dsl.graph

import dev.dwx.dsl.LanguageSpec
import dev.dwx.render.Look
import dev.dwx.render.OutputForm
import dev.dwx.render.Renderer
import groovy.json.JsonOutput
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.TempDir

class GraphWordsSpec extends LanguageSpec {
    static final String FLOW = '''flow('w') { cron daily: '02:00'
        sql('ods') { script 'select 1' }
        sql('dwd') { script 'select 2'; after 'ods' }
        sql('dim') { script 'select 3'; after 'ods' }
        sql('ads') { script 'select 4'; after 'dwd', 'dim' } }'''

    @TempDir Path directory

    static Map instance(String name, String status, long begun, long ended, String workflow = 'w') {
        [TaskName: name, Status: status, StartedTime: begun, FinishedTime: ended, WorkflowName: workflow]
    }

    void instances(Map... rows) {
        caller.on('ListTaskInstances', JsonOutput.toJson([PagingInfo: [TotalCount: rows.size(), PageNumber: 1, PageSize: 100, TaskInstances: rows]]))
    }

    def "a flow draws itself, as wide as the window"() {
        when:
        def graph = run("${FLOW}.graph()")
        def text = new Renderer(OutputForm.TABLE, new Look(60, false, true)).render(graph)

        then:
        ['ods', 'dwd', 'dim', 'ads'].every { text.count("│ $it ") == 1 }
        text.readLines().every { it.length() <= 60 }
        text.contains('the workflow waits for orders_dw_root')

        and: 'JSON is for programs'
        new Renderer(OutputForm.JSON, Look.PLAIN).render(graph).contains('"edges"')
        new Renderer(OutputForm.TABLE, new Look(60, false, false)).render(graph).contains('+-----+')
        run("${FLOW}.graph(ascii: true).toString()").contains('+-----+')
    }

    def "the runs of a day give colour, durations and the critical path"() {
        given:
        instances(instance('ods', 'Success', 0 + 1, 60_001), instance('dwd', 'Failure', 1, 125_001), instance('dim', 'Success', 1, 5_001),
                instance('ads', 'NotRun', 0, 0), instance('ads', 'Success', 1, 9_000_000, 'another'))

        when:
        def graph = run("${FLOW}.graph(bizdate: '20260314')")
        def text = new Renderer(OutputForm.TABLE, new Look(80, true, true)).render(graph)

        then:
        caller.last.arguments.Bizdate == 1773417600000L
        graph.criticalPath == ['ods', 'dwd']
        graph.total.toSeconds() == 185
        text.contains('Failure 2m 05s') && text.contains('Success 1m 00s') && text.contains('NotRun')
        text.contains('critical path 3m 05s: ') && text.contains('ods → dwd')
        text.contains('\u001b[31m') && text.contains('\u001b[32m') && text.contains('┏')
        graph.value().nodes.find { it.name == 'dwd' }.seconds == 125
    }

    def "an hourly node tells how many runs there were, and the worst of them"() {
        given:
        instances(instance('ods', 'Success', 1, 1001), instance('ods', 'Failure', 1, 5001), instance('ods', 'Success', 1, 2001))

        expect:
        run("${FLOW}.graph(bizdate: yesterday).toString()").contains('Failure x3 5s')
    }

    def "a name of the service's cannot move the cursor"() {
        expect:
        !run("graph('{\"version\":\"1.1.0\",\"kind\":\"Node\",\"spec\":{\"nodes\":[{\"name\":\"a\\\\u001b[2Jb\"}]}}').toString()").contains('\u001b')
    }

    def "a workflow is read by its id or its name"() {
        given:
        def spec = JsonOutput.toJson([version: '1.1.0', kind: 'CycleWorkflow', spec: [workflows: [[name: 'w', nodes: [[name: 'inside']]]]]])
        caller.on('GetWorkflowDefinition', JsonOutput.toJson([WorkflowDefinition: [Id: '77', Spec: spec]]))
        caller.on('ListWorkflowDefinitions', JsonOutput.toJson([PagingInfo: [TotalCount: 1, WorkflowDefinitions: [[Id: '77', Name: 'w']]]]))

        expect:
        run('graph(77).toString()').contains('inside')
        run("graph('77').toString()").contains('inside')
        run("graph('w').toString()").contains('inside')
        caller.last.arguments.Id == '77'
        failure("graph('v')").message.contains("no workflow 'v' in this project, but w")
    }

    def "a workflow with its nodes beside it is found by their folder, and the rows of a listing are enough"() {
        given:
        def spec = JsonOutput.toJson([version: '1.1.0', kind: 'CycleWorkflow', spec: [workflows: [[name: 'w']]]])
        caller.on('GetWorkflowDefinition', JsonOutput.toJson([WorkflowDefinition: [Id: '77', Spec: spec]]))
        caller.on('ListNodes', JsonOutput.toJson([PagingInfo: [TotalCount: 3, Nodes: [
                [Id: '1', Name: 'a', Script: [Path: 'Business_flow/w/a'], Inputs: [NodeOutputs: [[Data: 'root']]], Outputs: [NodeOutputs: [[Data: 'o.a']]]],
                [Id: '2', Name: 'b', Script: [Path: 'Business_flow/w/b'], Inputs: [NodeOutputs: [[Data: 'o.a']]], Outputs: [NodeOutputs: []]],
                [Id: '3', Name: 'c', Script: [Path: 'Business_flow/v/c'], Inputs: [NodeOutputs: []], Outputs: [NodeOutputs: []]]]]]))

        expect:
        run('graph(77).value().edges') == [[from: 'root', to: 'a'], [from: 'a', to: 'b']]
        run('graph(ListNodes()).value().nodes*.name') == ['root', 'a', 'b', 'c']
        failure('graph([1])').message.contains('rows of ListNodes')
    }

    def "other programs get it, too"() {
        given:
        def file = directory.resolve('deep/g.svg')

        expect:
        run("${FLOW}.dot()").startsWith('digraph "w" {')
        run("${FLOW}.mermaid()").startsWith('flowchart TD')
        run("${FLOW}.svg('$file')") == file.toString()
        Files.readString(file).contains('<svg')
    }

    def "a document in a file is read"() {
        given:
        def json = Files.writeString(directory.resolve('f.json'), '{"version":"1.1.0","kind":"Node","spec":{"nodes":[{"name":"in_file"}]}}')

        expect:
        run("graph(file('$json')).toString()").contains('in_file')
        run("preview(file('$json'), bizdate: '20260315')*.node") == ['in_file']
        failure("graph(file('${directory.resolve('g.json')}'))").message.contains('g.json')
    }

    def "a part, and what is wrong"() {
        expect:
        run("${FLOW}.graph(from: 'dwd').value().nodes*.name") == ['dwd', 'ads']
        run("${FLOW}.graph(to: 'dwd').value().nodes*.name") == ['ods', 'dwd']
        run("${FLOW}.graph(around: 'ads', depth: 1).value().nodes*.name.sort()") == ['ads', 'dim', 'dwd']
        failure("${FLOW}.graph(from: 'x')").message.contains("no node 'x' in w, but ods, dwd")
        failure("${FLOW}.graph(from: 'ods', to: 'dwd')").message.contains('one of around')
        failure("${FLOW}.graph(colour: true)").message.contains('no option colour')
        failure("graph([:])").message.contains('found no FlowSpec')
    }

    def "a flow previews itself in the project's zone"() {
        expect:
        run("flow('w') { sql('a') { script 'x \${d}'; params d: '\$bizdate' } }.preview(bizdate: '20260301').scripts") == [a: 'x 20260301']
        run("flow('w') { sql('a') { script 'x \${d}'; params d: '\$bizdate' } }.preview()['a'].bizdate") == '2026-03-15'
        run("preview(flow('w') { sql('a') { script 'x \${d}' } }).open") == [a: ['${d}']]
        run("preview(flow('w') { cron hourly: 15; sql('a') { script 'x' } }).runs.size()") == 24
        run("preview(flow('w') { sql('a') { script 'x' } }, at: '2026-05-01 07:30')['a'].scheduled") == '2026-05-01T07:30+08:00'
        failure("preview(flow('w') { sql('a') { } }, node: 'b')").message.contains("no node 'b'")
    }
}
