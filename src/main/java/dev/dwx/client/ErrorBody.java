package dev.dwx.client;

import java.util.List;
import java.util.Map;

/**
 * The facts of an error answer, whatever its form: the gateway's JSON (small letters occur), XML with the root
 * {@code Error}, or a page that some machine on the way made.
 *
 * @param code the service's code, or {@code null} when the answer is not the service's
 * @param message its message, or a short excerpt of a page
 * @param requestId the call's id, or {@code null}
 * @param recommend address with help, or {@code null}
 * @param accessDenied details of a refused permission, or {@code null}
 */
record ErrorBody(String code, String message, String requestId, String recommend, Map<?, ?> accessDenied) {
    private static final int EXCERPT = 300;

    static ErrorBody ofJson(Map<?, ?> body) {
        return new ErrorBody(
                text(body, "Code", "code", "ErrorCode", "errorCode"),
                text(body, "Message", "message", "ErrorMessage", "errorMessage"),
                text(body, "RequestId", "requestId"),
                text(body, "Recommend", "recommend"),
                map(body, "AccessDeniedDetail", "accessDeniedDetail"));
    }

    static ErrorBody ofText(String text) {
        String code = element(text, "Code");
        if (code != null) {
            return new ErrorBody(code, element(text, "Message"), element(text, "RequestId"),
                    element(text, "Recommend"), null);
        }
        return new ErrorBody(null, excerpt(text), null, null, null);
    }

    /** The words of a page without its tags, cut short; {@code null} when there are none. */
    static String excerpt(String text) {
        StringBuilder out = new StringBuilder();
        boolean tag = false;
        boolean blank = false;
        for (int i = 0; i < text.length() && out.length() < EXCERPT; i++) {
            char c = text.charAt(i);
            if (c == '<') {
                tag = true;
            } else if (c == '>' && tag) {
                tag = false;
                blank = true;
            } else if (!tag) {
                if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                    blank = true;
                } else {
                    if (blank && out.length() > 0) {
                        out.append(' ');
                    }
                    blank = false;
                    out.append(c);
                }
            }
        }
        return out.length() == 0 ? null : out.length() >= EXCERPT ? out + "…" : out.toString();
    }

    private static String element(String text, String name) {
        int start = text.indexOf("<" + name + ">");
        int end = start < 0 ? -1 : text.indexOf("</" + name + ">", start);
        if (end < 0) {
            return null;
        }
        return text.substring(start + name.length() + 2, end).replace("&lt;", "<").replace("&gt;", ">")
                .replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&");
    }

    private static String text(Map<?, ?> body, String... names) {
        for (String name : names) {
            Object value = body.get(name);
            if (value != null && !(value instanceof Map) && !(value instanceof List) && !value.toString().isEmpty()) {
                return value.toString();
            }
        }
        return null;
    }

    private static Map<?, ?> map(Map<?, ?> body, String... names) {
        for (String name : names) {
            if (body.get(name) instanceof Map<?, ?> map && !map.isEmpty()) {
                return map;
            }
        }
        return null;
    }
}
