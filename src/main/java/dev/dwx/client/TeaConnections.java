package dev.dwx.client;

import com.aliyun.credentials.models.CredentialModel;
import com.aliyun.credentials.provider.AlibabaCloudCredentialsProvider;
import com.aliyun.teaopenapi.models.Config;
import dev.dwx.client.TransportException.Kind;
import dev.dwx.client.credentials.Credentials;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;

/**
 * The connections under the vendor's Java libraries, used by every transport that is built on them. The libraries
 * report an I/O failure without saying whether anything was sent; a call that is run through here fails with that said,
 * over a line of {@link HttpLines}. Safe for use by many threads.
 */
public final class TeaConnections implements AutoCloseable {
    /** Property and environment variable of the libraries; 5 is silence. */
    private static final String LOG_LEVEL = "ALIBABA_CLOUD_SDK_LOG_LEVEL";

    private final ClientSettings settings;
    private final ThreadLocal<CallProgress> current = new ThreadLocal<>();
    private final Map<Thread, CallProgress> running = new ConcurrentHashMap<>();
    private final HttpLines lines;

    /** A call into the vendor's library. */
    public interface Exchange<T> {
        T run() throws Exception;
    }

    /**
     * What a call into the library came to.
     *
     * @param result what the library made of the answer, or {@code null} when it could not make anything of it: it
     *     throws for every error answer
     * @param answer the answer itself, as it came over the wire
     */
    public record Observed<T>(T result, Transport.Reply answer) {
    }

    public TeaConnections(ClientSettings settings) {
        this.settings = settings;
        lines = new HttpLines(settings, current::get);
        // The libraries warn on standard output, which belongs to the data. Their own variable still turns it on.
        if (System.getProperty(LOG_LEVEL) == null) {
            System.setProperty(LOG_LEVEL, "5");
        }
    }

    /**
     * What the vendor's client for an endpoint is made with. Credentials are asked for at each call and are those of
     * the call that {@link #exchange} is running.
     *
     * @throws TransportException when the connection cannot be set up, for instance with a broken certificate file
     */
    public Config config(Endpoint endpoint) throws TransportException {
        HttpLines.Line line = lines.line(endpoint);
        Config config = lines.config();
        config.credential = new com.aliyun.credentials.Client(new CurrentCredentials());
        config.endpoint = endpoint.authority();
        config.protocol = endpoint.scheme();
        config.maxIdleConns = line.idleConnections();
        config.signatureAlgorithm = settings.signature().libraryName();
        config.userAgent = settings.userAgent();
        return config;
    }

    /**
     * The HTTP client of an address, with proxies, certificates and time-outs as the settings say, for what is no API call.
     *
     * @throws TransportException when the connection cannot be set up
     */
    public OkHttpClient client(Endpoint endpoint) throws TransportException {
        return lines.line(endpoint).client();
    }

    /**
     * Runs one call into the library as {@link #exchange} does, and brings back the answer as well, which the
     * library's own errors leave out for the most part: headers always, status and body when it is no JSON.
     *
     * @throws TransportException when no whole answer came back
     */
    public <T> Observed<T> observe(Transport.Outgoing call, Exchange<T> exchange) throws TransportException {
        return exchange(call, true, progress -> {
            T result;
            try {
                result = exchange.run();
            } catch (Exception e) {
                if (progress.answer() == null) {
                    throw e;
                }
                result = null;
            }
            return new Observed<>(result, progress.answer());
        });
    }

    /**
     * Runs one call into the library. A read whose reused connection turned out to be closed by the other side is
     * tried once more on a fresh one; nothing else is ever repeated.
     *
     * @throws TransportException when no whole answer came back
     */
    public <T> T exchange(Transport.Outgoing call, Exchange<T> exchange) throws TransportException {
        return exchange(call, false, progress -> exchange.run());
    }

    private interface Attempt<T> {
        T run(CallProgress progress) throws Exception;
    }

