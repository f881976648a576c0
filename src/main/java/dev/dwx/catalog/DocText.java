package dev.dwx.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts of the service's metadata, made readable on a terminal. They are Chinese or English, hold links in a notation
 * of their own ({@code [Name](~~12345~~)} is page 12345 of the help centre, sometimes with backslashes before the
 * brackets) and come from the network, so control characters are taken out.
 */
public final class DocText {
    private static final String HELP = "https://help.aliyun.com/document_detail/";

    /** Chinese punctuation that does not begin a line. */
    private static final String CLOSING = "，。、；：！？）】》」”’";

    private DocText() {
    }

    /** The text with links written out: {@code Name (https://help.aliyun.com/document_detail/12345.html)}. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = link(text, at, plain);
            if (end > at) {
                at = end;
                continue;
            }
            char c = text.charAt(at++);
            if (c == '\n' || c == '\t') {
                plain.append(c == '\t' ? ' ' : c);
            } else if (!Character.isISOControl(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** The text without any control character but line ends. */
    static String harmless(CharSequence text) {
        StringBuilder harmless = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || !Character.isISOControl(c)) {
                harmless.append(c);
            }
        }
        return harmless.toString();
    }

    /** Writes the link that begins at {@code at} and returns where it ends, or {@code at} when there is none. */
    private static int link(String text, int at, StringBuilder into) {
        int open = text.charAt(at) == '\\' ? at + 1 : at;
        if (open >= text.length() || text.charAt(open) != '[') {
            return at;
        }
        int close = text.indexOf(']', open);
        if (close < 0 || text.substring(open + 1, close).indexOf('\n') >= 0) {
            return at;
        }
        String label = text.substring(open + 1, close > open && text.charAt(close - 1) == '\\' ? close - 1 : close);
        int bracket = close + 1;
        if (bracket < text.length() && text.charAt(bracket) == '\\') {
            bracket++;
        }
        int end = bracket < text.length() && text.charAt(bracket) == '(' ? text.indexOf(')', bracket) : -1;
        if (end < 0) {
            return at;
        }
        String target = text.substring(bracket + 1, text.charAt(end - 1) == '\\' ? end - 1 : end).trim();
        String address = address(target);
        if (address == null) {
            return at;
        }
        into.append(plain(label)).append(" (").append(address).append(')');
        return end + 1;
    }

    private static String address(String target) {
        if (target.length() > 4 && target.startsWith("~~") && target.endsWith("~~")) {
            String page = target.substring(2, target.length() - 2);
            for (int i = 0; i < page.length(); i++) {
                if (page.charAt(i) < '0' || page.charAt(i) > '9') {
                    return null;
                }
            }
            return HELP.concat(page).concat(".html");
        }
        if (!target.startsWith("https://") && !target.startsWith("http://")) {
            return null;
        }
        for (int i = 0; i < target.length(); i++) {
            if (target.charAt(i) <= ' ' || Character.isISOControl(target.charAt(i))) {
                return null;
            }
        }
        return target;
    }

    /**
     * Breaks a text into lines of at most {@code width} columns, Chinese characters counting two; a word that is longer
     * stays whole. A width below 1 breaks nothing. Line ends of the text are kept, empty lines are not.
     */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n') {
                String line = text.substring(start, i).strip();
                if (!line.isEmpty()) {
                    wrapLine(line, width, lines);
                }
                start = i + 1;
            }
        }
        return lines;
    }

    private static void wrapLine(String text, int width, List<String> lines) {
        int start = 0;
        int columns = 0;
        int lastBreak = -1;
        for (int at = 0; at < text.length();) {
            int c = text.codePointAt(at);
            int wide = columns(c);
            if (c == ' ' || at > start && wide == 2 && CLOSING.indexOf(c) < 0) {
                lastBreak = at;
            }
            if (width > 0 && columns + wide > width && lastBreak > start) {
                lines.add(text.substring(start, lastBreak).stripTrailing());
                start = lastBreak;
                while (start < text.length() && text.charAt(start) == ' ') {
                    start++;
                }
                at = start;
                columns = 0;
                lastBreak = -1;
                continue;
            }
            columns += wide;
            at += Character.charCount(c);
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
    }

    /** How many columns the text takes, Chinese characters counting two. */
    public static int columns(String text) {
        int columns = 0;
        for (int at = 0; at < text.length();) {
            int c = text.codePointAt(at);
            columns += columns(c);
            at += Character.charCount(c);
        }
        return columns;
    }

    private static int columns(int c) {
        return c >= 0x1100 && c <= 0x115f || c >= 0x2e80 && c <= 0xd7a3 || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f || c >= 0xff00 && c <= 0xff60 || c >= 0xffe0 && c <= 0xffe6
                || c >= 0x1f300 && c <= 0x1faff || c >= 0x20000 && c <= 0x3fffd ? 2 : 1;
    }
}
