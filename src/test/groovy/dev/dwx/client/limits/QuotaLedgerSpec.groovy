package dev.dwx.client.limits

import groovy.json.JsonSlurper
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Instant
import java.time.InstantSource
import java.time.LocalDate
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

@Timeout(60)
class QuotaLedgerSpec extends Specification {
    static final LedgerKey KEY = new LedgerKey('9f86d081884c7d65', 'cn-shanghai')

    @TempDir Path directory
    Instant now = Instant.parse('2026-03-15T15:59:59.500Z')
    VirtualTicker ticker = new VirtualTicker(false)
    List<String> notes = []
    PollingConditions soon = new PollingConditions(timeout: 30, delay: 0.001)
    Path file

    def setup() {
        file = directory.resolve('state/calls.json')
    }

    private QuotaLedger ledger(Path at = file) {
        new QuotaLedger(at == null ? null : new LedgerFile(at, { notes << it }), { now } as InstantSource, ticker, { notes << it })
    }

    private Map onDisk() {
        new JsonSlurper().parse(file.toFile()).counts.find { it.region == 'cn-shanghai' } as Map
    }

    private static int calls(QuotaLedger ledger, int wanted, int perDay, boolean heeded = true) {
        (1..wanted).count { ledger.reserve(KEY, perDay, heeded) != null }
    }

    def "a day has so many calls and the next has them again, for every process"() {
        given:
        def one = ledger()
        def other = ledger()

        expect:
        calls(one, 6, 10) == 6
        calls(other, 6, 10) == 4
        calls(one, 1, 10) == 0
        one.isUsedUp(KEY, 10, true)
        other.standing(KEY).calls() == 10

        when: 'it is midnight where the service counts, and afternoon elsewhere'
        now = Instant.parse('2026-03-15T16:00:00Z')

        then:
        !one.isUsedUp(KEY, 10, true)
        calls(one, 11, 10) == 10
        calls(other, 1, 10) == 0
        other.standing(KEY).day() == LocalDate.parse('2026-03-16')
    }

    def "the day is the service's, whatever the machine's zone: #zone"() {
        given:
        def before = TimeZone.default
        TimeZone.default = TimeZone.getTimeZone(zone)
        def counting = ledger()

        when:
        counting.reserve(KEY, 100, true)
        now = Instant.parse('2026-03-15T16:00:00Z')

        then:
        counting.standing(KEY) == new LedgerRow(LocalDate.parse('2026-03-16'), 0, false, 0)
        onDisk().day == '2026-03-15'
        onDisk().calls == 1

        cleanup:
        TimeZone.default = before

        where:
        zone << ['Pacific/Kiritimati', 'Pacific/Niue', 'UTC', 'Asia/Shanghai']
    }

    def "a call that is answered after midnight counts for the day and the month in which it was sent"() {
        given:
        now = Instant.parse('2026-03-31T15:59:59.900Z')
        def slow = ledger()
        def call = slow.reserve(KEY, 0, true)
        now = Instant.parse('2026-03-31T16:00:00.100Z')

        when: 'another process has begun the new day'
        def quick = ledger()
        quick.reserve(KEY, 100, true).succeeded()
        quick.close()
        call.succeeded()
        slow.close()

        then:
        onDisk() == [account: KEY.account(), region: 'cn-shanghai', day: '2026-04-01', calls: 1, usedUp: false, succeededThisMonth: 1]
    }

    def "the month goes on over its days and counts what succeeded"() {
        given:
        def counting = ledger()

        when:
        3.times { counting.reserve(KEY, 1000, true).succeeded() }
        counting.reserve(KEY, 1000, true)
        now = Instant.parse('2026-03-20T08:00:00Z')
        counting.reserve(KEY, 1000, true).succeeded()

        then:
        counting.standing(KEY) == new LedgerRow(LocalDate.parse('2026-03-20'), 1, false, 4)

        when:
        now = Instant.parse('2026-03-31T16:00:00Z')

        then:
        counting.standing(KEY) == new LedgerRow(LocalDate.parse('2026-04-01'), 0, false, 0)
    }

