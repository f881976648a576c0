package dev.dwx.dsl.lifecycle;

import dev.dwx.render.Showable;
import dev.dwx.dsl.waiting.Lapse;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a verb of the lifecycle came to: a read-only map of what there is to know ({@code result.status}, {@code result.rows}), shown as
 * the rows that matter most in it.
 */
public final class Outcome extends AbstractMap<String, Object> implements Showable {
    private final Map<String, Object> fields;
    private final List<Object> rows;
    private final String footer;

    /**
     * @param rows what a person sees of it; {@code null} to see the fields
     * @param footer the line below, or {@code null}
     */
    Outcome(Map<String, Object> fields, List<? extends Object> rows, String footer) {
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.rows = rows == null ? null : List.copyOf(rows);
        this.footer = footer;
    }

    /** By its name; small letters do: {@code result.rows} is {@code result.Rows}. */
    @Override
    public Object get(Object name) {
        if (fields.containsKey(name) || !(name instanceof String text) || text.isEmpty()) {
            return fields.get(name);
        }
        return fields.get(Character.toUpperCase(text.charAt(0)) + text.substring(1));
    }

    @Override
    public boolean containsKey(Object name) {
        return fields.containsKey(name) || get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return fields.entrySet();
    }

    /** As a person reads them: lengths of time in words. */
    @Override
    public List<Object> rows() {
        List<Object> shown = new ArrayList<>();
        for (Object row : rows == null ? List.of() : rows) {
            if (row instanceof Map<?, ?> map) {
                Map<Object, Object> copy = new LinkedHashMap<>();
                map.forEach((name, value) -> copy.put(name, value instanceof Duration lapse ? Lapse.text(lapse) : value));
                shown.add(copy);
            } else {
                shown.add(row);
            }
        }
        return shown;
    }

    @Override
    public boolean isListing() {
        return rows != null;
    }

    @Override
    public Object value() {
        return fields;
    }

    @Override
    public String footer() {
        return footer;
    }
}
