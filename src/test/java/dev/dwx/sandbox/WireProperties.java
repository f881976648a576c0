package dev.dwx.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.SnapshotCatalog;
import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

class WireProperties {
    private static final Instant NOW = Instant.parse("2026-03-15T08:30:00Z");
    private static final ApiCatalog CATALOG = SnapshotCatalog.bundled();
    private static final List<ApiSummary> OPERATIONS = CATALOG.list();
    private static final Gateway GATEWAY = gateway();

    private static final Sandbox SANDBOX = Sandbox.start(SandboxOptions.of(CATALOG));

    @AfterContainer
    static void stop() {
        SANDBOX.close();
    }

    private static Gateway gateway() {
        SandboxOptions options = SandboxOptions.of(CATALOG).withClock(() -> NOW);
        return new Gateway(CATALOG, options.behaviour(), options, new SandboxClock(options.clock()),
                new CallQuota(options.edition()), new RequestIds(1L), new RequestLog(10, entry -> { }));
    }

    @Property(tries = 500)
    void strictEncodingReadsBack(@ForAll("texts") String text) {
        String encoded = PercentCode.encode(text);
        assertEquals(text, PercentCode.decode(encoded));
        assertTrue(encoded.chars().allMatch(c -> c == '%' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
                || c >= '0' && c <= '9' || "-_.~".indexOf(c) >= 0));
        assertEquals(SigningClient.encode(text), encoded);
    }

    @Property(tries = 300)
    void aFormReadsBackAndItsCanonicalFormDoesNotDependOnOrderOrOnTheEncodingOfTheWire(
            @ForAll("pairs") Map<String, String> pairs, @ForAll Random random) {
        List<Map.Entry<String, String>> given = new ArrayList<>();
        pairs.forEach((name, value) -> given.add(Map.entry(name, value)));
        List<Map.Entry<String, String>> shuffled = new ArrayList<>(given);
        Collections.shuffle(shuffled, random);
        assertEquals(given, PercentCode.parse(wire(given, false)));
        assertEquals(shuffled, PercentCode.parse(wire(shuffled, true)));
        assertEquals(PercentCode.canonical(given, false), PercentCode.canonical(shuffled, false));
        assertEquals(PercentCode.canonical(given, true),
                PercentCode.canonical(PercentCode.parse(PercentCode.canonical(given, false)), true));
    }

    @Property(tries = 200)
    void jsonReadsBack(@ForAll("json") Object value) {
        assertEquals(value, JsonText.read(JsonText.write(value)));
    }

