package dev.dwx.repl;

import dev.dwx.dsl.Evaluator;
import dev.dwx.repl.command.SessionRecord;
import dev.dwx.repl.show.Results;
import java.util.ArrayList;
import java.util.List;

/** The inputs of a session by number with what they gave: {@code In}, {@code Out}, {@code _}, {@code __} and {@code ___}. */
final class NumberedInputs {
    private final Results results = new Results("Out");
    private final Results lines = new Results("In");
    private int count;
    private List<Integer> recent = List.of();
    private List<Integer> before = List.of();
    private boolean gave;

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
        before = recent;
        gave = false;
        session.set("In", lines);
        session.set("Out", results);
    }

    /** Keeps what the input gave. */
    void keep(Object value, Evaluator session) {
        gave = value != results && value != lines;
        if (gave) {
            results.add(count, value);
        }
        session.set("_", value);
        for (int i = 1; i <= 2 && results.last(i) != null; i++) {
            session.set("_".repeat(i + 1), results.last(i));
        }
        recent = new ArrayList<>(results.newest(3));
        if (!gave && !recent.isEmpty()) {
            recent.set(0, 0);
        }
    }

    /** What the last input had at hand, and gave. */
    SessionRecord.Values values() {
        return new SessionRecord.Values(gave ? count : 0, before);
    }
}
