package dev.dwx.sandbox;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.dwx.catalog.Edition;
import dev.dwx.sandbox.fault.FaultRule;
import dev.dwx.sandbox.fault.FaultSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A local DataWorks endpoint: it speaks the real wire protocol, both signatures, on loopback only, and refuses what
 * the service refuses with the same codes. Any official client can be pointed at it.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(catalog))) {
 *     sandbox.endpoint();   // http://127.0.0.1:34567
 * }
 * }</pre>
 *
 * <p>Beside the calls at {@code /} it serves what a client learns the operations from; see {@link SandboxReadyLines}.
 */
public final class Sandbox implements AutoCloseable {
    private static final int THREADS = 16;

    private final HttpServer http;
    private final HttpsServer https;
    private final ExecutorService executor;
    private final RequestLog log;
    private final Site site;
    private final String certificatePem;

    private Sandbox(SandboxOptions options) throws IOException {
        // Read once, when the JDK's server class is first used: without the first every small answer waits 40 ms,
        // without the second (in seconds) a caller that never ends its request holds a thread for ever.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxReqTime", "60");
        log = new RequestLog(options.logCapacity(), options.onCall());
        InetAddress loopback = InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        executor = Executors.newFixedThreadPool(THREADS, daemons());
        http = HttpServer.create(new InetSocketAddress(loopback, options.httpPort()), 0);
        site = new Site(options, log, http.getAddress().getPort());
        HttpFront front = new HttpFront(site::answer);
        http.createContext("/", front);
        http.setExecutor(executor);
        try {
            SelfSignedCertificate certificate = options.https() ? new SelfSignedCertificate() : null;
            certificatePem = certificate == null ? null : certificate.pem();
            https = certificate == null ? null : secured(certificate, loopback, options.httpsPort(), front, executor);
        } catch (IOException | RuntimeException e) {
            http.stop(0);
            throw e;
        }
        http.start();
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static HttpsServer secured(SelfSignedCertificate certificate, InetAddress loopback, int port,
            HttpFront front, ExecutorService executor) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(loopback, port), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
        server.createContext("/", front);
        server.setExecutor(executor);
        server.start();
        return server;
    }

    /**
     * Starts listening.
     *
     * @throws UncheckedIOException when a port is taken
     */
    public static Sandbox start(SandboxOptions options) {
        try {
            return new Sandbox(options);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot listen on 127.0.0.1, HTTP port " + options.httpPort()
                    + (options.https() ? ", HTTPS port " + options.httpsPort() : "") + ": " + e.getMessage()
                    + ". Give another port, or 0 for any free one.", e);
        }
    }

    /** {@code http://127.0.0.1:PORT}, without a slash at the end. */
    public String endpoint() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** {@code https://127.0.0.1:PORT}, or {@code null} when TLS was not asked for. */
    public String httpsEndpoint() {
        return https == null ? null : "https://127.0.0.1:" + https.getAddress().getPort();
    }

    /** The certificate that a client must trust for {@link #httpsEndpoint()}, PEM; {@code null} without TLS. */
    public String certificatePem() {
        return certificatePem;
    }

    /** The calls answered so far. */
    public RequestLog log() {
        return log;
    }

    /** Lets the next calls go wrong, one disturbance each, in this order, after those that are still in line. */
    public void disturb(Disturbance... next) {
        for (Disturbance disturbance : next) {
            controls().faults().arm(FaultRule.once(disturbance.fault()));
        }
    }

    /**
     * Lets calls go wrong: {@code sandbox.fault(status: 503, times: 3, on: 'CreateNode', after: true)}; see
     * {@link FaultSettings} for every setting.
     *
     * @throws IllegalArgumentException when a setting does not exist, or its value makes no sense
     */
    public Map<String, Object> fault(Map<?, ?> settings) {
        return controls().fault(settings);
    }

    /** The faults in line, and the last that have happened as often as they should, with how often they did. */
    public List<Map<String, Object>> faults() {
        return controls().rows();
    }

    /** Ends all faults and lags. */
    public void calm() {
        controls().calm();
    }

    /**
     * Lets reads lag behind writes: {@code sandbox.stale(for: '5s', on: 'ListNodes')} or {@code reads: 3}.
     *
     * @throws IllegalArgumentException when a setting does not exist, or its value makes no sense
     */
    public Map<String, Object> stale(Map<?, ?> settings) {
        return controls().stale(settings);
    }

    /** The time of the sandbox's world. */
    public SandboxClock clock() {
        return controls().clock();
    }

    /** What was received of every operation, oldest first, one row each, secrets masked. */
    public List<Map<String, Object>> requests() {
        return controls().requests(null);
    }

    /** What was received of one operation, {@code *} standing for any part of its name. */
    public List<Map<String, Object>> requests(String operation) {
        return controls().requests(operation);
    }

    /** Everything as it was at the start: the world, its time, no faults, no counts, no requests. */
    public void reset() {
        controls().reset();
    }

    /** Plays an edition's limits from now on, {@link Edition#UNLIMITED} for none; the counts begin anew. */
    public void limits(Edition edition) {
        controls().quota().play(edition);
    }

    /**
     * Switches the edition, or lets calls have been used up already: {@code sandbox.limits(edition: 'basic', usedToday: 95)}; says what is
     * in force.
     *
     * @throws IllegalArgumentException when a setting does not exist, or its value makes no sense
     */
    public Map<String, Object> limits(Map<?, ?> settings) {
        return controls().limits(settings);
    }

    private Controls controls() {
        return site.controls();
    }

    @Override
    public void close() {
        http.stop(0);
        if (https != null) {
            https.stop(0);
        }
        executor.shutdownNow();
    }

    private static ThreadFactory daemons() {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "sandbox-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
