package dev.dwx.dsl.waiting;

/** The time for a wait is over, and what was waited for has not ended; it goes on without dwx. */
public final class WaitTimedOut extends WaitException {
    private static final long serialVersionUID = 1L;

    WaitTimedOut(String message, String status, Object last, Throwable cause) {
        super(message, status, last, cause);
    }
}
