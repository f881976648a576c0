package dev.dwx.catalog.discovery

import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset

/** A clock that moves only when told. */
class TickingClock extends Clock {
    volatile Instant now = Instant.parse('2026-03-01T08:00:00Z')

    void pass(Duration time) {
        now += time
    }

    @Override
    Instant instant() {
        now
    }

    @Override
    ZoneId getZone() {
        ZoneOffset.UTC
    }

    @Override
    Clock withZone(ZoneId zone) {
        this
    }
}
