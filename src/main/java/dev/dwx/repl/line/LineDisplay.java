package dev.dwx.repl.line;

import java.util.List;
import java.util.Map;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/**
 * What of the input stands in the window. A window that gets another size folds what stands in it anew before anybody is told, and
 * keys that come meanwhile are drawn for a window that is no more: nothing drawn may then take more rows than were counted, and
 * where the first row went must be known.
 */
final class LineDisplay extends Display {
    /** DECAWM of the VT100, which more terminals know than have it in their descriptions. */
    private static final String CUT = "\u001b[?7l";
    private static final String FOLD = "\u001b[?7h";

    private final boolean folds;

    /** @param folds whether the terminal folds long lines anew in a window of another width, and does not cut them off */
    LineDisplay(Terminal terminal, Size size, boolean folds) {
        super(terminal, false);
        this.folds = folds;
        resize(size.getRows(), size.getColumns());
    }

    /**
     * Whether a terminal folds lines anew. Nearly all do; xterm, the Linux console, GNU screen and st cut them off.
     *
     * @param type the terminal's type, {@code $TERM}
     * @param environment xterm and screen tell of themselves here
     */
    static boolean folds(String type, Map<String, String> environment) {
        return !environment.containsKey("XTERM_VERSION") && !type.equals("linux") && !type.startsWith("st-")
                && (!environment.containsKey("STY") || environment.containsKey("TMUX"));
    }

    /** Takes all that is drawn out of a window that has another size now; the cursor is then where the first row began. */
    void wipe(Size now) {
        terminal.puts(Capability.carriage_return);
        for (int i = Math.min(above(now.getColumns()), now.getRows() - 1); i > 0; i--) {
            terminal.puts(Capability.cursor_up);
        }
        // Cleared from its very first place on, a window is kept by some terminals as something to scroll back to.
        terminal.writer().write(' ');
        terminal.puts(Capability.clr_eos);
        terminal.puts(Capability.carriage_return);
    }

    /** How many rows stand above the cursor in a window of so many columns. */
    int above(int width) {
        int row = cursorPos / columns1;
        if (!folds) {
            return row;
        }
        int above = 0;
        int line = 0;
        for (int i = 0; i < Math.min(row, oldLines.size()); i++) {
            boolean ends = endsLine(oldLines.get(i));
            line += width(oldLines.get(i));
            if (ends) {
                // The cursor behind a full row is in the next one; a line that ends there takes none.
                above += 1 + Math.max(0, line - 1) / width;
                line = 0;
            }
        }
        return above + (line + cursorPos % columns1) / width;
    }

    @Override
    public void update(List<AttributedString> lines, int cursor, boolean flush) {
        boolean cut = terminalDelayedWrapAtEol && !wraps(lines) && !wraps(oldLines);
        if (cut) {
            terminal.writer().write(CUT);
        }
        super.update(lines, cursor, false);
        if (cut) {
            terminal.writer().write(FOLD);
        }
        if (flush) {
            terminal.flush();
        }
    }

    /** Whether the terminal itself is to go from one of the rows to the next. */
    private boolean wraps(List<AttributedString> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (i + 1 < rows.size() && !endsLine(rows.get(i)) || width(rows.get(i)) >= columns) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsLine(AttributedString row) {
        return row.length() > 0 && row.charAt(row.length() - 1) == '\n';
    }

    private static int width(AttributedString row) {
        // A line end, as a control character, counts for one column less than none.
        return row.columnLength() + (endsLine(row) ? 1 : 0);
    }
}
