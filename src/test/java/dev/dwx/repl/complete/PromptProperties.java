package dev.dwx.repl.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dwx.dsl.SourceScan;
import dev.dwx.repl.line.HistoryFile;
import dev.dwx.repl.show.Assignment;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PromptProperties {
    @Property(tries = 1000)
    void anyTextAndCursorHasAContextWhoseWordEndsAtTheCursor(@ForAll("sources") String text, @ForAll int number) {
        int cursor = Math.floorMod(number, text.length() + 1);
        CompletionContext context = CompletionContext.of(text, cursor);
        assertTrue(text.substring(0, cursor).endsWith(context.replaced()), context::toString);
    }

    @Property(tries = 1000)
    void scanningNeverFails(@ForAll("sources") String text) {
        SourceScan scan = SourceScan.of(text);
        scan.missing();
        scan.lastStatement();
        Assignment.in(text);
    }

    @Property(tries = 300)
    void whatIsQuotedOpensNothing(@ForAll("sources") String text, @ForAll("quotes") String quote) {
        String inside = text.replace("\\", "").replace("$", "").replace("'", "").replace("\"", "").replace("/", "").replace("\n", " ");
        assertNull(SourceScan.of("x = " + quote + "a" + inside + quote).missing());
    }

    @Property(tries = 300)
    void everyOpenedBracketIsWaitedFor(@ForAll("brackets") String brackets) {
        assertNotNull(SourceScan.of(brackets).missing());
        assertEquals(brackets.length(), SourceScan.of(brackets).opened().size());
    }

    @Property(tries = 500)
    void aHistoryEntryReadsBack(@ForAll String entry) {
        String line = HistoryFile.escape(entry);
        assertTrue(line.indexOf('\n') < 0 && line.indexOf('\r') < 0);
        assertEquals(entry, HistoryFile.unescape(line));
    }

    @Provide
    Arbitrary<String> sources() {
        Arbitrary<String> pieces = Arbitraries.of("ListNodes", "(", ")", "[", "]", "{", "}", "'", "\"", "'''", "\"\"\"", "/", "$/", "/$",
                "${", "//", "/*", "*/", "\n", " ", ",", ":", "=", "x", "v2020.", ".", "->", "\\", "12", ";", "数", "PageSize: 1");
        return pieces.list().ofMaxSize(14).map(list -> String.join("", list));
    }

    @Provide
    Arbitrary<String> quotes() {
        return Arbitraries.of("'", "\"", "'''", "\"\"\"", "/");
    }

    @Provide
    Arbitrary<String> brackets() {
        return Arbitraries.strings().withChars("([{").ofMinLength(1).ofMaxLength(10);
    }
}
