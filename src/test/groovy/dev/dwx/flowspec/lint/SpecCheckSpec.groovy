package dev.dwx.flowspec.lint

import groovy.json.JsonOutput
import spock.lang.Specification

/** What a document's check finds, rule by rule, and that good documents pass. */
class SpecCheckSpec extends Specification {
    static Map node(Map more = [:], Map runtime = [:], Map script = [:]) {
        [name: 'n1', script: [path: 'flow/n1', content: 'select 1', runtime: [command: 'ODPS_SQL'] + runtime] + script,
         trigger: [type: 'Scheduler', cron: '00 30 06 * * ?'], inputs: [nodeOutputs: [[data: 'shop_root']]],
         outputs: [nodeOutputs: [[data: 'shop.n1']]]] + more
    }

    static Map document(Map node, Map body = [:]) {
        [version: '1.1.0', kind: 'Node', spec: [nodes: [node]] + body]
    }

    static Map workflow(Map more = [:]) {
        [version: '1.1.0', kind: 'CycleWorkflow', spec: [workflows: [
                [name: 'w1', script: [path: 'root/w1', runtime: [command: 'WORKFLOW']], trigger: [type: 'Scheduler', cron: '00 00 02 * * ?'],
                 outputs: [nodeOutputs: [[data: 'shop.w1']]]] + more]]]
    }

    static String sync(Map reader = [:], Map writer = [:], Map job = [:]) {
        JsonOutput.toJson([type: 'job', version: '2.0', steps: [
                [stepType: 'odps', category: 'reader', parameter: [datasource: 'a', table: 't', column: ['x'], partition: ["dt='1'"]] + reader],
                [stepType: 'holo', category: 'writer', parameter: [datasource: 'b', table: 'public.t', column: ['x']] + writer]],
                           setting: [errorLimit: [record: '0', strategy: 'stop']]] + job)
    }

    static Map syncNode(String content, Map runtime = [:], String language = 'json') {
        node([:], [command: 'DI', commandTypeId: 23] + runtime, [content: content, language: language])
    }

    static List<Finding> found(Object spec, SpecUse use = SpecUse.CREATE_NODE, Closure<SpecSetting> setting = { it }) {
        SpecCheck.of(spec, setting(SpecSetting.of(use).withProjectName('shop')))
    }

    def "a good document has no finding: #use"() {
        expect:
        found(spec, use) == []
        found(JsonOutput.toJson(spec), use) == []

        where:
        use                        | spec
        SpecUse.CREATE_NODE        | document(node())
        SpecUse.CREATE_NODE        | document(node(inputs: null), [flow: [[nodeId: 'n1', depends: [[type: 'Normal', output: 'shop_root']]]]])
        SpecUse.CREATE_NODE        | document(node(inputs: null, trigger: [type: 'Manual']))
        SpecUse.CREATE_NODE        | document(syncNode(sync()))
        SpecUse.CREATE_NODE        | document(node([datasource: [name: 'h', type: 'holo']], [command: 'HOLOGRES_SQL', commandTypeId: 1093, cu: '0.25'],
                [language: 'hologres-sql']))
        SpecUse.CREATE_NODE        | document(node([:], [command: 'PYODPS3', commandTypeId: 1221], [language: 'python3']))
        SpecUse.UPDATE_NODE        | document([id: '1', script: [content: 'select 2']])
        SpecUse.CREATE_WORKFLOW    | workflow()
        SpecUse.IMPORT_WORKFLOW    | workflow(nodes: [node(inputs: [:]), node([name: 'n2', outputs: [nodeOutputs: [[data: 'shop.n2']]]], [:], [path: 'flow/n2'])],
                dependencies: [[nodeId: 'n2', depends: [[type: 'Normal', output: 'shop.n1'], [type: 'CrossCycleDependsOnSelf']]]])
        SpecUse.CREATE_RESOURCE    | [version: '1.1.0', kind: 'Resource', spec: [fileResources: [[name: 'a.py']]]]
        SpecUse.CREATE_FUNCTION    | [version: '1.1.0', kind: 'Function', spec: [functions: [[name: 'f']]]]
        SpecUse.CREATE_COMPONENT   | [version: '1.1.0', kind: 'Component', spec: [components: [[name: 'c']]]]
    }

