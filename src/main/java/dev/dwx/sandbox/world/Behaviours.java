package dev.dwx.sandbox.world;

import java.util.Set;

/** Operations whose work no family can tell, of one part of the service. */
interface Behaviours {
    /**
     * The handler of an operation, or {@code null} when this part has none.
     *
     * @param legacy whether the operation is of the previous API version
     */
    Handler find(boolean legacy, String name);

    /** Kinds that come into being by these operations, so that a derived family can read them. */
    default Set<String> makes() {
        return Set.of();
    }
}
