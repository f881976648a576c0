package dev.dwx.repl.show;

import dev.dwx.render.Showable;
import dev.dwx.texts.Texts;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of the inputs by number: {@code Out[3]} is what the third input gave, {@code Out[-1]} the last. The last hundred are
 * kept. The newest of them are held as many as have room, an answer of a page or a thousand alike; what is beyond that gives way when
 * memory is wanted. A lazy listing is kept as what it is: its rows are read again when somebody looks. Usable by many threads.
 */
public final class Results implements Showable, Iterable<Object> {
    private static final int KEPT = 100;
    private static final int NEWEST = 3;
    /** How many parts, or pieces of text, are held in all: some tens of megabytes. */
    private static final int ROOM = 300_000;
    /** So many characters take about as much room as one part. */
    private static final int TEXT = 32;

    private final String name;
    private final TreeMap<Integer, Kept> values = new TreeMap<>();

    /** @param name of the variable, for messages: {@code Out} or {@code In} */
    public Results(String name) {
        this.name = name;
    }

    /** One value: held, or there for as long as nobody needs its room. */
    private record Kept(Object held, SoftReference<Object> loose, int weight) {
        Object get() {
            return held != null ? held : loose.get();
        }

        Kept loosened() {
            return held == null ? this : new Kept(null, new SoftReference<>(held), weight);
        }
    }

    /** Keeps the value of an input; {@code null} is none. */
    public synchronized void add(int number, Object value) {
        if (value == null) {
            return;
        }
        values.put(number, new Kept(value, null, weight(value, 0, 0)));
        if (values.size() > KEPT) {
            values.pollFirstEntry();
        }
        int newer = 0;
        long sum = 0;
        for (Map.Entry<Integer, Kept> one : values.descendingMap().entrySet()) {
            sum += one.getValue().weight();
            if (++newer > NEWEST && sum > ROOM) {
                one.setValue(one.getValue().loosened());
            }
        }
    }

    /**
     * The value of an input.
     *
     * @param number of the input; counted from the end when negative
     * @throws IllegalArgumentException when there is none of that number, or it is no longer kept
     */
    public synchronized Object getAt(int number) {
        int key = number;
        if (number < 0) {
            List<Integer> keys = new ArrayList<>(values.keySet());
            key = -number <= keys.size() ? keys.get(keys.size() + number) : 0;
        }
        Kept kept = values.get(key);
        Object value = kept == null ? null : kept.get();
        if (value != null) {
            return value;
        }
        String asked = name + "[" + number + "]";
        if (kept != null) {
            throw new IllegalArgumentException(Texts.of("{0} is gone: it was large, and memory was short. Run the line again", asked));
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException(Texts.of("There is no {0}: no input has given a value yet", asked));
        }
        if (key > 0 && key < values.firstKey()) {
            throw new IllegalArgumentException(Texts.of("{0} is gone: only the last {1} values are kept", asked, KEPT));
        }
        throw new IllegalArgumentException(Texts.of("There is no {0}: that input has given no value. {1} lists those that are there", asked, name));
    }

    /** The value that was kept so many before the last; {@code null} when there is none. */
    public synchronized Object last(int before) {
        Iterator<Kept> newest = values.descendingMap().values().iterator();
        Kept found = null;
        for (int i = 0; i <= before; i++) {
            found = newest.hasNext() ? newest.next() : null;
        }
        return found == null ? null : found.get();
    }

    /** Numbers of the inputs that gave the newest values, the last first. */
    public synchronized List<Integer> newest(int most) {
        return values.descendingKeySet().stream().limit(most).toList();
    }

    /** How many are kept. */
    public synchronized int size() {
        return values.size();
    }

    /** The values that are there, the oldest first. */
    @Override
    public synchronized Iterator<Object> iterator() {
        List<Object> all = new ArrayList<>();
        for (Kept kept : values.values()) {
            Object value = kept.get();
            if (value != null) {
                all.add(value);
            }
        }
        return all.iterator();
    }

    @Override
    public synchronized List<Object> rows() {
        List<Object> rows = new ArrayList<>();
        values.forEach((number, kept) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            Object value = kept.get();
            row.put(name, number);
            row.put("Value", value == null ? Texts.of("gone") : value == this ? name : Shown.summary(value));
            rows.add(row);
        });
        return rows;
    }

    @Override
    public boolean isListing() {
        return true;
    }

    @Override
    public Object value() {
        return rows();
    }

    @Override
    public String footer() {
        return null;
    }

    @Override
    public String toString() {
        return name + " (" + size() + ")";
    }

    /** How much room a value takes: looks at maps, lists and texts only, and at no more of them than is needed to know that it is too much. */
    private static int weight(Object value, int sum, int depth) {
        if (sum > ROOM || depth > 50) {
            return ROOM + 1;
        }
        int weight = sum + 1;
        if (value instanceof CharSequence text) {
            return weight + text.length() / TEXT;
        }
        if (value instanceof Showable showable) {
            // A lazy listing holds no rows.
            return showable.isLazy() || showable instanceof Results ? weight : weight(showable.value(), weight, depth + 1);
        }
        if (value instanceof Object[] array) {
            return weight + array.length;
        }
        Collection<?> parts = value instanceof Map<?, ?> map ? map.values() : value instanceof Collection<?> collection ? collection : List.of();
        for (Object part : parts) {
            weight = weight(part, weight, depth + 1);
            if (weight > ROOM) {
                break;
            }
        }
        return weight;
    }
}
