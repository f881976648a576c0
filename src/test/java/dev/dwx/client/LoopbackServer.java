package dev.dwx.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server that keeps every request exactly as it came and answers as it was told, byte for byte. */
public final class LoopbackServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<Captured> captured = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Reaction> reactions = new LinkedBlockingQueue<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Reaction usual = (request, connection) -> write(connection, reply(200, "application/json",
            "{\"RequestId\":\"R\"}"));

    /** One request. Header names are in small letters. */
    public record Captured(int connection, String method, String target, Map<String, String> headers, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** What to do when a request has been read whole. */
    public interface Reaction {
        void react(Captured request, Socket connection) throws IOException;
    }

    public LoopbackServer() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
    }

    public LoopbackServer(ServerSocket socket) {
        this.socket = socket;
        Thread thread = new Thread(this::accept, "loopback-server");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public List<Captured> requests() {
        return captured;
    }

    public Captured last() {
        return captured.get(captured.size() - 1);
    }

    public int connections() {
        return connections.get();
    }

    public LoopbackServer then(Reaction reaction) {
        reactions.add(reaction);
        return this;
    }

    public LoopbackServer thenReply(int status, String type, String body) {
        byte[] bytes = reply(status, type, body);
        return then((request, connection) -> write(connection, bytes));
    }

    public LoopbackServer thenJson(int status, String body) {
        return thenReply(status, "application/json;charset=utf-8", body);
    }

    public void always(Reaction reaction) {
        usual = reaction;
    }

    public void alwaysJson(int status, String body) {
        byte[] bytes = reply(status, "application/json", body);
        always((request, connection) -> write(connection, bytes));
    }

    public static byte[] reply(int status, String type, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " X\r\n" + (type == null ? "" : "Content-Type: " + type + "\r\n")
                + "X-Acs-Request-Id: HEADER-ID\r\nContent-Length: " + content.length + "\r\n\r\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(content);
        return out.toByteArray();
    }

    public static void write(Socket connection, byte[] bytes) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                int number = connections.incrementAndGet();
                Thread thread = new Thread(() -> serve(connection, number), "loopback-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection, int number) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            while (true) {
                Captured request = read(in, number);
                if (request == null) {
                    return;
                }
                captured.add(request);
                Reaction reaction = reactions.poll();
                (reaction == null ? usual : reaction).react(request, connection);
                if (connection.isClosed()) {
                    return;
                }
            }
        } catch (IOException e) {
            // The other side is gone, which tests do on purpose.
        }
    }

    private static Captured read(InputStream in, int number) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        String[] parts = first.split(" ");
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon).toLowerCase(java.util.Locale.ROOT), line.substring(colon + 1).strip());
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (headers.containsKey("content-length")) {
            body.writeBytes(in.readNBytes(Integer.parseInt(headers.get("content-length"))));
        } else if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
            for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
                body.writeBytes(in.readNBytes(size));
                line(in);
            }
            line(in);
        }
        return new Captured(number, parts[0], parts[1], headers, body.toByteArray());
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return out.size() == 0 ? null : out.toString(StandardCharsets.ISO_8859_1);
            }
            if (b != '\r') {
                out.write(b);
            }
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket each : new ArrayList<>(open)) {
            each.close();
        }
    }
}
