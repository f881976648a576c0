package dev.dwx.dsl.settle;

import dev.dwx.client.ApiAnswer;

/** What a look came to. */
sealed interface Finding {
    /**
     * The write took place.
     *
     * @param answer what it would have answered
     * @param words what was found
     */
    record Done(ApiAnswer answer, String words) implements Finding {
    }

    /** Nothing of the write can be seen, which may still change. */
    record NotSeen(String words) implements Finding {
    }

    /** The look cannot tell, and another one would not either. */
    record Untold(String words) implements Finding {
    }
}
