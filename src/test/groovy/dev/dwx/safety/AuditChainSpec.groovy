package dev.dwx.safety

import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.json.ExactJson
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class AuditChainSpec extends Specification {
    @TempDir
    Path directory
    @Shared
    def operation = SnapshotCatalog.bundled().find('2024-05-18', 'UpdateNode').get()

    Path getFile() { directory.resolve('audit.jsonl') }

    AuditLog at(String when) {
        new AuditLog(file, Clock.fixed(Instant.parse(when), ZoneOffset.UTC), { null })
    }

    void write(AuditLog log, int count, String name = 'n') {
        count.times { log.append(new AuditEntry(operation, Risk.WRITE, [Id: name + it], 'cn-shanghai', null, null, null, null, AuditEntry.OK, 'R')) }
    }

    static void append(Path log) {
        def one = SnapshotCatalog.bundled().find('2024-05-18', 'UpdateNode').get()
        new AuditLog(log, Clock.systemUTC(), { null }).append(new AuditEntry(one, Risk.WRITE, [:], null, null, null, null, null, AuditEntry.OK, null))
    }

    List<String> lines() { Files.readAllLines(file) }

    void lines(List<String> changed) { Files.writeString(file, changed.collect { it + '\n' }.join('')) }

    def "every line names the hash of the one before, from the first on"() {
        given:
        write(at('2026-03-15T20:00:00Z'), 3)

        expect:
        def read = lines().collect { ExactJson.parse(it) as Map }
        read[0].previous == '0' * 64
        read[1].previous == read[0].hash
        read[2].previous == read[1].hash
        read[0].keySet().toList()[-2..-1] == ['previous', 'hash']
        with(AuditCheck.of(file)) {
            intact()
            lines() == 3
            newest() == read[2].hash
            remarks() == []
        }
    }

    def "what was done to a log afterwards is told with its line: #what"() {
        given:
        write(at('2026-03-15T20:00:00Z'), 6)
        def before = lines()
        def after = new ArrayList(before)
        change(after)
        lines(after)

        expect:
        AuditCheck.of(file).faults() == faults

        where:
        what                        | change                                                  || faults
        'nothing'                   | { }                                                     || []
        'a value changed'           | { it[2] = it[2].replace('n2', 'nX') }                   || ['audit.jsonl line 3 was changed']
        'the first changed'         | { it[0] = it[0].replace('n0', 'nX') }                   || ['audit.jsonl line 1 was changed']
        'the last changed'          | { it[5] = it[5].replace('n5', 'nX') }                   || ['audit.jsonl line 6 was changed']
        'no JSON any more'          | { it[2] = 'gone' }                                      || ['audit.jsonl line 3 was changed']
        'two changed'               | { it[1] = it[1].replace('n1', 'nX'); it[2] = it[2].replace('n2', 'nX') } || ['audit.jsonl line 2 was changed', 'audit.jsonl line 3 was changed']
        'its hash changed'          | { it[2] = it[2].replaceFirst(/"hash":"..../, '"hash":"0000') } || ['audit.jsonl line 3 was changed']
        'one removed'               | { it.remove(2) }                                        || ['lines between audit.jsonl line 2 and audit.jsonl line 3 were removed, or the former was written anew']
        'three removed'             | { 3.times { i -> it.remove(1) } }                       || ['lines between audit.jsonl line 1 and audit.jsonl line 2 were removed, or the former was written anew']
        'the first removed'         | { it.remove(0) }                                        || ['lines before audit.jsonl line 1 were removed: the log does not begin at its beginning']
        'an old one added'          | { it.add(4, it[1]) }                                    || ['audit.jsonl line 5 was added, or moved here']
        'a line of words added'     | { it.add(3, 'hello') }                                  || ['audit.jsonl line 4 was added']
        'one written anew'          | { it[2] = AuditLine.following(AuditLine.of(it[1]).hash(), [forged: true]).text() } || ['lines between audit.jsonl line 3 and audit.jsonl line 4 were removed, or the former was written anew']
        'an empty line added'       | { it.add(2, '') }                                       || ['audit.jsonl line 3 was added']
    }

    def "lines that were cut off the end are missed"() {
        given:
        write(at('2026-03-15T20:00:00Z'), 4)
        lines(lines()[0..1])

        expect:
        AuditCheck.of(file).faults()*.replaceAll(/[0-9a-f]{12}…/, 'H') == ['the newest lines are missing: the log ended with the hash H, and no line has it']

        when:
        Files.delete(file)

        then:
        !AuditCheck.of(file).intact()
    }

    def "a torn line is told, closed by the next write, and the chain goes on"() {
        given:
        write(at('2026-03-15T20:00:00Z'), 2)
        def third = AuditLine.following(AuditLine.of(lines()[1]).hash(), [when: 'x', operation: 'DeleteNode']).text()
        Files.writeString(file, third.take(40), StandardOpenOption.APPEND)

        expect:
        with(AuditCheck.of(file)) {
            intact()
            remarks() == ['audit.jsonl line 3 was cut off when its process ended; the next write will close it']
        }

        when:
        write(at('2026-03-15T20:00:01Z'), 2)

        then:
        with(AuditCheck.of(file)) {
            intact()
            lines() == 6
            remarks() == ['audit.jsonl line 3 was cut off when its process ended; the next line says so']
        }

        when: 'the torn line itself is changed'
        lines(lines().collect { it.startsWith('{"when":"x"') ? it.replace('"x"', '"y"') : it })

        then:
        AuditCheck.of(file).faults() == ['audit.jsonl line 3 was changed']
    }

    def "the first line of all may be torn, too"() {
        given:
        Files.createDirectories(directory)
        Files.writeString(file, '{"when":"2026')
        write(at('2026-03-15T20:00:00Z'), 1)

        expect:
        AuditCheck.of(file).intact()
        AuditCheck.of(file).remarks().size() == 1
    }

    def "with a new month the file is put aside and the chain goes on; so it does when a file is full"() {
        given:
        write(at('2026-01-31T23:59:59Z'), 2)
        write(at('2026-02-01T00:00:00Z'), 2)
        write(at('2026-04-01T00:00:00Z'), 1)

        expect:
        directory.toFile().list().findAll { it.endsWith('.jsonl') }.sort() == ['audit-202601-001.jsonl', 'audit-202602-001.jsonl', 'audit.jsonl']
        lines().size() == 1
        with(AuditCheck.of(file)) {
            intact()
            lines() == 5
        }

        when:
        def aside = directory.resolve('audit-202602-001.jsonl')
        Files.writeString(aside, Files.readString(aside).replace('n1', 'nX'))

        then:
        AuditCheck.of(file).faults() == ['audit-202602-001.jsonl line 2 was changed']

        when: 'one is gone as a whole'
        Files.delete(aside)

        then:
        AuditCheck.of(file).faults() == ['lines between audit-202601-001.jsonl line 2 and audit.jsonl line 1 were removed, or the former was written anew']
    }

    def "a process that ended between putting a file aside and writing the next loses nothing"() {
        given:
        write(at('2026-01-31T23:59:59Z'), 2)
        Files.move(file, directory.resolve('audit-202601-001.jsonl'))
        write(at('2026-02-01T00:00:00Z'), 1)

        expect:
        AuditCheck.of(file).intact()
        AuditCheck.of(file).lines() == 3
    }

    def "a log from before there were hashes is the beginning of the chain"() {
        given:
        lines(['{"when":"2026-03-01T00:00:00Z","operation":"A"}', '{"when":"2026-03-02T00:00:00Z","operation":"B"}'])

        expect:
        AuditCheck.of(file).intact()

        when:
        write(at('2026-03-15T20:00:00Z'), 2)

        then:
        with(AuditCheck.of(file)) {
            intact()
            unchained() == 2
        }

        when:
        lines(lines().collect { it.replace('"A"', '"Z"') })

        then:
        AuditCheck.of(file).faults() == ['audit.jsonl lines 1 to 2, written before there were hashes, were changed, removed or added to']
    }

    def "a line added by hand at the end does not begin a new chain"() {
        given:
        write(at('2026-03-15T20:00:00Z'), 2)
        Files.writeString(file, '{"operation":"Forged"}\n', StandardOpenOption.APPEND)
        write(at('2026-03-15T20:00:01Z'), 2)

        expect:
        AuditCheck.of(file).faults() == ['audit.jsonl line 3 was added']
    }

    def "a thread that was asked to stop still writes its line, and is still asked to stop"() {
        given:
        Thread.currentThread().interrupt()

        when:
        write(at('2026-03-15T20:00:00Z'), 1)

        then:
        Thread.interrupted()
        AuditCheck.of(file).lines() == 1
    }

    def "a log that does not exist is intact and empty"() {
        expect:
        AuditCheck.of(directory.resolve('none/audit.jsonl')).intact()
    }
}
