package dev.dwx.dsl.schedule;

import dev.dwx.render.Showable;
import dev.dwx.texts.Texts;
import dev.dwx.time.schedule.CronExpression;
import dev.dwx.time.schedule.ScheduleFault;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cron expression as the language sees it: when, in words and in times, in the zone of the node. */
public final class Cron implements Showable {
    private static final int SHOWN = 5;
    private static final int MOST = 10_000;

    private final CronExpression expression;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param zone in which the times are
     * @throws ScheduleFault when the service would refuse the text
     */
    public Cron(CharSequence text, ZoneId zone, Clock clock) {
        this.expression = CronExpression.parse(text);
        this.zone = zone;
        this.clock = clock;
    }

    /** {@code every day at 02:00}. */
    public String getWords() {
        return expression.words();
    }

    /** The six fields. */
    public String getText() {
        return expression.text();
    }

    public ZoneId getZone() {
        return zone;
    }

    /** The same times by the clocks of another zone. */
    public Cron in(CharSequence name) {
        return new Cron(expression.text(), ScheduleOptions.zone(name.toString()), clock);
    }

    /** {@code daily}, which weekly and monthly nodes are, too, or {@code hourly}. */
    public String getCycle() {
        return expression.cycle() == CronExpression.Cycle.DAILY ? "daily" : "hourly";
    }

    /** What the service does not do although the expression reads well. */
    public List<String> getWarnings() {
        return expression.warnings();
    }

    public OffsetDateTime next() {
        List<OffsetDateTime> one = next(1);
        return one.isEmpty() ? null : one.get(0);
    }

    /** The next so many times from now. */
    public List<OffsetDateTime> next(int count) {
        return next(Map.of(), count);
    }

    /** {@code next(5, from: '2026-03-16')}: the next ones after another moment. */
    public List<OffsetDateTime> next(Map<String, Object> options, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(Texts.of("next takes a number from 1 to {0}, not {1}.", MOST, count));
        }
        ScheduleOptions given = new ScheduleOptions("next", options, "from");
        ZonedDateTime from = given.has("from") ? ScheduleOptions.time(given.get("from"), LocalDate.ofInstant(clock.instant(), zone), zone)
                // What fires at that very moment is the next.
                .minusNanos(1) : clock.instant().atZone(zone);
        List<OffsetDateTime> times = new ArrayList<>();
        for (ZonedDateTime time : expression.next(from.toInstant(), zone, count)) {
            times.add(time.toOffsetDateTime());
        }
        return times;
    }

    /** The scheduled times of a business date: those of the day after it; without dry runs. */
    public List<OffsetDateTime> times(Object bizdate) {
        List<OffsetDateTime> times = new ArrayList<>();
        for (CronExpression.Fire fire : expression.instances(ScheduleOptions.date(bizdate).plusDays(1), zone)) {
            if (!fire.dryRun()) {
                times.add(fire.at().toOffsetDateTime());
            }
        }
        return times;
    }

    /** Whether a day is one of its days. */
    public boolean runsOn(Object date) {
        return expression.runsOn(ScheduleOptions.date(date));
    }

    @Override
    public List<Object> rows() {
        return List.of();
    }

    @Override
    public boolean isListing() {
        return false;
    }

    @Override
    public Object value() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("cron", expression.text());
        value.put("words", getWords());
        value.put("cycle", getCycle());
        value.put("zone", zone.getId());
        value.put("next", next(SHOWN));
        if (!getWarnings().isEmpty()) {
            value.put("warnings", getWarnings());
        }
        return value;
    }

    @Override
    public String footer() {
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cron that && expression.equals(that.expression) && zone.equals(that.zone);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    /** The six fields. */
    @Override
    public String toString() {
        return expression.text();
    }
}
