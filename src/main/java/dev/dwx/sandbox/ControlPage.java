package dev.dwx.sandbox;

import dev.dwx.sandbox.fault.FaultSettings;
import dev.dwx.sandbox.fault.Span;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link Controls} over HTTP, for a prompt in another process: {@code POST /_sandbox/fault} with the settings as a JSON object, and so
 * for {@code faults}, {@code calm}, {@code stale}, {@code clock} ({@code advance}, {@code set}, {@code freeze}, {@code run}),
 * {@code requests}, {@code reset} and {@code limits}. The answer is {@code {"Value": …}}, or {@code {"Error": "…"}} with 400.
 *
 * <p>The sandbox listens on loopback only. A page in a browser on the same machine is kept out by the header
 * {@link #HEADER}, which no foreign page can send.
 */
final class ControlPage {
    static final String PATH = "/_sandbox/";
    static final String HEADER = "x-dwx-sandbox";
    private static final List<String> COMMANDS =
            List.of("fault", "faults", "calm", "stale", "clock", "requests", "reset", "limits");

    private final Controls controls;

    ControlPage(Controls controls) {
        this.controls = controls;
    }

    WireAnswer answer(WireRequest request) {
        if (!request.method().equals("POST") || request.header(HEADER) == null) {
            return error(403, "the control page takes POST with the header " + HEADER + ": 1");
        }
        String command = request.path().substring(PATH.length());
        try {
            String text = new String(request.body(), StandardCharsets.UTF_8);
            Object given = text.isBlank() ? Map.of() : JsonText.read(text);
            if (!(given instanceof Map<?, ?> settings)) {
                return error(400, "the settings are a JSON object");
            }
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("Value", done(command, settings));
            return WireAnswer.json(200, answer);
        } catch (IllegalArgumentException e) {
            return error(400, e.getMessage());
        }
    }

    private static WireAnswer error(int status, String why) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Error", why);
        return WireAnswer.json(status, body);
    }

    private Object done(String command, Map<?, ?> settings) {
        switch (command) {
            case "fault":
                return controls.fault(settings);
            case "faults":
                return controls.rows();
            case "calm":
                return (long) controls.calm();
            case "stale":
                return controls.stale(settings);
            case "clock":
                return clock(settings);
            case "requests":
                Object operation = settings.get("operation");
                return controls.requests(operation == null ? null : operation.toString());
            case "reset":
                controls.reset();
                return controls.time();
            case "limits":
                return controls.limits(settings);
            default:
                throw FaultSettings.unknown(command, COMMANDS, "the sandbox");
        }
    }

    private Map<String, Object> clock(Map<?, ?> settings) {
        SandboxClock clock = controls.clock();
        settings.forEach((what, value) -> {
            switch (what.toString()) {
                case "advance" -> clock.advance(Span.of(value));
                case "set" -> clock.set(Controls.moment(value));
                case "freeze" -> clock.freeze();
                case "run" -> clock.run();
                default -> throw FaultSettings.unknown(what.toString(), List.of("advance", "set", "freeze", "run"),
                        "sandbox.clock");
            }
        });
        return controls.time();
    }
}
