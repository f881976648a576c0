package dev.dwx.script.testing;

import java.time.Duration;

/**
 * What became of one test.
 *
 * @param name as the script names it, or the script's own name
 * @param outcome how it ended
 * @param time how long it took
 * @param text what a user reads of the failure, with file and line; {@code null} when there is none
 */
public record TestCase(String name, Outcome outcome, Duration time, String text) {
    /** How a test ended. */
    public enum Outcome {
        PASSED,
        /** What was expected did not hold. */
        FAILED,
        /** It did not come so far as to tell. */
        ERROR,
        /** Not asked for. */
        SKIPPED
    }

    /** Whether nothing is wrong. */
    public boolean fine() {
        return outcome == Outcome.PASSED || outcome == Outcome.SKIPPED;
    }
}
