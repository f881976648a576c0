package dev.dwx.catalog.discovery;

/**
 * What the server said of the copy at hand, so that it can answer "not modified".
 *
 * @param etag value of {@code ETag}, or {@code null}
 * @param lastModified value of {@code Last-Modified}, or {@code null}
 */
record Validators(String etag, String lastModified) {
    /** Nothing at hand: the whole document is wanted. */
    static final Validators NONE = new Validators(null, null);
}
