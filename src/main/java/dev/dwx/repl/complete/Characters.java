package dev.dwx.repl.complete;

/** Which characters belong to a word. */
final class Characters {
    private Characters() {
    }

    static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** The place before the blanks that end at {@code end}. */
    static int beforeBlanks(String text, int end) {
        int at = end;
        while (at > 0 && (text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '\t')) {
            at--;
        }
        return at;
    }
}
