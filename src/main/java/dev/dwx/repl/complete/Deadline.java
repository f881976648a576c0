package dev.dwx.repl.complete;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Until when an answer to a key press may be looked for. Loops over much ask {@link #passed} now and then, and give back what they have
 * found. Of one thread.
 */
final class Deadline {
    /** Looked at in between, this often: a look at the clock costs as much as a few names. */
    private static final int STEPS = 64;

    private final LongSupplier nanos;
    private final long budget;
    private int depth;
    private long end;
    private boolean over;

    /** @param nanos a clock that only goes forward, in nanoseconds */
    Deadline(Duration budget, LongSupplier nanos) {
        this.budget = budget.toNanos();
        this.nanos = nanos;
    }

    /** A question begins; one that is asked for the sake of another has no time of its own. */
    void begin() {
        if (depth++ == 0) {
            end = nanos.getAsLong() + budget;
            over = false;
        }
    }

    void finish() {
        depth--;
    }

    /** Whether the time is up; never outside of a question. */
    boolean passed() {
        over = depth > 0 && (over || nanos.getAsLong() - end >= 0);
        return over;
    }

    /** As {@link #passed}, for the step of a loop that has this number. */
    boolean passed(int step) {
        return step % STEPS == 0 && passed();
    }

    /** Nanoseconds that are left; never less than none. */
    long left() {
        return Math.max(0, end - nanos.getAsLong());
    }
}
