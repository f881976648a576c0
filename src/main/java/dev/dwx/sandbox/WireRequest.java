package dev.dwx.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An HTTP request as it arrived.
 *
 * @param method in upper case
 * @param path decoded by nobody, {@code /}
 * @param rawQuery as in the request line, or {@code null}
 * @param headers names in lower case, each with all its values in order
 * @param body the raw bytes
 * @param secure whether it came over TLS
 */
record WireRequest(
        String method, String path, String rawQuery, Map<String, List<String>> headers, byte[] body, boolean secure) {

    /** All values of a header joined as HTTP says, trimmed; {@code null} when it is absent. */
    String header(String name) {
        List<String> values = headers.get(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        return values.size() == 1 ? values.get(0).strip() : String.join(",", values).strip();
    }

    boolean isForm() {
        String type = header("content-type");
        return type != null && mediaType(type).equalsIgnoreCase("application/x-www-form-urlencoded");
    }

    /** The query's names and values. */
    List<Map.Entry<String, String>> query() throws ServiceFault {
        return parse(rawQuery, "query");
    }

    /** The form's names and values; none when the method cannot carry a form or the body is something else. */
    List<Map.Entry<String, String>> form() throws ServiceFault {
        if (body.length == 0 || !isForm() || method.equals("GET") || method.equals("HEAD")) {
            return List.of();
        }
        return parse(new String(body, StandardCharsets.UTF_8), "form");
    }

    private static List<Map.Entry<String, String>> parse(String text, String place) throws ServiceFault {
        try {
            return PercentCode.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ServiceFault(400, "InvalidParameter",
                    "The " + place + " of the request is not valid: " + e.getMessage() + ".");
        }
    }

    private static String mediaType(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip();
    }
}
