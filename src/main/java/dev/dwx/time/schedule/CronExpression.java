package dev.dwx.time.schedule;

import dev.dwx.texts.Texts;
import dev.dwx.time.schedule.CronField.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cron expression of the service's form: second, minute, hour, day of month, month, day of week; no year. Monday is 1, as the
 * product's page on scheduling has it ({@code 2,5} is Tuesday and Friday), and not Sunday as with Quartz. Immutable.
 */
public final class CronExpression {
    /** The 29th of February as the fifth of its weekday comes back after 40 years at most. */
    private static final int YEARS = 41;
    private static final int FIELDS = 6;
    private static final int SHORTEST_GAP_MINUTES = 5;

    private final String text;
    private final CronField second;
    private final CronField minute;
    private final CronField hour;
    private final CronField day;
    private final CronField month;
    private final CronField weekday;

    /** Two kinds of nodes, which the service treats differently. */
    public enum Cycle {
        /** At one time of some days; on the other days an instance is made, too, and does nothing ("dry run"). */
        DAILY,
        /** Several times a day, or at least written so. */
        HOURLY
    }

    /**
     * An instance of a business date.
     *
     * @param at its scheduled time
     * @param dryRun whether it succeeds at once without running
     * @param note why it is not what the expression says, or {@code null}
     */
    public record Fire(ZonedDateTime at, boolean dryRun, String note) {
    }

    private CronExpression(String text, CronField[] fields) {
        this.text = text;
        second = fields[0];
        minute = fields[1];
        hour = fields[2];
        day = fields[3];
        month = fields[4];
        weekday = fields[5];
    }

    /**
     * Reads an expression.
     *
     * @throws ScheduleFault when the service would refuse it, with the place and what to write
     */
    public static CronExpression parse(CharSequence cron) {
        String text = cron.toString();
        List<String> words = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean blank = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (!blank && from < 0) {
                from = i;
            } else if (blank && from >= 0) {
                words.add(text.substring(from, i));
                places.add(from);
                from = -1;
            }
        }
        if (words.size() != FIELDS) {
            throw new ScheduleFault(text, words.size() > FIELDS ? places.get(FIELDS) : 0, words.size() == 1
                    ? Texts.of("the expression has 1 field, and the service's form has six: second, minute, hour, day, month, weekday")
                    : Texts.of("the expression has {0} fields, and the service's form has six: second, minute, hour, day, month, weekday", words.size()),
                    words.size() == FIELDS - 1 ? Texts.of("write '{0}'", "00 " + text.strip())
                            : words.size() == FIELDS + 1 ? Texts.of("leave out the last one, the year") : Texts.of("write it like '00 30 06 * * ?'"));
        }
        CronField[] fields = new CronField[FIELDS];
        for (Kind kind : Kind.values()) {
            fields[kind.ordinal()] = CronField.read(text, places.get(kind.ordinal()), words.get(kind.ordinal()), kind);
        }
        boolean dayOpen = fields[3].isAny();
        boolean weekdayOpen = fields[5].isAny();
        if (words.get(3).equals("?") && words.get(5).equals("?")) {
            throw new ScheduleFault(text, places.get(5), Texts.of("the day of the month and the day of the week are both ?"), Texts.of(
                    "write * for one of them"));
        }
        if (!dayOpen && !weekdayOpen) {
            throw new ScheduleFault(text, places.get(5), Texts.of("a day of the month and a day of the week cannot both be asked for"),
                    Texts.of("write ? for one of them"));
        }
        return new CronExpression(text, fields);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** Daily or hourly, by the rule of the service's own tools: the signs {@code - / , *} in the minute or the hour. */
    public Cycle cycle() {
        return minute.isRepeating() || hour.isRepeating() ? Cycle.HOURLY : Cycle.DAILY;
    }

    /** In words: {@code every day at 02:00}. */
    public String words() {
        return new CronWords(second, minute, hour, day, month, weekday).text();
    }

    /** Whether the expression has that day. */
    public boolean runsOn(LocalDate date) {
        if (!month.allows(date.getMonthValue())) {
            return false;
        }
        return dayAllowed(date) && weekdayAllowed(date);
    }

    private boolean dayAllowed(LocalDate date) {
        return day.allows(date.getDayOfMonth()) || day.last() && date.getDayOfMonth() == date.lengthOfMonth();
    }

    private boolean weekdayAllowed(LocalDate date) {
        int number = date.getDayOfWeek().getValue();
        if (weekday.allows(number) || (weekday.lastOf() >> number & 1) != 0 && date.getDayOfMonth() + 7 > date.lengthOfMonth()) {
            return true;
        }
        for (int[] nth : weekday.nth()) {
            if (nth[0] == number && (date.getDayOfMonth() - 1) / 7 + 1 == nth[1]) {
                return true;
            }
        }
        return false;
    }

