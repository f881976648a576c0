package dev.dwx.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.SnapshotCatalog;
import dev.dwx.client.ApiClient;
import dev.dwx.client.ApiException;
import dev.dwx.client.ClientSettings;
import dev.dwx.client.Endpoint;
import dev.dwx.client.Endpoints;
import dev.dwx.client.LoopbackServer;
import dev.dwx.client.credentials.CredentialSource;
import dev.dwx.client.credentials.Credentials;
import dev.dwx.client.steady.Pace;
import dev.dwx.dsl.settle.Looks;
import dev.dwx.json.ExactJson;
import dev.dwx.render.Look;
import dev.dwx.render.OutputForm;
import dev.dwx.render.Renderer;
import dev.dwx.safety.ConfirmationPolicy;
import dev.dwx.sandbox.SandboxCall;
import dev.dwx.sandbox.ShapedBehaviour;
import groovy.lang.Closure;
import groovy.lang.MissingPropertyException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever comes back over the socket, a call ends in an answer or in our own exception, and what is an answer can be worked with. */
class AnswerFuzzProperties {
    private static final ApiCatalog CATALOG = SnapshotCatalog.bundled();
    private static final List<OutputForm> FORMS = List.of(OutputForm.TABLE, OutputForm.JSON, OutputForm.CSV, OutputForm.YAML);
    private static final String TOUCH = """
            return { r ->
                r.items; r.total; r.size(); r.requestId; r.raw; r.body; r.isEmpty()
                r.each { it }
                r.findAll { it }
                (0..<r.size()).collect { r[it] }
                r*.Name
            }
            """;
    private static LoopbackServer server;
    private static ApiClient client;
    private static Session session;
    private static Closure<?> touch;