    private <T> T exchange(Transport.Outgoing call, boolean observed, Attempt<T> attempt) throws TransportException {
        HttpLines.Line line = lines.line(call.endpoint());
        if (!call.read() && call.request().method().equals("GET")) {
            // The HTTP library checks a kept connection before a POST but not before a GET, and some writes are GET.
            line.client().connectionPool().evictAll();
        }
        for (boolean first = true;; first = false) {
            CallProgress progress = new CallProgress(call.credentials(), observed, call.events());
            current.set(progress);
            running.put(Thread.currentThread(), progress);
            try {
                return attempt.run(progress);
            } catch (Exception e) {
                Throwable cause = cause(e);
                if (first && call.read() && progress.silentReusedConnection()
                        && !(cause instanceof InterruptedIOException)) {
                    line.client().connectionPool().evictAll();
                    continue;
                }
                throw failure(cause, progress, call);
            } finally {
                running.remove(Thread.currentThread());
                current.remove();
            }
        }
    }

    /** The innermost cause that tells something: the library wraps I/O failures two or three times. */
    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < 8 && cause.getCause() != null && !(cause instanceof IOException); i++) {
            cause = cause.getCause();
        }
        return cause;
    }

    private TransportException failure(Throwable cause, CallProgress progress, Transport.Outgoing call) {
        boolean sent = progress.sending();
        String host = call.endpoint().authority();
        if (progress.cancelled() || Thread.currentThread().isInterrupted()) {
            return new TransportException(Kind.CANCELLED, sent, Texts.of("the call was broken off"));
        }
        if (cause instanceof AnswerLimit.TooLarge) {
            return new TransportException(Kind.TOO_LARGE, true, cause.getMessage());
        }
        if (cause instanceof SocketTimeoutException) {
            return sent ? new TransportException(Kind.TIMED_OUT, true,
                    Texts.of("no answer within {0} s", settings.readTimeout().toSeconds()))
                    : new TransportException(Kind.NO_CONNECTION, false,
                    Texts.of("no connection to {0} within {1} s", host, settings.connectTimeout().toSeconds()));
        }
        if (sent) {
            return new TransportException(Kind.CONNECTION_LOST, true,
                    Texts.of("the connection to {0} broke before the whole answer was there", host));
        }
        if (cause instanceof UnknownHostException) {
            return new TransportException(Kind.UNKNOWN_HOST, false, Texts.of("no address is known for {0}",
                    settings.proxies().forEndpointOr(call.endpoint(), call.endpoint().host())));
        }
        if (cause instanceof SSLException) {
            return new TransportException(Kind.TLS, false, Texts.of("no secure connection to {0}: {1}", host,
                    call.credentials().redact(cause.getMessage())));
        }
        if (cause instanceof IOException) {
            return progress.proxied() || settings.proxies().forEndpoint(call.endpoint()) != null
                    ? new TransportException(Kind.PROXY, false, Texts.of("the proxy {0} did not let the call through",
                            settings.proxies().describe(call.endpoint())))
                    : new TransportException(Kind.NO_CONNECTION, false, Texts.of("no connection to {0}", host));
        }
        return new TransportException(Kind.UNSENDABLE, false,
                Texts.of("the request could not be put together ({0})", cause.getClass().getSimpleName()));
    }

    /** Breaks off what a thread is waiting for. */
    public void cancel(Thread caller) {
        CallProgress progress = running.get(caller);
        if (progress != null) {
            progress.cancel();
        }
    }

    /** Closes idle connections and takes the clients out of the library's table. */
    @Override
    public void close() {
        lines.close();
    }

    private final class CurrentCredentials implements AlibabaCloudCredentialsProvider {
        @Override
        public CredentialModel getCredentials() {
            CallProgress progress = current.get();
            if (progress == null) {
                throw new IllegalStateException("credentials are only there during a call");
            }
            return model(progress.credentials());
        }

        private CredentialModel model(Credentials credentials) {
            CredentialModel.Builder model = CredentialModel.builder().providerName(credentials.provider());
            switch (credentials.kind()) {
                case BEARER:
                    return model.type("bearer").bearerToken(credentials.token()).build();
                case STS:
                    return model.type("sts").accessKeyId(credentials.accessKeyId())
                            .accessKeySecret(credentials.accessKeySecret()).securityToken(credentials.token()).build();
                default:
                    return model.type("access_key").accessKeyId(credentials.accessKeyId())
                            .accessKeySecret(credentials.accessKeySecret()).build();
            }
        }

        @Override
        public String getProviderName() {
            return "dwx";
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
