package dev.dwx.dsl.lifecycle

import dev.dwx.dsl.Context
import dev.dwx.dsl.ScriptFailure
import java.nio.file.Path
import spock.lang.Shared
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

    @Shared @TempDir Path kept
    @Shared LifecycleSandbox dwx

    def setupSpec() {
        dwx = new LifecycleSandbox(kept)
    }

    def setup() {
        dwx.begin()
    }

    def cleanupSpec() {
        dwx.close()
    }

    /** What somebody who ends the program from outside does. */
    static class Killed extends Error {
    }

    private int runs(String name) {
        dwx.run("ListPipelineRuns.all(ObjectId: ListWorkflowDefinitions.all(Name: '$name').find { it.Name == '$name' }.Id).count()") as int
    }

    def "a workflow is imported, published stage by stage, and in production at the end"() {
        when:
        def result = dwx.run(FLOW + 'deploy wf')

        then:
        result.Status == 'Success'
        result.Stages*.Status.unique() == ['Success']
        result.Stages*.Stage.contains('PROD')
        dwx.run("ListTasks.all(Name: 'spec_')*.Name").sort() == ['spec_one', 'spec_two']
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

    def "cut #moment #call, the next deploy goes on: one workflow, one run"() {
        given:
        String name = "cut_${moment}_${call}_$count".toLowerCase()
        String source = FLOW.replace('spec_', name + '_')
        int left = count
        def cut = { called -> if (called == call && --left == 0) { throw new Killed() } }

        when: 'the program is ended'
        dwx.before = moment == 'before' ? cut : { }
        dwx.after = moment == 'after' ? cut : { }
        dwx.run(source + 'deploy wf')

        then:
        def failure = thrown(ScriptFailure)
        failure.cause instanceof Killed

        when: 'another one knows only what is on disk'
        dwx.begin()
        def result = dwx.run(source + 'deploy wf')

        then:
        result.Status == 'Success'
        dwx.run("ListWorkflowDefinitions.all(Name: '$name').count()") == 1
        dwx.run("ListNodes.all(Name: '$name').count()") == 2
        dwx.run("ListTasks.all(Name: '$name').count()") == 2
        runs("${name}_daily") == 1
        kept.toFile().list().every { it.startsWith('studio-') }

        where:
        moment   | call                       | count
        'before' | 'ImportWorkflowDefinition' | 1
        'after'  | 'ImportWorkflowDefinition' | 1
        'after'  | 'GetJobStatus'             | 1
        'before' | 'CreatePipelineRun'        | 1
        'after'  | 'CreatePipelineRun'        | 1
        'after'  | 'GetPipelineRun'           | 1
        'before' | 'ExecPipelineRunStage'     | 1
        'after'  | 'ExecPipelineRunStage'     | 2
        'after'  | 'ExecPipelineRunStage'     | 4
    }

    def "in the old DataStudio nodes are files, submitted and deployed; said once, it is remembered"() {
        given:
        dwx.begin(Context.of('cn-shanghai').withProject(10002L, 'risk_dw'))
        String source = FLOW.replace('spec_', 'old_').replace('orders_dw', 'risk_dw')

        when: 'an extension of the project objects'
        dwx.run(source + "deploy wf, studio: 'old'")

        then:
        def failure = thrown(ScriptFailure)
        failure.message.contains('check failed (7)')
        failure.message.contains('skipExtensions: true')

        when: 'and is passed over'
        def result = dwx.run(source + 'deploy wf, skipExtensions: true')

        then:
        result.Stages*.File == ['old_one', 'old_two']
        result.Status == 'Success'

        when:
        dwx.begin(Context.of('cn-shanghai').withProject(10002L, 'risk_dw'))
        dwx.run(source + 'deploy wf, skipExtensions: true')

        then:
        dwx.run("ListFiles.all(ExactFileName: 'old_one').count()") == 1
        dwx.run("GetFile(FileId: ListFiles(ExactFileName: 'old_two').items[0].FileId).Data.NodeConfiguration.InputList*.Input") == ['risk_dw.old_one']
        !dwx.notes.any { it.contains('taken for') }
    }
}
