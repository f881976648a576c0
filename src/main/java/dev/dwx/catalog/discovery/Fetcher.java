package dev.dwx.catalog.discovery;

import dev.dwx.texts.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;

/**
 * Gets metadata documents over HTTP(S), or from files.
 *
 * <p>Bounded in time and size. Certificates are checked. A redirect is followed only within the family of the
 * host asked for (the same registered domain) and never from HTTPS down to HTTP; this machine may redirect to
 * itself. An answer other than 200 is a failure, and so is a body shorter than its announced length, which
 * {@link HttpURLConnection} would pass off as whole. Offline, only files can be read.
 */
public final class Fetcher {
    /** Most bytes of one document, decoded. The largest known one has 1.8 MB. */
    static final int MAX_BYTES = 32 * 1024 * 1024;
    private static final int MAX_REDIRECTS = 5;
    /** The help site answers programs that name themselves with a page without content. */
    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36";
    private static final String PROGRAM = "dwx/0.1";

    private final ProxyRules proxies;
    private final Duration connectTimeout;
    private final Duration timeout;
    private final boolean offline;

    /**
     * @param proxies which requests go through a proxy
     * @param connectTimeout longest wait for a connection
     * @param timeout longest wait for one document from first to last byte
     * @param offline refuses every address that is not a file
     */
    public Fetcher(ProxyRules proxies, Duration connectTimeout, Duration timeout, boolean offline) {
        this.proxies = proxies;
        this.connectTimeout = connectTimeout;
        this.timeout = timeout;
        this.offline = offline;
    }

    /** The usual bounds: 5 seconds for a connection, 20 seconds for a document. */
    public Fetcher(ProxyRules proxies, boolean offline) {
        this(proxies, Duration.ofSeconds(5), Duration.ofSeconds(20), offline);
    }

    /** Whether a location is an address rather than a file. */
    static boolean isAddress(String location) {
        return location.startsWith("http://") || location.startsWith("https://");
    }

    /** Reads a JSON or text document. */
    Fetched get(String location, Validators known) throws SourceFailure {
        return isAddress(location) ? exchange(location, known, PROGRAM, null) : file(location, known);
    }

    /** Reads a page as a browser would. */
    Fetched getPage(String location, Validators known) throws SourceFailure {
        return isAddress(location) ? exchange(location, known, BROWSER, null) : file(location, known);
    }

    /** Sends a JSON body and reads the answer. */
    Fetched post(String location, String json) throws SourceFailure {
        if (!isAddress(location)) {
            throw new SourceFailure(Texts.of("{0}: not an http or https address", location));
        }
        return exchange(location, Validators.NONE, PROGRAM, json);
    }

