package dev.dwx.render.chart;

import java.math.BigDecimal;

/** What the values of a chart are. */
public enum Unit {
    /** Counts and other plain numbers. */
    NUMBER {
        @Override
        public String text(BigDecimal value) {
            return value.toPlainString();
        }
    },
    /** Seconds, shown as {@code 1h 02m}, {@code 5m 07s}, {@code 12s}. */
    DURATION {
        @Override
        public String text(BigDecimal value) {
            long seconds = value.abs().longValue();
            String sign = value.signum() < 0 ? "-" : "";
            if (value.abs().compareTo(BigDecimal.ONE) < 0 && value.signum() != 0) {
                return value.stripTrailingZeros().toPlainString() + "s";
            }
            if (seconds >= 3600) {
                return sign + seconds / 3600 + "h " + two(seconds / 60 % 60) + "m";
            }
            return sign + (seconds >= 60 ? seconds / 60 + "m " + two(seconds % 60) + "s" : seconds + "s");
        }
    };

    /** A value as a person reads it. */
    public abstract String text(BigDecimal value);

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }
}
