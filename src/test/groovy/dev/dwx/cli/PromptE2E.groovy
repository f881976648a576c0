package dev.dwx.cli

import dev.dwx.DwxProcess
import dev.dwx.PtyProcess
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions

/** The prompt of the real program in a pseudo-terminal, against a sandbox over a socket. */
@Requires(value = { PtyProcess.available() }, reason = 'needs setsid, of util-linux')
class PromptE2E extends Specification {
    @TempDir Path home
    @AutoCleanup PtyProcess shell

    private PtyProcess start(List<String> options = ['--sandbox'], Map<String, String> environment = [:]) {
        def dwx = new DwxProcess(home)
        // A variable of this machine that the program must not see is taken out by a null.
        def whole = System.getenv().collectEntries { name, value -> [name, null] } as Map<String, String>
        whole.putAll(dwx.builder([]).environment())
        whole.putAll([TERM: 'xterm-256color', COLUMNS: null, LINES: null] + environment)
        shell = PtyProcess.start([DwxProcess.PROJECT.resolve('bin/dwx').toString()] + options, whole, home)
        shell
    }

    def "a session: banner, a call as a table, a value, the last value, leaving"() {
        when:
        start()
        shell.waitFor('dwx 0.1.0 · sandbox · cn-shanghai · project orders_dw (10001) · 673 APIs (2024-05-18: 358, 2020-05-18: 315)')
        shell.waitFor('dwx> ')
        shell.send('ListProjects(PageSize: 10)*.Name\r')
        shell.waitFor('orders_dw')
        shell.waitFor('dwx> ')
        shell.send('_.size() + 40\r')
        shell.waitFor(~/(?m)^42$/)
        shell.waitFor('dwx> ')
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0
    }

    def "brackets and quotes go on over lines, and the whole is one entry of a private history without secrets"() {
        when:
        start()
        shell.waitFor('dwx> ')
        shell.send('[1, 2, 3].collect {\r')
        shell.waitFor('...> ')
        shell.send('it * 2 }.sum()\r')
        shell.waitFor(~/(?m)^12$/)
        shell.waitFor('dwx> ')
        shell.send("password = 'hunter2-secret'\r")
        shell.waitFor('dwx> ')
        shell.send(':quit\r')
        shell.exitCode()
        def history = home.resolve('.local/state/dwx/history')

        then:
        Files.readString(history).contains('collect')
        !Files.readString(history).contains('hunter2')
        PosixFilePermissions.toString(Files.getPosixFilePermissions(history)) == 'rw-------'
    }

    def "Tab completes operations and parameters"() {
        when:
        start()
        shell.waitFor('dwx> ')
        shell.send('ListProjectR\t')
        shell.waitFor('ListProjectRoles')
        shell.send(PtyProcess.CTRL_C)
        shell.waitFor('dwx> ')
        shell.send('ListProjects(DevEnv\t')
        shell.waitFor('DevEnvironmentEnabled')
        shell.send(PtyProcess.CTRL_C)
        shell.waitFor('dwx> ')
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0
    }

    def "Ctrl-C stops what runs and never the shell, also what catches everything"() {
        when:
        start()
        shell.waitFor('dwx> ')
        shell.send('1 + 1\r')
        shell.waitFor(~/(?m)^2$/)
        shell.waitFor('dwx> ')
        shell.send("println 'be' + 'gun'; while (true) { try { Thread.sleep(1) } catch (Throwable t) { } }\r")
        shell.waitFor('begun')
        shell.send(PtyProcess.CTRL_C)
        shell.waitFor('Interrupted')
        shell.waitFor('dwx> ')
        shell.send('6 * 7\r')
        shell.waitFor(~/(?m)^42$/)
        shell.waitFor('dwx> ')
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0
    }

    def "a destructive call wants the name typed: a wrong one leaves all as it is, the right one goes on"() {
        when:
        start()
        shell.waitFor('dwx> ')
        shell.send('DeleteProject(Id: 10002)\r')
        shell.waitFor('risk_dw (10002)')
        shell.waitFor('Type the name risk_dw')
        shell.send('orders_dw\r')
        shell.waitFor('was not sent')
        shell.waitFor('dwx> ')
        shell.send('ListProjects().total\r')
        shell.waitFor(~/(?m)^2$/)
        shell.waitFor('dwx> ')
        shell.send('DeleteProject(Id: 10002)\r')
        shell.waitFor('Type the name risk_dw')
        shell.send('risk_dw\r')
        shell.waitFor('RequestId')
        shell.waitFor('dwx> ')
        shell.send('ListProjects().total\r')
        shell.waitFor(~/(?m)^1$/)
        shell.waitFor('dwx> ')
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0
    }

    def "errors show the place and what is near; :error has the trace, _e the error"() {
        when:
        start()
        shell.waitFor('dwx> ')
        shell.send('ListProjcts()\r')
        shell.waitFor('did you mean ListProjects')
        shell.waitFor('dwx> ')
        shell.send('_e.code()\r')
        shell.waitFor('dwx.UnknownOperation')
        shell.waitFor('dwx> ')
        shell.send(':error\r')
        shell.waitFor('at dev.dwx')
        shell.waitFor('dwx> ')
        shell.send(':help\r')
        shell.waitFor(':quit')
        shell.waitFor('dwx> ')
        shell.send(':quit\r')

        then:
        shell.exitCode() == 0
    }

    def "it works on a #kind terminal"() {
        when:
        start(options, environment)
        shell.waitFor('dwx> ')
        shell.send('ListProjects()*.Name\r')
        shell.waitFor('risk_dw')
        shell.waitFor('dwx> ')
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0

        where:
        kind         | options                    | environment
        'dumb'       | ['--sandbox']              | [TERM: 'dumb']
        'colourless' | ['--sandbox', '--no-color'] | [:]
        'NO_COLOR'   | ['--sandbox']              | [NO_COLOR: '1']
        'unknown'    | ['--sandbox']              | [TERM: 'nobody-knows-this']
    }

    def "the banner names the region of the environment, and a damaged cache is told once and not used"() {
        given:
        def cache = Files.createDirectories(home.resolve('.cache/dwx/catalog'))
        Files.writeString(cache.resolve('catalog.bin'), 'cut in half')

        when:
        start([], [ALIBABA_CLOUD_REGION_ID: 'cn-beijing'])
        shell.waitFor('dwx 0.1.0 · cn-beijing · 673 APIs')
        shell.waitFor('A cached file is set aside and not used')
        shell.waitFor('dwx> ')
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0
        Files.exists(cache.resolve('catalog.bin.damaged'))
    }

    def "without an account the prompt is there all the same, and says what is missing at the first call"() {
        when:
        start([])
        shell.waitFor('dwx> ')
        shell.send('1 + 1\r')
        shell.waitFor(~/(?m)^2$/)
        shell.waitFor('dwx> ')
        shell.send('ListProjects()\r')
        shell.waitFor('--region cn-shanghai')
        shell.waitFor('dwx> ')
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0
    }
}
