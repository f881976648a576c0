package dev.dwx.client.limits

import dev.dwx.catalog.Edition
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

@Timeout(20)
class LaneSpec extends Specification {
    volatile boolean stopped
    VirtualTicker ticker = new VirtualTicker(false)
    List<Duration> told = Collections.synchronizedList([])
    PollingConditions soon = new PollingConditions(timeout: 10, delay: 0.002)

    private Lane full(int places) {
        def lane = new Lane(places, ticker)
        places.times { pass(lane) }
        lane
    }

    private void pass(Lane lane) {
        def pass = lane.take({ stopped }) { told << it }
        pass.sending()
        pass.answered()
    }

    def "calls go in the order in which they came"() {
        given:
        def lane = full(2)
        def order = Collections.synchronizedList([])

        when:
        def threads = (1..6).collect { number ->
            def thread = Thread.start {
                pass(lane)
                order << number
            }
            soon.eventually { told.size() == number }
            thread
        }
        3.times { round ->
            assert order.size() == 2 * round
            ticker.advance(1010)
            soon.eventually { order.size() == 2 * (round + 1) }
        }
        threads*.join()

        then: 'the two of a second leave together'
        order.collate(2)*.toSet() == [[1, 2], [3, 4], [5, 6]]*.toSet()

        and: 'each was told how long it would take about'
        told*.toMillis() == [1010, 1010, 2020, 2020, 3030, 3030]
    }

    def "who is stopped while it waits leaves its place in the queue and takes nothing"() {
        given:
        def lane = full(1)
        def ended = new CountDownLatch(1)
        def behind = new CountDownLatch(1)
        Throwable seen = null
        def first = Thread.start {
            try {
                pass(lane)
            } catch (InterruptedException e) {
                seen = e
            }
            ended.countDown()
        }
        soon.eventually { told.size() == 1 }
        def second = Thread.start {
            pass(lane)
            behind.countDown()
        }
        soon.eventually { told.size() == 2 }

        when:
        first.interrupt()
        ended.await(5, TimeUnit.SECONDS)
        ticker.advance(1010)

        then:
        behind.await(5, TimeUnit.SECONDS)
        seen instanceof InterruptedException

        cleanup:
        [first, second]*.join()
    }

    def "a wait that is called off ends at once"() {
        given:
        def lane = full(1)
        Throwable seen = null
        def waiting = Thread.start {
            try {
                pass(lane)
            } catch (InterruptedException e) {
                seen = e
            }
        }
        soon.eventually { told.size() == 1 }

        when:
        stopped = true
        lane.wake()
        waiting.join(5000)

        then:
        seen != null
    }

    def "an answer that comes early lets the next one go early"() {
        given:
        def lane = new Lane(1, ticker)
        def slow = lane.take({ stopped }) { }
        slow.sending()
        def gone = new CountDownLatch(1)
        def waiting = Thread.start {
            pass(lane)
            gone.countDown()
        }
        soon.eventually { told.size() == 1 }

        when:
        ticker.advance(300)
        slow.answered()
        ticker.advance(1010)

        then:
        gone.await(5, TimeUnit.SECONDS)
        told[0].toMillis() == 3010

        cleanup:
        waiting.join()
    }

    def "what was not sent gives its place back at once"() {
        given:
        def lane = new Lane(1, ticker)

        when:
        lane.take({ stopped }) { }.unused()
        lane.take({ stopped }) { told << it }

        then:
        told.empty
    }

    def "a refusal of the service holds back the calls behind it"() {
        given:
        def lane = new Lane(5, ticker)
        def refused = lane.take({ stopped }) { }
        refused.sending()
        refused.answered()
        refused.closeFor(Duration.ofMillis(700))

        when:
        def waiting = Thread.start { pass(lane) }
        soon.eventually { told*.toMillis() == [700] }
        ticker.advance(700)
        waiting.join(5000)

        then:
        !waiting.alive
    }

    def "reads and writes share one limit where the edition has one, and have their own where it has two"() {
        given:
        def pace = Pace.of(edition, ticker)

        when:
        def order = (1..most).collect { pace.take('a', 'r', kinds[it % kinds.size()], { stopped }) { throw new IllegalStateException('full') } }
        pace.take('b', 'r', kinds[0], { stopped }) { assert false }
        pace.take('a', 'other', kinds[0], { stopped }) { assert false }
        pace.take('a', 'r', kinds[0], { stopped }) { throw new IllegalStateException('full') }

        then:
        def full = thrown(IllegalStateException)
        full.message == 'full'
        order.size() == most

        where:
        edition            | kinds                             || most
        Edition.BASIC      | [CallKind.READ, CallKind.WRITE]   || 5
        null               | [CallKind.READ, CallKind.WRITE]   || 5
        Edition.ENTERPRISE | [CallKind.READ]                   || 50
        Edition.ENTERPRISE | [CallKind.WRITE]                  || 20
        Edition.ENTERPRISE | [CallKind.EITHER]                 || 20
    }

    def "without a limit nobody waits"() {
        given:
        def pace = Pace.of(Edition.UNLIMITED, ticker)

        expect:
        1000.times { pace.take('a', 'r', CallKind.WRITE, { stopped }) { assert false } }
        pace.text() == null
    }
}
