package dev.dwx.cli

import dev.dwx.DwxProcess
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Path

/** What a user sees of the traps on the command line. */
class TrapsE2E extends Specification {
    @TempDir Path home

    def "a broken Spec is refused with exit code 4, also in quiet, and remarks are silent in quiet alone"() {
        given:
        def dwx = new DwxProcess(home)
        def source = '''CreatePipelineRun(Type: 'Online', ObjectIds: [ListWorkflowDefinitions().items[0].Id])
            CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: [version: '1.1.0', kind: 'Node', spec: [nodes: [[name: 'n']]]])'''

        when:
        def loud = dwx.run('--sandbox', '-e', source)
        def quiet = dwx.run('--sandbox', '--quiet', '-e', source)

        then:
        [loud, quiet].every { it.code == 4 && it.err.contains('dwx.SpecInvalid') && it.err.contains('spec.nodes[0].outputs.nodeOutputs') }
        loud.err.contains('publishes and runs nothing')
        !quiet.err.contains('publishes and runs nothing')
    }

    def "help lists the traps, and a card shows those of its operation"() {
        given:
        def dwx = new DwxProcess(home)

        expect:
        dwx.run('help', 'traps').out.contains('business dates in milliseconds')
        dwx.run('describe', 'CreatePipelineRun').out.contains('Watch out')
    }
}