    def "a call that was not sent is given back to everybody at once"() {
        given:
        def one = ledger()

        when:
        def made = (1..20).collect { one.reserve(KEY, 20, true) }
        made[7].giveBack()

        then:
        calls(ledger(), 5, 20) == 1
    }

    def "a day that the service says is used up is so for every process, until midnight or until it proves wrong"() {
        given:
        def one = ledger()
        def other = ledger()

        when:
        one.reserve(KEY, 0, true).usedUp()

        then:
        one.isUsedUp(KEY, 0, true)
        one.reserve(KEY, 0, true) == null
        other.reserve(KEY, 10_000, true) == null

        when: 'somebody sends all the same, and it succeeds'
        other.reserve(KEY, 0, false).succeeded()
        other.close()

        then:
        !one.isUsedUp(KEY, 0, true)

        when:
        one.reserve(KEY, 0, true).usedUp()
        now = Instant.parse('2026-03-15T16:00:01Z')

        then:
        one.reserve(KEY, 0, true) != null
    }

    def "a wrong count locks nobody out"() {
        given:
        def counting = ledger()
        calls(counting, 10, 10)

        expect:
        calls(counting, 3, 10, false) == 3
        calls(counting, 1, 10) == 0

        when:
        counting.forget(KEY)

        then:
        calls(ledger(), 11, 10) == 10
    }

    def "without a limit for the day calls are written together, and all are there at the end"() {
        given:
        def counting = ledger()
        def writes = 0
        def last = null

        when:
        600.times {
            counting.reserve(KEY, 0, true).succeeded()
            ticker.advance(1)
            def state = Files.exists(file) ? Files.readString(file) : null
            writes += state == last ? 0 : 1
            last = state
        }

        then:
        writes in 1..3

        when:
        counting.close()

        then:
        onDisk().calls == 600
        onDisk().succeededThisMonth == 600
        Files.getPosixFilePermissions(file) == PosixFilePermissions.fromString('rw-------')
    }

    def "a ledger that cannot be read is set aside with one line, and counting goes on: #what"() {
        given:
        Files.createDirectories(file.parent)
        Files.write(file, content as byte[])
        def counting = ledger()

        expect:
        calls(counting, 3, 100) == 3
        onDisk().calls == 3
        notes.size() == 1
        notes[0].contains('calls.json.damaged')
        Files.readAllBytes(file.resolveSibling('calls.json.damaged')) == content as byte[]

        where:
        what               | content
        'empty'            | [] as byte[]
        'half'             | '{"format":1,"counts":[{"account":"a","reg'.bytes
        'zeros'            | new byte[300]
        'not UTF-8'        | [0xff, 0xfe, 0x80] as byte[]
        'another document' | '[1,2,3]'.bytes
        'no counts'        | '{"format":1}'.bytes
        'odd counts'       | '{"format":1,"counts":[{"account":"a","region":"r","day":"2026-03-15","calls":1.5,"usedUp":false,"succeededThisMonth":0}]}'.bytes
        'negative'         | '{"format":1,"counts":[{"account":"a","region":"r","day":"2026-03-15","calls":-1,"usedUp":false,"succeededThisMonth":0}]}'.bytes
        'no such day'      | '{"format":1,"counts":[{"account":"a","region":"r","day":"2026-02-30","calls":1,"usedUp":false,"succeededThisMonth":0}]}'.bytes
        'huge'             | ('{"format":1,"counts":[' + ' ' * (1 << 20) + ']}').bytes
    }

    def "what a newer dwx has written is left alone, and calls are counted in memory"() {
        given:
        Files.createDirectories(file.parent)
        Files.writeString(file, '{"format":2,"counts":{}}')
        def counting = ledger()

        expect:
        calls(counting, 6, 5) == 5
        notes.size() == 1
        notes[0].contains('in memory only')
        Files.readString(file) == '{"format":2,"counts":{}}'
    }

