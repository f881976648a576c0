package dev.dwx.flowspec.lint

import dev.dwx.flowspec.model.FlowDocument
import groovy.json.JsonOutput
import spock.lang.Shared
import spock.lang.Specification

import static dev.dwx.flowspec.lint.Finding.Severity.ERROR
import static dev.dwx.flowspec.lint.Finding.Severity.WARNING

/** Each rule finds its fault at its place, and where it has a quick fix the fault is gone afterwards. */
class LintRulesSpec extends Specification {
    @Shared
    Set<String> seen = [] as Set

    static Map node(Map more = [:]) {
        SpecCheckSpec.node(more)
    }

    static Map one(Map more = [:], Map body = [:]) {
        SpecCheckSpec.document(node(more), body)
    }

    static Map code(String command, String content, List parameters = [], Map more = [:]) {
        one([script: [path: 'flow/n1', content: content, runtime: [command: command], parameters: parameters]] + more)
    }

    static Map parameter(String name, String value = '$bizdate', Map more = [:]) {
        [name: name, type: 'System', scope: 'NodeParameter', value: value] + more
    }

    static Map inner(String name, Map more = [:]) {
        [name: name, script: [path: "root/w1/$name".toString(), content: 'select 1', runtime: [command: 'ODPS_SQL']], trigger: [type: 'Scheduler', cron: '00 00 02 * * ?'],
         outputs: [nodeOutputs: [[data: "shop.$name".toString()]]]] + more
    }

    static Map flow(List nodes, List dependencies = [], Map more = [:]) {
        SpecCheckSpec.workflow([nodes: nodes, dependencies: dependencies] + more)
    }

    static Map waits(String node, Map... depends) {
        [nodeId: node, depends: depends as List]
    }

    static Map output(String name, Map more = [:]) {
        [type: 'Normal', output: name] + more
    }

    static Map control(String command, Map more) {
        one([script: [path: 'flow/n1', runtime: [command: command]]] + more)
    }

    static Map sync(Map reader = [:], Map writer = [:]) {
        SpecCheckSpec.document(SpecCheckSpec.syncNode(SpecCheckSpec.sync(reader, writer)))
    }

    static Map cron(String text, Map more = [:]) {
        one(trigger: [type: 'Scheduler', cron: text] + more)
    }

    static Map kind(String kind, String section, Map entity) {
        [version: '1.1.0', kind: kind, spec: [(section): [entity]]]
    }

    static Map loop(Map more, List nodes = [inner('s', [script: [runtime: [command: 'CONTROLLER_CYCLE_START']]])]) {
        control('CONTROLLER_CYCLE', ['do-while': [maxIterations: 5, nodes: nodes,
                                                  while: [name: 'e', script: [language: 'python', runtime: [command: 'CONTROLLER_CYCLE_END']]]] + more])
    }

    static final Map GIVEN = [name: 'outputs', scope: 'NodeContext', type: 'NodeOutput', value: '${outputs}', node: [output: 'shop.a']]

