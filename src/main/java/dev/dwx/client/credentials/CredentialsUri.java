package dev.dwx.client.credentials;

import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Temporary credentials from an address, as {@code ALIBABA_CLOUD_CREDENTIALS_URI} names it: a GET answers with
 * {@code Code} {@code Success}, {@code AccessKeyId}, {@code AccessKeySecret}, {@code SecurityToken} and
 * {@code Expiration}. They are fetched again some time before they end. When that fails the old ones are used as
 * long as they are good.
 *
 * <p>The vendor's own reader quotes the whole answer in its errors, keys included; here neither the answer nor the
 * address's query is ever part of a message.
 */
final class CredentialsUri implements Supplier<Credentials> {
    /** How long before their end credentials are renewed, as the vendor's libraries do. */
    private static final Duration EARLY = Duration.ofMinutes(15);
    /** How long a failed renewal is not tried again while the old credentials are good. */
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 10_000;
    private static final int LIMIT = 1 << 20;

    private final URI uri;
    private final Clock clock;
    private final ReentrantLock renewing = new ReentrantLock();
    private volatile Held held;

    /** Credentials with the moment from which they are to be renewed. */
    private record Held(Credentials credentials, Instant renewAt) {
    }

    private CredentialsUri(URI uri, Clock clock) {
        this.uri = uri;
        this.clock = clock;
    }

    /**
     * A source of an address.
     *
     * @throws CredentialException when it is no address
     */
    static CredentialsUri of(String address, Clock clock) {
        try {
            URI uri = new URI(address.strip());
            String scheme = uri.getScheme();
            if (uri.getHost() != null && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
                return new CredentialsUri(uri, clock);
            }
        } catch (URISyntaxException e) {
            // The address may hold a secret, so the parser's words are not repeated.
        }
        throw new CredentialException(Texts.of("the credentials URI is no http or https address"));
    }

    @Override
    public Credentials get() {
        Held now = held;
        Instant instant = clock.instant();
        if (now != null && instant.isBefore(now.renewAt)) {
            return now.credentials;
        }
        boolean good = now != null && instant.isBefore(now.credentials.expires());
        if (good) {
            // One caller renews; the others go on with what is still good.
            if (!renewing.tryLock()) {
                return now.credentials;
            }
        } else {
            renewing.lock();
        }
        try {
            return renewed();
        } finally {
            renewing.unlock();
        }
    }

    private Credentials renewed() {
        Held now = held;
        Instant instant = clock.instant();
        if (now != null && instant.isBefore(now.renewAt)) {
            return now.credentials;
        }
        try {
            Credentials fresh = fetch(instant);
            Duration life = Duration.between(instant, fresh.expires());
            Duration early = life.dividedBy(4).compareTo(EARLY) < 0 ? life.dividedBy(4) : EARLY;
            held = new Held(fresh, fresh.expires().minus(early));
            return fresh;
        } catch (CredentialException e) {
            if (now != null && instant.isBefore(now.credentials.expires())) {
                Instant again = instant.plus(PAUSE);
                held = new Held(now.credentials,
                        again.isBefore(now.credentials.expires()) ? again : now.credentials.expires());
                return now.credentials;
            }
            throw e;
        }
    }

    private Credentials fetch(Instant instant) {
        Map<?, ?> answer = answer(text());
        if (!"Success".equals(answer.get("Code"))) {
            throw problem(Texts.of("answers with a Code that is not Success"));
        }
        String id = field(answer, "AccessKeyId");
        String secret = field(answer, "AccessKeySecret");
        String token = field(answer, "SecurityToken");
        Instant expires;
        try {
            expires = Instant.parse(field(answer, "Expiration"));
        } catch (DateTimeParseException e) {
            throw problem(Texts.of("gives an Expiration that is no time like 2026-03-15T08:30:00Z"));
        }
        if (!instant.isBefore(expires)) {
            throw problem(Texts.of("gives credentials that ended at {0}", expires));
        }
        try {
            return Credentials.sts(id, secret, token).from("credentials_uri").until(expires);
        } catch (CredentialException e) {
            throw problem(Texts.of("gives credentials that cannot be used: {0}", e.getMessage()));
        }
    }

    private String field(Map<?, ?> answer, String name) {
        if (answer.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw problem(Texts.of("gives no {0}", name));
    }

    private String text() {
        HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setRequestProperty("Accept", "application/json");
            int status = connection.getResponseCode();
            if (status < 200 || status >= 300) {
                throw problem(Texts.of("answers with HTTP status {0}", status));
            }
            try (InputStream in = connection.getInputStream()) {
                byte[] bytes = in.readNBytes(LIMIT + 1);
                if (bytes.length > LIMIT) {
                    throw problem(Texts.of("gives an answer of more than a megabyte"));
                }
                return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            }
        } catch (SocketTimeoutException e) {
            throw problem(Texts.of("does not answer in time"));
        } catch (IOException | IllegalArgumentException e) {
            throw problem(Texts.of("cannot be reached ({0})", e.getClass().getSimpleName()));
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }

    private Map<?, ?> answer(String text) {
        try {
            if (ExactJson.parse(text) instanceof Map<?, ?> fields) {
                return fields;
            }
        } catch (ExactJson.Malformed e) {
            // Told below; the text may hold keys.
        }
        throw problem(Texts.of("gives an answer that is no JSON object"));
    }

    private CredentialException problem(String what) {
        return new CredentialException(Texts.of("the credentials URI {0} {1}", this, what));
    }

    /** The address without user, query and fragment, any of which may be a secret. */
    @Override
    public String toString() {
        String path = uri.getRawPath();
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + (path == null ? "" : path) + (uri.getRawQuery() == null ? "" : "?…");
    }
}
