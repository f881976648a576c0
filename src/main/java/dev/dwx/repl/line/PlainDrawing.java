package dev.dwx.repl.line;

import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;

/**
 * Draws an input at a terminal that shows text and nothing else: what comes at the end is written, what goes there is rubbed out,
 * and for any other change the line is written anew below. A terminal that was told not to echo, as editors tell theirs, gets
 * prompts only.
 */
final class PlainDrawing {
    private final Terminal terminal;
    private final boolean echo;
    private String shown = "";

    PlainDrawing(Terminal terminal) {
        this.terminal = terminal;
        echo = terminal.getAttributes().getLocalFlag(Attributes.LocalFlag.ECHO);
    }

    void show(String prompt, String typed) {
        String wanted = prompt + (echo ? typed : typed.replaceAll("[^\n]", "")).replace("\n", "\n" + PromptReader.CONTINUATION);
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

    void forget() {
        shown = "";
    }
}
