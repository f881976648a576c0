package dev.dwx.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One look over all of very many rows: their keys, and which rows have to be among those by which the columns are chosen and measured,
 * so that no column is missing because its first value comes late, and hardly any is too narrow. Only lengths are looked at, and nothing
 * is copied of what is plain data.
 */
final class KeyScan {
    private static final int NOTHING = 0;
    private static final int NESTED = 1;
    private static final int SCALAR = 2;

    private final List<?> rows;
    private final List<String> keys = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final BitSet telling = new BitSet();
    private int[] seen = new int[64];
    private long[] longest = new long[64];
    private int[] longestAt = new int[64];
    private boolean scalars = true;
    private boolean maps = true;

    KeyScan(List<?> rows) {
        this.rows = rows;
        for (int i = 0; i < rows.size(); i++) {
            Map<?, ?> map = map(rows.get(i));
            scalars &= map == null;
            maps &= map != null;
            if (map != null) {
                look(map, i);
            } else if (scalars) {
                scalars = isScalar(rows.get(i));
            }
        }
    }

    /** Whether all rows are maps. */
    boolean allMaps() {
        return maps;
    }

    /** Whether none is a map or list. */
    boolean allScalars() {
        return scalars;
    }

    /** Rows in which a key has its first value of a kind, its longest text or its largest number. */
    BitSet telling() {
        for (int place = 0; place < keys.size(); place++) {
            if (longest[place] > 0) {
                telling.set(longestAt[place]);
            }
        }
        return telling;
    }

    private void look(Map<?, ?> map, int row) {
        int position = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            int place = place(String.valueOf(entry.getKey()), position++);
            Object value = entry.getValue();
            long length = value instanceof String text ? text.length() : value instanceof Long || value instanceof Integer
                    ? Math.abs(((Number) value).longValue()) : 0;
            if (length > longest[place]) {
                longest[place] = length;
                longestAt[place] = row;
            }
            if (seen[place] < SCALAR) {
                int kind = value == null ? NOTHING : isScalar(value) ? SCALAR : NESTED;
                if (kind > seen[place]) {
                    seen[place] = kind;
                    telling.set(row);
                }
            }
        }
    }

    /** Rows mostly have the same keys in the same order. */
    private int place(String key, int position) {
        if (position < keys.size() && keys.get(position).equals(key)) {
            return position;
        }
        Integer known = places.get(key);
        if (known == null) {
            known = keys.size();
            keys.add(key);
            places.put(key, known);
            if (known == seen.length) {
                seen = Arrays.copyOf(seen, known * 2);
                longest = Arrays.copyOf(longest, known * 2);
                longestAt = Arrays.copyOf(longestAt, known * 2);
            }
        }
        return known;
    }

    /**
     * Which of some keys do not have everywhere the value that they have in one row.
     *
     * @param expected the values, as plain ones; what is empty is as good as what is not there
     */
    Set<String> varying(Map<String, Object> expected) {
        Object[] wanted = new Object[keys.size()];
        boolean[] open = new boolean[keys.size()];
        int[] found = new int[keys.size()];
        expected.forEach((key, value) -> {
            wanted[places.get(key)] = CommonFields.isEmpty(value) ? null : value;
            open[places.get(key)] = true;
        });
        for (Object row : rows) {
            int position = 0;
            for (Map.Entry<?, ?> entry : map(row).entrySet()) {
                int place = place(String.valueOf(entry.getKey()), position++);
                if (open[place]) {
                    Object value = entry.getValue();
                    Object plain = value instanceof String || value instanceof Long || value instanceof Integer ? value : PlainValue.of(value);
                    plain = CommonFields.isEmpty(plain) ? null : plain;
                    open[place] = Objects.equals(wanted[place], plain);
                    found[place]++;
                }
            }
        }
        Set<String> varying = new HashSet<>();
        expected.forEach((key, value) -> {
            int place = places.get(key);
            if (!open[place] || wanted[place] != null && found[place] < rows.size()) {
                varying.add(key);
            }
        });
        return varying;
    }

    private static Map<?, ?> map(Object row) {
        if (row instanceof Map<?, ?> map && !(row instanceof Showable)) {
            return map;
        }
        return !isSurelyScalar(row) && PlainValue.of(row) instanceof Map<?, ?> map ? map : null;
    }

    /** Without making a plain value of it. */
    private static boolean isSurelyScalar(Object value) {
        return value == null || value instanceof CharSequence || value instanceof Number || value instanceof Boolean;
    }

    private static boolean isScalar(Object value) {
        boolean surelyNot = value instanceof Map || value instanceof List;
        return isSurelyScalar(value) || !surelyNot && PlainValue.isScalar(PlainValue.of(value));
    }
}
