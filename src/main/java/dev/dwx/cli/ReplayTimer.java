package dev.dwx.cli;

import dev.dwx.dsl.waiting.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The time of a replay: what the recording had to wait for is there already, so a pause is over at once. */
final class ReplayTimer implements Timer {
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void sleep(Duration pause) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        nanos.addAndGet(pause.toNanos());
    }
}
