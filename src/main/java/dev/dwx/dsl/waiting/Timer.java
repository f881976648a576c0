package dev.dwx.dsl.waiting;

import java.time.Duration;

/** Measures time that passes, and lets it pass. */
public interface Timer {
    /** The machine's. */
    Timer SYSTEM = new Timer() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration pause) throws InterruptedException {
            Thread.sleep(pause.toMillis());
        }
    };

    /** Nanoseconds since some moment; never goes back. */
    long nanos();

    /**
     * Returns after so long.
     *
     * @throws InterruptedException when this thread is asked to stop
     */
    void sleep(Duration pause) throws InterruptedException;
}
