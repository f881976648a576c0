package dev.dwx.cli

import dev.dwx.DwxProcess
import dev.dwx.SandboxServer
import groovy.json.JsonSlurper
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/** The count of calls through the real program: each run is a process of its own, and they share it. */
@Stepwise
class LimitsE2E extends Specification {
    @Shared @TempDir Path home
    @Shared SandboxServer server
    @Shared DwxProcess dwx

    def setupSpec() {
        server = new SandboxServer(new DwxProcess(home), ['--edition', 'basic'])
        dwx = new DwxProcess(home).against(server.endpoint)
        dwx.environment.DWX_EDITION = server.exports.DWX_EDITION
    }

    def cleanupSpec() {
        server?.close()
    }

    private Path ledger() {
        home.resolve('.local/state/dwx/calls.json')
    }

    /** As if so many calls had been made in other processes. */
    private void counted(int calls) {
        def text = Files.readString(ledger())
        def changed = text.replaceFirst(/"calls":\d+/, "\"calls\":$calls")
        assert text != changed
        Files.writeString(ledger(), changed)
    }

    def "calls beyond a second's wait for the next, and none is throttled"() {
        when:
        def run = dwx.run('-o', 'json', '-e', '(1..11).collect { ListProjects(PageSize: 1).total }; limits')

        then:
        run.code == 0
        with(new JsonSlurper().parseText(run.out)) {
            edition == 'basic'
            today == 11
            left == 89
            month == 11
            ledger == ledger().toString()
        }
        !(run.err =~ /(?i)throttl/)
        !Files.readString(ledger()).contains('sandbox')
    }

    def "the next process goes on counting, and doctor says where it stands"() {
        when:
        def run = dwx.run('doctor')

        then:
        run.out.contains('12 of 100 calls in cn-shanghai, 88 left until')
        run.out.contains(ledger().toString())
    }

    def "the last call of a day is sent and the one after it is not, with what to do about it"() {
        given:
        counted(99)

        when:
        def run = dwx.run('-e', 'println ListProjects(PageSize: 1).total; ListProjects()')

        then:
        run.code == ExitCode.CALL_REFUSED.code()
        run.out == '2\n'
        run.err.contains('dwx.DayUsedUp')
        run.err.contains('(UTC+8)')
        run.err.contains('DWX_IGNORE_QUOTA=1')
    }

    def "a listing that would take more than is left is not begun in earnest"() {
        given:
        counted(97)

        when:
        def run = dwx.run('-p', '10001', '-e', 'ListTaskInstances.all(Bizdate: yesterday, PageSize: 1)*.Id')

        then:
        run.code == ExitCode.CALL_REFUSED.code()
        run.err.contains('dwx.DayTooShort')
        run.err.contains('ListTaskInstances.all')
        new JsonSlurper().parse(ledger().toFile()).counts[0].calls == 98
    }

    def "a wrong count locks nobody out"() {
        given:
        counted(100)
        def daring = new DwxProcess(home).against(server.endpoint)
        daring.environment.putAll([DWX_EDITION: 'basic', DWX_IGNORE_QUOTA: '1'])

        expect:
        daring.run('-e', 'ListProjects(PageSize: 1).total').out == '2\n'
        dwx.run('-e', 'ListProjects(PageSize: 1).total').code == ExitCode.CALL_REFUSED.code()

        when:
        def run = dwx.run('-e', 'limits.forget(); ListProjects(PageSize: 1).total')

        then:
        run.out == '2\n'
        run.err.contains('counted anew')
    }

    def "a ledger that is damaged costs one line"() {
        given:
        Files.writeString(ledger(), '{"format":1,"cou')

        when:
        def run = dwx.run('-e', 'ListProjects(PageSize: 1).total + ListProjects(PageSize: 1).total')

        then:
        run.code == 0
        run.out == '4\n'
        run.err.readLines().count { it.contains('calls.json.damaged') } == 1
    }

    def "an edition that does not exist is told before anything is done"() {
        given:
        def wrong = new DwxProcess(home).against(server.endpoint)
        wrong.environment.DWX_EDITION = 'gold'

        when:
        def run = wrong.run('-e', 'ListProjects()')

        then:
        run.code == ExitCode.USAGE.code()
        run.err.contains('there is no edition gold; they are basic, standard, professional, enterprise')
    }
}
