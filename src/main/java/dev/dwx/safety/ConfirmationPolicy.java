package dev.dwx.safety;

/**
 * Whether destructive calls are asked about. They are, unless the whole run was started with {@code --yes} or the call is inside a
 * {@code confirm(reason) { … }} block; both are said and leave their mark in the audit log. Nothing else turns it off.
 *
 * @param yes whether the run was started with {@code --yes}
 */
public record ConfirmationPolicy(boolean yes) {
    /** Asks for every destructive call. */
    public static final ConfirmationPolicy ASK = new ConfirmationPolicy(false);
    /** Started with {@code --yes}. */
    public static final ConfirmationPolicy YES = new ConfirmationPolicy(true);
}
