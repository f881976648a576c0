package dev.dwx.client.steady;

import java.time.Duration;

/**
 * How long one kind of trouble is put up with.
 *
 * @param tries how often the call is sent at most, the first time included
 * @param first pause before the second try; each further one is twice as long
 * @param longest no pause is longer, unless the service asks for it
 * @param total no try begins later than this after the first, the time not counted that a try waits for its turn among other calls
 */
public record Patience(int tries, Duration first, Duration longest, Duration total) {
    /** The pause after so many tries, without chance in it. */
    Duration after(int tried) {
        Duration pause = first;
        for (int i = 1; i < tried && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
