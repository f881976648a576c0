package dev.dwx.dsl.show;

import java.time.Duration;
import java.util.Map;

/**
 * How long an instance ran, from its own two times, whichever operation told of it: {@code StartedTime} and {@code FinishedTime} of
 * ListTaskInstances and ListWorkflowInstances (2024-05-18), {@code BeginRunningTime} and {@code FinishTime} of ListInstances
 * (2020-05-18), {@code StartTime} and {@code EndTime} of others; all milliseconds since 1970.
 */
public final class RunTime {
    private static final String[][] FIELDS = {
        {"StartedTime", "FinishedTime"}, {"BeginRunningTime", "FinishTime"}, {"StartTime", "FinishTime"}, {"StartTime", "EndTime"},
    };

    private RunTime() {
    }

    /** The time between, or {@code null} for what has not begun, has not ended, or is no instance. */
    public static Duration of(Object row) {
        if (!(row instanceof Map<?, ?> map)) {
            return null;
        }
        for (String[] pair : FIELDS) {
            if (millis(map, pair[0]) > 0 && millis(map, pair[1]) > 0) {
                return Duration.ofMillis(millis(map, pair[1]) - millis(map, pair[0]));
            }
        }
        return null;
    }

    private static long millis(Map<?, ?> row, String field) {
        return row.containsKey(field) && row.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
