package dev.dwx.dsl.watching;

import java.time.Instant;

/**
 * One look of a watch.
 *
 * @param number 1 for the first
 * @param at when it ended, by the session's clock
 * @param value what the block gave; of the last look that gave something where this one failed
 * @param trouble why this look failed, in a line; {@code null} when it did not
 */
public record Round(int number, Instant at, Object value, String trouble) {
}
