package dev.dwx.sandbox;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.SocketFactory;

/**
 * A client of the wire protocol that shares no code with the sandbox: it signs for itself and writes bytes to a socket,
 * so that a test can change anything between signing and sending. One connection per request.
 */
public final class SigningClient {
    private final String host;
    private final int port;
    private final SocketFactory sockets;
    private String keyId = "sandbox";
    private String secret = "sandbox";
    private String token;
    private InstantSource clock = InstantSource.system();

    public SigningClient(String endpoint) {
        this(endpoint, SocketFactory.getDefault());
    }

    /** With a TLS socket factory for an https endpoint. */
    public SigningClient(String endpoint, SocketFactory sockets) {
        URI uri = URI.create(endpoint);
        host = uri.getHost();
        port = uri.getPort();
        this.sockets = sockets;
    }

    public SigningClient key(String id, String itsSecret, String itsToken) {
        keyId = id;
        secret = itsSecret;
        token = itsToken;
        return this;
    }

    public SigningClient clock(InstantSource value) {
        clock = value;
        return this;
    }

    public String hostHeader() {
        return host + ":" + port;
    }

    /** An unsigned call; fill it in, sign it, send it. */
    public Call call(String method, String action, String version) {
        return new Call(method, action, version);
    }

    /** A call with its arguments placed and encoded as the operation's metadata says; not yet signed. */
    public Call call(ApiOperation operation, Map<String, Object> arguments) {
        Call call = new Call(operation.method(), operation.name(), operation.version());
        for (ApiParameter parameter : operation.parameters()) {
            Object value = arguments.get(parameter.name());
            if (value == null) {
                continue;
            }
            Map<String, String> place = parameter.in() == Placement.FORM_DATA ? call.form : call.query;
            boolean composite = value instanceof List || value instanceof Map;
            if (!composite) {
                place.put(parameter.name(), value.toString());
            } else if (parameter.style() == Style.JSON) {
                place.put(parameter.name(), JsonText.write(value));
            } else if (parameter.style() == Style.SIMPLE) {
                place.put(parameter.name(), String.join(",", ((List<?>) value).stream().map(String::valueOf).toList()));
            } else {
                flatten(place, parameter.name(), value);
            }
        }
        return call;
    }

