package dev.dwx.repl;

import dev.dwx.render.Look;
import dev.dwx.render.VisibleText;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * Asks the user at the terminal before something is destroyed. Only the exact name is a yes; Ctrl-C, Ctrl-D, an empty
 * line and anything else are a no.
 */
public final class TerminalConfirmer {
    private final Terminal terminal;

    public TerminalConfirmer(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Shows what will happen and waits for the name. May be called from any thread; one question at a time.
     *
     * @param summary what will be touched, and where; may have several lines
     * @param question what to type, {@code Type the node's name to go on: }
     * @param expected the text that means yes
     * @return whether exactly that was typed
     */
    public synchronized boolean confirm(String summary, String question, String expected) {
        if (Thread.currentThread().isInterrupted()) {
            // Stopped while another question was open: nobody waits for this one any more.
            return false;
        }
        terminal.writer().println("  " + VisibleText.lines(summary.strip(), Look.PLAIN).replace("\n", "\n  "));
        terminal.flush();
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.DISABLE_HIGHLIGHTER, true)
                .variable(LineReader.DISABLE_HISTORY, true)
                .variable(LineReader.DISABLE_COMPLETION, true)
                .build();
        String answer;
        try {
            answer = reader.readLine("  " + VisibleText.line(question, Look.PLAIN));
        } catch (UserInterruptException | EndOfFileException e) {
            answer = "";
        }
        return !expected.isEmpty() && answer.strip().equals(expected);
    }
}
