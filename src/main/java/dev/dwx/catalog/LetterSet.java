package dev.dwx.catalog;

/**
 * The characters of a text as one number, a bit for each letter and digit, capitals like small ones, and a few bits for all others: what
 * has a bit that another has not, cannot be a part of it. Rules most of thousands of names out in one step each.
 */
public final class LetterSet {
    private static final int DIGITS = 26;
    private static final int OTHERS = 36;

    private LetterSet() {
    }

    /** The set of a text's characters; 0 for an empty text and for none. */
    public static long of(String text) {
        long set = 0;
        for (int i = 0; text != null && i < text.length(); i++) {
            set |= bit(text.charAt(i));
        }
        return set;
    }

    /** How many bits of one set are missing in another: so many different characters at least. */
    public static int missing(long wanted, long there) {
        return Long.bitCount(wanted & ~there);
    }

    private static long bit(char c) {
        if (c >= 'a' && c <= 'z') {
            return 1L << c - 'a';
        }
        if (c >= 'A' && c <= 'Z') {
            return 1L << c - 'A';
        }
        if (c >= '0' && c <= '9') {
            return 1L << DIGITS + c - '0';
        }
        // Some letters beyond ASCII are one with an ASCII letter once their case is gone: a dotted I, the sign of the kelvin.
        char folded = c < 128 ? c : Character.toLowerCase(Character.toUpperCase(c));
        return folded < 128 && folded != c ? bit(folded) : 1L << OTHERS + folded % (Long.SIZE - OTHERS);
    }
}
