package dev.dwx.repl.show;

/**
 * A key that was pressed.
 *
 * @param key which
 * @param text what it types, empty unless it is {@link Key#TEXT}
 */
record Press(Key key, String text) {
    /** The keys that mean something on a whole screen. */
    enum Key {
        TEXT, UP, DOWN, LEFT, RIGHT, PAGE_UP, PAGE_DOWN, HOME, END, ENTER, BACKSPACE, ESCAPE, F2, CTRL_C,
        /** The window has another size. */
        RESIZED
    }

    static Press of(Key key) {
        return new Press(key, "");
    }

    static Press text(String text) {
        return new Press(Key.TEXT, text);
    }

    boolean types(String typed) {
        return key == Key.TEXT && text.equals(typed);
    }
}
