package dev.dwx.time;

import dev.dwx.texts.Texts;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A business date: the day whose data a run works on, which is the day before the run. Immutable, ordered, and usable
 * in Groovy with {@code + 1}, {@code - 3}, {@code ++}, {@code a..b} and comparison.
 *
 * <p>It has no zone; {@link #toInstant} needs one, because midnight of a workspace in UTC+8 is another instant than
 * midnight UTC, and the scheduler looks for exactly the workspace's midnight.
 */
public final class BizDate implements Comparable<BizDate> {
    private final LocalDate date;

    private BizDate(LocalDate date) {
        this.date = Objects.requireNonNull(date);
    }

    public static BizDate of(LocalDate date) {
        return new BizDate(date);
    }

    /** The business date of a run that happens now: the day before today in that zone. */
    public static BizDate yesterday(Clock clock, ZoneId zone) {
        return new BizDate(LocalDate.ofInstant(clock.instant(), zone).minusDays(1));
    }

    /** Today in that zone; the business date of tomorrow's run. */
    public static BizDate today(Clock clock, ZoneId zone) {
        return new BizDate(LocalDate.ofInstant(clock.instant(), zone));
    }

    /**
     * Reads {@code 20260315} or {@code 2026-03-15}.
     *
     * @throws IllegalArgumentException when the text is no date of these forms
     */
    public static BizDate parse(CharSequence text) {
        String plain = text.toString().strip();
        String digits = plain.length() == 10 && plain.charAt(4) == '-' && plain.charAt(7) == '-'
                ? plain.substring(0, 4) + plain.substring(5, 7) + plain.substring(8) : plain;
        if (digits.length() == 8) {
            int value = 0;
            for (int i = 0; i < 8; i++) {
                char c = digits.charAt(i);
                value = c >= '0' && c <= '9' && value >= 0 ? value * 10 + (c - '0') : -1;
            }
            if (value > 0) {
                try {
                    return new BizDate(LocalDate.of(value / 10000, value / 100 % 100, value % 100));
                } catch (DateTimeException e) {
                    throw new IllegalArgumentException(Texts.of("There is no day {0}: {1}.", plain, e.getMessage()), e);
                }
            }
        }
        throw new IllegalArgumentException(Texts.of("'{0}' is no business date. Write it as '20260315' or '2026-03-15'.", plain));
    }

    /** The day an instant falls on in that zone. */
    public static BizDate at(Instant instant, ZoneId zone) {
        return new BizDate(LocalDate.ofInstant(instant, zone));
    }

    public LocalDate toLocalDate() {
        return date;
    }

    /** {@code 20260315}, the form that scheduling parameters such as {@code $bizdate} have. */
    public String format() {
        StringBuilder text = new StringBuilder(8);
        pad(text, date.getYear(), 4);
        pad(text, date.getMonthValue(), 2);
        pad(text, date.getDayOfMonth(), 2);
        return text.toString();
    }

    /** In a pattern of {@link java.time.format.DateTimeFormatter}, {@code yyyy/MM/dd}. */
    public String format(String pattern) {
        return java.time.format.DateTimeFormatter.ofPattern(pattern, java.util.Locale.ROOT).format(date);
    }

    /** Midnight at the beginning of this day in that zone. */
    public Instant toInstant(ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }

    /** The day on which the run of this business date happens. */
    public LocalDate runDate() {
        return date.plusDays(1);
    }

    public BizDate plus(Number days) {
        return new BizDate(date.plusDays(wholeDays(days)));
    }

    public BizDate minus(Number days) {
        return new BizDate(date.minusDays(wholeDays(days)));
    }

    /** Days from the other date to this one; negative when this one is earlier. */
    public long minus(BizDate other) {
        return ChronoUnit.DAYS.between(other.date, date);
    }

    /** For {@code ++} and ranges. */
    public BizDate next() {
        return new BizDate(date.plusDays(1));
    }

    /** For {@code --} and ranges. */
    public BizDate previous() {
        return new BizDate(date.minusDays(1));
    }

    @Override
    public int compareTo(BizDate other) {
        return date.compareTo(other.date);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BizDate that && date.equals(that.date);
    }

    @Override
    public int hashCode() {
        return date.hashCode();
    }

    /** {@code 2026-03-15}. */
    @Override
    public String toString() {
        return date.toString();
    }

    private static long wholeDays(Number days) {
        if (days.doubleValue() != days.longValue()) {
            throw new IllegalArgumentException(Texts.of("A business date moves by whole days, not by {0}.", days));
        }
        return days.longValue();
    }

    private static void pad(StringBuilder text, int value, int width) {
        String digits = Integer.toString(value);
        for (int i = digits.length(); i < width; i++) {
            text.append('0');
        }
        text.append(digits);
    }
}
