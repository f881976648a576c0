package dev.dwx.repl;

import dev.dwx.render.Folding;
import dev.dwx.render.Look;
import dev.dwx.render.VisibleText;
import dev.dwx.repl.screen.FullScreen;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/** Asks the user at the terminal before something is destroyed, and says what was typed. */
public final class TerminalConfirmer {
    private final Terminal terminal;

    public TerminalConfirmer(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Shows what will happen and waits for an answer. May be called from any thread; one question at a time.
     *
     * @param summary what will be touched, and where; may have several lines
     * @param question what to type, {@code Type the name dwd_orders to go on: }
     * @return what was typed, without blanks around it; empty for an empty line, Ctrl-C and Ctrl-D
     */
    public synchronized String ask(String summary, String question) {
        if (Thread.currentThread().isInterrupted()) {
            // Stopped while another question was open: nobody waits for this one any more.
            return "";
        }
        String shown = "  " + VisibleText.lines(summary.strip(), Look.PLAIN).replace("\n", "\n  ");
        terminal.writer().println(FullScreen.possible(terminal) ? Folding.of(shown, terminal.getWidth()) : shown);
        terminal.flush();
        LineReader reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.DISABLE_HIGHLIGHTER, true)
                .variable(LineReader.DISABLE_HISTORY, true)
                .variable(LineReader.DISABLE_COMPLETION, true)
                .build();
        try {
            return reader.readLine("  " + VisibleText.line(question, Look.PLAIN)).strip();
        } catch (UserInterruptException | EndOfFileException e) {
            return "";
        }
    }
}
