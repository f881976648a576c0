package dev.dwx.client;

import dev.dwx.json.ExactJson;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Style;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the encoder puts on the wire decodes back to what was given, and it fails only in our own terms. */
class RequestEncoderProperties {
    private static final ApiOperation OPERATION = Operations.operation("CreateX", "POST", parameters());

    private static List<ApiParameter> parameters() {
        List<ApiParameter> parameters = new ArrayList<>();
        for (Placement in : new Placement[] {Placement.QUERY, Placement.FORM_DATA}) {
            String p = in == Placement.QUERY ? "q" : "f";
            parameters.add(Operations.parameter(p + "Text", in, Style.NONE, "string"));
            parameters.add(Operations.parameter(p + "Number", in, Style.NONE, "integer"));
            parameters.add(Operations.parameter(p + "Json", in, Style.JSON, "any"));
            parameters.add(Operations.parameter(p + "Simple", in, Style.SIMPLE, "string[]"));
            parameters.add(Operations.parameter(p + "Repeat", in, Style.REPEAT_LIST, "string[]"));
            parameters.add(Operations.parameter(p + "Flat", in, Style.FLAT, "object"));
        }
        return parameters;
    }

    private static Map<String, String> decoded(String encoded) {
        Map<String, String> map = new LinkedHashMap<>();
        for (String pair : encoded.isEmpty() ? new String[0] : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            map.put(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return map;
    }

    @Property(tries = 300)
    void argumentsDecodeBackFromTheWire(
            @ForAll("texts") String text, @ForAll long number, @ForAll("elements") List<String> list,
            @ForAll("trees") Object tree) {
        for (String place : new String[] {"q", "f"}) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            arguments.put(place + "Text", text);
            arguments.put(place + "Number", number);
            arguments.put(place + "Json", tree instanceof String ? List.of(tree) : tree);
            arguments.put(place + "Simple", list);
            arguments.put(place + "Repeat", list);
            WireRequest request = new RequestEncoder(Signature.V3).encode(OPERATION, arguments);
            Map<String, String> wire = decoded(place.equals("q") ? request.queryText() : request.formText());
            assertEquals(place.equals("q") ? request.query() : request.form(), wire);
            assertEquals(text, wire.get(place + "Text"));
            assertEquals(number, Long.parseLong(wire.get(place + "Number")));
            assertEquals(tree instanceof String ? List.of(tree) : tree, ExactJson.parse(wire.get(place + "Json")));
            assertEquals(list, Arrays.asList(wire.get(place + "Simple").split(",", -1)));
            for (int i = 0; i < list.size(); i++) {
                assertEquals(list.get(i), wire.get(place + "Repeat." + (i + 1)));
            }
        }
    }

    @Property(tries = 200)
    void flatKeysAreToldApartByTheirLength(@ForAll("texts") String key, @ForAll("texts") String value) {
        WireRequest request = new RequestEncoder(Signature.V3).encode(OPERATION, Map.of("fFlat", Map.of(key, value)));
        String name = request.form().keySet().iterator().next();
        String rest = name.substring("fFlat.#".length());
        int mark = rest.indexOf('#');
        assertEquals(key, rest.substring(mark + 1));
        assertEquals(key.length(), Integer.parseInt(rest.substring(0, mark)));
        assertEquals(value, request.form().get(name));
    }

    @Property(tries = 600)
    void whateverIsGivenOnlyOurOwnExceptionComesOut(
            @ForAll("names") String name, @ForAll("anything") Object value, @ForAll Signature signature) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put(name, value);
        try {
            WireRequest request = new RequestEncoder(signature).encode(OPERATION, arguments);
            request.queryText();
            request.formText();
        } catch (ApiException expected) {
            assertEquals(ApiException.Stage.NOT_SENT, expected.stage());
        }
    }

    @Property(tries = 300)
    void readyJsonTextGoesOutWithIdenticalBytes(@ForAll("texts") String text) {
        assertEquals(text, new RequestEncoder(Signature.V3).encode(OPERATION, Map.of("fJson", text)).form().get("fJson"));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().filter(RequestEncoderProperties::isWhole),
                Arbitraries.of("", "$", "${bizdate}", "a&b=c", "line\nline\r\n", "\u0000\u0001\u001f\u007f", "😀👩‍👩‍👧",
                        "中文", "%", "%41", "+", " ", "*~'()!", "a\\b\"c", "\u2028", "\uFEFF", "#", "=&="));
    }

    @Provide
    Arbitrary<List<String>> elements() {
        return texts().filter(s -> !s.contains(",")).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.oneOf(Arbitraries.strings(), Arbitraries.of("qText", "qNumber", "qJson", "qSimple",
                "qRepeat", "qFlat", "fText", "fNumber", "fJson", "fSimple", "fRepeat", "fFlat", "Action", "Signature"));
    }

    @Provide
    Arbitrary<Object> trees() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(texts().map(s -> (Object) s), Arbitraries.integers().map(i -> (Object) i),
                Arbitraries.of(true, false).map(b -> (Object) b));
        return Arbitraries.recursive(() -> scalars, inner -> Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(l -> (Object) l),
                Arbitraries.maps(texts(), inner).ofMaxSize(3).map(m -> (Object) m)), 1, 3);
    }

    @Provide
    Arbitrary<Object> anything() {
        Map<Object, Object> nullKey = new LinkedHashMap<>();
        nullKey.put(null, "x");
        return Arbitraries.oneOf(
                Arbitraries.strings().map(s -> (Object) s), trees(), Arbitraries.doubles().map(d -> (Object) d),
                Arbitraries.floats().map(d -> (Object) d), Arbitraries.bigDecimals().map(d -> (Object) d),
                Arbitraries.chars().map(c -> (Object) c),
                Arbitraries.of(new Object(), new int[] {1}, new Object[] {null}, new byte[] {-1}, nullKey,
                        Thread.currentThread(), Style.JSON, new java.math.BigDecimal("1E+999999999"),
                        new java.math.BigDecimal("1E-999999999"), List.of(List.of()), Map.of(), new StringBuilder("x"),
                        new java.util.concurrent.atomic.AtomicLong(3), java.time.Instant.EPOCH));
    }

    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
