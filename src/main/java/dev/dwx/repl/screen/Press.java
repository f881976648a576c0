package dev.dwx.repl.screen;

/**
 * A key that was pressed.
 *
 * @param key which
 * @param text what it types, empty unless it is {@link Key#TEXT}
 */
public record Press(Key key, String text) {
    /** The keys that mean something on a whole screen. */
    public enum Key {
        TEXT, UP, DOWN, LEFT, RIGHT, PAGE_UP, PAGE_DOWN, HOME, END, ENTER, BACKSPACE, ESCAPE, F2,
        /** Ctrl-C, Ctrl-D, or the end of the terminal. */
        CTRL_C,
        /** The window has another size. */
        RESIZED,
        /** None was pressed in time. */
        NONE
    }

    public static Press of(Key key) {
        return new Press(key, "");
    }

    public static Press text(String text) {
        return new Press(Key.TEXT, text);
    }

    /** Whether it is the letter that leaves, in either case, or one of the ways that always do. */
    public boolean leaves() {
        return key == Key.CTRL_C || types("q") || types("Q");
    }

    public boolean types(String typed) {
        return key == Key.TEXT && text.equals(typed);
    }
}
