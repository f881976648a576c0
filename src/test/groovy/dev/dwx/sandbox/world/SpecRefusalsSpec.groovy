package dev.dwx.sandbox.world

import dev.dwx.sandbox.JsonText
import dev.dwx.sandbox.ServiceFault
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** Which documents the service refuses and in which words, which ones it takes, and what it loses of them without a word. */
class SpecRefusalsSpec extends Specification {
    @Shared
    @AutoCleanup
    Caller caller = new Caller()
    @Shared
    int names = 0

    String fresh() { "n${++names}" }

    /** A document whose one node has some fields more, and whose body has. */
    String spec(Map node = [:], Map body = [:], Map top = [:], String name = fresh()) {
        JsonText.write([version: '1.1.0', kind: 'Node', spec: [nodes: [[id: name, name: name, script: [path: "flow/$name".toString(), content: 'select 1', runtime: [command: 'ODPS_SQL']],
                outputs: [nodeOutputs: [[data: "orders_dw.$name".toString()]]]] + node]] + body] + top)
    }

    String create(String spec) { caller.v2024('CreateNode', ProjectId: 10001, Scene: 'DATAWORKS_PROJECT', Spec: spec).Id }

    Map made(String spec) {
        JsonText.read(caller.v2024('GetNode', ProjectId: 10001, Id: create(spec)).Node.Spec) as Map
    }

    Map script(Map more) { [script: [path: 'flow/' + "n${names + 1}", content: 'select 1', runtime: [command: 'ODPS_SQL']] + more] }

    def "refused with #code: #text"() {
        when:
        def given = document.rehydrate(this, this, this)
        create(given())

        then:
        def fault = thrown(ServiceFault)
        [fault.status(), fault.code()] == [400, '58014884415']
        fault.message.startsWith('Spec JSON parse failed: ')
        fault.message.contains(text)
        fault.message.endsWith("(0x508300000000000$code)")

        where:
        code | text                                                  | document
        5    | 'version, kind and spec are expected'                 | { -> '{"kind":"Node"}' }
        5    | 'version, kind and spec are expected'                 | { -> '{"kind":"Node","spec":[]}' }
        2    | 'version: a text is expected'                         | { -> spec([:], [:], [version: 1]) }
        2    | 'spec.nodes: a list is expected'                      | { -> spec([:], [nodes: [name: 'x']]) }
        2    | 'spec.nodes[0]: an object is expected'                | { -> spec([:], [nodes: ['x']]) }
        2    | 'spec.artifacts: an object is expected'               | { -> spec([:], [artifacts: []]) }
        2    | 'spec.nodes[0].inputs: an object is expected'         | { -> spec(inputs: []) }
        2    | 'outputs.nodeOutputs: a list is expected'             | { -> spec(outputs: [nodeOutputs: [data: 'x']]) }
        2    | 'rerunTimes: a whole number is expected'              | { -> spec(rerunTimes: '1.5') }
        2    | 'timeout: a whole number is expected'                 | { -> spec(timeout: 'long') }
        2    | 'parameters[0].value: a text is expected: Long cannot be cast' | { -> spec(script(parameters: [[name: 'day', value: 7L]])) }
        2    | 'an object with a list depends is expected'           | { -> spec([:], [dependencies: [[nodeId: 'x', depends: 'y']]]) }
        2    | 'objects are expected whose output is a text'         | { -> spec([:], [dependencies: [[nodeId: 'x', depends: ['y']]]]) }
        2    | 'objects are expected whose output is a text'         | { -> spec([:], [flow: [[nodeId: 'x', depends: [[type: 'Normal', output: 5L]]]]]) }
        4    | 'recurrence is one of Normal, Pause, Skip, and is Daily' | { -> spec(recurrence: 'Daily') }
        4    | 'rerunMode is one of Allowed, Denied, FailureAllowed, and is ALL_ALLOWED' | { -> spec(rerunMode: 'ALL_ALLOWED') }
        4    | 'instanceMode is one of'                              | { -> spec(instanceMode: 'T1') }
        4    | 'trigger.type: type is one of'                        | { -> spec(trigger: [type: 'SchedulerTrigger']) }
        4    | 'depends.type: type is one of'                        | { -> spec([:], [dependencies: [[nodeId: 'x', depends: [[type: 'Strong', output: 'y']]]]]) }
        4    | 'parameters[0].scope: scope is one of'                | { -> spec(script(parameters: [[name: 'day', scope: 'Node', value: '1']])) }
        4    | 'parameters[0].type: type is one of'                  | { -> spec(script(parameters: [[name: 'day', type: 'Text', value: '1']])) }
        5    | 'cannot be combined'                                  | { -> spec([:], [dependencies: [[nodeId: 'x', depends: [[type: 'CrossCycleDependsOnChildren'], [type: 'CrossCycleDependsOnOtherNode', output: 'y']]]]]) }
        5    | 'a branch of a join needs assertion'                  | { -> spec(join: [branches: [[name: 'a', output: 'x']]]) }
        8    | 'malformed reference {{a.b.c}}'                       | { -> spec(trigger: '{{a.b.c}}') }
        9    | 'the target of reference {{triggers.t1}} is not found' | { -> spec(trigger: '{{triggers.t1}}') }
        9    | 'the target of reference s1 is not found'             | { -> spec(inputs: [nodeOutputs: ['s1']]) }
    }