    def "'#code' at #path is an error"() {
        when:
        def findings = found(spec, use)

        then:
        with(findings.find { it.code() == code && it.path() == path }) {
            severity() == Finding.Severity.ERROR
            line().contains(fix)
        }

        where:
        code                | path                                          | fix                  | use                     | spec
        'json'              | 'Spec'                                        | 'no JSON'            | SpecUse.CREATE_NODE     | 'not json'
        'json'              | 'Spec'                                        | 'an object'          | SpecUse.CREATE_NODE     | '[1]'
        'version'           | 'version'                                     | "'1.1.0'"            | SpecUse.CREATE_NODE     | document(node()) - [version: '1.1.0']
        'version'           | 'version'                                     | 'is a text'          | SpecUse.CREATE_NODE     | document(node()) + [version: 1.1G]
        'kind'              | 'kind'                                        | "kind: 'Node'"       | SpecUse.CREATE_NODE     | document(node()) - [kind: 'Node']
        'kind'              | 'kind'                                        | "spelled 'Node'"     | SpecUse.CREATE_NODE     | document(node()) + [kind: 'node']
        'kind'              | 'kind'                                        | 'CycleWorkflow'      | SpecUse.CREATE_WORKFLOW | workflow() + [kind: 'Workflow']
        'kind'              | 'kind'                                        | 'CycleWorkflow'      | SpecUse.IMPORT_WORKFLOW | workflow() + [kind: 'Flow']
        'kind'              | 'kind'                                        | 'whatever it is in'  | SpecUse.UPDATE_NODE     | [version: '1.1.0', kind: 'CycleWorkflow', spec: [nodes: [[id: '1']]]]
        'body'              | 'spec'                                        | 'missing'            | SpecUse.CREATE_NODE     | [version: '1.1.0', kind: 'Node']
        'body'              | 'spec.nodes'                                  | 'nothing'            | SpecUse.CREATE_NODE     | [version: '1.1.0', kind: 'Node', spec: [:]]
        'body'              | 'spec.fileResources'                          | 'nothing'            | SpecUse.CREATE_RESOURCE | [version: '1.1.0', kind: 'Resource', spec: [nodes: [[:]]]]
        'invented'          | 'apiVersion'                                  | 'version'            | SpecUse.CREATE_NODE     | document(node()) + [apiVersion: 'v1']
        'invented'          | 'schedule'                                    | 'trigger'            | SpecUse.CREATE_NODE     | document(node()) + [schedule: '0 0 2 * * ?']
        'invented'          | 'metadata.name'                               | 'name'               | SpecUse.CREATE_NODE     | [version: '1.1.0', kind: 'Node', metadata: [name: 'n']]
        'invented'          | 'spec.nodes[0].type'                          | 'ODPS_SQL'           | SpecUse.CREATE_NODE     | document(node(type: 'ODPS_SQL', script: [path: 'n1']))
        'name'              | 'spec.nodes[0].name'                          | 'name:'              | SpecUse.CREATE_NODE     | document(node(name: null))
        'command'           | 'spec.nodes[0].script.runtime.command'        | 'ODPS_SQL'           | SpecUse.CREATE_NODE     | document(node([:], [command: null]))
        'command'           | 'spec.workflows[0].script.runtime.command'    | 'WORKFLOW'           | SpecUse.CREATE_WORKFLOW | workflow(script: [:])
        'command'           | 'spec.workflows[0].script.runtime.command'    | 'WORKFLOW'           | SpecUse.IMPORT_WORKFLOW | workflow(script: [runtime: [command: 'VIRTUAL']])
        'command-type'      | 'spec.nodes[0].script.runtime.commandTypeId'  | '10'                 | SpecUse.CREATE_NODE     | document(node([:], [commandTypeId: 23]))
        'command-type'      | 'spec.nodes[0].script.runtime.commandTypeId'  | '23'                 | SpecUse.CREATE_NODE     | document(syncNode(sync(), [commandTypeId: null]))
        'language'          | 'spec.nodes[0].script.language'               | "'json'"             | SpecUse.CREATE_NODE     | document(syncNode(sync(), [:], 'odps-sql'))
        'language'          | 'spec.nodes[0].script.language'               | "'json'"             | SpecUse.CREATE_NODE     | document(syncNode(sync(), [:], null))
        'language'          | 'spec.nodes[0].script.language'               | "'odps-sql'"         | SpecUse.CREATE_NODE     | document(node([:], [:], [language: 'hologres-sql']))
        'language'          | 'spec.nodes[0].script.language'               | "'hologres-sql'"     | SpecUse.CREATE_NODE     | document(node([datasource: [name: 'h']], [command: 'HOLOGRES_SQL', commandTypeId: 1093, cu: '1']))
        'datasource'        | 'spec.nodes[0].datasource'                    | 'which instance'     | SpecUse.CREATE_NODE     | document(node([:], [command: 'HOLOGRES_SQL', commandTypeId: 1093, cu: '1'], [language: 'hologres-sql']))
        'datasource'        | 'spec.nodes[0].datasource.type'               | 'HOLOGRES_SQL'       | SpecUse.CREATE_NODE     | document(node(datasource: [name: 'h', type: 'hologres']))
        'command'           | 'spec.nodes[0].script.runtime.command'        | "command: 'DI'"      | SpecUse.CREATE_NODE     | document(node([:], [:], [content: sync()]))
        'path'              | 'spec.nodes[0].script.path'                   | 'flow/n1'            | SpecUse.CREATE_NODE     | document(node([:], [:], [path: 'flow/other']))
        'path'              | 'spec.nodes[0].script.path'                   | 'missing'            | SpecUse.CREATE_NODE     | document(node([:], [:], [path: null]))
        'cron'              | 'spec.nodes[0].trigger.cron'                  | "'00 30 6 * * ?'"    | SpecUse.CREATE_NODE     | document(node(trigger: [cron: '30 6 * * ?']))
        'cron'              | 'spec.nodes[0].trigger.cron'                  | 'hour'               | SpecUse.CREATE_NODE     | document(node(trigger: [cron: '00 30 25 * * ?']))
        'cron'              | 'spec.nodes[0].trigger.cron'                  | '4 fields'           | SpecUse.UPDATE_NODE     | document([id: '1', trigger: [cron: '0 1 * ?']])
        'cron'              | 'spec.workflows[0].trigger.cron'              | 'five fields'        | SpecUse.CREATE_WORKFLOW | workflow(trigger: [cron: '0 2 * * ?'])
        'rerun-mode'        | 'spec.nodes[0].rerunMode'                     | "'Allowed'"          | SpecUse.CREATE_NODE     | document(node(rerunMode: 'ALL_ALLOWED'))
        'rerun-mode'        | 'spec.nodes[0].rerunMode'                     | "'Denied'"           | SpecUse.UPDATE_NODE     | document([id: '1', rerunMode: 'AllDenied'])
        'rerun-mode'        | 'spec.workflows[0].strategy.rerunMode'        | "'FailureAllowed'"   | SpecUse.CREATE_WORKFLOW | workflow(strategy: [rerunMode: 'FAILURE_ALLOWED'])
        'outputs'           | 'spec.nodes[0].outputs.nodeOutputs'           | 'shop.n1'            | SpecUse.CREATE_NODE     | document(node(outputs: null))
        'outputs'           | 'spec.workflows[0].nodes[0].outputs.nodeOutputs' | 'shop.n1'         | SpecUse.IMPORT_WORKFLOW | workflow(nodes: [node(outputs: [:])])
        'output-twice'      | 'spec.workflows[0].nodes[1].outputs.nodeOutputs' | 'shop.n1'         | SpecUse.IMPORT_WORKFLOW | workflow(nodes: [node(), node(name: 'n2')])
        'inputs'            | 'spec.nodes[0].inputs.nodeOutputs'            | 'shop_root'          | SpecUse.CREATE_NODE     | document(node(inputs: [:]))
        'root'              | 'spec.nodes[0].inputs.nodeOutputs[0].data'    | 'shop_root'          | SpecUse.CREATE_NODE     | document(node(inputs: [nodeOutputs: [[data: 'project_root']]]))
        'root'              | 'spec.flow[0].depends[0].output'              | 'shop_root'          | SpecUse.CREATE_NODE     | document(node(), [flow: [[nodeId: 'n1', depends: [[type: 'Normal', output: 'project_root']]]]])
        'dependency-node'   | 'spec.dependencies[0].nodeId'                 | "'n1'"               | SpecUse.CREATE_NODE     | document(node(), [dependencies: [[nodeId: 'upstream', depends: [[type: 'Normal', output: 'x']]]]])
        'dependency-node'   | 'spec.dependencies[0].nodeId'                 | 'missing'            | SpecUse.CREATE_NODE     | document(node(), [dependencies: [[depends: []]]])
        'dependency-output' | 'spec.dependencies[0].depends[0].output'      | 'character'          | SpecUse.CREATE_NODE     | document(node(), [dependencies: [[nodeId: 'n1', depends: [[type: 'Normal']]]]])
        'dependency-output' | 'spec.dependencies[0].depends[0]'             | 'object'             | SpecUse.CREATE_NODE     | document(node(), [dependencies: [[nodeId: 'n1', depends: ['x']]]])
        'id'                | 'spec.nodes[0].id'                            | 'missing'            | SpecUse.UPDATE_NODE     | document([script: [content: 'x']])
        'sync-content'      | 'spec.nodes[0].script.content'                | 'this is none'       | SpecUse.CREATE_NODE     | document(syncNode('select 1'))
        'sync-content'      | 'spec.nodes[0].script.content.steps'          | 'no writer'          | SpecUse.CREATE_NODE     | document(syncNode(JsonOutput.toJson([steps: [[stepType: 'odps', category: 'reader', parameter: [:]]]])))
        'partition-quotes'  | 'spec.nodes[0].script.content.steps[0].parameter.partition[0]' | "dt='20260315'" | SpecUse.CREATE_NODE | document(syncNode(sync(partition: ['dt=20260315'])))
        'partition-quotes'  | 'spec.nodes[0].script.content.steps[0].parameter.partition[0]' | "dt='1',hh='02'" | SpecUse.UPDATE_NODE | document([id: '1'] + syncNode(sync(partition: ["dt='1',hh=02"])))
        'split-mode'        | 'spec.nodes[0].script.content.steps[0].parameter.splitMode' | "'record'"  | SpecUse.CREATE_NODE     | document(syncNode(sync(splitMode: false)))
    }

