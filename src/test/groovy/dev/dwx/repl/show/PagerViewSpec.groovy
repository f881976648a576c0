package dev.dwx.repl.show

import dev.dwx.repl.screen.Press
import spock.lang.Specification

class PagerViewSpec extends Specification {
    private static final List<String> TABLE = ['  Id  Name                Status'] + (1..20).collect { "  ${it.toString().padLeft(2)}  node_with_long_${it.toString().padLeft(2, '0')}  Success".toString() }

    private static PagerView view(boolean more = false) {
        PagerView.of(TABLE, 1, more, 6, 24)
    }

    private static PagerView press(PagerView view, Object... keys) {
        keys.inject(view) { at, key -> at.after(key instanceof Press.Key ? Press.of(key) : Press.text(key.toString())) }
    }

    private static String screen(PagerView view) {
        view.screen().collect { it.stripTrailing() }.join('\n')
    }

    def 'the heading stays, the rows move'() {
        expect:
        screen(view()) == '''\
  Id  Name
   1  node_with_long_01
   2  node_with_long_02
   3  node_with_long_03
   4  node_with_long_04
lines 1 to 4 of 20 · q l'''
        screen(press(view(), ' ', Press.Key.DOWN)) == '''\
  Id  Name
   6  node_with_long_06
   7  node_with_long_07
   8  node_with_long_08
   9  node_with_long_09
lines 6 to 9 of 20 · q l'''
        press(view(), 'G').top() == 16
        press(view(), 'G', 'b').top() == 12
        press(view(), 'G', 'g').top() == 0
        press(view(), 'G', ' ', Press.Key.PAGE_DOWN).top() == 16
        press(view(), Press.Key.UP).top() == 0
    }

    def 'sideways the heading goes along, and no further than the widest line'() {
        expect:
        screen(press(view(), Press.Key.RIGHT)) == '''\
me                Status
de_with_long_01  Success
de_with_long_02  Success
de_with_long_03  Success
de_with_long_04  Success
lines 1 to 4 of 20 · q l'''
        press(view(), Press.Key.RIGHT, Press.Key.RIGHT, Press.Key.RIGHT).left() == press(view(), Press.Key.RIGHT).left()
        press(view(), Press.Key.RIGHT, Press.Key.LEFT).left() == 0
    }

    def 'looking for a text goes to it and marks it; n and N go on'() {
        given:
        def found = press(view(), '/', '_', '1', Press.Key.ENTER)

        expect:
        press(view(), '/', '_', '1').screen().last() == '/_1'
        found.top() == 9
        found.screen()[1].contains('\u001b[7m_1\u001b[27m')
        press(found, 'n').top() == 10
        press(found, 'n', 'N').top() == 9
        press(view(), '/', 'N', 'O', Press.Key.ENTER).screen().last() == "'NO' is not there"
        press(view(true), '/', 'q', Press.Key.ENTER).message() == "'q' is not in what was read so far; G reads on"
        press(view(), '/', 'x', Press.Key.BACKSPACE, Press.Key.BACKSPACE).typed() == null
        press(view(), 'n').message() == 'Nothing was looked for yet; / looks'
    }

    def 'another window keeps the place'() {
        expect:
        press(view(), 'G').resized(12, 60).top() == 10
        press(view(), Press.Key.RIGHT).resized(6, 60).left() == 0
        press(view(), ' ').with(TABLE + ['  21  x'], 1, true).top() == 4
        press(view(), ' ').with(TABLE + ['  21  x'], 1, true).screen().last().startsWith('lines 5 to 8 of 21+')
    }

    def 'a window of two lines still shows one'() {
        expect:
        PagerView.of(TABLE, 1, false, 2, 10).screen().size() == 2
    }
}
