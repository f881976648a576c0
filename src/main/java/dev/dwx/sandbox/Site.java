package dev.dwx.sandbox;

import dev.dwx.sandbox.fault.Fault;

/** What is where on the sandbox's address: calls and uploads at {@code /}, elsewhere what discovery reads. */
final class Site {
    private final Gateway gateway;
    private final DocumentPages documents;
    private final McpPage mcp;
    private final CredentialsPage credentials;
    private final FileUploads uploads;
    private final FaultyAnswers faulty;
    private final Controls controls;
    private final ControlPage page;

    Site(SandboxOptions options, RequestLog log, int port) {
        controls = new Controls(options, log);
        page = new ControlPage(controls);
        RequestIds ids = new RequestIds(options.requestIdSeed());
        uploads = new FileUploads(port, options.clock(), ids);
        gateway = new Gateway(
                uploads.extend(options.catalog()), uploads.extend(options.behaviour()), options, controls.clock(),
                controls.quota(), ids, log);
        faulty = new FaultyAnswers(gateway);
        ToolCatalogue tools = new ToolCatalogue(options.catalog());
        documents = new DocumentPages(options.catalog(), tools);
        mcp = new McpPage(tools, gateway);
        credentials = new CredentialsPage(options.keys(), options.clock());
    }

    Controls controls() {
        return controls;
    }

    WireAnswer answer(WireRequest request) {
        String path = request.path();
        if (path.equals("/")) {
            String type = request.header("content-type");
            if (type != null && type.startsWith("multipart/form-data")) {
                return uploads.post(request);
            }
            return called(request);
        }
        if (path.startsWith(ControlPage.PATH)) {
            return page.answer(request);
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

    private WireAnswer called(WireRequest request) {
        if (controls.faults().isEmpty()) {
            return gateway.answer(request);
        }
        Fault fault = controls.faults().meet(Gateway.operation(request));
        return fault == null ? gateway.answer(request) : faulty.answer(request, fault);
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
