package dev.dwx.render;

import org.jline.utils.WCWidth;

/**
 * Columns that text takes on a terminal: Chinese characters and most emoji take two, combining marks none. What is drawn as one
 * character counts as one: a family of four joined people, a flag of two letters, a thumb with its skin, a heart made colourful.
 */
public final class DisplayWidth {
    private static final int JOINER = 0x200d;
    private static final int AS_TEXT = 0xfe0e;
    private static final int AS_EMOJI = 0xfe0f;
    private static final int KEYCAP = 0x20e3;
    /** Below this only digits and signs become emoji, and only as keycaps. */
    private static final int FIRST_SYMBOL = 0x203c;

    private DisplayWidth() {
    }

    /** Columns of one line without control characters. */
    public static int of(String text) {
        if (VisibleText.isPlain(text)) {
            return text.length();
        }
        int width = 0;
        for (int i = 0; i < text.length();) {
            int end = next(text, i);
            width += cluster(text, i, end);
            i = end;
        }
        return width;
    }

    /** Where the character that begins at an index ends, as a person counts characters. */
    public static int next(String text, int start) {
        int first = text.codePointAt(start);
        int end = start + Character.charCount(first);
        if (isFlagLetter(first) && end < text.length() && isFlagLetter(text.codePointAt(end))) {
            return end + 2;
        }
        boolean pictured = isPicture(first);
        while (end < text.length()) {
            int point = text.codePointAt(end);
            int after = end + Character.charCount(point);
            if (point == JOINER) {
                boolean joins = pictured && after < text.length() && isPicture(text.codePointAt(after));
                end = joins ? after + Character.charCount(text.codePointAt(after)) : after;
            } else if (point == AS_EMOJI || point == AS_TEXT || isTag(point) || pictured && isSkin(point) || attaches(point)) {
                end = after;
            } else {
                break;
            }
        }
        return end;
    }

    /** Columns of one character that {@link #next} has found. */
    public static int cluster(String text, int start, int end) {
        int first = text.codePointAt(start);
        int length = Character.charCount(first);
        if (end - start == length) {
            return of(first);
        }
        if (isFlagLetter(first) && isFlagLetter(text.codePointAt(start + length))) {
            return 2;
        }
        boolean emoji = text.codePointAt(start + length) == AS_EMOJI
                && (first >= FIRST_SYMBOL || text.indexOf(KEYCAP, start) == end - 1);
        return emoji ? 2 : of(first);
    }

    private static int of(int point) {
        return point < 0x7f ? 1 : Math.max(0, WCWidth.wcwidth(point));
    }

    private static boolean attaches(int point) {
        return point >= 0x300 && WCWidth.wcwidth(point) == 0;
    }

    private static boolean isFlagLetter(int point) {
        return point >= 0x1f1e6 && point <= 0x1f1ff;
    }

    private static boolean isSkin(int point) {
        return point >= 0x1f3fb && point <= 0x1f3ff;
    }

    /** The letters behind a black flag that make it Scotland's. */
    private static boolean isTag(int point) {
        return point >= 0xe0020 && point <= 0xe007f;
    }

    /** What may be joined to others: emoji, and the signs that become emoji. */
    private static boolean isPicture(int point) {
        return point >= 0x1f000 && point <= 0x1faff || point >= 0x2190 && point <= 0x2bff;
    }

    /** The text when it fits, otherwise as much of it as fits with the ellipsis behind. */
    public static String cut(String text, int columns, String ellipsis) {
        if (text.length() * 2 <= columns || of(text) <= columns) {
            return text;
        }
        int room = columns - of(ellipsis);
        int end = fitting(text, 0, room);
        return room < 0 ? ellipsis.substring(0, Math.max(0, columns)) : text.substring(0, end) + ellipsis;
    }

    /** Where the longest piece of a text ends that begins at an index and fits. */
    static int fitting(String text, int start, int columns) {
        int used = 0;
        int end = start;
        while (end < text.length()) {
            int next = next(text, end);
            used += cluster(text, end, next);
            if (used > columns) {
                break;
            }
            end = next;
        }
        return end;
    }

    static void pad(StringBuilder line, int columns) {
        line.append(" ".repeat(Math.max(0, columns)));
    }
}
