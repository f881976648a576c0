package dev.dwx.sandbox.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Lengths of time read back, and patterns of names match what a regular expression would. */
class SpanProperties {
    @Property(tries = 500)
    void aLengthReadsBack(@ForAll @LongRange(min = 0, max = 90L * 86_400_000) long millis) {
        Duration span = Duration.ofMillis(millis);
        assertEquals(span, Span.of(Span.text(span)));
        assertEquals(span, Span.of(span.toString()));
    }

    @Property(tries = 500)
    void anythingElseIsRefusedInWords(@ForAll String text) {
        try {
            assertTrue(!Span.of(text).isNegative());
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().contains("length of time"));
        }
        assertThrows(IllegalArgumentException.class, () -> Span.of("-" + Math.abs((long) text.hashCode()) + "s"));
    }

    @Property(tries = 500)
    void aStarStandsForAnyPartOfAName(@ForAll @LongRange(min = 0, max = 6) long from, @ForAll @LongRange(min = 0, max = 6) long to) {
        String name = "ListNodes";
        int begin = (int) Math.min(from, to);
        int end = (int) Math.max(from, to);
        String pattern = name.substring(0, begin) + "*" + name.substring(end);
        assertTrue(new CallPattern(List.of(pattern), null).matches(name));
        assertTrue(!new CallPattern(List.of(pattern), "writes").matches(name));
        assertTrue(!new CallPattern(List.of(pattern + "x"), null).matches(name));
    }
}
