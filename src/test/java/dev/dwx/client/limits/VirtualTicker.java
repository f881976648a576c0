package dev.dwx.client.limits;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/** Time that passes when it is told to, or by itself when somebody waits for it and no work is under way. */
public final class VirtualTicker implements Ticker {
    private static final long MOMENT = 4;
    private static final long QUIET = 30;

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger work = new AtomicInteger();
    private final boolean byItself;

    /** @param byItself whether waiting makes it pass */
    public VirtualTicker(boolean byItself) {
        this.byItself = byItself;
    }

    public void advance(long millis) {
        now.addAndGet(millis * 1_000_000);
    }

    /** Work begins or ends during which no time passes. */
    public void working(boolean begins) {
        work.addAndGet(begins ? 1 : -1);
    }

    @Override
    public long now() {
        return now.get();
    }

    @Override
    public void await(Condition sooner, long nanos) throws InterruptedException {
        long before = now.get();
        boolean called = sooner.await(byItself ? QUIET : MOMENT, TimeUnit.MILLISECONDS);
        if (byItself && !called && nanos < Long.MAX_VALUE && work.get() == 0) {
            now.compareAndSet(before, before + nanos);
        }
    }
}
