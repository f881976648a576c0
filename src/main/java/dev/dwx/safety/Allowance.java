package dev.dwx.safety;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Permission for the destructive calls inside one {@code confirm(reason) { … }} block, perhaps for so many objects or for these
 * objects only. It ends with the block, also for threads that were started inside it and live on.
 */
public final class Allowance implements AutoCloseable {
    /** {@code most} of a block that does not say how many. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    private final String reason;
    private final int most;
    private final Set<String> only;
    private volatile boolean open = true;
    private int taken;

    /** As many of whatever as the block takes away. */
    public Allowance(CharSequence reason) {
        this(reason, UNLIMITED, null);
    }

    /**
     * @param reason goes into the audit log
     * @param most how many objects may be taken away in all; a call of twelve ids counts twelve
     * @param only the ids or names that may be taken away, or {@code null} for any
     * @throws IllegalArgumentException when the reason is blank, or {@code most} below one
     */
    public Allowance(CharSequence reason, int most, Iterable<?> only) {
        if (reason == null || reason.toString().isBlank()) {
            throw new IllegalArgumentException(Texts.of("confirm needs a reason, which goes into the audit log: confirm('retired with"
                    + " the March clean-up') { … }"));
        }
        if (most < 1) {
            throw new IllegalArgumentException(Texts.of("most says how many objects the block may take away; it is 1 or more, not {0}",
                    most));
        }
        this.reason = reason.toString().strip();
        this.most = most;
        if (only == null) {
            this.only = null;
        } else {
            this.only = new HashSet<>();
            only.forEach(one -> this.only.add(String.valueOf(one)));
        }
    }

    public String reason() {
        return reason;
    }

    public boolean isOpen() {
        return open;
    }

    /**
     * Lets a call pass that takes these objects away.
     *
     * @param subjects ids or names; empty when the call names none, which counts as one
     * @return what was allowed, for the audit log
     * @throws NotConfirmedException when it goes beyond the block's limits
     */
    public synchronized String take(String operation, String version, List<?> subjects) {
        if (only != null) {
            List<String> others = new ArrayList<>();
            subjects.forEach(one -> {
                if (!only.contains(String.valueOf(one))) {
                    others.add(String.valueOf(one));
                }
            });
            if (!others.isEmpty() || subjects.isEmpty()) {
                throw new NotConfirmedException(null, others.isEmpty()
                        ? Texts.of("{0} ({1}) was not sent: confirm('{2}', only: …) does not name what this call takes away.",
                                operation, version, reason)
                        : Texts.of("{0} ({1}) was not sent: confirm('{2}', only: …) does not name {3}.", operation, version, reason,
                                String.join(", ", others)));
            }
        }
        int count = Math.max(1, subjects.size());
        if (count > most - taken) {
            String used = taken == 1 ? Texts.of("1 of them is used") : Texts.of("{0} of them are used", taken);
            throw new NotConfirmedException(null, Texts.of("{0} ({1}) was not sent: {2}, {3}, and this call takes {4}."
                    + "\n  next: see that the loop does what it should, then raise most", operation, version,
                    most == 1 ? Texts.of("confirm('{0}', most: 1) allows 1 object", reason)
                            : Texts.of("confirm('{0}', most: {1}) allows {1} objects", reason, most),
                    used, count));
        }
        taken += count;
        return "confirm: " + reason;
    }

    @Override
    public void close() {
        open = false;
    }
}
