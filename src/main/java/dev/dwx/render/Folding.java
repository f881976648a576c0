package dev.dwx.render;

import java.util.ArrayList;
import java.util.List;

/**
 * Long lines of text folded at words into a window. What goes on below stands under the column that it belongs to, so that a list
 * of names with their meanings stays one in a narrow window, too. A line with colours is left alone: what drew it knows its width.
 */
public final class Folding {
    private static final int NARROW = 20;
    private static final int STEP = 4;
    /** Signs that do not begin a line in Chinese. */
    private static final String CLOSING = "，。；：、！？）」』】》”’…";

    private Folding() {
    }

    /** All lines in as many columns; a window of a few columns folds nothing. */
    public static List<String> of(List<String> lines, int columns) {
        if (columns < NARROW) {
            return lines;
        }
        List<String> folded = new ArrayList<>(lines.size());
        for (String line : lines) {
            if (line.length() * 2 <= columns || line.indexOf('\u001b') >= 0 || DisplayWidth.of(line) <= columns) {
                folded.add(line);
            } else {
                fold(line, columns, folded);
            }
        }
        return folded;
    }

    /** A remark or an error of any lines; a line that another one points into with a caret, and one of a single word, stay as they are. */
    public static String of(String text, int columns) {
        if (columns < NARROW || text.length() * 2 <= columns) {
            return text;
        }
        String[] lines = text.split("\n", -1);
        StringBuilder folded = new StringBuilder(text.length() + lines.length);
        for (int i = 0; i < lines.length; i++) {
            boolean pointed = i + 1 < lines.length && lines[i + 1].strip().equals("^");
            // An address is one word, and stays one for who copies it.
            boolean word = lines[i].strip().indexOf(' ') < 0;
            folded.append(i == 0 ? "" : "\n").append(pointed || word ? lines[i] : remark(lines[i], columns));
        }
        return folded.toString();
    }

    /** One line; what is to be typed, which stands behind its last colon, comes whole on a line of its own where that is enough. */
    private static String remark(String line, int columns) {
        int colon = line.lastIndexOf(": ");
        boolean code = DisplayWidth.of(line) > columns && colon > 0 && line.indexOf('(', colon) > 0
                && line.charAt(line.length() - 1) != '.' && DisplayWidth.of(line.substring(colon + 2)) <= columns - STEP;
        if (!code) {
            return String.join("\n", of(List.of(line), columns));
        }
        return String.join("\n", of(List.of(line.substring(0, colon + 1)), columns)) + "\n" + " ".repeat(STEP) + line.substring(colon + 2);
    }

    private static void fold(String line, int columns, List<String> folded) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        int gap = gap(line, indent);
        int hang = gap < 0 ? indent : DisplayWidth.of(line.substring(0, gap));
        int start = 0;
        String pad = "";
        if (hang > columns / 2) {
            hang = Math.min(indent + STEP, columns / STEP);
            if (gap > 0) {
                // The name takes a line of its own, and its meaning the lines below.
                of(List.of(line.substring(0, gap).stripTrailing()), columns).forEach(folded::add);
                start = gap;
                pad = " ".repeat(hang);
            }
        }
        while (start < line.length()) {
            int end = end(line, start, columns - pad.length());
            folded.add(pad + line.substring(start, end).stripTrailing());
            start = end;
            while (start < line.length() && line.charAt(start) == ' ') {
                start++;
            }
            pad = " ".repeat(hang);
        }
    }

    /** Where the second column begins: behind two blanks or more; -1 for none. */
    private static int gap(String line, int from) {
        int at = line.indexOf("  ", from);
        while (at >= 0 && at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        return at < 0 || at >= line.length() ? -1 : at;
    }

    /** The end of what has room: behind the last word that has, or behind the last character. */
    private static int end(String line, int start, int columns) {
        int width = 0;
        int good = -1;
        boolean word = false;
        for (int i = start; i < line.length();) {
            int next = DisplayWidth.next(line, i);
            int wide = DisplayWidth.cluster(line, i, next);
            char sign = line.charAt(i);
            if (width + wide > columns && sign != ' ') {
                return good > start ? good : Math.max(i, DisplayWidth.next(line, start));
            }
            width += wide;
            boolean closed = next < line.length() && CLOSING.indexOf(line.charAt(next)) >= 0;
            word |= sign != ' ';
            if (word && sign == ' ' || wide > 1 && !closed) {
                good = next;
            }
            i = next;
        }
        return line.length();
    }
}
