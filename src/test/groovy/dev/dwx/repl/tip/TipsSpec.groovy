package dev.dwx.repl.tip

import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.check.Severity
import dev.dwx.repl.command.Shorthand
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import spock.lang.TempDir

class TipsSpec extends LanguageSpec {
    @TempDir
    Path directory

    def "one tip on the first start of a day, another the next day, and the file holds the day alone"() {
        given:
        def file = directory.resolve('state/tip')
        def tips = new TipOfTheDay(file)
        def day = LocalDate.of(2026, 3, 16)

        expect:
        tips.of(day).startsWith('Tip: ')
        tips.of(day) == null
        new TipOfTheDay(file).of(day) == null
        Files.readString(file) == '2026-03-16\n'
        tips.of(day.plusDays(1)).contains(':set --keep tips off')
    }

    def "they come round, each in its turn"() {
        given:
        def day = LocalDate.of(2026, 3, 16)

        expect:
        (0..<Tips.all().size()).collect { new TipOfTheDay(directory.resolve("tip$it")).of(day.plusDays(it)) }.toUnique().size() == Tips.all().size()
        Tips.all().size() >= 40
    }

    def "where nothing can be written there is no tip, and no error"() {
        given:
        def inTheWay = Files.writeString(directory.resolve('file'), '')

        expect:
        new TipOfTheDay(inTheWay.resolve('tip')).of(LocalDate.of(2026, 3, 16)) == null
    }

    def "the example of each tip is right"() {
        expect:
        Tips.all().findAll { Shorthand.command(it.example()) == null }.every { tip ->
            def found = evaluator.check(tip.example(), 'tip').findAll { it.severity() == Severity.ERROR }
            assert !found: "${tip.example()}: ${found*.message()}"
            true
        }
    }
}
