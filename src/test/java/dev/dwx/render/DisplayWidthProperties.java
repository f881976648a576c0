package dev.dwx.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jline.utils.WCWidth;

class DisplayWidthProperties {
    @Provide
    Arbitrary<String> simple() {
        return Arbitraries.of("a", "Z", "é", "é", "数", "据", "ｱ", "Ω", "ж", "🚀", "—", "한").list().ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.of("a", "数", "é", "👨‍👩‍👧", "🇨🇳", "👍🏽", "❤️", "1️⃣", "🚀", " ", "👩‍💻", "🇨", "‍", "️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿").list().ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 300)
    void whatIsNotJoinedIsAsWideAsItsCharacters(@ForAll("simple") String text) {
        int sum = text.codePoints().map(point -> Math.max(0, WCWidth.wcwidth(point))).sum();
        assertEquals(sum, DisplayWidth.of(text));
    }

    @Property(tries = 300)
    void aCutFitsAndEndsBetweenCharacters(@ForAll("anything") String text, @ForAll @IntRange(min = 1, max = 40) int columns) {
        String cut = DisplayWidth.cut(text, columns, "…");
        assertTrue(DisplayWidth.of(cut) <= columns);
        if (!cut.equals(text)) {
            String begin = cut.substring(0, cut.length() - 1);
            assertTrue(text.startsWith(begin));
            int at = 0;
            while (at < begin.length()) {
                at = DisplayWidth.next(text, at);
            }
            assertEquals(begin.length(), at);
        }
    }

    @Property(tries = 300)
    void theWidthIsTheSumOfTheCharacters(@ForAll("anything") String text) {
        int sum = 0;
        for (int i = 0; i < text.length();) {
            int end = DisplayWidth.next(text, i);
            assertTrue(end > i);
            sum += DisplayWidth.cluster(text, i, end);
            i = end;
        }
        assertEquals(sum, DisplayWidth.of(text));
    }

    @Property(tries = 300)
    void aWindowOverALineIsNeverWiderThanItIs(@ForAll("anything") String text, @ForAll @IntRange(min = 0, max = 30) int left,
            @ForAll @IntRange(min = 1, max = 20) int columns) {
        assertTrue(StyledText.width(StyledText.window("\u001b[1m" + text + "\u001b[22m", left, columns)) <= columns);
    }
}
