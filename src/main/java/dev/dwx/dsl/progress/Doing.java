package dev.dwx.dsl.progress;

import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/**
 * Something under way that somebody may have to wait for. Whoever does it tells how it stands, from any thread, and closes it;
 * whether and how that is shown is not its business.
 *
 * <pre>
 * try (Doing doing = progress.begin("export of orders_dw")) {
 *     doing.done(12, 340);
 * }
 * </pre>
 */
public final class Doing implements AutoCloseable {
    private static final double SECOND = 1_000_000_000.0;
    /** What takes longer than this by how it goes, nobody can tell. */
    private static final double FOREVER = 100 * 3600.0;

    private final LongSupplier nanos;
    private final Consumer<Doing> over;
    private String what;
    private String state;
    private String pause;
    private String leave;
    private Duration limit;
    private LongFunction<String> words = ProgressText::grouped;
    private long began;
    private long done = -1;
    private long of = -1;
    private long failed;
    private Pace pace;

    /**
     * @param nanos a clock that only goes forward
     * @param over hears that it is closed
     */
    public Doing(String what, LongSupplier nanos, Consumer<Doing> over) {
        this.what = what;
        this.nanos = nanos;
        this.over = over;
        began = nanos.getAsLong();
    }

    /** It goes on where another left off: its time and its pace are those of both. */
    public synchronized Doing after(Doing before) {
        if (before != null) {
            synchronized (before) {
                began = before.began;
                pace = before.pace;
                done = before.done;
                of = before.of;
            }
        }
        return this;
    }

    /** What it is now. */
    public synchronized Doing what(String text) {
        what = text;
        return this;
    }

    /** How it stands, in a word; {@code null} for nothing. */
    public synchronized Doing state(String text) {
        state = text;
        return this;
    }

    /** What holds it up just now, such as a pause that the service asked for; {@code null} when nothing does. */
    public synchronized Doing pause(String text) {
        pause = text;
        return this;
    }

    /** How to leave it, where Ctrl-C does not simply stop it. */
    public synchronized Doing leave(String text) {
        leave = text;
        return this;
    }

    /** After so long it is given up. */
    public synchronized Doing limit(Duration duration) {
        limit = duration;
        return this;
    }

    /** How counts are written, where they are no plain numbers. */
    public synchronized Doing words(LongFunction<String> text) {
        words = text;
        return this;
    }

    /**
     * So many are done.
     *
     * @param total how many there are; negative when nobody knows
     */
    public synchronized Doing done(long count, long total) {
        done = count;
        of = total;
        if (pace == null) {
            pace = new Pace(began);
        }
        pace.at(nanos.getAsLong(), count);
        return this;
    }

    /** So many of them have failed. */
    public synchronized Doing failed(long count) {
        failed = count;
        return this;
    }

    /** How it stands now. */
    public synchronized Moment moment() {
        long now = nanos.getAsLong();
        double left = pace == null || of < 0 || done >= of ? -1 : pace.left(now, done, of);
        return new Moment(what, pause == null ? state : pause, done, of, words, failed, pace == null ? -1 : pace.rate(now),
                Duration.ofNanos(now - began), limit, left < 0 || left > FOREVER ? null : Duration.ofMillis((long) (left * 1000)),
                leave == null ? Texts.of("Ctrl-C stops") : leave);
    }

    /** The same, held up by something that is done within it. */
    public Moment moment(Doing within) {
        String held;
        synchronized (within) {
            held = within.pause;
        }
        return held == null || within == this ? moment() : moment().withState(held);
    }

    /** How long it has been going on, in seconds. */
    public synchronized double seconds() {
        return (nanos.getAsLong() - began) / SECOND;
    }

    /** It is over. */
    @Override
    public void close() {
        over.accept(this);
    }
}
