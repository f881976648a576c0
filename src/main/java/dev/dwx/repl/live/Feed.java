package dev.dwx.repl.live;

import dev.dwx.catalog.ApiOperation;
import java.util.List;
import java.util.Map;

/**
 * Where the values of a parameter come from.
 *
 * @param list the listing that has them; a read
 * @param fixed arguments that the listing is always asked with, by name; {@code $bizdate}, {@code $env} and {@code $project} stand for
 *     what the context says
 * @param needed arguments that the listing cannot do without and that only the call which is being typed can tell
 * @param value the field of the listing's items that is the value, {@code Id}; {@code DataSource.Id} leads into a list inside
 * @param note the field that a person knows it by, or {@code null}
 */
record Feed(ApiOperation list, Map<String, String> fixed, List<String> needed, String value, String note) {
    /** In a fixed argument: the name of the project. */
    static final String PROJECT = "$project";

    Feed {
        fixed = Map.copyOf(fixed);
        needed = List.copyOf(needed);
    }

    /** Whether the listing is asked about the project by its name, within another argument. */
    static boolean namesProject(Map<String, String> fixed) {
        return fixed.values().stream().anyMatch(text -> text.contains(PROJECT));
    }
}
