package dev.dwx.client;

import dev.dwx.client.credentials.CredentialSource;
import java.time.Duration;

/**
 * Everything the client needs to know; nothing is read from anywhere else, so two clients in one process never
 * disturb each other.
 *
 * @param endpoints region to endpoint
 * @param credentials who calls
 * @param proxies how the service is reached
 * @param signature how requests are signed
 * @param transport {@code tea}, the generic call, or {@code sdk}, the typed SDK on the class path
 * @param certificates PEM text of the certificates to trust in place of the JDK's, or {@code null}; the sandbox's
 *     own certificate goes here
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long the service may be silent
 * @param userAgent what is added to the library's own user agent
 */
public record ClientSettings(
        Endpoints endpoints,
        CredentialSource credentials,
        ProxySettings proxies,
        Signature signature,
        String transport,
        String certificates,
        Duration connectTimeout,
        Duration readTimeout,
        String userAgent) {

    /** The usual settings for an endpoint choice and a caller. */
    public static ClientSettings of(Endpoints endpoints, CredentialSource credentials) {
        return new ClientSettings(endpoints, credentials, ProxySettings.DIRECT, Signature.V3, "tea", null,
                Duration.ofSeconds(5), Duration.ofSeconds(60), "dwx");
    }

    public ClientSettings withEndpoints(Endpoints value) {
        return new ClientSettings(value, credentials, proxies, signature, transport, certificates, connectTimeout,
                readTimeout, userAgent);
    }

    public ClientSettings withProxies(ProxySettings value) {
        return new ClientSettings(endpoints, credentials, value, signature, transport, certificates, connectTimeout,
                readTimeout, userAgent);
    }

    public ClientSettings withSignature(Signature value) {
        return new ClientSettings(endpoints, credentials, proxies, value, transport, certificates, connectTimeout,
                readTimeout, userAgent);
    }

    public ClientSettings withTransport(String value) {
        return new ClientSettings(endpoints, credentials, proxies, signature, value, certificates, connectTimeout,
                readTimeout, userAgent);
    }

    public ClientSettings withCertificates(String pem) {
        return new ClientSettings(endpoints, credentials, proxies, signature, transport, pem, connectTimeout,
                readTimeout, userAgent);
    }

    public ClientSettings withTimeouts(Duration connect, Duration read) {
        return new ClientSettings(endpoints, credentials, proxies, signature, transport, certificates, connect, read,
                userAgent);
    }
}