    def "'#rule' is found at #path"() {
        given:
        def setting = SpecSetting.of(spec).withProjectName('shop')

        when:
        def findings = SpecCheck.of(spec, setting)
        seen << rule
        def finding = findings.find { it.code() == rule && it.path() == path && it.severity() == severity }

        then:
        finding != null

        and: 'a quick fix mends it, and leads to no new error'
        (finding.quickFix() != null) == quick
        !quick || SpecCheck.mended(spec, setting, [] as Set).with { mended ->
            def after = SpecCheck.of(mended.map(), setting)
            !after.any { it.code() == rule && it.path() == path } && !after.any { it.error && !findings*.code().contains(it.code()) }
        }

        where:
        rule                 | severity | quick | path                                                  | spec
        'version'            | ERROR    | true  | 'version'                                             | one() - [version: '1.1.0']
        'version'            | ERROR    | true  | 'version'                                             | one() + [version: 1.1G]
        'version-flat'       | WARNING  | false | 'version'                                             | [version: '1.0.0', kind: 'Node', nodes: [node()]]
        'kind'               | ERROR    | true  | 'kind'                                                | one() + [kind: 'node']
        'body'               | ERROR    | false | 'spec.nodes'                                          | [version: '1.1.0', kind: 'Node', spec: [nodes: [:]]]
        'body-flat'          | WARNING  | false | 'spec.nodes'                                          | [version: '1.1.0', kind: 'CycleWorkflow', spec: [nodes: [node()]]]
        'first-only'         | WARNING  | false | 'spec.workflows'                                      | flow([inner('a')]).tap { it.spec.workflows << [name: 'w2'] }
        'too-many-nodes'     | ERROR    | false | 'spec.workflows[0].nodes'                             | flow((1..401).collect { inner("n$it") })
        'too-many-nodes'     | WARNING  | false | 'spec.workflows[0].nodes'                             | flow((1..101).collect { inner("n$it") })
        'invented'           | ERROR    | true  | 'apiVersion'                                          | one() + [apiVersion: 'v1']
        'invented'           | ERROR    | true  | 'spec.nodes[0].type'                                  | one(type: 'ODPS_SQL', script: [path: 'n1'])
        'misspelt-key'       | WARNING  | true  | 'Metadata'                                            | one() + [Metadata: [:]]
        'misspelt-key'       | WARNING  | true  | 'spec.workflows[0].strategy.FailureStrategy'          | SpecCheckSpec.workflow(strategy: [FailureStrategy: 'Break'])
        'misspelt-key'       | WARNING  | true  | 'spec.functions[0].argumentDescription'               | kind('Function', 'functions', [name: 'f', argumentDescription: 'x'])
        'misspelt-key'       | WARNING  | true  | 'spec.nodes[0].do-while.maxIteration'                 | loop([maxIterations: null]).tap { it.spec.nodes[0]['do-while'].remove('maxIterations'); it.spec.nodes[0]['do-while'].maxIteration = 5 }
        'misspelt-key'       | WARNING  | true  | 'spec.nodes[0].script.runtime.commandTypeID'          | one(script: [path: 'n1', runtime: [command: 'ODPS_SQL', commandTypeID: 10]])
        'misspelt-key'       | WARNING  | false | 'spec.nodes[0].Name'                                  | one(Name: 'n1')
        'misspelt-key'       | WARNING  | true  | 'spec.nodes[0].script.parameters[0].variable'         | code('ODPS_SQL', '${x}', [parameter('x', '${outputs}', [type: 'NodeOutput', scope: 'NodeContext', variable: GIVEN])])
        'reference'          | ERROR    | false | 'spec.nodes[0].script'                                | one(script: '{{scripts.none}}')
        'reference'          | ERROR    | true  | 'spec.nodes[0].outputs.nodeOutputs[0]'                | one(outputs: [nodeOutputs: ['shop.n1']])
        'reference'          | ERROR    | true  | 'spec.nodes[0].outputs.tables[0]'                     | one(outputs: [nodeOutputs: [[data: 'shop.n1']], tables: ['{{artifacts.tables.t1}}']]).tap { it.spec.artifacts = [tables: [[id: 't1', guid: 'odps.shop.t1']]] }
        'reference'          | ERROR    | false | 'spec.nodes[0].reference.output'                      | one(reference: [:])
        'value'              | ERROR    | false | 'spec.nodes[0].timeout'                               | one(timeout: 1.5G)
        'value'              | ERROR    | true  | 'spec.nodes[0].script.runtime.commandTypeId'          | one(script: [path: 'n1', runtime: [command: 'ODPS_SQL', commandTypeId: 'ten']])
        'value'              | ERROR    | true  | 'spec.nodes[0].datasource.config'                     | one(datasource: [name: 'd', config: [a: 1]])
        'word'               | ERROR    | true  | 'spec.nodes[0].recurrence'                            | one(recurrence: 'Skipped')
        'word'               | WARNING  | true  | 'spec.nodes[0].instanceMode'                          | one(instanceMode: 'immediately')
        'word'               | ERROR    | true  | 'spec.nodes[0].trigger.type'                          | cron('00 00 02 * * ?', [type: 'SchedulerTrigger'])
        'word'               | ERROR    | true  | 'spec.flow[0].depends[0].type'                        | one([:], [flow: [waits('n1', output('x', [type: 'CrossCycleDependsOnOtherNodes']))]])
        'word'               | ERROR    | false | 'spec.fileResources[0].type'                          | kind('Resource', 'fileResources', [name: 'r', type: 'spreadsheet'])
        'word'               | WARNING  | true  | 'spec.fileResources[0].type'                          | kind('Resource', 'fileResources', [name: 'r.jar', type: 'Jar'])
        'name'               | ERROR    | false | 'spec.nodes[0].name'                                  | one(name: null)
        'name'               | WARNING  | false | 'spec.nodes[0].name'                                  | one(name: 'a/b', script: [path: 'a/b', runtime: [command: 'VIRTUAL']])
        'name-twice'         | ERROR    | false | 'spec.workflows[0].nodes[1].name'                     | flow([inner('a'), inner('a', [outputs: [nodeOutputs: [[data: 'shop.b']]]])])
        'id-twice'           | ERROR    | false | 'spec.workflows[0].nodes[1].id'                       | flow([inner('a', [id: 'x']), inner('b', [id: 'x'])])
        'id'                 | WARNING  | false | 'spec.workflows[0].nodes[0].id'                       | flow([inner('a', [id: '8604388726201130001'])])
        'path'               | ERROR    | true  | 'spec.nodes[0].script.path'                           | one(script: [path: 'flow/other', runtime: [command: 'VIRTUAL']])
        'path'               | WARNING  | true  | 'spec.nodes[0].script.path'                           | one(script: [path: '/flow/n1', runtime: [command: 'VIRTUAL']])
        'command'            | ERROR    | false | 'spec.nodes[0].script.runtime.command'                | code('ODPS_PYTHON', 'x')
        'command'            | ERROR    | true  | 'spec.workflows[0].script.runtime.command'            | SpecCheckSpec.workflow(script: [path: 'root/w1'])
        'command-unknown'    | WARNING  | true  | 'spec.nodes[0].script.runtime.command'                | code('odps_sql', 'select 1')
        'command-unknown'    | WARNING  | false | 'spec.nodes[0].script.runtime.command'                | code('ODPS_SQK', 'select 1')
        'command-type'       | ERROR    | true  | 'spec.nodes[0].script.runtime.commandTypeId'          | one(script: [path: 'n1', runtime: [command: 'ODPS_SQL', commandTypeId: 23]])
        'command-type'       | ERROR    | false | 'spec.nodes[0].script.runtime.commandTypeId'          | one(script: [path: 'n1', language: 'hologres-sql', runtime: [command: 'ODPS_SQL', commandTypeId: 1093]])
        'language'           | ERROR    | true  | 'spec.nodes[0].script.language'                       | one(script: [path: 'n1', language: 'python3', runtime: [command: 'ODPS_SQL']])
        'language'           | WARNING  | true  | 'spec.nodes[0].script.language'                       | one(script: [path: 'n1', language: 'odps-sql', runtime: [command: 'DIDE_SHELL']])
        'datasource'         | WARNING  | false | 'spec.nodes[0].datasource'                            | code('EMR_HIVE', 'select 1')
        'datasource'         | ERROR    | false | 'spec.nodes[0].datasource.type'                       | one(datasource: [name: 'h', type: 'holo'])
        'cu'                 | WARNING  | false | 'spec.nodes[0].script.runtime.cu'                     | one(script: [path: 'n1', runtime: [command: 'ODPS_SQL', cu: 'much']])
        'trigger'            | WARNING  | false | 'spec.nodes[0].trigger'                               | one(trigger: null)
        'trigger'            | WARNING  | true  | 'spec.workflows[0].trigger.type'                      | SpecCheckSpec.workflow() + [kind: 'TriggerWorkflow']
        'trigger'            | WARNING  | false | 'spec.nodes[0].trigger.cron'                          | cron('00 00 02 * * ?', [type: 'Manual'])
        'cron'               | ERROR    | true  | 'spec.nodes[0].trigger.cron'                          | cron('30 6 * * *')
        'cron'               | ERROR    | false | 'spec.nodes[0].trigger.cron'                          | cron('00 30 06 * * ? * *')
        'cron'               | ERROR    | false | 'spec.nodes[0].trigger.cron'                          | cron('00 61 06 * * ?')
        'cron'               | ERROR    | false | 'spec.nodes[0].trigger.cron'                          | cron('00 ? 06 * * ?')
        'cron'               | ERROR    | false | 'spec.nodes[0].trigger.cron'                          | cron('00 00 18-06 * * ?')
        'cron'               | WARNING  | true  | 'spec.nodes[0].trigger.cron'                          | cron('00 30 06 * * ? *')
        'cron'               | WARNING  | true  | 'spec.nodes[0].trigger.cron'                          | cron('15 30 06 * * ?')
        'cron-days'          | ERROR    | true  | 'spec.nodes[0].trigger.cron'                          | cron('00 30 06 ? * ?')
        'cron-days'          | WARNING  | true  | 'spec.nodes[0].trigger.cron'                          | cron('00 30 06 * * 2,5')
        'cron-days'          | WARNING  | true  | 'spec.nodes[0].trigger.cron'                          | cron('00 30 06 ? * 0')
        'cron-often'         | ERROR    | false | 'spec.nodes[0].trigger.cron'                          | cron('00 */2 * * * ?')
        'cron-often'         | ERROR    | false | 'spec.nodes[0].trigger.cron'                          | cron('00 00,58 00-23 * * ?')
        'cron-early'         | WARNING  | true  | 'spec.nodes[0].trigger.cron'                          | cron('00 03 00 * * ?')
        'cycle-type'         | WARNING  | true  | 'spec.nodes[0].trigger.cycleType'                     | cron('00 */30 * * * ?', [cycleType: 'Daily'])
        'cycle-type'         | WARNING  | true  | 'spec.nodes[0].trigger.cycleType'                     | cron('00 30 06 * * ?', [cycleType: 'DAY'])
        'trigger-time'       | WARNING  | true  | 'spec.nodes[0].trigger.startTime'                     | cron('00 30 06 * * ?', [startTime: '1970-01-01T00:00:00'])
        'trigger-time'       | WARNING  | false | 'spec.nodes[0].trigger.endTime'                       | cron('00 30 06 * * ?', [startTime: '2025-01-02 00:00:00', endTime: '2025-01-01 00:00:00'])
        'timezone'           | WARNING  | false | 'spec.nodes[0].trigger.timezone'                      | cron('00 30 06 * * ?', [timezone: 'Asia/Shangai'])
        'rerun-mode'         | ERROR    | true  | 'spec.nodes[0].rerunMode'                             | one(rerunMode: 'ALL_ALLOWED')
        'rerun-mode'         | ERROR    | false | 'spec.nodes[0].rerunMode'                             | one(rerunMode: 'Sometimes')
        'rerun-times'        | ERROR    | true  | 'spec.nodes[0].rerunTimes'                            | one(rerunTimes: 11)
        'rerun-times'        | WARNING  | false | 'spec.nodes[0].rerunTimes'                            | one(rerunTimes: 3, rerunMode: 'Denied')
        'rerun-interval'     | ERROR    | true  | 'spec.nodes[0].rerunInterval'                         | one(rerunInterval: 3600000)
        'rerun-interval'     | WARNING  | false | 'spec.workflows[0].strategy.rerunInterval'            | SpecCheckSpec.workflow(strategy: [rerunInterval: 120])
        'timeout'            | WARNING  | false | 'spec.nodes[0].timeout'                               | one(timeout: 3600, timeoutUnit: 'HOURS')
        'timeout'            | WARNING  | false | 'spec.nodes[0].timeout'                               | one(timeout: 3600)
        'timeout'            | WARNING  | true  | 'spec.nodes[0].timeoutUnit'                           | one(timeout: 2, timeoutUnit: 'hour')
        'ports'              | ERROR    | true  | 'spec.nodes[0].outputs'                               | one(outputs: [[data: 'shop.n1']])
        'ports'              | ERROR    | true  | 'spec.nodes[0].inputs.nodeOutputs'                    | one(inputs: [nodeOutputs: [data: 'shop_root']])
        'ports'              | WARNING  | true  | 'spec.nodes[0].inputs.files'                          | one(inputs: [nodeOutputs: [[data: 'shop_root']], files: ['a']])
        'ports'              | ERROR    | false | 'spec.nodes[0].outputs.nodeOutputs[1].data'           | one(outputs: [nodeOutputs: [[data: 'a'], [:]]])
        'outputs'            | ERROR    | true  | 'spec.nodes[0].outputs.nodeOutputs'                   | one(outputs: [:])
        'output-twice'       | ERROR    | false | 'spec.workflows[0].nodes[1].outputs.nodeOutputs'      | flow([inner('a'), inner('b', [outputs: [nodeOutputs: [[data: 'shop.a']]]])])
        'output-twice'       | ERROR    | true  | 'spec.nodes[0].outputs.nodeOutputs'                   | one(outputs: [nodeOutputs: [[data: 'shop.n1'], [data: 'shop.n1']]])
        'inputs'             | ERROR    | true  | 'spec.nodes[0].inputs.nodeOutputs'                    | one(inputs: [:])
        'root'               | ERROR    | true  | 'spec.nodes[0].inputs.nodeOutputs[0].data'            | one(inputs: [nodeOutputs: [[data: 'project_root']]])
        'lineage'            | WARNING  | false | 'spec.nodes[0].outputs.tables[0].guid'                | one(outputs: [nodeOutputs: [[data: 'a']], tables: [[guid: 'orders']]])
        'dependency-node'    | ERROR    | true  | 'spec.flow[0].nodeId'                                 | one([:], [flow: [waits('n_1', output('x'))]])
        'dependency-node'    | ERROR    | true  | 'spec.workflows[0].dependencies[0].nodeId'            | flow([inner('orders'), inner('users')], [waits('order', output('shop.users'))])
        'dependency-output'  | ERROR    | true  | 'spec.flow[0].depends[0]'                             | one([:], [flow: [[nodeId: 'n1', depends: ['x']]]])
        'dependency-output'  | ERROR    | false | 'spec.flow[0].depends[0].output'                      | one([:], [flow: [waits('n1', [type: 'Normal'])]])
        'dependency-type'    | WARNING  | true  | 'spec.flow[0].depends[0].type'                        | one([:], [flow: [waits('n1', [output: 'x'])]])
        'dependency-lost'    | ERROR    | false | 'spec.workflows[0].dependencies[0].depends[0].nodeId' | flow([inner('a')], [waits('a', [type: 'Normal', nodeId: 'elsewhere'])])
        'dependency-lost'    | ERROR    | true  | 'spec.workflows[0].dependencies[0].depends[0].nodeId' | flow([inner('a'), inner('b', [outputs: null])], [waits('a', [type: 'Normal', nodeId: 'b'])])
        'dependency-lost'    | ERROR    | true  | 'spec.nodes[0].combined.flow'                         | control('COMBINED_NODE', [combined: [nodes: [inner('a'), inner('b')], flow: [waits('b', output('shop.a'))]]])
        'dependency-unknown' | WARNING  | false | 'spec.workflows[0].dependencies[0].depends[0].output' | flow([inner('orders'), inner('b')], [waits('b', output('shop.Orders'))])
        'dependency-kinds'   | ERROR    | false | 'spec.flow[0].depends[1].type'                        | one([:], [flow: [waits('n1', [type: 'CrossCycleDependsOnChildren'], output('x', [type: 'CrossCycleDependsOnOtherNode']))]])
        'dependency-cycle'   | ERROR    | false | 'spec.workflows[0].dependencies[1].depends[0].output' | flow([inner('a'), inner('b')], [waits('a', output('shop.b')), waits('b', output('shop.a'))])
        'dependency-cycle'   | ERROR    | false | 'spec.nodes[0].inputs.nodeOutputs[0].data'            | one(inputs: [nodeOutputs: [[data: 'shop.n1']]])
        'variable'           | WARNING  | true  | 'spec.nodes[0].script.parameters[0].type'             | code('ODPS_SQL', '${x}', [[name: 'x', scope: 'NodeParameter', value: '$bizdate']])
        'variable'           | WARNING  | true  | 'spec.nodes[0].script.parameters[0].scope'            | code('ODPS_SQL', '${x}', [[name: 'x', type: 'System', value: '$bizdate']])
        'variable'           | WARNING  | true  | 'spec.workflows[0].script.parameters[0].scope'        | SpecCheckSpec.workflow(script: [path: 'w1', runtime: [command: 'WORKFLOW'], parameters: [parameter('x')]])
        'variable'           | WARNING  | true  | 'spec.nodes[0].script.parameters[0].type'             | code('DIDE_SHELL', 'echo $1 $2', [parameter('-', 'a b', [type: 'Constant'])])
        'variable'           | WARNING  | false | 'spec.nodes[0].script.parameters[0]'                  | code('DIDE_SHELL', 'echo $1 $2', [parameter('-', 'a b', [type: 'NoKvVariableExpression']), parameter('x')])
        'variable'           | WARNING  | false | 'spec.nodes[0].outputs.variables[0].referenceVariable' | one(outputs: [nodeOutputs: [[data: 'shop.n1']], variables: [[name: 'p', type: 'PassThrough', scope: 'NodeContext']]])
        'variable-value'     | ERROR    | true  | 'spec.nodes[0].script.parameters[0].value'            | code('ODPS_SQL', '${x}', [parameter('x', null, [value: 7])])
        'variable-value'     | ERROR    | false | 'spec.nodes[0].script.parameters[0].value'            | code('ODPS_SQL', '${x}', [parameter('x', '$[yyyymmdd hh24]')])
        'variable-value'     | ERROR    | true  | 'spec.nodes[0].script.parameters[0].value'            | code('ODPS_SQL', '${x}', [parameter('x', ' $bizdate')])
        'variable-value'     | ERROR    | false | 'spec.nodes[0].script.parameters[0].value'            | code('ODPS_SQL', '${x}', [parameter('x', 'a=b')])
        'variable-twice'     | ERROR    | false | 'spec.nodes[0].script.parameters[1].name'             | code('ODPS_SQL', '${x}', [parameter('x'), parameter('x')])
        'positions'          | ERROR    | false | 'spec.nodes[0].script.parameters'                     | code('DIDE_SHELL', 'echo $1 $3', [parameter('1'), parameter('3')])
        'positions'          | WARNING  | false | 'spec.nodes[0].script.parameters'                     | code('DIDE_SHELL', 'echo $@', (1..10).collect { parameter("$it") })
        'parameter-missing'  | WARNING  | false | 'spec.nodes[0].script.content'                        | code('ODPS_SQL', 'select ${day}')
        'parameter-missing'  | WARNING  | false | 'spec.nodes[0].script.content'                        | code('PYODPS3', "args['day']")
        'parameter-missing'  | WARNING  | false | 'spec.nodes[0].script.content'                        | code('DIDE_SHELL', 'echo $2', [parameter('1')])
        'parameter-missing'  | WARNING  | false | 'spec.workflows[0].nodes[0].script.content'           | flow([inner('a').tap { it.script.content = 'select ${workflow.day}' }])
        'parameter-unused'   | WARNING  | false | 'spec.nodes[0].script.parameters[0]'                  | code('ODPS_SQL', 'select 1', [parameter('day')])
        'parameter-form'     | WARNING  | false | 'spec.nodes[0].script.content'                        | code('PYODPS3', 'print("${day}")', [parameter('day')])
        'binding'            | ERROR    | false | 'spec.nodes[0].inputs.variables[0]'                   | one(inputs: [nodeOutputs: [[data: 'shop.a']], variables: [GIVEN]])
        'binding'            | WARNING  | true  | 'spec.nodes[0].script.parameters[0].referenceVariable' | code('ODPS_SQL', '${x}', [parameter('x', '${outputs}', [type: 'NodeOutput', scope: 'NodeContext', referenceVariable: GIVEN])], [inputs: [nodeOutputs: [[data: 'shop.a']]]])
        'binding'            | WARNING  | true  | 'spec.nodes[0].inputs.variables[0].node.output'       | code('ODPS_SQL', '${x}', [parameter('x', '${outputs}', [type: 'NodeOutput', scope: 'NodeContext', referenceVariable: GIVEN])], [inputs: [nodeOutputs: [[data: 'shop_root']], variables: [GIVEN]]])
        'expression'         | ERROR    | false | 'spec.nodes[0].script.parameters[0].value'            | code('ODPS_SQL', '${x}', [parameter('x', '${hh24}')])
        'expression'         | ERROR    | false | 'spec.nodes[0].script.parameters[0].value'            | code('ODPS_SQL', '${x}', [parameter('x', '${yyyymmdd-1/24}')])
        'expression'         | ERROR    | true  | 'spec.nodes[0].script.parameters[0].value'            | code('ODPS_SQL', '${x}', [parameter('x', '$[yyyymmdd-1')])
        'expression'         | ERROR    | false | 'spec.nodes[0].script.parameters[0].value'            | code('ODPS_SQL', '${x}', [parameter('x', '$[hh]')])
        'expression'         | WARNING  | true  | 'spec.nodes[0].script.parameters[0].value'            | code('ODPS_SQL', '${x}', [parameter('x', '$[yyyyMMdd]')])
        'expression'         | WARNING  | false | 'spec.nodes[0].script.parameters[0].value'            | code('ODPS_SQL', '${x}', [parameter('x', '$[yyyymm-1]')])
        'expression'         | WARNING  | true  | 'spec.nodes[0].script.parameters[0].value'            | code('ODPS_SQL', '${x}', [parameter('x', '$bizdat')])
        'expression'         | WARNING  | true  | 'spec.nodes[0].script.parameters[0].value'            | code('ODPS_SQL', '${x}', [parameter('x', '$[yyyymmdd]', [type: 'Constant'])])
        'control'            | WARNING  | false | 'spec.nodes[0].branch'                                | control('CONTROLLER_BRANCH', [:])
        'control'            | WARNING  | false | 'spec.nodes[0].join'                                  | code('ODPS_SQL', 'select 1', [], [join: [branches: []]])
        'branch'             | ERROR    | false | 'spec.nodes[0].branch.branches'                       | control('CONTROLLER_BRANCH', [branch: [branches: []]])
        'branch'             | ERROR    | false | 'spec.nodes[0].branch.branches[0].output'             | control('CONTROLLER_BRANCH', [branch: [branches: [[when: '1 == 1']]]])
        'branch-output'      | ERROR    | true  | 'spec.nodes[0].branch.branches[0].output'             | control('CONTROLLER_BRANCH', [branch: [branches: [[when: '1 == 1', output: [data: 'shop.big']]]]])
        'join'               | ERROR    | true  | 'spec.nodes[0].join.branches[0].name'                 | control('CONTROLLER_JOIN', [join: [branches: [[output: [data: 'shop_root'], assertion: [field: 'status', in: ['SUCCESS']]]]]])
        'join'               | ERROR    | false | 'spec.nodes[0].join.branches[0].assertion'            | control('CONTROLLER_JOIN', [join: [branches: [[name: 'b', output: [data: 'shop_root']]], logic: [expression: 'b']]])
        'join'               | ERROR    | false | 'spec.nodes[0].join.logic.expression'                 | control('CONTROLLER_JOIN', [join: [branches: ['a', 'b'].collect { [name: it, output: [data: 'shop_root'], assertion: [in: ['SUCCESS']]] }, logic: [expression: 'a']]])
        'join'               | ERROR    | false | 'spec.nodes[0].join.logic.expression'                 | control('CONTROLLER_JOIN', [join: [branches: [[name: 'a', output: [data: 'shop_root'], assertion: [in: ['SUCCESS']]]], logic: [expression: '(a)']]])
        'join'               | ERROR    | true  | 'spec.nodes[0].join.logic.expression'                 | control('CONTROLLER_JOIN', [join: [branches: ['a', 'b'].collect { [name: it, output: [data: 'shop_root'], assertion: [in: ['SUCCESS']]] }, logic: [expression: 'a AND b']]])
        'loop'               | ERROR    | true  | 'spec.nodes[0].do-while.maxIterations'                | loop([maxIterations: 2000])
        'loop'               | WARNING  | false | 'spec.nodes[0].do-while.nodes'                        | loop([:], [inner('a')])
        'loop'               | WARNING  | true  | 'spec.nodes[0].do-while.while.script.runtime.command' | loop([while: [name: 'e', script: [runtime: [command: 'DIDE_SHELL']]]])
        'assignment'         | WARNING  | true  | 'spec.nodes[0].outputs.variables'                     | control('CONTROLLER_ASSIGNMENT', [:])
        'component'          | WARNING  | false | 'spec.components[0].script.content'                   | kind('Component', 'components', [name: 'c', script: [content: 'select * from @@{src}']])
        'component'          | WARNING  | false | 'spec.nodes[0].component.inputs[0].value'             | control('COMPONENT_SQL', [component: [id: 'c', inputs: [[name: 'src']]]])
        'resource-reference' | WARNING  | true  | 'spec.nodes[0].fileResources'                         | code('PYODPS3', '##@resource_reference{"lib.py"}\nimport lib')
        'resource-type'      | WARNING  | false | 'spec.fileResources[0].type'                          | kind('Resource', 'fileResources', [name: 'a.py', type: 'jar', script: [path: 'a.py', runtime: [command: 'ODPS_PYTHON']]])
        'function'           | WARNING  | false | 'spec.functions[0].embeddedCode'                      | kind('Function', 'functions', [name: 'f', resourceType: 'embedded'])
        'sync-columns'       | ERROR    | false | 'spec.nodes[0].script.content.steps[1].parameter.column' | sync([column: ['a', 'b']], [column: ['a']])
        'sync-step'          | WARNING  | false | 'spec.nodes[0].script.content.steps[0].parameter.datasource' | sync([datasource: null])
        'partition-quotes'   | ERROR    | true  | 'spec.nodes[0].script.content.steps[0].parameter.partition[0]' | sync([partition: ['dt=${bizdate}']])
        'split-mode'         | ERROR    | true  | 'spec.nodes[0].script.content.steps[0].parameter.splitMode' | sync([splitMode: false])
    }

