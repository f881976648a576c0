package dev.dwx.catalog;

/**
 * A description of the service's operations cannot be used: a document of the wrong form, a damaged snapshot, an
 * answer that reports a failure. The message says what was read, what is wrong with it and what to do.
 */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CatalogException(String message) {
        super(message);
    }

    public CatalogException(String message, Throwable cause) {
        super(message, cause);
    }
}
