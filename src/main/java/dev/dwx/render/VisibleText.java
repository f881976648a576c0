package dev.dwx.render;

import java.nio.charset.StandardCharsets;

/**
 * Makes control characters visible. What a service answers is other people's text: shown as it is, an escape sequence
 * in a node's name could move the cursor, rename the window or hide a line, and a character that turns the writing
 * direction could make one command look like another.
 */
public final class VisibleText {
    private static final int CONTROL_PICTURES = 0x2400;

    private VisibleText() {
    }

    /** For one line: every control character is made visible, line ends and tabs too. */
    public static String line(String text, Look look) {
        return of(text, look, false);
    }

    /** For a text of several lines: line feeds and tabs stay as they are. */
    public static String lines(String text, Look look) {
        return of(text, look, true);
    }

    /**
     * Whether it is nothing but printable ASCII, as most of what is shown. On bytes, since a start that ends before
     * anything is compiled calls {@code charAt} at thirty times the price of reading an array.
     */
    static boolean isPlain(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length != text.length()) {
            return false;
        }
        for (byte b : bytes) {
            if (b < ' ' || b == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static String of(String text, Look look, boolean keepLines) {
        if (isPlain(text)) {
            return text;
        }
        int clean = 0;
        while (clean < text.length() && !hidden(text, clean)) {
            clean++;
        }
        if (clean == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, clean);
        for (int i = clean; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!hidden(text, i)) {
                shown.append(c);
            } else if (keepLines && (c == '\n' || c == '\t')) {
                shown.append(c);
            } else if (keepLines && c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                continue;
            } else {
                append(shown, c, look.unicode());
            }
        }
        return shown.toString();
    }

    private static void append(StringBuilder shown, char c, boolean unicode) {
        if (c == '\n') {
            shown.append(unicode ? "↵" : "\\n");
        } else if (c == '\t') {
            shown.append(unicode ? "⇥" : "\\t");
        } else if (c < ' ' && unicode) {
            shown.append((char) (CONTROL_PICTURES + c));
        } else if (c == 0x7f && unicode) {
            shown.append('\u2421');
        } else {
            appendEscape(shown, c);
        }
    }

    static void appendEscape(StringBuilder text, char c) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(Character.forDigit(c >> shift & 0xf, 16));
        }
    }

    /** Whether a terminal acts on the character instead of drawing it, or it is half of a broken pair. */
    static boolean hidden(String text, int index) {
        char c = text.charAt(index);
        if (c < ' ' || c >= 0x7f && c < 0xa0) {
            return true;
        }
        if (c < 0x061c) {
            return false;
        }
        if (Character.isSurrogate(c)) {
            boolean paired = Character.isHighSurrogate(c)
                    ? index + 1 < text.length() && Character.isLowSurrogate(text.charAt(index + 1))
                    : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
            return !paired;
        }
        return c == 0x061c || c == 0x200e || c == 0x200f || c >= 0x2028 && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069 || c == 0xfeff;
    }
}
