package dev.dwx.client.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** No second of the service ever sees more calls than there are places, whatever the calls do on their way. */
class SlidingWindowProperties {
    private static final long MS = 1_000_000L;
    private static final long SECOND = 1_000 * MS;

    /**
     * A call in milliseconds.
     *
     * @param gap after the call before it
     * @param way until the service counts it
     * @param work from there to the answer
     * @param sent whether it is sent at all
     */
    private record Call(long gap, long way, long work, boolean sent) {
    }

    private record Event(long time, Runnable what) {
    }

    /** Lets calls go in their order, each as early as the window allows. */
    private static final class Run {
        private final SlidingWindow window;
        private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingLong(Event::time));
        private final Deque<Call> queue = new ArrayDeque<>();
        private final List<Long> counted = new ArrayList<>();
        private long now;

        Run(int places, long start) {
            window = new SlidingWindow(places);
            now = start;
        }

        Run of(List<Call> calls) {
            long wanted = now;
            for (Call call : calls) {
                wanted += call.gap() * MS;
                at(wanted, () -> queue.add(call));
            }
            while (!events.isEmpty()) {
                Event next = events.poll();
                now = next.time();
                next.what().run();
                send();
            }
            return this;
        }

        private void at(long time, Runnable what) {
            events.add(new Event(time, what));
        }

        private void send() {
            while (!queue.isEmpty()) {
                long pass = window.take(now);
                if (pass < 0) {
                    at(now + Math.max(1, window.pause(now, 0)), () -> { });
                    return;
                }
                Call call = queue.poll();
                if (!call.sent()) {
                    window.unused(pass);
                    continue;
                }
                window.sending(pass, now);
                counted.add(now + call.way() * MS);
                at(now + (call.way() + call.work()) * MS, () -> window.answered(pass, now));
            }
        }
    }

    @Provide
    Arbitrary<List<Call>> calls() {
        Arbitrary<Call> call = Combinators.combine(
                Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs().between(0, 1_500)),
                Arbitraries.oneOf(Arbitraries.longs().between(0, 30), Arbitraries.longs().between(0, 2_000)),
                Arbitraries.oneOf(Arbitraries.longs().between(0, 50), Arbitraries.longs().between(0, 60_000)),
                Arbitraries.integers().between(0, 9).map(chance -> chance > 0)).as(Call::new);
        return call.list().ofMinSize(1).ofMaxSize(120);
    }

    @Property(tries = 400)
    void noSecondOfTheServiceHasMoreCallsThanPlaces(@ForAll("calls") List<Call> calls, @ForAll @IntRange(min = 1, max = 20) int places,
            @ForAll @LongRange(min = Long.MIN_VALUE / 4, max = Long.MAX_VALUE / 4) long start) {
        List<Long> counted = new Run(places, start).of(calls).counted;
        counted.sort(Comparator.naturalOrder());

        assertEquals(calls.stream().filter(Call::sent).count(), counted.size());
        for (int i = places; i < counted.size(); i++) {
            assertTrue(counted.get(i) - counted.get(i - places) >= SECOND,
                    "more than " + places + " calls within a second");
        }
    }

    @Property(tries = 100)
    void quickCallsComeCloseToTheLimit(@ForAll @IntRange(min = 1, max = 50) int places, @ForAll @IntRange(min = 1, max = 6) int rounds) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < places * rounds + 1; i++) {
            calls.add(new Call(0, 1, 1, true));
        }

        Run run = new Run(places, 0).of(calls);

        // The one beyond so many full seconds goes at the beginning of the next.
        long last = run.counted.get(run.counted.size() - 1) - run.counted.get(0);
        assertTrue(last >= rounds * SECOND && last <= rounds * (SECOND + 15 * MS), last + " ns for " + rounds + " s");
    }

    @Property(tries = 200)
    void thePauseThatIsToldIsTheOneThatComes(@ForAll @IntRange(min = 1, max = 8) int places, @ForAll @IntRange(max = 30) int before) {
        SlidingWindow window = new SlidingWindow(places);
        for (int i = 0; i < places; i++) {
            long pass = window.take(0);
            window.sending(pass, 0);
            window.answered(pass, i * MS);
        }

        long pause = window.pause(places * MS, before);

        assertEquals(SlidingWindow.SECOND * (before / places + 1) + (before % places) * MS - places * MS, pause);
    }

    @Property(tries = 50)
    void nothingGoesOutOfAClosedWindow(@ForAll @LongRange(min = 1, max = 5_000) long pause) {
        SlidingWindow window = new SlidingWindow(3);
        window.close(pause * MS);

        assertEquals(-1, window.take(pause * MS - 1));
        assertEquals(pause * MS, window.pause(0, 0));
        assertTrue(window.take(pause * MS) >= 0);
    }
}
