package dev.dwx.repl;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.dsl.Evaluator;
import dev.dwx.render.Look;
import dev.dwx.render.OutputForm;
import dev.dwx.render.Renderer;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What a prompt is made of. All that is dear is behind a supplier or a function and is not touched before the prompt
 * is on the screen.
 *
 * @param banner lines above the first prompt; empty for none
 * @param catalog which operations there are; asked for at the first completion
 * @param evaluator builds the language; asked for once, on a thread of its own, after the first prompt is drawn
 * @param variables puts a variable into the session: {@code _}, {@code _e}; called from evaluations only
 * @param redactor takes secrets out of a text, for history and error texts
 * @param failureText what a user reads of an error
 * @param renderer form and looks; the width is the terminal's own each time
 * @param history file of typed lines, or {@code null} for none
 * @param apis the text of {@code :apis words}
 * @param describe the text of {@code :describe NAME}
 * @param context the text of {@code :ctx}
 * @param limits the text of {@code :limits}
 * @param cancel breaks off the call that a thread waits for, when the user presses Ctrl-C
 * @param prompt what stands before an input, asked before each
 */
public record ReplOptions(
        String banner,
        Supplier<ApiCatalog> catalog,
        Supplier<? extends Evaluator> evaluator,
        BiConsumer<String, Object> variables,
        UnaryOperator<String> redactor,
        Function<Throwable, String> failureText,
        Renderer renderer,
        Path history,
        UnaryOperator<String> apis,
        UnaryOperator<String> describe,
        Supplier<String> context,
        Supplier<String> limits,
        Consumer<Thread> cancel,
        Supplier<String> prompt) {

    /** Options with everything optional left out; the {@code with…} methods add it. */
    public static ReplOptions of(Supplier<ApiCatalog> catalog, Supplier<? extends Evaluator> evaluator) {
        return new ReplOptions("", catalog, evaluator, (name, value) -> {
        }, UnaryOperator.identity(), Throwable::toString, new Renderer(OutputForm.TABLE, Look.PLAIN), null,
                words -> "", name -> "", () -> "", () -> "", thread -> {
                }, () -> PromptReader.PROMPT);
    }

    public ReplOptions withBanner(String text) {
        return new ReplOptions(text, catalog, evaluator, variables, redactor, failureText, renderer, history, apis,
                describe, context, limits, cancel, prompt);
    }

    public ReplOptions withVariables(BiConsumer<String, Object> setter) {
        return new ReplOptions(banner, catalog, evaluator, setter, redactor, failureText, renderer, history, apis,
                describe, context, limits, cancel, prompt);
    }

    public ReplOptions withRedactor(UnaryOperator<String> taker) {
        return new ReplOptions(banner, catalog, evaluator, variables, taker, failureText, renderer, history, apis,
                describe, context, limits, cancel, prompt);
    }

    public ReplOptions withFailureText(Function<Throwable, String> text) {
        return new ReplOptions(banner, catalog, evaluator, variables, redactor, text, renderer, history, apis,
                describe, context, limits, cancel, prompt);
    }

    public ReplOptions withRenderer(Renderer shown) {
        return new ReplOptions(banner, catalog, evaluator, variables, redactor, failureText, shown, history, apis,
                describe, context, limits, cancel, prompt);
    }

    public ReplOptions withHistory(Path file) {
        return new ReplOptions(banner, catalog, evaluator, variables, redactor, failureText, renderer, file, apis,
                describe, context, limits, cancel, prompt);
    }

    /** The texts of {@code :apis}, {@code :describe} and {@code :ctx}: the same as the command line's. */
    public ReplOptions withTexts(UnaryOperator<String> ofApis, UnaryOperator<String> ofOperation, Supplier<String> ofContext) {
        return new ReplOptions(banner, catalog, evaluator, variables, redactor, failureText, renderer, history, ofApis,
                ofOperation, ofContext, limits, cancel, prompt);
    }

    /** The text of {@code :limits}. */
    public ReplOptions withLimits(Supplier<String> text) {
        return new ReplOptions(banner, catalog, evaluator, variables, redactor, failureText, renderer, history, apis,
                describe, context, text, cancel, prompt);
    }

    /** What breaks off the call that a thread waits for. */
    public ReplOptions withCancel(Consumer<Thread> canceller) {
        return new ReplOptions(banner, catalog, evaluator, variables, redactor, failureText, renderer, history, apis,
                describe, context, limits, canceller, prompt);
    }

    /** What stands before an input: {@code dwx (read-only)> }. */
    public ReplOptions withPrompt(Supplier<String> text) {
        return new ReplOptions(banner, catalog, evaluator, variables, redactor, failureText, renderer, history, apis,
                describe, context, limits, cancel, text);
    }
}
