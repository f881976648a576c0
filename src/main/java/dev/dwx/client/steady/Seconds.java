package dev.dwx.client.steady;

import java.time.Duration;

/** How long was waited between the tries of a call, as remarks and errors say it. */
public final class Seconds {
    private Seconds() {
    }

    /** {@code 1.4 s}: in tenths, rounded. */
    public static String text(Duration length) {
        long tenths = (length.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}
