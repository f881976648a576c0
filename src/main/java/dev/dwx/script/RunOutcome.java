package dev.dwx.script;

/** How a run of a script ended; the command line gives each an exit code. */
public enum RunOutcome {
    /** It came to its end. */
    OK,
    /** The script is wrong, or threw something of its own. */
    SCRIPT_ERROR,
    /** Something destructive was asked for and nobody allowed it. */
    REFUSED,
    /** A call of the service failed. */
    API_ERROR,
    /** There is nothing to run: no such file, no text. */
    USAGE,
    /** It was stopped from outside. */
    INTERRUPTED,
    /** The reader of our output went away ({@code … | head -1}); not an error of anybody. */
    OUTPUT_CLOSED
}
