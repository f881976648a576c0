package dev.dwx.dsl.settle;

import dev.dwx.client.ApiAnswer;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Tells whether a thing is younger than a call, though this machine's clock and the service's differ. */
final class ServiceTime {
    /** The header {@code Date} has whole seconds, and the service's own machines differ a little. */
    private static final Duration SLACK = Duration.ofSeconds(2);
    /** Without the header: nearly every machine's clock is as good as this. */
    private static final Duration UNKNOWN_SKEW = Duration.ofSeconds(60);
    private static final String[] FIELDS = {"CreateTime", "CreatedTime", "GmtCreate", "CreateTimestamp", "GmtCreateTime", "CreatedAt"};

    private ServiceTime() {
    }

    /** The moment of a call on the service's clock, or a little before it. */
    static Instant of(Instant sent, Instant now, ApiAnswer answer) {
        String date = answer.headers().get("date");
        if (date != null) {
            try {
                Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
                return sent.plus(Duration.between(now, there)).minus(SLACK);
            } catch (DateTimeException e) {
                // As if it were not there.
            }
        }
        return sent.minus(UNKNOWN_SKEW);
    }

    /** When the thing came into being, or {@code null} when it does not say. */
    static Instant created(Map<String, Object> thing) {
        for (String field : FIELDS) {
            Instant time = read(thing.get(field));
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    private static Instant read(Object value) {
        if (value == null) {
            return null;
        }
        String text = value.toString().strip();
        boolean digits = text.length() == 13 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits) {
            return Instant.ofEpochMilli(new BigDecimal(text).longValue());
        }
        for (String pattern : new String[] {"yyyy-MM-dd'T'HH:mm:ssXXX", "yyyy-MM-dd'T'HH:mm:ssXX"}) {
            try {
                return OffsetDateTime.parse(text, DateTimeFormatter.ofPattern(pattern)).toInstant();
            } catch (DateTimeException e) {
                // The next form.
            }
        }
        return null;
    }
}
