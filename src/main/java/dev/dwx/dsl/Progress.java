package dev.dwx.dsl;

import dev.dwx.dsl.progress.Doing;
import java.util.function.Supplier;

/**
 * Shows what is going on where somebody has to wait for it: a call, a wait, a listing, a batch, an upload. Only a terminal shows it,
 * on one line that is gone when it is over. May be told from any thread.
 */
public interface Progress {
    /** Nobody looks. */
    Progress NONE = new Progress() {
        @Override
        public Doing begin(String what) {
            return new Doing(what, System::nanoTime, doing -> { });
        }

        @Override
        public void clear() {
        }
    };

    /** Something begins; it is to be closed. What ends within a second is never seen. */
    Doing begin(String what);

    /** Takes the line away until something is told again: before a remark. */
    void clear();

    /** From now on this is to be told when the program is ended from outside: what goes on without it, and how to look at it. */
    default void enter(String farewell) {
    }

    /** No longer. */
    default void leave(String farewell) {
    }

    /** Does something that has the screen to itself: a question, the reading of a line. */
    default <T> T without(Supplier<T> work) {
        return work.get();
    }
}
