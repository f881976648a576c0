package dev.dwx.repl.line;

import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/**
 * Draws an input at a terminal that shows text and nothing else: what comes at the end is written, what goes there is rubbed out,
 * and for any other change the line is written anew below. Where the terminal echoes by itself, whole lines come from it,
 * and only the prompts are written.
 */
final class PlainDrawing {
    private final Terminal terminal;
    private final boolean echo;
    private String shown = "";

    PlainDrawing(Terminal terminal) {
        this.terminal = terminal;
        echo = terminal.getAttributes().getLocalFlag(Attributes.LocalFlag.ECHO);
    }

    /** Whether what is typed is shown by this object, and not by the terminal itself. */
    boolean echoes() {
        return echo;
    }

    void show(String prompt, String typed) {
        String wanted = prompt + (echo ? typed.replace("\n", "\n" + PromptReader.CONTINUATION) : PromptReader.CONTINUATION.repeat(lineEnds(typed)));
        if (wanted.startsWith(shown)) {
            terminal.writer().write(wanted.substring(shown.length()));
        } else if (shown.startsWith(wanted) && shown.indexOf('\n', wanted.length()) < 0) {
            int columns = new AttributedString(shown.substring(wanted.length())).columnLength();
            terminal.writer().write("\b \b".repeat(columns));
        } else {
            terminal.writer().write("\n" + wanted);
        }
        shown = wanted;
        terminal.flush();
    }

    private static int lineEnds(String text) {
        int ends = 0;
        for (int i = 0; i < text.length(); i++) {
            ends += text.charAt(i) == '\n' ? 1 : 0;
        }
        return ends;
    }

    void forget() {
        shown = "";
    }
}
