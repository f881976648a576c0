package dev.dwx.dsl.watching;

import dev.dwx.client.ApiException;
import dev.dwx.dsl.waiting.Passing;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The looks of a watch: when they end, how far they are apart, and what becomes of one that fails. A failure that passes by itself
 * is told and looked over; another ends the watch when it comes first or three times on end.
 */
public final class Rounds {
    /** More often helps nobody's eyes, and costs calls. */
    public static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int FAILURES = 3;

    private final String what;
    private final Supplier<Object> look;
    private final Predicate<Object> until;
    private final int times;
    private final Clock clock;
    private final UnaryOperator<Duration> widen;
    private Duration every;
    private int number;
    private int failures;
    private Object value;
    private boolean over;

    /**
     * @param what what is watched, for the header
     * @param until ends the watch when it holds of a value
     * @param times so many looks at most; 0 for no end
     * @param widen widens the pause between two looks as the day's calls run out
     */
    public Rounds(String what, Supplier<Object> look, Predicate<Object> until, int times, Duration every, Clock clock,
            UnaryOperator<Duration> widen) {
        this.what = what;
        this.look = look;
        this.until = until;
        this.times = times;
        this.every = every;
        this.clock = clock;
        this.widen = widen;
    }

    /** What is watched. */
    public String what() {
        return what;
    }

    /** Looks once. What ends the watch is thrown: an error of the block, a stop. */
    public Round next() {
        number++;
        try {
            value = look.get();
            failures = 0;
            over = until.test(value);
            return round(null);
        } catch (ApiException e) {
            if (Thread.currentThread().isInterrupted() || "dwx.Cancelled".equals(e.code())
                    || !Passing.is(e) && (number == 1 || ++failures >= FAILURES)) {
                throw e;
            }
            return round(Board.line(e));
        } finally {
            over |= times > 0 && number >= times;
        }
    }

    private Round round(String trouble) {
        return new Round(number, clock.instant(), value, trouble);
    }

    /** Whether there is no further look. */
    public boolean isOver() {
        return over;
    }

    /** The pause before the next look: as asked for, or longer where the day's calls run out. */
    public Duration pause() {
        return widen.apply(every);
    }

    /** The pause as it was asked for. */
    public Duration every() {
        return every;
    }

    /** Looks twice as often, down to once a second. */
    public void faster() {
        every = every.dividedBy(2).compareTo(SHORTEST) < 0 ? SHORTEST : every.dividedBy(2);
    }

    /** Looks half as often. */
    public void slower() {
        every = every.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : every.multipliedBy(2);
    }

    /** What the last look that succeeded gave. */
    public Object value() {
        return value;
    }
}
