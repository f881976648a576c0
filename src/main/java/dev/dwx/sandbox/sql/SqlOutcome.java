package dev.dwx.sandbox.sql;

import java.util.List;

/**
 * How the run of a script went.
 *
 * @param log its lines: results as text tables, {@code OK} behind every statement that succeeded, {@code FAILED: …} behind the
 *         one that did not; each ends with a line feed
 * @param failure why it failed, or {@code null}
 * @param changes whether anything in the warehouse may have changed
 * @param made tables that the script has made or changed the shape of
 * @param dropped tables that it has dropped
 */
public record SqlOutcome(String log, String failure, boolean changes, List<SqlTable> made, List<SqlTable> dropped) {
    /** Copies its lists. */
    public SqlOutcome {
        made = List.copyOf(made);
        dropped = List.copyOf(dropped);
    }
}
