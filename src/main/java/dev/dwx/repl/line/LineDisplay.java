package dev.dwx.repl.line;

import dev.dwx.render.DisplayWidth;
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
        upAndLeft(Math.min(above(now.getColumns()), now.getRows() - 1));
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
        if (isJoined(lines) || isJoined(oldLines)) {
            redraw(lines, cursor);
            if (flush) {
                terminal.flush();
            }
            return;
        }
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

    /**
     * Draws all rows, and goes to the cursor by drawing what stands before it: where that is, terminals do not agree. A family of
     * three takes two columns in some and six in others.
     */
    private void redraw(List<AttributedString> lines, int cursor) {
        int last = Math.max(0, lines.size() - 1);
        int row = cursor < 0 ? last : Math.min(cursor / columns1, last);
        int column = cursor < 0 ? columns : cursor % columns1;
        if (column == columns && row < last) {
            row++;
            column = 0;
        }
        upAndLeft(cursorPos / columns1);
        terminal.puts(Capability.clr_eos);
        terminal.writer().write(terminalDelayedWrapAtEol ? CUT : "");
        for (int i = 0; i < lines.size(); i++) {
            AttributedString line = lines.get(i);
            print(endsLine(line) ? line.substring(0, line.length() - 1) : line);
            terminal.writer().write(i < last ? "\r\n" : "");
        }
        upAndLeft(last - row);
        if (!lines.isEmpty()) {
            print(before(lines.get(row), column));
        }
        terminal.writer().write(terminalDelayedWrapAtEol ? FOLD : "");
        cursorPos = row * columns1 + column;
        oldLines = lines;
    }

    private void upAndLeft(int rows) {
        terminal.puts(Capability.carriage_return);
        for (int i = 0; i < rows; i++) {
            terminal.puts(Capability.cursor_up);
        }
    }

    private void print(AttributedString text) {
        Integer colours = terminal.getNumericCapability(Capability.max_colors);
        if (colours == null || colours < 8) {
            terminal.writer().write(text.toString());
        } else {
            text.print(terminal);
        }
    }

    /** What stands before a column, in whole characters as a person counts them. */
    private static AttributedString before(AttributedString row, int column) {
        int end = row.columnSubSequence(0, column).length();
        String text = row.toString();
        int whole = 0;
        while (whole < end && DisplayWidth.next(text, whole) <= end) {
            whole = DisplayWidth.next(text, whole);
        }
        return row.substring(0, whole);
    }

    /** Whether there are signs that some terminals join to what stands before them: in families, flags, skins, keycaps. */
    private static boolean isJoined(List<AttributedString> rows) {
        for (AttributedString row : rows) {
            for (int i = 0; i < row.length(); i++) {
                char c = row.charAt(i);
                char low = i + 1 < row.length() ? row.charAt(i + 1) : 0;
                if (c == '\u200d' || c == '\ufe0f' || c == '\u20e3' || c == '\udb40'
                        || c == '\ud83c' && (low >= '\udffb' || low >= '\udde6' && low <= '\uddff')) {
                    return true;
                }
            }
        }
        return false;
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
