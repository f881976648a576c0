package dev.dwx.repl.complete;

import java.util.List;

/** One kind of things that can be proposed. It never runs the user's code and never calls the service. */
interface CandidateSource {
    /** What it has for the place, the best first; empty when the place is none of its own. */
    List<Proposal> at(CompletionContext context);

    /**
     * Whether finding may have to wait for something, such as a disk. Such a source works on a thread of its own, and what it has not
     * found in time is left out.
     */
    default boolean waits() {
        return false;
    }
}