    def "refused as a value: #text"() {
        when:
        create(spec(node))

        then:
        def fault = thrown(ServiceFault)
        [fault.status(), fault.code()] == [400, 'InvalidSpec']
        fault.message.contains(text)

        where:
        node                                         || text
        [rerunTimes: 11L]                            || 'rerunTimes is at most 10'
        [rerunInterval: 1800001L]                    || 'rerunInterval is at most 1800000 milliseconds'
        [trigger: [type: 'Scheduler', cron: '0 0 2']] || 'Invalid cron expression in trigger'
        [script: [path: 'a/b', runtime: [command: 'ODPS_SQL']]] || 'script.path must end with the name'
    }

    def "taken although it is odd: #what"() {
        expect:
        create(document.rehydrate(this, this, this).call()) ==~ /\d{19}/

        where:
        what                                     | document
        'no version'                             | { -> spec().replace('"version":"1.1.0",', '') }
        'version 2.0.0'                          | { -> spec([:], [:], [version: '2.0.0']) }
        'a parameter without type and scope'     | { -> spec(script(parameters: [[name: 'day', value: '1']])) }
        'a context variable without type'        | { -> spec(outputs: [nodeOutputs: [[data: 'x']], variables: [[name: 'v', scope: 'NodeContext']]]) }
        'an unknown key'                         | { -> spec(timeoutUnit: 'HOURS', nonsense: [1]) }
        'numbers and Booleans as texts'          | { -> spec(rerunTimes: '3', timeout: '3600') }
        'an enumeration in small letters'        | { -> spec(recurrence: 'normal', rerunMode: 'allowed') }
        'the trigger type Custom'                | { -> spec(trigger: [type: 'Custom']) }
        'an edge to what is not there'           | { -> spec([:], [flow: [[nodeId: 'z', depends: [[type: 'Normal', output: 'nowhere.x']]]]]) }
        'no outputs'                             | { -> spec(outputs: null) }
        'a wrong artifact type'                  | { -> spec(outputs: [nodeOutputs: [[data: 'x', artifactType: 'Nonsense']]]) }
    }

    def "shared parts are put where they are referred to"() {
        when:
        def name = fresh()
        def node = made(spec([script: '{{scripts.s1}}', trigger: 't1', outputs: [nodeOutputs: ['{{o1}}']]], [
                scripts: [[id: 's1', path: "flow/$name".toString(), content: 'select 7', runtime: [command: 'ODPS_SQL']]], triggers: [[id: 't1', type: 'Scheduler', cron: '00 30 06 * * ?']],
                artifacts: [nodeOutputs: [[id: 'o1', data: 'orders_dw.shared']]]], [:], name)).spec.nodes[0]

        then:
        node.script.content == 'select 7'
        node.trigger.cron == '00 30 06 * * ?'
        node.outputs.nodeOutputs*.data == ['orders_dw.shared']
    }

