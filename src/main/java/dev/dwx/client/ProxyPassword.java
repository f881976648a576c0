package dev.dwx.client;

import dev.dwx.catalog.discovery.ProxyRules;
import java.nio.charset.StandardCharsets;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** Answers a proxy that asks who we are; once, since a second question means that the answer was wrong. */
final class ProxyPassword implements Authenticator {
    private final ProxyRules.Server proxy;

    ProxyPassword(ProxyRules.Server proxy) {
        this.proxy = proxy;
    }

    @Override
    public Request authenticate(Route route, Response response) {
        if (response.request().header("Proxy-Authorization") != null) {
            return null;
        }
        return response.request().newBuilder()
                .header("Proxy-Authorization",
                        Credentials.basic(proxy.user(), proxy.password(), StandardCharsets.UTF_8))
                .build();
    }
}