    def "every rule is tried, here or with the call that it belongs to"() {
        expect:
        LintRules.all()*.code() - seen - ['json', 'nodes-ignored', 'sync-content', 'error-limit', 'resource-group'] == []
        LintRules.all().every { it.text() && it.remedy() }
        LintRules.page().contains('partition-quotes')
        LintRules.of('outputs').get().code() == 'outputs'
    }

    def "what is good is left alone: #why"() {
        expect:
        SpecCheck.of(spec, SpecSetting.of(spec).withProjectName('shop')).findAll { !(it.code() in ['path']) } == []

        where:
        why                                            | spec
        'all the expressions of the documentation'     | code('ODPS_SQL', '${x}', [parameter('x', '${yyyymmdd}${yyyy}${yy}${yyyymm-1}${yyyymmdd-7*2}$[hh24miss-1/24]$[yyyymmddhh24mi-30/24/60]$[add_months(yyyymmdd,-12*1)]$[yyyy-mm-dd-1]$cyctime$bizmonth')])
        'a cron of ten minutes from eight to seventeen' | cron('00 00-59/10 8-17 * * ?')
        'the last day of a month'                      | cron('00 00 23 L * ?')
        'every third month'                            | cron('00 10 00 1 1-12/3 ?')
        'cycles of oneself'                            | one([:], [flow: [waits('n1', output('shop_root'), [type: 'CrossCycleDependsOnSelf'])]])
        'numbers as texts'                             | one(timeout: '0', rerunTimes: '3', rerunMode: 'Allowed', rerunInterval: '180000')
        'keys that only the service knows'             | one(datasets: [], futureThing: [a: 1], metadata: [container: [type: 'Flow', uuid: '1']])
        'output names that count up'                   | flow([inner('orders1'), inner('orders2')], [waits('orders2', output('shop.orders3'))])
        'older words in code'                          | code('ODPS_SQL', 'select ${bdp.system.bizdate}')
        'a shell with its own variables'               | code('DIDE_SHELL', 'for i in a b; do echo ${i}; done; awk \'{print $5}\' f')
    }

