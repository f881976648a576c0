package dev.dwx.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP answer about to be sent.
 *
 * @param status HTTP status
 * @param headers without the length
 * @param body the bytes; may be empty
 * @param delivery how much of it reaches the caller
 */
record WireAnswer(int status, Map<String, String> headers, byte[] body, Delivery delivery) {
    /** How an answer is sent. */
    enum Delivery {
        WHOLE,
        /** Nothing is sent; the connection closes. */
        NOTHING,
        /** The connection closes in the middle of the body. */
        HALF,
        /** Event by event, without a length. */
        EVENTS
    }

    static final String JSON = "application/json;charset=utf-8";
    /** Exactly this spelling makes the vendor's library read an error as XML. */
    static final String XML = "text/xml;charset=utf-8";

    static WireAnswer text(int status, String contentType, String text) {
        return bytes(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    static WireAnswer json(int status, Object value) {
        return text(status, JSON, JsonText.write(value));
    }

    static WireAnswer bytes(int status, String contentType, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        return new WireAnswer(status, headers, body, Delivery.WHOLE);
    }

    WireAnswer delivered(Delivery how) {
        return new WireAnswer(status, headers, body, how);
    }

    WireAnswer with(String header, String value) {
        headers.put(header, value);
        return this;
    }
}
