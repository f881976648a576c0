package dev.dwx.repl.line.source;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The call in whose arguments a place is.
 *
 * @param name what is called
 * @param pin the year of the API version it is asked of, {@code 2020}, or {@code null}
 * @param given names of the arguments that are there, without the one at the place
 * @param current the name of the argument at the place, as far as it is there; {@code null} for none
 */
public record CallAt(String name, String pin, Set<String> given, String current) {
    /** Reads the arguments between two places of a text's spans. */
    static CallAt read(Tokens tokens, int callee, int from, int cursor) {
        Set<String> given = new LinkedHashSet<>();
        String current = null;
        String name = null;
        boolean here = false;
        int depth = 0;
        int begin = tokens.begin(from);
        for (int i = from; i < tokens.size(); i++) {
            Span span = tokens.span(i);
            depth += span.kind() == Kind.OPEN ? 1 : 0;
            if (span.kind() == Kind.CLOSE && --depth < 0) {
                break;
            }
            if (depth > 0) {
                continue;
            }
            if (tokens.is(i, ',') || tokens.is(i, ';') || tokens.lineEnds(i) && tokens.begin(from) > 0 && !tokens.is(from - 1, '(')) {
                here = cursor >= begin && cursor <= span.begin();
                current = here ? name == null ? "" : name : current;
                if (!here && name != null) {
                    given.add(name);
                }
                name = null;
                begin = span.end();
                if (!tokens.is(i, ',')) {
                    return new CallAt(tokens.word(callee), tokens.pin(callee), given, current);
                }
            } else if (name == null && span.kind() != Kind.PLAIN && tokens.named(i)) {
                name = tokens.word(i);
            } else if (name == null && tokens.isWord(i) && span.end() == cursor) {
                name = tokens.word(i);
            }
        }
        boolean last = cursor >= begin;
        if (last) {
            current = name == null ? "" : name;
        } else if (name != null) {
            given.add(name);
        }
        return new CallAt(tokens.word(callee), tokens.pin(callee), given, current);
    }
}
