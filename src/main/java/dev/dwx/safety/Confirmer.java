package dev.dwx.safety;

/** Asks a person. Only the terminal implements it; everywhere else there is {@link #NOBODY}. */
@FunctionalInterface
public interface Confirmer {
    /** Nobody is there to answer: a script, a pipe, a build server. */
    Confirmer NOBODY = request -> null;

    /**
     * Shows the request and reads an answer.
     *
     * @return what was typed, empty for nothing (also for Ctrl-C and Ctrl-D), or {@code null} when nobody is there
     */
    String ask(ConfirmationRequest request);
}
