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

    def 'a line with a family, a flag or a skin is drawn without counting their columns: #sign'() {
        given:
        def text = "dwx> '" + sign + "' + 'b'\nhint"
        def display = drawn(true, text, 60)
        bytes.reset()

        when: 'the cursor is moved to before the b, and behind the sign'
        def rows = new AttributedString(text).columnSplitLength(60, true, false)
        display.update(rows, rows[0].columnLength() + 1 - 2, true)
        def first = bytes.toString()
        bytes.reset()
        display.update(rows, new AttributedString("dwx> '" + sign).columnLength(), true)
        def second = bytes.toString()

        then:
        first.endsWith("\r\u001b[Adwx> '" + sign + "' + '\u001b[?7h")
        second.endsWith("\r\u001b[Adwx> '" + sign + '\u001b[?7h')
        !(first + second =~ /\u001b\[\d*[CDP@]/)
        first.count('hint') == 1

        where:
        sign << ['\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67', '\ud83c\udde8\ud83c\uddf3', '\ud83d\udc4d\ud83c\udffd', '\u2764\ufe0f', '1\ufe0f\u20e3']
    }

    def 'the cursor never stands within what is one character'() {
        given:
        def family = '\ud83d\udc68\u200d\ud83d\udc69'
        def display = drawn(true, 'ab' + family, 60)
        bytes.reset()

        when: 'it is between the two of them'
        display.update([new AttributedString('ab' + family)], 4, true)

        then:
        bytes.toString().endsWith('\rab\u001b[?7h')
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
