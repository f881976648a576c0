package dev.dwx.dsl.rehearsal;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiException;
import dev.dwx.client.Endpoint;
import dev.dwx.client.WireRequest;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A request as a person reads it: where it goes, and each parameter with its place and the text that travels. No secret is in it. */
final class RequestText {
    private static final int LONGEST = 400;

    private RequestText() {
    }

    /** {@code CreateNode (2024-05-18) POST https://dataworks.cn-shanghai.aliyuncs.com}. */
    static String heading(ApiOperation operation, Endpoint endpoint) {
        return operation.label() + ' ' + operation.method() + ' ' + endpoint.url();
    }

    /**
     * One line for each parameter.
     *
     * @param encoder encodes arguments, which are given to it without their secrets
     * @param filled the arguments that came from the context
     */
    static List<String> parameters(ApiOperation operation, Map<String, Object> arguments, Map<String, Object> filled,
            BiFunction<ApiOperation, Map<String, Object>, WireRequest> encoder) {
        WireRequest shown;
        try {
            shown = encoder.apply(operation, Redactor.arguments(operation.name(), arguments));
        } catch (ApiException e) {
            // The mask does not fit where a number has to be; names alone say enough then.
            return List.of(Texts.of("  with {0}", String.join(", ", arguments.keySet())));
        }
        List<String[]> rows = new ArrayList<>();
        shown.query().forEach((name, value) -> rows.add(new String[] {"query", name, value}));
        shown.form().forEach((name, value) -> rows.add(new String[] {"form", name, value}));
        shown.headers().forEach((name, value) -> rows.add(new String[] {"header", name, value}));
        if (shown.body() != null) {
            rows.add(new String[] {"body", "", new String(shown.body(), StandardCharsets.UTF_8)});
        }
        int width = 0;
        for (String[] row : rows) {
            width = Math.max(width, row[1].length());
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            lines.add("  " + row[0] + " ".repeat(8 - row[0].length()) + row[1] + " ".repeat(width - row[1].length() + 2)
                    + line(row[2]) + (filled.containsKey(row[1]) ? Texts.of("  (from the context)") : ""));
        }
        return lines;
    }

    /** On one line, and not endlessly long. */
    private static String line(String value) {
        StringBuilder text = new StringBuilder();
        int end = Math.min(value.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            if (c == '\n') {
                text.append("\\n");
            } else if (c == '\t') {
                text.append("\\t");
            } else if (Character.isISOControl(c)) {
                text.append('\ufffd');
            } else {
                text.append(c);
            }
        }
        if (value.isEmpty()) {
            return "(empty)";
        }
        return end < value.length() ? text + "… (" + value.length() + " characters)" : text.toString();
    }
}
