package dev.dwx.flowspec.model

import spock.lang.Specification

class FlowDocumentSpec extends Specification {

    static FlowDocument doc(Map body, String kind = 'CycleWorkflow', String version = '1.1.0') {
        FlowDocument.of(version: version, kind: kind, spec: body)
    }

    static Map node(String name, Map more = [:]) {
        [id: name, name: name, script: [path: "shop/$name", runtime: [command: 'ODPS_SQL'], content: 'SELECT 1;'],
         outputs: [nodeOutputs: [[data: "shop.$name".toString()]]]] + more
    }

    private static List<String> said(List<SpecEdge> edges) {
        edges.collect { "${it.source().map { n -> n.name().get() }.orElse('elsewhere')} -${it.what().orElse('')}-> ${it.to()} ${it.type()}".toString() }
    }

    def 'edges of flow, dependencies and inputs are one set'() {
        when:
        def edges = doc(nodes: [node('a'), node('b', [inputs: [nodeOutputs: [[data: 'shop.a'], [data: 'shop_root']]]]), node('c')],
                flow: [[nodeId: 'b', depends: [[output: 'shop.a'], [type: 'CrossCycleDependsOnSelf']]]],
                dependencies: [[nodeId: 'c', depends: [[type: 'Normal', nodeId: 'b'], [type: 'Normal', output: 'shop.b']]]]).edges()

        then:
        said(edges) == ['a -shop.a-> b Normal', 'elsewhere --> b CrossCycleDependsOnSelf', 'b -b-> c Normal', 'elsewhere -shop_root-> b Normal']
        edges*.path() == ['spec.flow[0].depends[0]', 'spec.flow[0].depends[1]', 'spec.dependencies[0].depends[0]',
                          'spec.nodes[1].inputs.nodeOutputs[1]']
    }

    def 'the edges of a workflow are apart from what the workflow itself waits for'() {
        given:
        def flow = doc(workflows: [[id: 'w1', name: 'daily', nodes: [node('a'), node('b')],
                                    dependencies: [[nodeId: 'b', depends: [[type: 'Normal', output: 'shop.a']]]]]],
                flow: [[nodeId: 'w1', depends: [[type: 'Normal', output: 'shop_root']]]])

        expect:
        said(flow.edges()) == ['a -shop.a-> b Normal']
        said(flow.upstream()) == ['elsewhere -shop_root-> w1 Normal']
    }

    def 'nodes inside others are found under every spelling, with their edges'() {
        given:
        def inside = [nodes: [node('start'), node('body')], flow: [[nodeId: 'body', depends: [[type: 'Normal', nodeId: 'start']]]]]
        def flow = doc(nodes: [node('outer', [(key): inside + extra])])

        expect:
        flow.nodes()*.name()*.get() == ['outer']
        flow.allNodes()*.name()*.get() == ['outer', 'start', 'body'] + (extra ? ['end'] : [])
        said(flow.nodes()[0].innerEdges()) == ['start -start-> body Normal']
        flow.allNodes()[1].path() == "spec.nodes[0].${key}.nodes[0]"
        flow.at(flow.allNodes()[1].path()).get() == flow.allNodes()[1].map()

        where:
        key          | extra
        'do-while'   | [while: node('end')]
        'doWhile'    | [while: node('end')]
        'for-each'   | [:]
        'foreach'    | [:]
        'combined'   | [:]
        'subflow'    | [:]
    }

    def 'three spellings of a reference find the same part'() {
        given:
        def flow = doc(scripts: [[id: 's1', path: 'shop/a', content: 'SELECT 1;', parameters: ['{{variables.bd}}']]],
                variables: [[id: 'bd', name: 'bizdate', value: '$bizdate']], triggers: [[id: 't', cron: '00 00 01 * * ?']],
                artifacts: [nodeOutputs: [[id: 'o', data: 'shop.a']]],
                nodes: [[id: 'a', name: 'a', script: text, trigger: '{{triggers.t}}', outputs: [nodeOutputs: ['{{artifacts.o}}']]],
                        [id: 'b', name: 'b', trigger: 't']],
                flow: [[nodeId: '{{b}}', depends: [[output: '{{artifacts.o}}', type: 'Normal']]]]).resolved()

        expect:
        flow.nodes()[0].content().get() == 'SELECT 1;'
        flow.nodes()[0].parameters()[0].name().get() == 'bizdate'
        flow.nodes()*.cron()*.get() == ['00 00 01 * * ?'] * 2
        said(flow.edges()) == ['a -shop.a-> b Normal']
        flow.at('spec.scripts').empty

        where:
        text << ['{{scripts.s1}}', '{{s1}}', 's1']
    }

    def 'a reference that finds nothing, and braces in plain texts, stay'() {
        given:
        def body = [nodes: [[id: 'a', name: 'a', script: 'nowhere', description: '{{s1}}']], scripts: []]

        expect:
        doc(body).resolved().nodes()[0].map() == body.nodes[0]
    }

    def 'version 1.0.0 has its body at the top and calls node outputs outputs'() {
        given:
        def flow = FlowDocument.of(version: '1.0.0', kind: 'CycleWorkflow', nodes: [[id: 'a', name: 'a', outputs: [outputs: [[data: 'shop.a']]]],
                [id: 'b', name: 'b']], flow: [[nodeId: 'b', depends: [[output: 'shop.a']]]])

        expect:
        flow.nodes()[0].outputs() == ['shop.a']
        flow.nodes()[1].path() == 'nodes[1]'
        said(flow.edges()) == ['a -shop.a-> b Normal']
    }

    def 'a new document has another value at a path, and the old one is as it was'() {
        given:
        def flow = doc(nodes: [node('a')])

        when:
        def next = flow.with('spec.nodes[0].script.content', 'SELECT 2;').with("spec.nodes[0].script.runtime.sparkConf.'a.b'", 3)

        then:
        next.nodes()[0].content().get() == 'SELECT 2;'
        next.at("spec.nodes[0].script.runtime.sparkConf['a.b']").get() == 3
        next.at('spec.nodes[0].script.runtime.sparkConf["a.b"]').get() == 3
        flow.nodes()[0].content().get() == 'SELECT 1;'
        next.without('spec.nodes[0].script.runtime.sparkConf').with('spec.nodes[0].script.content', 'SELECT 1;') == flow
        flow.without('spec.nodes[7].name') == flow
        flow.with('spec.nodes[1]', [name: 'b']).nodes()*.name()*.get() == ['a', 'b']
    }

    def 'what is no path, or cannot be set, is told'() {
        when:
        doc(nodes: [node('a')]).with(path, 1)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains(why)

        where:
        path                     | why
        'spec..nodes'            | 'a key is missing, at its character 6'
        'spec.nodes[x]'          | 'in brackets stands a place of a list'
        'spec.nodes[5]'          | 'so the next is [1]'
        'spec.nodes.name'        | "at 'spec.nodes' stands a list, which has no keys"
        "spec.'open"             | 'the quote is not closed'
        'spec[0]'                | "at 'spec' stands an object, which has no places"
        ''                       | 'an object and nothing else'
    }
}
