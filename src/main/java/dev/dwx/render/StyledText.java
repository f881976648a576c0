package dev.dwx.render;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Lines that may have colour in them: what has no width is not counted, and what began before a cut goes on behind it. */
public final class StyledText {
    private static final char ESCAPE = '\u001b';
    private static final String PLAIN = "\u001b[0m";

    private StyledText() {
    }

    /** The line without colour. */
    public static String plain(String line) {
        if (line.indexOf(ESCAPE) < 0) {
            return line;
        }
        StringBuilder text = new StringBuilder(line.length());
        for (int i = 0; i < line.length();) {
            int end = escapeEnd(line, i);
            if (end == i) {
                text.append(line.charAt(i));
                end = i + 1;
            }
            i = end;
        }
        return text.toString();
    }

    /** Columns that the line takes. */
    public static int width(String line) {
        return DisplayWidth.of(plain(line));
    }

    /**
     * The columns from {@code left} on, as many as there is room for. Half of a character of two columns is a blank.
     *
     * @param left the first column, from 0
     */
    public static String window(String line, int left, int columns) {
        StringBuilder text = new StringBuilder(line.length());
        boolean styled = false;
        int column = 0;
        for (int i = 0; i < line.length();) {
            int end = escapeEnd(line, i);
            if (end > i) {
                text.append(line, i, end);
                styled = true;
                i = end;
                continue;
            }
            end = DisplayWidth.next(line, i);
            int width = DisplayWidth.cluster(line, i, end);
            boolean inside = column >= left && column + width <= left + columns;
            if (inside) {
                text.append(line, i, end);
            } else if (column < left && column + width > left || column < left + columns && column + width > left + columns) {
                text.append(' ');
            }
            column += width;
            i = end;
        }
        return styled ? text.append(PLAIN).toString() : text.toString();
    }

    /** The line when it fits, otherwise as much of it as fits with an ellipsis behind. */
    public static AttributedString cut(AttributedString line, int columns) {
        return line.columnLength() <= columns ? line
                : new AttributedStringBuilder().append(line.columnSubSequence(0, Math.max(0, columns - 1))).append("…").toAttributedString();
    }

    /** Where the escape sequence ends that begins here; here, when none does. */
    private static int escapeEnd(String line, int start) {
        if (line.charAt(start) != ESCAPE || start + 1 >= line.length() || line.charAt(start + 1) != '[') {
            return start;
        }
        int end = start + 2;
        while (end < line.length() && (line.charAt(end) < '@' || line.charAt(end) > '~')) {
            end++;
        }
        return Math.min(line.length(), end + 1);
    }
}
