package dev.dwx.sandbox;

import dev.dwx.catalog.ApiOperation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A small MCP server over the same operations, JSON-RPC by POST: {@code initialize}, {@code ping}, {@code tools/list}
 * and {@code resources/list} in pages, {@code resources/read}, {@code tools/call}. A GET names the tools that have a
 * resource. As with the real one, no signature is asked for; it listens on loopback only.
 */
final class McpPage {
    private static final int PAGE = 100;

    private final ToolCatalogue tools;
    private final Gateway gateway;

    McpPage(ToolCatalogue tools, Gateway gateway) {
        this.tools = tools;
        this.gateway = gateway;
    }

    WireAnswer answer(WireRequest request) {
        if (request.method().equals("GET")) {
            return result("1", Map.of("a2reslist", tools.names()));
        }
        Object parsed;
        try {
            parsed = JsonText.read(new String(request.body(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return error(null, -32700, "Parse error: " + e.getMessage());
        }
        if (!(parsed instanceof Map<?, ?> message) || !(message.get("method") instanceof String method)) {
            return error(null, -32600, "Invalid Request");
        }
        if (!message.containsKey("id")) {
            return WireAnswer.text(202, "text/plain", "");
        }
        Object id = message.get("id");
        Map<?, ?> parameters = message.get("params") instanceof Map<?, ?> given ? given : Map.of();
        return switch (method) {
            case "initialize" -> result(id, initialized());
            case "ping" -> result(id, Map.of());
            case "tools/list" -> page(id, parameters, "tools");
            case "resources/list" -> page(id, parameters, "resources");
            case "resources/read" -> read(id, parameters);
            case "tools/call" -> call(id, parameters);
            default -> error(id, -32601, "Method not found: " + method);
        };
    }

    private static Map<String, Object> initialized() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("protocolVersion", "2025-03-26");
        result.put("capabilities", Map.of("tools", Map.of(), "resources", Map.of()));
        result.put("serverInfo", Map.of("name", "dwx sandbox", "version", "1"));
        return result;
    }

    private WireAnswer page(Object id, Map<?, ?> parameters, String field) {
        List<String> names = tools.names();
        int from;
        try {
            Object cursor = parameters.get("cursor");
            from = cursor == null ? 0 : Integer.parseInt(cursor.toString());
        } catch (NumberFormatException e) {
            from = -1;
        }
        if (from < 0 || from > names.size()) {
            return error(id, -32602, "Invalid cursor");
        }
        int to = Math.min(names.size(), from + PAGE);
        List<Object> entries = new ArrayList<>();
        for (String name : names.subList(from, to)) {
            ApiOperation operation = tools.operation(name);
            Map<String, Object> tool = tools.summary(operation);
            entries.add(field.equals("tools") ? tool : Map.of("uri", name, "name", name, "mimeType", "text/json",
                    "description", tool.get("description")));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(field, entries);
        if (to < names.size()) {
            result.put("nextCursor", Integer.toString(to));
        }
        return result(id, result);
    }

    private WireAnswer read(Object id, Map<?, ?> parameters) {
        String uri = String.valueOf(parameters.get("uri"));
        Map<String, Object> entry = tools.entry(uri);
        return entry == null ? error(id, -32002, "Resource not found: " + uri)
                : result(id, Map.of("contents", List.of(
                        Map.of("uri", uri, "mimeType", "text/json", "text", JsonText.write(entry)))));
    }

    private WireAnswer call(Object id, Map<?, ?> parameters) {
        ApiOperation operation = tools.operation(String.valueOf(parameters.get("name")));
        if (operation == null) {
            return error(id, -32602, "Unknown tool: " + parameters.get("name"));
        }
        Map<?, ?> arguments = parameters.get("arguments") instanceof Map<?, ?> given ? given : Map.of();
        Map<String, Object> result = new LinkedHashMap<>();
        String text;
        try {
            text = JsonText.write(gateway.call(operation, arguments));
            result.put("isError", false);
        } catch (ServiceFault fault) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("Code", fault.code());
            body.put("Message", fault.getMessage());
            text = JsonText.write(body);
            result.put("isError", true);
        }
        result.put("content", List.of(Map.of("type", "text", "text", text)));
        return result(id, result);
    }

    private static WireAnswer result(Object id, Object result) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jsonrpc", "2.0");
        body.put("id", id);
        body.put("result", result);
        return WireAnswer.json(200, body);
    }

    private static WireAnswer error(Object id, int code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jsonrpc", "2.0");
        body.put("id", id);
        body.put("error", error);
        return WireAnswer.json(200, body);
    }
}
