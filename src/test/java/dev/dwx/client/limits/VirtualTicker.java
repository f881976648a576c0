package dev.dwx.client.limits;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;

/** Time that passes when somebody waits for it and nothing else happens, or when it is told to. */
public final class VirtualTicker implements Ticker {
    private static final long MOMENT = 8;

    private final AtomicLong now = new AtomicLong();
    private final boolean byItself;

    /** @param byItself whether waiting makes it pass */
    public VirtualTicker(boolean byItself) {
        this.byItself = byItself;
    }

    public void advance(long millis) {
        now.addAndGet(millis * 1_000_000);
    }

    @Override
    public long now() {
        return now.get();
    }

    @Override
    public void await(Condition sooner, long nanos) throws InterruptedException {
        long before = now.get();
        boolean called = sooner.await(MOMENT, TimeUnit.MILLISECONDS);
        if (byItself && !called && nanos < Long.MAX_VALUE) {
            now.compareAndSet(before, before + nanos);
        }
    }
}
