package dev.dwx.dsl.progress;

/**
 * How fast something goes, smoothed so that one slow piece does not throw the estimate about: the rate of the last seconds counts
 * most, and what was before fades.
 */
final class Pace {
    private static final double SECOND = 1_000_000_000.0;
    /** After so many seconds a rate of the past counts about a third. */
    private static final double FADING = 8;
    /** Nothing is said before so much time has gone by: the first piece often bears what is done once. */
    private static final double TELLING = 1;

    private final long began;
    private long lastNanos;
    private long lastDone;
    private double rate = -1;

    Pace(long nanos) {
        began = nanos;
        lastNanos = nanos;
    }

    /** So much is done now. */
    void at(long nanos, long done) {
        double seconds = (nanos - lastNanos) / SECOND;
        if (done < lastDone) {
            lastDone = done;
            lastNanos = nanos;
            rate = -1;
        } else if (done > lastDone && seconds > 0) {
            double now = (done - lastDone) / seconds;
            double weight = 1 - Math.exp(-seconds / FADING);
            rate = rate < 0 ? now : rate + (now - rate) * Math.max(weight, 0.05);
            lastDone = done;
            lastNanos = nanos;
        }
    }

    /** Pieces a second; negative while nobody knows. What has stood still for longer than a piece takes goes down. */
    double rate(long nanos) {
        if (rate <= 0 || (nanos - began) / SECOND < TELLING) {
            return -1;
        }
        double still = (nanos - lastNanos) / SECOND;
        return still * rate > 2 ? Math.min(rate, 2 / still) : rate;
    }

    /** Seconds until all is done; negative while nobody knows. */
    double left(long nanos, long done, long of) {
        double now = rate(nanos);
        return now <= 0 || of < done ? -1 : (of - done) / now;
    }
}
