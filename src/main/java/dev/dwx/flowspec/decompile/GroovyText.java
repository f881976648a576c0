package dev.dwx.flowspec.decompile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as a Groovy literal that means exactly this text. A text with a dollar never stands in double quotes, so nothing is ever
 * put in its place; a carriage return is always written as an escape, since the compiler drops it before a line's end.
 */
public final class GroovyText {
    /** A constant of a class file has at most 65,535 bytes. */
    private static final int LONGEST_CONSTANT = 60_000;

    private GroovyText() {
    }

    /** The literal on one line, in single quotes: for a line that is typed, shown or completed. */
    public static String quoted(String text) {
        return single(text, '\'');
    }

    /** The literal; it may have several lines, each of which belongs at the beginning of its line. */
    static String of(String text) {
        if (text.length() > LONGEST_CONSTANT / 3 && text.getBytes(StandardCharsets.UTF_8).length > LONGEST_CONSTANT) {
            return pieces(text);
        }
        return literal(text);
    }

    /** Whether the literal of a text has several lines. */
    static boolean isBlock(String text) {
        int end = text.indexOf('\n');
        return end >= 0 && (end < text.length() - 1 || text.length() > 80) && text.length() > 2;
    }

    private static String literal(String text) {
        if (isBlock(text)) {
            return "'''\\\n" + tripled(text) + "'''";
        }
        int quotes = (int) text.chars().filter(c -> c == '\'').count();
        if (quotes == 0) {
            return single(text, '\'');
        }
        if (text.indexOf('$') < 0 && text.indexOf('"') < 0) {
            return single(text, '"');
        }
        boolean inner = !text.endsWith("'") && !text.startsWith("'");
        return text.indexOf('\n') < 0 && inner ? "'''" + tripled(text) + "'''" : single(text, '\'');
    }

    private static String single(String text, char quote) {
        StringBuilder out = new StringBuilder(text.length() + 2).append(quote);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == quote) {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else {
                append(out, c);
            }
        }
        return out.append(quote).toString();
    }

    private static String tripled(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                boolean closes = run == 2 || i == text.length() - 1;
                out.append(closes ? "\\'" : "'");
                run = closes ? 0 : run + 1;
                continue;
            }
            run = 0;
            if (c == '\n') {
                out.append(c);
            } else {
                append(out, c);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char c) {
        switch (c) {
            case '\\' -> out.append("\\\\");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            default -> {
                if (isUnseen(c)) {
                    out.append("\\u").append(Integer.toHexString(c | 0x10000).substring(1));
                } else {
                    out.append(c);
                }
            }
        }
    }

    /**
     * What an editor does not show. Also characters that take two places: the compiler reads its source in pieces and spoils one
     * that stands across two of them.
     */
    private static boolean isUnseen(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR || type == Character.SPACE_SEPARATOR && c != ' ';
    }

    private static String pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int longest = LONGEST_CONSTANT / 3;
        for (int from = 0; from < text.length();) {
            int to = Math.min(text.length(), from + longest);
            if (to < text.length()) {
                int line = text.lastIndexOf('\n', to - 1) + 1;
                to = line > from ? line : Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
            }
            pieces.add(literal(text.substring(from, to)));
            from = to;
        }
        return "[" + String.join(",\n", pieces) + "].join('')";
    }
}
