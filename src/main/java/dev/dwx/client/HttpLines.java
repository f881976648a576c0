package dev.dwx.client;

import com.aliyun.tea.okhttp.ClientHelper;
import com.aliyun.teaopenapi.models.Config;
import dev.dwx.catalog.discovery.ProxyRules;
import dev.dwx.client.TransportException.Kind;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * The HTTP clients under the vendor's Java libraries, one for each endpoint. The libraries keep theirs in a table of their
 * own, fill it without a lock, follow redirects with the signature in hand, and garble a proxy password that holds a colon.
 * So each client is made here first, once, under a lock, and put into their table with the missing parts added. Safe for
 * use by many threads.
 */
final class HttpLines implements AutoCloseable {
    /** How many idle connections are kept: as many as threads may call at once. */
    private static final int IDLE_CONNECTIONS = 64;

    private final ClientSettings settings;
    private final Supplier<CallProgress> current;
    private final Map<String, Line> lines = new ConcurrentHashMap<>();

    /** The HTTP client of one endpoint, and the pool size that is its mark in the library's table. */
    record Line(OkHttpClient client, int idleConnections) {
    }

    /** Gives each HTTP call the progress record of the thread that makes it. */
    private final class Recorder implements EventListener.Factory {
        @Override
        public EventListener create(Call call) {
            CallProgress progress = current.get();
            return progress == null ? EventListener.NONE : progress;
        }
    }

    /** @param current the progress record of the call that the asking thread is making, or {@code null} */
    HttpLines(ClientSettings settings, Supplier<CallProgress> current) {
        this.settings = settings;
        this.current = current;
    }

    /** What every client of the library is made with. */
    Config config() {
        Config config = new Config();
        // Constant for the life of this object: each new value would make the library open a new client and pool.
        config.connectTimeout = (int) settings.connectTimeout().toMillis();
        config.readTimeout = (int) settings.readTimeout().toMillis();
        config.ca = settings.certificates();
        return config;
    }

    /**
     * The line to an endpoint.
     *
     * @throws TransportException when it cannot be set up
     */
    Line line(Endpoint endpoint) throws TransportException {
        Line known = lines.get(endpoint.url());
        if (known != null) {
            return known;
        }
        // The table belongs to the library and to every user of it in this process.
        synchronized (ClientHelper.class) {
            Line other = lines.get(endpoint.url());
            if (other == null) {
                other = open(endpoint);
                lines.put(endpoint.url(), other);
            }
            return other;
        }
    }

    private Line open(Endpoint endpoint) throws TransportException {
        Config config = config();
        Map<String, Object> runtime = new HashMap<>();
        runtime.put("connectTimeout", config.connectTimeout);
        runtime.put("readTimeout", config.readTimeout);
        runtime.put("ca", config.ca);
        runtime.put("ignoreSSL", null);
        // The table's key leaves out certificates and whose client it is; the pool size is in it and tells them apart.
        for (int idle = IDLE_CONNECTIONS;; idle++) {
            runtime.put("maxIdleConns", idle);
            OkHttpClient plain;
            try {
                plain = ClientHelper.getOkHttpClient(endpoint.host(), endpoint.port(), runtime);
            } catch (Exception e) {
                throw new TransportException(Kind.TLS, false,
                        Texts.of("the certificate file (--ca, DWX_CA_FILE) holds no certificate that can be used"));
            }
            if (plain.eventListenerFactory() instanceof Recorder) {
                continue;
            }
            OkHttpClient ours = extended(plain, endpoint);
            for (Map.Entry<String, OkHttpClient> entry : ClientHelper.clients.entrySet()) {
                if (entry.getValue() == plain) {
                    entry.setValue(ours);
                }
            }
            return new Line(ours, idle);
        }
    }

    private OkHttpClient extended(OkHttpClient plain, Endpoint endpoint) {
        OkHttpClient.Builder builder = plain.newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                .eventListenerFactory(new Recorder())
                .addInterceptor(this::overheard)
                .addInterceptor(new AnswerLimit())
                .addNetworkInterceptor(new SingleSend());
        ProxyRules.Server proxy = settings.proxies().forEndpoint(endpoint);
        if (proxy != null) {
            builder.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.host(), proxy.port())));
            if (proxy.user() != null) {
                builder.proxyAuthenticator(new ProxyPassword(proxy));
            }
        } else if (endpoint.isLoopback()) {
            builder.proxy(Proxy.NO_PROXY);
        }
        return builder.build();
    }

    /** Keeps a copy of the answer for a call that wants one; the library gets its own. */
    private Response overheard(Interceptor.Chain chain) throws IOException {
        CallProgress progress = current.get();
        Response response = EventTap.tapped(chain.proceed(chain.request()), progress == null ? null : progress.events());
        if (progress != null && progress.observed()) {
            Map<String, String> headers = new HashMap<>();
            for (String name : response.headers().names()) {
                headers.put(name.toLowerCase(Locale.ROOT), String.join(";", response.headers(name)));
            }
            progress.keep(new Transport.Reply(response.code(), Map.copyOf(headers),
                    response.peekBody(Long.MAX_VALUE).string()));
        }
        return response;
    }

    /** Closes idle connections and takes the clients out of the library's table. */
    @Override
    public void close() {
        synchronized (ClientHelper.class) {
            for (Line line : lines.values()) {
                ClientHelper.clients.values().removeIf(client -> client == line.client);
                line.client.connectionPool().evictAll();
            }
            lines.clear();
        }
    }
}
