package dev.dwx.client.cassette;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The time of a recording: it begins where that began, and moves on with the calls as they did. */
final class ReplayClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    ReplayClock(Instant start) {
        this(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    private ReplayClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Never back: calls of several threads end in any order. */
    void reach(Instant instant) {
        now.accumulateAndGet(instant, (before, next) -> next.isAfter(before) ? next : before);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new ReplayClock(now, other);
    }
}
