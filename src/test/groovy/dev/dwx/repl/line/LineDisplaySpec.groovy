package dev.dwx.repl.line

import java.nio.charset.StandardCharsets
import org.jline.terminal.Size
import org.jline.terminal.impl.LineDisciplineTerminal
import org.jline.utils.AttributedString
import spock.lang.AutoCleanup
import spock.lang.Specification

class LineDisplaySpec extends Specification {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream()
    @AutoCleanup
    private final LineDisciplineTerminal terminal = new LineDisciplineTerminal('screen', 'xterm-256color', bytes, StandardCharsets.UTF_8)

    private LineDisplay drawn(boolean folds, String text, int columns) {
        def display = new LineDisplay(terminal, new Size(columns, 20), folds)
        def rows = new AttributedString(text).columnSplitLength(columns, true, false)
        display.update(rows, (rows.size() - 1) * (columns + 1) + rows.last().columnLength(), true)
        return display
    }

    def 'where the first row is in a window of another width, in a terminal that folds lines anew and in one that cuts them off'() {
        expect:
        drawn(true, text, columns).above(now) == folded
        drawn(false, text, columns).above(now) == cut

        where:
        text                                  | columns | now || folded | cut
        'x' * 30                              | 60      | 40  || 0      | 0
        'x' * 50                              | 60      | 40  || 1      | 0
        'x' * 90                              | 60      | 40  || 2      | 1
        'x' * 90                              | 60      | 100 || 0      | 1
        'x' * 50 + '\n' + 'y' * 50            | 60      | 40  || 3      | 1
        'x' * 40 + '\n' + 'y'                 | 60      | 40  || 1      | 1
        'x' * 70 + '\n' + 'y' * 70            | 60      | 100 || 1      | 3
        '数' * 25                              | 60      | 40  || 1      | 0
        '\n' + '\n' + 'z'                     | 60      | 40  || 2      | 2
    }

    def 'terminals that cut lines off are known: #type #environment'() {
        expect:
        LineDisplay.folds(type, environment) == folds

        where:
        type             | environment                 || folds
        'xterm-256color' | [:]                         || true
        'xterm-256color' | [XTERM_VERSION: 'XTerm(3)'] || false
        'linux'          | [:]                         || false
        'screen'         | [STY: '1.pts']              || false
        'screen'         | [TMUX: '/tmp/tmux']         || true
        'screen'         | [TMUX: '/tmp/t', STY: '1']  || true
    }

    def 'what is drawn for a window that became narrower meanwhile takes no further rows, but a line of several rows needs them'() {
        when:
        drawn(true, 'short\nhint', 60)

        then:
        bytes.toString() ==~ /(?s)\u001b\[\?7l.*hint.*\u001b\[\?7h/

        when:
        bytes.reset()
        drawn(true, 'x' * 61, 60)

        then:
        !bytes.toString().contains('[?7')
    }
}
