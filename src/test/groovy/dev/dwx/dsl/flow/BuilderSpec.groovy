package dev.dwx.dsl.flow

import dev.dwx.dsl.LanguageSpec
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
}
