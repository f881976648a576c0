package dev.dwx.repl

import dev.dwx.render.Look
import dev.dwx.render.OutputForm
import dev.dwx.render.Renderer
import dev.dwx.repl.command.SessionPreferences
import dev.dwx.repl.line.Typing
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What is set shows at once in all that asks the window. */
class WindowSpec extends Specification {
    @AutoCleanup
    Keyboard keyboard = new Keyboard('ansi', 60)
    SessionPreferences preferences = new SessionPreferences([:])
    Window window = new Window(keyboard.terminal, new Renderer(OutputForm.TABLE, new Look(0, true, true)), preferences)

    private void set(String name, String value) {
        preferences.changed(preferences.now().with(name, value))
    }

    def "output #form is a form of the setting and of every value from then on"() {
        given:
        set('output', form)

        expect:
        window.renderer().form() == OutputForm.of(form)
        window.tables().form() == OutputForm.TABLE

        where:
        form << OutputForm.words()
    }

    def "unless output is set, values have the form that the prompt was made with"() {
        expect:
        new Window(keyboard.terminal, new Renderer(OutputForm.CSV, Look.PLAIN), preferences).renderer().form() == OutputForm.CSV
    }

    def "colour off takes the colour out of values, remarks and what is typed; on brings it back"() {
        given:
        def coloured = { [window.look().colour(), window.renderer().look().colour(), Typing.of(preferences.now(), window.look().colour()).colour()] }

        when:
        set('colour', 'off')

        then:
        coloured() == [false, false, false]

        when:
        set('colour', 'on')

        then:
        coloured() == [true, true, true]
    }

    def "width #wanted makes tables #columns columns wide in a window of 60, and remarks as wide as the window"() {
        given:
        set('width', wanted)

        expect:
        window.renderer().look().width() == columns
        window.look().width() == 60

        where:
        wanted || columns
        '0'   || 60
        '40'  || 40
        '200' || 60
    }

    def "pager, keys, hints and ghost are asked each time"() {
        expect:
        window.paging()
        Typing.of(preferences.now(), false) == new Typing(false, true, true, false)

        when:
        set('pager', 'off')
        set('keys', 'vi')
        set('hints', 'off')
        set('ghost', 'off')

        then:
        !window.paging()
        Typing.of(preferences.now(), false) == new Typing(true, false, false, false)
    }

    def "variables of the environment say the same where nobody has set it"() {
        given:
        def from = new SessionPreferences([DWX_KEYS: 'vi', DWX_HINTS: 'off', DWX_GHOST: 'no', DWX_PAGER: 'off', NO_COLOR: '1'])
        def other = new Window(keyboard.terminal, new Renderer(OutputForm.TABLE, new Look(0, true, true)), from)

        expect:
        Typing.of(from.now(), other.look().colour()) == new Typing(true, false, false, false)
        !other.paging()
        !other.look().colour()

        when:
        from.changed(from.now().with('keys', 'emacs').with('pager', 'on'))

        then:
        !Typing.of(from.now(), true).vi()
        other.paging()
    }

    def "a dumb terminal has neither colour nor signs, whatever is set"() {
        given:
        set('colour', 'on')

        expect:
        with(new Window(new Keyboard('dumb').terminal, new Renderer(OutputForm.TABLE, new Look(0, true, true)), preferences).look()) {
            !colour()
            !unicode()
        }
    }
}
