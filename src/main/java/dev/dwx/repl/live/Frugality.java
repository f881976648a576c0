package dev.dwx.repl.live;

import dev.dwx.catalog.Edition;
import dev.dwx.client.limits.CallCounts;
import dev.dwx.client.limits.Standing;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How many calls are spent on what nobody asked for. A sandbox has any number; an account has a few a minute, none any more once a
 * fifth of the day's calls is all that is left, and none at all where the edition allows so few that a person needs them, unless that
 * was asked for. Safe for use by many threads.
 */
public final class Frugality {
    /** Whether there are such calls at all. */
    public enum Wish {
        /** Never. */
        OFF,
        /** Where they are no burden. */
        USUAL,
        /** Also in editions with few calls a day. */
        ON
    }

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final int A_MINUTE = 12;
    private static final int A_MINUTE_UNLIMITED = 240;
    private static final int FEW_A_DAY = 100;
    /** When nobody has said which edition it is, it may be one of few calls. */
    private static final int UNKNOWN_TODAY = 40;

    private final Supplier<Wish> wish;
    private final CallCounts counts;
    private final LongSupplier nanos;
    private final Deque<Long> lately = new ArrayDeque<>();
    private int made;

    /**
     * @param wish what the user wants, asked each time
     * @param counts how the account stands
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    public Frugality(Supplier<Wish> wish, CallCounts counts, LongSupplier nanos) {
        this.wish = wish;
        this.counts = counts;
        this.nanos = nanos;
    }

    /** Takes leave for one call, when there is any. */
    synchronized boolean take(String region) {
        if (why(region) != null) {
            return false;
        }
        lately.addLast(nanos.getAsLong());
        made++;
        return true;
    }

    /** Why no call may be made now; {@code null} when one may. */
    synchronized Refusal why(String region) {
        Wish wanted = wish.get();
        if (wanted == Wish.OFF) {
            return Refusal.OFF;
        }
        Standing standing = counts.standing(region);
        int day = standing == null ? 0 : standing.callsPerDay();
        if (day > 0 && day <= FEW_A_DAY && wanted != Wish.ON) {
            return Refusal.FEW_CALLS;
        }
        boolean unknown = standing != null && standing.edition() == null && wanted != Wish.ON && standing.today() >= UNKNOWN_TODAY;
        if (unknown || standing != null && standing.left().isPresent() && standing.left().getAsLong() < Math.max(1, day / 5)) {
            return Refusal.DAY_LOW;
        }
        long now = nanos.getAsLong();
        while (!lately.isEmpty() && now - lately.peekFirst() >= MINUTE) {
            lately.removeFirst();
        }
        return lately.size() >= (unlimited(standing) ? A_MINUTE_UNLIMITED : A_MINUTE) ? Refusal.MINUTE_FULL : null;
    }

    /** The most pages of one listing. */
    int pages(String region) {
        return unlimited(counts.standing(region)) ? 100 : 10;
    }

    synchronized int made() {
        return made;
    }

    private static boolean unlimited(Standing standing) {
        return standing != null && standing.edition() == Edition.UNLIMITED;
    }

    /** Why nothing is asked. */
    enum Refusal {
        OFF, FEW_CALLS, DAY_LOW, MINUTE_FULL
    }
}
