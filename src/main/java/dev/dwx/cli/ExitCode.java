package dev.dwx.cli;

/**
 * Every exit code of dwx; the table in {@code dwx help exit-codes} and in the README is this list.
 */
public enum ExitCode {
    OK(0, "everything worked"),
    SCRIPT_ERROR(1, "the script failed: an error in it, or one that it threw"),
    USAGE(2, "the command line was wrong; nothing was run"),
    NOT_CONFIRMED(3, "a destructive call was refused because nobody confirmed it; it was not sent"),
    CALL_REFUSED(4, "the service refused a call, or its arguments were wrong"),
    CALL_LOST(5, "no whole answer came: no connection, or a lost one; a write may or may not have happened"),
    NO_CREDENTIALS(6, "no credentials were found, or no region is set"),
    NOT_FOUND(7, "no such operation, file or command topic"),
    AUDIT_BROKEN(8, "the audit log is not as it was written"),
    UNAVAILABLE(69, "dwx could not start: no JDK, no Maven, or the build failed"),
    INTERNAL(70, "a fault of dwx itself; please report it with the trace"),
    INTERRUPTED(130, "stopped with Ctrl-C");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** One line for the documentation. */
    public String meaning() {
        return meaning;
    }
}
