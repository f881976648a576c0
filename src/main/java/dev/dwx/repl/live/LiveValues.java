package dev.dwx.repl.live;

import dev.dwx.catalog.ApiOperation;
import java.util.List;
import java.util.Map;

/**
 * What the service is known to hold at the moment: the values that a parameter can take beyond those its description lists.
 * Asking costs nothing: it never calls the service and never waits for a call that is under way.
 */
@FunctionalInterface
public interface LiveValues {
    /** Knows of nothing. */
    LiveValues NONE = (operation, parameter, given) -> List.of();

    /**
     * The values known at the moment, in the order in which they should be shown; empty where nothing is known (yet).
     *
     * @param operation the operation that is being typed
     * @param parameter one of its parameters
     * @param given the arguments that are typed already as plain texts and numbers, by name
     */
    List<Value> of(ApiOperation operation, String parameter, Map<String, String> given);

    /**
     * One value.
     *
     * @param text what is sent, such as an id or a name, without quotes
     * @param note what a person knows it by, such as the name behind an id; {@code null} for nothing
     */
    record Value(String text, String note) {
    }
}
