package dev.dwx.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Text from the network is made harmless and broken into lines without losing a letter. */
class DocTextProperties {
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.strings(), Arbitraries.strings().withChars("ab 任务，。()[]~\\\n1"),
                Arbitraries.strings().withChars("[](~)\\1\u001b").ofMaxLength(30));
    }

    @Property
    void plainTextHasNoControlCharactersButLineEnds(@ForAll("texts") String text) {
        String plain = DocText.plain(text);
        assertTrue(plain.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'));
    }

    @Property
    void wrappingLosesNothingButBlanks(@ForAll("texts") String text, @ForAll @IntRange(max = 40) int width) {
        String plain = DocText.plain(text);
        assertEquals(withoutBlanks(plain), withoutBlanks(String.join("", DocText.wrap(plain, width))));
    }

    @Property
    void aLineIsTooLongOnlyWhenItIsOnePiece(@ForAll("texts") String text, @ForAll @IntRange(min = 2, max = 40) int width) {
        List<String> lines = DocText.wrap(DocText.plain(text), width);
        for (String line : lines) {
            int lastBlank = line.stripTrailing().lastIndexOf(' ');
            assertTrue(DocText.columns(line) <= width || lastBlank < 0, () -> width + ": " + lines);
        }
    }

    private static String withoutBlanks(String text) {
        StringBuilder rest = new StringBuilder();
        text.codePoints().filter(c -> !Character.isWhitespace(c) && c != ' ').forEach(rest::appendCodePoint);
        return rest.toString();
    }
}
