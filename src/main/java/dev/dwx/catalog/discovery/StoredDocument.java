package dev.dwx.catalog.discovery;

import java.time.Instant;

/**
 * A document of a source as the cache keeps it.
 *
 * @param location address or file it came from
 * @param language language asked for, or {@code null}
 * @param fetched when the source last confirmed it, milliseconds
 * @param etag the server's {@code ETag}, or {@code null}
 * @param lastModified the server's {@code Last-Modified}, or {@code null}
 * @param count how many operations it names
 * @param content the document
 */
record StoredDocument(
        String location, String language, Instant fetched, String etag, String lastModified, int count,
        byte[] content) {
    Validators validators() {
        return new Validators(etag, lastModified);
    }

    StoredDocument confirmed(Instant now) {
        return new StoredDocument(location, language, now, etag, lastModified, count, content);
    }
}
