package dev.dwx.cli

import dev.dwx.DwxProcess
import dev.dwx.PtyProcess
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Values on a real window: through the pager, numbered, raw, walked through; and on a terminal that can do nothing. */
@Requires(value = { PtyProcess.available() }, reason = 'needs setsid, of util-linux')
class ResultsPromptE2E extends Specification {
    @TempDir Path home
    @AutoCleanup PtyProcess shell

    private PtyProcess start(Map<String, String> environment = [:]) {
        def dwx = new DwxProcess(home)
        def whole = System.getenv().collectEntries { name, value -> [name, null] } as Map<String, String>
        whole.putAll(dwx.builder([]).environment())
        whole.putAll([TERM: 'xterm-256color', COLUMNS: null, LINES: null] + environment)
        shell = PtyProcess.start([DwxProcess.PROJECT.resolve('bin/dwx').toString(), '--sandbox'], whole, home, 80, 14)
        shell
    }

    private static final ROWS = "rows = (1..40).collect { [Id: 900020778000 + it, Name: \"node_\$it\", Status: it % 9 ? 'Success' : 'Failure', StartedTime: 1773506400000] }; null"

    def 'the pager opens and closes and leaves the prompt as it was; the raw key; browse and its path'() {
        when: 'more rows than the window has lines'
        start([NO_COLOR: '1'])
        shell.waitFor('dwx> ')
        shell.type(ROWS)
        shell.waitUntilDrawn { it.endsWith('dwx>') && it.contains('rows =') }
        shell.type('rows')
        def paged = shell.waitUntilDrawn { it.contains('lines 1 to 12 of 40') }

        then: 'the heading stays above'
        paged.readLines()[0..1] == ['            Id  Name     Status   StartedTime', '  900020778001  node_1   Success  2026-03-15 00:40:00']
        paged.readLines().size() == 14

        when:
        shell.send('G')
        def end = shell.waitUntilDrawn { it.contains('lines 29 to 40 of 40') }

        then:
        end.readLines().first() == '            Id  Name     Status   StartedTime'
        end.contains('900020778040  node_40')

        when: 'looking for one, with times as they came'
        shell.send('r')
        shell.waitUntilDrawn { it.contains('1773506400000') }
        shell.send('q')
        def left = shell.waitUntilDrawn { it.endsWith('dwx>') && it.contains('Times are local') }

        then: 'the last page stays above the next input'
        left.contains('node_40')

        when: 'the last value raw above an empty prompt'
        shell.type('rows[0]')
        shell.waitUntilDrawn { it.contains('StartedTime  2026-03-15 00:40:00') && it.endsWith('dwx>') }
        shell.send('\u0018r')

        then:
        shell.waitUntilDrawn { it.contains('StartedTime  1773506400000') && it.endsWith('dwx>') }

        when: 'walking through it'
        shell.type('browse rows[0..1]')
        shell.waitUntilDrawn { it.contains('Enter opens') }
        shell.send('\r')
        shell.send(PtyProcess.UP.replace('A', 'B') * 3)
        def tree = shell.waitUntilDrawn { it.contains('_[0].Status') }

        then:
        tree.readLines()[0..4] == ['▾ 0  {4 fields} node_1', '    Id  900020778001', '    Name  node_1', '    Status  Success',
                                   '    StartedTime  2026-03-15 00:40:00']

        when:
        shell.send('yq')
        shell.waitUntilDrawn { it.contains('\n_[0].Status\n') && it.endsWith('dwx>') }
        shell.send(PtyProcess.UP)

        then: 'its path is the last line of the history, and is what the language reads'
        shell.waitUntilDrawn { it.readLines().last().endsWith('_[0].Status') }
        shell.send('\r')
        shell.waitUntilDrawn { it.contains('\nSuccess\n') }
        !shell.raw().contains('\u001b[32m')
    }
}
