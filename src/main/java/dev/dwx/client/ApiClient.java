package dev.dwx.client;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiException.Details;
import dev.dwx.client.ApiException.Stage;
import dev.dwx.client.credentials.CredentialException;
import dev.dwx.client.credentials.CredentialSource;
import dev.dwx.client.credentials.Credentials;
import dev.dwx.client.sdk.SdkTransport;
import dev.dwx.texts.Texts;
import java.time.Duration;
import java.util.Map;

/**
 * The one way to the service: encode, send, decode, and tell success from failure. Whatever goes wrong comes out as
 * an {@link ApiException} that knows whether the service may have done the work. Safe for use by many threads;
 * opens nothing before the first call.
 */
public final class ApiClient implements ApiCaller, Requests, AutoCloseable {
    private final Transport transport;
    private final Endpoints endpoints;
    private final CredentialSource credentials;
    private final RequestEncoder encoder;

    /** A client on a given transport. */
    public ApiClient(Transport transport, Endpoints endpoints, CredentialSource credentials, Signature signature) {
        this.transport = transport;
        this.endpoints = endpoints;
        this.credentials = credentials;
        this.encoder = new RequestEncoder(signature);
    }

    /** A client as the settings say. */
    public static ApiClient create(ClientSettings settings) {
        Transport transport = new OnDemandTransport(() -> settings.transport().equals("sdk")
                ? new SdkTransport(settings) : new TeaTransport(settings));
        return new ApiClient(transport, settings.endpoints(), settings.credentials(), settings.signature());
    }

    @Override
    public ApiAnswer call(ApiOperation operation, Map<String, Object> arguments, CallTarget target) {
        long start = System.nanoTime();
        WireRequest request = prepare(operation, arguments);
        Endpoint endpoint = endpoint(operation, target);
        if (endpoint.isLoopback() && target != null && target.region() != null) {
            // A sandbox stands for every region; the host cannot tell it which one is meant.
            request = request.withHeaders(Map.of("x-acs-region-id", target.region()));
        }
        Credentials caller = caller(operation);
        Transport.Outgoing call = new Transport.Outgoing(operation, arguments, request, endpoint, caller,
                ReadVerb.isRead(operation), operation.streaming() && target != null ? target.watcher()::heard : null);
        if (target != null) {
            target.watcher().sending(request, endpoint, target.attempt());
        }
        Transport.Reply reply;
        try {
            reply = transport.send(call);
            if (target != null) {
                target.watcher().received();
            }
        } catch (TransportException e) {
            throw lost(call, e);
        } catch (RuntimeException e) {
            // A fault of ours or of a library; its text may quote a header, so only its kind is told.
            throw ApiException.of(Stage.UNKNOWN_OUTCOME, operation.name(), operation.version())
                    .code("dwx.Fault")
                    .why(Texts.of("a fault in the client ({0})", e.getClass().getName()))
                    .next(Texts.of("look whether it happened before you repeat it"))
                    .build();
        }
        return new AnswerReader(call).read(reply, Duration.ofNanos(System.nanoTime() - start));
    }

    @Override
    public WireRequest prepare(ApiOperation operation, Map<String, Object> arguments) {
        return encoder.encode(operation, arguments);
    }

    @Override
    public Endpoint endpoint(ApiOperation operation, CallTarget target) {
        try {
            return endpoints.of(target == null ? null : target.region());
        } catch (IllegalArgumentException e) {
            throw ApiException.of(Stage.NOT_SENT, operation.name(), operation.version())
                    .code("dwx.NoEndpoint")
                    .why(e.getMessage())
                    .next(Texts.of("choose a region: --region cn-shanghai, or export ALIBABA_CLOUD_REGION_ID=cn-shanghai"))
                    .build();
        }
    }

    private Credentials caller(ApiOperation operation) {
        try {
            return credentials.current();
        } catch (CredentialException e) {
            throw ApiException.of(Stage.NOT_SENT, operation.name(), operation.version())
                    .code("dwx.NoCredentials")
                    .why(e.getMessage())
                    .next(Texts.of("export ALIBABA_CLOUD_ACCESS_KEY_ID=… ALIBABA_CLOUD_ACCESS_KEY_SECRET=…, or look at `dwx doctor`; to"
                            + " try without an account: dwx --sandbox"))
                    .build();
        }
    }

    private ApiException lost(Transport.Outgoing call, TransportException problem) {
        ApiOperation operation = call.operation();
        Details details = ApiException.of(problem.sent() ? Stage.UNKNOWN_OUTCOME : Stage.NOT_SENT,
                operation.name(), operation.version()).code(code(problem.kind()));
        String outcome = !problem.sent() ? Texts.of("; nothing was sent")
                : call.read() ? "" : Texts.of("; whether the service did the work is not known");
        return details.why(problem.getMessage() + outcome).next(next(call, problem)).build();
    }

    private static String code(TransportException.Kind kind) {
        switch (kind) {
            case UNKNOWN_HOST:
                return "dwx.UnknownHost";
            case NO_CONNECTION:
                return "dwx.NoConnection";
            case TLS:
                return "dwx.NotSecure";
            case PROXY:
                return "dwx.Proxy";
            case TIMED_OUT:
                return "dwx.TimedOut";
            case CONNECTION_LOST:
                return "dwx.ConnectionLost";
            case TOO_LARGE:
                return "dwx.TooLarge";
            case CANCELLED:
                return "dwx.Cancelled";
            case SDK:
                return "dwx.Sdk";
            default:
                return "dwx.Unsendable";
        }
    }

    private static String next(Transport.Outgoing call, TransportException problem) {
        switch (problem.kind()) {
            case UNKNOWN_HOST:
            case NO_CONNECTION:
                return Texts.of("check region, endpoint and network: `dwx doctor`");
            case TLS:
                return Texts.of("for a certificate of your own: --ca FILE or DWX_CA_FILE; otherwise check endpoint and proxy: `dwx"
                        + " doctor`");
            case PROXY:
                return Texts.of("check HTTPS_PROXY and NO_PROXY: `dwx doctor`");
            case TOO_LARGE:
                return call.read() ? Texts.of("ask for less at once: a smaller PageSize, a narrower filter")
                        : Texts.of("look whether it happened (with a Get or List call) before you repeat it");
            case SDK:
                return Texts.of("leave out --transport sdk");
            case UNSENDABLE:
                return Texts.of("`dwx doctor` shows endpoint and credentials");
            default:
                return !problem.sent() || call.read() ? Texts.of("repeat the call")
                        : Texts.of("look whether it happened (with a Get or List call) before you repeat it");
        }
    }

    @Override
    public void cancel(Thread caller) {
        transport.cancel(caller);
    }

    @Override
    public void close() {
        transport.close();
    }
}