    def "'#code' at #path is worth a remark and no stop"() {
        when:
        def findings = found(spec, use)

        then:
        findings.findAll { it.code() == code && it.path() == path && !it.error }.size() == 1
        findings.every { !it.error }

        where:
        code              | path                                          | use                     | spec
        'version'         | 'version'                                     | SpecUse.CREATE_NODE     | document(node()) + [version: '9.9']
        'first-only'      | 'spec.nodes'                                  | SpecUse.CREATE_NODE     | [version: '1.1.0', kind: 'Node', spec: [nodes: [node(), node(name: 'n2')]]]
        'nodes-ignored'   | 'spec.workflows[0].nodes'                     | SpecUse.CREATE_WORKFLOW | workflow(nodes: [node()])
        'nodes-ignored'   | 'spec.workflows[0].nodes'                     | SpecUse.UPDATE_WORKFLOW | workflow(nodes: [node()])
        'command-unknown' | 'spec.nodes[0].script.runtime.command'        | SpecUse.CREATE_NODE     | document(node([:], [command: 'odps_sql']))
        'cu'              | 'spec.nodes[0].script.runtime.cu'             | SpecUse.CREATE_NODE     | document(node([datasource: [name: 'h', type: 'holo']], [command: 'HOLOGRES_SQL', commandTypeId: 1093], [language: 'hologres-sql']))
        'cron'            | 'spec.nodes[0].trigger.cron'                  | SpecUse.CREATE_NODE     | document(node(trigger: [cron: '00 30 06 * * ? *']))
        'cron'            | 'spec.nodes[0].trigger.cron'                  | SpecUse.CREATE_NODE     | document(node(trigger: [cron: '15 30 06 * * ?']))
        'root'            | 'spec.nodes[0].inputs.nodeOutputs[0].data'    | SpecUse.CREATE_NODE     | document(node(inputs: [nodeOutputs: [[data: 'other_root']]]))
        'dependency-type' | 'spec.flow[0].depends[0].type'                | SpecUse.CREATE_NODE     | document(node(), [flow: [[nodeId: 'n1', depends: [[output: 'x']]]]])
        'id'              | 'spec.nodes[0].id'                            | SpecUse.CREATE_NODE     | document(node(id: 'other'))
        'id'              | 'spec.workflows[0].id'                        | SpecUse.IMPORT_WORKFLOW | workflow(id: '8604388726201130001', nodes: [node()])
        'lineage'         | 'spec.nodes[0].outputs.tables[0].guid'        | SpecUse.CREATE_NODE     | document(node(outputs: [nodeOutputs: [[data: 'a']], tables: [[guid: 'orders']]]))
        'partition-quotes'| 'spec.nodes[0].script.content.steps[1].parameter.partition' | SpecUse.CREATE_NODE | document(syncNode(sync().replace('"holo"', '"odps"').replace('"table":"public.t"', '"table":"t","partition":"dt=1"')))
        'error-limit'     | 'spec.nodes[0].script.content.setting.errorLimit' | SpecUse.CREATE_NODE | document(syncNode(sync([:], [:], [setting: [errorLimit: [record: '0']]])))
    }

