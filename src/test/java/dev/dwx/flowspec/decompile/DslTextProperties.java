package dev.dwx.flowspec.decompile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dwx.json.ExactJson;
import groovy.lang.GroovyShell;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is written as Groovy is the same value when Groovy reads it. */
class DslTextProperties {
    private final GroovyShell shell = new GroovyShell();

    @Provide
    Arbitrary<List<String>> texts() {
        return awkward().list().ofMinSize(20).ofMaxSize(60);
    }

    private static Arbitrary<String> awkward() {
        Arbitrary<String> pieces = Arbitraries.of("'", "''", "'''", "\"", "\\", "\\u0041", "\\n", "$", "${x}", "$[yyyymmdd-1]", "\r\n", "\r",
                "\n", "\t", " ", "select", "/*", "//", "#", "\u00e9", "\u4e2d", "\ud83d\ude00", "\ud800", "\u0000", "\u2028", "\ufeff",
                "\u00a0", "\u202e", "\\101", "{", "}", "a", "\\'", "'\\");
        return Arbitraries.oneOf(pieces.list().ofMaxSize(12).map(list -> String.join("", list)), Arbitraries.strings().ofMaxLength(12));
    }

    @Property(tries = 6)
    void textsAreWhatTheyWere(@ForAll("texts") List<String> texts) {
        List<String> literals = new ArrayList<>();
        texts.forEach(text -> literals.add(GroovyText.of(text)));
        assertEquals(texts, shell.evaluate("[" + String.join(",\n", literals) + "]"));
    }

    @Test
    void aTextThatNoConstantHoldsIsPutTogether() {
        String lines = "select '${bizdate}' -- \u4e2d\n".repeat(4000);
        String line = "\ud83d\ude00x".repeat(40_000);
        assertEquals(lines, shell.evaluate(GroovyText.of(lines)));
        assertEquals(line, shell.evaluate(GroovyText.of(line)));
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(awkward(), Arbitraries.integers(), Arbitraries.longs(),
                Arbitraries.bigIntegers().between(new BigInteger("-9".concat("9".repeat(30))), new BigInteger("9".repeat(31))),
                Arbitraries.bigDecimals().ofScale(6), Arbitraries.of(new BigDecimal("1"), new BigDecimal("1.0"), new BigDecimal("-1E+3"),
                        new BigDecimal("0E-7"), new BigDecimal("1E400"), Long.MIN_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, 5L,
                        new BigInteger("7")), Arbitraries.of(true, false), Arbitraries.just(null));
        return tree(scalars, 3);
    }

    private static Arbitrary<Object> tree(Arbitrary<Object> scalars, int depth) {
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<Object> below = tree(scalars, depth - 1);
        return Arbitraries.oneOf(scalars, below.list().ofMaxSize(5).map(list -> list),
                Arbitraries.maps(keys(), below).ofMaxSize(5).map(map -> map));
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.oneOf(Arbitraries.of("in", "if", "while", "class", "true", "null", "default", "def", "var", "this", "yield",
                "record", "sealed", "do-while", "a.b", "", "1", "_", "$x", "name"), awkward());
    }

    @Property(tries = 10)
    void valuesKeepTheirDigitsAndKinds(@ForAll("values") Object value) {
        String text = new GroovyValue(100).of(value, 0);
        Object back = shell.evaluate("[" + text + "][0]");
        assertEquals(kinds(value), kinds(back));
    }

    /** Values with the kinds of their numbers. */
    private static String kinds(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> all = new ArrayList<>();
            map.forEach((key, each) -> all.add(key + "=" + kinds(each)));
            return all.toString();
        }
        if (value instanceof List<?> list) {
            List<String> all = new ArrayList<>();
            list.forEach(each -> all.add(kinds(each)));
            return all.toString();
        }
        return value == null ? "null" : value.getClass().getSimpleName() + " " + value;
    }

    @Provide
    Arbitrary<Statement> statements() {
        return statement(2);
    }

    private Arbitrary<Statement> statement(int depth) {
        Arbitrary<Map<String, Object>> named = Arbitraries.maps(keys(), values()).ofMaxSize(3);
        Arbitrary<List<Object>> arguments = values().list().ofMaxSize(2);
        Arbitrary<List<Statement>> none = Arbitraries.just(null);
        Arbitrary<List<Statement>> block = depth == 0 ? none : Arbitraries.oneOf(none, statement(depth - 1).list().ofMaxSize(4));
        return net.jqwik.api.Combinators.combine(arguments, named, block)
                .as((list, map, inside) -> new Statement("word", list, map, inside));
    }

    @Property(tries = 10)
    void statementsAreReadAsTheyWereMeant(@ForAll("statements") Statement statement) {
        String text = new DslText().of(List.of(statement));
        GroovyShell reader = new GroovyShell();
        Recorder recorder = new Recorder();
        reader.setVariable("word", recorder.closure());
        reader.evaluate(text);
        assertEquals(shown(List.of(statement)), shown(recorder.seen), text);
    }

    private static String shown(List<Statement> statements) {
        List<String> all = new ArrayList<>();
        for (Statement one : statements) {
            List<Object> given = new ArrayList<>(one.arguments());
            if (!one.named().isEmpty()) {
                given.add(0, one.named());
            }
            all.add(kinds(given) + (one.block() == null ? "" : "{" + shown(one.block()) + "}"));
        }
        return all.toString();
    }

    @Test
    void jsonAndBackThroughGroovy() {
        String json = "{\"a\":1.10,\"b\":[1e3,-0.0,12345678901234567890],\"c\":{}}";
        Object back = shell.evaluate(new GroovyValue(80).of(ExactJson.parse(json), 0));
        assertEquals(ExactJson.write(ExactJson.parse(json)), ExactJson.write(back));
    }
}
