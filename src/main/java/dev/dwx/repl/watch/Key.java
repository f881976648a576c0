package dev.dwx.repl.watch;

/**
 * A key as a watch or a board hears it.
 *
 * @param kind which
 * @param character the character of {@link Kind#CHARACTER}; 0 for the others
 */
record Key(Kind kind, int character) {
    static final Key NONE = new Key(Kind.NONE, 0);

    /** Kinds of keys. {@code NONE}: none was pressed in time; {@code GONE}: nobody is there any more. */
    enum Kind { CHARACTER, UP, DOWN, PAGE_UP, PAGE_DOWN, FIRST, LAST, ENTER, ESCAPE, BACKSPACE, NONE, GONE }

    static Key of(Kind kind) {
        return new Key(kind, 0);
    }

    static Key of(char character) {
        return new Key(Kind.CHARACTER, character);
    }

    boolean is(char wanted) {
        return kind == Kind.CHARACTER && character == wanted;
    }

    /** Whether it leaves: {@code q}, Ctrl-D, or the end of the terminal. */
    boolean leaves() {
        return kind == Kind.GONE || is('q') || is('\u0004');
    }
}
