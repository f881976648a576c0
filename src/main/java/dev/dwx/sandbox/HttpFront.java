package dev.dwx.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Turns an exchange of the JDK's server into a {@link WireRequest}, and a {@link WireAnswer} into bytes. */
final class HttpFront implements HttpHandler {
    /** The service takes some megabytes; a body beyond this is not read. */
    static final int LARGEST_BODY = 16 * 1024 * 1024;

    private final Function<WireRequest, WireAnswer> site;

    HttpFront(Function<WireRequest, WireAnswer> site) {
        this.site = site;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body;
            try (InputStream in = exchange.getRequestBody()) {
                body = in.readNBytes(LARGEST_BODY + 1);
            }
            WireAnswer answer = body.length > LARGEST_BODY
                    ? WireAnswer.text(413, "text/plain", "Request Entity Too Large")
                    : answer(request(exchange, body));
            if (answer.delivery() == WireAnswer.Delivery.NOTHING) {
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            if (answer.delivery() == WireAnswer.Delivery.EVENTS) {
                sendEvents(exchange, answer);
                return;
            }
            boolean empty = answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), empty ? -1 : answer.body().length);
            if (!empty) {
                try (OutputStream out = exchange.getResponseBody()) {
                    boolean half = answer.delivery() == WireAnswer.Delivery.HALF;
                    out.write(answer.body(), 0, half ? answer.body().length / 2 : answer.body().length);
                }
            }
        }
    }

    private static void sendEvents(HttpExchange exchange, WireAnswer answer) throws IOException {
        exchange.sendResponseHeaders(answer.status(), 0);
        byte[] body = answer.body();
        try (OutputStream out = exchange.getResponseBody()) {
            int begin = 0;
            for (int i = 1; i < body.length; i++) {
                if (body[i] == '\n' && body[i - 1] == '\n') {
                    out.write(body, begin, i + 1 - begin);
                    out.flush();
                    begin = i + 1;
                }
            }
            out.write(body, begin, body.length - begin);
        }
    }

    /** A fault of the sandbox itself is an answer too; a closed connection would tell nothing. */
    private WireAnswer answer(WireRequest request) {
        try {
            return site.apply(request);
        } catch (RuntimeException e) {
            return WireAnswer.text(500, "text/plain;charset=utf-8", "The sandbox failed: " + e);
        }
    }

    private static WireRequest request(HttpExchange exchange, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT),
                values.stream().map(HttpFront::utf8).toList()));
        String path = exchange.getRequestURI().getRawPath();
        return new WireRequest(exchange.getRequestMethod(), path == null || path.isEmpty() ? "/" : path,
                exchange.getRequestURI().getRawQuery(), headers, body, exchange instanceof HttpsExchange);
    }

    /** The JDK's server reads header bytes as Latin-1; signatures are over UTF-8. */
    private static String utf8(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) > 127) {
                return new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            }
        }
        return value;
    }
}
