package dev.dwx.dsl.watching

import dev.dwx.dsl.LanguageSpec
import dev.dwx.json.ExactJson
import dev.dwx.time.BizDate
import java.time.Duration
import java.time.Instant
import java.time.LocalDate

/** How few calls a board makes, against a day of any size. */
class DayReadingSpec extends LanguageSpec {
    static final long BEGAN = Instant.parse('2026-03-15T16:00:00Z').toEpochMilli()

    List<Map> day = []
    long now = 0
    List<Long> calls = []
    Set<Integer> ran = []

    private void instances(int count) {
        day = (0..<count).collect { [Id: 900000000000L + it, TaskName: "t$it" as String, Status: 'NotRun'] }
    }

    private void start(int at, int second) {
        ran << at
        day[at] += [Status: 'Running', StartedTime: BEGAN + second * 1000L]
    }

    private void end(int at, int second) {
        day[at] += [Status: 'Success', FinishedTime: BEGAN + second * 1000L]
    }

    private Board board() {
        begin(parts().confirmer({ request -> 'rerun' }))
        caller.on('ListTaskInstances') { a ->
            calls << now
            List<Map> found = a.Ids != null ? day.findAll { row -> ids(a.Ids).contains(row.Id) } : a.Filter == null ? day : changed(a.Filter as String)
            int from = ((a.PageNumber as int) - 1) * 500
            ExactJson.write([PagingInfo: [TotalCount: found.size(), TaskInstances: found.drop(from).take(a.PageSize as int)]])
        }
        new Board(session.lifecycle().board('2026-03-14', null, Duration.ofSeconds(15)).service, BizDate.of(LocalDate.parse('2026-03-14')), 'Prod',
                Duration.ofSeconds(15), { now })
    }

    private List<Map> changed(String filter) {
        def (String name, long from) = (filter =~ /\{"(\w+)TimeStart":"(\d+)"}/)[0].with { [it[1].capitalize() + 'Time', it[2] as long] }
        ran.collect { day[it] }.findAll { it[name] != null && it[name] >= from }
    }

    private static List<Long> ids(Object given) {
        (given.toString() =~ /\d+/).collect { it.toLong() }
    }

    private void pass(Duration time) {
        now += time.toNanos()
    }

    private int costs(Closure<?> look) {
        int before = calls.size()
        look()
        calls.size() - before
    }

    private static String status(List<Instance> instances, int at) {
        instances.find { it.id() == 900000000000L + at }.status()
    }

    def "a day of a page or two is read whole at each look"() {
        given:
        instances(900)
        def board = board()

        expect:
        costs { board.read() } == 2
        board.reach() == ''

        when:
        day.remove(0)
        day[7].Status = 'WaitTime'
        List<Instance> seen
        int calls = costs { seen = board.read() }

        then:
        calls == 2
        seen.size() == 899
        status(seen, 8) == 'WaitTime'
        board.pause() == Duration.ofSeconds(15)
    }

    def "of a large day a look asks for what has started or ended since"() {
        given:
        instances(1_600)
        (0..<1_000).each { start(it, it); end(it, it + 60) }
        def board = board()

        expect:
        costs { board.read() } == 4
        board.reach() == 'a look reads what has started or ended, now and then all'

        when:
        start(1_000, 1_100)
        end(999, 1_120)
        List<Instance> seen
        int calls = costs { seen = board.read() }

        then:
        calls == 2
        seen.size() == 1_600
        status(seen, 1_000) == 'Running'
        board.pause() == Duration.ofSeconds(15)

        when: 'something waits, which no filter tells'
        day[1_500].Status = 'WaitTime'
        pass(Duration.ofMinutes(5))
        calls = costs { seen = board.read() }

        then:
        calls == 4
        status(seen, 1_500) == 'WaitTime'
    }

    def "thirty thousand come in parts, and no minute has more calls than are allowed"() {
        given:
        List<Instance> all = (1L..30_000L).collect { new Instance(it, 't', 'NotRun', 'o', null, null, null, 0) }
        List<Instance> begun = []
        def reading = new DayReading({ wanted, number ->
            calls << now
            def found = wanted.Filter == null ? all : wanted.Filter.contains('started') ? begun : []
            new DayReading.Batch(found.subList((number - 1) * 500, Math.min(number * 500, found.size())), found.size())
        } as DayReading.Source, { now })

        when:
        def first = reading.look()

        then:
        first.size() == 15_000
        calls.size() == 30
        reading.reach() == new DayReading.Reach(false, false, 15_000, 30_000)
        reading.pause(Duration.ofSeconds(15)) == Duration.ofMinutes(1)
        costs { reading.look() } == 0

        when: 'an hour at the pace that it asks for, while more and more runs'
        while (now < Duration.ofHours(1).toNanos()) {
            pass(reading.pause(Duration.ofSeconds(15)))
            begun << new Instance(begun.size() + 1L, 't', 'Running', 'o', null, Instant.ofEpochSecond(now.intdiv(1_000_000_000L)), null, 1)
            reading.look()
        }
        def busiest = calls.toUnique().collect { from -> calls.count { it >= from && it < from + Duration.ofMinutes(1).toNanos() } }.max()

        then:
        reading.look().size() == 30_000
        busiest == 30
        calls.size() < 60 * 16
    }

    def "what somebody has acted on is asked for until it shows"() {
        given:
        instances(2_000)
        (0..<2_000).each { start(it, it); end(it, it + 60) }
        def board = board()
        caller.on('RerunTaskInstances') { '{"SuccessInfo":{}}' }
        board.read()
        board.read()

        when:
        day[3].Status = 'NotRun'
        board.act('RerunTaskInstances', Instance.of(day[3]))
        List<Instance> seen
        int calls = costs { seen = board.read() }

        then:
        calls == 3
        status(seen, 3) == 'NotRun'
        (1..12).collect { pass(Duration.ofSeconds(15)); costs { board.read() } } == [3] * 11 + [2]
    }
}
