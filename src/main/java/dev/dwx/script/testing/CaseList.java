package dev.dwx.script.testing;

import dev.dwx.dsl.Cases;
import dev.dwx.dsl.ScriptFailure;
import dev.dwx.script.FailureText;
import dev.dwx.script.testing.TestCase.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Runs the cases of one script and puts down what became of them; one that fails does not keep the next from its turn. */
final class CaseList implements Cases {
    private final FailureText text;
    private final String filter;
    private final List<TestCase> cases = new ArrayList<>();

    /** @param filter part of the names that are wanted, or {@code null} for all */
    CaseList(FailureText text, String filter) {
        this.text = text;
        this.filter = filter;
    }

    static boolean fits(String name, String filter) {
        return filter == null || name.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
    }

    @Override
    public void run(String name, Supplier<Object> block) {
        if (!fits(name, filter)) {
            cases.add(new TestCase(name, Outcome.SKIPPED, Duration.ZERO, null));
            return;
        }
        long start = System.nanoTime();
        ScriptFailure failure = null;
        try {
            block.get();
        } catch (ScriptFailure e) {
            if (isStop(e)) {
                throw e;
            }
            failure = e;
        }
        add(name, Duration.ofNanos(System.nanoTime() - start), failure, null);
    }

    /** Whether somebody wants the whole run to end. */
    private static boolean isStop(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    void add(String name, Duration time, ScriptFailure failure, String source) {
        cases.add(new TestCase(name, failure == null ? Outcome.PASSED
                : failure.getCause() instanceof AssertionError ? Outcome.FAILED : Outcome.ERROR, time,
                failure == null ? null : text.of(failure, source)));
    }

    void add(TestCase one) {
        cases.add(one);
    }

    List<TestCase> cases() {
        return cases;
    }
}
