package dev.dwx.repl.line.source;

import dev.dwx.catalog.ApiOperation;
import java.util.Optional;

/** What is known besides the typed text; every answer comes from memory, at once. */
public interface KnownWords {
    /** Knows nothing, and so finds nothing wrong. */
    KnownWords NOTHING = new KnownWords() {
        @Override
        public boolean complete() {
            return false;
        }

        @Override
        public Optional<ApiOperation> operation(String name, String pin) {
            return Optional.empty();
        }

        @Override
        public boolean isOwn(String name) {
            return false;
        }

        @Override
        public boolean isCommand(String word) {
            return false;
        }
    };

    /** Whether the operations are known; before, no name is called unknown. */
    boolean complete();

    /**
     * An operation.
     *
     * @param pin the year of the API version that is asked for, or {@code null} for any
     */
    Optional<ApiOperation> operation(String name, String pin);

    /** Whether the session has a variable, method or class of the name. */
    boolean isOwn(String name);

    /** Whether there is such a {@code :} command. */
    boolean isCommand(String word);
}
