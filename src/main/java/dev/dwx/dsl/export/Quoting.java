package dev.dwx.dsl.export;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Any text as a literal of another language, so that it comes out there character by character. */
final class Quoting {
    /** A class file holds no longer constant, counted in bytes of at most three for a character. */
    private static final int JAVA_CONSTANT = 20_000;

    private Quoting() {
    }

    /** One word of a POSIX shell: nothing inside single quotes means anything but the quote itself. */
    static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** A Python string. Characters beyond ASCII stay as they are, a Python file being UTF-8. */
    static String python(String text) {
        StringBuilder literal = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\'' -> literal.append("\\'");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (Character.isISOControl(c)) {
                        literal.append("\\x").append(hex(c, 2));
                    } else if (isOdd(text, i)) {
                        literal.append("\\u").append(hex(c, 4));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('\'').toString();
    }

    /** A Java expression of ASCII characters only, whatever encoding the compiler takes a file to be in. */
    static String java(String text) {
        if (text.length() <= JAVA_CONSTANT) {
            return javaLiteral(text, 0, text.length());
        }
        List<String> pieces = new ArrayList<>();
        for (int start = 0; start < text.length(); start += JAVA_CONSTANT) {
            pieces.add(javaLiteral(text, start, Math.min(start + JAVA_CONSTANT, text.length())));
        }
        return "String.join(\"\", " + String.join(",\n                ", pieces) + ")";
    }

    private static String javaLiteral(String text, int start, int end) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (c < ' ' || c > '~') {
                        literal.append("\\u").append(hex(c, 4));
                    } else {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('"').toString();
    }

    /** As the signature wants it: UTF-8, unreserved characters plain, all else as {@code %XX}. */
    static String percent(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.' || c == '~') {
                encoded.append(c);
            } else {
                encoded.append('%').append(hex(c, 2).toUpperCase(java.util.Locale.ROOT));
            }
        }
        return encoded.toString();
    }

    /** Half a surrogate pair, or a character that breaks lines or is not seen. */
    private static boolean isOdd(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        int type = Character.getType(c);
        return type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR || type == Character.FORMAT
                || c == '\ufeff';
    }

    private static String hex(char c, int digits) {
        String hex = Integer.toHexString(c);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }
}
