package dev.dwx.sandbox;

/** A refusal in the service's own terms: HTTP status, error code and message. */
public final class ServiceFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    public ServiceFault(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }
}