    private static Fetched file(String location, Validators known) throws SourceFailure {
        try {
            Path path = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
            String modified = Files.getLastModifiedTime(path).toString();
            if (modified.equals(known.lastModified())) {
                return new Fetched(location, new byte[0], null, modified, true);
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new SourceFailure(Texts.of("{0}: larger than {1} bytes", location, MAX_BYTES));
            }
            return new Fetched(location, Files.readAllBytes(path), null, modified, false);
        } catch (NoSuchFileException e) {
            throw new SourceFailure(Texts.of("{0}: no such file", location), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new SourceFailure(Texts.of("{0}: cannot be read: {1}", location, reason(e)), e);
        }
    }

    private Fetched exchange(String location, Validators known, String agent, String body) throws SourceFailure {
        if (offline) {
            throw new SourceFailure(Texts.of("{0}: not asked, since dwx is offline", location));
        }
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            URI uri = URI.create(location);
            for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
                if (uri.getHost() == null) {
                    throw new SourceFailure(Texts.of("{0}: no host in the address {1}", location, uri));
                }
                HttpURLConnection connection = open(uri, known, agent, body, deadline);
                boolean reusable = false;
                try {
                    int status = connection.getResponseCode();
                    if (status == HttpURLConnection.HTTP_NOT_MODIFIED && !known.equals(Validators.NONE)) {
                        return new Fetched(uri.toString(), new byte[0], known.etag(), known.lastModified(), true);
                    }
                    if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
                        uri = redirect(location, uri, connection.getHeaderField("Location"));
                        continue;
                    }
                    if (status != HttpURLConnection.HTTP_OK) {
                        throw new SourceFailure(Texts.of("{0}: HTTP status {1}", location, status));
                    }
                    byte[] content = content(connection, location, deadline);
                    reusable = true;
                    return new Fetched(uri.toString(), content, connection.getHeaderField("ETag"),
                            connection.getHeaderField("Last-Modified"), false);
                } finally {
                    if (!reusable) {
                        connection.disconnect();
                    }
                }
            }
            throw new SourceFailure(Texts.of("{0}: more than {1} redirects", location, MAX_REDIRECTS));
        } catch (SocketTimeoutException e) {
            throw SourceFailure.unreachable(Texts.of("{0}: no answer within {1} ms", location, timeout.toMillis()), e);
        } catch (UnknownHostException e) {
            throw SourceFailure.unreachable(Texts.of("{0}: unknown host {1}", location, e.getMessage()), e);
        } catch (SSLException e) {
            throw SourceFailure.unreachable(Texts.of("{0}: no trustworthy TLS connection: {1}", location, reason(e)), e);
        } catch (IOException | IllegalArgumentException e) {
            throw SourceFailure.unreachable(location + ": " + reason(e), e);
        }
    }

    private HttpURLConnection open(URI uri, Validators known, String agent, String body, long deadline)
            throws IOException {
        Proxy proxy = proxies.proxyFor(uri);
        URL url = uri.toURL();
        HttpURLConnection connection =
                (HttpURLConnection) (proxy == null ? url.openConnection() : url.openConnection(proxy));
        PasswordAuthentication credentials = proxy == null ? null : proxies.credentialsFor(uri);
        if (credentials != null) {
            connection.setAuthenticator(new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return getRequestorType() == RequestorType.PROXY ? credentials : null;
                }
            });
        }
        int left = (int) Math.max(1, Math.min(Integer.MAX_VALUE, (deadline - System.nanoTime()) / 1_000_000));
        connection.setConnectTimeout((int) Math.min(left, connectTimeout.toMillis()));
        connection.setReadTimeout(left);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setRequestProperty("User-Agent", agent);
        connection.setRequestProperty("Accept", agent.equals(BROWSER) ? "text/html" : "application/json");
        connection.setRequestProperty("Accept-Encoding", "gzip");
        if (known.etag() != null) {
            connection.setRequestProperty("If-None-Match", known.etag());
        }
        if (known.lastModified() != null) {
            connection.setRequestProperty("If-Modified-Since", known.lastModified());
        }
        if (body != null) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Accept", "application/json, text/event-stream");
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(bytes.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(bytes);
            }
        }
        return connection;
    }

    private static URI redirect(String asked, URI from, String header) throws SourceFailure {
        if (header == null) {
            throw new SourceFailure(Texts.of("{0}: a redirect without an address", asked));
        }
        URI to = from.resolve(header);
        if (to.getHost() == null || !isAddress(to.toString())) {
            throw new SourceFailure(Texts.of("{0}: redirected to {1}, which is no http or https address", asked, header));
        }
        boolean local = ProxyRules.isLoopback(from.getHost()) && ProxyRules.isLoopback(to.getHost());
        if (!local && !family(from.getHost()).equals(family(to.getHost()))) {
            throw new SourceFailure(Texts.of("{0}: redirected to the foreign host {1}, not followed", asked, to.getHost()));
        }
        if (!local && !"https".equals(to.getScheme())) {
            throw new SourceFailure(Texts.of("{0}: redirected to unencrypted {1}, not followed", asked, to));
        }
        return to;
    }

    /** The registered domain: the last two labels; a literal address only equals itself. */
    static String family(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        int last = name.lastIndexOf('.');
        if (last < 0 || name.startsWith("[") || Character.isDigit(name.charAt(name.length() - 1))) {
            return name;
        }
        return name.substring(name.lastIndexOf('.', last - 1) + 1);
    }

    private static byte[] content(HttpURLConnection connection, String location, long deadline)
            throws IOException, SourceFailure {
        long announced = connection.getContentLengthLong();
        boolean zipped = "gzip".equalsIgnoreCase(connection.getContentEncoding());
        byte[] raw;
        try (InputStream in = connection.getInputStream()) {
            raw = all(in, location, deadline);
        }
        if (announced >= 0 && raw.length < announced) {
            throw new SourceFailure(Texts.of("{0}: the answer broke off after {1} of {2} bytes", location, raw.length, announced));
        }
        if (!zipped) {
            return raw;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
            return all(in, location, deadline);
        }
    }

    private static byte[] all(InputStream in, String location, long deadline) throws IOException, SourceFailure {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        byte[] buffer = new byte[1 << 14];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            if (out.size() > MAX_BYTES) {
                throw new SourceFailure(Texts.of("{0}: larger than {1} bytes", location, MAX_BYTES));
            }
            if (System.nanoTime() > deadline) {
                throw new SocketTimeoutException();
            }
        }
        return out.toByteArray();
    }

    private static String reason(Exception e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
