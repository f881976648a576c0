package dev.dwx.client;

import com.aliyun.teaopenapi.Client;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teaopenapi.models.Params;
import com.aliyun.teautil.models.RuntimeOptions;
import dev.dwx.texts.Texts;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The transport on the vendor's generic call. The library signs and sends; every answer is taken as text with its
 * status and headers, since its own parser loses digits and its own errors lose the status, the headers and the
 * body of anything that is no JSON. Its retry stays off: it would repeat writes.
 */
public final class TeaTransport implements Transport {
    private final Signature signature;
    private final TeaConnections connections;
    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    public TeaTransport(ClientSettings settings) {
        signature = settings.signature();
        connections = new TeaConnections(settings);
    }

    @Override
    public Reply send(Outgoing call) throws TransportException {
        Client client = client(call.endpoint());
        Map<String, ?> answer = connections.exchange(call, () -> {
            RuntimeOptions options = new RuntimeOptions();
            options.autoretry = false;
            if (call.request().headers().containsKey("host")) {
                // A request made out to another name still goes to the endpoint.
                options.domain = call.endpoint().authority();
            }
            return client.callApi(params(call.request()), request(call.request()), options);
        });
        Map<String, String> headers = new HashMap<>();
        if (answer.get("headers") instanceof Map<?, ?> map) {
            map.forEach((name, value) -> headers.put(name.toString(), value.toString()));
        }
        return new Reply(((Number) answer.get("statusCode")).intValue(), Map.copyOf(headers),
                answer.get("body") == null ? "" : answer.get("body").toString());
    }

    private Client client(Endpoint endpoint) throws TransportException {
        Client client = clients.get(endpoint.url());
        if (client == null) {
            var config = connections.config(endpoint);
            config.returnErrorResponse = true;
            try {
                client = new Client(config);
            } catch (Exception e) {
                throw new TransportException(TransportException.Kind.UNSENDABLE, false,
                        Texts.of("the client library could not be set up ({0})", e.getClass().getSimpleName()));
            }
            clients.put(endpoint.url(), client);
        }
        return client;
    }

    private Params params(WireRequest request) {
        Params params = new Params();
        params.action = request.action();
        params.version = request.version();
        params.protocol = "HTTPS";
        params.pathname = "/";
        params.method = request.method();
        params.authType = "AK";
        params.style = "RPC";
        // The form is written here, not by the library: that one leaves empty values out.
        params.reqBodyType = signature == Signature.V1 ? "formData" : "byte";
        params.bodyType = "string";
        return params;
    }

    private OpenApiRequest request(WireRequest request) {
        OpenApiRequest out = new OpenApiRequest();
        out.query = new HashMap<>(request.query());
        out.headers = new HashMap<>(request.headers());
        if (signature == Signature.V1) {
            if (!request.form().isEmpty()) {
                out.body = new HashMap<>(request.form());
            }
        } else if (request.body() != null) {
            out.body = request.body();
            if (request.contentType() != null) {
                out.headers.put("content-type", request.contentType());
            }
        } else if (!request.form().isEmpty()) {
            out.body = request.formText().getBytes(StandardCharsets.UTF_8);
            out.headers.put("content-type", WireRequest.FORM);
        }
        return out;
    }

    @Override
    public void cancel(Thread caller) {
        connections.cancel(caller);
    }

    @Override
    public void close() {
        clients.clear();
        connections.close();
    }
}
