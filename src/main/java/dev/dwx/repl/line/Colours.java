package dev.dwx.repl.line;

import dev.dwx.repl.line.source.Kind;
import dev.dwx.repl.line.source.Source;
import dev.dwx.repl.line.source.Span;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Draws what is typed in colours: what a word is, what there is none of, and the partner of the bracket at the cursor. */
final class Colours implements Highlighter {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;

    private final ReadSource read;

    Colours(ReadSource read) {
        this.read = read;
    }

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        boolean over = reader instanceof LiveReader live && live.over();
        return highlight(buffer, over ? -1 : reader.getBuffer().cursor());
    }

    /** The same text, in colours. */
    AttributedString highlight(String text, int cursor) {
        if (text.isEmpty()) {
            return AttributedString.EMPTY;
        }
        Source source = read.anew(text, cursor);
        int bracket = bracket(text, source, cursor);
        int partner = source.partner(bracket);
        AttributedStringBuilder drawn = new AttributedStringBuilder(text.length());
        for (Span span : source.spans()) {
            AttributedStyle style = style(span.kind());
            boolean pair = partner >= 0 && (span.begin() == bracket || span.begin() == partner);
            drawn.append(text.substring(span.begin(), span.end()), pair ? style.bold().underline() : style);
        }
        return drawn.toAttributedString();
    }

    /** The bracket at the cursor, or before it; -1 for none. */
    private static int bracket(String text, Source source, int cursor) {
        if (cursor < 0) {
            return -1;
        }
        if (cursor < text.length() && source.partner(cursor) >= 0) {
            return cursor;
        }
        return cursor > 0 && source.partner(cursor - 1) >= 0 ? cursor - 1 : -1;
    }

    private static AttributedStyle style(Kind kind) {
        return switch (kind) {
            case KEYWORD -> PLAIN.foreground(AttributedStyle.MAGENTA);
            case NUMBER -> PLAIN.foreground(AttributedStyle.CYAN);
            case STRING -> PLAIN.foreground(AttributedStyle.GREEN);
            case INTERPOLATION -> PLAIN.foreground(AttributedStyle.CYAN);
            case EXPRESSION -> PLAIN.bold().foreground(AttributedStyle.MAGENTA);
            case COMMENT, SQL_COMMENT -> PLAIN.foreground(AttributedStyle.BRIGHT + AttributedStyle.BLACK);
            case SQL_KEYWORD -> PLAIN.foreground(AttributedStyle.BLUE);
            case SQL_STRING -> PLAIN.foreground(AttributedStyle.YELLOW);
            case OPERATION -> PLAIN.bold().foreground(AttributedStyle.CYAN);
            case DESTRUCTIVE -> PLAIN.bold().foreground(AttributedStyle.YELLOW);
            case UNKNOWN, STRAY -> PLAIN.underline().foreground(AttributedStyle.RED);
            case PARAMETER -> PLAIN.foreground(AttributedStyle.BLUE);
            case VERB, COMMAND -> PLAIN.bold();
            case BLOCK_WORD -> PLAIN.foreground(AttributedStyle.BLUE).bold();
            case PLAIN, WORD, OPEN, CLOSE -> PLAIN;
        };
    }
}
