package dev.dwx.cli

import dev.dwx.DwxProcess
import dev.dwx.PtyProcess
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/** The keys of a person, and the window after them: three kinds of terminal, and one start of the real program for each. */
@Requires(value = { PtyProcess.available() }, reason = 'needs setsid, of util-linux')
class TypingPromptE2E extends Specification {
    private static final String DELETE = '\u007f'
    private static final String END = '\u001b[F'
    private static final String CLEAR = '\u000c'
    private static final String PASTE = '\u001b[200~'
    /** Sent when an input begins to be read: pastes are to be marked. */
    private static final String READING = '\u001b[?2004h'
    private static final String PASTED = '\u001b[201~'

    @TempDir Path home
    @AutoCleanup PtyProcess shell

    private void start(Map<String, String> environment, int columns, int rows) {
        Files.writeString(Files.createDirectories(home.resolve('.config/dwx')).resolve('config.properties'), 'tips = off\n')
        def whole = System.getenv().collectEntries { name, value -> [name, null] } as Map<String, String>
        whole.putAll(new DwxProcess(home).builder([]).environment())
        whole.putAll([TERM: 'xterm-256color', COLUMNS: null, LINES: null, NO_COLOR: null] + environment)
        shell = PtyProcess.start([DwxProcess.PROJECT.resolve('bin/dwx').toString(), '--sandbox'], whole, home, columns, rows)
        shell.waitUntilDrawn(120) { it.endsWith('dwx>') }
    }

    /** The lines of the window from the last prompt on, with the prompt's beginning cut. */
    private static String input(String window) {
        window.substring(window.lastIndexOf('dwx>'))
    }

    /**
     * Waits until the last prompt and what follows it look so. What is loaded beside the prompt is there at one of the next times:
     * then the keys are typed again: over the last one, or on an empty line, once the terminal has done with Ctrl-C, which throws away
     * what was typed ahead.
     */
    private String typed(String expected, String again = null) {
        def wanted = expected.stripIndent()
        for (int i = 0; again != null && i < 20; i++) {
            try {
                return input(shell.waitUntilDrawn(3) { input(it) == wanted })
            } catch (AssertionError ignored) {
                if (!again.startsWith(DELETE)) {
                    empty()
                }
                shell.send(again)
            }
        }
        input(shell.waitUntilDrawn(30) { input(it) == wanted })
    }

    /** Waits until the window shows the prompt and what is typed so, and nothing else. */
    private void whole(String expected) {
        def wanted = '[sandbox · orders_dw] ' + expected.stripIndent()
        shell.waitUntilDrawn(30) { it == wanted }
    }

    /** Leaves what is typed, and waits until the next input is read: an empty prompt before and the one after look the same. */
    private void empty() {
        int read = shell.raw().count(READING)
        shell.send(PtyProcess.CTRL_C)
        shell.waitUntilDrawn { it.endsWith('dwx>') && shell.raw().count(READING) > read }
    }

    /** Leaves what is typed, and has an empty prompt at the top of the window. */
    private void fresh() {
        empty()
        shell.send(CLEAR)
        shell.waitUntilDrawn { it == '[sandbox · orders_dw] dwx>' }
    }

