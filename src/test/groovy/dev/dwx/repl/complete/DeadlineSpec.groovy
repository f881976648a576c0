package dev.dwx.repl.complete

import dev.dwx.catalog.ApiSummary
import dev.dwx.catalog.OperationSearch
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.repl.command.Commands
import dev.dwx.repl.live.LiveValues
import java.time.Duration
import java.util.concurrent.atomic.AtomicLong
import spock.lang.Specification

class DeadlineSpec extends Specification {
    private static final int MANY = 10_000
    private static final List<LiveValues.Value> VALUES =
            (1..MANY).collect { new LiveValues.Value(String.valueOf(900_020_770_000L + it), "ods_table_$it".toString()) }
    private final AtomicLong looks = new AtomicLong()

    /** Each look at the clock takes a millisecond, and nothing else does. */
    private Deadline ticking(int milliseconds) {
        return new Deadline(Duration.ofMillis(milliseconds), { looks.incrementAndGet() * 1_000_000L })
    }

    private static List<Proposal> at(String line, Deadline deadline) {
        def live = { operation, parameter, given -> VALUES } as LiveValues
        return Candidates.of({ SnapshotCatalog.bundled() }, { SnapshotCatalog.V2024 }, { new Commands([]) }, live, { [:] }, { null }, deadline)
                .at(CompletionContext.of(line, line.length()))
    }

    def 'a look through ten thousand values ends when the time is up, with what was found'() {
        given:
        def known = new KnownValues(VALUES)
        def deadline = ticking(50)

        when: 'nothing fits well, so all would have to be looked at twice'
        deadline.begin()
        def found = known.best('odstab99', 200, deadline)
        deadline.finish()

        then:
        looks.get() <= 53
        found.isEmpty()

        when: 'what fits stands early'
        deadline = ticking(50)
        deadline.begin()
        found = known.best('_table_7', 20, ticking(1000))
        deadline.finish()

        then:
        found*.value()*.note().first() == 'ods_table_7'

        when: 'there is time'
        deadline = ticking(10_000)
        deadline.begin()
        found = known.best('odstab99', 200, deadline)
        deadline.finish()

        then:
        found*.value()*.note().every { it.startsWith('ods_table_99') }
        found.size() == 111
    }

    def 'a key press never looks further than the budget: #line'() {
        when:
        at(line, ticking(50))

        then: 'one look at the start, one for each source, and those of loops'
        looks.get() < 70

        where:
        line << ["GetNode(Id: 'odstab99", "GetNode(Id: 'nowhere", 'zzzz yyyy xxxx', 'Wzyx', "deploy 'odstb"]
    }

    def 'a search by words gives what it has when it is enough'() {
        given:
        def search = new OperationSearch((0..<1000).collect { new ApiSummary('2024-05-18', "ListThing$it", 'Lists things', null, null, false) })
        int asked = 0

        expect:
        search.find('things').size() == 1000
        search.find('things') { ++asked == 3 }.size() == 95
    }

    def 'a question within a question has no time of its own'() {
        given:
        def deadline = ticking(5)

        when:
        deadline.begin()
        3.times { assert !deadline.passed() }
        deadline.begin()
        2.times { deadline.passed() }

        then:
        deadline.passed()

        when:
        deadline.finish()

        then:
        deadline.passed()

        when:
        deadline.finish()
        deadline.begin()

        then:
        !deadline.passed()
    }
}
