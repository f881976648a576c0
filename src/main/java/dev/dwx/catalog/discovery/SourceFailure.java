package dev.dwx.catalog.discovery;

/**
 * A source could not be read: not reachable, not what was expected, or of another product or version. The message
 * is one sentence that names the source and the reason; the catalog goes on with what it has.
 */
final class SourceFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean unreachable;

    SourceFailure(String message) {
        this(message, null);
    }

    SourceFailure(String message, Throwable cause) {
        this(message, cause, false);
    }

    private SourceFailure(String message, Throwable cause, boolean unreachable) {
        super(message, cause);
        this.unreachable = unreachable;
    }

    /** No connection, or none that brought an answer in time. */
    static SourceFailure unreachable(String message, Throwable cause) {
        return new SourceFailure(message, cause, true);
    }

    /** Whether the host could not be reached, so that other documents of it need not be tried now. */
    boolean isUnreachable() {
        return unreachable;
    }
}
