package dev.dwx.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A form in which the service wants a point in time. */
public enum TimeForm {
    /** Milliseconds since 1970 of the day's midnight in the workspace's zone. */
    DAY_MILLIS("milliseconds of the day's midnight"),
    /** Milliseconds since 1970. */
    MILLIS("milliseconds since 1970"),
    /** Milliseconds since 1970, as a text. */
    MILLIS_TEXT("milliseconds since 1970, as text"),
    /** Seconds since 1970. */
    SECONDS("seconds since 1970"),
    /** {@code 20260314}. */
    COMPACT_DATE("yyyyMMdd"),
    /** {@code 2026-03-14}. */
    DATE("yyyy-MM-dd"),
    /** {@code 2026-03-14 02:30:00}. */
    DATE_TIME("yyyy-MM-dd HH:mm:ss"),
    /** {@code 2026-03-14 00:00:00}, the time of day always zero. */
    MIDNIGHT("yyyy-MM-dd 00:00:00"),
    /** {@code 2026-03-14T02:30:00+0800}. */
    OFFSET_DATE_TIME("yyyy-MM-dd'T'HH:mm:ssZ"),
    /** {@code 02:30:00}. */
    TIME("HH:mm:ss"),
    /** {@code 02:30}. */
    HOUR_MINUTE("HH:mm");

    private final String words;

    TimeForm(String words) {
        this.words = words;
    }

    /** How messages name the form. */
    public String words() {
        return words;
    }

    /** Whether the value is a number on the wire. */
    public boolean isNumber() {
        return this == DAY_MILLIS || this == MILLIS || this == SECONDS;
    }

    /** The wire value of a point in time: a {@code Long} or a {@code String}. */
    Object encode(ZonedDateTime time) {
        return switch (this) {
            case DAY_MILLIS -> time.toLocalDate().atStartOfDay(time.getZone()).toInstant().toEpochMilli();
            case MILLIS -> time.toInstant().toEpochMilli();
            case MILLIS_TEXT -> Long.toString(time.toInstant().toEpochMilli());
            case SECONDS -> time.toEpochSecond();
            case COMPACT_DATE -> pattern("yyyyMMdd").format(time);
            case DATE -> pattern("yyyy-MM-dd").format(time);
            case DATE_TIME -> pattern("yyyy-MM-dd HH:mm:ss").format(time);
            case MIDNIGHT -> pattern("yyyy-MM-dd").format(time) + " 00:00:00";
            case OFFSET_DATE_TIME -> pattern("yyyy-MM-dd'T'HH:mm:ssZ").format(time);
            case TIME -> pattern("HH:mm:ss").format(time);
            case HOUR_MINUTE -> pattern("HH:mm").format(time);
        };
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /**
     * The point in time that a value of the language stands for, or {@code null} when it is none: a business date,
     * a Java date or time, an instant, a {@code java.util.Date}. What has no zone is in the workspace's.
     */
    static ZonedDateTime read(Object value, ZoneId zone) {
        if (value instanceof BizDate date) {
            return date.toLocalDate().atStartOfDay(zone);
        }
        if (value instanceof LocalDate date) {
            return date.atStartOfDay(zone);
        }
        if (value instanceof LocalDateTime time) {
            return time.atZone(zone);
        }
        if (value instanceof Instant instant) {
            return instant.atZone(zone);
        }
        if (value instanceof ZonedDateTime time) {
            return time.withZoneSameInstant(zone);
        }
        if (value instanceof java.time.OffsetDateTime time) {
            return time.atZoneSameInstant(zone);
        }
        if (value instanceof java.util.Calendar calendar) {
            return calendar.toInstant().atZone(zone);
        }
        if (value instanceof java.sql.Date day) {
            // A day without time; its milliseconds are those of the machine's midnight.
            return day.toLocalDate().atStartOfDay(zone);
        }
        if (value instanceof java.sql.Time time) {
            return LocalDate.EPOCH.atTime(time.toLocalTime()).atZone(zone);
        }
        if (value instanceof java.util.Date date) {
            return Instant.ofEpochMilli(date.getTime()).atZone(zone);
        }
        if (value instanceof LocalTime time) {
            return LocalDate.EPOCH.atTime(time).atZone(zone);
        }
        return null;
    }
}
