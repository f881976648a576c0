package dev.dwx.sandbox.fault;

import dev.dwx.catalog.OperationName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Which calls something is for.
 *
 * @param names operation names, {@code *} standing for any part of one; none for every operation
 * @param only {@code reads}, {@code writes}, or {@code null} for both
 */
public record CallPattern(List<String> names, String only) {
    /**
     * What the sandbox counts as a read. The vendor publishes no list, so this is one a service could well have; a client that is
     * careful has to get along with it, and does not share it.
     */
    private static final Set<String> READS =
            Set.of("Check", "Describe", "Download", "Find", "Get", "List", "Preview", "Query", "Search");

    /** Every call. */
    public static final CallPattern ANY = new CallPattern(List.of(), null);

    public CallPattern {
        names = List.copyOf(names);
    }

    /** From the settings {@code on} (a name or a list of names) and {@code only}. */
    static CallPattern of(Object on, Object only) {
        List<String> names = new ArrayList<>();
        if (on instanceof Iterable<?> list) {
            list.forEach(name -> names.add(String.valueOf(name).strip()));
        } else if (on != null) {
            for (String name : String.valueOf(on).split(",")) {
                names.add(name.strip());
            }
        }
        names.removeIf(String::isEmpty);
        String which = only == null ? null : String.valueOf(only);
        if (which != null && !which.equals("reads") && !which.equals("writes")) {
            throw new IllegalArgumentException("only: is 'reads' or 'writes', and is '" + which + "'");
        }
        return new CallPattern(names, which);
    }

    /** Whether an operation only reads, by its verb: the service classes its operations so for its limits. */
    public static boolean isRead(String operation) {
        return READS.contains(OperationName.of(operation).verb());
    }

    /** Whether a call of the operation is meant; {@code null} is a request that names none. */
    public boolean matches(String operation) {
        if (only != null && (operation == null || isRead(operation) != only.equals("reads"))) {
            return false;
        }
        if (names.isEmpty()) {
            return true;
        }
        for (String name : names) {
            if (operation != null && fits(name, 0, operation, 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(String pattern, int p, String text, int t) {
        if (p == pattern.length()) {
            return t == text.length();
        }
        if (pattern.charAt(p) == '*') {
            for (int end = t; end <= text.length(); end++) {
                if (fits(pattern, p + 1, text, end)) {
                    return true;
                }
            }
            return false;
        }
        return t < text.length() && pattern.charAt(p) == text.charAt(t) && fits(pattern, p + 1, text, t + 1);
    }

    /** {@code CreateNode, List*}, {@code all writes}, {@code all}. */
    @Override
    public String toString() {
        String which = names.isEmpty() ? "all" : String.join(", ", names);
        return only == null ? which : which + (names.isEmpty() ? " " + only : " (" + only + ")");
    }
}
