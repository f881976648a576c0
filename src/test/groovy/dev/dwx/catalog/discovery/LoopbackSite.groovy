package dev.dwx.catalog.discovery

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import groovy.transform.CompileStatic
import java.nio.charset.StandardCharsets
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.ExecutorService
import java.util.concurrent.Executors

/** A web site on loopback whose pages a test sets one by one; it records what it was asked. */
@CompileStatic
class LoopbackSite implements Closeable {
    final List<String> asked = new CopyOnWriteArrayList<>()
    final List<Map<String, String>> headers = new CopyOnWriteArrayList<>()
    final List<String> bodies = new CopyOnWriteArrayList<>()
    private final Map<String, Closure<?>> pages = new ConcurrentHashMap<>()
    private final HttpServer server
    private final ExecutorService threads = Executors.newCachedThreadPool()

    LoopbackSite() {
        server = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
        server.executor = threads
        server.createContext('/') { HttpExchange exchange -> handle(exchange) }
        server.start()
    }

    String getUrl() {
        "http://127.0.0.1:${server.address.port}"
    }

    int getPort() {
        server.address.port
    }

    /** The answer to a path: 200 with this text. */
    void page(String path, String text) {
        pages[path] = { HttpExchange exchange -> send(exchange, 200, text) }
    }

    /** The answer to a path, whatever the closure does with the exchange. */
    void on(String path, Closure<?> answer) {
        pages[path] = answer
    }

    void gone(String path) {
        pages.remove(path)
    }

    static void send(HttpExchange exchange, int status, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8)
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length)
        exchange.responseBody.write(bytes)
    }

    private void handle(HttpExchange exchange) {
        asked << exchange.requestURI.toString()
        Map<String, String> sent = [:]
        exchange.requestHeaders.each { String name, List<String> values -> sent[name.toLowerCase(Locale.ROOT)] = values[0] }
        headers << sent
        bodies << exchange.requestBody.getText('UTF-8')
        Closure<?> answer = pages[exchange.requestURI.path]
        try {
            if (answer == null) {
                send(exchange, 404, 'no such page')
            } else {
                answer.call(exchange)
            }
        } catch (IOException ignored) {
            // The client has gone; some tests want just that.
        } finally {
            exchange.close()
        }
    }

    @Override
    void close() {
        server.stop(0)
        threads.shutdownNow()
    }
}
