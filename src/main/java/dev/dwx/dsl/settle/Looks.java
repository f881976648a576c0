package dev.dwx.dsl.settle;

import dev.dwx.client.steady.Pace;
import java.time.Duration;
import java.util.List;

/**
 * How often and how patiently the outcome of a write is looked for.
 *
 * @param pauses before each look
 * @param rest waits
 */
public record Looks(List<Duration> pauses, Pace.Rest rest) {
    public Looks {
        pauses = List.copyOf(pauses);
    }

    /** At once and three times more within seven seconds: the service may still be at work, and its listings may lag behind. */
    public static Looks usual() {
        return of(Pace.real().rest(), 0, 1000, 2000, 4000);
    }

    /** Looks with these pauses, in milliseconds. */
    public static Looks of(Pace.Rest rest, long... millis) {
        Duration[] pauses = new Duration[millis.length];
        for (int i = 0; i < millis.length; i++) {
            pauses[i] = Duration.ofMillis(millis[i]);
        }
        return new Looks(List.of(pauses), rest);
    }
}
