package dev.dwx.cli

import dev.dwx.DwxProcess
import dev.dwx.PtyProcess
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Path

/** Watching and stopping at the prompt of the real program: one start, one window, as a person sees it. */
@Requires(value = { PtyProcess.available() }, reason = 'needs setsid, of util-linux')
class WatchPromptE2E extends Specification {
    @TempDir Path home
    @AutoCleanup PtyProcess shell

    private PtyProcess start() {
        def dwx = new DwxProcess(home)
        def whole = System.getenv().collectEntries { name, value -> [name, null] } as Map<String, String>
        whole.putAll(dwx.builder([]).environment())
        whole.putAll([TERM: 'xterm-256color', COLUMNS: null, LINES: null])
        shell = PtyProcess.start([DwxProcess.PROJECT.resolve('bin/dwx').toString(), '--sandbox'], whole, home, 110, 20)
        shell.waitFor('dwx> ')
        shell
    }

    /** What is typed is run, Ctrl-C comes once it runs, and the prompt is back with nothing but the remark, however early the key came. */
    private void stopped(String source) {
        shell.type("println 'at' + 'work'; " + source)
        shell.waitFor('atwork')
        long from = System.nanoTime()
        shell.send(PtyProcess.CTRL_C)
        shell.waitFor('Interrupted.')
        stops << (System.nanoTime() - from).intdiv(1_000_000)
        shell.waitUntilDrawn { it.endsWith('\nInterrupted.\n[sandbox · orders_dw] dwx>') }
        shell.waitFor('dwx> ')
    }

    List<Long> stops = []

    def "a watch is redrawn in place, the board asks before a rerun, and Ctrl-C ends what it may"() {
        given:
        start()

        when: 'a value that changes is watched'
        shell.type("n = 40; watch(every: '1s') { ++n }")
        def window = shell.waitUntilDrawn { it.contains('42') && it.contains('round 2') }

        then: 'on a screen of its own'
        window.startsWith('watch · every 1 s · round 2 at ')
        window.endsWith('q leaves · space pauses · r looks now · + - how often')
        !window.contains('dwx>')

        when: 'a pause, and leaving'
        shell.send(' ')
        shell.waitUntilDrawn { it.contains(' · paused') }
        shell.send('q')
        window = shell.waitUntilDrawn { it.endsWith('dwx>') }

        then: 'the last value stays, and is the result'
        window =~ /(?s)watch\(every: '1s'\) \{ \+\+n \}\n\d+\n.*dwx>$/

        when:
        shell.type('_ == n')

        then:
        shell.waitFor(~/(?m)^true$/)

        when: 'the board'
        shell.type('watch instances')
        window = shell.waitUntilDrawn { it.contains('> Failure') }

        then:
        window.contains('orders_dw (10001) · business date ')
        window.contains('> Failure       dwd_orders')

        when: 'a rerun asks on the usual screen; something else than the word leaves it'
        shell.send('r')
        shell.waitUntilDrawn { it.contains('Type the word rerun to go on') }
        shell.type('no')
        shell.waitUntilDrawn { it.contains('was not sent: what was typed is not the word rerun') }
        shell.send('l')
        shell.waitUntilDrawn { it.contains('ODPS-0130131') || it.contains('FAILED') }
        shell.send('qq')
        window = shell.waitUntilDrawn { it.endsWith('dwx>') }

        then: 'the counts are what is left of it'
        window =~ /Failure +2\n/

        when: 'Ctrl-C'
        stopped('while (true) { try { Thread.sleep(5) } catch (Throwable t) { } }')
        stopped('while (true) { println 1 }')
        stopped('(1..2_000_000_000).sum()')
        stopped("('a' * 60) ==~ /(a|aa)+\\1b/")
        stopped('(1..8).toList().eachParallel(4) { (1..2_000_000_000).sum() }')
        stopped('System.in.read()')
        stopped('["sleep", "600"].execute().text; Thread.sleep(600_000)')

        then: 'generously; alone it is a third of it'
        stops.every { it < 5_000 }

        when: 'keys typed while something runs are not lost, and Ctrl-D among them ends nothing before its time'
        shell.type('sleep(1500); 20 + 1')
        shell.waitUntilDrawn { it.contains('20 + 1') }
        shell.type('40 + 2')
        shell.waitFor(~/(?m)^21$/)

        then:
        shell.waitFor(~/(?m)^42$/)

        when:
        shell.waitFor('dwx> ')
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0
    }
}
