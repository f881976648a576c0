package dev.dwx.client;

import dev.dwx.catalog.OrderedCopy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The arguments of a call as they travel: every name and value is text already, nothing is escaped yet.
 *
 * @param action operation name
 * @param version API version
 * @param method HTTP method in upper case
 * @param query parameters of the URL, in order
 * @param form parameters of a form-encoded body, in order
 * @param body raw body in place of a form, or {@code null}
 * @param contentType of {@code body}, or {@code null}
 * @param headers further request headers, names in lower case; these override the library's own, dates and nonce
 *     included
 */
public record WireRequest(
        String action,
        String version,
        String method,
        Map<String, String> query,
        Map<String, String> form,
        byte[] body,
        String contentType,
        Map<String, String> headers) {

    /** Content type of a form. */
    static final String FORM = "application/x-www-form-urlencoded";
    /** Content type of a JSON body, as the vendor's library writes it. */
    static final String JSON = "application/json; charset=utf-8";

    public WireRequest {
        query = OrderedCopy.of(query);
        form = OrderedCopy.of(form);
        headers = OrderedCopy.of(headers);
    }

    /** The form as the body carries it: {@code A=1&B=a+b}. An empty value keeps its {@code =}. */
    public String formText() {
        return encoded(form);
    }

    /** The query as the URL carries it. */
    public String queryText() {
        return encoded(query);
    }

    private static String encoded(Map<String, String> parameters) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> entry : parameters.entrySet()) {
            if (text.length() > 0) {
                text.append('&');
            }
            text.append(URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8)).append('=')
                    .append(URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /** The same request with further headers. */
    public WireRequest withHeaders(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new WireRequest(action, version, method, query, form, body, contentType, all);
    }
}
