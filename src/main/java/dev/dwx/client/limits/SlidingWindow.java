package dev.dwx.client.limits;

/**
 * The calls that the service may have counted within the last second. It counts a call at a moment that nobody here knows, between
 * sending and answer. A place is therefore taken from before the call is sent until a second after its answer: then no second,
 * wherever it begins, can hold more calls than there are places, however long each is on its way. A call without an answer has
 * been counted after {@link #TRANSIT} at the latest, so that a slow one does not keep its place while the service works.
 * Not for several threads.
 */
final class SlidingWindow {
    /** A second, and a little for clocks that do not run alike. */
    static final long SECOND = 1_010_000_000L;
    /** How long a call may be on its way to the service. */
    static final long TRANSIT = 2_000_000_000L;

    private static final byte FREE = 0;
    private static final byte HELD = 1;
    private static final byte SENT = 2;

    private final byte[] states;
    private final long[] ends;
    private final long[] takers;
    private long taken;
    private boolean closed;
    private long opens;

    SlidingWindow(int places) {
        states = new byte[places];
        ends = new long[places];
        takers = new long[places];
    }

    int places() {
        return states.length;
    }

    /** Takes a place and gives its number and taker, or -1 when none is free now. */
    long take(long now) {
        if (isClosed(now)) {
            return -1;
        }
        for (int i = 0; i < states.length; i++) {
            if (isFree(i, now)) {
                states[i] = HELD;
                takers[i] = ++taken;
                return taken * states.length + i;
            }
        }
        return -1;
    }

    /** The call goes out now. */
    void sending(long pass, long now) {
        int place = place(pass);
        if (isTakenBy(pass) && states[place] == HELD) {
            states[place] = SENT;
            ends[place] = now + TRANSIT + SECOND;
        }
    }

    /** Its answer is here. */
    void answered(long pass, long now) {
        int place = place(pass);
        if (isTakenBy(pass) && states[place] == SENT && ends[place] - now > SECOND) {
            ends[place] = now + SECOND;
        }
    }

    /** It was not sent after all. */
    void unused(long pass) {
        if (isTakenBy(pass)) {
            states[place(pass)] = FREE;
        }
    }

    /** Nothing goes out before that moment. */
    void close(long until) {
        if (!closed || until - opens > 0) {
            closed = true;
            opens = until;
        }
    }

    /**
     * How long until a place is free for the one that stands so far back in the queue, as things are: sooner when answers come,
     * later when others take longer.
     *
     * @param before how many stand before it
     */
    long pause(long now, int before) {
        long[] waits = new long[states.length];
        for (int i = 0; i < waits.length; i++) {
            waits[i] = states[i] == HELD ? SECOND : isFree(i, now) ? 0 : ends[i] - now;
        }
        java.util.Arrays.sort(waits);
        long wait = waits[before % waits.length] + before / waits.length * SECOND;
        return isClosed(now) ? Math.max(wait, opens - now) : wait;
    }

    private boolean isTakenBy(long pass) {
        return takers[place(pass)] == pass / states.length;
    }

    private int place(long pass) {
        return (int) (pass % states.length);
    }

    private boolean isFree(int place, long now) {
        return states[place] == FREE || states[place] == SENT && ends[place] - now <= 0;
    }

    private boolean isClosed(long now) {
        closed = closed && opens - now > 0;
        return closed;
    }
}
