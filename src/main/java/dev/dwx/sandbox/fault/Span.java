package dev.dwx.sandbox.fault;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** A length of time as a person writes it: {@code 500ms}, {@code 5s}, {@code 1h30m}, {@code 2d}, {@code PT1H}. */
public final class Span {
    private Span() {
    }

    /**
     * Reads a length of time.
     *
     * @param value a text, a {@code Duration}, or a number of seconds
     * @throws IllegalArgumentException when it is none, or below zero
     */
    public static Duration of(Object value) {
        Duration span = value instanceof Duration given ? given
                : value instanceof Integer || value instanceof Long ? seconds(((Number) value).longValue())
                : parse(String.valueOf(value).strip());
        if (span.isNegative()) {
            throw new IllegalArgumentException("a length of time is not below zero: " + value);
        }
        return span;
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(Math.max(-1, Math.min(seconds, Integer.MAX_VALUE)));
    }

    private static Duration parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("p")) {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException e) {
                throw wrong(text);
            }
        }
        Duration sum = Duration.ZERO;
        int at = 0;
        while (at < lower.length()) {
            int digits = at;
            while (digits < lower.length() && lower.charAt(digits) >= '0' && lower.charAt(digits) <= '9') {
                digits++;
            }
            int unit = digits;
            while (unit < lower.length() && lower.charAt(unit) >= 'a' && lower.charAt(unit) <= 'z') {
                unit++;
            }
            if (digits == at || unit == digits || digits - at > 9) {
                throw wrong(text);
            }
            sum = sum.plus(one(Long.parseLong(lower.substring(at, digits)), lower.substring(digits, unit), text));
            at = unit;
        }
        if (lower.isEmpty()) {
            throw wrong(text);
        }
        return sum;
    }

    private static Duration one(long number, String unit, String text) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m", "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> throw wrong(text);
        };
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("'" + text + "' is no length of time; write 500ms, 5s, 10m, 1h30m or 2d");
    }

    /** In the same form, the shortest: {@code 1h30m}. */
    public static String text(Duration span) {
        StringBuilder text = new StringBuilder();
        part(text, span.toDays(), "d");
        part(text, span.toHoursPart(), "h");
        part(text, span.toMinutesPart(), "m");
        part(text, span.toSecondsPart(), "s");
        part(text, span.toMillisPart(), "ms");
        return text.length() == 0 ? "0s" : text.toString();
    }

    private static void part(StringBuilder text, long number, String unit) {
        if (number != 0) {
            text.append(number).append(unit);
        }
    }
}
