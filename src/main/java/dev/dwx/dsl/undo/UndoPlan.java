package dev.dwx.dsl.undo;

import dev.dwx.catalog.ApiOperation;
import java.util.List;
import java.util.Map;

/**
 * How a write is taken back.
 *
 * @param steps calls to make, in order; empty when it cannot be taken back
 * @param cannot what is not restored, or why nothing is; one line each
 * @param newId whether what comes back has another id
 */
record UndoPlan(List<Step> steps, List<String> cannot, boolean newId) {
    /**
     * One call.
     *
     * @param operation what to call
     * @param arguments with what
     */
    record Step(ApiOperation operation, Map<String, Object> arguments) {
    }

    UndoPlan {
        steps = List.copyOf(steps);
        cannot = List.copyOf(cannot);
    }

    static UndoPlan impossible(String why) {
        return new UndoPlan(List.of(), List.of(why), false);
    }

    boolean possible() {
        return !steps.isEmpty();
    }
}
