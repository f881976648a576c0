package dev.dwx.dsl;

/**
 * One line that says what is going on, replaced as it changes: a wait, a listing, a batch, an upload. Only a terminal shows it.
 * May be told from any thread.
 */
public interface Progress {
    /** Nobody looks. */
    Progress NONE = new Progress() {
        @Override
        public void show(String line) {
        }

        @Override
        public void clear() {
        }
    };

    /** Puts this line in place of the one before. */
    void show(String line);

    /** Takes the line away. */
    void clear();

    /** From now on this is to be told when the program is ended from outside: what goes on without it, and how to look at it. */
    default void enter(String farewell) {
    }

    /** No longer. */
    default void leave(String farewell) {
    }
}
