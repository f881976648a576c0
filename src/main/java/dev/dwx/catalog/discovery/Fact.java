package dev.dwx.catalog.discovery;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A kind of fact that a source may or may not hold; what it does not hold is a guess in the operation it gives. */
enum Fact {
    /** The HTTP method. */
    METHOD,
    /** Where each parameter goes. */
    PLACE,
    /** How lists and objects become text, the comma form included. */
    STYLE,
    /** Which parameters the call is refused without. */
    REQUIRED,
    /** Ranges and lengths. */
    RANGE,
    /** The complete list of parameters: what it does not name does not exist. */
    COMPLETE,
    /** The form of the answer. */
    RESPONSE;

    static final Set<Fact> ALL = Collections.unmodifiableSet(EnumSet.allOf(Fact.class));

    static Set<Fact> of(Fact... facts) {
        EnumSet<Fact> set = EnumSet.noneOf(Fact.class);
        Collections.addAll(set, facts);
        return Collections.unmodifiableSet(set);
    }
}
