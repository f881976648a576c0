package dev.dwx.flowspec.build;

import java.util.List;

/**
 * A statement that says nothing, or statements that do not go together. The others that were found in the same document are
 * {@link #getSuppressed() beside it}; the stack trace of each begins where the user wrote it.
 */
public final class SpecFault extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String subject;

    /** @param subject the word or name that it is about, as it stands in the source; may be {@code null} */
    public SpecFault(String subject, String message) {
        super(message);
        this.subject = subject;
    }

    public String subject() {
        return subject;
    }

    /** The same, found at a place in the user's source; {@code null} leaves it where it is. */
    SpecFault at(StackTraceElement place) {
        if (place != null) {
            StackTraceElement[] trace = getStackTrace();
            StackTraceElement[] longer = new StackTraceElement[trace.length + 1];
            longer[0] = place;
            System.arraycopy(trace, 0, longer, 1, trace.length);
            setStackTrace(longer);
        }
        return this;
    }

    /** The first of several, with the others beside it. */
    static void throwFirst(List<SpecFault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        SpecFault first = faults.get(0);
        faults.subList(1, faults.size()).forEach(first::addSuppressed);
        throw first;
    }
}
