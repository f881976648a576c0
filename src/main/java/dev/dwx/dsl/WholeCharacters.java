package dev.dwx.dsl;

import java.io.Reader;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.io.StringReaderSource;

/**
 * A source whose characters reach the parser whole. Groovy 5 reads in pieces of 4096 chars, and where a piece ends between the two
 * halves of a character such as an emoji, it takes the first half for one more character.
 */
final class WholeCharacters extends StringReaderSource {
    /** Less than the parser's piece, so that each of these becomes one of its own. */
    private static final int PIECE = 2048;

    private final String text;

    WholeCharacters(String text, CompilerConfiguration configuration) {
        super(text, configuration);
        this.text = text;
    }

    @Override
    public Reader getReader() {
        return new Pieces(text);
    }

    private static final class Pieces extends Reader {
        private final String text;
        private int next;

        Pieces(String text) {
            this.text = text;
        }

        @Override
        public int read(char[] into, int offset, int length) {
            if (next == text.length()) {
                return -1;
            }
            int end = Math.min(text.length(), next + Math.min(length, PIECE));
            if (end < text.length() && end - next > 1 && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            text.getChars(next, end, into, offset);
            int count = end - next;
            next = end;
            return count;
        }

        /** Never says that there is more, since a buffering reader would then join the pieces, and cut them anew. */
        @Override
        public boolean ready() {
            return false;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