    def "where nothing can be written calls are counted in memory, with one line, and written when it can be again"() {
        given:
        Files.createDirectories(file.parent)
        def lock = file.resolveSibling('calls.json.lock')
        Files.createDirectories(lock)
        def counting = ledger()

        expect:
        calls(counting, 3, 5) == 3
        notes.size() == 1

        when:
        Files.delete(lock)
        ticker.advance(31_000)

        then:
        calls(counting, 3, 5) == 2
        onDisk().calls == 5
        notes.size() == 1
    }

    def "a request to stop does not spoil the count, and is not lost"() {
        given:
        def counting = ledger()
        Thread.currentThread().interrupt()

        when:
        def call = counting.reserve(KEY, 100, true)
        def asked = Thread.currentThread().isInterrupted()
        Thread.interrupted()

        then:
        call != null
        asked
        onDisk().calls == 1
        notes.empty
    }

    def "a day that a wrong clock has written does not count"() {
        given:
        now = Instant.parse('2031-01-01T00:00:00Z')
        calls(ledger(), 10, 10)
        now = Instant.parse('2026-03-15T08:00:00Z')

        expect:
        calls(ledger(), 11, 10) == 10
        onDisk().day == '2026-03-15'
    }

    def "who has not called for long is not kept"() {
        given:
        def counting = ledger()
        (1..9).each { counting.reserve(new LedgerKey("account$it", 'r'), 100, true) }

        when:
        now = Instant.parse('2026-09-15T08:00:00Z')
        counting.reserve(KEY, 100, true)

        then:
        new JsonSlurper().parse(file.toFile()).counts*.account == [KEY.account()]
    }

    def "one without a file keeps the same limits"() {
        given:
        def counting = ledger(null)

        expect:
        calls(counting, 101, 100) == 100
        counting.path() == null

        when:
        counting.forget(KEY)

        then:
        calls(counting, 101, 100) == 100

        when:
        now = Instant.parse('2026-03-15T16:00:00Z')

        then:
        calls(counting, 101, 100) == 100
    }

    def "several processes never take more calls than a day has, and lose none"() {
        when:
        def processes = (1..3).collect { user(100, 70) }
        def made = processes.collect { it.inputStream.readLines().size() }

        then:
        processes.every { it.waitFor() == 0 }
        made.sum() == 100
        onDisk().calls == 100
        onDisk().succeededThisMonth == 100
        !Files.exists(file.resolveSibling('calls.json.damaged'))
    }

    def "a process killed at any moment leaves a ledger that can be read, with all the calls that it made"() {
        given:
        def random = new Random(7)
        int made = 0

        when:
        6.times { run ->
            def out = directory.resolve("out$run")
            def process = user(1_000_000, 1_000_000, ProcessBuilder.Redirect.to(out.toFile()))
            int bytes = 1 + random.nextInt(100)
            soon.eventually { assert Files.size(out) >= bytes }
            process.destroyForcibly().waitFor()
            made += Files.readAllLines(out).size()
        }

        then: 'the one that was counted and not made yet when the process ended is the only one too many'
        onDisk().calls in made..(made + 6)
        calls(ledger(), 1, 1_000_000) == 1
        notes.empty
        !Files.exists(file.resolveSibling('calls.json.damaged'))
    }

    private Process user(int perDay, int most, ProcessBuilder.Redirect out = ProcessBuilder.Redirect.PIPE) {
        new ProcessBuilder(Path.of(System.getProperty('java.home'), 'bin', 'java').toString(), '-XX:TieredStopAtLevel=1', '-Xshare:auto',
                '-cp', System.getProperty('java.class.path'), LedgerUser.name, file.toString(), perDay as String, most as String, now.toString())
                .redirectOutput(out).redirectError(ProcessBuilder.Redirect.INHERIT).start()
    }
}
