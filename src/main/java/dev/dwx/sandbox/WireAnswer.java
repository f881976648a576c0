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
 * @param delivery how it reaches the caller
 */
record WireAnswer(int status, Map<String, String> headers, byte[] body, Delivery delivery) {
    /**
     * How an answer is sent.
     *
     * @param bytes how many bytes of the body are sent before the connection closes; -1 for all of them, {@link #NO_ANSWER} for
     *     not even a status, {@link #BY_EVENT} for all of them, event by event
     * @param trickleMillis over what time the body is sent; 0 for at once
     * @param afterwards what is still done when the connection is closed, or {@code null}
     */
    record Delivery(int bytes, long trickleMillis, Runnable afterwards) {
        static final int NO_ANSWER = -2;
        static final int BY_EVENT = -3;
        static final Delivery WHOLE = new Delivery(-1, 0, null);
        /** Nothing is sent; the connection closes. */
        static final Delivery NOTHING = new Delivery(NO_ANSWER, 0, null);
        /** Event by event, without a length. */
        static final Delivery EVENTS = new Delivery(BY_EVENT, 0, null);
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
