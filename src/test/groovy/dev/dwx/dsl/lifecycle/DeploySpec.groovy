package dev.dwx.dsl.lifecycle

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class DeploySpec extends Specification {
    static final String FLOW = '''
        wf = [version: '2.0.0', kind: 'CycleWorkflow', spec: [workflows: [[
            name: 'spec_daily', id: 'spec_daily', script: [path: 'spec_daily', runtime: [command: 'WORKFLOW']],
            trigger: [type: 'Scheduler', cron: '00 00 02 * * ?'],
            outputs: [nodeOutputs: [[data: 'orders_dw.spec_daily']]],
            nodes: [
                [name: 'spec_one', id: 'spec_one', script: [path: 'spec_daily/spec_one', content: 'select 1', runtime: [command: 'ODPS_SQL']],
                 trigger: [type: 'Scheduler', cron: '00 00 02 * * ?'],
                 inputs: [nodeOutputs: [[data: 'orders_dw_root']]], outputs: [nodeOutputs: [[data: 'orders_dw.spec_one']]]],
                [name: 'spec_two', id: 'spec_two', script: [path: 'spec_daily/spec_two', content: 'select 2', runtime: [command: 'ODPS_SQL']],
                 trigger: [type: 'Scheduler', cron: '00 00 02 * * ?'],
                 inputs: [nodeOutputs: [[data: 'orders_dw.spec_one']]], outputs: [nodeOutputs: [[data: 'orders_dw.spec_two']]]]],
            dependencies: [[nodeId: 'spec_one', depends: [[type: 'Normal', output: 'orders_dw_root']]],
                           [nodeId: 'spec_two', depends: [[type: 'Normal', output: 'orders_dw.spec_one']]]]]]]]
    '''

    @TempDir Path kept
    LifecycleSandbox dwx

    def setup() {
        dwx = new LifecycleSandbox(kept)
    }

    def cleanup() {
        dwx.close()
    }

    def "a workflow is imported, published stage by stage, and in production at the end"() {
        when:
        def result = dwx.run(FLOW + 'deploy wf')

        then:
        result.Status == 'Success'
        result.Stages*.Status.unique() == ['Success']
        result.Stages*.Stage.contains('PROD')
        dwx.run("ListTasks.all(Name: 'spec_')*.Name").sort() == ['spec_one', 'spec_two']
        dwx.arrived().CreatePipelineRun == 1
    }

    def "the same workflow once more is an update, and nothing is there twice"() {
        when:
        dwx.run(FLOW + 'deploy wf')
        dwx.run('deploy wf')

        then:
        dwx.run("ListWorkflowDefinitions.all(Name: 'spec_daily').count()") == 1
        dwx.run("ListNodes.all(Name: 'spec_').count()") == 2
        dwx.run("ListTasks.all(Name: 'spec_').count()") == 2
    }
}
