package dev.dwx.repl.line.source;

/**
 * Finds what the scheduler fills in: {@code ${yyyymmdd-1}}, {@code ${name}}, {@code $[hh24-1/24]}, {@code $bizdate}. In a text of
 * Groovy's that fills in itself, only {@code $[…]} is the scheduler's.
 */
final class Expressions {
    private Expressions() {
    }

    /** Where the expression ends that begins with the dollar at the place, or -1. */
    static int end(String text, int dollar, boolean plain) {
        int first = dollar + 1;
        if (first >= text.length()) {
            return -1;
        }
        char c = text.charAt(first);
        if (c == '[' || c == '{' && plain) {
            char closing = c == '[' ? ']' : '}';
            for (int i = first + 1; i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\'' && text.charAt(i) != '"'; i++) {
                if (text.charAt(i) == closing) {
                    return i + 1;
                }
            }
            return -1;
        }
        for (String name : new String[] {"bizdate", "cyctime", "gmtdate", "bizmonth"}) {
            if (plain && text.startsWith(name, first)) {
                return first + name.length();
            }
        }
        return -1;
    }

    /** Where {@code a.b.c} ends. */
    static int path(String text, int begin) {
        int end = begin;
        while (end < text.length() && (Character.isJavaIdentifierPart(text.charAt(end)) && text.charAt(end) != '$'
                || text.charAt(end) == '.' && end + 1 < text.length() && Character.isJavaIdentifierStart(text.charAt(end + 1)))) {
            end++;
        }
        return end;
    }
}
