package dev.dwx.script.testing;

import dev.dwx.dsl.Cases;
import dev.dwx.dsl.ScriptFailure;
import dev.dwx.script.FailureText;
import dev.dwx.script.ScriptFiles;
import dev.dwx.script.testing.TestCase.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Runs scripts as tests, each in a session of its own. A {@code test('name') { … }} block is a case; a script without one is a
 * case as a whole.
 */
public final class TestRunner {
    private static final Pattern HAS_BLOCKS = Pattern.compile("(?m)^\\s*test\\s*[(\"']");

    private final BiFunction<Path, Cases, TestSession> sessions;
    private final FailureText text;
    private final String filter;

    /**
     * @param sessions begins the session of a script
     * @param filter part of the names of the cases or files that are wanted, or {@code null} for all
     */
    public TestRunner(BiFunction<Path, Cases, TestSession> sessions, FailureText text, String filter) {
        this.sessions = sessions;
        this.text = text;
        this.filter = filter;
    }

    /** Whether a file is a test by its name: {@code x.test.dwx} or {@code x_test.dwx}. */
    public static boolean isTest(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".test.dwx") || name.endsWith("_test.dwx");
    }

    /**
     * Runs one script.
     *
     * @return what became of it, or {@code null} when the filter leaves all of it out
     * @throws IOException when it cannot be read
     */
    public TestedScript run(Path file) throws IOException {
        String source = ScriptFiles.read(file);
        String name = file.getFileName().toString();
        boolean whole = CaseList.fits(name, filter);
        if (!whole && !HAS_BLOCKS.matcher(source).find()) {
            return null;
        }
        long start = System.nanoTime();
        CaseList cases = new CaseList(text, whole ? null : filter);
        try (TestSession session = sessions.apply(file, cases)) {
            ScriptFailure failure = null;
            try {
                session.evaluator().runFile(source, file.toString(), List.of());
            } catch (ScriptFailure e) {
                failure = e;
            }
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            // What stands beside the blocks is a case only when there is nothing else, or when it fails.
            if (failure != null || cases.cases().isEmpty()) {
                cases.add(name, time, failure, source);
            }
            drift(session, cases, failure == null);
            return new TestedScript(file.toString(), session.against(), cases.cases(),
                    Duration.ofNanos(System.nanoTime() - start), session.output());
        }
    }

    private static void drift(TestSession session, CaseList cases, boolean ended) {
        boolean all = ended && cases.cases().stream().allMatch(one -> one.outcome() == Outcome.PASSED);
        List<String> drift = session.drift(all);
        if (!drift.isEmpty() && cases.cases().stream().allMatch(TestCase::fine)) {
            cases.add(new TestCase("calls as recorded", Outcome.FAILED, Duration.ZERO, String.join("\n", drift)));
        }
    }
}
