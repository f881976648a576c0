package darabonba.core.client;

import java.time.Duration;

/** Stand-in with the vendor's names, for tests. */
public final class ClientOverrideConfiguration {
    public String endpoint;
    public String protocol;
    public Duration connect;

    public static ClientOverrideConfiguration create() {
        return new ClientOverrideConfiguration();
    }

    public ClientOverrideConfiguration setEndpointOverride(String value) {
        endpoint = value;
        return this;
    }

    public ClientOverrideConfiguration setProtocol(String value) {
        protocol = value;
        return this;
    }

    public ClientOverrideConfiguration setConnectTimeout(Duration value) {
        connect = value;
        return this;
    }
}
