package dev.dwx.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names and values of a request, as they came.
 *
 * @param query all of the query
 * @param form all of the form
 */
record RequestParameters(List<Map.Entry<String, String>> query, List<Map.Entry<String, String>> form) {
    private static final Set<String> COMMON = Set.of("Action", "Version", "Format", "Timestamp", "SignatureNonce",
            "SignatureMethod", "SignatureVersion", "SignatureType", "AccessKeyId", "SecurityToken", "BearerToken",
            "Signature", "RegionId");

    static RequestParameters of(WireRequest request) throws ServiceFault {
        return new RequestParameters(request.query(), request.form());
    }

    /** A parameter of the protocol, from the query or, as older clients send it, the form; {@code null} when absent. */
    String common(String name) {
        String value = first(query, name);
        return value == null ? first(form, name) : value;
    }

    /** Whether every call has a parameter of that name. */
    static boolean isCommon(String name) {
        return COMMON.contains(name);
    }

    private static String first(List<Map.Entry<String, String>> pairs, String name) {
        for (Map.Entry<String, String> pair : pairs) {
            if (pair.getKey().equals(name)) {
                return pair.getValue();
            }
        }
        return null;
    }
}
