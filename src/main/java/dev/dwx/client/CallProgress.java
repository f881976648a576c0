package dev.dwx.client;

import dev.dwx.client.credentials.Credentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.function.Consumer;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * How far one call has come, told by the HTTP library as it goes: the only sure way to know whether anything was sent
 * and whether the connection was an old one. Also holds whose call it is, and breaks it off when asked.
 */
final class CallProgress extends EventListener {
    private final Credentials credentials;
    private final boolean observed;
    private final Consumer<StreamEvent> events;
    private volatile Call call;
    private volatile boolean cancelled;
    private volatile boolean connecting;
    private volatile boolean proxied;
    private volatile boolean sending;
    private volatile boolean answered;
    private volatile Transport.Reply answer;

    /**
     * @param credentials whose call it is
     * @param observed whether a copy of the answer is wanted
     * @param events told of an event stream's events, or {@code null}
     */
    CallProgress(Credentials credentials, boolean observed, Consumer<StreamEvent> events) {
        this.credentials = credentials;
        this.observed = observed;
        this.events = events;
    }

    boolean observed() {
        return observed;
    }

    Consumer<StreamEvent> events() {
        return events;
    }

    void keep(Transport.Reply reply) {
        answer = reply;
    }

    /** The whole answer, or {@code null} when none came or none was wanted. */
    Transport.Reply answer() {
        return answer;
    }

    Credentials credentials() {
        return credentials;
    }

    /** Whether some of the request may have left this machine. */
    boolean sending() {
        return sending;
    }

    boolean cancelled() {
        return cancelled;
    }

    boolean proxied() {
        return proxied;
    }

    /** Whether the request went into a connection from an earlier call and nothing came out of it. */
    boolean silentReusedConnection() {
        return sending && !connecting && !answered && !cancelled;
    }

    void cancel() {
        cancelled = true;
        Call running = call;
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void callStart(Call started) {
        call = started;
        if (cancelled) {
            started.cancel();
        }
    }

    @Override
    public void connectStart(Call started, InetSocketAddress address, Proxy proxy) {
        connecting = true;
        proxied = proxy.type() != Proxy.Type.DIRECT;
    }

    @Override
    public void connectFailed(
            Call failed, InetSocketAddress address, Proxy proxy, Protocol protocol, IOException problem) {
        proxied = proxy.type() != Proxy.Type.DIRECT;
    }

    @Override
    public void connectionAcquired(Call acquired, Connection connection) {
        proxied = connection.route().proxy().type() != Proxy.Type.DIRECT;
    }

    @Override
    public void requestHeadersStart(Call started) {
        sending = true;
    }

    @Override
    public void responseHeadersEnd(Call ended, Response response) {
        answered = true;
    }
}
