package dev.dwx.repl.complete;

import dev.dwx.catalog.LetterSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds names by what was typed of them: their beginning; the beginnings of their words ({@code LTI}, {@code listTaIn}); a part of them;
 * their beginning with one slip; their letters in order. A weaker kind of match counts only when a stronger one has none.
 */
public final class NameMatch {
    /** The beginning, letter by letter. */
    static final int BEGINNING = 0;
    /** The beginning, with other capitals. */
    static final int ANY_CASE = 1;
    /** Beginnings of its words. */
    static final int WORDS = 2;
    /** A part of it. */
    static final int PART = 3;
    /** Its beginning with one letter wrong, missing, too much, or two in the wrong order. */
    static final int SLIP = 4;
    /** Its letters with others between. */
    static final int LETTERS = 5;
    /** Only what is said about it. */
    static final int SAID = 6;
    /** Not at all. */
    static final int NONE = -1;
    private static final int SHORTEST_PART = 3;
    private static final int SHORTEST_SLIP = 4;
    private static final int LONGEST = 200;

    private NameMatch() {
    }

    /** The names that match best, in their order. */
    static List<String> best(Collection<String> names, String typed) {
        List<String> best = new ArrayList<>();
        int least = SAID;
        for (String name : names) {
            int found = rank(name, typed);
            int rank = found == NONE ? SAID : found == ANY_CASE ? BEGINNING : found;
            if (rank < least) {
                best.clear();
                least = rank;
            }
            if (rank == least && rank < SAID) {
                best.add(name);
            }
        }
        return best;
    }

    /** How a name begins with what was typed, or {@link #NONE}; cheap, for thousands of names. */
    static int beginning(String name, String typed) {
        return name.startsWith(typed) ? BEGINNING : name.regionMatches(true, 0, typed, 0, typed.length()) ? ANY_CASE : NONE;
    }

    /** How a name matches, or {@link #NONE}. */
    static int rank(String name, String typed) {
        int begins = beginning(name, typed);
        return begins != NONE ? begins : within(name, typed, NONE, NONE, LETTERS);
    }

    /**
     * How a name matches that does not begin with what was typed, or {@link #NONE}.
     *
     * @param letters of the name and typed ones, each a {@link LetterSet}: most names are ruled out by them
     * @param weakest the kind of match beyond which none is of interest
     */
    static int within(String name, String typed, long letters, long typedLetters, int weakest) {
        if (name.isEmpty() || name.length() > LONGEST || typed.length() > name.length() + 1) {
            return NONE;
        }
        int missing = LetterSet.missing(typedLetters, letters);
        if (missing == 0 && weakest >= WORDS && words(name, typed)) {
            return WORDS;
        }
        boolean wide = typed.charAt(0) > 0x2e80;
        if (missing == 0 && weakest >= PART && (typed.length() >= SHORTEST_PART || wide) && containsIgnoringCase(name, typed)) {
            return PART;
        }
        if (typed.length() < SHORTEST_SLIP || missing > 1) {
            return NONE;
        }
        return weakest >= SLIP && slip(name, typed) ? SLIP : missing == 0 && weakest >= LETTERS && letters(name, typed) ? LETTERS : NONE;
    }

    private static boolean containsIgnoringCase(String name, String part) {
        char first = Character.toLowerCase(part.charAt(0));
        char capital = Character.toUpperCase(first);
        for (int i = 1; i + part.length() <= name.length(); i++) {
            char c = name.charAt(i);
            if ((c == first || c == capital || c > 127 || first > 127) && name.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }

    /** Whether what was typed is made of beginnings of the name's words, of the first and of any that follow. */
    private static boolean words(String name, String typed) {
        if (typed.length() >= Long.SIZE || !same(name.charAt(0), typed.charAt(0))) {
            return false;
        }
        // A bit for each length of what was typed that the words up to here can give.
        long whole = 1L << typed.length();
        long reached = 1;
        for (int at = 0; at < name.length();) {
            int end = nextWord(name, at + 1);
            long next = at == 0 ? 0 : reached;
            for (int from = 0; from < typed.length() && reached >>> from != 0; from++) {
                for (int taken = 0; (reached >>> from & 1) != 0 && at + taken < end && from + taken < typed.length()
                        && same(name.charAt(at + taken), typed.charAt(from + taken)); taken++) {
                    next |= 1L << from + taken + 1;
                }
            }
            reached = next;
            if ((reached & whole) != 0) {
                return true;
            }
            at = end;
        }
        return false;
    }

    private static int nextWord(String name, int from) {
        int next = from;
        while (next < name.length()) {
            char c = name.charAt(next);
            char last = name.charAt(next - 1);
            boolean begins = Character.isUpperCase(c) && !Character.isUpperCase(last) || Character.isUpperCase(c) && next + 1 < name.length()
                    && Character.isLowerCase(name.charAt(next + 1)) || Character.isLetterOrDigit(c) && !Character.isLetterOrDigit(last);
            if (begins) {
                return next;
            }
            next++;
        }
        return next;
    }

    /** Whether the letters stand in the name in their order, the first at its beginning and none far from the one before. */
    private static boolean letters(String name, String typed) {
        if (!same(name.charAt(0), typed.charAt(0)) || name.length() > typed.length() * 3) {
            return false;
        }
        int found = 0;
        for (int i = 0; i < name.length() && found < typed.length(); i++) {
            found += same(name.charAt(i), typed.charAt(found)) ? 1 : 0;
        }
        return found == typed.length();
    }

    /** Whether the beginning of the name is what was typed with one letter wrong, missing, too much, or two in the wrong order. */
    private static boolean slip(String name, String typed) {
        int at = 0;
        while (at < typed.length() && at < name.length() && same(name.charAt(at), typed.charAt(at))) {
            at++;
        }
        if (at == 0) {
            return false;
        }
        boolean swapped = at + 1 < typed.length() && at + 1 < name.length() && same(name.charAt(at), typed.charAt(at + 1))
                && same(name.charAt(at + 1), typed.charAt(at)) && rest(name, at + 2, typed, at + 2);
        return swapped || rest(name, at + 1, typed, at + 1) || rest(name, at, typed, at + 1) || rest(name, at + 1, typed, at);
    }

    private static boolean rest(String name, int from, String typed, int at) {
        return at <= typed.length() && name.regionMatches(true, from, typed, at, typed.length() - at);
    }

    private static boolean same(char a, char b) {
        return a == b || Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
