package dev.dwx.dsl;

import dev.dwx.catalog.NearNames;
import dev.dwx.render.Showable;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of a value with some of their fields: {@code table ListNodes(), 'Id', 'Name'}. */
final class ChosenColumns {
    private ChosenColumns() {
    }

    /**
     * Takes the fields of every row.
     *
     * @param columns names, or lists of them
     * @throws IllegalArgumentException when the value has no rows, or no row has a field of that name
     */
    static List<Map<String, Object>> of(Object value, Object... columns) {
        List<String> wanted = new ArrayList<>();
        for (Object column : columns) {
            if (column instanceof Iterable<?> several) {
                several.forEach(one -> wanted.add(String.valueOf(one)));
            } else {
                wanted.add(String.valueOf(column));
            }
        }
        List<Map<?, ?>> rows = rows(value);
        Set<String> known = new LinkedHashSet<>();
        rows.forEach(row -> row.keySet().forEach(key -> known.add(String.valueOf(key))));
        List<Map<String, Object>> chosen = new ArrayList<>();
        for (Map<?, ?> row : rows) {
            Map<String, Object> one = new LinkedHashMap<>();
            for (String column : wanted) {
                if (!known.contains(column)) {
                    throw unknown(column, known);
                }
                one.put(column, row.get(column));
            }
            chosen.add(one);
        }
        return chosen;
    }

    private static List<Map<?, ?>> rows(Object value) {
        Object source = value instanceof Showable showable
                ? showable.isListing() ? showable.everyRow() : showable.value() : value;
        Iterable<?> all = source instanceof Map ? List.of(source) : source instanceof Iterable<?> several ? several : List.of();
        List<Map<?, ?>> rows = new ArrayList<>();
        for (Object row : all) {
            if (row instanceof Map<?, ?> map) {
                rows.add(map);
            }
        }
        return rows;
    }

    private static IllegalArgumentException unknown(String column, Set<String> known) {
        List<String> near = NearNames.of(column, known);
        return new IllegalArgumentException(Texts.of("No row has a column {0}.{1} There are: {2}.", column,
                near.isEmpty() ? "" : Texts.of(" Did you mean {0}?", String.join(Texts.of(" or "), near)), String.join(", ", known)));
    }
}
