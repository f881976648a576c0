package dev.dwx.sandbox;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is where on the sandbox's address: calls and uploads at {@code /}, elsewhere what discovery reads. */
final class Site {
    private static final long SLOW_MILLIS = 1000;

    private final Gateway gateway;
    private final DocumentPages documents;
    private final McpPage mcp;
    private final CredentialsPage credentials;
    private final FileUploads uploads;
    private final Queue<Disturbance> disturbances = new ConcurrentLinkedQueue<>();

    Site(SandboxOptions options, RequestLog log, int port) {
        RequestIds ids = new RequestIds(options.requestIdSeed());
        uploads = new FileUploads(port, options.clock(), ids);
        gateway = new Gateway(
                uploads.extend(options.catalog()), uploads.extend(options.behaviour()), options, ids, log);
        ToolCatalogue tools = new ToolCatalogue(options.catalog());
        documents = new DocumentPages(options.catalog(), tools);
        mcp = new McpPage(tools, gateway);
        credentials = new CredentialsPage(options.keys(), options.clock());
    }

    void disturb(List<Disturbance> next) {
        disturbances.addAll(next);
    }

    WireAnswer answer(WireRequest request) {
        String path = request.path();
        if (path.equals("/")) {
            String type = request.header("content-type");
            if (type != null && type.startsWith("multipart/form-data")) {
                return uploads.post(request);
            }
            Disturbance disturbance = disturbances.poll();
            return disturbance == null || disturbance == Disturbance.NONE
                    ? gateway.answer(request) : disturbed(request, disturbance);
        }
        if (path.equals("/mcp")) {
            return mcp.answer(request);
        }
        if (path.startsWith(CredentialsPage.PATH)) {
            return credentials.answer(request);
        }
        WireAnswer document = documents.answer(request);
        if (document == null && request.method().equals("GET")) {
            document = uploads.get(request);
        }
        return document == null ? gateway.answer(request) : document;
    }

    private WireAnswer disturbed(WireRequest request, Disturbance disturbance) {
        return switch (disturbance) {
            case BAD_GATEWAY_PAGE -> WireAnswer.text(502, "text/html",
                    "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>");
            case EMPTY_UNAVAILABLE -> WireAnswer.text(503, "text/plain", "");
            case UNAVAILABLE -> gateway.refuse(request, new ServiceFault(503, "ServiceUnavailable",
                    "The request has failed due to a temporary failure of the server."));
            case INTERNAL_ERROR -> gateway.refuse(request, new ServiceFault(500, "InternalError",
                    "The request processing has failed due to some unknown error."));
            case THROTTLED -> gateway.refuse(request, new ServiceFault(429, "Throttling.User",
                    "Request was denied due to user flow control.")).with("x-acs-retry-after", "50");
            case THROTTLED_BY_NUMBER -> gateway.refuse(request, new ServiceFault(400, "9990020002",
                    "Throttling: the request was denied due to flow control."));
            case DAY_USED_UP -> gateway.refuse(request, new ServiceFault(429, "Throttling.Api.Risk",
                    "Request was denied due to api risk control."));
            case DROPPED -> WireAnswer.text(500, "text/plain", "").delivered(WireAnswer.Delivery.NOTHING);
            case DROPPED_AFTER_WORK -> gateway.answer(request).delivered(WireAnswer.Delivery.NOTHING);
            case CUT -> gateway.answer(request).delivered(WireAnswer.Delivery.HALF);
            case EMPTY_BODY -> {
                WireAnswer whole = gateway.answer(request);
                yield new WireAnswer(whole.status(), whole.headers(), new byte[0], WireAnswer.Delivery.WHOLE);
            }
            case SLOW -> {
                WireAnswer late = gateway.answer(request);
                pause(SLOW_MILLIS);
                yield late;
            }
            case NONE -> gateway.answer(request);
        };
    }

    /** Waits, or less when the sandbox is closed meanwhile. */
    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
