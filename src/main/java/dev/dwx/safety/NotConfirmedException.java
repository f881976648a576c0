package dev.dwx.safety;

/** A destructive call that nobody allowed. Nothing was sent. The command line ends with code 3 on it. */
public final class NotConfirmedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ConfirmationRequest request;

    NotConfirmedException(ConfirmationRequest request, String message) {
        super(message);
        this.request = request;
    }

    /** What was asked, or {@code null} when it was not even that: the limits of a {@code confirm} block refused it. */
    public ConfirmationRequest request() {
        return request;
    }
}