    /** Whether it fires at that time of that day, by the clock on the wall. */
    public boolean matches(LocalDate date, LocalTime time) {
        return runsOn(date) && time.getNano() == 0 && second.allows(time.getSecond()) && minute.allows(time.getMinute())
                && hour.allows(time.getHour());
    }

    /** The times of a day on which it runs, ascending. */
    public List<LocalTime> times() {
        List<LocalTime> times = new ArrayList<>();
        for (int h : hour.numbers()) {
            for (int m : minute.numbers()) {
                for (int s : second.numbers()) {
                    times.add(LocalTime.of(h, m, s));
                }
            }
        }
        return times;
    }

    /**
     * When it runs next. A time that the clocks skip is none; of a time that they repeat the second is taken, as the service does.
     *
     * @param count how many at most; fewer when there are no more, as on the 30th of February
     */
    public List<ZonedDateTime> next(Instant after, ZoneId zone, int count) {
        List<ZonedDateTime> next = new ArrayList<>();
        List<LocalTime> times = times();
        LocalDate first = after.atZone(zone).toLocalDate();
        LocalDate end = first.plusYears(YEARS);
        for (LocalDate date = first; next.size() < count && date.isBefore(end); date = date.plusDays(1)) {
            if (!runsOn(date)) {
                continue;
            }
            for (LocalTime time : times) {
                ZonedDateTime at = date.atTime(time).atZone(zone).withLaterOffsetAtOverlap();
                if (next.size() < count && at.toLocalTime().equals(time) && at.toInstant().isAfter(after)) {
                    next.add(at);
                }
            }
        }
        return next;
    }

    /**
     * The instances of a day. On the day on which summer time begins, an hourly node has none in the hour that is skipped, and a daily
     * one whose time is skipped has a dry run later by as much; when summer time ends, the second of the two hours counts.
     *
     * @param runDate the day after the business date
     */
    public List<Fire> instances(LocalDate runDate, ZoneId zone) {
        List<Fire> fires = new ArrayList<>();
        boolean runs = runsOn(runDate);
        ZoneRules rules = zone.getRules();
        for (LocalTime time : times()) {
            boolean skipped = rules.getValidOffsets(runDate.atTime(time)).isEmpty();
            if (skipped && cycle() == Cycle.HOURLY) {
                continue;
            }
            ZonedDateTime at = runDate.atTime(time).atZone(zone).withLaterOffsetAtOverlap();
            String note = !runs ? Texts.of("dry run: ").concat(words()) : skipped ? Texts.of("dry run: the clocks skip {0}", time) : null;
            fires.add(new Fire(at, note != null, note));
        }
        return fires;
    }

    /** The least time between two runs; empty when it runs once a day at most. */
    public Optional<Duration> shortestGap() {
        List<LocalTime> times = times();
        Duration shortest = null;
        for (int i = 1; i < times.size(); i++) {
            Duration gap = Duration.between(times.get(i - 1), times.get(i));
            shortest = shortest == null || gap.compareTo(shortest) < 0 ? gap : shortest;
        }
        if (times.size() > 1 && (day.isAny() && weekday.isAny())) {
            Duration night = Duration.between(times.get(times.size() - 1), times.get(0)).plusDays(1);
            shortest = night.compareTo(shortest) < 0 ? night : shortest;
        }
        return Optional.ofNullable(shortest);
    }

    /** What the service does not do although the expression reads well, one sentence each. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (second.mask() != 1) {
            warnings.add(Texts.of("the seconds are not 00, which is all that the service schedules; begin with 00"));
        }
        if (shortestGap().filter(gap -> gap.toMinutes() < SHORTEST_GAP_MINUTES).isPresent()) {
            warnings.add(Texts.of("two runs are less than 5 minutes apart, which the service does not schedule; write */5 or more for "
                    + "the minutes"));
        }
        if (times().get(0).isBefore(LocalTime.of(0, SHORTEST_GAP_MINUTES)) && cycle() == Cycle.DAILY) {
            warnings.add(Texts.of("before 00:05 the instances of the day may not be there yet; the old file API takes 00:05 as the "
                    + "earliest"));
        }
        if (next(Instant.EPOCH, ZoneId.of("UTC"), 1).isEmpty()) {
            warnings.add(Texts.of("there is no such day: it never runs"));
        }
        return warnings;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CronExpression that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
