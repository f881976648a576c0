package dev.dwx.client;

import dev.dwx.catalog.discovery.ProxyRules;
import java.util.Map;

/**
 * Which proxy an endpoint is reached through, by the same {@link ProxyRules} as everything else. The vendor's library
 * reads none of the variables.
 */
public final class ProxySettings {
    /** No proxy for anything. */
    public static final ProxySettings DIRECT = new ProxySettings(ProxyRules.NONE);

    private final ProxyRules rules;

    private ProxySettings(ProxyRules rules) {
        this.rules = rules;
    }

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException when a proxy's address cannot be read; the message does not quote it
     */
    public static ProxySettings of(Map<String, String> environment) {
        return new ProxySettings(ProxyRules.checked(environment));
    }

    /** The proxy for an endpoint, or {@code null} for none. */
    ProxyRules.Server forEndpoint(Endpoint endpoint) {
        return rules.server(endpoint.scheme(), endpoint.host(), endpoint.port());
    }

    /** The host that is really looked up for an endpoint: the proxy's, if there is one. */
    String forEndpointOr(Endpoint endpoint, String otherwise) {
        ProxyRules.Server proxy = forEndpoint(endpoint);
        return proxy == null ? otherwise : proxy.host();
    }

    /** One line for a person: the proxy an endpoint is reached through, or {@code direct}. */
    public String describe(Endpoint endpoint) {
        ProxyRules.Server proxy = forEndpoint(endpoint);
        return proxy == null ? "direct" : proxy.toString();
    }

    @Override
    public String toString() {
        return "ProxySettings" + rules;
    }
}
