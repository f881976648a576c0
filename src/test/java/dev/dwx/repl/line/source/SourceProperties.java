package dev.dwx.repl.line.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SourceProperties {
    @Property(tries = 1500)
    void spansAreTheTextOnceAndInOrder(@ForAll("typed") String text, @ForAll int place) {
        int cursor = Math.floorMod(place, text.length() + 1);
        Source source = Source.of(text, cursor, KnownWords.NOTHING);
        int at = 0;
        for (Span span : source.spans()) {
            assertEquals(at, span.begin());
            assertTrue(span.end() > span.begin());
            at = span.end();
        }
        assertEquals(text.length(), at);
        source.call(cursor);
    }

    @Property(tries = 300)
    void partnersOfBracketsArePartnersOfEachOther(@ForAll("typed") String text) {
        Source source = Source.of(text, 0, KnownWords.NOTHING);
        for (int i = 0; i < text.length(); i++) {
            int partner = source.partner(i);
            assertTrue(partner < 0 || source.partner(partner) == i);
        }
    }

    @Provide
    Arbitrary<String> typed() {
        Arbitrary<String> pieces = Arbitraries.of(List.of("'", "\"", "'''", "\"\"\"", "/", "$/", "/$", "${", "$[", "]", "}", "(", ")", "{", "[",
                "\\", "\n", " ", "//", "/*", "*/", "#!", ":", ",", ".", "?", "=", "ListNodes", "PageSize", "script", "select ", "from", "--",
                "sql", "flow", "a", "1", "1.5", "$bizdate", "$x", "中", "😀", "\r", "\t", "v2020.", "def ", "case", ";", "->"));
        return pieces.list().ofMaxSize(40).map(list -> String.join("", list)).injectDuplicates(0.1);
    }
}
