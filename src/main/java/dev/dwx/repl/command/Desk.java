package dev.dwx.repl.command;

import dev.dwx.dsl.Evaluator;
import dev.dwx.render.Renderer;
import java.util.List;
import org.jline.reader.History;
import org.jline.terminal.Terminal;

/**
 * What a command may use of the prompt that it was typed at. A command runs on the evaluation's thread, so that Ctrl-C stops it
 * as it stops a line of the language.
 */
public interface Desk {
    /** Where the user sits. */
    Terminal terminal();

    /** Form and looks of values, with the terminal's size as it is now. */
    Renderer renderer();

    /** A value as it is printed, with its footer; empty when it was taller than the window and went through the pager. */
    default String shown(Object value, Renderer renderer) {
        return renderer.render(value);
    }

    /**
     * The language, with all that the session holds.
     *
     * @throws java.util.concurrent.CancellationException when the user would not wait for it
     */
    Evaluator language();

    /** Runs a line of the language in the session. */
    default Object evaluate(String source) {
        return language().evaluate(source, ":command");
    }

    /** Runs a line of the language that a command stands for; it is kept among what worked. */
    default Object run(String source) {
        Object value = evaluate(source);
        record().worked(redacted(source));
        return value;
    }

    /** What worked so far. */
    SessionRecord record();

    /** The value that was shown last, or {@code null}. */
    Object lastValue();

    /** What the last line that failed ended with, or {@code null}. */
    Throwable lastError();

    /** The lines typed before, without secrets; the oldest first. */
    List<History.Entry> typed();

    /** Takes secrets out of a text. */
    String redacted(String text);

    /** Ends the prompt after this command. */
    void leave();

    /** What stands at the next prompt already, to be changed or run. */
    default void propose(String text) {
    }
}
