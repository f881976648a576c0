package dev.dwx.sandbox.world;

import java.util.Map;

/** What is special about one kind when its objects are made, changed or removed. */
interface Custom {
    /** Before an object is made: may fill fields in, or refuse. */
    default void creating(Scene scene, Map<String, Object> fields) throws Refusal {
    }

    default void created(Scene scene, Thing thing) throws Refusal {
    }

    /** Before an object is changed: may add to the changes, or refuse. */
    default void updating(Scene scene, Thing thing, Map<String, Object> changes) throws Refusal {
    }

    default void updated(Scene scene, Thing thing) throws Refusal {
    }

    /** Before an object is removed: may refuse, or remove what hangs off it. */
    default void deleting(Scene scene, Thing thing) throws Refusal {
    }

    /** Whether a list may show the object, before any filter. */
    default boolean listed(Scene scene, Thing thing) throws Refusal {
        return true;
    }

    /** Before an object is shown: may add what is computed. */
    default Map<String, Object> showing(Scene scene, Thing thing) {
        return thing.fields();
    }
}
