package dev.dwx.client;

/** No whole answer came back from the service. Holds no secret. */
public final class TransportException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as it decides what to do next. */
    public enum Kind {
        /** The host name is not known. */
        UNKNOWN_HOST,
        /** The connection was refused or could not be made in time. */
        NO_CONNECTION,
        /** A secure connection could not be agreed on: certificate, host name or protocol. */
        TLS,
        /** The proxy did not let us through. */
        PROXY,
        /** Connected and sent, but the answer did not come in time. */
        TIMED_OUT,
        /** The connection broke before the answer was whole. */
        CONNECTION_LOST,
        /** The answer is longer than any of the service's. */
        TOO_LARGE,
        /** Somebody broke the call off. */
        CANCELLED,
        /** The request cannot be sent as it is: a header or address that HTTP does not allow. */
        UNSENDABLE,
        /** The typed SDK is not there or does not know the call. */
        SDK
    }

    private final Kind kind;
    private final boolean sent;

    /**
     * @param kind what went wrong
     * @param sent whether the service may have got the request, in part or whole
     * @param message in plain words
     */
    public TransportException(Kind kind, boolean sent, String message) {
        super(message);
        this.kind = kind;
        this.sent = sent;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the service may have got the request. */
    public boolean sent() {
        return sent;
    }
}
