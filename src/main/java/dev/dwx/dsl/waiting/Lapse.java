package dev.dwx.dsl.waiting;

import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.Locale;

/** Lengths of time as users write them: {@code '30s'}, {@code '5m'}, {@code '1h30m'}, {@code '500ms'}, or a {@code Duration}. */
public final class Lapse {
    private Lapse() {
    }

    /**
     * Reads one.
     *
     * @param what whose it is, for the message
     * @throws IllegalArgumentException when it is none; a number alone says no unit and is none
     */
    public static Duration of(Object value, String what) {
        if (value instanceof Duration duration) {
            return positive(duration, what, value);
        }
        if (value instanceof Number) {
            throw new IllegalArgumentException(Texts.of("{0}: {1} says no unit. Write '{1}s' for seconds, or '{1}m' for minutes.", what,
                    value));
        }
        String text = String.valueOf(value).strip().toLowerCase(Locale.ROOT).replace(" ", "");
        Duration sum = Duration.ZERO;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && Character.isDigit(text.charAt(end)) && text.charAt(end) < 128) {
                end++;
            }
            int unit = end;
            while (unit < text.length() && Character.isLetter(text.charAt(unit))) {
                unit++;
            }
            if (end == at || end - at > 9 || unit == end) {
                throw unreadable(value, what);
            }
            sum = sum.plus(one(Long.parseLong(text.substring(at, end)), text.substring(end, unit), value, what));
            at = unit;
        }
        return positive(sum, what, value);
    }

    private static Duration one(long count, String unit, Object value, String what) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(count);
            case "s", "sec" -> Duration.ofSeconds(count);
            case "m", "min" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> throw unreadable(value, what);
        };
    }

    private static Duration positive(Duration duration, String what, Object value) {
        if (duration.isZero() || duration.isNegative()) {
            throw unreadable(value, what);
        }
        return duration;
    }

    private static IllegalArgumentException unreadable(Object value, String what) {
        return new IllegalArgumentException(Texts.of("{0}: '{1}' is no length of time. Write '30s', '5m' or '1h30m'.", what, value));
    }

    /** {@code 850 ms}, {@code 12 s}, {@code 3 m 05 s}, {@code 1 h 05 m}. */
    public static String text(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds == 0 && !duration.isZero()) {
            return duration.toMillis() + " ms";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? seconds / 60 + " m" + two(seconds % 60, " s") : seconds / 3600 + " h" + two(seconds % 3600 / 60, " m");
    }

    private static String two(long number, String unit) {
        return number == 0 ? "" : " " + (number < 10 ? "0" : "") + number + unit;
    }
}
