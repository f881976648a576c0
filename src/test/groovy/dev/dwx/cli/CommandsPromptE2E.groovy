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

/** Commands, settings and the prompt's context in the real program, and a saved session that runs elsewhere. */
@Requires(value = { PtyProcess.available() }, reason = 'needs setsid, of util-linux')
class CommandsPromptE2E extends Specification {
    @TempDir Path home
    @AutoCleanup PtyProcess shell

    def "a session is told by its prompt, changed by commands, kept without secrets, and runs again against a fresh sandbox"() {
        given:
        def dwx = new DwxProcess(home)
        def settings = home.resolve('.config/dwx/config.properties')
        Files.createDirectories(settings.parent)
        Files.writeString(settings, '# mine\noutptu = json\npassword = hunter2-file\ntips = on\n')
        def whole = System.getenv().collectEntries { name, value -> [name, null] } as Map<String, String>
        whole.putAll(dwx.builder([]).environment())
        whole.putAll([TERM: 'xterm-256color', COLUMNS: null, LINES: null, SHELL: '/bin/sh'])

        when:
        shell = PtyProcess.start([DwxProcess.PROJECT.resolve('bin/dwx').toString(), '--sandbox'], whole, home)

        then: 'what is wrong with the file is told, without the secret, and the tip of the day is there'
        shell.waitFor('Settings, line 2, not used: there is no setting outptu; perhaps output.')
        shell.waitFor('Settings, line 3, not used: password looks like a secret')
        shell.waitFor('Tip: ')
        shell.waitFor('[sandbox · orders_dw] dwx> ')

        when:
        shell.send(':set --keep tips off\r')
        shell.waitFor('tips = off, kept in')
        shell.send(':set --keep password hunter2-typed\r')
        shell.waitFor('secrets do not belong')
        shell.send(':project risk_dw\r')
        shell.waitFor('[sandbox · risk_dw] dwx> ')
        shell.send('nope_nope()\r')
        shell.waitFor('[sandbox · risk_dw] dwx> ')
        shell.send(":project orders_dw\r")
        shell.waitFor('[sandbox · orders_dw] dwx> ')
        shell.send("made = [password: 'hunter2-typed', count: ListNodes.all().size()]\r")
        shell.waitFor('[sandbox · orders_dw] dwx> ')
        shell.send("println made.count\r")
        shell.waitFor(~/(?m)^31$/)
        shell.send('!echo out of the "$HOME"; exit 3\r')
        shell.waitFor("out of the $home")
        shell.waitFor('exit code 3')
        shell.send(':save session\r')
        shell.waitFor('session.dwx: 4 inputs that worked')
        shell.send(':quit\r')

        then:
        shell.exitCode() == 0
        Files.readString(settings) == '# mine\noutptu = json\npassword = hunter2-file\ntips = off\n'
        PosixFilePermissions.toString(Files.getPosixFilePermissions(settings)) == 'rw-------'
        !Files.readString(home.resolve('session.dwx')).contains('hunter2')
        !Files.readString(home.resolve('.local/state/dwx/history')).contains('hunter2-typed')

        when: 'without the secret it ends and says so, and with it it runs'
        Files.delete(settings)
        def without = dwx.run('--sandbox', 'run', 'session.dwx')
        dwx.environment.DWX_PASSWORD = 'hunter2-again'
        def with = dwx.run('--sandbox', 'run', 'session.dwx')

        then:
        without.code != 0
        without.err.contains('DWX_PASSWORD is not set')
        with.code == 0
        with.out == '31\n'
    }
}
