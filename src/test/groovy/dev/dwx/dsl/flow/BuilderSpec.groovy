package dev.dwx.dsl.flow

import dev.dwx.dsl.LanguageSpec
import dev.dwx.flowspec.NodeTypes
import dev.dwx.flowspec.build.NodeWords
import dev.dwx.flowspec.lint.SpecCheck
import dev.dwx.flowspec.lint.SpecSetting
import dev.dwx.flowspec.lint.SpecUse

/** Blocks that describe workflows and nodes. */
class BuilderSpec extends LanguageSpec {
    static List<String> lint(Object flow, SpecUse use) {
        SpecCheck.of(flow, SpecSetting.of(use).withProjectName('orders_dw'))*.line()
    }

    def "a workflow of two nodes needs no more than their code and their order"() {
        when:
        def flow = run("flow('x') { sql('a') { script 'select 1' }; sql('b') { script 'select 2'; after 'a' } }")
        def workflow = flow.spec.workflows[0]

        then:
        lint(flow, SpecUse.IMPORT_WORKFLOW) == []
        flow.kind == 'CycleWorkflow'
        workflow.nodes*.name == ['a', 'b']
        workflow.dependencies == [[nodeId: 'b', depends: [[type: 'Normal', output: 'orders_dw.a', refTableName: 'a']]]]
        flow.spec.flow == [[nodeId: 'x', depends: [[type: 'Normal', output: 'orders_dw_root']]]]
    }

    def "a node alone hangs off the root of the project"() {
        when:
        def node = run("node('top') { type 'ODPS_SQL'; script 'select 1'; cron daily: '02:30' }")

        then:
        lint(node, SpecUse.CREATE_NODE) == []
        node.spec.nodes[0].trigger.cron == '00 30 02 * * ?'
        node.spec.nodes[0].inputs.nodeOutputs*.data == ['orders_dw_root']
    }

    def "#word makes a node of its type, and the document is clean"() {
        when:
        def body = [branch: "when '1 > 0', describe: 'always'", join: "when 'b_1', of: 'first'", doWhile: "shell('try') { script 'echo' }; end { language 'python'; script 'print 1' }",
                    forEach: "over 'first.outputs'; shell('one') { script 'echo' }", combined: "sql('one') { script 'select 1' }",
                    subflow: "runs 'other'", paramHub: "params region: 'eu'", sqlComponent: "component 'top_n', inputs: [src: 'a']",
                    di: "reader 'odps', datasource: 'shop_mc', table: 'a', columns: ['id'], partition: 'dt=\\'1\\''; writer 'holo', datasource: 'h', table: 'public.a', columns: ['id']; errorLimit 0, strategy: 'stop'",
                    node: "type 'ODPS_SQL'; script 'select 1'", assign: "script 'select 1'", check: "script '{}'"][word] ?: "script 'select 1'"
        if (!(word in ['shell', 'python', 'virtual', 'node', 'di'])) {
            body += "; datasource 'x_source'"
        }
        def flow = run("flow('x') { assign('first') { script 'select 1' }; $word('n') { $body } }")
        def node = flow.spec.workflows[0].nodes[1]

        then:
        lint(flow, SpecUse.IMPORT_WORKFLOW).findAll { !it.contains('datasource') } == []
        node.name == 'n'
        node.script.runtime.command == (NodeWords.named(word).get().command() ?: 'ODPS_SQL')
        node.script.runtime.commandTypeId == NodeTypes.code(node.script.runtime.command).asInt

        where:
        word << NodeWords.names()
    }
}
