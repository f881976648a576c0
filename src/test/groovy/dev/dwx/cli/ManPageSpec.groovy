package dev.dwx.cli

import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/** The manual page is complete, and roff has nothing to say against it. */
class ManPageSpec extends Specification {
    @TempDir Path directory

    private static boolean hasGroff() {
        (System.getenv('PATH') ?: '').split(File.pathSeparator).any { new File(it, 'groff').canExecute() }
    }

    private static String plain(String roff) {
        roff.replace('\\-', '-').replace('\\(aq', "'").replace('\\(ga', '`').replace('\\(ti', '~')
    }

    def "every command, option, exit code and topic is on it"() {
        given:
        def page = plain(ManPage.text())

        expect:
        OptionTables.all().options.every { page.contains("--$it.longOpt") }
        ExitCode.values().every { page.contains(".B \"$it.code\"\n") }
        Command.values().every { page.contains("dwx ${it.word()}".trim()) }
        HelpPages.TOPICS.every { page.contains(it) }
        page.contains('ALIBABA_CLOUD_ACCESS_KEY_ID')
        HelpPages.page('man').get() == ManPage.text()
    }

    def "a text of any kind is text to roff, in ASCII"() {
        expect:
        ManPage.escaped(text) == escaped

        where:
        text            || escaped
        '.dwx'          || '\\&.dwx'
        "'x' -e"        || '\\(aqx\\(aq \\-e'
        'a\\b'          || 'a\\eb'
        'ARG…'          || 'ARG\\[u2026]'
        '名称'            || '\\[u540D]\\[u79F0]'
        '~/.x `y` "z"'  || '\\(ti/.x \\(gay\\(ga \\(dqz\\(dq'
    }

    @Requires(value = { ManPageSpec.hasGroff() }, reason = 'needs groff')
    def "groff renders it without a warning"() {
        given:
        def file = directory.resolve('dwx.1')
        Files.writeString(file, ManPage.text())
        def out = directory.resolve('out').toFile()
        def err = directory.resolve('err').toFile()

        when:
        def groff = new ProcessBuilder('groff', '-man', '-Tutf8', '-ww', file.toString()).redirectOutput(out).redirectError(err).start()
        groff.waitFor(20, TimeUnit.SECONDS)

        then:
        groff.exitValue() == 0
        err.text == ''
        out.text.readLines().size() > 100
    }
}
