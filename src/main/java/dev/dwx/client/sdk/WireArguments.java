package dev.dwx.client.sdk;

import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Style;
import dev.dwx.client.Transport;
import dev.dwx.client.TransportException;
import dev.dwx.client.WireRequest;
import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The arguments of a call, taken from its encoded form, so that both transports send the same values whatever the
 * caller gave: a list under its numbered names is put together again, a joined or JSON text is taken apart.
 */
final class WireArguments {
    private WireArguments() {
    }

    /**
     * Parameter name to value: a text, or a map of texts and maps for names with dots ({@code Tags.1.Key}).
     * A parameter that goes into a header or chooses the endpoint is not among them.
     *
     * @throws TransportException for a parameter whose form cannot be taken apart
     */
    static Map<String, Object> of(Transport.Outgoing call) throws TransportException {
        Map<String, String> wire = new LinkedHashMap<>(call.request().query());
        wire.putAll(call.request().form());
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (Map.Entry<String, Object> given : call.arguments().entrySet()) {
            String name = given.getKey();
            if (given.getValue() == null) {
                continue;
            }
            if (wire.containsKey(name)) {
                arguments.put(name, apart(call, name, wire.get(name)));
                continue;
            }
            Map<String, Object> tree = new LinkedHashMap<>();
            for (Map.Entry<String, String> entry : wire.entrySet()) {
                if (entry.getKey().startsWith(name + ".")) {
                    grow(tree, entry.getKey().substring(name.length() + 1), entry.getValue());
                }
            }
            if (!tree.isEmpty() && style(call, name) == Style.FLAT) {
                throw TypedValues.misfit(Texts.of("{0} travels in a form (flat) that cannot be given to the typed SDK", name));
            }
            if (!tree.isEmpty()) {
                arguments.put(name, tree);
            } else if (isWholeBody(call, name)) {
                arguments.put(name, new String(call.request().body(), StandardCharsets.UTF_8));
            }
        }
        return arguments;
    }

    private static boolean isWholeBody(Transport.Outgoing call, String name) {
        WireRequest request = call.request();
        return request.body() != null && call.operation().parameter(name)
                .map(ApiParameter::in).filter(in -> in == Placement.BODY || in == Placement.BYTE).isPresent();
    }

    /** A joined text as its elements; everything else as it is, since only the SDK's type tells what it wants. */
    private static Object apart(Transport.Outgoing call, String name, String text) {
        switch (style(call, name)) {
            case SIMPLE:
                return new Joined(text, ",");
            case SPACE_DELIMITED:
                return new Joined(text, " ");
            case PIPE_DELIMITED:
                return new Joined(text, "|");
            default:
                return text;
        }
    }

    private static Style style(Transport.Outgoing call, String name) {
        return call.operation().parameter(name).map(ApiParameter::style).orElse(Style.NONE);
    }

    /**
     * A list that travels as one text.
     *
     * @param text all of it
     * @param delimiter between two elements
     */
    record Joined(String text, String delimiter) {
        List<String> elements() {
            return text.isEmpty() ? List.of() : List.of(text.split(Pattern.quote(delimiter), -1));
        }
    }

    private static void grow(Map<String, Object> tree, String path, String value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            tree.put(path, value);
            return;
        }
        Object below = tree.computeIfAbsent(path.substring(0, dot), each -> new LinkedHashMap<String, Object>());
        if (below instanceof Map<?, ?>) {
            @SuppressWarnings("unchecked")
            Map<String, Object> branch = (Map<String, Object>) below;
            grow(branch, path.substring(dot + 1), value);
        }
    }

    /** JSON text as its value, or {@code null} when it is none. */
    static Object json(String text) {
        try {
            return ExactJson.parse(text);
        } catch (ExactJson.Malformed e) {
            return null;
        }
    }
}
