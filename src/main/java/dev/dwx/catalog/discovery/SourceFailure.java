package dev.dwx.catalog.discovery;

/**
 * A source could not be read: not reachable, not what was expected, or of another product or version. The message
 * is one sentence that names the source and the reason; the catalog goes on with what it has.
 */
public final class SourceFailure extends Exception {
    private static final long serialVersionUID = 1L;

    SourceFailure(String message) {
        super(message);
    }

    SourceFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
