package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiOperation;
import java.util.Set;

/**
 * An operation as one source describes it.
 *
 * @param operation the description; {@code version} may be {@code null} where the source does not say
 * @param facts the kinds of fact that the source knows; the rest of the description is a guess
 */
record FoundOperation(ApiOperation operation, Set<Fact> facts) {
    boolean knows(Fact fact) {
        return facts.contains(fact);
    }

    /** Whether a call can be built from this description alone. */
    boolean callable() {
        return knows(Fact.METHOD) && knows(Fact.PLACE);
    }
}
