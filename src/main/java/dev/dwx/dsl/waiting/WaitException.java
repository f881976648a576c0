package dev.dwx.dsl.waiting;

/** A wait that did not come to a good end. Holds the answer that it saw last. */
public abstract sealed class WaitException extends RuntimeException permits WaitFailed, WaitTimedOut, WaitLeft {
    private static final long serialVersionUID = 1L;

    private final String status;
    private final transient Object last;

    WaitException(String message, String status, Object last, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.last = last;
    }

    /** The status that was seen last, or {@code null} when none was. */
    public String getStatus() {
        return status;
    }

    /** The answer that was seen last, or {@code null} when none was. */
    public Object getLast() {
        return last;
    }
}
