package dev.dwx.dsl.waiting;

/** The user left a wait by Ctrl-C; what was waited for goes on without dwx. */
public final class WaitLeft extends WaitException {
    private static final long serialVersionUID = 1L;

    WaitLeft(String message, String status, Object last, InterruptedException cause) {
        super(message, status, last, cause);
    }
}
