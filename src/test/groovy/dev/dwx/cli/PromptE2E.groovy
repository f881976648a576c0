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

    def "a session: banner, values, the last value, an input over lines, errors and their traces, something destructive, leaving"() {
        when:
        start()
        shell.waitFor('dwx 0.1.0 · sandbox · cn-shanghai · project orders_dw (10001) · 673 APIs')
        shell.waitFor('dwx> ')
        shell.send('ListProjects(PageSize: 10)*.Name\r')
        shell.waitFor('orders_dw')
        shell.waitFor('dwx> ')
        shell.send('_.size() + 40\r')
        shell.waitFor(~/(?m)^42$/)
        shell.waitFor('dwx> ')
        shell.send('[1, 2, 3].collect {\r')
        shell.waitFor('...> ')
        shell.send('it * 2 }.sum()\r')
        shell.waitFor(~/(?m)^12$/)
        shell.waitFor('dwx> ')

        and: 'errors show the place and what is near; :error has the trace, _e the error'
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
        shell.waitFor('q leaves')
        shell.send('q')
        shell.waitFor('dwx> ')

        and: 'a destructive call wants the name typed: a wrong one leaves all as it is, the right one goes on'
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
        shell.send("password = 'hunter2-secret'\r")
        shell.waitFor('dwx> ')
        shell.send(':quit\r')

        then:
        shell.exitCode() == 0

        and: 'an input is one entry of a private history without secrets'
        def history = home.resolve('.local/state/dwx/history')
        Files.readString(history).contains('[1, 2, 3].collect {\\nit * 2 }.sum()\n')
        !Files.readString(history).contains('hunter2')
        PosixFilePermissions.toString(Files.getPosixFilePermissions(history)) == 'rw-------'
    }

    def "it works on a terminal that nobody knows, and without colours"() {
        when:
        start(['--sandbox', '--no-color'], [TERM: 'nobody-knows-this'])
        shell.waitFor('dwx> ')
        shell.send('ListProjects()*.Name\r')
        shell.waitFor('risk_dw')
        shell.waitFor('dwx> ')
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0
        shell.raw().replace('\u001b[90m~', '~').findAll(/\u001b\[(?:[0-9;]*;)?(?:[39][0-7]|[34]8;[0-9;]+|4[0-7]|10[0-7])m/).collect { it.substring(1) } == []
    }

    def "a damaged cache is told once and not used; Ctrl-C ends a call that is not answered"() {
        given: 'a service that takes calls and says nothing'
        def cache = Files.createDirectories(home.resolve('.cache/dwx/catalog'))
        Files.writeString(cache.resolve('catalog.bin'), 'cut in half')
        def silent = new ServerSocket(0, 50, InetAddress.loopbackAddress)
        def account = new DwxProcess(home).against(URI.create("http://127.0.0.1:$silent.localPort")).environment

        when:
        start([], account + [ALIBABA_CLOUD_REGION_ID: 'cn-beijing'])
        shell.waitFor('dwx 0.1.0 · cn-beijing · 673 APIs')
        shell.waitFor('A cached file is set aside and not used')
        shell.waitFor('dwx> ')
        shell.send('GetProject(Id: 1)\r')
        shell.waitFor('Ctrl-C stops')
        shell.send(PtyProcess.CTRL_C)
        shell.waitFor('Interrupted')
        shell.waitFor('dwx> ')
        shell.send('6 * 7\r')
        shell.waitFor(~/(?m)^42$/)
        shell.waitFor('dwx> ')
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0
        Files.exists(cache.resolve('catalog.bin.damaged'))

        cleanup:
        silent?.close()
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
