package dev.dwx.repl.line.source;

import java.util.List;

/** The spans of a text, seen as words with neighbours. */
final class Tokens {
    private final String text;
    private final List<Span> spans;

    Tokens(String text, List<Span> spans) {
        this.text = text;
        this.spans = spans;
    }

    int size() {
        return spans.size();
    }

    Span span(int i) {
        return spans.get(i);
    }

    /** Where a span begins; for the one after the last, the end of the text. */
    int begin(int i) {
        return i < spans.size() ? spans.get(i).begin() : text.length();
    }

    String word(int i) {
        return spans.get(i).in(text);
    }

    boolean isWord(int i) {
        return i >= 0 && i < spans.size() && spans.get(i).kind() == Kind.WORD;
    }

    boolean is(int i, char c) {
        return i >= 0 && i < spans.size() && spans.get(i).is(text, c) && spans.get(i).kind() != Kind.STRING;
    }

    boolean isKind(int i, Kind kind) {
        return i >= 0 && i < spans.size() && spans.get(i).kind() == kind;
    }

    /** Whether the span is a blank that ends a line. */
    boolean lineEnds(int i) {
        Span span = spans.get(i);
        if (span.kind() != Kind.PLAIN || !span.blank(text)) {
            return false;
        }
        for (int at = span.begin(); at < span.end(); at++) {
            if (text.charAt(at) == '\n') {
                return true;
            }
        }
        return false;
    }

    private boolean skipped(int i) {
        return spans.get(i).kind() == Kind.COMMENT || spans.get(i).kind() == Kind.PLAIN && spans.get(i).blank(text);
    }

    /** The last span before that is neither blank nor a comment, or -1. */
    int before(int i) {
        int at = i - 1;
        while (at >= 0 && skipped(at)) {
            at--;
        }
        return at;
    }

    /** The next span that is neither blank nor a comment; the number of spans for none. */
    int after(int i) {
        int at = i + 1;
        while (at < spans.size() && skipped(at)) {
            at++;
        }
        return at;
    }

    /** The next one of the same line. */
    int afterOnLine(int i) {
        int at = after(i);
        for (int blank = i + 1; blank < at; blank++) {
            if (lineEnds(blank)) {
                return spans.size();
            }
        }
        return at;
    }

    /** Whether a word is the name of an argument: {@code PageSize:}, but not of a choice, {@code a ? b : c}. */
    boolean named(int i) {
        if (!isWord(i) || !is(afterOnLine(i), ':')) {
            return false;
        }
        int before = before(i);
        return before < 0 || is(before, ',') || isKind(before, Kind.OPEN) || isWord(before);
    }

    /** The year in {@code v2020.ListFiles}, for the name of the operation; {@code null} for none. */
    String pin(int i) {
        if (!is(i - 1, '.') || !isWord(i - 2)) {
            return null;
        }
        String pin = word(i - 2);
        boolean year = pin.length() == 5 && pin.charAt(0) == 'v' && pin.chars().skip(1).allMatch(Character::isDigit);
        return year ? pin.substring(1) : null;
    }

    /** Whether a statement begins with the span. */
    boolean beginsStatement(int i) {
        int before = before(i);
        if (before < 0 || is(before, ';') || is(before, '{')) {
            return true;
        }
        for (int at = before + 1; at < i; at++) {
            if (lineEnds(at)) {
                return !is(before, ',') && !is(before, '.');
            }
        }
        return false;
    }
}
