package dev.dwx.catalog.discovery;

/** What names of operations, versions and one-line texts look like, whoever sends them. */
final class Names {
    private Names() {
    }

    /** A letter, then letters and digits. */
    static boolean isOperation(String text) {
        if (text == null || text.length() < 2 || text.length() > 120 || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /** {@code 2024-05-18}: the form, whatever the date. */
    static boolean isVersion(String text) {
        if (text == null || text.length() != 10) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /**
     * One line for the terminal: blanks of every kind become one, control and invisible characters go, since a
     * text from the network must not be able to steer the terminal.
     */
    static String line(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = line.length() > 0;
            } else if (type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE) {
                if (gap) {
                    line.append(' ');
                    gap = false;
                }
                line.appendCodePoint(c);
            }
        }
        return line.toString();
    }

    /** Whether a text has Chinese characters. */
    static boolean isChinese(String text) {
        return text != null
                && text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
