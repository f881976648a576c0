package dev.dwx.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The current signature: a hash over a canonical form of the request, its address in the headers.
 *
 * @param algorithm {@code ACS3-HMAC-SHA256} or {@code ACS3-HMAC-SM3}
 * @param keyId the access key id
 * @param signedHeaders names in lower case, as listed
 * @param signature lower-case hexadecimal
 */
record V3Signature(String algorithm, String keyId, List<String> signedHeaders, String signature) {
    static final String SHA256 = "ACS3-HMAC-SHA256";
    static final String SM3 = "ACS3-HMAC-SM3";

    /** Reads {@code ALGORITHM Credential=id,SignedHeaders=a;b,Signature=hex}; nothing else is accepted. */
    static V3Signature parse(String authorization) throws ServiceFault {
        int blank = authorization.indexOf(' ');
        String algorithm = blank < 0 ? authorization : authorization.substring(0, blank);
        if (!algorithm.equals(SHA256) && !algorithm.equals(SM3)) {
            throw new ServiceFault(400, "InvalidSignatureMethod",
                    "Specified signature method is not valid: \"" + algorithm + "\".");
        }
        String[] parts = blank < 0 ? new String[0] : authorization.substring(blank + 1).split(",", -1);
        if (parts.length != 3) {
            throw incomplete("Authorization must have Credential, SignedHeaders and Signature");
        }
        String keyId = after("Credential=", parts[0]);
        String headers = after("SignedHeaders=", parts[1]);
        String signature = after("Signature=", parts[2]);
        if (keyId.isEmpty()) {
            throw Authenticator.missing("AccessKeyId");
        }
        return new V3Signature(algorithm, keyId, List.of(headers.split(";", -1)), signature);
    }

    /** Refuses a signature that leaves out a header which must be protected, or lists one that did not come. */
    void checkHeaders(WireRequest request) throws ServiceFault {
        String before = "";
        for (String name : signedHeaders) {
            if (!name.equals(name.toLowerCase(Locale.ROOT)) || name.compareTo(before) <= 0) {
                throw incomplete("SignedHeaders must be lower-case names in order, each once");
            }
            if (request.header(name) == null) {
                throw incomplete("the signed header " + name + " is not in the request");
            }
            before = name;
        }
        for (String name : request.headers().keySet()) {
            if ((name.startsWith("x-acs-") || name.equals("host")) && !signedHeaders.contains(name)) {
                throw incomplete("the header " + name + " is not signed");
            }
        }
    }

    /** The hash of the raw body, as {@code x-acs-content-sha256} must say. */
    String payloadHash(byte[] body) {
        return algorithm.equals(SM3) ? Sm3.hex(body) : Digests.sha256Hex(body);
    }

    String canonicalRequest(WireRequest request, List<Map.Entry<String, String>> query) {
        StringBuilder text = new StringBuilder(512);
        text.append(request.method()).append('\n');
        text.append(request.path()).append('\n');
        text.append(PercentCode.canonical(query, false)).append('\n');
        for (String name : signedHeaders) {
            text.append(name).append(':').append(request.header(name)).append('\n');
        }
        text.append('\n').append(String.join(";", signedHeaders)).append('\n');
        return text.append(payloadHash(request.body())).toString();
    }

    String stringToSign(String canonicalRequest) {
        byte[] bytes = canonicalRequest.getBytes(StandardCharsets.UTF_8);
        return algorithm + '\n' + (algorithm.equals(SM3) ? Sm3.hex(bytes) : Digests.sha256Hex(bytes));
    }

    String sign(String secret, String stringToSign) {
        return algorithm.equals(SM3)
                ? Sm3.hmacHex(secret, stringToSign)
                : Digests.hmacSha256Hex(secret, stringToSign);
    }

    private static String after(String prefix, String part) throws ServiceFault {
        if (!part.startsWith(prefix)) {
            throw incomplete("Authorization must have Credential, SignedHeaders and Signature");
        }
        return part.substring(prefix.length());
    }

    private static ServiceFault incomplete(String why) {
        return new ServiceFault(400, "IncompleteSignature",
                "The request signature does not conform to Aliyun standards: " + why + ".");
    }
}
