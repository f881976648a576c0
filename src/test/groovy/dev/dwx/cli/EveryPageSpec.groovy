package dev.dwx.cli

import dev.dwx.render.DisplayWidth
import dev.dwx.dsl.Verbs
import spock.lang.Shared
import spock.lang.Specification

/** The pages of help as somebody reads them whose language is Chinese. */
class EveryPageSpec extends Specification {
    /** Pages of which parts are tables of other rooms, or roff for a reader of its own. */
    static final Set<String> NOT_WHOLE = ['man', 'settings'] as Set

    @Shared
    Map<String, String> pages = pages()

    private static Map<String, String> pages() {
        def process = new ProcessBuilder(System.getProperty('java.home') + '/bin/java', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Ddwx.language=zh',
                '-cp', System.getProperty('surefire.test.class.path', System.getProperty('java.class.path')), EveryPage.name)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start()
        def text = process.inputStream.getText('UTF-8')
        process.waitFor()
        text.split('\f').findAll { it }.collectEntries { [it.readLines()[0], it.readLines().drop(1).join('\n')] }
    }

    private static boolean chinese(String text) {
        text.codePoints().anyMatch { Character.UnicodeScript.of(it) == Character.UnicodeScript.HAN }
    }

    def 'every page is in Chinese'() {
        given:
        def english = pages.findAll { topic, page -> !(topic in NOT_WHOLE) && !chinese(page) }.keySet()

        expect:
        pages.size() > 10
        english == [] as Set
    }

    def 'every command, option, exit code and verb is told in Chinese, in its column'() {
        given:
        def rows = { String page -> pages[page].readLines().findAll { it =~ /^(  \S| {6}--)/ } }
        def overview = rows('commands')
        def verbs = rows('verbs')

        expect:
        overview.size() >= Command.values().size() + OptionTables.common().options.size()
        overview.findAll { !chinese(it) } == []
        rows('exit-codes').size() == ExitCode.values().size()
        rows('exit-codes').findAll { !chinese(it) } == []
        verbs.size() == Verbs.all().size()
        verbs.findAll { !chinese(it) } == []
        verbs.collect { DisplayWidth.of(it.replaceFirst(/^(  \S+ +).*/, '$1')) } as Set == [27] as Set
    }
}
