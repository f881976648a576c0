package dev.dwx.cli

import dev.dwx.DwxProcess
import dev.dwx.flowspec.model.FlowDocument
import dev.dwx.json.ExactJson
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** decompile through the real program. */
class DecompileE2E extends Specification {
    @TempDir Path home

    static final String JSON = ExactJson.write([version: '1.1.0', kind: 'CycleWorkflow', spec: [name: 'nightly', workflows: [[
            name: 'nightly', nodes: [[name: 'count_orders', script: [content: "select '\${bizdate}' -- \u4e2d\n" * 30, runtime:
                    [command: 'ODPS_SQL']], priority: 7]]]]]])

    def "a document becomes a script that builds it, and nothing is overwritten"() {
        given:
        def dwx = new DwxProcess(home)
        def file = Files.writeString(home.resolve('nightly.json'), JSON)

        when:
        def told = dwx.run('decompile', file.toString())
        def built = dwx.run('--sandbox', '-q', '-o', 'json', '-e', told.out)

        then:
        told.code == 0
        told.out.startsWith("flow('nightly') {\n")
        FlowDocument.parse(built.out) == FlowDocument.parse(JSON)

        when: 'a script of that name is there'
        def mine = Files.writeString(Files.createDirectories(home.resolve('out')).resolve('nightly.dwx'), '// mine')
        def refused = dwx.run('decompile', '--out', home.resolve('out').toString(), file.toString())

        then:
        refused.code == ExitCode.USAGE.code()
        refused.err.contains('nightly.dwx is there already and holds something else. Nothing was written.')
        refused.err.contains('--force')
        Files.readString(mine) == '// mine'
        !Files.exists(home.resolve('out/sql'))
    }
}
