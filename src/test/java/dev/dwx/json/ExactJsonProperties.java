package dev.dwx.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back the same, to the last digit. */
class ExactJsonProperties {
    @Property(tries = 500)
    void whatIsWrittenIsReadBack(@ForAll("values") Object value) {
        assertEquals(value, ExactJson.parse(ExactJson.write(value)));
    }

    @Property(tries = 300)
    void anyTextSurvivesLoneSurrogatesAndControlCharactersIncluded(@ForAll String text) {
        assertEquals(text, ExactJson.parse(ExactJson.write(text)));
    }

    @Property(tries = 300)
    void decimalsKeepTheirScale(@ForAll BigDecimal number) {
        Object back = ExactJson.parse("[" + ExactJson.write(number) + "]");
        Object element = ((List<?>) back).get(0);
        if (number.scale() <= 0) {
            assertEquals(0, number.compareTo(new BigDecimal(element.toString())));
        } else {
            assertEquals(number, element);
        }
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefusedInOurOwnTerms(@ForAll String text) {
        try {
            ExactJson.parse(text);
        } catch (ExactJson.Malformed expected) {
            // The only exception that may come out.
        }
    }

    @Example
    void numbersBeyondALongStayExact() {
        assertEquals(new BigInteger("9223372036854775808"), ExactJson.parse("9223372036854775808"));
        assertEquals(8604388726201130001L, ((List<?>) ExactJson.parse("[8604388726201130001]")).get(0));
        assertEquals(new BigDecimal("0.10"), ExactJson.parse("0.10"));
        assertEquals(new BigDecimal("1E+400"), ExactJson.parse("1E400"));
    }

    @Example
    void ofDuplicateKeysTheLastWinsAndOrderIsKept() {
        assertEquals("{\"b\":3,\"a\":2}", ExactJson.write(ExactJson.parse(" {\"b\":1,\"a\":2,\"b\":3} ")));
    }

    @Example
    void charactersOfHtmlAreNotEscaped() {
        assertEquals("\"<a href='x'>&</a>\"", ExactJson.write("<a href='x'>&</a>"));
    }

    @Example
    void whatIsNotOneValueIsRefusedWithoutQuotingIt() {
        for (String text : new String[] {"", " ", "{", "[1,]", "secretsecret", "{} {}", "{\"a\" 1}", "NaN", "'a'",
            "[".repeat(ExactJson.MAX_DEPTH + 1) + "]".repeat(ExactJson.MAX_DEPTH + 1), "1".repeat(20_000)}) {
            var refused = assertThrows(ExactJson.Malformed.class, () -> ExactJson.parse(text), text);
            assertEquals(false, refused.getMessage().contains("secret"));
        }
    }

    @Example
    void whatHasNoJsonFormIsRefused() {
        List<Object> inItself = new ArrayList<>();
        inItself.add(inItself);
        Map<Object, Object> nullKey = new LinkedHashMap<>();
        nullKey.put(null, 1);
        for (Object value : new Object[] {Double.NaN, Float.POSITIVE_INFINITY, new Object(), inItself, nullKey}) {
            assertThrows(ExactJson.Malformed.class, () -> ExactJson.write(value));
        }
    }

    @Example
    void aByteOrderMarkIsPassedOver() {
        assertEquals(1, ExactJson.parse("\uFEFF1"));
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.strings().map(s -> (Object) s),
                Arbitraries.integers().map(i -> (Object) i),
                Arbitraries.longs().filter(l -> l > Integer.MAX_VALUE || l < Integer.MIN_VALUE).map(l -> (Object) l),
                Arbitraries.bigIntegers().between(new BigInteger("9223372036854775808"), BigInteger.TEN.pow(40))
                        .map(i -> (Object) i),
                Arbitraries.of(true, false).map(b -> (Object) b),
                Arbitraries.just(null));
        return Arbitraries.recursive(() -> scalars, inner -> Arbitraries.oneOf(
                inner.list().ofMaxSize(4).map(l -> (Object) l),
                Arbitraries.maps(Arbitraries.strings().ofMaxLength(6), inner).ofMaxSize(4).map(m -> (Object) m)), 0, 3);
    }
}
