package dev.dwx.cli;

import dev.dwx.client.ApiException;
import dev.dwx.dsl.Cases;
import dev.dwx.dsl.GroovyEvaluator;
import dev.dwx.dsl.Shower;
import dev.dwx.render.Look;
import dev.dwx.render.Renderer;
import dev.dwx.repl.show.Forms;
import dev.dwx.safety.Confirmer;
import dev.dwx.safety.NotConfirmedException;
import dev.dwx.safety.Redactor;
import dev.dwx.script.FailureText;
import dev.dwx.script.RunOutcome;
import dev.dwx.script.ScriptRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The commands that run the language: the prompt, scripts, and text from the command line. */
final class Language {
    private final Screen screen;
    private final Workbench workbench;
    private final Invocation.Options options;
    private final SessionWiring wiring;

    Language(Screen screen, Workbench workbench) {
        this.screen = screen;
        this.workbench = workbench;
        options = workbench.options();
        wiring = new SessionWiring(screen, workbench);
    }

    /** With somebody who runs the tests of a script. */
    Language testing(Cases own) {
        wiring.testing(own);
        return this;
    }

    /** The language for one script that is a test. */
    GroovyEvaluator testEvaluator() {
        Renderer renderer = wiring.renderer(Look.PLAIN).withFooters(false);
        return evaluator((form, value) -> {
            screen.out().println(Forms.of(form, renderer).render(value));
            return null;
        }, Confirmer.NOBODY, true);
    }

    ExitCode run(Invocation invocation) throws IOException {
        if (!options.sandbox()) {
            // A wrong name is told before anything is run.
            Connection.edition(workbench.environment());
        }
        if (invocation.command() == Command.PROMPT) {
            return new Prompt(screen, workbench, wiring).run();
        }
        CallWords call = invocation.command() == Command.CALL
                ? CallWords.of(invocation.operands(), workbench.catalog(), workbench.version(), System.in) : null;
        // A cassette that cannot be used ends the run before it begins.
        workbench.tape();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Renderer renderer = wiring.renderer(screen.look(options.noColor()))
                .withFooters(screen.errorIsTerminal() && !options.quiet());
        Shower shower = (form, value) -> {
            screen.out().println(Forms.of(form, renderer).render(value));
            return null;
        };
        Supplier<GroovyEvaluator> evaluator = Once.of(() -> evaluator(shower, Confirmer.NOBODY, true));
        ScriptRunner runner = new ScriptRunner(
                evaluator,
                (name, value) -> evaluator.get().variables().put(name, value),
                renderer,
                new FailureText(options.stacktrace()),
                Redactor::text,
                thrown -> {
                    failure.set(thrown);
                    return cause(thrown, NotConfirmedException.class) == null ? null : RunOutcome.REFUSED;
                },
                screen.out(),
                screen.err());
        RunOutcome outcome = switch (invocation.command()) {
            case EVAL -> runner.runText(invocation.source(), "-e", invocation.operands());
            case CALL -> runner.runText(call.source(), "call", call.values());
            default -> invocation.source().equals("-")
                    ? runner.runStream(System.in, "stdin", invocation.operands())
                    : runner.runFile(Path.of(invocation.source()), invocation.operands());
        };
        wiring.endDryRun();
        boolean missing = outcome == RunOutcome.USAGE && invocation.source() != null && !Files.exists(Path.of(invocation.source()));
        ExitCode code = missing ? ExitCode.NOT_FOUND : code(outcome, failure.get());
        return outcome == RunOutcome.OK && drifted() ? ExitCode.SCRIPT_ERROR : code;
    }

    /** Says how a replayed run differed from its recording, where it came to its end all the same. */
    private boolean drifted() {
        List<String> drift = workbench.tape().drift(true);
        drift.forEach(screen.err()::println);
        return !drift.isEmpty();
    }

    private static ExitCode code(RunOutcome outcome, Throwable failure) {
        ApiException call = failure == null ? null : cause(failure, ApiException.class);
        return switch (outcome) {
            case OK, OUTPUT_CLOSED -> ExitCode.OK;
            case REFUSED -> ExitCode.NOT_CONFIRMED;
            case USAGE -> ExitCode.SCRIPT_ERROR;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
            case API_ERROR -> call == null ? ExitCode.CALL_REFUSED : ExitCodes.of(call);
            case SCRIPT_ERROR -> call == null ? ExitCode.SCRIPT_ERROR : ExitCodes.of(call);
        };
    }

    private static <T extends Throwable> T cause(Throwable thrown, Class<T> type) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (type.isInstance(one)) {
                return type.cast(one);
            }
        }
        return null;
    }

    private GroovyEvaluator evaluator(Shower shower, Confirmer confirmer, boolean strict) {
        return new GroovyEvaluator(wiring.begin(shower, confirmer, strict));
    }
}
