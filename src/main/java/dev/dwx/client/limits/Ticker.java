package dev.dwx.client.limits;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Time as far as waiting is concerned: it only grows, and has no date. */
interface Ticker {
    /** The machine's own. */
    Ticker SYSTEM = new Ticker() {
        @Override
        public long now() {
            return System.nanoTime();
        }

        @Override
        public void await(Condition sooner, long nanos) throws InterruptedException {
            sooner.await(nanos, TimeUnit.NANOSECONDS);
        }
    };

    /** Nanoseconds from some moment; only differences mean something. */
    long now();

    /** Waits so long, or until the condition is signalled; the caller holds its lock. */
    void await(Condition sooner, long nanos) throws InterruptedException;
}
