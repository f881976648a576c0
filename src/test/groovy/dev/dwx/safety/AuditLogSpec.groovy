package dev.dwx.safety

import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.json.ExactJson
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

class AuditLogSpec extends Specification {
    @TempDir
    Path directory
    Clock clock = Clock.fixed(Instant.parse('2026-03-15T20:00:00Z'), ZoneOffset.UTC)
    def operation = SnapshotCatalog.bundled().find('2024-05-18', 'UpdateNode').get()

    AuditEntry entry(Map arguments = [:]) {
        new AuditEntry(operation, Risk.WRITE, arguments, 'cn-shanghai', null, 'p (1)', null, null, AuditEntry.OK, 'R')
    }

    def "its file is for its owner only"() {
        given:
        def file = directory.resolve('new/audit.jsonl')
        new AuditLog(file, clock, { null }).append(entry())

        expect:
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)) == 'rw-------'
        PosixFilePermissions.toString(Files.getPosixFilePermissions(file.parent)) == 'rwx------'
    }

    def "lines stay whole when several write at once, and none is lost"() {
        given:
        def file = directory.resolve('audit.jsonl')
        def threads = (1..4).collect { n ->
            def log = new AuditLog(file, clock, { 'LTAI5tExampleKeyId9x7Q' })
            Thread.start { 50.times { log.append(entry(Spec: 'x' * 3000 + n)) } }
        }
        threads*.join()

        expect:
        def lines = Files.readAllLines(file)
        lines.size() == 200
        lines.every { ExactJson.parse(it).operation == 'UpdateNode' }
    }

    def "a line break or a quote in an argument cannot forge a line"() {
        given:
        def file = directory.resolve('audit.jsonl')
        new AuditLog(file, clock, { throw new IllegalStateException('no credentials') }).append(entry(Name: 'a"}\n{"result":"ok'))

        expect:
        def lines = Files.readAllLines(file)
        lines.size() == 1
        ExactJson.parse(lines[0]).arguments.Name == 'a"}\n{"result":"ok'
    }

    def "two processes at once lose nothing, and each result finds its call"() {
        given:
        def file = directory.resolve('audit.jsonl')
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def processes = ['a', 'b'].collect {
            new ProcessBuilder(java, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', System.getProperty('java.class.path'),
                    AuditWriter.name, file.toString(), it).redirectErrorStream(true).start()
        }
        def output = processes.collect { it.inputStream.getText('UTF-8') }

        expect:
        processes.every { it.waitFor(60, TimeUnit.SECONDS) && it.exitValue() == 0 }
        output == ['', '']
        def lines = Files.readAllLines(file).collect { ExactJson.parse(it) as Map }
        lines.size() == 4 * AuditWriter.CALLS
        def calls = lines.groupBy { it.call }
        calls.size() == 2 * AuditWriter.CALLS
        calls.every { id, pair -> pair*.result == ['sent', 'ok'] && pair[0].arguments.Spec.size() == 6000 && pair[1].arguments == null }

        cleanup:
        processes?.each { it.destroyForcibly() }
    }
}
