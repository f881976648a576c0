package dev.dwx.render;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is known of rows before they are laid out: which are there, and which keys they have. */
final class Listing {
    private Listing() {
    }

    /** The rows as plain values, or {@code null} when the value is no list at heart. */
    static List<Object> rowsOf(Object value) {
        return rowsOf(value, false);
    }

    /** As {@link #rowsOf(Object)}, for a program: none is left out because there are many. */
    static List<Object> everyRowOf(Object value) {
        return rowsOf(value, true);
    }

    private static List<Object> rowsOf(Object value, boolean every) {
        if (value instanceof Showable showable) {
            if (showable.isListing()) {
                List<Object> rows = new ArrayList<>();
                for (Object row : every ? showable.everyRow() : showable.rows()) {
                    rows.add(PlainValue.of(row));
                }
                return rows;
            }
            return rowsOf(showable.value() == value ? null : showable.value(), every);
        }
        if (value instanceof Map || value == null) {
            return null;
        }
        Object plain = PlainValue.of(value);
        if (!(plain instanceof List<?> list)) {
            return null;
        }
        return new ArrayList<>(list);
    }

    /** Every key of the rows that are maps, in the order of first appearance. */
    static List<String> keys(List<?> rows) {
        Set<String> keys = new LinkedHashSet<>();
        for (Object row : rows) {
            if (row instanceof Map<?, ?> map) {
                for (Object key : map.keySet()) {
                    keys.add((String) key);
                }
            }
        }
        return new ArrayList<>(keys);
    }

    /**
     * The columns of a table: keys that hold a scalar somewhere, id and name first. Keys that only ever hold nested
     * values or nothing would make columns that nobody can read.
     */
    static List<String> columns(List<?> rows) {
        List<String> columns = new ArrayList<>();
        for (String key : keys(rows)) {
            if (holdsScalar(rows, key)) {
                columns.add(key);
            }
        }
        return idAndNameFirst(columns);
    }

    /** The columns, and behind them those that only ever hold nested values. */
    static List<String> columnsAndNested(List<?> rows) {
        List<String> columns = new ArrayList<>(columns(rows));
        for (String key : keys(rows)) {
            if (!columns.contains(key) && holdsAnything(rows, key)) {
                columns.add(key);
            }
        }
        return columns;
    }

    private static boolean holdsAnything(List<?> rows, String key) {
        for (Object row : rows) {
            Object cell = ((Map<?, ?>) row).get(key);
            if (cell instanceof Map<?, ?> map ? !map.isEmpty() : cell instanceof List<?> list && !list.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The same keys; what a row is recognised by comes first. */
    static List<String> idAndNameFirst(List<String> keys) {
        List<String> ordered = new ArrayList<>();
        for (String wanted : new String[] {"id", "name"}) {
            for (String key : keys) {
                if (key.toLowerCase(Locale.ROOT).equals(wanted)) {
                    ordered.add(key);
                }
            }
        }
        for (String key : keys) {
            if (!ordered.contains(key)) {
                ordered.add(key);
            }
        }
        return ordered;
    }

    private static boolean holdsScalar(List<?> rows, String key) {
        for (Object row : rows) {
            Object cell = ((Map<?, ?>) row).get(key);
            if (cell != null && PlainValue.isScalar(cell)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the column holds identifiers: these are copied into the next command and so are never cut. */
    static boolean isId(String key) {
        return key.equalsIgnoreCase("id") || key.endsWith("Id") || key.endsWith("ID") || key.endsWith("Ids")
                || key.endsWith("_id") || key.endsWith("Uuid") || key.endsWith("Guid") || key.endsWith("uuid");
    }

    /** Whether the column holds names: what a row is known by is never cut. */
    static boolean isName(String key) {
        return key.equalsIgnoreCase("name") || key.endsWith("Name");
    }

    /** Whether a row is recognised by it, so that it stays in the row even when it is the same in all. */
    static boolean recognises(String key) {
        return key.equalsIgnoreCase("id") || key.equalsIgnoreCase("name");
    }

    /** Whether the column holds sentences: the first to be cut. */
    static boolean isFreeText(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        return name.endsWith("description") || name.endsWith("desc") || name.endsWith("comment") || name.endsWith("remark")
                || name.endsWith("message") || name.endsWith("content") || name.endsWith("reason");
    }

    static boolean allMaps(List<?> rows) {
        for (Object row : rows) {
            if (!(row instanceof Map)) {
                return false;
            }
        }
        return true;
    }

    static boolean allScalars(List<?> rows) {
        for (Object row : rows) {
            if (!PlainValue.isScalar(row)) {
                return false;
            }
        }
        return true;
    }
}
