package dev.dwx.catalog.discovery;

import dev.dwx.texts.Texts;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which proxy a request goes through, from {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} (or their
 * lower-case forms, which win as they do for curl). This machine is always reached directly. The one reading of
 * these variables, for metadata and for calls alike.
 *
 * <p>{@code NO_PROXY} is a list separated by commas or blanks: {@code *} for everything, a host, a domain with or
 * without a leading dot or {@code *.} (its sub-domains included), an address for itself, any of them with a port.
 * Address ranges ({@code 10.0.0.0/8}) are not understood and match nothing.
 */
public final class ProxyRules {
    /** No proxy from the environment; the JVM's own settings still count for metadata. */
    public static final ProxyRules NONE = new ProxyRules(null, null, List.of());

    private final Server forHttps;
    private final Server forHttp;
    private final List<String> direct;

    private ProxyRules(Server forHttps, Server forHttp, List<String> direct) {
        this.forHttps = forHttps;
        this.forHttp = forHttp;
        this.direct = direct;
    }

    /**
     * A proxy.
     *
     * @param host its name
     * @param port its port
     * @param user who may use it, or {@code null}
     * @param password with which password; {@code null} when there is no user
     */
    public record Server(String host, int port, String user, String password) {
        /** The proxy without its password. */
        @Override
        public String toString() {
            return "http://" + (user == null ? "" : "****@") + host + ":" + port;
        }
    }

    /** Reads the rules from environment variables; a value that is no address of a proxy is passed over. */
    public static ProxyRules fromEnvironment(Map<String, String> environment) {
        return new ProxyRules(
                serverOrNull("HTTPS_PROXY", either(environment, "https_proxy")),
                serverOrNull("HTTP_PROXY", either(environment, "http_proxy")),
                entries(either(environment, "no_proxy")));
    }

    /**
     * Reads the rules from environment variables, all of which have to be right.
     *
     * @throws IllegalArgumentException when a proxy's address cannot be read; the message does not quote it
     */
    public static ProxyRules checked(Map<String, String> environment) {
        return new ProxyRules(
                server("HTTPS_PROXY", either(environment, "https_proxy")),
                server("HTTP_PROXY", either(environment, "http_proxy")),
                entries(either(environment, "no_proxy")));
    }

    /**
     * The proxy for a target.
     *
     * @param scheme {@code http} or {@code https}
     * @param host name or address, an IPv6 address with or without brackets
     * @param port port, or -1 for the scheme's own
     * @return {@code null} for none
     */
    public Server server(String scheme, String host, int port) {
        return isLoopback(host) || isDirect(scheme, host, port) ? null
                : "https".equalsIgnoreCase(scheme) ? forHttps : forHttp;
    }

    /** The proxy for an address: {@link Proxy#NO_PROXY} for direct, {@code null} where the JVM shall decide. */
    Proxy proxyFor(URI target) {
        if (isLoopback(target.getHost()) || isDirect(target.getScheme(), target.getHost(), target.getPort())) {
            return Proxy.NO_PROXY;
        }
        Server server = server(target.getScheme(), target.getHost(), target.getPort());
        return server == null ? null
                : new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(server.host, server.port));
    }

    /** Name and password that the proxy's address carries, or {@code null}. */
    PasswordAuthentication credentialsFor(URI target) {
        Server server = server(target.getScheme(), target.getHost(), target.getPort());
        return server == null || server.user == null ? null
                : new PasswordAuthentication(server.user, server.password.toCharArray());
    }

    private boolean isDirect(String scheme, String host, int port) {
        String name = bare(host.toLowerCase(Locale.ROOT));
        int number = port >= 0 ? port : "https".equalsIgnoreCase(scheme) ? 443 : 80;
        for (String entry : direct) {
            if (matches(entry, name, number)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String entry, String host, int port) {
        String name = entry;
        int colon = entry.lastIndexOf(':');
        boolean bracketed = entry.startsWith("[");
        if (colon > 0 && (bracketed ? entry.charAt(colon - 1) == ']' : entry.indexOf(':') == colon)) {
            if (!entry.substring(colon + 1).equals(Integer.toString(port))) {
                return false;
            }
            name = entry.substring(0, colon);
        }
        if (name.equals("*")) {
            return true;
        }
        name = bare(name);
        if (name.startsWith("*.")) {
            name = name.substring(1);
        }
        String suffix = name.startsWith(".") ? name : "." + name;
        return host.equals(suffix.substring(1)) || host.endsWith(suffix);
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Whether a host name or literal address means this machine, told by its text alone: nothing is looked up. */
    public static boolean isLoopback(String host) {
        if (host == null) {
            return false;
        }
        String name = bare(host.toLowerCase(Locale.ROOT));
        if (name.equals("localhost") || name.endsWith(".localhost") || name.equals("::1")
                || name.equals("0:0:0:0:0:0:0:1")) {
            return true;
        }
        if (!name.startsWith("127.")) {
            return false;
        }
        int dots = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots == 3;
    }

    private static String either(Map<String, String> environment, String lowerCaseName) {
        String value = environment.get(lowerCaseName);
        return value != null && !value.isBlank() ? value : environment.get(lowerCaseName.toUpperCase(Locale.ROOT));
    }

    private static List<String> entries(String value) {
        List<String> entries = new ArrayList<>();
        if (value != null) {
            for (String entry : value.split("[,\\s]+")) {
                if (!entry.isEmpty()) {
                    entries.add(entry.toLowerCase(Locale.ROOT));
                }
            }
        }
        return List.copyOf(entries);
    }

    private static Server serverOrNull(String variable, String value) {
        try {
            return server(variable, value);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Server server(String variable, String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip();
        URI uri;
        try {
            uri = new URI(text.contains("://") ? text : "http://" + text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(Texts.of("{0} is no address of a proxy; it looks like "
                    + "http://user:password@proxy.example.com:8080, special characters written as %40", variable));
        }
        if (uri.getHost() == null || !"http".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException(Texts.of("{0} has to name an http proxy: http://proxy.example.com:8080", variable));
        }
        // The decoded form would lose which colon separates the two.
        String userInfo = uri.getRawUserInfo();
        if (userInfo == null) {
            return new Server(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort(), null, null);
        }
        int colon = userInfo.indexOf(':');
        return new Server(uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort(),
                decoded(colon < 0 ? userInfo : userInfo.substring(0, colon)),
                colon < 0 ? "" : decoded(userInfo.substring(colon + 1)));
    }

    private static String decoded(String text) {
        // A plus sign stands for itself in this part of an address.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The rules without any password. */
    @Override
    public String toString() {
        return "[https " + forHttps + ", http " + forHttp + ", direct " + direct + "]";
    }
}