    def "lines are those of the text, and lead through parts that are declared elsewhere"() {
        given:
        def text = JsonOutput.prettyPrint(JsonOutput.toJson([version: '1.1.0', kind: 'Node', spec: [
                scripts: [[id: 's', path: 'flow/n1', language: 'python3', runtime: [command: 'ODPS_SQL']]], nodes: [node(script: '{{scripts.s}}', rerunTimes: 99)]]]))

        when:
        def findings = SpecCheck.of(text)

        then:
        def language = findings.find { it.code() == 'language' }
        language.path() == 'spec.scripts[0].language'
        text.readLines()[language.lineNumber() - 1].contains('"language"')
        text.readLines()[findings.find { it.code() == 'rerun-times' }.lineNumber() - 1].contains('"rerunTimes"')

        and: 'the quick fix goes there, too'
        SpecCheck.mended(text, SpecSetting.of(text), [] as Set).map().spec.scripts[0].language == 'odps-sql'
    }

    def "a mended document keeps everything else as it is"() {
        given:
        def spec = one(rerunMode: 'ALL_ALLOWED', futureThing: [b: 1, a: 1234567890123456789])

        when:
        def mended = SpecCheck.mended(spec, SpecSetting.of(SpecUse.CREATE_NODE), ['language'] as Set)

        then:
        mended == FlowDocument.of(one(rerunMode: 'Allowed', futureThing: [b: 1, a: 1234567890123456789]))
        SpecCheck.mended(spec, SpecSetting.of(SpecUse.CREATE_NODE), ['rerun-mode'] as Set) == FlowDocument.of(spec)
    }

    def "two hundred nodes are more than an import takes, and otherwise without a fault"() {
        given:
        def nodes = (1..200).collect { i -> inner("n$i").tap { it.script.parameters = [parameter('day', '$[yyyymmdd-1]')]; it.script.content = 'select ${day}' } }
        def spec = FlowDocument.of(flow(nodes, (2..200).collect { waits("n$it".toString(), output("shop.n${it - 1}".toString())) })).json()

        expect:
        SpecCheck.of(spec)*.code() == ['too-many-nodes']
    }
}
