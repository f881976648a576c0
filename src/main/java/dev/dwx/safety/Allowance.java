package dev.dwx.safety;

/**
 * Permission for the destructive calls inside one {@code confirm(reason) { … }} block. It ends with the block, also for
 * threads that were started inside it and live on.
 */
public final class Allowance implements AutoCloseable {
    private final String reason;
    private volatile boolean open = true;

    /** @throws IllegalArgumentException when the reason is blank */
    public Allowance(CharSequence reason) {
        if (reason == null || reason.toString().isBlank()) {
            throw new IllegalArgumentException("confirm needs a reason, which goes into the audit log: "
                    + "confirm('retired with the March clean-up') { … }");
        }
        this.reason = reason.toString().strip();
    }

    public String reason() {
        return reason;
    }

    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
