package dev.dwx.safety;

/**
 * Whether destructive calls are asked about. They are, unless the whole run was started with {@code --yes} or the call is inside a
 * {@code confirm(reason) { … }} block; both are said and leave their mark in the audit log. Nothing else turns it off. A user may have
 * more asked about, and never less.
 *
 * @param yes whether the run was started with {@code --yes}
 * @param writes which calls are asked about besides the destructive ones
 */
public record ConfirmationPolicy(boolean yes, Writes writes) {
    /** Asks for every destructive call. */
    public static final ConfirmationPolicy ASK = new ConfirmationPolicy(false, Writes.NONE);
    /** Started with {@code --yes}. */
    public static final ConfirmationPolicy YES = new ConfirmationPolicy(true, Writes.NONE);

    /** Writes that take nothing away. */
    public enum Writes { NONE, IN_PROD, ALL }

    /** The same, with more asked about; a policy does not become milder by it. */
    public ConfirmationPolicy with(Writes more) {
        return more.compareTo(writes) > 0 ? new ConfirmationPolicy(yes, more) : this;
    }

    /**
     * Whether a call is asked about.
     *
     * @param environment {@code Prod}, {@code Dev}, or {@code null} when nothing tells, which is taken for Prod
     */
    public boolean asks(Risk risk, String environment) {
        return risk == Risk.DESTRUCTIVE
                || risk == Risk.WRITE && (writes == Writes.ALL || writes == Writes.IN_PROD && !"Dev".equals(environment));
    }
}
