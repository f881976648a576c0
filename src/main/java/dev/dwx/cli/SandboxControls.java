package dev.dwx.cli;

import dev.dwx.client.Endpoint;
import dev.dwx.dsl.sandbox.SandboxControl;
import dev.dwx.sandbox.JsonText;
import dev.dwx.texts.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The control page of a sandbox on this machine, in this process or another. */
final class SandboxControls implements SandboxControl {
    private static final int MILLIS = 30_000;

    private final Endpoint endpoint;
    private final String certificates;

    private SandboxControls(Endpoint endpoint, String certificates) {
        this.endpoint = endpoint;
        this.certificates = certificates;
    }

    /**
     * The controls of what calls go to.
     *
     * @param endpoint the one endpoint of all calls, or {@code null}
     * @param certificates file of certificates (PEM) to trust, or {@code null}
     */
    static SandboxControl of(Endpoint endpoint, String certificates) {
        return endpoint == null || !endpoint.isLoopback() ? SandboxControl.NONE : new SandboxControls(endpoint, certificates);
    }

    @Override
    public Object send(String command, Map<String, Object> settings) {
        String text;
        int status;
        try {
            HttpURLConnection connection = open("/_sandbox/" + command);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(JsonText.write(settings).getBytes(StandardCharsets.UTF_8));
            }
            status = connection.getResponseCode();
            try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(Texts.of("no sandbox answers at {0}: {1}; start one with 'dwx sandbox', or use dwx"
                    + " --sandbox", endpoint.url(), e.getMessage()), e);
        }
        return value(status, text);
    }

    private Object value(int status, String text) {
        Object answer = null;
        try {
            answer = JsonText.read(text);
        } catch (IllegalArgumentException e) {
            // Told below: whoever answers, it is no sandbox.
        }
        if (answer instanceof Map<?, ?> map && status == 200 && map.containsKey("Value")) {
            return map.get("Value");
        }
        throw new IllegalArgumentException(answer instanceof Map<?, ?> map && map.containsKey("Error")
                ? String.valueOf(map.get("Error"))
                : Texts.of("what answers at {0} is no dwx sandbox: it said {1}", endpoint.url(), status));
    }

    private HttpURLConnection open(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(endpoint.url() + path).toURL().openConnection(Proxy.NO_PROXY);
        if (connection instanceof HttpsURLConnection secure && certificates != null && !certificates.isBlank()) {
            secure.setSSLSocketFactory(trusting(Files.readString(Path.of(certificates))).getSocketFactory());
        }
        connection.setRequestMethod("POST");
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        connection.setDoOutput(true);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Content-Type", "application/json;charset=utf-8");
        connection.setRequestProperty("x-dwx-sandbox", "1");
        return connection;
    }

    private static SSLContext trusting(String pem) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate certificate : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))) {
                store.setCertificateEntry("dwx-" + store.size(), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(Texts.of("the certificates to trust cannot be used: {0}", e.getMessage()), e);
        }
    }
}
