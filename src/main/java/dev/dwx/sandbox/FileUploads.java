package dev.dwx.sandbox;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.ApiParameter;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.catalog.Placement;
import dev.dwx.catalog.Provenance;
import dev.dwx.catalog.Schema;
import dev.dwx.catalog.Style;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What stands around the operations that take a file: {@code AuthorizeFileUpload} (version {@code 2019-12-19}) gives
 * leave to post one object, the object storage takes it, and its address is what the operation itself is called with.
 *
 * <p>A client makes the storage's host from bucket and endpoint, {@code BUCKET.ENDPOINT}. So that this is the sandbox
 * without any name server, the bucket is {@code 127} and the endpoint {@code 0.0.1:PORT}.
 */
final class FileUploads {
    static final String VERSION = "2019-12-19";
    private static final String OPERATION = "AuthorizeFileUpload";
    private static final String BUCKET = "127";
    private static final String STORAGE_KEY_ID = "STS.sandbox-storage";
    private static final String STORAGE_SECRET = "sandbox-storage-secret";
    private static final String PREFIX = "upload/";
    /** Past this many bytes the oldest objects are dropped. */
    private static final long ROOM = 64L * 1024 * 1024;

    private final int port;
    private final InstantSource clock;
    private final RequestIds ids;
    private final Map<String, byte[]> objects = new LinkedHashMap<>();

    FileUploads(int port, InstantSource clock, RequestIds ids) {
        this.port = port;
        this.clock = clock;
        this.ids = ids;
    }

    /** The catalog with the one operation more. */
    ApiCatalog extend(ApiCatalog catalog) {
        ApiOperation operation = operation();
        return new ApiCatalog() {
            @Override
            public List<String> versions() {
                List<String> versions = new ArrayList<>(catalog.versions());
                versions.add(VERSION);
                return versions;
            }

            @Override
            public List<ApiSummary> list() {
                return catalog.list();
            }

            @Override
            public Optional<ApiOperation> find(String version, String name) {
                return version.equals(VERSION) && name.equals(OPERATION)
                        ? Optional.of(operation) : catalog.find(version, name);
            }
        };
    }

    /** The behaviour with the one operation more. */
    Behaviour extend(Behaviour behaviour) {
        return call -> call.operation().version().equals(VERSION) ? authorize(call) : behaviour.answer(call);
    }

    /** Takes an object; the form's last field is the file. */
    WireAnswer post(WireRequest request) {
        MultipartForm form;
        try {
            form = MultipartForm.parse(request.header("content-type"), request.body());
        } catch (IllegalArgumentException e) {
            return refusal(400, "MalformedPOSTRequest", "The body of the request is no form: " + e.getMessage());
        }
        String key = form.text("key");
        String policy = form.text("policy");
        if (form.file() == null || key == null || policy == null || form.text("Signature") == null) {
            return refusal(400, "InvalidArgument", "A form must have key, policy, Signature and, last, file.");
        }
        if (!STORAGE_KEY_ID.equals(form.text("OSSAccessKeyId"))) {
            return refusal(403, "InvalidAccessKeyId", "The OSS Access Key Id does not exist.");
        }
        if (!Digests.same(Digests.hmacSha1Base64(STORAGE_SECRET, policy), form.text("Signature"))) {
            return refusal(403, "SignatureDoesNotMatch", "The signature does not match the policy.");
        }
        Map<?, ?> allowed = (Map<?, ?>) JsonText.read(
                new String(Base64.getDecoder().decode(policy), StandardCharsets.UTF_8));
        if (!Instant.parse(allowed.get("expiration").toString()).isAfter(clock.instant())) {
            return refusal(403, "AccessDenied", "Invalid according to Policy: Policy expired.");
        }
        if (!allowed.get("conditions").equals(List.of(List.of("eq", "$key", key)))) {
            return refusal(403, "AccessDenied", "Invalid according to Policy: Policy Condition failed.");
        }
        store(key, form.file());
        String status = form.text("success_action_status");
        if (!"201".equals(status)) {
            return WireAnswer.text("200".equals(status) ? 200 : 204, "application/xml", "");
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Bucket", BUCKET);
        body.put("Location", location(key));
        body.put("Key", key);
        body.put("ETag", '"' + Digests.md5Hex(form.file()) + '"');
        return WireAnswer.text(201, "application/xml", XmlText.write("PostResponse", body));
    }

    /** An object, or {@code null} when the path is none. */
    WireAnswer get(WireRequest request) {
        if (!request.path().startsWith('/' + PREFIX)) {
            return null;
        }
        byte[] object;
        synchronized (objects) {
            object = objects.get(request.path().substring(1));
        }
        return object == null ? refusal(404, "NoSuchKey", "The specified key does not exist.")
                : WireAnswer.bytes(200, "application/octet-stream", object);
    }

    private Map<String, Object> authorize(SandboxCall call) {
        String key = PREFIX + call.requestId();
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("expiration", call.now().plus(Duration.ofHours(1)).toString());
        policy.put("conditions", List.of(List.of("eq", "$key", key)));
        String encoded = Base64.getEncoder()
                .encodeToString(JsonText.write(policy).getBytes(StandardCharsets.UTF_8));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("AccessKeyId", STORAGE_KEY_ID);
        body.put("Bucket", BUCKET);
        body.put("EncodedPolicy", encoded);
        body.put("Endpoint", "0.0.1:" + port);
        body.put("ObjectKey", key);
        body.put("RequestId", call.requestId());
        body.put("Signature", Digests.hmacSha1Base64(STORAGE_SECRET, encoded));
        body.put("UseAccelerate", false);
        return body;
    }

    private void store(String key, byte[] bytes) {
        synchronized (objects) {
            objects.put(key, bytes);
            long used = objects.values().stream().mapToLong(object -> object.length).sum();
            while (used > ROOM && objects.size() > 1) {
                String oldest = objects.keySet().iterator().next();
                used -= objects.remove(oldest).length;
            }
        }
    }

    private String location(String key) {
        return "http://" + BUCKET + ".0.0.1:" + port + '/' + key;
    }

    private WireAnswer refusal(int status, String code, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Code", code);
        body.put("Message", message);
        body.put("RequestId", ids.next());
        body.put("HostId", BUCKET + ".0.0.1:" + port);
        return WireAnswer.text(status, "application/xml", XmlText.write("Error", body));
    }

    private static ApiOperation operation() {
        Schema required = Schema.of("string").toBuilder().required(true).build();
        return new ApiOperation(VERSION, OPERATION, List.of("GET", "POST"), List.of("http", "https"), null, null, null,
                null, null, false, null, false,
                List.of(new ApiParameter("Product", Placement.QUERY, Style.NONE, required),
                        new ApiParameter("RegionId", Placement.QUERY, Style.NONE, Schema.of("string"))),
                Schema.of("object"), Map.of(), Map.of(), Provenance.SNAPSHOT);
    }
}
