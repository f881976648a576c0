package dev.dwx.dsl.sandbox;

import dev.dwx.texts.Texts;
import java.time.Instant;
import java.util.Map;

/** {@code sandbox.clock}: the time of the sandbox's world, which moves on without anybody waiting. */
public final class SandboxTime {
    private final SandboxWord sandbox;

    SandboxTime(SandboxWord sandbox) {
        this.sandbox = sandbox;
    }

    /** The world's time. */
    public Instant getNow() {
        return time(Map.of());
    }

    /** Whether it stands still. */
    public boolean isFrozen() {
        return Boolean.TRUE.equals(state().get("Frozen"));
    }

    /** Moves it forward: {@code '1h'}, {@code '30m'}, {@code '2d'}, a {@code Duration}, or seconds. */
    public Instant advance(Object by) {
        return time(Map.of("advance", by));
    }

    /** Moves it to a moment that is still to come: {@code '2026-03-16 02:00'} (in the world's zone), or an {@code Instant}. */
    public Instant set(Object to) {
        return time(Map.of("set", to));
    }

    /** Stops it. */
    public Instant freeze() {
        return time(Map.of("freeze", true));
    }

    /** Lets it run on. */
    public Instant run() {
        return time(Map.of("run", true));
    }

    /** From now on waits put this time forward in place of waiting; {@code leap(false)} has them wait again. */
    public Instant leap() {
        return leap(true);
    }

    public Instant leap(boolean on) {
        sandbox.timer().leap(on);
        return getNow();
    }

    private Map<?, ?> state() {
        return (Map<?, ?>) sandbox.send("clock", Map.of());
    }

    private Instant time(Map<String, Object> change) {
        return Instant.parse(String.valueOf(((Map<?, ?>) sandbox.send("clock", change)).get("Now")));
    }

    /** A name that the clock does not have. */
    public Object methodMissing(String name, Object arguments) {
        throw SandboxWord.unknown("sandbox.clock", name, "now, advance('1h'), set('2026-03-16 02:00'), freeze(), run(), leap()");
    }

    /** A name that the clock does not have. */
    public Object propertyMissing(String name) {
        throw SandboxWord.unknown("sandbox.clock", name, "now, advance('1h'), set('2026-03-16 02:00'), freeze(), run(), leap()");
    }

    @Override
    public String toString() {
        Map<?, ?> state = state();
        return state.get("Now") + (Boolean.TRUE.equals(state.get("Frozen")) ? Texts.of(", frozen") : "")
                + ("0s".equals(state.get("Ahead")) ? "" : Texts.of(", {0} ahead", state.get("Ahead")));
    }
}