    def 'a wide window: what a person types, sees, takes back and changes'() {
        given:
        start([:], 100, 24)
        fresh()

        expect: 'the initials of an operation are enough; Tab again walks through the list'
        shell.send('LNo')
        typed('dwx> LNo')
        shell.send('\t')
        typed('''\
            dwx> LNo
            ListNodes               Lists nodes.
            ListNodeDependencies    Lists node dependencies.
            ListNodeIO              (2020-05-18, deprecated) Lists the inputs and outputs of a node.
            ListInnerNodes          (2020-05-18) Lists inner nodes.
            ListNodesByOutput       (2020-05-18) Lists nodes by output.
            ListNodesByBaseline     (2020-05-18) Lists the nodes of a baseline.
            ListNodeInputOrOutput   (2020-05-18) Lists the inputs or outputs of a node.''', 'LNo\t')
        shell.send('\t')
        input(shell.waitUntilDrawn { input(it).startsWith('dwx> ListNodes(\nListNodes ') })
        fresh()

        and: 'a call is in colours, and what it takes stands below it, and is gone once it is closed'
        shell.send('ListNodes(ProjectId: 10001, Re')
        typed('''\
            dwx> ListNodes(ProjectId: 10001, Re
            ListNodes(ProjectId*, ContainerId, Name, PageNumber, PageSize, Recurrence, RerunMode, Scene)
              Lists nodes.''', DELETE + 'e')
        shell.raw().contains('\u001b[36;1mListNodes\u001b[0m')

        and: 'a parameter that is left'
        shell.send('\t')
        typed('''\
            dwx> ListNodes(ProjectId: 10001, Re
            Recurrence   string
            RerunMode    string''')
        shell.send('c\t')
        input(shell.waitUntilDrawn { input(it).startsWith('dwx> ListNodes(ProjectId: 10001, Recurrence:') })
        fresh()

        and: 'one of the values that there are'
        shell.send('ListNodes(Scene: \t')
        typed('''\
            dwx> ListNodes(Scene: 'Dataworks
            DataworksProject          DataworksManualWorkflow   DataworksManualTask''')
        fresh()

        and: 'what lives in the sandbox'
        shell.send('GetProject(Id: \t')
        typed('''\
            dwx> GetProject(Id: 1000
            10001   orders_dw
            10002   risk_dw''', 'GetProject(Id: \t')
        fresh()

        and: 'a line is run: nothing of the help stays'
        shell.send('ListNodes(ProjectId: 10001).total')
        typed('dwx> ListNodes(ProjectId: 10001).total')
        shell.send('\r')
        shell.waitUntilDrawn { it.endsWith('\n[sandbox · orders_dw] dwx>') } == '''\
            [sandbox · orders_dw] dwx> ListNodes(ProjectId: 10001).total
            31
            [sandbox · orders_dw] dwx>'''.stripIndent()

        and: 'its beginning shows the rest of it, dim; End takes that'
        shell.send('ListN')
        typed('dwx> ListNodes(ProjectId: 10001).total')
        shell.raw() =~ /\u001b\[(?:[0-9;]*;)?2m[^\u001b]*\.total/
        shell.send(END + ' + 1\r')
        shell.waitUntilDrawn { it.endsWith('\n32\n[sandbox · orders_dw] dwx>') }
        fresh()

        and: 'the window becomes narrower and wider in the middle of a line, and keys come with that'
        shell.send("ListNodes(PageSize: 10, Name: 'dwd")
        typed('''\
            dwx> ListNodes(PageSize: 10, Name: 'dwd
            ListNodes(ProjectId*, ContainerId, Name, PageNumber, PageSize, Recurrence, RerunMode, Scene)
              Name  text''')
        shell.resize(76, 20)
        shell.send('_')
        whole('''\
            dwx> ListNodes(PageSize: 10, Name: 'dwd_
            ListNodes(ProjectId*, ContainerId, Name, PageNumber, PageSize, Recurrence,…
              Name  text''')
        shell.send('o')
        shell.resize(100, 24)
        whole('''\
            dwx> ListNodes(PageSize: 10, Name: 'dwd_o
            ListNodes(ProjectId*, ContainerId, Name, PageNumber, PageSize, Recurrence, RerunMode, Scene)
              Name  text''')
        shell.send("rders')")
        whole("dwx> ListNodes(PageSize: 10, Name: 'dwd_orders')")
        fresh()

        and: 'so it does with an older line behind what is typed, and with several lines'
        shell.send('List')
        typed('dwx> ListNodes(ProjectId: 10001).total + 1')
        shell.resize(70, 24)
        shell.send('N')
        whole('dwx> ListNodes(ProjectId: 10001).total + 1')
        shell.send(END + ' + [1,\r  2')
        shell.resize(100, 24)
        whole('dwx> ListNodes(ProjectId: 10001).total + 1 + [1,\n...>   2')
        shell.send('].')
        shell.resize(72, 24)
        shell.send('sum()')
        whole('dwx> ListNodes(ProjectId: 10001).total + 1 + [1,\n...>   2].sum()')
        shell.resize(100, 24)
        fresh()

        and: 'the window becomes narrower and wider while the pager is open'
        shell.send('1..200\r')
        shell.waitUntilDrawn { it.contains('\nlines 1 to 23 of 200 · ') }
        shell.send(' ')
        shell.waitUntilDrawn { it.contains('\nlines 24 to 46 of 200 · ') }
        shell.resize(60, 12)
        shell.waitUntilDrawn { it == (24..34).collect { "  $it\n" }.join() + 'lines 24 to 34 of 200 · q leaves' }
        shell.resize(100, 24)
        shell.waitUntilDrawn { it.contains('\nlines 24 to 46 of 200 · ') }
        shell.send('q')
        shell.waitUntilDrawn { it.endsWith('dwx>') }
        fresh()

        and: 'a script is pasted whole and is one input'
        shell.send(PASTE + 'a = [1,\r  2]\r\rb = a.collect {\r\tit * 2\r}\rprintln b.sum()\r' + PASTED)
        typed('''\
            dwx> a = [1,
            ...>   2]
            ...>
            ...> b = a.collect {
            ...>    it * 2
            ...> }
            ...> println b.sum()''')
        shell.send('\r')
        shell.waitUntilDrawn { it.endsWith('...> println b.sum()\n6\n[sandbox · orders_dw] dwx>') }

        and: 'Ctrl-C drops an input that is not whole yet'
        shell.send('[1,\r')
        typed('dwx> [1,\n...>')
        fresh()
        shell.send(PtyProcess.CTRL_D)
        shell.exitCode() == 0
    }

    def 'a narrow window without colours'() {
        given:
        start([NO_COLOR: '1'], 40, 16)
        shell.send(CLEAR)
        shell.waitUntilDrawn { it == '[orders_dw] dwx>' }

        expect:
        shell.send('ListNodes(ProjectId: 10001, Re')
        typed('''\
            dwx> ListNodes(ProjectId: 10
            001, Re
            ListNodes(ProjectId*, ContainerId, Nam…
              Lists nodes.''', DELETE + 'e')
        shell.send('\t')
        typed('''\
            dwx> ListNodes(ProjectId: 10
            001, Re
            Recurrence   string
            RerunMode    string''')
        shell.send(PtyProcess.CTRL_C)
        shell.waitUntilDrawn { it.endsWith('\n[orders_dw] dwx>') }
        shell.send(CLEAR + 'LNo\t')
        typed('''\
            dwx> LNo
            ListNodes
            ListNodeDependencies
            ListNodeIO
            ListInnerNodes
            ListNodesByOutput
            ListNodesByBaseline
            ListNodeInputOrOutput''', 'LNo\t')
        shell.send(PtyProcess.CTRL_C)
        shell.waitUntilDrawn { it.endsWith('\n[orders_dw] dwx>') }

        and: 'a table that is wider is looked at with the arrows, and the way out is there'
        shell.send('ListProjects()\r')
        shell.waitUntilDrawn { it.endsWith('\nlines 1 to 2 of 2 · q leaves') }.readLines()[0..2] == [
                '     Id  Name       AliyunResourceGroupI', '  10001  orders_dw  rg-acfmzawhxxcyq2q', '  10002  risk_dw    rg-acfmzawhxxcyq2q']
        shell.send('q')
        shell.waitUntilDrawn { it.endsWith('\n[orders_dw] dwx>') }

        and: 'bold and dim are no colours; the mark of a line without an end, which the prompt writes over at once, is grey'
        shell.raw().replace('\u001b[90m~', '~').findAll(/\u001b\[(?:[0-9;]*;)?(?:[39][0-7]|[34]8;[0-9;]+|4[0-7]|10[0-7])m/).collect { it.substring(1) }.unique() == []
        shell.send(PtyProcess.CTRL_D)
        shell.exitCode() == 0
    }

    def 'a terminal that can do nothing'() {
        given:
        start([TERM: 'dumb'], 80, 40)
        def banner = shell.drawn()

        when: 'a line is dropped, one goes over two rows, and work is stopped'
        shell.send('half')
        shell.waitUntilDrawn { it.endsWith('dwx> half') }
        shell.send(PtyProcess.CTRL_C)
        shell.waitUntilDrawn { it.endsWith('half\n[sandbox, orders_dw] dwx>') }
        shell.type('40 +')
        shell.waitUntilDrawn { it.endsWith('\n...>') }
        shell.type('2')
        shell.waitUntilDrawn { it.endsWith('\n42\n[sandbox, orders_dw] dwx>') }
        shell.type("println 'be' + 'gun'; while (true) { try { sleep(5) } catch (Throwable t) { } }")
        shell.waitUntilDrawn { it.contains('\nbegun') }
        shell.send(PtyProcess.CTRL_C)

        then:
        shell.waitUntilDrawn { it.endsWith('Interrupted.\n[sandbox, orders_dw] dwx>') } == banner + '''\
             half
            [sandbox, orders_dw] dwx> 40 +
            ...> 2
            42
            [sandbox, orders_dw] dwx> println 'be' + 'gun'; while (true) { try { sleep(5) }
            catch (Throwable t) { } }
            begun
            Interrupted.
            [sandbox, orders_dw] dwx>'''.stripIndent().replaceFirst('^ *', ' ')

        when: 'more than the window holds is printed whole, and what is walked through elsewhere is a tree'
        shell.type("rows = (1..60).collect { [Id: 900020778000 + it, Name: \"node_\$it\"] }")
        shell.waitUntilDrawn { it.endsWith('rows: 60 elements\n[sandbox, orders_dw] dwx>') }
        shell.type('rows')

        then:
        shell.waitUntilDrawn { it.endsWith('  900020778060  node_60\n[sandbox, orders_dw] dwx>') }
        shell.screen().contains('\n  900020778001  node_1\n')

        when:
        shell.type('browse rows[0]')

        then:
        shell.waitUntilDrawn { it.endsWith('\n[sandbox, orders_dw] dwx>') && it.contains('- Name: node_1') }

        when:
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0
        !shell.raw().contains('\u001b')
    }
}
