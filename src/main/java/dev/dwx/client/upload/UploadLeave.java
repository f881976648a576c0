package dev.dwx.client.upload;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Provenance;
import dev.dwx.catalog.Schema;
import dev.dwx.catalog.Style;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Map;

/**
 * Leave to post one object, as {@code AuthorizeFileUpload} of the vendor's open platform (version {@code 2019-12-19}) gives it.
 *
 * @param keyId who signed the policy
 * @param policy what may be posted, encoded
 * @param signature over the policy
 * @param bucket the object's bucket
 * @param endpoint the storage's host, perhaps with a port
 * @param key the object's name
 */
record UploadLeave(String keyId, String policy, String signature, String bucket, String endpoint, String key) {
    private static final String CLOUD = ".aliyuncs.com";

    /** The operation that gives it; it is no part of DataWorks and in no catalog. */
    static ApiOperation operation() {
        Schema required = Schema.of("string").toBuilder().required(true).build();
        return new ApiOperation("2019-12-19", "AuthorizeFileUpload", List.of("GET"), List.of("https"), null, null, null,
                "read", null, false, null, false,
                List.of(new ApiParameter("Product", Placement.QUERY, Style.NONE, required),
                        new ApiParameter("RegionId", Placement.QUERY, Style.NONE, Schema.of("string"))),
                Schema.of("object"), Map.of(), Map.of(), Provenance.SNAPSHOT);
    }

    /** @throws IllegalArgumentException when something is missing; the message names it */
    static UploadLeave of(Object body) {
        Map<?, ?> fields = body instanceof Map<?, ?> map ? map : Map.of();
        return new UploadLeave(field(fields, "AccessKeyId"), field(fields, "EncodedPolicy"), field(fields, "Signature"),
                field(fields, "Bucket"), field(fields, "Endpoint"), field(fields, "ObjectKey"));
    }

    private static String field(Map<?, ?> fields, String name) {
        if (fields.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(Texts.of("AuthorizeFileUpload gave no {0}", name));
    }

    /** {@code bucket.host}, the internal host where that is wanted. */
    String host(boolean internal) {
        int dot = endpoint.indexOf('.');
        boolean inner = internal && dot > 0 && endpoint.endsWith(CLOUD) && !endpoint.startsWith("-internal", dot - 9);
        return bucket + "." + (inner ? endpoint.substring(0, dot) + "-internal" + endpoint.substring(dot) : endpoint);
    }

    /** Whether the host is one that a user's file may go to: the vendor's, or this machine when the leave came from it. */
    boolean isTrusted(boolean fromLoopback) {
        String host = host(false);
        int colon = host.lastIndexOf(':');
        String name = colon < 0 ? host : host.substring(0, colon);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.')) {
                return false;
            }
        }
        return name.endsWith(CLOUD) || fromLoopback && dev.dwx.catalog.discovery.ProxyRules.isLoopback(name);
    }

    /** What the operation itself is called with. */
    String address() {
        return "http://" + bucket + "." + endpoint + "/" + key;
    }
}