    @Property(tries = 400)
    void whateverComesUnsignedIsRefusedInFormAndAtOnce(@ForAll("texts") String query, @ForAll("texts") String body,
            @ForAll("texts") String authorization) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("host", List.of("h"));
        headers.put("content-type", List.of("application/x-www-form-urlencoded"));
        headers.put("x-acs-action", List.of("ListProjects"));
        headers.put("x-acs-version", List.of("2024-05-18"));
        headers.put("authorization", List.of(authorization));
        WireRequest request =
                new WireRequest("POST", "/", query, headers, body.getBytes(StandardCharsets.UTF_8), false);
        WireAnswer answer = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> GATEWAY.answer(request));
        assertTrue(answer.status() >= 400 && answer.status() < 500, () -> answer.status() + " " + text(answer));
        assertTrue(text(answer).contains("RequestId"));
    }

    @Property(tries = 600)
    void signedRequestsWithHostileParametersNeverBreakTheGateway(@ForAll Random random,
            @ForAll("pairs") Map<String, String> extra, @ForAll("hostile") String hostile) {
        ApiSummary summary = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
        ApiOperation operation = CATALOG.find(summary.version(), summary.name()).orElseThrow();
        SigningClient client = new SigningClient("http://127.0.0.1:1").clock(() -> NOW);
        SigningClient.Call call = client.call(operation, new ArgumentGenerator(random.nextLong()).some(operation));
        poison(call.query, hostile, random);
        poison(call.form, hostile, random);
        if (random.nextInt(4) == 0) {
            call.query.putAll(extra);
        }
        call.signV3();
        Map<String, List<String>> headers = new HashMap<>();
        call.headers.forEach((name, value) -> headers.put(name, List.of(value)));
        List<Map.Entry<String, String>> query = new ArrayList<>();
        call.query.forEach((name, value) -> query.add(Map.entry(name, value)));
        WireRequest request = new WireRequest(call.method, "/", wire(query, false), headers, call.bodyBytes(), false);
        WireAnswer answer = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> GATEWAY.answer(request));
        assertNotEquals(500, answer.status(), () -> text(answer));
        assertTrue(!text(answer).contains("SignatureDoesNotMatch"), () -> text(answer));
    }

    @Property(tries = 100)
    void rawRequestsOfAnyKindAreAnsweredOrClosedAtOnce(@ForAll("tokens") String method, @ForAll("tokens") String target,
            @ForAll("tokens") String header, @ForAll("tokens") String value) {
        String request = method + " /" + target + " HTTP/1.1\r\nhost: h\r\nconnection: close\r\n" + header + ": "
                + value + "\r\n\r\n";
        SigningClient.Answer answer = assertTimeoutPreemptively(Duration.ofSeconds(15),
                () -> new SigningClient(SANDBOX.endpoint()).exchange(request.getBytes(StandardCharsets.UTF_8)));
        assertTrue(answer.status() < 500, () -> request + answer);
    }

    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.oneOf(Arbitraries.of("GET", "POST", "HEAD", "OPTIONS", "", "?", "?Action=ListProjects",
                "?%", "?a=%zz", "?a=b&&c", "mcp", "pop-mcp-tools?names=%ff", "api/v1/credentials/", "upload/x",
                "meta/v1/products/dataworks-public/versions//api-docs.json",
                "meta/v1/products/dataworks-public/versions/", "x-acs-action", "authorization", "ACS3-HMAC-SHA256",
                "ACS3-HMAC-SHA256 Credential=a,SignedHeaders=,Signature="),
                Arbitraries.strings().withCharRange('!', '~').excludeChars(':').ofMinLength(1).ofMaxLength(20));
    }

    private static void poison(Map<String, String> pairs, String hostile, Random random) {
        for (String name : new ArrayList<>(pairs.keySet())) {
            if (random.nextInt(3) == 0) {
                pairs.put(name, hostile);
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(30), hostile(),
                Arbitraries.strings().withChars("%&=+.;,aA09{}[]\"' ").ofMaxLength(30))
                .map(WireProperties::wellFormed);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of("", " ", "%", "%%", "%zz", "a=b&c=d", "null", "[]", "{}", "[[[[", "[".repeat(5000),
                "{\"a\":".repeat(2000), "1e999999999", "-0", "9".repeat(400), "[null]", "[1e400]", "{\"a\":1,\"a\":2}",
                "\u0000", "\uFFFF", "😀", "../../etc/passwd", "<script>", "' or 1=1 --", "NaN", "Infinity", "0x10",
                "٣", "true ", "TRUE", "a,,b", ",", "[\"" + "x".repeat(3000) + "\"]", "99999999999999999999");
    }

    @Provide
    Arbitrary<Map<String, String>> pairs() {
        return Arbitraries.maps(texts().filter(text -> !text.isEmpty()), texts()).ofMaxSize(8);
    }

    @Provide
    Arbitrary<Object> json() {
        Arbitrary<Object> scalar = Arbitraries.oneOf(texts().map(t -> (Object) t),
                Arbitraries.longs().map(n -> (Object) n), Arbitraries.of(true, false).map(b -> (Object) b),
                Arbitraries.bigDecimals().filter(n -> n.scale() > 0).map(n -> (Object) n),
                Arbitraries.just((Object) new BigInteger("9223372036854775808")));
        return Arbitraries.recursive(() -> scalar, inner -> Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(list -> (Object) list),
                Arbitraries.maps(texts(), inner).ofMaxSize(3).map(map -> (Object) new LinkedHashMap<>(map))), 0, 3);
    }

    /** Half a surrogate pair cannot be sent as UTF-8. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String wire(List<Map.Entry<String, String>> pairs, boolean strict) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, String> pair : pairs) {
            parts.add(strict ? PercentCode.encode(pair.getKey()) + "=" + PercentCode.encode(pair.getValue())
                    : URLEncoder.encode(pair.getKey(), StandardCharsets.UTF_8) + "="
                            + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8));
        }
        return String.join("&", parts);
    }

    private static String text(WireAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
