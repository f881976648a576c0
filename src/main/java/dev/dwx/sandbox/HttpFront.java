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

    private static final int MOST_PIECES = 50;

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
            WireAnswer.Delivery delivery = answer.delivery();
            if (delivery.bytes() == WireAnswer.Delivery.BY_EVENT) {
                answer.headers().forEach(exchange.getResponseHeaders()::set);
                sendEvents(exchange, answer);
            } else if (delivery.bytes() != WireAnswer.Delivery.NO_ANSWER) {
                send(exchange, answer);
            }
            if (delivery.afterwards() != null) {
                exchange.close();
                delivery.afterwards().run();
            }
        }
    }

    private static void send(HttpExchange exchange, WireAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body();
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), empty ? -1 : body.length);
        if (!empty) {
            try (OutputStream out = exchange.getResponseBody()) {
                int length = answer.delivery().bytes() < 0 ? body.length
                        : Math.min(answer.delivery().bytes(), body.length - 1);
                trickle(out, body, length, answer.delivery().trickleMillis());
            }
        }
    }

    private static void trickle(OutputStream out, byte[] body, int length, long millis) throws IOException {
        int pieces = millis == 0 ? 1 : Math.min(MOST_PIECES, Math.max(1, length));
        int sent = 0;
        for (int i = 1; i <= pieces; i++) {
            int until = (int) ((long) length * i / pieces);
            out.write(body, sent, until - sent);
            sent = until;
            if (millis > 0) {
                out.flush();
                Site.pause(millis / pieces);
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