    private static void flatten(Map<String, String> place, String name, Object value) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(place, name + '.' + (i + 1), list.get(i));
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(place, name + '.' + key, inner));
        } else {
            place.put(name, value.toString());
        }
    }

    /** Percent-encoding of signatures. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static byte[] hmac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One request in the making. All fields may be changed at any time. */
    public final class Call {
        public String method;
        public String path = "/";
        public final String action;
        public final String version;
        public final Map<String, String> query = new LinkedHashMap<>();
        public final Map<String, String> form = new LinkedHashMap<>();
        public final Map<String, String> headers = new LinkedHashMap<>();
        /** Set to send something other than {@link #form}. */
        public byte[] body;
        /** Set to send something other than {@link #query}. */
        public String rawQuery;

        private Call(String method, String action, String version) {
            this.method = method;
            this.action = action;
            this.version = version;
            headers.put("host", hostHeader());
        }

        public Call query(String name, Object value) {
            query.put(name, value.toString());
            return this;
        }

        public Call form(String name, Object value) {
            form.put(name, value.toString());
            return this;
        }

        public Call header(String name, String value) {
            if (value == null) {
                headers.remove(name);
            } else {
                headers.put(name, value);
            }
            return this;
        }

        public byte[] bodyBytes() {
            return body != null ? body : wire(form).getBytes(StandardCharsets.UTF_8);
        }

        /** Adds the headers of the current signature; one that is there already is kept. */
        public Call signV3() {
            byte[] bytes = bodyBytes();
            headers.putIfAbsent("x-acs-action", action);
            headers.putIfAbsent("x-acs-version", version);
            headers.putIfAbsent("x-acs-date", now());
            headers.putIfAbsent("x-acs-signature-nonce", UUID.randomUUID().toString());
            headers.putIfAbsent("x-acs-content-sha256", sha256(bytes));
            if (bytes.length > 0) {
                headers.putIfAbsent("content-type", "application/x-www-form-urlencoded");
            }
            if (token != null) {
                headers.putIfAbsent("x-acs-security-token", token);
                headers.putIfAbsent("x-acs-accesskey-id", keyId);
            }
            Map<String, String> signed = new TreeMap<>();
            headers.forEach((name, value) -> {
                if (name.startsWith("x-acs-") || name.equals("host") || name.equals("content-type")) {
                    signed.put(name, value.strip());
                }
            });
            StringBuilder block = new StringBuilder();
            signed.forEach((name, value) -> block.append(name).append(':').append(value).append('\n'));
            String names = String.join(";", signed.keySet());
            String canonical = method + "\n/\n" + canonical(query, false) + "\n" + block + "\n" + names + "\n"
                    + sha256(bytes);
            String toSign = "ACS3-HMAC-SHA256\n" + sha256(canonical.getBytes(StandardCharsets.UTF_8));
            headers.put("authorization", "ACS3-HMAC-SHA256 Credential=" + keyId + ",SignedHeaders=" + names
                    + ",Signature=" + HexFormat.of().formatHex(hmac("HmacSHA256", secret, toSign)));
            return this;
        }

        /** Adds the query parameters of the old signature; one that is there already is kept. */
        public Call signV1() {
            query.putIfAbsent("Action", action);
            query.putIfAbsent("Format", "json");
            query.putIfAbsent("Version", version);
            query.putIfAbsent("Timestamp", now());
            query.putIfAbsent("SignatureNonce", UUID.randomUUID().toString());
            query.putIfAbsent("SignatureMethod", "HMAC-SHA1");
            query.putIfAbsent("SignatureVersion", "1.0");
            query.putIfAbsent("AccessKeyId", keyId);
            if (token != null) {
                query.putIfAbsent("SecurityToken", token);
            }
            Map<String, String> all = new LinkedHashMap<>(query);
            all.remove("Signature");
            all.putAll(form);
            String toSign = method + "&%2F&" + encode(canonical(all, true));
            query.put("Signature", Base64.getEncoder().encodeToString(hmac("HmacSHA1", secret + "&", toSign)));
            if (!form.isEmpty()) {
                headers.putIfAbsent("content-type", "application/x-www-form-urlencoded");
            }
            return this;
        }

        public Answer send() {
            byte[] bytes = bodyBytes();
            StringBuilder head = new StringBuilder(method).append(' ').append(path);
            String text = rawQuery != null ? rawQuery : wire(query);
            if (!text.isEmpty()) {
                head.append('?').append(text);
            }
            head.append(" HTTP/1.1\r\n");
            headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
            boolean chunked = headers.containsKey("transfer-encoding");
            if (bytes.length > 0 && !chunked && !headers.containsKey("content-length")) {
                head.append("content-length: ").append(bytes.length).append("\r\n");
            }
            head.append("connection: close\r\n\r\n");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
            if (chunked) {
                if (bytes.length > 0) {
                    out.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.writeBytes(bytes);
                    out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } else {
                out.writeBytes(bytes);
            }
            return exchange(out.toByteArray());
        }

        private String now() {
            return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        }

        private static String canonical(Map<String, String> pairs, boolean dropEmpty) {
            List<String> parts = new ArrayList<>();
            pairs.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getKey)).forEach(pair -> {
                if (!dropEmpty || !pair.getValue().isEmpty()) {
                    parts.add(encode(pair.getKey()) + "=" + encode(pair.getValue()));
                }
            });
            return String.join("&", parts);
        }

        private static String wire(Map<String, String> pairs) {
            List<String> parts = new ArrayList<>();
            pairs.forEach((name, value) -> parts.add(URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8)));
            return String.join("&", parts);
        }
    }

    /** Sends bytes as they are and reads until the server closes. */
    public Answer exchange(byte[] request) {
        try (Socket socket = sockets.createSocket(host, port)) {
            socket.setSoTimeout(20_000);
            socket.setTcpNoDelay(true);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return Answer.parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An answer.
     *
     * @param status HTTP status, 0 when the connection closed without one
     * @param headers names in lower case
     * @param body as text
     */
    public record Answer(int status, Map<String, String> headers, String body) {
        static Answer parse(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            if (end < 0) {
                return new Answer(0, Map.of(), text);
            }
            String[] lines = text.substring(0, end).split("\r\n");
            Map<String, String> headers = new LinkedHashMap<>();
            for (int i = 1; i < lines.length; i++) {
                int colon = lines[i].indexOf(':');
                headers.put(lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                        lines[i].substring(colon + 1).strip());
            }
            byte[] body = Arrays.copyOfRange(bytes, end + 4, bytes.length);
            return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers,
                    new String(body, StandardCharsets.UTF_8));
        }

        /** The JSON body. */
        @SuppressWarnings("unchecked")
        public Map<String, Object> json() {
            return (Map<String, Object>) JsonText.read(body);
        }

        /** The error code of a JSON body, {@code null} when there is none. */
        public String code() {
            return (String) json().get("Code");
        }

        public String message() {
            return (String) json().get("Message");
        }
    }
}
