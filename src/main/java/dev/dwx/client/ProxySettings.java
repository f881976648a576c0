package dev.dwx.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which proxy a host is reached through, from {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} (small
 * letters too; these win, as elsewhere). The vendor's library reads none of them. This machine is always reached
 * directly.
 *
 * <p>{@code NO_PROXY} is a list separated by commas or blanks: {@code *} for everything, {@code example.com} and
 * {@code .example.com} for that host and all below it, {@code *.example.com} likewise, an address for itself, each
 * perhaps with {@code :port}. Address ranges ({@code 10.0.0.0/8}) are not understood and match nothing.
 */
public final class ProxySettings {
    /** No proxy for anything. */
    public static final ProxySettings DIRECT = new ProxySettings(null, null, List.of());

    private final Proxy https;
    private final Proxy http;
    private final List<String> direct;

    private ProxySettings(Proxy https, Proxy http, List<String> direct) {
        this.https = https;
        this.http = http;
        this.direct = direct;
    }

    /**
     * A proxy.
     *
     * @param host its name
     * @param port its port
     * @param user who may use it, or {@code null}
     * @param password with which password, or {@code null}
     */
    record Proxy(String host, int port, String user, String password) {
        /** The proxy without its password. */
        @Override
        public String toString() {
            return "http://" + (user == null ? "" : "****@") + host + ":" + port;
        }
    }

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException when a proxy's address cannot be read; the message does not quote it
     */
    public static ProxySettings of(Map<String, String> environment) {
        return new ProxySettings(
                proxy("HTTPS_PROXY", first(environment, "https_proxy", "HTTPS_PROXY")),
                proxy("HTTP_PROXY", first(environment, "http_proxy", "HTTP_PROXY")),
                entries(first(environment, "no_proxy", "NO_PROXY")));
    }

    private static String first(Map<String, String> environment, String small, String large) {
        String value = environment.get(small);
        return value == null || value.isBlank() ? environment.get(large) : value;
    }

    private static Proxy proxy(String variable, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        URI uri;
        try {
            uri = new URI(text.contains("://") ? text : "http://" + text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(variable + " is no address of a proxy; it looks like "
                    + "http://user:password@proxy.example.com:8080, special characters written as %40");
        }
        if (uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException(variable + " has to name an http proxy: http://proxy.example.com:8080");
        }
        // The decoded form would lose which colon separates the two.
        String userInfo = uri.getRawUserInfo();
        String user = null;
        String password = null;
        if (userInfo != null) {
            int colon = userInfo.indexOf(':');
            user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
            password = colon < 0 ? "" : decoded(userInfo.substring(colon + 1));
        }
        return new Proxy(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort(), user, password);
    }

    private static String decoded(String text) {
        // A plus sign stands for itself in this part of an address.
        return java.net.URLDecoder.decode(text.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<String> entries(String value) {
        List<String> entries = new ArrayList<>();
        if (value != null) {
            StringBuilder entry = new StringBuilder();
            for (int i = 0; i <= value.length(); i++) {
                char c = i == value.length() ? ',' : value.charAt(i);
                if (c == ',' || Character.isWhitespace(c)) {
                    if (entry.length() > 0) {
                        entries.add(entry.toString().toLowerCase(Locale.ROOT));
                    }
                    entry.setLength(0);
                } else {
                    entry.append(c);
                }
            }
        }
        return List.copyOf(entries);
    }

    /** The proxy for an endpoint, or {@code null} for none. */
    Proxy forEndpoint(Endpoint endpoint) {
        if (endpoint.isLoopback()) {
            return null;
        }
        Proxy proxy = endpoint.scheme().equals("https") ? https : http;
        int port = endpoint.port() >= 0 ? endpoint.port() : endpoint.scheme().equals("https") ? 443 : 80;
        return proxy == null || isDirect(bare(endpoint.host()), port) ? null : proxy;
    }

    /** The host that is really looked up for an endpoint: the proxy's, if there is one. */
    String forEndpointOr(Endpoint endpoint, String otherwise) {
        Proxy proxy = forEndpoint(endpoint);
        return proxy == null ? otherwise : proxy.host();
    }

    /** One line for a person: the proxy an endpoint is reached through, or {@code direct}. */
    public String describe(Endpoint endpoint) {
        Proxy proxy = forEndpoint(endpoint);
        return proxy == null ? "direct" : proxy.toString();
    }

    private boolean isDirect(String host, int port) {
        for (String entry : direct) {
            if (entry.equals("*")) {
                return true;
            }
            String name = entry;
            int colon = entry.lastIndexOf(':');
            boolean bracketed = entry.startsWith("[");
            if (colon > 0 && (bracketed ? entry.charAt(colon - 1) == ']' : entry.indexOf(':') == colon)) {
                if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
                    continue;
                }
                name = entry.substring(0, colon);
            }
            name = bare(name);
            if (name.startsWith("*.")) {
                name = name.substring(1);
            }
            String suffix = name.startsWith(".") ? name : "." + name;
            if (host.equals(suffix.substring(1)) || host.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public String toString() {
        return "ProxySettings[https " + https + ", http " + http + ", direct " + direct + "]";
    }
}
