package dev.dwx.catalog.discovery;

import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which proxy a request goes through, from {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} (or their
 * lower-case forms, which win as they do for curl). Loopback always goes direct.
 *
 * <p>{@code NO_PROXY} is a list separated by commas or blanks: {@code *}, a host, a domain with or without a
 * leading dot (its sub-domains included), any of them with a port. A value that is no address is ignored.
 */
public final class ProxyRules {
    /** No proxy from the environment; the JVM's own settings still count. */
    public static final ProxyRules NONE = new ProxyRules(null, null, List.of());

    private final URI forHttps;
    private final URI forHttp;
    private final List<String> direct;

    private ProxyRules(URI forHttps, URI forHttp, List<String> direct) {
        this.forHttps = forHttps;
        this.forHttp = forHttp;
        this.direct = direct;
    }

    /** Reads the rules from environment variables. */
    public static ProxyRules fromEnvironment(Map<String, String> environment) {
        URI https = address(either(environment, "https_proxy"));
        URI http = address(either(environment, "http_proxy"));
        List<String> direct = new ArrayList<>();
        String exceptions = either(environment, "no_proxy");
        if (exceptions != null) {
            for (String entry : exceptions.split("[,\\s]+")) {
                if (!entry.isEmpty()) {
                    direct.add(entry.toLowerCase(Locale.ROOT));
                }
            }
        }
        return https == null && http == null ? new ProxyRules(null, null, direct) : new ProxyRules(https, http, direct);
    }

    /** The proxy for an address: {@link Proxy#NO_PROXY} for direct, {@code null} where the JVM shall decide. */
    Proxy proxyFor(URI target) {
        if (isLoopback(target.getHost()) || isDirect(target)) {
            return Proxy.NO_PROXY;
        }
        URI proxy = proxyAddress(target);
        if (proxy == null) {
            return null;
        }
        int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port));
    }

    /** Name and password that the proxy's address carries, or {@code null}. */
    PasswordAuthentication credentialsFor(URI target) {
        URI proxy = proxyAddress(target);
        if (proxy == null || proxy.getUserInfo() == null) {
            return null;
        }
        String[] parts = proxy.getUserInfo().split(":", 2);
        return new PasswordAuthentication(parts[0], parts.length < 2 ? new char[0] : parts[1].toCharArray());
    }

    private URI proxyAddress(URI target) {
        return "https".equalsIgnoreCase(target.getScheme()) ? forHttps : forHttp;
    }

    private boolean isDirect(URI target) {
        String host = target.getHost().toLowerCase(Locale.ROOT);
        int port = target.getPort() >= 0 ? target.getPort() : "https".equalsIgnoreCase(target.getScheme()) ? 443 : 80;
        for (String entry : direct) {
            if (matches(entry, host, port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String entry, String host, int port) {
        String name = entry;
        int colon = entry.lastIndexOf(':');
        if (colon > 0 && entry.indexOf(':') == colon) {
            if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
                return false;
            }
            name = entry.substring(0, colon);
        }
        if (name.equals("*")) {
            return true;
        }
        if (name.startsWith("*.")) {
            name = name.substring(1);
        }
        String bare = name.startsWith(".") ? name.substring(1) : name;
        return host.equals(bare) || host.endsWith("." + bare);
    }

    /** Whether a host name or literal address means this machine; no name is looked up for it. */
    static boolean isLoopback(String host) {
        if (host == null) {
            return false;
        }
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("[::1]") || name.equals("::1")
                || name.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    private static String either(Map<String, String> environment, String lowerCaseName) {
        String value = environment.get(lowerCaseName);
        return value != null && !value.isBlank() ? value : environment.get(lowerCaseName.toUpperCase(Locale.ROOT));
    }

    private static URI address(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            URI uri = new URI(text.contains("://") ? text.trim() : "http://" + text.trim());
            return uri.getHost() == null ? null : uri;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
