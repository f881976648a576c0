package dev.dwx.repl.line;

import dev.dwx.repl.line.source.KnownWords;
import dev.dwx.repl.line.source.Source;

/** The text at the prompt as it was read last: at each key it is coloured, and then told about, and read once for both. */
final class ReadSource {
    private final KnownWords known;
    private String text;
    private int cursor;
    private Source last;

    ReadSource(KnownWords known) {
        this.known = known;
    }

    /** Read anew. */
    Source anew(String typed, int place) {
        last = Source.of(typed, place, known);
        text = typed;
        cursor = place;
        return last;
    }

    /** As it was read just before, if it is the same. */
    Source again(String typed, int place) {
        return place == cursor && typed.equals(text) ? last : anew(typed, place);
    }
}
