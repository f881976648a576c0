package dev.dwx.repl.line.source;

/**
 * A piece of typed text.
 *
 * @param begin its first place
 * @param end the place after its last
 * @param kind what it is
 */
public record Span(int begin, int end, Kind kind) {
    String in(String text) {
        return text.substring(begin, end);
    }

    boolean is(String text, char c) {
        return end - begin == 1 && text.charAt(begin) == c;
    }

    boolean blank(String text) {
        for (int i = begin; i < end; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
