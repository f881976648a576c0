package dev.dwx.sandbox.fault;

import java.time.Duration;

/**
 * Reads that lag behind writes, as they do where copies catch up with each other in time.
 *
 * @param on which reads
 * @param lag how long a write stays unseen, by the sandbox's clock; zero when reads are counted
 * @param reads how many reads do not see a write; 0 when time counts
 */
public record Staleness(CallPattern on, Duration lag, int reads) {
    /** In a few words: {@code ListNodes lag behind by 5s}. */
    @Override
    public String toString() {
        return on + " lag behind by " + (reads > 0 ? reads + " reads" : Span.text(lag));
    }
}
