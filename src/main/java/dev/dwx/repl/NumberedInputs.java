package dev.dwx.repl;

import dev.dwx.dsl.Evaluator;
import dev.dwx.repl.show.Results;

/** The inputs of a session by number with what they gave: {@code In}, {@code Out}, {@code _}, {@code __} and {@code ___}. */
final class NumberedInputs {
    private final Results results = new Results("Out");
    private final Results lines = new Results("In");
    private int count;

    /** Counts one more, and says what errors call it. */
    String next() {
        count++;
        return name();
    }

    /** What errors call the one that was counted last. */
    String name() {
        return "In[" + count + "]";
    }

    int number() {
        return count;
    }

    /** Puts what there is so far into the session. */
    void begin(String input, Evaluator session) {
        lines.add(count, input);
        session.set("In", lines);
        session.set("Out", results);
    }

    /** Keeps what the input gave. */
    void keep(Object value, Evaluator session) {
        if (value != results && value != lines) {
            results.add(count, value);
        }
        session.set("_", value);
        for (int before = 1; before <= 2 && results.last(before) != null; before++) {
            session.set("_".repeat(before + 1), results.last(before));
        }
    }
}
