package dev.dwx.flowspec.diff;

import dev.dwx.flowspec.model.SpecPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where a value stands, as a chain up to the document; made a path only where one is shown.
 *
 * @param above {@code null} for the document itself
 * @param step a key or a place in a list
 */
record At(At above, Object step) {
    static final At TOP = new At(null, "");

    At to(Object next) {
        return new At(this, next);
    }

    SpecPath path() {
        List<Object> steps = new ArrayList<>();
        for (At here = this; here.above != null; here = here.above) {
            steps.add(here.step);
        }
        Collections.reverse(steps);
        return new SpecPath(steps);
    }

    /** How far down it is. */
    int depth() {
        int depth = 0;
        for (At here = this; here.above != null; here = here.above) {
            depth++;
        }
        return depth;
    }
}
