package dev.dwx.safety;

import java.util.function.Supplier;

/**
 * Decides whether a destructive call may go on. It asks unless the whole run was started with {@code --yes} or the call is
 * inside a {@code confirm(reason) { … }} block; both leave their mark in the audit log. Nothing else turns it off.
 *
 * @param yes whether the run was started with {@code --yes}
 */
public record ConfirmationPolicy(boolean yes) {
    /** Asks for every destructive call. */
    public static final ConfirmationPolicy ASK = new ConfirmationPolicy(false);
    /** Started with {@code --yes}. */
    public static final ConfirmationPolicy YES = new ConfirmationPolicy(true);

    /**
     * Lets a destructive call pass or refuses it.
     *
     * @param allowance the surrounding block's permission, or {@code null}
     * @param request made only when somebody must be asked, since it may take a call to look things up
     * @return how the call was allowed, for the audit log
     * @throws NotConfirmedException when it was not
     */
    public String allow(Allowance allowance, Supplier<ConfirmationRequest> request, Confirmer confirmer) {
        if (allowance != null && allowance.isOpen()) {
            return "confirm: " + allowance.reason();
        }
        if (yes) {
            return "--yes";
        }
        ConfirmationRequest asked = request.get();
        String typed = confirmer.ask(asked);
        if (typed == null) {
            throw new NotConfirmedException(asked, asked.operation() + " (" + asked.version()
                    + ") was not sent: it takes something away, and nobody is here to confirm it.\n"
                    + "  next: run with --yes, or write confirm('why') { " + asked.operation() + "(…) }");
        }
        if (!typed.strip().equals(asked.expected())) {
            throw new NotConfirmedException(asked, asked.operation() + " (" + asked.version()
                    + ") was not sent: what was typed is not the " + asked.expectedIs() + " " + asked.expected() + ".");
        }
        return "typed " + asked.expectedIs();
    }
}
