package dev.dwx.cli

import dev.dwx.DwxProcess
import groovy.json.JsonSlurper
import spock.lang.Specification
import spock.lang.TempDir

import javax.xml.parsers.DocumentBuilderFactory
import java.nio.file.Files
import java.nio.file.Path

/** check, --record, --replay and test through the real program. */
class ChecksAndTestsE2E extends Specification {
    @TempDir Path home

    private DwxProcess getDwx() { new DwxProcess(home) }

    private Path file(String name, String text) { Files.writeString(home.resolve(name), text) }

    private static List all(org.w3c.dom.Element parent, String name) {
        def found = parent.getElementsByTagName(name)
        (0..<found.length).collect { found.item(it) }
    }

    def "check tells all faults of all files with place and caret, sends nothing and needs no account"() {
        given:
        file('bad.dwx', "x = 1\n  ListNods(PageSize: x)\nListProjects(PageSiz: 10)\n")
        file('good.dwx', "println ListProjects(PageSize: 10)*.Name\n")

        when:
        def run = dwx.run('check', 'bad.dwx', 'good.dwx')
        def rows = new JsonSlurper().parseText(dwx.run('check', '.', '-o', 'json').out)

        then:
        run.code == 1
        run.out.contains('bad.dwx:2:3: error: ListNods')
        run.out.contains('    ListNods(PageSize: x)\n    ^\n')
        run.out.contains('bad.dwx:3:14: error: ')
        run.out.contains('2 files checked, 2 errors, 0 warnings')
        rows*.subMap('line', 'column', 'severity') == [[line: 2, column: 3, severity: 'error'], [line: 3, column: 14, severity: 'error']]
        dwx.run('check', 'good.dwx').code == 0
        dwx.run('check', 'missing.dwx').code == ExitCode.NOT_FOUND.code()
    }

    def "lint tells the faults of documents with their lines, sends nothing and needs no account"() {
        given:
        file('bad.json', '{"version": "1.1.0", "kind": "Node",\n"spec": {"nodes": [{\n"name": "a", "script": {"path": "a", "runtime": {"command": "VIRTUAL"}},\n'
                + '"trigger": {"type": "Scheduler", "cron": "30 6 * * *"},\n"inputs": {"nodeOutputs": [{"data": "p_root"}]}, "outputs": {"nodeOutputs": [{"data": "p.a"}]}}]}}\n')
        file('other.json', '[1]')

        when:
        def run = dwx.run('lint', '.')

        then:
        run.code == 1
        run.out.contains('bad.json:4: error: spec.nodes[0].trigger.cron: ')
        run.out.contains('1 document checked, 1 error, 0 warnings')
    }

    def "a script is not begun when a later line is wrong"() {
        given:
        file('late.dwx', "println 'begun'\nProject = CreateProject(Name: 'a', DisplayName: 'a')\nListNods()\nGetNode()\n")

        when:
        def run = dwx.run('--sandbox', 'run', 'late.dwx')

        then:
        run.code == ExitCode.NOT_FOUND.code()
        run.out.isEmpty()
        run.err.contains('late.dwx: line 3, column 1')
        run.err.contains('late.dwx: line 4, column 1')
    }

    def "a recorded run is replayed without an account: the same output, and a changed script is found out"() {
        given:
        file('a.dwx', '''
            println yesterday
            println ListNodes(PageSize: args ? args[0] as int : 10)*.Id
            println ListProjects().requestId
            try { GetProject(Id: 99) } catch (ApiException e) { println e.message }
            println CreateDataSource(Name: 'x1', Type: 'mysql', ConnectionPropertiesMode: 'UrlMode',
                ConnectionProperties: '{"envType":"Prod","password":"planted-secret"}').Id
            '''.stripIndent())

        when:
        def recorded = dwx.run('--sandbox', 'run', '--record', 'a.cassette', 'a.dwx')
        def replayed = dwx.run('run', '--replay', 'a.cassette', 'a.dwx')
        def changed = dwx.run('run', '--replay', 'a.cassette', 'a.dwx', '20')
        def shorter = dwx.run('--replay', 'a.cassette', '-e', 'ListProjects().requestId')

        then:
        recorded.code == 0
        replayed.code == 0
        replayed.out == recorded.out
        !Files.readString(home.resolve('a.cassette')).contains('planted-secret')
        changed.code == ExitCode.CALL_REFUSED.code()
        changed.err.contains('PageSize: 20, recorded 10')
        shorter.code == ExitCode.SCRIPT_ERROR.code()
        shorter.err.contains('3 calls of the cassette a.cassette were not made')
    }

    def "test runs each script in a world of its own, tells what failed, and writes XML"() {
        given:
        file('one.test.dwx', """
            println 'printed <&> ' + yesterday
            test('made here') { CreateProject(Name: 'made_here', DisplayName: 'x'); assert ListProjects().total == 3 }
            test('wrong') { assert ListProjects().total == 99 }
            test('broken') { GetProject(Id: 99) }
            """.stripIndent())
        file('two_test.dwx', "assert ListProjects().total == 2\nassert yesterday == bizdate('20260315')\n")

        when:
        def run = dwx.run('test', '--junit', 'results.xml')
        def xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(home.resolve('results.xml').toFile()).documentElement

        then:
        run.code == 1
        run.out.contains('ok     made here')
        run.out.contains('FAILED wrong')
        run.out.contains('assert ListProjects().total == 99')
        run.out.contains('ERROR  broken')
        run.out.contains('ok     two_test.dwx')
        run.out.contains('4 tests: 2 passed, 1 failed, 1 error, 0 skipped')
        ['tests', 'failures', 'errors'].collect { xml.getAttribute(it) } == ['4', '1', '1']
        all(xml, 'testsuite')*.getAttribute('name') == ['one.test.dwx', 'two_test.dwx']
        all(xml, 'testcase')*.getAttribute('name') == ['made here', 'wrong', 'broken', 'two_test.dwx']
        all(xml, 'failure')[0].textContent.contains('line 4')
        all(xml, 'error')[0].getAttribute('message').contains('ProjectNotExists')
        all(xml, 'system-out')[0].textContent == 'printed <&> 2026-03-15\n'

        when:
        def picked = dwx.run('test', '--filter', 'made')

        then:
        picked.code == 0
        picked.out.contains('3 tests: 1 passed, 0 failed, 0 errors, 2 skipped')
    }

    def "a test with a cassette beside it needs no sandbox, and says how it has drifted"() {
        given:
        def test = file('c.test.dwx', "assert ListProjects(PageSize: 10).total == 2\n")

        when:
        dwx.run('--sandbox', 'run', '--record', 'c.test.cassette', 'c.test.dwx')
        def same = dwx.run('test', 'c.test.dwx')
        Files.writeString(test, "assert ListProjects(PageSize: 20).total == 2\n")
        def drifted = dwx.run('test', 'c.test.dwx')

        then:
        same.code == 0
        same.out.contains('c.test.dwx (c.test.cassette)')
        drifted.code == 1
        drifted.out.contains('PageSize: 20, recorded 10')
        dwx.run('test', 'nowhere').code == ExitCode.NOT_FOUND.code()
    }
}