    def "a node inside a workflow needs no path and no root, one that runs by hand no upstream, and an id must be the call's own"() {
        expect:
        found(document(node([inputs: [:]], [:], [path: null])), SpecUse.CREATE_NODE, { it.withContainer(true) }) == []
        found(document(node(inputs: [:])), SpecUse.CREATE_NODE, { it.withManual(true) }) == []
        found(document([id: '2']), SpecUse.UPDATE_NODE, { it.withId('1') })*.code() == ['id']
        found(document([id: 1]), SpecUse.UPDATE_NODE, { it.withId('1') }) == []
    }

    def "whatever a document holds, the check ends in findings"() {
        given:
        def random = new Random(7)
        def values = [null, '', 'x', 1, 1.5G, true, [], [:], ['a'], [[:]], [nodes: 1], [[name: []]], 'WORKFLOW', '{', '* * * * * *', ',,, - / a b']
        def keys = ['version', 'kind', 'spec', 'nodes', 'workflows', 'name', 'id', 'script', 'runtime', 'command', 'content', 'path', 'trigger', 'cron',
                    'inputs', 'outputs', 'nodeOutputs', 'data', 'tables', 'guid', 'flow', 'dependencies', 'depends', 'output', 'nodeId', 'steps', 'parameter',
                    'partition', 'rerunMode', 'strategy', 'commandTypeId', 'language', 'datasource']
        Closure make
        make = { int depth -> depth > 6 || random.nextInt(4) == 0 ? values[random.nextInt(values.size())]
                : random.nextInt(3) == 0 ? (0..random.nextInt(3)).collect { make(depth + 1) }
                : (0..random.nextInt(6)).collectEntries { [keys[random.nextInt(keys.size())], make(depth + 1)] } }

        expect:
        (1..600).every {
            def spec = [version: '1.1.0', kind: make(6), spec: make(1)]
            SpecUse.values().every { use -> SpecCheck.of(spec, SpecSetting.of(use)).every { it.line() } }
        }
    }
}
