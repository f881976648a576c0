package dev.dwx.texts

import spock.lang.Shared
import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path

/** What the sources say, held against the catalogue of each language; a failure prints the rows to fill in. */
class EveryTextSpec extends Specification {
    /** In which part a new text is filled in: the one of the longest package, or class, that a class's name begins with. */
    static final Map<String, String> PARTS = [
            'dev.dwx.cli'                : 'cli',
            'dev.dwx.cli.HelpPages'      : 'help',
            'dev.dwx.dsl.LanguagePages'  : 'help',
            'dev.dwx.repl'               : 'repl',
            'dev.dwx.repl.complete'      : 'complete',
            'dev.dwx.repl.live'          : 'complete',
            'dev.dwx.repl.line'          : 'line',
            'dev.dwx.repl.show'          : 'show',
            'dev.dwx.repl.watch'         : 'watch',
            'dev.dwx.repl.tour'          : 'tour',
            'dev.dwx.settings'           : 'settings',
            'dev.dwx.script'             : 'script',
            'dev.dwx.dsl'                : 'dsl',
            'dev.dwx.dsl.lifecycle'      : 'lifecycle',
            'dev.dwx.dsl.workspace'      : 'workspace',
            'dev.dwx.flowspec'           : 'flowspec',
            'dev.dwx.flowspec.lint'      : 'lint',
            'dev.dwx.time'               : 'time',
            'dev.dwx.safety'             : 'safety',
            'dev.dwx.render'             : 'render',
            'dev.dwx.client'             : 'client',
            'dev.dwx.catalog'            : 'catalog',
    ]

    @Shared
    Path base = Path.of(System.getProperty('dwx.basedir', '.'))
    @Shared
    List<SourceTexts.Use> uses = SourceTexts.of(base.resolve('src/main/java'))
    @Shared
    Map<String, Map<String, String>> parts = Catalogue.PARTS.collectEntries { [it, Catalogue.read('zh', it)] }

    def 'what is said is a constant, so that a catalogue can have it'() {
        given:
        def places = uses.findAll { it.english() == null }*.place()

        expect:
        places == []
        uses.size() > 500
    }

    def 'each text is there in Chinese'() {
        given:
        def rows = rows()
        def missing = uses.findAll { it.english() != null && !it.code() }.groupBy { it.english() }
                .findAll { text, said -> !rows.containsKey(text) }

        expect:
        nothingMissing(missing)
    }

    def 'a row has a text that somebody says, and is there once'() {
        given:
        def said = uses*.english() as Set
        def rows = parts.collectMany { part, texts -> texts.keySet().collect { [part, it] } }
        def orphans = rows.findAll { part, text -> !(text in said) }
        // Two parts may say one text, and then alike; a file has it once.
        def doubled = rows.groupBy { it[1] }.findAll { text, of -> of.collect { parts[it[0]][text] }.unique().size() > 1 }.keySet() as List
        def unread = Catalogue.PARTS.findAll { rowsIn(it) != parts[it].size() } as List

        expect:
        orphans == []
        doubled == []
        unread == []
    }

    def 'a translation has the places of its text, and the values are there'() {
        given:
        def wrong = rows().findAll { english, chinese -> places(english) != places(chinese) }
        def without = uses.findAll { it.english() != null && !it.listed() && places(it.english()).any { n -> n >= it.values() } }*.place()

        expect:
        wrong == [:]
        without == []
    }

    def 'a translation is Chinese, with the line ends of its text'() {
        given:
        def foreign = rows().findAll { english, chinese -> english =~ /[a-z]{4}/ && !chinese.codePoints().anyMatch { Character.UnicodeScript.of(it) == Character.UnicodeScript.HAN } }
        def lines = rows().findAll { english, chinese ->
            english.startsWith('\n') != chinese.startsWith('\n') || english.endsWith('\n') != chinese.endsWith('\n')
        }

        expect:
        foreign == [:]
        lines == [:]
    }

    def 'every file of a language is a part, and every package that speaks has one'() {
        given:
        def files = Files.list(base.resolve('src/main/resources/dev/dwx/texts/zh')).withCloseable { it*.fileName*.toString() as Set }
        def homeless = uses.findAll { part(it.className()) == null }*.place()

        expect:
        files == Catalogue.PARTS.collect { it + '.po' } as Set
        PARTS.values() as Set == Catalogue.PARTS as Set
        homeless == []
    }

    private Map<String, String> rows() {
        Map<String, String> rows = [:]
        parts.values().each { rows.putAll(it) }
        rows
    }

    private static String part(String className) {
        String longest = PARTS.keySet().findAll { className == it || className.startsWith(it + '.') }.max { it.length() }
        PARTS[longest]
    }

    private static Set<Integer> places(String text) {
        (text =~ /\{(\d\d?)}/).collect { it[1] as int } as Set
    }

    private int rowsIn(String part) {
        Files.readAllLines(base.resolve("src/main/resources/dev/dwx/texts/zh/${part}.po")).count { it.startsWith('msgid ') }
    }

    /** Thrown by itself: a condition would compare texts letter by letter, and print them twice. */
    private static boolean nothingMissing(Map<String, List<SourceTexts.Use>> missing) {
        if (missing) {
            throw new AssertionError((Object) "texts without a Chinese row; to fill in:\n${rowsToFillIn(missing)}")
        }
        true
    }

    private static String rowsToFillIn(Map<String, List<SourceTexts.Use>> missing) {
        missing.groupBy { text, said -> part(said[0].className()) }.collect { part, texts ->
            "zh/${part}.po:\n" + texts.collect { text, said ->
                "\n#: ${said[0].place()}\nmsgid ${quoted(text)}\nmsgstr \"\"\n"
            }.join('')
        }.join('\n')
    }

    private static String quoted(String text) {
        '"' + text.replace('\\', '\\\\').replace('"', '\\"').replace('\n', '\\n').replace('\t', '\\t') + '"'
    }
}
