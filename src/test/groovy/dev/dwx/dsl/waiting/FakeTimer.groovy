package dev.dwx.dsl.waiting

import java.time.Duration

/** Time that passes only when somebody waits. */
class FakeTimer implements Timer {
    long now
    List<Duration> pauses = []
    /** What happens during each pause. */
    Closure during = { }

    @Override
    long nanos() { now }

    @Override
    void sleep(Duration pause) {
        now += pause.toNanos()
        pauses << pause
        during.call()
    }
}
