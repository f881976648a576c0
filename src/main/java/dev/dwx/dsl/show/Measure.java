package dev.dwx.dsl.show;

/** What of a row is measured, by a word of its own: {@code chart rows, 'TaskName', duration}. */
public enum Measure {
    /** From its start to its end. */
    DURATION;

    Object of(Object row) {
        return RunTime.of(row);
    }
}
