package dev.dwx.repl.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of one listing: rows, how old they are, and what went wrong. Safe for use by many threads. */
final class Shelf {
    private static final Comparator<LiveValues.Value> IN_ORDER = Comparator.comparing(LiveValues.Value::text, Shelf::compare);

    private final Columns columns;
    private final int most;
    private final Map<String, String[]> rows = new LinkedHashMap<>();
    private final Map<String, String> pool = new HashMap<>();
    private final Map<List<String>, List<LiveValues.Value>> views = new HashMap<>();
    private Set<String> seen;
    private long readAt;
    private boolean read;
    private boolean stale;
    private long notBefore;
    private int failures;
    private String trouble;

    Shelf(Columns columns, int most) {
        this.columns = columns;
        this.most = most;
    }

    /** The values of a field with their notes, in order, each once. Costs nothing while nothing changes. */
    synchronized List<LiveValues.Value> values(String value, String note) {
        return views.computeIfAbsent(Arrays.asList(value, note), asked -> view(columns.of(value), columns.of(note)));
    }

    private List<LiveValues.Value> view(int value, int note) {
        if (value < 0) {
            return List.of();
        }
        Set<String> once = new HashSet<>();
        List<LiveValues.Value> all = new ArrayList<>(rows.size());
        for (String[] row : rows.values()) {
            if (row[value] != null && once.add(row[value])) {
                all.add(new LiveValues.Value(row[value], note < 0 ? null : row[note]));
            }
        }
        all.sort(IN_ORDER);
        return List.copyOf(all);
    }

    /** Numbers by their size, everything else as texts. */
    private static int compare(String one, String other) {
        boolean numbers = one.length() != other.length() && isDigits(one) && isDigits(other);
        return numbers ? Integer.compare(one.length(), other.length()) : one.compareTo(other);
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Items as they came, of a page that was read for this or that somebody else has read. */
    synchronized void put(List<?> items) {
        for (Object item : items) {
            for (String[] row : columns.rows(item)) {
                put(row);
            }
        }
        views.clear();
    }

    private void put(String[] row) {
        String id = columns.identity(row);
        if (seen != null) {
            seen.add(id);
        }
        if (rows.size() < most || rows.containsKey(id)) {
            for (int i = 0; i < row.length; i++) {
                String text = row[i];
                row[i] = text == null ? null : pool.computeIfAbsent(text, same -> same);
            }
            rows.put(id, row);
        }
    }

    /** A thing that was just made. */
    synchronized void made(String id, Map<String, Object> arguments) {
        String[] row = columns.made(id, arguments);
        if (row != null) {
            put(row);
            views.clear();
        }
        stale = true;
    }

    /** A thing that was just taken away. */
    synchronized void gone(String id) {
        if (rows.remove(id) != null) {
            views.clear();
        }
        stale = true;
    }

    synchronized void stale() {
        stale = true;
    }

    /** Whether it is time to read it, at this moment in nanoseconds. */
    synchronized boolean isDue(long now, long freshFor) {
        if (failures > 0) {
            return now - notBefore >= 0;
        }
        return !read || stale || now - readAt >= freshFor;
    }

    synchronized void begins() {
        seen = new HashSet<>();
        stale = false;
    }

    /** Everything was read: what did not come is not there any more. */
    synchronized void ends(long now, boolean whole) {
        if (whole && rows.keySet().retainAll(seen)) {
            views.clear();
            pool.clear();
        }
        seen = null;
        read = true;
        readAt = now;
        failures = 0;
        trouble = null;
    }

    synchronized void failed(String why, long now, long pause) {
        seen = null;
        trouble = why;
        notBefore = now + pause * Math.min(10, 1L << Math.min(4, failures));
        failures++;
    }

    synchronized int size() {
        return rows.size();
    }

    synchronized String trouble() {
        return trouble;
    }
}