    def "lost without a word: #what"() {
        given:
        def name = fresh()
        def edge = { Map more -> [dependencies: [[nodeId: more.nodeId ?: name, depends: [[type: 'Normal', output: 'orders_dw.dwd_orders'] + more.edge]]]] }
        def id = create(spec([id: own == null ? name : own], edge(nodeId: at, edge: changes).tap { if (changes.type == '') it.dependencies[0].depends[0].remove('type') }, [:], name))

        expect:
        caller.v2024('ListNodeDependencies', ProjectId: 10001, Id: id).PagingInfo.Nodes*.Name == kept

        where:
        what                                         | own     | at      | changes              || kept
        'nothing where id, name and edge agree'      | null    | null    | [:]                  || ['dwd_orders']
        'the edges of a node whose id is not its name' | 'other' | 'other' | [:]                || []
        'an edge that begins at another node'        | null    | 'other' | [:]                  || []
        'an edge without a type'                     | null    | null    | [type: '']           || []
        'an output that is spelt otherwise'          | null    | null    | [output: 'orders_dw.dwd_order'] || []
    }

    def "inputs count whatever the edges say, and an update with the node's id brings its edges"() {
        given:
        def name = fresh()
        def id = create(spec([id: 'other', inputs: [nodeOutputs: [[data: 'orders_dw.ods_users']]]], [:], [:], name))
        def upstream = { caller.v2024('ListNodeDependencies', ProjectId: 10001, Id: id).PagingInfo.Nodes*.Name as Set }

        expect:
        upstream() == ['ods_users'] as Set

        when:
        caller.v2024('UpdateNode', ProjectId: 10001, Id: id, Spec: JsonText.write([version: '1.1.0', kind: 'Node', spec: [nodes: [[id: id]],
                dependencies: [[nodeId: id, depends: [[type: 'Normal', output: 'orders_dw.dwd_orders']]]]]]))

        then:
        upstream() == ['ods_users', 'dwd_orders'] as Set
    }

    def "only the first node of a document is made, and the nodes of a workflow definition are not"() {
        when:
        def one = fresh()
        def two = fresh()
        create(JsonText.write([version: '1.1.0', kind: 'Node', spec: [nodes: [one, two].collect { [name: it, script: [path: "flow/$it".toString(), runtime: [command: 'ODPS_SQL']]] }]]))
        def flow = caller.v2024('CreateWorkflowDefinition', ProjectId: 10001, Spec: JsonText.write([version: '1.1.0', kind: 'CycleWorkflow', spec: [workflows: [
                [name: 'ignoring', script: [path: 'ignoring', runtime: [command: 'WORKFLOW']], nodes: [[name: two, script: [path: 'x', runtime: [command: 'ODPS_SQL']]]]],
                [name: 'second', script: [path: 'second', runtime: [command: 'WORKFLOW']]]]]])).Id

        then:
        caller.v2024('ListNodes', ProjectId: 10001, Name: one).PagingInfo.TotalCount == '1'
        caller.v2024('ListNodes', ProjectId: 10001, Name: two).PagingInfo.TotalCount == '0'
        caller.v2024('ListNodes', ProjectId: 10001, ContainerId: flow).PagingInfo.TotalCount == '0'
        caller.v2024('ListWorkflowDefinitions', ProjectId: 10001, Name: 'second').PagingInfo.TotalCount == 0
    }

    def "a manual workflow may stand beside its nodes, as older exports have it"() {
        expect:
        caller.v2024('ImportWorkflowDefinition', ProjectId: 10001, Spec: JsonText.write([version: '1.1.0', kind: 'ManualWorkflow', spec: [name: 'by_hand', type: 'ManualWorkflow',
                nodes: [[id: 'check', name: 'check', script: [path: 'by_hand/check', runtime: [command: 'ODPS_SQL']], trigger: [type: 'Manual']]]]])).AsyncJob.Status == 'Running'
    }
}
