package dev.dwx.dsl.waiting;

/** What was waited for has ended, and not well: it failed, was ended by somebody, or was cancelled. */
public final class WaitFailed extends WaitException {
    private static final long serialVersionUID = 1L;

    /**
     * @param status the word that ended it
     * @param last what was seen last
     */
    public WaitFailed(String message, String status, Object last) {
        super(message, status, last, null);
    }
}
