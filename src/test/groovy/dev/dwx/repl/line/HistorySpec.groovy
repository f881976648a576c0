package dev.dwx.repl.line

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Instant
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.function.UnaryOperator
import org.jline.reader.LineReaderBuilder
import org.jline.terminal.impl.DumbTerminal
import spock.lang.Specification
import spock.lang.TempDir

class HistorySpec extends Specification {
    private static final UnaryOperator<String> HIDE = { it.replace('s3cret', '***') }

    @TempDir
    Path directory

    private Path file() {
        return directory.resolve('state/dwx/history')
    }

    private static PromptHistory attached(Path path, UnaryOperator<String> redactor = UnaryOperator.identity()) {
        def history = new PromptHistory(path == null ? null : new HistoryFile(path), redactor)
        def terminal = new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream())
        history.attach(LineReaderBuilder.builder().terminal(terminal).build())
        return history
    }

    private static List<String> lines(PromptHistory history) {
        return history.collect { it.line() }
    }

    def 'an input of several lines is one entry, here and in the next shell'() {
        given:
        def history = attached(file())

        when:
        history.add(Instant.EPOCH, 'flow("a") {\n  sql("b\\n")\n}')
        history.add(Instant.EPOCH, 'second')

        then:
        lines(history) == ['flow("a") {\n  sql("b\\n")\n}', 'second']
        lines(attached(file())) == ['flow("a") {\n  sql("b\\n")\n}', 'second']
        Files.readAllLines(file()).size() == 2
    }

    def 'the file and its directory are for the owner only, also when they were not'() {
        given:
        Files.createDirectories(file().parent)
        Files.writeString(file(), 'old\n')
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString('rw-r--r--'))

        when:
        def history = attached(file())
        history.add(Instant.EPOCH, 'new')

        then:
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file())) == 'rw-------'
        lines(history) == ['old', 'new']
    }

    def 'a secret is in neither memory nor file'() {
        given:
        def history = attached(file(), HIDE)

        when:
        history.add(Instant.EPOCH, "CreateDataSource(Password: 's3cret')")

        then:
        lines(history) == ["CreateDataSource(Password: '***')"]
        directory.toFile().traverse { assert !it.file || !it.text.contains('s3cret') }
    }

    def 'what begins with a space, is empty, or repeats the last entry is not kept'() {
        given:
        def history = attached(file())

        when:
        [' hidden', '', '   ', 'a', 'a', 'b', 'a'].each { history.add(Instant.EPOCH, it) }

        then:
        lines(history) == ['a', 'b', 'a']
        Files.readAllLines(file()) == ['a', 'b', 'a']
    }

    def 'shells that append at once lose and mix nothing'() {
        given:
        def shells = (1..4).collect { new HistoryFile(file()) }
        def pool = Executors.newFixedThreadPool(4)

        when:
        def work = shells.withIndex().collect { shell, n ->
            return { (1..100).each { shell.append("shell $n line $it " + 'x' * 200) } } as Callable
        }
        pool.invokeAll(work)*.get()

        then:
        def entries = new HistoryFile(file()).read()
        entries.size() == 400
        entries.toSet().size() == 400
        entries.every { it ==~ /shell \d line \d+ x{200}/ }

        cleanup:
        pool.shutdownNow()
    }

    def 'a long file is shortened to its newest entries'() {
        given:
        Files.createDirectories(file().parent)
        Files.writeString(file(), (1..10_001).collect { "line $it\n" }.join(''))

        when:
        def entries = new HistoryFile(file()).read()

        then:
        entries.size() == 5_000
        entries.last() == 'line 10001'
        Files.readAllLines(file()).size() == 5_000
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file())) == 'rw-------'
        file().parent.toFile().list().toSorted() == ['history', 'history.lock']
    }

    def 'a place that cannot be written costs the file, not the prompt'() {
        given:
        Files.writeString(directory.resolve('state'), 'a file where a directory should be')
        def history = attached(file())

        when:
        history.add(Instant.EPOCH, 'kept for now')

        then:
        lines(history) == ['kept for now']
        history.trouble().startsWith('History is not kept')
    }

    def 'without a file nothing is written'() {
        given:
        def history = attached(null)

        when:
        history.add(Instant.EPOCH, 'a')

        then:
        lines(history) == ['a']
        history.trouble() == null
    }
}
