package dev.dwx.repl.complete;

import dev.dwx.dsl.SourceScan;
import dev.dwx.repl.command.Shorthand;
import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the reader whether a line can be run, and which part of it a completion replaces. */
public final class PromptParser implements Parser {
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.COMPLETE) {
            return new Line(line, cursor, CompletionContext.of(line, cursor));
        }
        String missing = Shorthand.command(line) != null ? null : SourceScan.of(line).missing();
        if (missing != null && context != ParseContext.SPLIT_LINE) {
            throw new EOFError(-1, -1, "missing " + missing, missing);
        }
        return new Line(line, cursor, new CompletionContext.Nothing(""));
    }

    /** The line with its one word that matters, the one at the cursor. */
    record Line(String line, int cursor, CompletionContext context) implements CompletingParsedLine {
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return context.replaced().length();
        }

        @Override
        public int rawWordLength() {
            return context.replaced().length();
        }

        @Override
        public String word() {
            return context.replaced();
        }

        @Override
        public int wordCursor() {
            return context.replaced().length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(context.replaced());
        }
    }
}
