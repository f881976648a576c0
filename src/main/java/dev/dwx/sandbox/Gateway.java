package dev.dwx.sandbox;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands before the service: checks a request and hands it on. The checks come in this order, the cheap and
 * general first, and the first that fails is the answer: readable at all, action and version named, output format
 * known, version known, operation known in it, protocol and HTTP method allowed, caller authenticated
 * ({@link Authenticator}), calls left ({@link CallQuota}), parameters right ({@link ArgumentReader}), and only then
 * the work.
 */
final class Gateway {
    private final ApiCatalog catalog;
    private final Behaviour behaviour;
    private final InstantSource clock;
    private final SandboxClock worldClock;
    private final Strictness strictness;
    private final Authenticator authenticator;
    private final CallQuota quota;
    private final RequestIds ids;
    private final RequestLog log;

    /**
     * @param catalog which operations there are; may be more than the options name
     * @param behaviour what they do
     * @param worldClock the time in which the work is done and calls are counted; signatures have the options' clock
     */
    Gateway(ApiCatalog catalog, Behaviour behaviour, SandboxOptions options, SandboxClock worldClock, CallQuota quota,
            RequestIds ids, RequestLog log) {
        this.catalog = catalog;
        this.behaviour = behaviour;
        this.ids = ids;
        this.log = log;
        clock = options.clock();
        strictness = options.strictness();
        this.worldClock = worldClock;
        this.quota = quota;
        authenticator = new Authenticator(options.keys(), strictness);
    }

    /** Answers one request; whatever comes in, an answer goes out. */
    WireAnswer answer(WireRequest request) {
        return answer(request, null);
    }

    /**
     * Answers one request.
     *
     * @param told what is made to go wrong with it, in words, or {@code null}
     */
    WireAnswer answer(WireRequest request, String told) {
        long begin = System.nanoTime();
        Trace trace = trace(request, told);
        WireAnswer answer = done(trace).with("x-acs-request-id", trace.requestId);
        log.add(trace.entry(answer.status(), Duration.ofNanos(System.nanoTime() - begin)));
        return answer;
    }

    private WireAnswer done(Trace trace) {
        try {
            return work(trace);
        } catch (ServiceFault fault) {
            return refusal(trace, fault);
        } catch (RuntimeException | StackOverflowError e) {
            return refusal(trace, new ServiceFault(500, "InternalError",
                    "The request processing has failed due to some unknown error: " + e + "."));
        }
    }

    /** Refuses a request, without doing what it asks for or after it. */
    WireAnswer refuse(WireRequest request, ServiceFault fault, boolean afterWork, String told) {
        long begin = System.nanoTime();
        Trace trace = trace(request, told);
        if (afterWork) {
            done(trace);
        } else {
            count(trace);
        }
        WireAnswer answer = refusal(trace, fault).with("x-acs-request-id", trace.requestId);
        log.add(trace.entry(answer.status(), Duration.ofNanos(System.nanoTime() - begin)));
        return answer;
    }

    /** Notes a request that gets no answer of this gateway's, and does nothing of what it asks for. */
    WireAnswer unanswered(WireRequest request, int status, String told) {
        Trace trace = trace(request, told);
        count(trace);
        log.add(trace.entry(status, Duration.ZERO));
        return WireAnswer.text(status == 0 ? 500 : status, "text/plain", "");
    }

    /** A call that fails counts as well, if it is known whose it is. */
    private void count(Trace trace) {
        try {
            trace.read();
            if (quota.counts() && trace.action != null) {
                quota.take(authenticator.authenticate(trace.request, trace.parameters, trace.now).accountId(),
                        trace.action, trace.worldNow);
            }
        } catch (ServiceFault unreadable) {
            // It is nobody's call.
        }
    }

    /** The name of the operation that a request is for, or {@code null} when it cannot be told. */
    static String operation(WireRequest request) {
        try {
            return named(request, RequestParameters.of(request), "x-acs-action", "Action");
        } catch (ServiceFault unreadable) {
            return null;
        }
    }

    private Trace trace(WireRequest request, String told) {
        return new Trace(request, ids.next(), clock.instant(), worldClock.instant(), told);
    }

    /** A call that comes from a tool, not over the signed protocol: its arguments are values already. */
    Map<String, Object> call(ApiOperation operation, Map<?, ?> arguments) throws ServiceFault {
        Map<String, Object> read = ArgumentReader.typed(operation, arguments, strictness);
        return behaviour.answer(new SandboxCall(operation, read, SandboxKeys.ACCOUNT_ID, ids.next(),
                worldClock.instant()));
    }

