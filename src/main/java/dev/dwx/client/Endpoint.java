package dev.dwx.client;

import dev.dwx.catalog.discovery.ProxyRules;
import dev.dwx.texts.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where calls go: scheme, host and port of a DataWorks gateway.
 *
 * @param scheme {@code https}, or {@code http} for this machine only
 * @param host host name or address, an IPv6 address in brackets
 * @param port port, or -1 for the scheme's own
 * @param notice what a person should know about the choice, or {@code null}
 */
public record Endpoint(String scheme, String host, int port, String notice) {

    /**
     * Reads {@code host}, {@code host:port}, {@code https://host} or, for this machine only, {@code http://host:port}.
     *
     * @throws IllegalArgumentException when the text is no endpoint, or would send a signed request in the clear
     */
    public static Endpoint parse(String text) {
        String trimmed = text == null ? "" : text.strip();
        URI uri;
        try {
            uri = new URI(trimmed.contains("://") ? trimmed : "https://" + trimmed);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(Texts.of("the endpoint is no host name or URL"));
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException(Texts.of("an endpoint starts with https:// (or http:// for this machine)"));
        }
        if (uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null
                || uri.getPath() != null && !uri.getPath().isEmpty() && !uri.getPath().equals("/")) {
            throw new IllegalArgumentException(Texts.of("an endpoint is a host and perhaps a port, nothing more:"
                    + " dataworks.cn-shanghai.aliyuncs.com"));
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            throw new IllegalArgumentException(Texts.of("the endpoint's port is not between 1 and 65535"));
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !ProxyRules.isLoopback(host)) {
            throw new IllegalArgumentException(Texts.of("plain http goes to this machine only; use https://{0}", host));
        }
        return new Endpoint(scheme, host, uri.getPort(), null);
    }

    /** Host and port as the {@code host} header shows them. */
    public String authority() {
        return port < 0 ? host : host + ":" + port;
    }

    /** {@code https://host:port}, without a slash at the end. */
    public String url() {
        return scheme + "://" + authority();
    }

    /** Whether the endpoint is on this machine. */
    public boolean isLoopback() {
        return ProxyRules.isLoopback(host);
    }
}
