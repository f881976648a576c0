package dev.dwx.dsl;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells whether a text typed so far is a whole piece of the language, or the prompt should ask for another line: open brackets,
 * strings and comments, a trailing operator or comma, a backslash. A scanner, not a parser: what it calls whole may still be
 * wrong, and the compiler says so.
 */
final class Completeness {
    private final String text;
    private final Deque<Character> open = new ArrayDeque<>();
    private int at;
    private char last = '\n';
    private char beforeLast = '\n';
    private boolean word;
    private int wordStart;

    private Completeness(String text) {
        this.text = text;
    }

    static boolean isComplete(String text) {
        return new Completeness(text).scan();
    }

    private boolean scan() {
        int length = text.length();
        if (text.startsWith("#!")) {
            skipLine();
        }
        while (at < length) {
            char c = text.charAt(at);
            if (c == '/' && peek(1) == '/') {
                skipLine();
            } else if (c == '/' && peek(1) == '*') {
                if (!skipPast("*/", at + 2)) {
                    return false;
                }
            } else if (c == '\'' || c == '"') {
                if (!quoted(c)) {
                    return false;
                }
            } else if (c == '$' && peek(1) == '/' && !isIdentifier(last)) {
                if (!dollarSlashy()) {
                    return false;
                }
            } else if (c == '/' && startsExpression()) {
                if (!slashy()) {
                    return false;
                }
            } else if (c == '\\' && onlyBlanksTo(at + 1)) {
                if (text.indexOf('\n', at) < 0) {
                    return false;
                }
                at++;
            } else {
                bracketOrOther(c);
                if (last == 0) {
                    return true;
                }
            }
        }
        return open.isEmpty() && !endsOpen();
    }

    private void bracketOrOther(char c) {
        if (c == '(' || c == '[' || c == '{') {
            open.push(c);
        } else if (c == ')' || c == ']' || c == '}') {
            if (open.isEmpty()) {
                // One too many: no further line can mend it, so the compiler may complain at once.
                last = 0;
                return;
            }
            char opened = open.pop();
            if (opened == 'g' && c == '}') {
                at++;
                resumeGString();
                return;
            }
        }
        note(c);
        at++;
    }

    private void note(char c) {
        if (Character.isWhitespace(c)) {
            if (c == '\n' && open.isEmpty() && !endsOpen()) {
                last = '\n';
                word = false;
            } else if (isIdentifier(last)) {
                word = word && at == wordEnd();
            }
            return;
        }
        if (isIdentifier(c)) {
            if (at == 0 || !isIdentifier(text.charAt(at - 1))) {
                wordStart = at;
            }
            word = true;
        } else {
            word = false;
        }
        beforeLast = last;
        last = c;
        lastAt = at;
    }

    private int lastAt = -1;

    private int wordEnd() {
        return lastAt + 1;
    }

    /** A character that ends a value, for what comes after it. */
    private void value() {
        beforeLast = last;
        last = 'v';
        lastAt = at - 1;
        word = false;
    }

    private boolean endsOpen() {
        switch (last) {
            case '+', '-':
                return beforeLast != last || lastAt < 1 || text.charAt(lastAt - 1) != last;
            case '*', '/', '%', '=', '&', '|', '^', '<', '?', ',', '.', '!', '~':
                return !(last == '*' && isStarImport());
            case '>':
                return true;
            case ':':
                return true;
            default:
                return false;
        }
    }

    private boolean isStarImport() {
        int lineStart = text.lastIndexOf('\n', Math.max(0, lastAt)) + 1;
        return lastAt >= 0 && text.startsWith("import ", lineStart);
    }

    private boolean startsExpression() {
        if (word && lastAt >= 0) {
            String previous = text.substring(wordStart, lastAt + 1);
            return previous.equals("return") || previous.equals("in") || previous.equals("case")
                    || previous.equals("assert") || previous.equals("throw");
        }
        return !(isIdentifier(last) || last == ')' || last == ']' || last == '}' || last == 'v');
    }

    private boolean quoted(char quote) {
        boolean triple = peek(1) == quote && peek(2) == quote;
        at += triple ? 3 : 1;
        return inString(quote, triple);
    }

    /** Goes on to the end of a string; false when the text ends before a string that may go over lines. */
    private boolean inString(char quote, boolean triple) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c == quote && (!triple || peek(1) == quote && peek(2) == quote)) {
                at += triple ? 3 : 1;
                while (triple && at < text.length() && text.charAt(at) == quote) {
                    at++;
                }
                value();
                return true;
            } else if (c == '\n' && !triple) {
                // The compiler refuses a line break here; let it.
                value();
                return true;
            } else if (quote == '"' && c == '$' && peek(1) == '{') {
                at += 2;
                strings.push(triple ? 'T' : '"');
                open.push('g');
                last = '{';
                word = false;
                return true;
            } else {
                at++;
            }
        }
        if (!triple) {
            value();
        }
        return !triple;
    }

    private final Deque<Character> strings = new ArrayDeque<>();

    private void resumeGString() {
        char kind = strings.pop();
        boolean whole = switch (kind) {
            case 'T' -> inString('"', true);
            case '/' -> inSlashy();
            case '$' -> inDollarSlashy();
            default -> inString('"', false);
        };
        if (!whole) {
            open.push('"');
        }
    }

    private boolean slashy() {
        at++;
        return inSlashy();
    }

    private boolean inSlashy() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && peek(1) == '/') {
                at += 2;
            } else if (c == '/') {
                at++;
                value();
                return true;
            } else if (c == '$' && peek(1) == '{') {
                return interpolation('/');
            } else {
                at++;
            }
        }
        return false;
    }

    private boolean dollarSlashy() {
        at += 2;
        return inDollarSlashy();
    }

    private boolean inDollarSlashy() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '$' && (peek(1) == '$' || peek(1) == '/')) {
                at += 2;
            } else if (c == '/' && peek(1) == '$') {
                at += 2;
                value();
                return true;
            } else if (c == '$' && peek(1) == '{') {
                return interpolation('$');
            } else {
                at++;
            }
        }
        return false;
    }

    private boolean interpolation(char kind) {
        at += 2;
        strings.push(kind);
        open.push('g');
        last = '{';
        word = false;
        return true;
    }

    private boolean onlyBlanksTo(int from) {
        for (int i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    private void skipLine() {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    private boolean skipPast(String end, int from) {
        int found = text.indexOf(end, from);
        at = found < 0 ? text.length() : found + end.length();
        return found >= 0;
    }

    private static boolean isIdentifier(char c) {
        return c == '_' || c == '$' || Character.isLetterOrDigit(c);
    }
}