    @BeforeContainer
    static void open() throws IOException {
        server = new LoopbackServer();
        client = ApiClient.create(ClientSettings.of(new Endpoints(Endpoint.parse(server.url()), false),
                CredentialSource.of(Credentials.accessKey("id", "secret"))).withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10)));
        session = Session.with(() -> CATALOG, client).context(Context.of("cn-shanghai").withProject(10001L, "orders_dw"))
                .policy(ConfirmationPolicy.YES).looks(Looks.of(Pace.real().rest())).begin();
        touch = (Closure<?>) new GroovyEvaluator(session).evaluate(TOUCH, "touch");
    }

    @AfterContainer
    static void close() throws IOException {
        client.close();
        server.close();
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void everyBodyEndsAsAnAnswerOrAsOurException(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
        Random random = new Random(seed);
        ApiOperation operation = operation(random);
        ends(operation, response(random, operation));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void aRightAnswerThatIsCutAnywhereIsNeverTakenForAWholeOne(@ForAll @IntRange(min = 0, max = 1000) int permille) {
        ApiOperation operation = CATALOG.find(ApiCatalog.V2024, "ListProjects").orElseThrow();
        byte[] whole = http(200, "application/json", json(shaped(operation)), List.of(), true);
        assertFalse(ends(operation, Arrays.copyOf(whole, whole.length * permille / 1001)));
        assertTrue(ends(operation, whole));
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void wrongTypesInAnyPlaceReachTheLanguageWithoutHarm(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) {
        Random random = new Random(seed);
        ApiOperation operation = operation(random);
        Object body = shaped(operation);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            body = mutated(body, random, 0);
        }
        ends(operation, http(200, "application/json;charset=utf-8", json(body), List.of(), true));
    }

    @Example
    void fiftyMegabytesAreNotReadToTheirEnd() {
        ApiOperation operation = CATALOG.find(ApiCatalog.V2024, "ListProjects").orElseThrow();
        AtomicLong written = new AtomicLong();
        server.always((request, connection) -> {
            OutputStream out = connection.getOutputStream();
            out.write("HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 52428806\r\n\r\n{\"A\":\""
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[1 << 16];
            Arrays.fill(chunk, (byte) 'a');
            for (int i = 0; i < 800; i++) {
                out.write(chunk);
                written.addAndGet(chunk.length);
            }
        });
        ApiException e = assertThrows(ApiException.class, () -> session.unchecked(operation, Map.of()));
        assertEquals("dwx.TooLarge", e.code());
        assertTrue(e.getMessage().contains("32 MB"), e.getMessage());
        assertTrue(e.next().contains("PageSize"), e.next());
        assertTrue(written.get() < 45L << 20, () -> written + " bytes were read");
    }

    @Example
    void aSmallPackedAnswerDoesNotBecomeAHugeOne() throws IOException {
        ApiOperation operation = CATALOG.find(ApiCatalog.V2024, "GetTask").orElseThrow();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            byte[] blank = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                out.write(blank);
            }
        }
        byte[] response = http(200, "application/json", packed.toByteArray(), List.of("Content-Encoding: gzip"), true);
        server.always((request, connection) -> LoopbackServer.write(connection, response));
        ApiException e = assertThrows(ApiException.class, () -> session.unchecked(operation, Map.of()));
        assertEquals("dwx.TooLarge", e.code());
    }

    /** Makes the call; whether it was an answer. */
    private static boolean ends(ApiOperation operation, byte[] response) {
        server.always((request, connection) -> {
            LoopbackServer.write(connection, response);
            connection.close();
        });
        ApiResult result;
        try {
            result = session.unchecked(operation, Map.of());
        } catch (ApiException e) {
            assertFalse(e.getMessage().isBlank());
            assertFalse(e.code().equals("dwx.Fault"), e.getMessage());
            return false;
        }
        try {
            touch.call(result);
        } catch (MissingPropertyException e) {
            // No list of objects with names; a number or text where an object belongs has no fields at all.
            assertFalse(e.getMessage().isBlank());
        }
        for (OutputForm form : FORMS) {
            String shown = new Renderer(form, Look.PLAIN).render(result);
            assertTrue(shown.length() < 50 * (response.length + 10_000), () -> form + " makes " + shown.length() + " of " + response.length);
        }
        return true;
    }

    private static ApiOperation operation(Random random) {
        List<ApiSummary> all = CATALOG.list();
        ApiSummary one = all.get(random.nextInt(all.size()));
        return CATALOG.find(one.version(), one.name()).orElseThrow();
    }

    private static Object shaped(ApiOperation operation) {
        return new ShapedBehaviour().answer(new SandboxCall(operation, Map.of(), "1", "R-1", Instant.EPOCH));
    }

    private static byte[] json(Object value) {
        return ExactJson.write(value).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] response(Random random, ApiOperation operation) {
        byte[] body = json(shaped(operation));
        int status = new int[] {200, 200, 200, 201, 204, 301, 400, 401, 403, 404, 407, 408, 429, 500, 502, 503, 504, 599}[random.nextInt(18)];
        String type = new String[] {"application/json", "application/json;charset=utf-8", "text/html", "text/xml;charset=utf-8",
            "application/json;charset=utf-16", "application/json;charset=nonsense", "text/plain;charset=GBK", "image/png", null}[random.nextInt(9)];
        return switch (random.nextInt(16)) {
            case 0 -> http(status, type, body, List.of(), true);
            case 1 -> http(status, type, packed(body, true), List.of("Content-Encoding: gzip"), true);
            case 2 -> http(status, type, broken(packed(body, true), random), List.of("Content-Encoding: gzip"), true);
            case 3 -> http(status, type, body, List.of("Content-Encoding: gzip"), true);
            case 4 -> http(status, type, packed(body, true), List.of(), true);
            case 5 -> http(status, type, packed(body, false), List.of("Content-Encoding: deflate"), true);
            case 6 -> http(status, type, broken(packed(body, false), random), List.of("Content-Encoding: deflate"), true);
            case 7 -> http(status, type, page(random), List.of(), true);
            case 8 -> http(status, type, odd(random), List.of(), true);
            case 9 -> http(status, type, join("\uFEFF".getBytes(StandardCharsets.UTF_8), body), List.of(), true);
            case 10 -> http(status, type, new String(body, StandardCharsets.UTF_8)
                    .getBytes(Charset.forName(random.nextBoolean() ? "UTF-16" : "GBK")), List.of(), true);
            case 11 -> chunked(status, type, body, random);
            case 12 -> broken(http(status, type, body, List.of(), true), random);
            case 13 -> http(status, type, noise(random),
                    List.of("Content-Encoding: " + new String[] {"gzip", "br", "identity", "x"}[random.nextInt(4)]), true);
            case 14 -> noise(random);
            default -> http(status, type, body, List.of("X-Acs-Retry-After: " + random.nextInt(), "Content-Length: 3"), random.nextBoolean());
        };
    }

    private static byte[] odd(Random random) {
        String text = switch (random.nextInt(16)) {
            case 0 -> "";
            case 1 -> " \r\n\t ";
            case 2 -> "null";
            case 3 -> "true";
            case 4 -> "-0.0";
            case 5 -> "\"text\"";
            case 6 -> "[]";
            case 7 -> "[1, 2.5, \"x\", null, [true], {}]";
            case 8 -> "{\"PagingInfo\":{\"TotalCount\":1e999999999,\"Projects\":[{\"Id\":-1E-999999999,\"Name\":1e400}]}}";
            case 9 -> "{\"Id\":" + "9".repeat(1 + random.nextInt(20_000)) + "}";
            case 10 -> "[".repeat(1 + random.nextInt(5_000));
            case 11 -> "{\"a\":".repeat(390) + "1" + "}".repeat(390);
            case 12 -> "\u0000\u0000{}\u0000";
            case 13 -> "{\"\u0000\":\"\u0000\\u0000\\ud800\"}";
            case 14 -> "{\"Success\":{\"a\":1},\"SuccessInfo\":[1],\"Results\":{\"x\":1},\"AsyncJob\":[[]],\"Code\":[],\"Message\":{}}";
            default -> "{\"RequestId\":{},\"Code\":7,\"Message\":false,\"HostId\":[],\"AccessDeniedDetail\":{\"AuthAction\":[]}}";
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] page(Random random) {
        String html = "<!DOCTYPE html><html><head><title>504 Gateway Time-out</title></head><body>" + "<p>&nbsp;".repeat(random.nextInt(500))
                + "</body></html>";
        return (random.nextBoolean() ? html : "<?xml version=\"1.0\"?><Error><Code>Throttling</Code><Message>m</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(3000)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Cut, or with a byte changed. */
    private static byte[] broken(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        if (random.nextBoolean()) {
            return Arrays.copyOf(bytes, at);
        }
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 + random.nextInt(255));
        return changed;
    }

    private static byte[] packed(byte[] bytes, boolean gzip) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = gzip ? new GZIPOutputStream(out) : new DeflaterOutputStream(out)) {
            packing.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] chunked(int status, String type, byte[] body, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int at = 0; at < body.length;) {
            int size = Math.min(1 + random.nextInt(400), body.length - at);
            out.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body, at, size);
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            at += size;
        }
        out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        byte[] chunks = random.nextInt(3) == 0 ? out.toByteArray() : broken(out.toByteArray(), random);
        return http(status, type, chunks, List.of("Transfer-Encoding: chunked"), false);
    }

    private static byte[] http(int status, String type, byte[] body, List<String> headers, boolean length) {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" X\r\n");
        if (type != null) {
            head.append("Content-Type: ").append(type).append("\r\n");
        }
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (length) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return join(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII), body);
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** The body with another value in one place. */
    private static Object mutated(Object value, Random random, int depth) {
        boolean here = depth > 0 && random.nextInt(4) == 0;
        if (!here && value instanceof Map<?, ?> map && !map.isEmpty()) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(key.toString(), inner));
            String key = new ArrayList<>(copy.keySet()).get(random.nextInt(copy.size()));
            copy.put(key, mutated(copy.get(key), random, depth + 1));
            return copy;
        }
        if (!here && value instanceof List<?> list && !list.isEmpty()) {
            List<Object> copy = new ArrayList<>(list);
            int at = random.nextInt(copy.size());
            copy.set(at, mutated(copy.get(at), random, depth + 1));
            return copy;
        }
        List<Object> nested = new ArrayList<>();
        nested.add(null);
        nested.add(List.of(Map.of()));
        Object[] wrong = {null, true, false, 0, -1, Long.MAX_VALUE, BigInteger.TEN.pow(40), new BigDecimal("1E+999999999"),
            new BigDecimal("-1E-400"), "", "text", "{\"a\":[1,{}]}", "[", "{", "false", List.of(), nested, Map.of(),
            Map.of("Name", Map.of("Name", 1)), "1773417600000", "\u0000\u001b[31m", "中".repeat(300)};
        return wrong[random.nextInt(wrong.length)];
    }
}
