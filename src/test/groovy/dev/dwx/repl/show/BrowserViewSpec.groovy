package dev.dwx.repl.show

import dev.dwx.repl.screen.Press
import dev.dwx.render.Look
import dev.dwx.render.OutputForm
import dev.dwx.render.Renderer
import dev.dwx.render.StyledText
import java.time.ZoneId
import spock.lang.Specification

class BrowserViewSpec extends Specification {
    private static final VALUE = [
            Node: [Id: 7421L, Name: 'dwd_orders', CreateTime: 1773506400000L, Status: 'Success',
                   Spec: '{"spec":{"nodes":[{"script":{"content":"select 1\\nfrom a table with a name that is rather long for a line"}}]}}'],
            'odd key': null, Empty: [:]]

    private static final Renderer RENDERER = new Renderer(OutputForm.TABLE, new Look(50, false, true)).withZone { ZoneId.of('Asia/Shanghai') }

    private static BrowserView view(int rows = 14) {
        BrowserView.of(Place.of('', '_', VALUE), rows, RENDERER)
    }

    private static BrowserView press(BrowserView view, Object... keys) {
        keys.inject(view) { at, key -> at.after(key instanceof Press.Key ? Press.of(key) : Press.text(key.toString())) }
    }

    private static String screen(BrowserView view) {
        view.screen().collect { StyledText.plain(it).stripTrailing() }.join('\n').replaceAll(/\n{2,}/, '\n\n')
    }

    def 'closed, and opened by Enter'() {
        expect:
        screen(view()) == '''\
▸ Node  {5 fields} dwd_orders
  odd key  null
  Empty  {0 fields}

_.Node   Enter opens · / finds · y takes the path'''
        screen(press(view(), Press.Key.ENTER, Press.Key.DOWN, 'j', 'j')) == '''\
▾ Node  {5 fields} dwd_orders
    Id  7421
    Name  dwd_orders
    CreateTime  2026-03-15 00:40:00
    Status  Success
  ▸ Spec  {1 field} (JSON in a text)
  odd key  null
  Empty  {0 fields}

_.Node.CreateTime   Enter opens · / finds · y take'''
        screen(press(view(), Press.Key.ENTER, 'r')).contains('CreateTime  1773506400000')
        screen(press(view(), Press.Key.ENTER, Press.Key.ENTER)) == screen(view())
    }

    def 'left closes, and of what is closed goes to what it is in'() {
        expect:
        press(view(), Press.Key.RIGHT, Press.Key.DOWN, Press.Key.DOWN, Press.Key.LEFT).selected() == 0
        screen(press(view(), Press.Key.RIGHT, Press.Key.LEFT)) == screen(view())
        press(view(), Press.Key.RIGHT, Press.Key.RIGHT).selected() == 1
    }

    def 'JSON in a text opens as data; a long text opens as wrapped lines'() {
        given:
        def found = press(view(16), '/', *'content'.toList(), Press.Key.ENTER)

        expect:
        screen(found).contains('▸ content  select 1↵from a table with…')
        screen(press(found, Press.Key.RIGHT)).contains('''\
            ▾ content  select 1↵from a table with…
                select 1
                from a table with a name that is r
                ather long for a line
''')
        press(found, 'y').taken() == '_.Node.Spec.spec.nodes[0].script.content'
        press(found, 'y').screen().last() == '_.Node.Spec.spec.nodes[0].script.content is in the'
    }

    def 'finding goes on, goes round, and says when there is nothing'() {
        given:
        def found = press(view(20), '/', 'n', 'a', 'm', 'e', Press.Key.ENTER)

        expect:
        path(found) == '_.Node.Name'
        path(press(found, 'n')) == '_.Node.Spec.spec.nodes[0].script.content'
        path(press(found, 'n', 'n')) == '_.Node.Name'
        path(press(found, 'n', 'N')) == '_.Node.Name'
        press(view(), '/', 'z', 'z', Press.Key.ENTER).screen().last() == "'zz' is not there"
    }

    private static String path(BrowserView view) {
        press(view, 'y').taken()
    }

    def 'a path is what the language reads'() {
        expect:
        path(press(view(), Press.Key.DOWN)) == "_.'odd key'"
        Place.of('', 'x', [[a: ["it's": 1]]]).inside()[0].inside()[0].inside()[0].path() == "x[0].a.'it\\'s'"
    }

    def 'the window follows the cursor and its own size'() {
        given:
        def low = press(view(4), Press.Key.ENTER, Press.Key.END)

        expect:
        screen(low) == '''\
  ▸ Spec  {1 field} (JSON in a text)
  odd key  null
  Empty  {0 fields}
_.Empty   Enter opens · / finds · y takes the path'''
        low.resized(12, RENDERER).top() == 0
        press(low, 'g').top() == 0
    }
}
