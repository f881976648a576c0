package dev.dwx.dsl.lint

import dev.dwx.dsl.LanguagePages
import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.flow.Flow
import dev.dwx.flowspec.lint.LintRules
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.TempDir

/** lint as a verb and as a method. */
class LintVerbSpec extends LanguageSpec {
    @TempDir Path folder

    static final String BROKEN = "flow('x') { sql('a') { script 'select 1'; set 'rerunMode', 'ALL_ALLOWED'; set 'rerunTimes', 20; set 'timeout', 9 } }"

    def "a flow tells what is wrong with it, errors first, and mends what a machine can"() {
        when:
        def report = run("$BROKEN .lint()")

        then:
        report.codes == ['rerun-mode', 'rerun-times', 'timeout']
        report.errors*.Code == ['rerun-mode', 'rerun-times']
        report.warnings*.Code == ['timeout']
        report.rows()[0].subMap('Severity', 'Path', 'Fix', 'QuickFix') == [Severity: 'error', Path: 'spec.workflows[0].nodes[0].rerunMode',
                                                                         Fix: "rerunMode: 'Allowed'", QuickFix: true]
        report.footer() == '2 errors, 1 warning; .fix() mends 2 of them'
        !report
        !report.clean

        and:
        def mended = run("$BROKEN .fixed()")
        mended instanceof Flow
        mended.spec.workflows[0].nodes[0].rerunMode == 'Allowed'
        mended.lint().codes == ['timeout']
    }

    def "the verb takes maps, texts and files, for any operation and without some rules"() {
        given:
        def file = Files.writeString(folder.resolve('x.json'), '{"version": "1.1.0",\n "kind": "Node",\n "spec": {"nodes": [\n{"name": "a"}]}}')
        run("path = '${file.toString().replace('\\', '\\\\')}'")

        expect:
        run("lint([version: '1.1.0', kind: 'Node', spec: [nodes: []]])").codes == ['body']
        run("lint('{\"kind\": \"Node\"}')").codes == ['version', 'body']
        run('lint(path)').errors*.Line.toSet() == [4] as Set
        run('lint(file(path))').codes == run('lint(path)').codes
        run("lint(off: ['outputs', 'inputs'], path)").codes == run('lint(path)').codes - ['outputs', 'inputs']
        run("lint(off: 'all', path)").clean
        run("lint(for: 'UpdateNode', path)").codes == ['id']
        run("flow('x') { sql('a') { script 'select 1' } }.lint()").clean
    }

    def "what is no document, no option and no operation is told"() {
        when:
        run(source)

        then:
        def e = thrown(Exception)
        e.message.contains(text)

        where:
        source                                       | text
        'lint(7)'                                    | 'document is a flow'
        "lint(of: ['x'], [kind: 'Node', spec: [:]])" | 'lint knows off: and for:'
        "lint(for: 'ListNodes', [kind: 'Node', spec: [:]])" | 'ListNodes takes no FlowSpec'
    }

    def "help lists every rule"() {
        expect:
        LintRules.all().every { LanguagePages.page('lint').get().contains('  ' + it.code() + ' ') }
    }
}
