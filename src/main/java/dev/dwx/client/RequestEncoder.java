package dev.dwx.client;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Schema;
import dev.dwx.catalog.Style;
import dev.dwx.texts.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts the arguments of a call where its description says (in the URL, a form, a body) and in the form it says
 * (JSON text, joined, numbered). An argument that the description does not know goes into the URL, as the vendor's
 * own tools do. A form parameter of an operation that is called with GET goes into the URL too: the HTTP library
 * would drop the body silently.
 */
final class RequestEncoder {
    /** Query names that carry the V1 signature; a parameter of such a name would break it. */
    private static final Set<String> V1_NAMES = Set.of("Action", "Version", "Format", "Timestamp", "SignatureNonce",
            "SignatureMethod", "SignatureVersion", "SignatureType", "AccessKeyId", "SecurityToken", "BearerToken",
            "Signature");

    /** What may not come a second time, as an argument, beside the operation that is called. */
    private static final Set<String> NAMES_OF_THE_CALL = Set.of("Action", "Version");

    private final Signature signature;

    RequestEncoder(Signature signature) {
        this.signature = signature;
    }

    /**
     * Encodes a call.
     *
     * @throws ApiException of stage {@code NOT_SENT} that names every argument that cannot be sent
     */
    WireRequest encode(ApiOperation operation, Map<String, Object> arguments) {
        Draft draft = new Draft(operation);
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, Object> entry : arguments.entrySet()) {
            if (entry.getValue() == null) {
                continue;
            }
            try {
                draft.add(entry.getKey(), entry.getValue());
            } catch (ArgumentRefused e) {
                problems.add(e.getMessage());
            }
        }
        if (problems.isEmpty()) {
            problems.addAll(draft.conflicts());
        }
        if (!problems.isEmpty()) {
            throw ApiException.of(ApiException.Stage.NOT_SENT, operation.name(), operation.version())
                    .code("dwx.BadArgument")
                    .why(String.join("\n        ", problems))
                    .next(operation.name() + ".help()")
                    .build();
        }
        return draft.request();
    }

    private final class Draft {
        private final ApiOperation operation;
        private final String method;
        private final Map<String, String> query = new LinkedHashMap<>();
        private final Map<String, String> form = new LinkedHashMap<>();
        private final Map<String, String> headers = new LinkedHashMap<>();
        private byte[] body;
        private String contentType;
        private String bodyName;

        Draft(ApiOperation operation) {
            this.operation = operation;
            this.method = operation.method().toUpperCase(Locale.ROOT);
        }

        void add(String name, Object value) {
            ApiParameter parameter = operation.parameter(name)
                    .orElseGet(() -> new ApiParameter(name, Placement.QUERY, Style.NONE, Schema.ANY));
            ArgumentText text = new ArgumentText(operation, name);
            text.whole(name);
            switch (parameter.in()) {
                case HOST:
                    return;
                case PATH:
                    throw text.refused(Texts.of("belongs into the path of the address, which no DataWorks call has"));
                case HEADER:
                    headers.put(headerName(name, text), headerValue(text, value, parameter));
                    return;
                case BODY:
                    body(name, text, text.json(text.plain(value, parameter.schema())).getBytes(StandardCharsets.UTF_8),
                            WireRequest.JSON);
                    return;
                case BYTE:
                    body(name, text, value instanceof byte[] bytes ? bytes.clone()
                            : text.text(text.plain(value, parameter.schema())).getBytes(StandardCharsets.UTF_8), null);
                    return;
                case FORM_DATA:
                    put(hasNoBody() ? query : form, parameter, text, value);
                    return;
                default:
                    put(query, parameter, text, value);
            }
        }

        private boolean hasNoBody() {
            return method.equals("GET") || method.equals("HEAD");
        }

        private void body(String name, ArgumentText text, byte[] bytes, String type) {
            if (hasNoBody()) {
                throw text.refused(Texts.of("is the body of the request, and a {0} has none", method));
            }
            if (bodyName != null) {
                throw text.refused(Texts.of("is the body of the request, and so is {0}", bodyName));
            }
            body = bytes;
            contentType = type;
            bodyName = name;
        }

        private void put(Map<String, String> place, ApiParameter parameter, ArgumentText text, Object value) {
            Schema schema = operation.resolve(parameter.schema());
            Object plain = text.plain(value, schema);
            boolean structured = plain instanceof Map || plain instanceof List;
            String name = parameter.name();
            switch (parameter.style()) {
                case JSON:
                    set(place, name, text.json(plain), text);
                    return;
                case SIMPLE:
                    set(place, name, text.joined(plain, ",", "comma", schema.items()), text);
                    return;
                case SPACE_DELIMITED:
                    set(place, name, text.joined(plain, " ", "blank", schema.items()), text);
                    return;
                case PIPE_DELIMITED:
                    set(place, name, text.joined(plain, "|", "vertical bar", schema.items()), text);
                    return;
                default:
            }
            if (structured && schema.isString()) {
                set(place, name, text.json(plain), text);
            } else if (structured && !schema.isInteger() && !schema.isNumber() && !schema.isBoolean()) {
                flatten(place, name, plain, schema, text, parameter.style() == Style.FLAT);
            } else if (schema.isArray() && (parameter.style() == Style.REPEAT_LIST || parameter.style() == Style.FLAT)) {
                set(place, name + ".1", text.scalar(plain, schema.items()), text);
            } else {
                set(place, name, text.scalar(plain, schema), text);
            }
        }

        private void flatten(
                Map<String, String> place, String name, Object plain, Schema declared, ArgumentText text, boolean flat) {
            Schema schema = declared == null ? Schema.ANY : operation.resolve(declared);
            if (plain == null) {
                return;
            }
            if (plain instanceof List<?> list) {
                for (int i = 0; i < list.size(); i++) {
                    flatten(place, name + "." + (i + 1), list.get(i), schema.items(), text, flat);
                }
            } else if (plain instanceof Map<?, ?> map) {
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    String key = entry.getKey().toString();
                    Schema field = schema.properties().get(key);
                    flatten(place, name + "." + (flat ? "#" + key.length() + "#" + key : key), entry.getValue(),
                            field == null ? schema.additionalProperties() : field, text, flat);
                }
            } else {
                set(place, name, text.scalar(plain, schema), text);
            }
        }

        private void set(Map<String, String> place, String name, String value, ArgumentText text) {
            String before = place.putIfAbsent(name, value);
            if (before != null && !before.equals(value)) {
                throw text.refused(Texts.of("gives a second value for {0}", name));
            }
        }

        private String headerName(String name, ArgumentText text) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("x-acs-") || lower.equals("host") || lower.equals("authorization")
                    || lower.equals("content-type") || lower.equals("content-length")) {
                throw text.refused(Texts.of("is a header that belongs to the signature"));
            }
            for (int i = 0; i < lower.length(); i++) {
                char c = lower.charAt(i);
                if (c <= ' ' || c > '~' || c == ':') {
                    throw text.refused(Texts.of("is no name for a header"));
                }
            }
            return lower;
        }

        private String headerValue(ArgumentText text, Object value, ApiParameter parameter) {
            String line = text.scalar(text.plain(value, parameter.schema()), parameter.schema());
            for (int i = 0; i < line.length(); i++) {
                if (line.charAt(i) < ' ' || line.charAt(i) > '~') {
                    throw text.refused(Texts.of("goes into a header and may hold plain ASCII characters only"));
                }
            }
            return line;
        }

        /** What each argument alone could not know: two bodies, and what the old signature cannot carry. */
        List<String> conflicts() {
            List<String> problems = new ArrayList<>();
            if (bodyName != null && !form.isEmpty()) {
                problems.add(Texts.of("{0} is the whole body of the request, so form parameters cannot go along: {1}", bodyName,
                        String.join(", ", form.keySet())));
            }
            if (signature == Signature.V1) {
                if (bodyName != null) {
                    problems.add(Texts.of("{0} is the body of the request, which signature v1 does not cover; use v3", bodyName));
                }
                for (Map.Entry<String, String> entry : form.entrySet()) {
                    if (entry.getValue().isEmpty()) {
                        problems.add(Texts.of("{0} is an empty text, which signature v1 cannot send in a form; use v3", entry.getKey()));
                    }
                }
                for (String name : V1_NAMES) {
                    if (query.containsKey(name) || form.containsKey(name)) {
                        problems.add(Texts.of("{0} is a name that signature v1 needs for itself; use v3", name));
                    }
                }
            } else if (query.containsKey("SignatureType")) {
                problems.add(Texts.of("SignatureType is a name that the signature needs for itself"));
            }
            for (String name : NAMES_OF_THE_CALL) {
                if (operation.parameter(name).isEmpty() && (query.containsKey(name) || form.containsKey(name))) {
                    // Whatever reads it there would do another thing than the one that was checked and confirmed.
                    problems.add(Texts.of("{0} names the operation itself and cannot be an argument", name));
                }
            }
            return problems;
        }

        WireRequest request() {
            return new WireRequest(operation.name(), operation.version(), method, query, form, body, contentType,
                    headers);
        }
    }
}
