package dev.dwx.cli

import dev.dwx.render.Look
import dev.dwx.render.OutputForm
import dev.dwx.render.Renderer
import dev.dwx.repl.Keyboard
import dev.dwx.repl.Window
import dev.dwx.repl.live.Frugality.Wish
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Settings of the file reach the prompt, and so does what is set there. */
class UserSettingsSpec extends Specification {
    @TempDir
    Path home
    @AutoCleanup
    Keyboard keyboard = new Keyboard()
    UserSettings settings
    Workbench workbench

    private Map<String, String> environment(Map more = [:]) {
        [HOME: home.toString()] + more
    }

    /** A run of dwx with this file. */
    private void begin(String file, List<String> arguments = ['--sandbox'], Map more = [:]) {
        def places = Places.of(environment(more), home.toString())
        Files.createDirectories(places.settings().parent)
        Files.writeString(places.settings(), file)
        def options = CommandLineParser.parse(arguments as String[], true).options()
        settings = new UserSettings(places.settings(), options, environment(more))
        workbench = new Workbench(environment(more), settings.applied(), places, Clock.systemUTC(), { }, settings)
    }

    private void set(String name, String value) {
        settings.changed(settings.now().with(name, value))
    }

    private PromptWiring wired() {
        def screen = new Screen(System.out, System.err, false, false, false, 100, true, true,
                new ProgressLine(null, 100, true, System::nanoTime, false))
        new PromptWiring(screen, workbench, new SessionWiring(screen, workbench), { false })
    }

    def "the window has what the file says, and what is set later"() {
        given:
        begin('output = md\ncolour = off\nwidth = 50\npager = off\n')
        def window = new Window(keyboard.terminal, new Renderer(workbench.form(), new Look(0, true, true)), settings)

        expect:
        window.renderer().form() == OutputForm.MD
        window.renderer().look().width() == 50
        !window.look().colour()
        !window.paging()

        when:
        set('output', 'tree')
        set('colour', 'on')

        then:
        window.renderer().form() == OutputForm.TREE
        window.look().colour()
    }

    def "an option wins over the file, and the prompt over the option"() {
        given:
        begin('output = md\n', ['--sandbox', '--output', 'csv'])
        def window = new Window(keyboard.terminal, new Renderer(workbench.form(), new Look(0, true, true)), settings)

        expect:
        window.renderer().form() == OutputForm.CSV

        when:
        set('output', 'vertical')

        then:
        window.renderer().form() == OutputForm.VERTICAL
    }

    def "the editor is VISUAL, else the setting, else EDITOR"() {
        given:
        begin(file, ['--sandbox'], variables)

        expect:
        wired().editor() == editor

        where:
        file               | variables                        || editor
        'editor = vim -u x\n' | [EDITOR: 'ed']               || 'vim -u x'
        'editor = vim\n'   | [VISUAL: 'code --wait', EDITOR: 'ed'] || 'code --wait'
        ''                 | [EDITOR: 'ed']                   || 'ed'
        ''                 | [:]                              || ''
    }

    def "tips are silenced by the file"() {
        when:
        begin('tips = off\n')

        then:
        wired().tip() == null

        when:
        begin('')

        then:
        wired().tip().startsWith('Tip: ')
        wired().tip() == null
    }

    def "live values are off, usual, or wanted although calls are few"() {
        given:
        begin(file, ['--sandbox'], variables)
        def live = new LiveWiring(workbench, { null })

        expect:
        live.wish() == wish

        when:
        set('live', 'off')

        then:
        live.wish() == Wish.OFF

        where:
        file           | variables         || wish
        ''             | [:]               || Wish.USUAL
        'live = off\n' | [:]               || Wish.OFF
        'live = on\n'  | [:]               || Wish.ON
        ''             | [DWX_LIVE: 'on']  || Wish.ON
        'live = on\n'  | [DWX_LIVE: 'off'] || Wish.OFF
    }

    def "the language of texts is the file's, unless the environment says one"() {
        given:
        begin(file)

        expect:
        Main.language(environment(variables)) == language

        where:
        file                | variables        || language
        'language = zh\n'   | [:]              || 'zh'
        'language = auto\n' | [:]              || null
        'language = zh\n'   | [DWX_LANG: 'en'] || null
        ''                  | [:]              || null
    }
}