    private WireAnswer work(Trace trace) throws ServiceFault {
        WireRequest request = trace.request;
        trace.read();
        if (!request.path().equals("/")) {
            throw notFound();
        }
        if (trace.action == null || trace.action.isEmpty()) {
            throw Authenticator.missing("Action");
        }
        if (trace.version == null || trace.version.isEmpty()) {
            throw Authenticator.missing("Version");
        }
        String format = trace.parameters.common("Format");
        if (format != null && !format.equalsIgnoreCase("json") && !format.equalsIgnoreCase("xml")) {
            throw new ServiceFault(400, "InvalidParameter.Format", "Specified parameter format is not valid.");
        }
        if (!catalog.versions().contains(trace.version)) {
            throw new ServiceFault(400, "InvalidVersion", "Specified parameter Version is not valid.");
        }
        ApiOperation operation = catalog.find(trace.version, trace.action).orElseThrow(Gateway::notFound);
        if (strictness.secureOnly() && !request.secure() && !operation.schemes().contains("http")) {
            throw new ServiceFault(400, "InvalidProtocol.NeedSsl", "Your request is denied as lack of ssl protect.");
        }
        if (!operation.methods().isEmpty() && !operation.methods().contains(request.method())) {
            throw new ServiceFault(400, "UnsupportedHTTPMethod",
                    "This http method " + request.method() + " is not supported.");
        }
        SandboxKey key = authenticator.authenticate(request, trace.parameters, trace.now);
        String region = CalledRegion.of(request, trace.parameters);
        trace.keyId = key.isBearer() ? "bearer" : key.id();
        CallQuota.Refusal refused = quota.take(key.accountId(), operation.name(), trace.worldNow);
        if (refused != null) {
            WireAnswer answer = refusal(trace, refused.fault());
            return refused.retryAfterMillis() == 0 ? answer
                    : answer.with("x-acs-retry-after", Long.toString(refused.retryAfterMillis()));
        }
        Map<String, Object> arguments =
                new ArgumentReader(operation, request, trace.parameters, strictness).read();
        Map<String, Object> body = behaviour.answer(
                new SandboxCall(operation, arguments, key.accountId(), trace.requestId, trace.worldNow, region));
        quota.succeeded(key.accountId(), trace.worldNow);
        if (operation.streaming()) {
            return events(body);
        }
        return trace.wantsXml()
                ? WireAnswer.text(200, WireAnswer.XML, XmlText.write(trace.action + "Response", body))
                : WireAnswer.json(200, body);
    }

    /** A stream of the events that the work gave as a list {@code Events}, or of the one that is its body. */
    private static WireAnswer events(Map<String, Object> body) {
        List<?> events = body.get("Events") instanceof List<?> list ? list : List.of(body);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < events.size(); i++) {
            text.append("id:").append(i + 1).append("\nevent:message\ndata:").append(JsonText.write(events.get(i)))
                    .append("\n\n");
        }
        return WireAnswer.text(200, "text/event-stream;charset=utf-8", text.toString())
                .delivered(WireAnswer.Delivery.EVENTS);
    }

    /** With the current signature, or none at all, the header counts; with the old one the parameter. */
    private static String named(WireRequest request, RequestParameters parameters, String header, String parameter) {
        boolean byHeader = request.header("authorization") != null || request.header("x-acs-bearer-token") != null;
        String value = byHeader ? request.header(header) : parameters.common(parameter);
        return value == null && !byHeader && parameters.common("Signature") == null ? request.header(header) : value;
    }

    private static ServiceFault notFound() {
        return new ServiceFault(404, "InvalidAction.NotFound",
                "Specified api is not found, please check your url and method.");
    }

    private static WireAnswer refusal(Trace trace, ServiceFault fault) {
        trace.fault = fault;
        String host = trace.request.header("host");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("RequestId", trace.requestId);
        body.put("HostId", host == null ? "localhost" : host);
        body.put("Code", fault.code());
        body.put("Message", fault.getMessage());
        body.put("Recommend", "https://api.aliyun.com/troubleshoot?q=" + PercentCode.encode(fault.code())
                + "&product=" + ApiCatalog.PRODUCT + "&requestId=" + trace.requestId);
        return trace.wantsXml()
                ? WireAnswer.text(fault.status(), WireAnswer.XML, XmlText.write("Error", body))
                : WireAnswer.json(fault.status(), body);
    }

    /** What is known of one request while it is being worked on. */
    private static final class Trace {
        private final WireRequest request;
        private final String requestId;
        private final Instant now;
        private final Instant worldNow;
        private final String told;
        private RequestParameters parameters;
        private String action;
        private String version;
        private String keyId;
        private ServiceFault fault;

        Trace(WireRequest request, String requestId, Instant now, Instant worldNow, String told) {
            this.request = request;
            this.requestId = requestId;
            this.now = now;
            this.worldNow = worldNow;
            this.told = told;
        }

        void read() throws ServiceFault {
            parameters = RequestParameters.of(request);
            action = named(request, parameters, "x-acs-action", "Action");
            version = named(request, parameters, "x-acs-version", "Version");
        }

        /** The service's default is XML; the new signature always gets JSON. */
        boolean wantsXml() {
            String format = parameters == null ? null : parameters.common("Format");
            if (format != null) {
                return !format.equalsIgnoreCase("json");
            }
            return request.header("authorization") == null && request.header("x-acs-action") == null
                    && request.header("x-acs-bearer-token") == null;
        }

        RequestLogEntry entry(int status, Duration elapsed) {
            Map<String, String> none = Map.of();
            return new RequestLogEntry(worldNow, request.method(), version, action, keyId, signature(),
                    parameters == null ? none : RequestLog.redact(parameters.query()),
                    parameters == null ? none : RequestLog.redact(parameters.form()), status,
                    fault == null ? null : fault.code(), fault == null ? null : message(), requestId, told, elapsed);
        }

        /** Without the string to sign, which holds all parameters. */
        private String message() {
            int quoted = fault.code().equals("SignatureDoesNotMatch") ? fault.getMessage().indexOf(" server ") : -1;
            return quoted < 0 ? fault.getMessage() : fault.getMessage().substring(0, quoted);
        }

        private String signature() {
            String authorization = request.header("authorization");
            if (authorization != null) {
                int blank = authorization.indexOf(' ');
                return blank < 0 ? null : authorization.substring(0, blank);
            }
            if (parameters == null) {
                return null;
            }
            return request.header("x-acs-bearer-token") != null ? "BEARERTOKEN"
                    : parameters.common("Signature") != null ? "HMAC-SHA1" : parameters.common("SignatureType");
        }
    }
}
