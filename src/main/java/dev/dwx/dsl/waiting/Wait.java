package dev.dwx.dsl.waiting;

import dev.dwx.client.ApiException;
import dev.dwx.dsl.progress.Doing;
import dev.dwx.dsl.waiting.StatusWords.Meaning;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks at a thing until it has ended or the time is over. A look that fails for a reason that passes ends nothing; the thing itself
 * is never touched.
 */
public final class Wait {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final WaitDesk desk;
    private final WaitTerms terms;
    private final Set<String> told = new HashSet<>();
    private long began;
    private long looks;
    private Standing standing;
    private Object last;
    private ApiException trouble;

    public Wait(WaitDesk desk, WaitTerms terms) {
        this.desk = desk;
        this.terms = terms;
    }

    /**
     * Waits until a condition holds of what a look gives.
     *
     * @throws WaitException when it does not in time
     */
    public WaitResult until(Supplier<Object> look, Function<Object, Boolean> condition) {
        return follow(look, value -> condition.apply(value)
                ? Standing.of(null, Meaning.GOOD) : Standing.of(null, Meaning.GOING_ON));
    }

    /**
     * Waits until what a look gives has come to its end.
     *
     * @throws WaitException when that is a bad one, or does not come in time
     */
    public WaitResult follow(Supplier<Object> look, Function<Object, Standing> reading) {
        desk.mayNeed().accept(terms.looks(), "waitFor");
        began = desk.timer().nanos();
        String farewell = farewell();
        desk.progress().enter(farewell);
        try (Doing doing = desk.progress().begin(terms.what()).limit(terms.timeout()).leave(Texts.of("Ctrl-C leaves it running"))) {
            Duration pause = terms.every();
            while (true) {
                if (look(look, reading)) {
                    return end();
                }
                doing.state(status());
                Duration left = terms.timeout().minus(elapsed());
                if (left.isNegative() || left.isZero()) {
                    throw timedOut();
                }
                Duration wanted = desk.widen().apply(pause);
                Duration asked = trouble == null || trouble.retryAfter() == null ? wanted : max(wanted, trouble.retryAfter());
                sleep(asked.compareTo(left) > 0 ? left : asked);
                pause = terms.longer(pause);
            }
        } catch (InterruptedException e) {
            desk.progress().clear();
            desk.notes().accept(farewell);
            throw new WaitLeft(farewell, status(), last, e);
        } finally {
            desk.progress().leave(farewell);
            desk.progress().clear();
        }
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Looks once; true when that was the end. */
    private boolean look(Supplier<Object> look, Function<Object, Standing> reading) throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("interrupted");
        }
        looks++;
        Object value;
        try {
            value = look.get();
            trouble = null;
        } catch (ApiException e) {
            if (Thread.currentThread().isInterrupted() || "dwx.Cancelled".equals(e.code())) {
                throw interrupted(e);
            }
            if (!Passing.is(e)) {
                throw e;
            }
            trouble = e;
            tell("Could not look at " + terms.what() + " (" + e.code() + "); still waiting.");
            return false;
        }
        last = value;
        standing = reading.apply(value);
        if (standing.meaning() == Meaning.UNKNOWN && standing.status() != null) {
            tell("The status " + standing.status() + " of " + terms.what() + " is not known here; still waiting until it is one that is.");
        }
        if (standing.hint() != null) {
            tell(terms.what() + ": " + standing.hint());
        }
        return standing.meaning() == Meaning.GOOD || standing.meaning() == Meaning.BAD;
    }

    private static InterruptedException interrupted(ApiException cause) {
        InterruptedException e = new InterruptedException("interrupted");
        e.initCause(cause);
        return e;
    }

    private void tell(String remark) {
        if (told.add(remark)) {
            desk.progress().clear();
            desk.notes().accept(remark);
        }
    }

    private void sleep(Duration pause) throws InterruptedException {
        long until = desk.timer().nanos() + pause.toNanos();
        for (long rest = pause.toNanos(); rest > 0; rest = until - desk.timer().nanos()) {
            desk.timer().sleep(Duration.ofNanos(Math.min(rest, TICK.toNanos())));
        }
    }

    private WaitResult end() {
        if (standing.meaning() == Meaning.BAD && terms.failOnBad()) {
            throw new WaitFailed(terms.what() + " ended with " + standing.status() + " after " + Lapse.text(elapsed()) + "."
                    + (standing.failure() == null ? "" : "\n  " + standing.failure())
                    + (terms.again() == null ? "" : "\n  next: " + terms.again() + " shows it"), standing.status(), last);
        }
        return new WaitResult(last, standing.status(), elapsed(), looks);
    }

    private WaitTimedOut timedOut() {
        String state = trouble != null ? " It could not be looked at: " + trouble.code() + "."
                : status() == null ? "" : " Its status is " + status() + ".";
        String hint = standing == null || standing.hint() == null ? "" : "\n  " + standing.hint();
        return new WaitTimedOut(terms.what() + " has not ended within " + Lapse.text(terms.timeout()) + "." + state + hint
                + "\n  next: " + (terms.again() == null ? "" : terms.again() + " looks again; ")
                + "the same wait with timeout: '" + twice(terms.timeout()) + "' waits longer", status(), last, trouble);
    }

    private static String twice(Duration timeout) {
        long seconds = Math.max(1, timeout.toSeconds() * 2);
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private String farewell() {
        return "No longer waiting. " + capitalised(terms.what()) + " is left alone and goes on"
                + (terms.again() == null ? "." : "; to look again: " + terms.again());
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private String status() {
        return standing == null ? null : standing.status();
    }

    private Duration elapsed() {
        return Duration.ofNanos(desk.timer().nanos() - began);
    }
}
