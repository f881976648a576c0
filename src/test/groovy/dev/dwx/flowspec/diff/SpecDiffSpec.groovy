package dev.dwx.flowspec.diff

import dev.dwx.flowspec.model.FlowDocument
import spock.lang.Specification

class SpecDiffSpec extends Specification {
    static Map node(String name, Map more = [:]) {
        [id: name, name: name, script: [runtime: [command: 'ODPS_SQL'], content: 'SELECT 1;'], outputs: [nodeOutputs: [[data: "shop.$name".toString()]]]] + more
    }

    static FlowDocument doc(Map body) {
        FlowDocument.of(version: '1.1.0', kind: 'CycleWorkflow', spec: body)
    }

    private static String told(Map before, Map after) {
        SpecDiff.of(doc(before), doc(after)).toString()
    }

    def 'what need not be said makes no difference'() {
        expect:
        told([nodes: [node('a') + before]], [nodes: [node('a') + after]]) == 'no difference'

        where:
        before                                          | after
        [:]                                             | [timeout: 0, rerunMode: 'Allowed', instanceMode: 'T+1', inputs: [:]]
        [rerunTimes: 3]                                 | [rerunTimes: '3']
        [autoParse: true]                               | [autoParse: 'true']
        [rerunMode: 'denied']                           | [rerunMode: 'Denied']
        [metadata: [owner: 'x']]                        | [metadata: [owner: 'x', tenantId: 1, gmtModified: 5]]
        [outputs: [nodeOutputs: [[data: 'x']]]]         | [outputs: [nodeOutputs: [[data: 'x', artifactType: 'NodeOutput', sourceType: 'System']]]]
        [outputs: [outputs: [[data: 'x']]]]             | [outputs: [nodeOutputs: [[data: 'x']]]]
        [script: [runtime: [command: 'PYODPS']]]        | [script: [runtime: [command: 'PY_ODPS', commandTypeId: 221], id: '77']]
        [doWhile: [nodes: [node('b')]]]                 | ['do-while': [nodes: [node('b')], flow: []]]
        [script: [path: 'a/b']]                         | [script: [path: '/a/b', parameters: []]]
    }

    def 'an edge is the same wherever and however it is said'() {
        expect:
        told([nodes: [node('a'), node('b')], flow: [[nodeId: 'b', depends: [[output: 'shop.a']]]]],
                [nodes: [node('b', inputs), node('a', own)], dependencies: edges]) == 'no difference'

        where:
        inputs                                            | own                                                         | edges
        [inputs: [nodeOutputs: [[data: 'shop.a']]]]       | [:]                                                         | []
        [:]                                               | [:]                                                         | [[nodeId: 'b', depends: [[type: 'Normal', nodeId: 'a']]]]
        [id: '7421000000000000002']                       | [id: '7421000000000000001', outputs: [nodeOutputs: [[data: '7421000000000000001', isDefault: true], [data: 'shop.a']]]] |
                [[nodeId: '7421000000000000002', depends: [[type: 'Normal', output: '7421000000000000001']]]]
    }

    def 'changes are told node by node, code line by line'() {
        expect:
        told([nodes: [node('a', [rerunTimes: 1]), node('b', [script: [runtime: [command: 'ODPS_SQL'], content: 'SELECT a\nFROM t\nWHERE x;']]), node('c')],
              flow: [[nodeId: 'b', depends: [[output: 'shop.a']]]]],
                [nodes: [node('a', [rerunTimes: 3, description: 'first']), node('d'),
                         node('b', [script: [runtime: [command: 'ODPS_SQL'], content: 'SELECT a\nFROM u\nWHERE x;', parameters: [[name: 'day', value: '$bizdate']]]])],
                 flow: [[nodeId: 'b', depends: [[output: 'shop.a'], [output: 'shop.d'], [type: 'CrossCycleDependsOnSelf']]]]]) == '''\
            ~ a
                ~ rerunTimes: 1 → 3
                + description: 'first'
            ~ b
                ~ script.content
                    @@ -1,3 +1,3 @@
                     SELECT a
                    -FROM t
                    +FROM u
                     WHERE x;
                + script.parameters: [{"name":"day","value":"$bizdate"}]
                + waits for d
                + waits for its own last run
            - c (ODPS_SQL)
            + d (ODPS_SQL)'''.stripIndent()
    }

    def 'a node of the same id and another name is renamed'() {
        when:
        def diff = SpecDiff.of(doc(nodes: [node('a', [id: '7421000000000000001']), node('b')], flow: [[nodeId: 'b', depends: [[nodeId: '7421000000000000001']]]]),
                doc(nodes: [node('z', [id: '7421000000000000001']), node('b')], flow: [[nodeId: 'b', depends: [[nodeId: '7421000000000000001']]]]))

        then:
        diff.changes()*.field().toSet() == ['name', 'outputs.nodeOutputs[shop.z]', 'outputs.nodeOutputs[shop.a]'].toSet()
        diff.changes()*.node().unique() == ['z']
        !diff.changes().any { it.wholeNode() }
    }

    def 'what is wanted may leave out what the service fills in'() {
        given:
        def held = doc(nodes: [node('a', [owner: '1001', runtimeResource: [resourceGroup: 'g'], trigger: [type: 'Scheduler', cron: '00 00 02 * * ?', timezone: 'Asia/Shanghai',
                cycleType: 'Daily'], description: 'old'])])
        def wanted = doc(nodes: [node('a', [trigger: [cron: '00 00 02 * * ?']])])

        expect:
        SpecDiff.wanted(held, wanted).changes()*.field() == ['description']
        SpecDiff.of(held, wanted).changes()*.field().containsAll(['owner', 'runtimeResource', 'trigger.timezone', 'description'])
    }

    def 'parts by reference are the parts'() {
        expect:
        told([scripts: [[id: 's', content: 'SELECT 1;', runtime: [command: 'ODPS_SQL']]], nodes: [node('a', [script: '{{scripts.s}}'])]],
                [nodes: [node('a')]]) == 'no difference'
    }

    def 'two workflows of 200 nodes are compared in much less than 100 ms'() {
        given:
        def big = { String code -> doc(workflows: [[name: 'w', id: 'w', nodes: (0..<200).collect { i -> node("n$i".toString(), [
                script: [path: "w/n$i".toString(), runtime: [command: 'ODPS_SQL', commandTypeId: 10], content: (1..40).collect { "line $it of $i $code" }.join('\n'),
                         parameters: [[name: 'bizdate', value: '$bizdate', type: 'System', scope: 'NodeParameter']]],
                trigger: [type: 'Scheduler', cron: '00 00 02 * * ?']]) },
                dependencies: (1..<200).collect { [nodeId: "n$it".toString(), depends: [[type: 'Normal', output: "shop.n${it - 1}".toString()]]] }]]) }
        def (before, after) = [big('x'), big('y')]
        10.times { SpecDiff.of(before, after).toString() }
        def threads = java.lang.management.ManagementFactory.threadMXBean

        when:
        def took = (1..5).collect {
            long began = threads.currentThreadCpuTime
            assert SpecDiff.of(before, after).changes().size() == 200
            (threads.currentThreadCpuTime - began) / 1_000_000
        }.min()


        then:
        took < 100
    }
}
