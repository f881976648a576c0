package dev.dwx.repl.command;

import dev.dwx.dsl.Checked;
import dev.dwx.render.Renderer;
import java.util.List;
import java.util.Map;
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

    /**
     * Runs a line of the language in the session.
     *
     * @throws java.util.concurrent.CancellationException when the user would not wait for it
     */
    Object evaluate(String source);

    /**
     * The same for the text of a file: errors name the file, and what it declares stays.
     *
     * @param name the file, as errors call it
     */
    default Object evaluate(String source, String name) {
        return evaluate(source);
    }

    /** What is wrong with a script, without running it. */
    default List<Checked> check(String source, String name) {
        return List.of();
    }

    /** The variables of the session by their names, in the order in which they came. */
    default Map<String, Object> variables() {
        return Map.of();
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
