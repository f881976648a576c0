package dev.dwx.dsl.stopping;

/**
 * Ends a thread that hears no interrupt: a sum over two milliards, a pattern that tries for ever, a lock that nobody gives back. Such
 * work has no place of its own at which it could be stopped; it is ended where it stands, and only where that leaves nothing half
 * done ({@link Stoppable}). A JDK that has no means for it any more (20 and later) leaves it running.
 *
 * <p>For one thread that has been interrupted, and for one other that looks at it now and then.
 */
public final class Stop {
    /** What hears an interrupt has ended by then, in milliseconds: the time of the first look. */
    public static final long PATIENCE = 100;
    /** Between two looks, in milliseconds. */
    public static final long LOOK = 15;
    /** So many looks long it may see to what it leaves, once it was told to end. */
    private static final int LAST_BREATH = 3;

    private final Thread thread;
    private int told;
    private int breath;

    public Stop(Thread thread) {
        this.thread = thread;
    }

    /**
     * Ends the thread if it is at work for the user just now. To be called again until it has ended: it may begin something new in its
     * last breath.
     */
    public void look() {
        if (breath > 0) {
            breath--;
        } else if (end()) {
            told++;
            breath = LAST_BREATH;
        }
    }

    /** How many times it was told to end where it stood. */
    public int told() {
        return told;
    }

    /** Whether it was told to end, and does so as soon as it gets the monitor that another thread holds. */
    public boolean waitsForMonitor() {
        return told > 0 && thread.getState() == Thread.State.BLOCKED;
    }

    @SuppressWarnings({"deprecation", "removal"})
    private boolean end() {
        if (!atWork()) {
            return false;
        }
        try {
            // Held still, it is ended where it was seen and not somewhere later. The look above was the same: so nothing is loaded now, which
            // might wait for what the thread holds.
            thread.suspend();
            try {
                boolean still = atWork();
                if (still) {
                    thread.stop();
                }
                return still;
            } finally {
                thread.resume();
            }
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private boolean atWork() {
        return Stoppable.is(thread.getStackTrace());
    }
}
