package dev.dwx.repl

import dev.dwx.PtyProcess
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

@Requires(value = { PtyProcess.available() }, reason = 'needs setsid for a pseudo-terminal')
class ReplPtySpec extends Specification {
    @TempDir
    Path directory

    private PtyProcess shell(Map<String, String> environment = [:], int columns = 100) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def path = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        return PtyProcess.start([java, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', path, StubShell.name, directory.toString()],
                environment, directory, columns)
    }

    def 'a line is read, run and shown; Ctrl-D leaves with nothing asked'() {
        given:
        def shell = shell()

        when:
        shell.waitFor('dwx> ')
        shell.type('1 + 1')

        then:
        shell.waitFor('<1 + 1>\n')
        shell.waitFor('dwx> ')

        when:
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0

        and: 'history is for the owner only'
        Files.readString(directory.resolve('history')) == '1 + 1\n'
        PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve('history'))) == 'rw-------'

        cleanup:
        shell?.close()
    }

    def 'the window after a line'() {
        given:
        def shell = shell()
        shell.waitFor('dwx> ')

        when:
        shell.type('1 + 1')

        then:
        shell.waitUntilDrawn { it.contains('<1') && it.endsWith('\ndwx>') } == '''\
            dwx stub
            dwx> 1 + 1
            <1 + 1>
            dwx>'''.stripIndent()

        cleanup:
        shell?.close()
    }

    def 'Ctrl-C drops the line, stops a running call, and never leaves the shell'() {
        given:
        def shell = shell()
        shell.waitFor('dwx> ')

        when: 'at the prompt'
        shell.send('half a li')
        shell.waitFor('half a li')
        shell.send(PtyProcess.CTRL_C)

        then:
        shell.waitFor('dwx> ')

        when: 'while something runs'
        shell.type('sleep')
        shell.waitFor('sleeping')
        shell.send(PtyProcess.CTRL_C)

        then:
        shell.waitFor('Interrupted.')
        shell.waitFor('dwx> ')

        when: 'something was typed ahead while it ran'
        shell.type('sleep')
        shell.waitFor('sleeping')
        shell.type('ahead')
        shell.waitFor('ahead')
        shell.send(PtyProcess.CTRL_C)

        then: 'the shell goes on with it or without, as the terminal keeps it'
        shell.waitFor('Interrupted.')
        shell.waitFor('dwx> ')

        when:
        shell.type('still here')

        then:
        shell.waitFor('<still here>')

        when: 'the window gets narrower'
        shell.type('width')
        shell.waitFor("[${'a' * 40}, ${'b' * 40}]")
        shell.waitFor('dwx> ')
        shell.resize(60, 20)
        shell.type('width')

        then: 'the next list fits it'
        shell.waitFor("  ${'a' * 40}\n  ${'b' * 40}\n")

        cleanup:
        shell?.close()
    }

    def 'a dumb terminal gets text without an escape sequence'() {
        given:
        def shell = shell(TERM: 'dumb')

        when:
        shell.waitFor('dwx> ')
        shell.type('plain')
        shell.waitFor('<plain>')
        shell.waitFor('dwx> ')
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0
        !shell.raw().contains('\u001b')

        cleanup:
        shell?.close()
    }

    def 'Ctrl-C at a dumb terminal drops the line and not the shell'() {
        given:
        def shell = shell(TERM: 'dumb')

        when: 'the line is still with the system, which makes a signal of the key'
        shell.waitFor('dwx> ')
        shell.send('half a line')
        shell.waitFor('half a line')
        shell.send(PtyProcess.CTRL_C)
        shell.waitFor('dwx> ')
        shell.type('plain')

        then:
        shell.waitFor('<plain>')

        when:
        shell.waitFor('dwx> ')
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0

        cleanup:
        shell?.close()
    }

    def 'a type that nobody knows still gives a prompt, and no program is asked about it'() {
        given: 'programs that leave a trace when they are started'
        def programs = Files.createDirectories(directory.resolve('bin'))
        ['infocmp', 'stty', 'tty', 'test', 'tput', 'sh'].each {
            def program = Files.writeString(programs.resolve(it), "#!/bin/sh\n: > '${directory.resolve('asked-' + it)}'\n")
            program.toFile().executable = true
        }
        def shell = shell(TERM: 'never-heard-of', PATH: programs.toString())

        when:
        shell.waitFor('dwx> ')
        shell.type('hello')

        then:
        shell.waitFor('<hello>')
        directory.toFile().list().every { !it.startsWith('asked-') }

        cleanup:
        shell?.close()
    }
}
