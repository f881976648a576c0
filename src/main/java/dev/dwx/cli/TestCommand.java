package dev.dwx.cli;

import dev.dwx.dsl.Cases;
import dev.dwx.dsl.Evaluator;
import dev.dwx.script.FailureText;
import dev.dwx.script.ScriptFiles;
import dev.dwx.script.testing.JUnitReport;
import dev.dwx.script.testing.TestCase;
import dev.dwx.script.testing.TestRunner;
import dev.dwx.script.testing.TestSession;
import dev.dwx.script.testing.TestedScript;
import dev.dwx.texts.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code dwx test}: scripts with assertions, each against a sandbox of its own that is always the same, or a cassette. */
final class TestCommand {
    /** When every sandbox of a test begins: a Monday morning in its zone. */
    private static final Instant MORNING = Instant.parse("2026-03-16T02:00:00Z");

    private final Screen screen;
    private final Map<String, String> environment;
    private final Workbench workbench;

    TestCommand(Screen screen, Map<String, String> environment, Workbench workbench) {
        this.screen = screen;
        this.environment = environment;
        this.workbench = workbench;
    }

    ExitCode run(List<String> operands) throws IOException {
        List<Path> paths = new ArrayList<>();
        (operands.isEmpty() ? List.of(".") : operands).forEach(operand -> paths.add(Path.of(operand)));
        List<Path> files;
        try {
            files = ScriptFiles.find(paths, TestRunner::isTest);
        } catch (NoSuchFileException e) {
            screen.err().println(Texts.of("dwx: there is no file {0}", e.getMessage()));
            return ExitCode.NOT_FOUND;
        }
        TestRunner runner = new TestRunner(this::begin, new FailureText(workbench.options().stacktrace()),
                workbench.options().filter());
        List<TestedScript> tested = new ArrayList<>();
        for (Path file : files) {
            TestedScript script = runner.run(file);
            if (script != null) {
                tested.add(script);
                show(script);
            }
        }
        if (tested.isEmpty()) {
            screen.err().println(workbench.options().filter() == null
                    ? Texts.of("dwx: there is no test here; tests are *.test.dwx and *_test.dwx, or any script that is named")
                    : Texts.of("dwx: there is no test here; tests are *.test.dwx and *_test.dwx, or any script that is named,"
                            + " and --filter may have left out all of them"));
            return ExitCode.NOT_FOUND;
        }
        if (workbench.options().junit() != null) {
            Files.writeString(Path.of(workbench.options().junit()), JUnitReport.of(tested));
        }
        return summary(tested);
    }

    private void show(TestedScript script) {
        screen.out().println(script.name() + " (" + script.against() + ")");
        for (TestCase one : script.cases()) {
            screen.out().println("  " + switch (one.outcome()) {
                case PASSED -> "ok     ";
                case FAILED -> "FAILED ";
                case ERROR -> "ERROR  ";
                case SKIPPED -> "-      ";
            } + one.name() + (one.outcome() == TestCase.Outcome.SKIPPED ? "" : " (" + one.time().toMillis() + " ms)"));
            if (one.text() != null) {
                screen.out().println(one.text().indent(9).stripTrailing());
            }
        }
        screen.out().flush();
    }

    private ExitCode summary(List<TestedScript> tested) {
        Duration time = Duration.ZERO;
        int[] counts = new int[TestCase.Outcome.values().length];
        int all = 0;
        for (TestedScript script : tested) {
            time = time.plus(script.time());
            for (TestCase one : script.cases()) {
                counts[one.outcome().ordinal()]++;
                all++;
            }
        }
        int failed = counts[TestCase.Outcome.FAILED.ordinal()];
        int errors = counts[TestCase.Outcome.ERROR.ordinal()];
        int skipped = counts[TestCase.Outcome.SKIPPED.ordinal()];
        screen.out().println(Texts.of("{0}: {1} passed, {2} failed, {3}, {4} skipped; {5} ms", Counted.tests(all),
                counts[TestCase.Outcome.PASSED.ordinal()], failed, Counted.errors(errors), skipped, time.toMillis()));
        return failed + errors == 0 ? ExitCode.OK : ExitCode.SCRIPT_ERROR;
    }

    /** The cassette beside a test: {@code x.test.cassette} or {@code x.cassette} for {@code x.test.dwx}; or {@code null}. */
    private static Path cassette(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.dwx$", "");
        for (String candidate : List.of(name + ".cassette", name.replaceFirst("[._]test$", "") + ".cassette")) {
            Path path = file.resolveSibling(candidate);
            if (Files.isRegularFile(path)) {
                return path;
            }
        }
        return null;
    }

    private TestSession begin(Path file, Cases cases) {
        Path cassette = cassette(file);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Screen captured = new Screen(out, out, false, false, false, screen.columns(), false, true,
                new ProgressLine(null, screen.columns(), true, System::nanoTime, false));
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), MORNING));
        Workbench own = new Workbench(environment, workbench.options().forTest(cassette), workbench.places(), clock, captured::note);
        return new OwnSession(own, new Language(captured, own).testing(cases), printed, out,
                cassette == null ? "sandbox" : cassette.toString());
    }

    /** What a script prints is caught, by whatever name it calls the output. */
    private static final class OwnSession implements TestSession {
        private final Workbench workbench;
        private final Language language;
        private final ByteArrayOutputStream printed;
        private final PrintStream out;
        private final String against;
        private final PrintStream outBefore = System.out;
        private final PrintStream errBefore = System.err;

        OwnSession(Workbench workbench, Language language, ByteArrayOutputStream printed, PrintStream out, String against) {
            this.workbench = workbench;
            this.language = language;
            this.printed = printed;
            this.out = out;
            this.against = against;
            System.setOut(out);
            System.setErr(out);
        }

        @Override
        public String against() {
            return against;
        }

        @Override
        public Evaluator evaluator() {
            return language.testEvaluator();
        }

        @Override
        public List<String> drift(boolean ended) {
            return workbench.tape().drift(ended);
        }

        @Override
        public String output() {
            out.flush();
            return printed.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            System.setOut(outBefore);
            System.setErr(errBefore);
            workbench.close();
        }
    }
}
