package dev.dwx.repl

import dev.dwx.PtyProcess
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

@Requires(value = { PtyProcess.available() }, reason = 'needs setsid for a pseudo-terminal')
class TypingPtySpec extends Specification {
    private static final String UP = '\u001b[A'
    private static final String END = '\u001b[F'
    private static final String PASTE = '\u001b[200~'
    private static final String PASTED = '\u001b[201~'

    @TempDir
    Path directory

    private PtyProcess shell(Map<String, String> environment = [:], int columns = 60, int rows = 14) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def path = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        def shell = PtyProcess.start([java, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Ddwx.language=en', '-cp', path,
                                      StubShell.name, directory.toString()], environment, directory, columns, rows)
        shell.waitFor('dwx> ')
        return shell
    }

    def 'what is typed has colours, the call at the cursor is told of, and all of that is gone when the line is run'() {
        given:
        def shell = shell()

        when: 'the words of the session are loaded by now or with one of the next keys'
        shell.send("ListNodes(Scene: 'x', PageSize: 10, Pro")

        then:
        shell.waitUntilDrawn { it.contains('10, Pro\n') && it.contains('The project.') || !shell.send('\u007fo') && false } == '''\
            dwx stub
            dwx> ListNodes(Scene: 'x', PageSize: 10, Pro
            ListNodes(ProjectId*, PageSize, Scene)
              ProjectId  whole number · required · The project.'''.stripIndent()
        shell.raw().contains('\u001b[36;1mListNodes\u001b[0m')

        when:
        shell.send('jectId: 1)')
        shell.waitUntilDrawn { it.endsWith('ProjectId: 1)') }
        shell.send('\r')

        then:
        shell.waitUntilDrawn { it.endsWith('\ndwx>') } == '''\
            dwx stub
            dwx> ListNodes(Scene: 'x', PageSize: 10, ProjectId: 1)
            <ListNodes(Scene: 'x', PageSize: 10, ProjectId: 1)>
            dwx>'''.stripIndent()

        when: 'the beginning is typed again, the rest of the older line is there, dim, and End takes it'
        shell.send('List')
        shell.waitUntilDrawn { it.endsWith("dwx> ListNodes(Scene: 'x', PageSize: 10, ProjectId: 1)") }
        shell.send(END + '.total\r')

        then:
        shell.waitUntilDrawn { it.endsWith('\ndwx>') }.contains("\n<ListNodes(Scene: 'x', PageSize: 10, ProjectId: 1).total>\n")

        when: 'a word at a time'
        shell.send('List')
        shell.send('\u001bf' + '()\r')

        then:
        shell.waitFor('<ListNodes()>')

        when: 'older lines that begin so'
        shell.waitUntilDrawn { it.endsWith('\ndwx>') }
        shell.type('other')
        shell.waitFor('<other>')
        shell.send('Lis' + UP + '\r')

        then:
        shell.waitFor('<ListNodes()>')

        when: 'searched for'
        shell.send('\u0012' + 'oth')
        shell.waitUntilDrawn { it.contains('bck-i-search: oth_') }
        shell.send('\r')

        then:
        shell.waitFor('<other>')

        cleanup:
        shell?.close()
    }

    def 'the window becomes narrower and wider while somebody types: everything stands there once, whatever comes first'() {
        given:
        def shell = shell()
        shell.type('List(1)')
        shell.waitUntilDrawn { it.endsWith('<List(1)>\ndwx>') }

        when: 'a key comes with each new size, at a line with a hint below it'
        shell.send('ListNodes(PageSize: 10, Pro')
        shell.waitUntilDrawn { it.contains('10, Pro\n') && it.contains('The project.') || !shell.send('\u007fo') && false }
        resizedAtEach(shell, ['j', 'e', '\u007f', '\u007f'] * 10)
        shell.send('\u007f' * 17)

        then:
        shell.waitUntilDrawn { it.endsWith('\n  Lists the nodes of a project.') } == '''\
            dwx stub
            dwx> List(1)
            <List(1)>
            dwx> ListNodes(
            ListNodes(ProjectId*, PageSize, Scene)
              Lists the nodes of a project.'''.stripIndent()

        when: 'at a line with an older one behind it'
        shell.send('\u007f' * 10)
        resizedAtEach(shell, ['L', 'i', 's', '\u007f', 's', 't', '\u007f', 't', '(', '1', '\u007f', '\u007f'])

        then:
        shell.waitUntilDrawn { it.endsWith('> List(1)') && it.count('List') == 3 } == '''\
            dwx stub
            dwx> List(1)
            <List(1)>
            dwx> List(1)'''.stripIndent()

        when: 'and at one of several lines'
        shell.send('(\r')
        resizedAtEach(shell, ['2', ',', '\r', ' ', '3', ',', '\r', '4', '\u007f', '5'])

        then:
        shell.waitUntilDrawn { it.endsWith('...>  5') } == '''\
            dwx stub
            dwx> List(1)
            <List(1)>
            dwx> List(
            ...> 2,
            ...>  3,
            ...>  5'''.stripIndent()

        cleanup:
        shell?.close()
    }

    private static void resizedAtEach(PtyProcess shell, List<String> keys) {
        keys.eachWithIndex { key, i ->
            int columns = i % 2 == 0 ? 38 + i % 7 : 59 - i % 5
            if (i % 4 < 2) {
                shell.resize(columns, 14)
                shell.send(key)
            } else {
                shell.send(key)
                shell.resize(columns, 14)
            }
        }
        shell.resize(60, 14)
    }

    def 'emoji that are joined are typed, gone behind and before, and changed around'() {
        given:
        def shell = shell()
        def family = '\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67'

        when:
        shell.send("List(Name: '$family', Scen")
        shell.waitUntilDrawn { it.contains("', Scen") }
        shell.send('\u001b[D' * 6 + '\u007fx' + END + 'e: 1)\r')

        then:
        shell.waitFor("<List(Name: '${family}x, Scene: 1)>")
        shell.drawn().count('dwx> List') == 1

        cleanup:
        shell?.close()
    }

    def 'a script is pasted whole, with its tabs and blank lines, and runs as one input with the next Enter'() {
        given:
        def shell = shell()
        def lines = (1..200).collect { it % 10 == 0 ? '' : "\tvalue$it = $it" }
        def script = ['if (true) {', *lines, '}'].join('\n')

        when:
        shell.send(PASTE + script.replace('\n', '\r') + '\r' + PASTED)

        then:
        shell.waitUntilDrawn { it.readLines().last() == '...> }' }.readLines().size() <= 14
        !shell.screen().contains('<if')

        when:
        shell.send('\r')

        then:
        shell.waitFor('value1 = 1')
        Files.readAllLines(directory.resolve('history')) == [script.replace('\n', '\\n')]

        cleanup:
        shell?.close()
    }

    def 'further lines begin where the one before began, Alt-Enter makes one, and the keys may be those of vi'() {
        given:
        def shell = shell(DWX_KEYS: 'vi')

        when:
        shell.send('a(\r  b,\rc\r)')

        then:
        shell.waitUntilDrawn { it.endsWith('...> )') } == '''\
            dwx stub
            dwx> a(                                           vi: insert
            ...>   b,
            ...>   c
            ...> )'''.stripIndent()

        when: 'to the line above and back, in command mode'
        shell.send('\u001b')
        shell.waitUntilDrawn { it.contains('vi: command') }
        shell.send('kxaz')
        shell.waitUntilDrawn { it.contains('vi: insert') && it.contains('z') }
        shell.send('\r\u0003')

        then:
        shell.waitFor('dwx> ')
        shell.alive()

        cleanup:
        shell?.close()
    }

    def 'an input goes through the editor and comes back to be run'() {
        given:
        def editor = Files.writeString(directory.resolve('editor.sh'), '''\
            #!/bin/sh
            stat -c '%a' "$1" > seen
            echo "$1" >> seen
            echo "$(cat "$1") + 2" > "$1"
            '''.stripIndent())
        editor.toFile().executable = true
        def shell = shell(EDITOR: editor.toString(), VISUAL: null)

        when:
        shell.send('1 + 1\u0018\u0005')
        shell.waitUntilDrawn { it.endsWith('dwx> 1 + 1 + 2') }
        shell.send('\r')

        then:
        shell.waitFor('<1 + 1 + 2>')
        Files.readAllLines(directory.resolve('seen'))[0] == '600'
        !Files.exists(Path.of(Files.readAllLines(directory.resolve('seen'))[1]))

        when:
        shell.waitFor('dwx> ')
        shell.type(':edit')
        shell.waitUntilDrawn { it.endsWith('dwx> 1 + 1 + 2 + 2') }
        shell.send('\r')

        then:
        shell.waitFor('<1 + 1 + 2 + 2>')

        cleanup:
        shell?.close()
    }

    def 'a narrow and low window, without colours'() {
        given:
        def shell = shell([NO_COLOR: '1'], 40, 10)

        when:
        shell.send("ListNodes(Scene: 'x', PageSize: 10, S")

        then:
        shell.waitUntilDrawn { it.contains(' S\n') && it.contains('DATAWORKS') || !shell.send('\u007fS') && false } == '''\
            dwx stub
            dwx> ListNodes(Scene: 'x', PageSize: 10,
             S
            ListNodes(ProjectId*, PageSize, Scene)
              Scene  text · DATAWORKS_PROJECT | DA…'''.stripIndent()
        !(shell.raw() =~ /\u001b\[[0-9;]*3[0-7]m/)

        cleanup:
        shell?.close()
    }

    def 'a dumb terminal shows a line once'() {
        given:
        def shell = shell(TERM: 'dumb')

        when:
        shell.send('plain(x')
        shell.waitFor('plain(x')
        shell.send('\u007f1)\r')

        then:
        shell.waitFor('<plain(1)>\ndwx> ')
        shell.drawn() == '''\
            dwx stub
            dwx> plain(1)
            <plain(1)>
            dwx>'''.stripIndent()
        !shell.raw().contains('\u001b')

        cleanup:
        shell?.close()
    }
}
