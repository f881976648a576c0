package dev.dwx.dsl;

import dev.dwx.catalog.Edition;
import dev.dwx.client.ApiException;
import dev.dwx.client.limits.Standing;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a loop asks before it begins: how many calls are left today in the region of the context, and whether its own will do. Costs
 * nothing where the edition has no daily limit or is not known.
 */
public final class CallBudget {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.ofHours(8));
    private static final double AMPLE = 0.5;
    private static final double MOST_TIMES = 20;
    private static final Duration WIDEST = Duration.ofMinutes(10);

    private final Function<String, Standing> standings;
    private final Supplier<Context> context;
    private final Notes notes;

    /**
     * @param standings how the account stands in a region
     * @param context the context in force
     * @param notes hears of a budget that will not do
     */
    CallBudget(Function<String, Standing> standings, Supplier<Context> context, Notes notes) {
        this.standings = standings;
        this.context = context;
        this.notes = notes;
    }

    /** Calls that are left today; empty when nothing is known to limit them. */
    public OptionalLong left() {
        return standing().left();
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
                    .why("this needs about " + calls + " calls, and " + left(standing) + "; nothing was sent for it")
                    .next("do less, wait until then, or, when the count is wrong, start with DWX_IGNORE_QUOTA=1").build();
        }
        notes.note(what + " needs about " + calls + " calls, and " + left(standing) + ".");
    }

    /** To be asked before a loop that makes this many calls at most, such as a wait: a remark and never an error. */
    public void mayNeed(long calls, String what) {
        Standing standing = standing();
        if (tooShort(standing, calls)) {
            notes.note(what + " may need up to " + calls + " calls, and " + left(standing) + ".");
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

    private Standing standing() {
        return standings.apply(context.get().region());
    }

    private static boolean tooShort(Standing standing, long calls) {
        OptionalLong left = standing.left();
        return left.isPresent() && calls > left.getAsLong();
    }

    private static String left(Standing standing) {
        long left = standing.left().orElse(0);
        Edition edition = standing.edition();
        return (left == 0 ? "none is" : left == 1 ? "1 is" : left + " are") + " left in " + standing.region() + " until "
                + MINUTE.format(standing.dayEnds()) + " (UTC+8)"
                + (standing.callsPerDay() == 0 ? "" : "; the " + edition.label() + " edition has " + edition.callsPerDay()
                + " a day");
    }
}
