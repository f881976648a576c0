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

/**
 * What is known of one listing: rows, how old they are, and what went wrong. Safe for use by many threads. How much memory it takes is
 * reckoned and not measured, on the safe side.
 */
final class Shelf {
    private static final Comparator<LiveValues.Value> IN_ORDER = Comparator.comparing(LiveValues.Value::text, Shelf::compare);

    /** An entry of a map and an array, beside what is in them. */
    private static final int ROW = 96;
    private static final int CELL = 8;
    /** A text of its own with its entry among the texts, beside its characters. */
    private static final int TEXT = 104;
    private static final int VALUE = 32;

    private final Columns columns;
    private final int most;
    private final long mostBytes;
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
    private long texts;
    private volatile long bytes;

    /**
     * @param most rows that are taken
     * @param mostBytes no row is taken beyond these
     */
    Shelf(Columns columns, int most, long mostBytes) {
        this.columns = columns;
        this.most = most;
        this.mostBytes = mostBytes;
    }

    /** What it takes; waits for nobody. */
    long bytes() {
        return bytes;
    }

    private void weigh() {
        long seenTwice = 0;
        for (List<LiveValues.Value> view : views.values()) {
            seenTwice += (long) VALUE * view.size();
        }
        bytes = texts + (long) rows.size() * (ROW + CELL * columns.size()) + seenTwice;
    }

    /** The values of a field with their notes, in order, each once. Costs nothing while nothing changes. */
    synchronized List<LiveValues.Value> values(String value, String note) {
        List<String> asked = Arrays.asList(value, note);
        List<LiveValues.Value> known = views.get(asked);
        if (known == null) {
            known = view(columns.of(value), columns.of(note));
            views.put(asked, known);
            weigh();
        }
        return known;
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
        changed();
    }

    private void changed() {
        views.clear();
        weigh();
    }

    private void put(String[] row) {
        String id = columns.identity(row);
        if (seen != null) {
            seen.add(id);
        }
        boolean room = rows.size() < most && texts + (long) rows.size() * (ROW + CELL * columns.size()) < mostBytes;
        if (room || rows.containsKey(id)) {
            pool(row);
            rows.put(id, row);
        }
    }

    /** The same text is kept once, in however many rows it stands. */
    private void pool(String[] row) {
        for (int i = 0; i < row.length; i++) {
            String known = row[i] == null ? null : pool.putIfAbsent(row[i], row[i]);
            if (known != null) {
                row[i] = known;
            } else if (row[i] != null) {
                texts += TEXT + 2L * row[i].length();
            }
        }
    }

    /** A thing that was just made. */
    synchronized void made(String id, Map<String, Object> arguments) {
        String[] row = columns.made(id, arguments);
        if (row != null) {
            put(row);
            changed();
        }
        stale = true;
    }

    /** A thing that was just taken away. */
    synchronized void gone(String id) {
        if (rows.remove(id) != null) {
            changed();
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
        if (whole) {
            rows.keySet().retainAll(seen);
            // Texts of rows that are gone, or are called something else now, go with them.
            pool.clear();
            texts = 0;
            rows.values().forEach(this::pool);
            changed();
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
