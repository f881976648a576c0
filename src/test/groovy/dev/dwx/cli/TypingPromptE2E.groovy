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
    private static final String END = '\u001b[F'
    private static final String CLEAR = '\u000c'
    private static final String PASTE = '\u001b[200~'
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

    /** Waits until the last prompt and what follows it look so; what is loaded beside the prompt comes with one of the next keys. */
    private String typed(String expected, String nudge = null) {
        def wanted = expected.stripIndent()
        for (int i = 0; nudge != null && i < 60; i++) {
            try {
                return input(shell.waitUntilDrawn(1) { input(it) == wanted })
            } catch (AssertionError ignored) {
                shell.send(nudge)
            }
        }
        input(shell.waitUntilDrawn(30) { input(it) == wanted })
    }

    /** Leaves what is typed, and has an empty prompt at the top of the window. */
    private void fresh() {
        shell.send(PtyProcess.CTRL_C)
        shell.waitUntilDrawn { it.endsWith('dwx>') }
        shell.send(CLEAR)
        shell.waitUntilDrawn { it == '[sandbox · orders_dw] dwx>' }
    }

    def 'a wide window: what a person types, sees, takes back and changes'() {
        given:
        start([:], 100, 24)
        fresh()

        expect: 'a call is in colours, and what it takes stands below it'
        shell.send('ListNodes(ProjectId: 10001, R')
        typed('''\
            dwx> ListNodes(ProjectId: 10001, R
            ListNodes(ProjectId*, ContainerId, Name, PageNumber, PageSize, Recurrence, RerunMode, Scene)
              Lists nodes.''', '\u007fR')
        shell.raw().contains('\u001b[36;1mListNodes\u001b[0m')
        shell.send('\t')
        typed('''\
            dwx> ListNodes(ProjectId: 10001, Re
            Recurrence   string
            RerunMode    string''')
    }
}
