package dev.dwx.sandbox.sql;

import java.util.Locale;

/**
 * One word of a script, where it stands.
 *
 * @param kind what it is
 * @param text as it counts: a word in small letters, a quoted name or a text without its quotes and escapes
 * @param line from 1
 * @param column from 1
 */
record SqlToken(Kind kind, String text, int line, int column) {
    enum Kind {
        WORD, QUOTED, TEXT, NUMBER, SIGN, END
    }

    /** Whether it is a word that is not quoted, in any letters. */
    boolean is(String word) {
        return kind == Kind.WORD && text.equals(word) || kind == Kind.SIGN && text.equals(word);
    }

    /** Whether it can name something. */
    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** The name that it stands for; names do not distinguish small and capital letters. */
    String name() {
        return text.toLowerCase(Locale.ROOT);
    }

    /** As the embedded database reads it. */
    String sql() {
        switch (kind) {
            case QUOTED:
                return quoted(name());
            case TEXT:
                return "'" + text.replace("'", "''") + "'";
            default:
                return text;
        }
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
