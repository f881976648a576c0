package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.texts.Texts;
import dev.dwx.time.TimeEncoding;
import java.util.List;

/** Brings the times among the arguments of one call into the form that the operation wants, and notes what was changed. */
final class TimeArgument {
    private final ApiOperation operation;
    private final TimeEncoding times;
    private final List<String> problems;
    private final List<String> notes;

    TimeArgument(ApiOperation operation, TimeEncoding times, List<String> problems, List<String> notes) {
        this.operation = operation;
        this.times = times;
        this.problems = problems;
        this.notes = notes;
    }

    /**
     * A value whose type is declared.
     *
     * @param path as messages name it
     * @param timePath as the table of forms names it
     * @return the encoded time, or the value itself when it is none; {@code null} when a problem was noted
     */
    Object declared(String path, String timePath, Object given, boolean numeric) {
        try {
            Object encoded = times.encode(operation.version(), operation.name(), timePath, given, numeric);
            if (encoded != given && given instanceof CharSequence) {
                notes.add(Texts.of("{0}: '{1}' is sent as {2} ({3})", path, given, encoded, times.zone()));
            } else if (encoded != given && times.isDisputed(operation.name(), timePath)) {
                notes.add(Texts.of("{0}: {1} is sent as {2}; sources disagree about its form, if it is refused write {0}: 20260314"
                        + " (yyyyMMdd)", path, given, encoded));
            }
            return encoded;
        } catch (IllegalArgumentException e) {
            problems.add(Texts.of("{0}: {1}", path, e.getMessage()));
            return null;
        }
    }

    /** A text inside a value of free form: a date where the form that is wanted there is known, else itself. */
    Object text(String path, String timePath, String text) {
        return times.form(operation.version(), operation.name(), timePath).isEmpty() ? text
                : declared(path, timePath, text, false);
    }

    /** A value of free form that is no text, number, list or map; itself when it is no time. */
    Object free(String timePath, Object value) {
        return times.encode(operation.version(), operation.name(), timePath, value, false);
    }
}
