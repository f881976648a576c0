package dev.dwx.script.testing;

import java.time.Duration;
import java.util.List;

/**
 * One script and what became of its tests.
 *
 * @param name the script's path, as it was found
 * @param against what answered its calls: {@code sandbox}, or a cassette's path
 * @param cases in the order in which they ended
 * @param time of all of it, the beginning of its session too
 * @param output what it printed
 */
public record TestedScript(String name, String against, List<TestCase> cases, Duration time, String output) {
    public TestedScript {
        cases = List.copyOf(cases);
    }

    /** How many ended so. */
    public int count(TestCase.Outcome outcome) {
        int count = 0;
        for (TestCase one : cases) {
            count += one.outcome() == outcome ? 1 : 0;
        }
        return count;
    }
}
