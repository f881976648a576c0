package dev.dwx.flowspec.preview

import dev.dwx.flowspec.model.FlowDocument
import java.time.LocalDate
import java.time.LocalTime
import java.time.ZoneId
import spock.lang.Specification

class PreviewSpec extends Specification {
    static Map parameter(String name, String value, String type = 'System', Map more = [:]) {
        [name: name, artifactType: 'Variable', scope: 'NodeParameter', type: type, value: value] + more
    }

    static Map node(Map script, Map more = [:]) {
        [id: 'n', name: 'n', trigger: [type: 'Scheduler', cron: '00 30 02 * * ?', timezone: 'Asia/Shanghai'], script: script] + more
    }

    static List<NodePreview> preview(Map spec, LocalTime at = null, String bizdate = '2026-03-15') {
        Preview.of(FlowDocument.of([version: '1.1.0', kind: 'Node', spec: spec]), LocalDate.parse(bizdate), ZoneId.of('UTC'), at)
    }

    static NodePreview.Run run(Map node) {
        preview([nodes: [node]])[0].runs()[0]
    }

    def "names in braces are filled in, in SQL and in synchronisation jobs"() {
        when:
        def run = run(node([runtime: [command: command], content: content, parameters: [parameter('bizdate', '$bizdate'), parameter('hour', '$[hh24-1/24]')]]))

        then:
        run.script() == expected
        run.scheduled().toString() == '2026-03-16T02:30+08:00[Asia/Shanghai]'
        run.open() == []

        where:
        command    | content                                 || expected
        'ODPS_SQL' | "ds='\${bizdate}' and h=\${hour} \$1"   || "ds='20260315' and h=01 \$1"
        'DI'       | '{"partition":["dt=\'${bizdate}\'"]}'    || '{"partition":["dt=\'20260315\'"]}'
        'ODPS_SQL' | '${bdp.system.bizdate}'                 || '20260315'
        'ODPS_SQL' | '${dag.loopTimes}'                      || '${dag.loopTimes}'
        'ODPS_SQL' | '$ $$ ${'                               || '$ $$ ${'
    }

    def "a shell script has its values by position, sorted by name as text, and not inside single quotes"() {
        expect:
        run(node([runtime: [command: 'DIDE_SHELL'], content: content, parameters: parameters])).script() == expected

        where:
        content                          | parameters                                                    || expected
        'echo "$1 $2" ${HOME}'           | [parameter('1', '${yyyymmdd}'), parameter('2', '$[hh24]')]    || 'echo "20260315 02" ${HOME}'
        'echo "it\'s $1"'                | [parameter('1', 'x')]                                         || 'echo "it\'s x"'
        "awk '{print \$1}' \$1"          | [parameter('1', 'x')]                                         || "awk '{print \$1}' x"
        'echo $2 ${10}'                  | (1..10).collect { parameter("$it", "v$it") }                  || 'echo v10 v9'
        'echo $1 $2'                     | [parameter('-', '${yyyymmdd} two', 'NoKvVariableExpression')] || 'echo 20260315 two'
    }

    def "a position without a parameter is open"() {
        expect:
        run(node([runtime: [command: 'DIDE_SHELL'], content: 'echo $1 $2', parameters: [parameter('1', 'x')]])).open() == ['$2']
    }

    def "a PyODPS script reads its arguments itself"() {
        expect:
        run(node([runtime: [command: 'PYODPS3'], content: "args['day'] \${day}", parameters: [parameter('day', '$bizdate')]])).with {
            script() == "args['day'] \${day}" && parameters()[0].value() == '20260315' && open() == []
        }
    }

    def "a line of parameters as one piece serves names, too"() {
        expect:
        run(node([runtime: [command: 'DI'], content: '${bizdate}/${hour}',
                  parameters: [parameter('-', '-p"-Dbizdate=$bizdate -Dhour=$[hh24]"', 'NoKvVariableExpression')]])).script() == '20260315/02'
    }

    def "what nothing fills in is open: a name nobody has, an expression that is wrong, the workspace's"() {
        expect:
        run(node([runtime: [command: 'ODPS_SQL'], content: '${a} ${b}', parameters: [parameter('b', '$[yyyy-1]')]])).with {
            open() == ['${a}', 'b'] && script() == '${a} $[yyyy-1]' && parameters()[0].notes()[0].contains('add_months')
        }
        run(node([runtime: [command: 'ODPS_SQL'], content: '${a}', parameters: [parameter('a', '${workspace.x}')]])).open() == ['${workspace.x} in a']
    }

