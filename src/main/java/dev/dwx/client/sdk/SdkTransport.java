package dev.dwx.client.sdk;

import dev.dwx.client.ClientSettings;
import dev.dwx.client.TeaConnections;
import dev.dwx.client.Transport;
import dev.dwx.client.TransportException;
import dev.dwx.client.TransportException.Kind;
import dev.dwx.texts.Texts;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The transport on the vendor's typed Java SDK, driven by reflection, so that dwx is neither built with it nor tied
 * to one release. The SDK fills, sends and reads; its typed answer is turned back into the service's own names. An
 * answer holds what the SDK's model knows: a field that is newer than the SDK is not there.
 *
 * <p>Two families are known, per API version: {@code com.aliyun.dataworks_public20240518.Client} on the same
 * libraries as the generic call (connections, proxies, certificates and repeats are the same then), and
 * {@code com.aliyun.sdk.service.dataworks_public20240518.AsyncClient}, which brings its own.
 */
public final class SdkTransport implements Transport {
    private final ClientSettings settings;
    private final TeaConnections connections;
    private final Map<String, SdkLayout> layouts = new ConcurrentHashMap<>();

    public SdkTransport(ClientSettings settings) {
        this.settings = settings;
        this.connections = new TeaConnections(settings);
    }

    @Override
    public Reply send(Outgoing call) throws TransportException {
        try {
            return layout(call.operation().version()).send(call);
        } catch (LinkageError e) {
            // Thrown bare only where the SDK's classes are looked at; what its own code throws arrives wrapped.
            String missing = String.valueOf(e.getMessage()).replace('/', '.');
            throw new TransportException(Kind.SDK, false, Texts.of("the typed SDK on the class path lacks something that it needs "
                    + "({0}); put its own dependencies there as well", missing));
        }
    }

    private SdkLayout layout(String version) throws TransportException {
        SdkLayout layout = layouts.get(version);
        if (layout == null) {
            synchronized (layouts) {
                layout = layouts.get(version);
                if (layout == null) {
                    layout = look(version);
                    layouts.put(version, layout);
                }
            }
        }
        return layout;
    }

    private SdkLayout look(String version) throws TransportException {
        String name = "dataworks_public" + version.replace("-", "");
        Class<?> tea = SdkLayout.find("com.aliyun." + name + ".Client");
        if (tea != null) {
            return new TeaSdk(tea, connections);
        }
        Class<?> async = SdkLayout.find("com.aliyun.sdk.service." + name + ".AsyncClient");
        if (async != null) {
            return new AsyncSdk(async, settings);
        }
        throw new TransportException(Kind.SDK, false, Texts.of("there is no typed SDK of API version {0} on the class path; put "
                + "com.aliyun:{1} or com.aliyun:alibabacloud-{2} there with all that it needs (mvn -Ptyped-sdk package adds the one of "
                + "2024-05-18)", version, name, name));
    }

    @Override
    public void cancel(Thread caller) {
        for (SdkLayout layout : layouts.values()) {
            layout.cancel(caller);
        }
    }

    @Override
    public void close() {
        for (SdkLayout layout : layouts.values()) {
            layout.close();
        }
        connections.close();
    }
}
