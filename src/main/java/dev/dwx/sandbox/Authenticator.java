package dev.dwx.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who is calling, and may they: the gateway's checks of both signatures and of bearer tokens, in this order: all
 * common parameters present, signature method known, time stamp well formed and inside ±15 minutes, key known and
 * active, security token right, everything signed that must be, signature right, nonce new. The nonce comes last so
 * that nobody without the secret can use up another's nonces.
 */
final class Authenticator {
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final SandboxKeys keys;
    private final Strictness strictness;
    private final NonceMemory nonces = new NonceMemory();

    Authenticator(SandboxKeys keys, Strictness strictness) {
        this.keys = keys;
        this.strictness = strictness;
    }

    /** The key that signed the request. */
    SandboxKey authenticate(WireRequest request, RequestParameters parameters, Instant now) throws ServiceFault {
        String authorization = request.header("authorization");
        if (authorization != null) {
            return v3(request, parameters, V3Signature.parse(authorization), now);
        }
        String bearer = request.header("x-acs-bearer-token");
        if (bearer == null) {
            bearer = parameters.common("BearerToken");
        }
        if (bearer != null || "BEARERTOKEN".equals(parameters.common("SignatureType"))) {
            return bearer(request, parameters, bearer, now);
        }
        return v1(request, parameters, now);
    }

    private SandboxKey v3(WireRequest request, RequestParameters parameters, V3Signature signature, Instant now)
            throws ServiceFault {
        String date = required(request.header("x-acs-date"), "Timestamp");
        String nonce = required(request.header("x-acs-signature-nonce"), "SignatureNonce");
        String hash = required(request.header("x-acs-content-sha256"), "x-acs-content-sha256");
        Instant stamp = timestamp(date, now);
        SandboxKey key = activeKey(signature.keyId());
        String tokenKeyId = request.header("x-acs-accesskey-id");
        if (tokenKeyId != null && !tokenKeyId.equals(signature.keyId())) {
            throw new ServiceFault(400, "InvalidSecurityToken.MismatchWithAccessKey",
                    "Specified SecurityToken mismatch with the AccessKey.");
        }
        checkToken(key, request.header("x-acs-security-token"), now);
        signature.checkHeaders(request);
        String canonical = signature.canonicalRequest(request, parameters.query());
        String toSign = signature.stringToSign(canonical);
        boolean bodyAsSaid = Digests.same(signature.payloadHash(request.body()), hash);
        boolean signed = Digests.same(signature.sign(key.secret(), toSign), signature.signature());
        if (!bodyAsSaid || !signed) {
            throw new ServiceFault(400, "SignatureDoesNotMatch",
                    "Specified signature does not match our calculation. server StringToSign is [" + toSign
                            + "] server CanonicalRequest is [" + canonical + "]");
        }
        checkNonce(key.id(), nonce, stamp, now);
        return key;
    }

    private SandboxKey v1(WireRequest request, RequestParameters parameters, Instant now) throws ServiceFault {
        String keyId = required(parameters.common("AccessKeyId"), "AccessKeyId");
        String date = required(parameters.common("Timestamp"), "Timestamp");
        String method = required(parameters.common("SignatureMethod"), "SignatureMethod");
        String version = required(parameters.common("SignatureVersion"), "SignatureVersion");
        String nonce = required(parameters.common("SignatureNonce"), "SignatureNonce");
        String signature = required(parameters.common("Signature"), "Signature");
        if (!method.equals("HMAC-SHA1")) {
            throw new ServiceFault(400, "InvalidSignatureMethod",
                    "Specified signature method is not valid: \"" + method + "\".");
        }
        if (!version.equals("1.0")) {
            throw new ServiceFault(400, "InvalidSignatureVersion", "Specified signature version is not valid.");
        }
        Instant stamp = timestamp(date, now);
        SandboxKey key = activeKey(keyId);
        checkToken(key, parameters.common("SecurityToken"), now);
        List<Map.Entry<String, String>> all = new ArrayList<>(parameters.query());
        all.addAll(parameters.form());
        String toSign = V1Signature.stringToSign(request.method(), all);
        if (!Digests.same(V1Signature.sign(key.secret(), toSign), signature)) {
            throw new ServiceFault(400, "SignatureDoesNotMatch",
                    "Specified signature is not matched with our calculation. server string to sign is:" + toSign);
        }
        checkNonce(key.id(), nonce, stamp, now);
        return key;
    }

    private SandboxKey bearer(WireRequest request, RequestParameters parameters, String token, Instant now)
            throws ServiceFault {
        required(token, "BearerToken");
        String date = request.header("x-acs-date");
        timestamp(required(date == null ? parameters.common("Timestamp") : date, "Timestamp"), now);
        SandboxKey key = keys.bearer(token);
        if (key == null) {
            throw new ServiceFault(400, "InvalidBearerToken.Malformed", "Specified BearerToken is malformed.");
        }
        if (key.expiredAt(now)) {
            throw new ServiceFault(400, "InvalidBearerToken.Expired", "Specified BearerToken is expired.");
        }
        return key;
    }

    private Instant timestamp(String text, Instant now) throws ServiceFault {
        Instant stamp;
        try {
            if (text.length() != 20 || text.charAt(10) != 'T' || text.charAt(19) != 'Z') {
                throw new DateTimeParseException("not yyyy-MM-ddTHH:mm:ssZ", text, 0);
            }
            stamp = Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new ServiceFault(400, "InvalidTimeStamp.Format",
                    "Specified time stamp or date value is not well formatted.");
        }
        if (strictness.clock() && Duration.between(stamp, now).abs().compareTo(WINDOW) > 0) {
            throw new ServiceFault(400, "InvalidTimeStamp.Expired",
                    "Specified time stamp or date value is expired.");
        }
        return stamp;
    }

    private SandboxKey activeKey(String id) throws ServiceFault {
        SandboxKey key = keys.find(id);
        if (key == null) {
            throw new ServiceFault(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
        }
        if (!key.active()) {
            throw new ServiceFault(400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled.");
        }
        return key;
    }

    private void checkToken(SandboxKey key, String token, Instant now) throws ServiceFault {
        if (key.isTemporary()) {
            required(token, "SecurityToken");
        } else if (token == null || token.isEmpty()) {
            return;
        }
        if (!key.isTemporary() || !Digests.same(key.token(), token)) {
            throw keys.knowsToken(token) || !key.isTemporary()
                    ? new ServiceFault(400, "InvalidSecurityToken.MismatchWithAccessKey",
                            "Specified SecurityToken mismatch with the AccessKey.")
                    : new ServiceFault(400, "InvalidSecurityToken.Malformed",
                            "Specified SecurityToken is malformed.");
        }
        if (key.expiredAt(now)) {
            throw new ServiceFault(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
        }
    }

    private void checkNonce(String keyId, String nonce, Instant stamp, Instant now) throws ServiceFault {
        // A stamp that is far off can only pass with the clock check off; then the window counts from now.
        Instant from = stamp.isAfter(now) && strictness.clock() ? stamp : now;
        if (strictness.nonces() && !nonces.use(keyId, nonce, from.plus(WINDOW), now)) {
            throw new ServiceFault(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
        }
    }

    private static String required(String value, String name) throws ServiceFault {
        if (value == null || value.isEmpty()) {
            throw missing(name);
        }
        return value;
    }

    static ServiceFault missing(String name) {
        // "Tasks.1.ClientUniqueCode" is reported as MissingClientUniqueCode.
        return new ServiceFault(400, "Missing" + name.substring(name.lastIndexOf('.') + 1),
                name + " is mandatory for this action.");
    }
}
