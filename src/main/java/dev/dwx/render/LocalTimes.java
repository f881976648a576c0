package dev.dwx.render;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Milliseconds since 1970 as a person reads them: {@code 1773506400000} under {@code StartedTime} becomes
 * {@code 2026-03-15 00:40:00} in the project's zone, and a business date's midnight its date. Only numbers of 13 digits
 * (September 2001 to November 2286) under a key that names a time are taken for one, and texts like {@code 2026-03-14T18:00:00Z} there.
 */
final class LocalTimes {
    private static final long LEAST = 1_000_000_000_000L;
    private static final long MOST = 9_999_999_999_999L;

    private final Supplier<ZoneId> source;
    private ZoneId zone;
    private DateTimeFormatter dateTime;

    /** @param source asked once, and only when there is a time to show; {@code null} shows numbers as they are */
    LocalTimes(Supplier<ZoneId> source) {
        this.source = source;
    }

    /** All that a value holds, every row of a listing too, as plain data with times as text; {@code null} for nothing. */
    Object everything(Object value) {
        List<Object> rows = Listing.everyRowOf(value);
        return in(rows == null ? PlainValue.of(value) : rows);
    }

    /** A copy of a plain value with times as text. */
    Object in(Object plain) {
        return source == null ? plain : shown("", plain);
    }

    /** A value under a key. */
    Object in(String key, Object plain) {
        return source == null ? plain : shown(key, plain);
    }

    private Object shown(String key, Object plain) {
        if (plain instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, value) -> copy.put((String) name, shown((String) name, value)));
            return copy;
        }
        if (plain instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            for (Object value : list) {
                copy.add(shown(key, value));
            }
            return copy;
        }
        if (plain instanceof Long millis) {
            return millis >= LEAST && millis <= MOST && namesTime(key) ? text(key, millis) : plain;
        }
        return plain instanceof CharSequence text && isInstant(text) && (key.equals("When") || namesTime(key)) ? ofInstant(key, text) : plain;
    }

    /** {@code 2026-03-15T02:00:00Z}, with or without parts of a second. */
    private static boolean isInstant(CharSequence text) {
        int length = text.length();
        return length >= 20 && length <= 30 && text.charAt(length - 1) == 'Z' && text.charAt(10) == 'T' && text.charAt(4) == '-';
    }

    private Object ofInstant(String key, CharSequence text) {
        try {
            return text(key, Instant.parse(text).toEpochMilli());
        } catch (DateTimeParseException e) {
            // It only looked like one.
            return text;
        }
    }

    private String text(String key, long millis) {
        if (zone == null) {
            zone = source.get();
            dateTime = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
        }
        ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(zone);
        boolean day = isDay(key) && time.toLocalTime().equals(LocalTime.MIDNIGHT);
        return day ? time.toLocalDate().toString() : dateTime.format(time);
    }

    /** {@code CreateTime}, {@code Bizdate}, {@code gmtCreate}, {@code Timestamp}, {@code expiredAt}, but not {@code UpdateId}. */
    static boolean namesTime(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return name.endsWith("time") || isDay(key) || name.endsWith("timestamp") || name.startsWith("gmt")
                || key.endsWith("At");
    }

    private static boolean isDay(String key) {
        return key.toLowerCase(Locale.ROOT).endsWith("date");
    }
}
