package dev.dwx.cli

import dev.dwx.DwxProcess
import dev.dwx.PtyProcess
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/** The tour at the prompt of the real program, as a newcomer sees it. */
@Requires(value = { PtyProcess.available() }, reason = 'needs setsid, of util-linux')
class TourPromptE2E extends Specification {
    @TempDir Path home
    @AutoCleanup PtyProcess shell

    private void start() {
        def whole = System.getenv().collectEntries { name, value -> [name, null] } as Map<String, String>
        whole.putAll(new DwxProcess(home).builder([]).environment())
        whole.putAll([TERM: 'xterm-256color', COLUMNS: null, LINES: null])
        shell = PtyProcess.start([DwxProcess.PROJECT.resolve('bin/dwx').toString(), '--sandbox'], whole, home, 120, 24)
        shell.waitUntilDrawn { last(it).endsWith('>') }
    }

    private static String last(String window) {
        window.readLines() ? window.readLines().last() : ''
    }

    /** What stands between the last two prompts. */
    private String typed(String input) {
        shell.type(input)
        def shown = shell.waitUntilDrawn { window ->
            last(window).endsWith('>') && window.contains('> ' + input) && !last(window).contains(input)
        }
        def lines = shown.readLines()
        lines.subList(lines.findLastIndexOf { it.contains('> ' + input) } + 1, lines.size() - 1).join('\n').strip()
    }

    def "the first steps, a mistake with its caret, and leaving; the next session goes on there"() {
        when:
        start()

        then:
        typed(':tour') == '''\
            Ten steps, some ten minutes, at the normal prompt. Nothing here costs or breaks anything: this is a sandbox.
            :tour next goes on without doing a step, :tour stop leaves; :tour later goes on where you were.

            Step 1 of 10: The first call
            Every operation of DataWorks is a call, with the service's own names. The answer is a table.
            Tab completes names and parameters: type ListProj and press Tab.
                ListProjects(PageSize: 5)'''.stripIndent()

        when:
        def first = typed('ListProjects(PageSize: 5)')

        then:
        first.contains('orders_dw')
        first.contains('✓ That was a call over the wire.')
        first.contains('Step 2 of 10: What an operation takes')
        typed(':tour next').startsWith('Step 3 of 10: A mistake that teaches')
        typed('ListNodes(PageSise: 10)') == '''\
              ListNodes(PageSise: 10)
                        ^
            ListNodes (2024-05-18): dwx.BadArguments
              there is no parameter PageSise; did you mean PageSize?
              next: type ListNodes to see what it takes
            → It was not sent. Now with the right name: the up arrow brings the line back.'''.stripIndent().strip()
        typed(':tour stop') == 'The tour waits at step 3. :tour goes on there.'

        when:
        shell.send(PtyProcess.CTRL_D)

        then:
        shell.exitCode() == 0
        Files.readString(home.resolve('.local/state/dwx/tour')) == '3\n'
    }
}
