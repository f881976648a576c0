package dev.dwx.dsl.sandbox;

import dev.dwx.dsl.waiting.Timer;
import java.time.Duration;
import java.util.Map;

/**
 * The timer of a session whose calls go to a sandbox. Once it leaps, a pause puts the sandbox's time forward by its length and is over at
 * once: what takes a quarter of an hour at the service can be seen to its end in a moment.
 */
public final class LeapingTimer implements Timer {
    private final Timer real;
    private final SandboxControl sandbox;
    private volatile boolean leaps;
    private long ahead;

    public LeapingTimer(Timer real, SandboxControl sandbox) {
        this.real = real;
        this.sandbox = sandbox;
    }

    /** From now on pauses are leaps, or are pauses again. */
    void leap(boolean on) {
        leaps = on;
    }

    @Override
    public synchronized long nanos() {
        return real.nanos() + ahead;
    }

    @Override
    public void sleep(Duration pause) throws InterruptedException {
        if (!leaps) {
            real.sleep(pause);
            return;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted");
        }
        sandbox.send("clock", Map.of("advance", pause.toMillis() + "ms"));
        synchronized (this) {
            ahead += pause.toNanos();
        }
    }
}
