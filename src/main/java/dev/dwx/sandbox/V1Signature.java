package dev.dwx.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The old signature: HMAC-SHA1 over the method and all parameters, query and form together. */
final class V1Signature {
    private V1Signature() {
    }

    /**
     * What the caller must have signed.
     *
     * @param parameters query and form, decoded; the signature itself and empty values do not count
     */
    static String stringToSign(String method, List<Map.Entry<String, String>> parameters) {
        List<Map.Entry<String, String>> signed = new ArrayList<>(parameters);
        signed.removeIf(pair -> pair.getKey().equals("Signature"));
        return method + "&%2F&" + PercentCode.encode(PercentCode.canonical(signed, true));
    }

    static String sign(String secret, String stringToSign) {
        return Digests.hmacSha1Base64(secret + "&", stringToSign);
    }
}
