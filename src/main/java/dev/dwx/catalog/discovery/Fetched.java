package dev.dwx.catalog.discovery;

import java.nio.charset.StandardCharsets;

/**
 * What a fetch brought.
 *
 * @param location the address or file that was asked for, after redirects
 * @param content the decoded bytes; empty when {@code notModified}
 * @param etag the answer's {@code ETag}, or {@code null}
 * @param lastModified the answer's {@code Last-Modified} as sent, or {@code null}
 * @param notModified whether the server said that the copy at hand is still the newest
 */
record Fetched(String location, byte[] content, String etag, String lastModified, boolean notModified) {
    static Fetched of(String location, String text) {
        return new Fetched(location, text.getBytes(StandardCharsets.UTF_8), null, null, false);
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