    def "a constant is a plain text"() {
        expect:
        run(node([runtime: [command: 'ODPS_SQL'], content: '${a}', parameters: [parameter('a', '$bizdate', 'Constant')]])).with {
            script() == '$bizdate' && parameters()[0].notes()[0].contains('plain text')
        }
    }

    def "a value of another node is known at run time"() {
        when:
        def run = run(node([runtime: [command: 'ODPS_SQL'], content: 'x ${dow}', parameters: [parameter('dow', '${outputs}', 'NodeOutput',
                [referenceVariable: [name: 'outputs', node: [output: 'shop.kind_of_day']]])]]))

        then:
        run.script() == 'x ${dow}'
        run.open() == []
        run.parameters()[0].with { value() == null && shown() == 'known at run time' && source() == 'shop.kind_of_day:outputs' }
    }

    def "the workflow gives its parameters, its times and its zone"() {
        when:
        def nodes = preview([workflows: [[name: 'w', trigger: [cron: '00 00 02 * * ?', timezone: 'America/Los_Angeles'],
                                          script: [parameters: [parameter('region', 'eu', 'Constant', [scope: 'Workflow']), parameter('day', '$[yyyymmdd]', 'System', [scope: 'Workflow'])]],
                                          nodes: [[name: 'a', script: [runtime: [command: 'ODPS_SQL'], content: '${workflow.region} ${workflow.day} ${p} ${workflow.no}',
                                                                       parameters: [parameter('p', 'x-${workflow.region}')]]]]]]])

        then:
        nodes[0].runs()[0].script() == 'eu 20260316 x-eu ${workflow.no}'
        nodes[0].runs()[0].open() == ['${workflow.no}']
        nodes[0].runs()[0].parameters()*.name() == ['p', 'workflow.region', 'workflow.day']
        nodes[0].runs()[0].scheduled().toString() == '2026-03-16T02:00-07:00[America/Los_Angeles]'
        nodes[0].schedule() == 'every day at 02:00'
    }

    def "an hourly node has a run for each hour, or for the time that is asked for"() {
        given:
        def spec = [nodes: [node([runtime: [command: 'ODPS_SQL'], content: '${h}', parameters: [parameter('h', '$[yyyymmddhh24]')]],
                [trigger: [cron: '00 15 00-23/1 * * ?', timezone: 'Asia/Shanghai']])]]

        expect:
        preview(spec)[0].runs()*.script() == (0..23).collect { String.format('20260316%02d', it) }
        preview(spec, LocalTime.of(7, 30))[0].runs()*.script() == ['2026031607']
    }

    def "a day that is not the node's is a dry run, a manual node has no time"() {
        expect:
        preview([nodes: [node([content: 'x'], [trigger: [cron: '00 30 02 1 * ?', timezone: 'UTC']])]])[0].runs()[0].notes()[0].startsWith('dry run: on the 1st')
        preview([nodes: [node([content: 'x'], [trigger: [type: 'Manual']])]])[0].runs()[0].notes()[0].contains('no cron expression')
        preview([nodes: [node([content: 'x'], [trigger: [cron: '30 02 * * ?']])]])[0].runs()[0].notes()[0].contains("Write '00 30 02")
        preview([nodes: [node([content: 'x'], [trigger: [cron: '00 30 02 * * ?', timezone: 'Mars']])]])[0].runs()[0].notes()[0].contains('Mars')
    }

    def "shared parts are found, nodes inside others shown after them with the outer one's time"() {
        when:
        def nodes = preview([scripts: [[id: 's', runtime: [command: 'ODPS_SQL'], content: '${d}', parameters: [parameter('d', '$bizdate')]]],
                             nodes: [node([:], [script: '{{scripts.s}}']),
                                     node([runtime: [command: 'CONTROLLER_CYCLE']], [id: 'loop', name: 'loop', 'do-while': [nodes: [
                                             [name: 'inside', script: [runtime: [command: 'DIDE_SHELL'], content: 'echo $1', parameters: [parameter('1', '$[hh24mi]')]]]]]])]])

        then:
        nodes*.name() == ['n', 'loop', 'loop / inside']
        nodes[0].runs()[0].script() == '20260315'
        nodes[2].runs()[0].script() == 'echo 0230'
    }
}
