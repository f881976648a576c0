package dev.dwx.sandbox.world;

import dev.dwx.catalog.OrderedCopy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One object of the world. Its fields have the names of the current API version where that version knows them.
 *
 * @param kind what it is: {@code Node}, {@code Task}, {@code DataSource} …
 * @param key its identity within the kind
 * @param sequence order of creation; lists show the newest first
 * @param fields name to value, never changed in place
 * @param steps what time will do to it, the earliest first; a status moves by the clock alone, without threads
 */
record Thing(String kind, String key, long sequence, Map<String, Object> fields, List<Step> steps) {

    /** From a moment (milliseconds since the epoch) on, these fields have these values. */
    record Step(long at, Map<String, Object> changes) {
    }

    Thing {
        fields = OrderedCopy.of(fields);
        steps = List.copyOf(steps);
    }

    Thing(String kind, String key, long sequence, Map<String, Object> fields) {
        this(kind, key, sequence, fields, List.of());
    }

    Object get(String field) {
        return fields.get(field);
    }

    String text(String field) {
        return Values.text(fields.get(field));
    }

    Long number(String field) {
        return Values.number(fields.get(field));
    }

    /** The same object with changed fields; what time would still do to it stays. */
    Thing with(Map<String, Object> changes) {
        Map<String, Object> merged = new LinkedHashMap<>(fields);
        merged.putAll(changes);
        return new Thing(kind, key, sequence, merged, steps);
    }

    /** The same object with other things to come. */
    Thing then(List<Step> next) {
        return new Thing(kind, key, sequence, fields, next);
    }

    /** The object as it is at a moment: every step that is due has happened. */
    Thing at(long now) {
        if (steps.isEmpty() || steps.get(0).at() > now) {
            return this;
        }
        Map<String, Object> merged = new LinkedHashMap<>(fields);
        List<Step> ahead = new ArrayList<>();
        for (Step step : steps) {
            if (step.at() <= now) {
                merged.putAll(step.changes());
            } else {
                ahead.add(step);
            }
        }
        return new Thing(kind, key, sequence, merged, ahead);
    }
}
