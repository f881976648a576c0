package dev.dwx.dsl;

import dev.dwx.catalog.Edition;
import dev.dwx.client.ApiException;
import dev.dwx.client.limits.CallCounts;
import dev.dwx.client.limits.LimitsCard;
import dev.dwx.client.limits.Standing;
import dev.dwx.render.Showable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * The limits of calls in the region of the context and what is used of them: what {@code limits} shows, and what a loop asks before it
 * begins. Nothing is asked of the service for it.
 */
public final class CallBudget implements Showable {
    private static final double AMPLE = 0.5;
    private static final double MOST_TIMES = 20;
    private static final Duration WIDEST = Duration.ofMinutes(10);

    private final CallCounts counts;
    private final Supplier<Context> context;
    private final Notes notes;

    /**
     * @param counts how the account stands in a region
     * @param context the context in force
     * @param notes hears of a budget that will not do
     */
    CallBudget(CallCounts counts, Supplier<Context> context, Notes notes) {
        this.counts = counts;
        this.context = context;
        this.notes = notes;
    }

    /** Calls that are left today; empty when nothing is known to limit them. */
    public OptionalLong left() {
        return standing().left();
    }

    /** Calls that are left today when they are few: none, or a tenth of the day's; empty otherwise. */
    public OptionalLong fewLeft() {
        Standing standing = standing();
        OptionalLong left = standing.left();
        return left.isPresent() && left.getAsLong() * 10 <= standing.callsPerDay() ? left : OptionalLong.empty();
    }

    /** The same for a script: a number, or {@code null}. */
    public Long getLeft() {
        OptionalLong left = left();
        return left.isPresent() ? (Long) left.getAsLong() : null;
    }

    /** Calls counted today. */
    public long getToday() {
        return standing().today();
    }

    /** Successful calls counted this month. */
    public long getMonth() {
        return standing().month();
    }

    /** Counts today's calls anew from none: for a count that is wrong, or an edition that has changed. */
    public void forget() {
        String region = context.get().region();
        counts.forget(region);
        notes.note("Today's calls" + (region == null ? "" : " in " + region) + " are counted anew from now on.");
    }

    /**
     * To be asked before a loop that surely makes this many calls: a remark at the prompt when they are more than are left, an error
     * in a script.
     *
     * @param calls how many
     * @param what whose they are, as it is written: {@code ListNodes.all}
     * @throws ApiException of stage {@code NOT_SENT}, code {@code dwx.DayTooShort}, in a strict context
     */
    public void need(long calls, String what) {
        Standing standing = standing();
        if (!tooShort(standing, calls)) {
            return;
        }
        Context now = context.get();
        if (now.strict()) {
            throw ApiException.of(ApiException.Stage.NOT_SENT, what, now.version()).code("dwx.DayTooShort")
                    .why("this needs about " + Standing.grouped(calls) + " calls, and " + left(standing) + "; nothing was sent for it")
                    .next("do less, wait until then, or, when the count is wrong, start with DWX_IGNORE_QUOTA=1").build();
        }
        notes.note(what + " needs about " + Standing.grouped(calls) + " calls, and " + left(standing) + ".");
    }

    /** To be asked before a loop that makes this many calls at most, such as a wait: a remark and never an error. */
    public void mayNeed(long calls, String what) {
        Standing standing = standing();
        if (tooShort(standing, calls)) {
            notes.note(what + " may need up to " + Standing.grouped(calls) + " calls, and " + left(standing) + ".");
        }
    }

    /**
     * The pause between two polls, widened as the day's calls run out: as it is while half of them are left, then in proportion, up
     * to twenty times and ten minutes.
     */
    public Duration widen(Duration interval) {
        Standing standing = standing();
        OptionalLong left = standing.left();
        if (left.isEmpty() || interval.compareTo(WIDEST) >= 0) {
            return interval;
        }
        double share = standing.callsPerDay() == 0 ? 0 : (double) left.getAsLong() / standing.callsPerDay();
        double times = share >= AMPLE ? 1 : Math.min(MOST_TIMES, AMPLE / Math.max(share, 1e-9));
        Duration widened = Duration.ofMillis(Math.round(interval.toMillis() * times));
        return widened.compareTo(WIDEST) > 0 ? WIDEST : widened;
    }

    @Override
    public List<Object> rows() {
        return List.of();
    }

    @Override
    public boolean isListing() {
        return false;
    }

    /** The limits as data. */
    @Override
    public Map<String, Object> value() {
        return LimitsCard.fields(counts, context.get().region());
    }

    @Override
    public String footer() {
        return null;
    }

    /** The limits line by line. */
    @Override
    public String toString() {
        return String.join("\n", LimitsCard.lines(counts, context.get().region()));
    }

    private Standing standing() {
        return counts.standing(context.get().region());
    }

    private static boolean tooShort(Standing standing, long calls) {
        OptionalLong left = standing.left();
        return left.isPresent() && calls > left.getAsLong();
    }

    private static String left(Standing standing) {
        long left = standing.left().orElse(0);
        Edition edition = standing.edition();
        return (left == 0 ? "none is" : left == 1 ? "1 is" : Standing.grouped(left) + " are") + " left in " + standing.region() + " until "
                + LimitsCard.moment(standing.dayEnds())
                + (standing.callsPerDay() == 0 ? "" : "; the " + edition.label() + " edition has " + Standing.grouped(edition.callsPerDay()) + " a day");
    }
}
