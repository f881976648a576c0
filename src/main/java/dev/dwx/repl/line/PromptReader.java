package dev.dwx.repl.line;

import dev.dwx.repl.complete.PromptMatcher;
import dev.dwx.repl.complete.PromptParser;
import java.io.IOError;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** Reads one whole input after another: {@code dwx> } and, while something is open, {@code ...> }. */
public final class PromptReader {
    public static final String PROMPT = "dwx> ";
    static final String CONTINUATION = "...> ";
    private static final int USUAL_WIDTH = 80;

    private final LineReader reader;
    private final Terminal terminal;
    private final PromptHistory history;

    public PromptReader(Terminal terminal, PromptHistory history, Completer completer) {
        this.terminal = terminal;
        this.history = history;
        reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("dwx")
                .parser(new PromptParser())
                .history(history)
                .completer(completer)
                .completionMatcher(new PromptMatcher(terminal::getHeight))
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUATION)
                // A "!" is Groovy's "not", never a call for an older line.
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.DISABLE_HIGHLIGHTER, true)
                .option(LineReader.Option.AUTO_FRESH_LINE, false)
                .build();
    }

    /** Runs something once, when the next prompt is on the screen. */
    public void whenDrawn(Runnable action) {
        reader.getWidgets().put(LineReader.CALLBACK_INIT, () -> {
            reader.getWidgets().remove(LineReader.CALLBACK_INIT);
            // The reader draws only after this widget, so the prompt is drawn here first; a dumb terminal cannot
            // overwrite a line and would show it twice.
            if (!dumb()) {
                reader.callWidget(LineReader.REDRAW_LINE);
                reader.callWidget(LineReader.REDISPLAY);
                terminal.flush();
            }
            action.run();
            return true;
        });
    }

    /**
     * The next input.
     *
     * @param prompt what stands before it
     * @throws UserInterruptException after Ctrl-C
     * @throws EndOfFileException after Ctrl-D, or when the terminal is gone
     */
    public String read(String prompt) {
        try {
            return reader.readLine(prompt);
        } catch (IOError | IllegalStateException e) {
            throw new EndOfFileException(e);
        }
    }

    /** Later prompts begin on a line of their own even when a script left its last line open. */
    public void beginOnFreshLines() {
        if (!dumb()) {
            reader.setOpt(LineReader.Option.AUTO_FRESH_LINE);
        }
    }

    /** Whether the terminal shows text and nothing else. */
    public boolean dumb() {
        return Terminal.TYPE_DUMB.equals(terminal.getType()) || Terminal.TYPE_DUMB_COLOR.equals(terminal.getType());
    }

    public PromptHistory history() {
        return history;
    }

    /** The terminal's width now; the window may change at any time. */
    public int width() {
        return terminal.getWidth() > 0 ? terminal.getWidth() : USUAL_WIDTH;
    }
}
