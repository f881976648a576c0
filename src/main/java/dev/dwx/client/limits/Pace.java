package dev.dwx.client.limits;

import dev.dwx.catalog.Edition;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Keeps the calls of every account and region to the edition's limits of a second. Where an edition has one limit for all calls, reads
 * and writes share it. Used by many threads; all of them share one.
 */
final class Pace {
    private final int reads;
    private final int writes;
    private final Ticker ticker;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();

    private Pace(int reads, int writes, Ticker ticker) {
        this.reads = reads;
        this.writes = writes;
        this.ticker = ticker;
    }

    /** What an edition allows; what every edition allows when it is {@code null}. */
    static Pace of(Edition edition, Ticker ticker) {
        Edition kept = edition == null ? Edition.BASIC : edition;
        return new Pace(kept.readsPerSecond(), kept.writesPerSecond(), ticker);
    }

    /** {@code 5 calls a second}; {@code null} without a limit. */
    String text() {
        return reads == 0 ? null : reads == writes ? Texts.of("{0} calls a second, reads and writes together", reads)
                : Texts.of("{0} reads and {1} writes a second", reads, writes);
    }

    /** The right to send one call now. */
    static final class Turn {
        private final List<Lane.Pass> passes;

        private Turn(List<Lane.Pass> passes) {
            this.passes = passes;
        }

        void sending() {
            for (Lane.Pass pass : passes) {
                pass.sending();
            }
        }

        void answered() {
            for (Lane.Pass pass : passes) {
                pass.answered();
            }
        }

        void unused() {
            for (Lane.Pass pass : passes) {
                pass.unused();
            }
        }

        /** The service has had enough for a while. */
        void closeFor(Duration pause) {
            for (Lane.Pass pass : passes) {
                pass.closeFor(pause);
            }
        }
    }

    /**
     * Waits until the call may go.
     *
     * @param stopped whether the wait was called off; asked again after {@link #wake}
     * @param waiting hears how long about, before a wait that a person would notice
     */
    Turn take(String account, String region, CallKind kind, BooleanSupplier stopped, Consumer<Duration> waiting)
            throws InterruptedException {
        List<Lane.Pass> passes = new ArrayList<>(2);
        if (reads == 0) {
            return new Turn(passes);
        }
        boolean shared = reads == writes;
        try {
            // Always in this order, so that no two calls wait for each other.
            if (!shared && kind != CallKind.READ) {
                passes.add(lane(account, region, "w", writes).take(stopped, waiting));
            }
            if (shared || kind != CallKind.WRITE) {
                passes.add(lane(account, region, "r", reads).take(stopped, waiting));
            }
            return new Turn(passes);
        } catch (InterruptedException | RuntimeException e) {
            new Turn(passes).unused();
            throw e;
        }
    }

    /** Lets everybody who waits look whether it was called off. */
    void wake() {
        lanes.values().forEach(Lane::wake);
    }

    private Lane lane(String account, String region, String kind, int callsPerSecond) {
        String key = kind + ' ' + account + ' ' + region;
        Lane lane = lanes.get(key);
        return lane != null ? lane : lanes.computeIfAbsent(key, made -> new Lane(callsPerSecond, ticker));
    }
}
