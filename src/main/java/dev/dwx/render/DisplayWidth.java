package dev.dwx.render;

import org.jline.utils.WCWidth;

/** Columns that text takes on a terminal: Chinese characters and most emoji take two, combining marks none. */
public final class DisplayWidth {
    private DisplayWidth() {
    }

    /** Columns of one line without control characters. */
    public static int of(String text) {
        if (VisibleText.isPlain(text)) {
            return text.length();
        }
        int width = 0;
        for (int i = 0; i < text.length();) {
            int point = text.codePointAt(i);
            width += of(point);
            i += Character.charCount(point);
        }
        return width;
    }

    private static int of(int point) {
        return point < 0x7f ? 1 : Math.max(0, WCWidth.wcwidth(point));
    }

    /** The text when it fits, otherwise as much of it as fits with the ellipsis behind. */
    static String cut(String text, int columns, String ellipsis) {
        if (text.length() * 2 <= columns || of(text) <= columns) {
            return text;
        }
        int room = columns - of(ellipsis);
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            if (used + of(point) > room) {
                break;
            }
            used += of(point);
            end += Character.charCount(point);
        }
        return room < 0 ? ellipsis.substring(0, Math.max(0, columns)) : text.substring(0, end) + ellipsis;
    }

    static void pad(StringBuilder line, int columns) {
        line.append(" ".repeat(Math.max(0, columns)));
    }
}
