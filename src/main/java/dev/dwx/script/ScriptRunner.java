package dev.dwx.script;

import dev.dwx.dsl.Evaluator;
import dev.dwx.render.Renderer;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Runs a whole script: a file, the text of {@code -e}, or what comes from a pipe. All three do the same: the value of
 * the last expression is printed to standard output in the asked form ({@code null} prints nothing, so a script that
 * ends with {@code println} prints once), notes, footers and errors go to standard error.
 */
public final class ScriptRunner {
    private final Supplier<? extends Evaluator> evaluator;
    private final BiConsumer<String, Object> variables;
    private final Renderer renderer;
    private final FailureText failureText;
    private final UnaryOperator<String> redactor;
    private final Function<Throwable, RunOutcome> refusals;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * @param evaluator builds the language; asked for when there is something to run
     * @param variables puts a variable into the session; gets {@code args}
     * @param renderer form and looks of the printed value
     * @param failureText what is printed of an error
     * @param redactor takes secrets out of error texts
     * @param refusals the outcome of an error that only the safety rules know, or {@code null} for any other
     * @param out data
     * @param err all else
     */
    public ScriptRunner(
            Supplier<? extends Evaluator> evaluator,
            BiConsumer<String, Object> variables,
            Renderer renderer,
            FailureText failureText,
            UnaryOperator<String> redactor,
            Function<Throwable, RunOutcome> refusals,
            PrintStream out,
            PrintStream err) {
        this.evaluator = evaluator;
        this.variables = variables;
        this.renderer = renderer;
        this.failureText = failureText;
        this.redactor = redactor;
        this.refusals = refusals;
        this.out = out;
        this.err = err;
    }

    /** Runs a file in UTF-8; a first line that begins with {@code #!} is for the shell. */
    public RunOutcome runFile(Path file, List<String> args) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (java.nio.file.NoSuchFileException e) {
            return usage(Texts.of("There is no file {0}", file));
        } catch (IOException e) {
            String why = Files.isDirectory(file) ? Texts.of("it is a directory") : e.toString();
            return usage(Texts.of("Cannot read {0}: {1}", file, why));
        }
        return runBytes(bytes, file.toString(), args);
    }

    /** Runs all of a stream, in UTF-8: {@code cat x.dwx | dwx -}. */
    public RunOutcome runStream(InputStream in, String name, List<String> args) {
        byte[] bytes;
        try {
            bytes = in.readAllBytes();
        } catch (IOException e) {
            return usage(Texts.of("Cannot read {0}: {1}", name, e));
        }
        return runBytes(bytes, name, args);
    }

    private RunOutcome runBytes(byte[] bytes, String name, List<String> args) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return run(text, (ready, source) -> ready.runFile(source, name, List.copyOf(args)), args);
        } catch (CharacterCodingException e) {
            return usage(Texts.of("{0} is not UTF-8 text. Save it as UTF-8 and run it again", name));
        }
    }

    /**
     * Runs the text of {@code -e}: what it declares at its top belongs to the session.
     *
     * @param name what errors call it: {@code -e}
     * @param args the script's {@code args}
     */
    public RunOutcome runText(String text, String name, List<String> args) {
        return run(text, (ready, source) -> ready.evaluate(source, name), args);
    }

    private RunOutcome run(String text, BiFunction<Evaluator, String, Object> evaluation, List<String> args) {
        String source = text.startsWith("\ufeff") ? text.substring(1) : text;
        RunOutcome outcome;
        try {
            Evaluator ready = evaluator.get();
            variables.accept("args", List.copyOf(args));
            print(evaluation.apply(ready, source));
            outcome = RunOutcome.OK;
        } catch (RuntimeException | Error e) {
            outcome = failed(e, source);
        }
        System.out.flush();
        out.flush();
        err.flush();
        return outcome == RunOutcome.OK && out.checkError() ? RunOutcome.OUTPUT_CLOSED : outcome;
    }

    private void print(Object value) {
        if (value == null) {
            return;
        }
        System.out.flush();
        String text = renderer.render(value);
        if (!text.isEmpty()) {
            out.print(text);
            out.print('\n');
        }
        out.flush();
        String footer = renderer.footer(value);
        if (footer != null) {
            err.println(footer);
        }
    }

    private RunOutcome failed(Throwable failure, String source) {
        System.out.flush();
        out.flush();
        err.println(redactor.apply(failureText.of(failure, source)));
        RunOutcome refused = refusals.apply(failure);
        return refused != null ? refused : Failures.outcome(failure);
    }

    private RunOutcome usage(String message) {
        err.println(message);
        err.flush();
        return RunOutcome.USAGE;
    }
}
