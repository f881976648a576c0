package dev.dwx.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time of the sandbox's world: instances run on by it, jobs end, days begin, the counts of calls start anew. It follows
 * another clock until it is moved or stopped. What a request is signed with is never judged by it, since a client's clock
 * cannot be moved along. It never goes back: what has happened has happened. Thread-safe.
 */
public final class SandboxClock implements InstantSource {
    private InstantSource real;
    private Duration ahead = Duration.ZERO;
    private Instant stopped;

    SandboxClock(InstantSource real) {
        this.real = real;
    }

    /** Has it begin with another clock than the machine's, such as one that starts on the same morning each time. */
    public synchronized void follow(InstantSource clock) {
        real = clock;
        reset();
    }

    /** The world's time now. */
    @Override
    public synchronized Instant instant() {
        return stopped == null ? real.instant().plus(ahead) : stopped;
    }

    /** Whether it stands still. */
    public synchronized boolean isFrozen() {
        return stopped != null;
    }

    /** How far it is before the clock that it began with; below zero when it stood still for long. */
    public synchronized Duration ahead() {
        return Duration.between(real.instant(), instant());
    }

    /** Moves it forward; nobody waits. */
    public synchronized Instant advance(Duration by) {
        return set(instant().plus(by));
    }

    /**
     * Moves it to a moment.
     *
     * @throws IllegalArgumentException when the moment is past already
     */
    public synchronized Instant set(Instant to) {
        Instant now = instant();
        if (to.isBefore(now)) {
            throw new IllegalArgumentException("the sandbox's clock does not go back: it is " + now + ", and " + to
                    + " is past; sandbox.reset() begins anew");
        }
        if (stopped != null) {
            stopped = to;
        } else {
            ahead = Duration.between(real.instant(), to);
        }
        return to;
    }

    /** Stops it. */
    public synchronized Instant freeze() {
        stopped = instant();
        return stopped;
    }

    /** Lets it run on from where it stands. */
    public synchronized Instant run() {
        if (stopped != null) {
            ahead = Duration.between(real.instant(), stopped);
            stopped = null;
        }
        return instant();
    }

    /** Back to the clock that it began with. */
    synchronized void reset() {
        stopped = null;
        ahead = Duration.ZERO;
    }
}
