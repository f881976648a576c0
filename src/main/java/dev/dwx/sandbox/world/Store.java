package dev.dwx.sandbox.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every object of the world, by kind and key, with the changes of one call kept apart until the call has succeeded.
 * Not thread-safe; the world's lock guards it.
 */
final class Store {
    /** Fills the kinds that belong together the first time that one of them is asked for. */
    interface Founder {
        /** The group that a kind is founded with, or {@code null} when nobody founds it. */
        String group(String kind);

        void found(String group, Store store);
    }

    /** Where an object is. */
    record Place(String kind, String key) {
    }

    private final Map<String, Map<String, Thing>> shelves = new HashMap<>();
    private final Map<Place, Thing> before = new LinkedHashMap<>();
    private final Set<Place> dirty = new LinkedHashSet<>();
    private final Set<String> founded = new HashSet<>();
    private final Rows rows;
    private final Founder founder;
    private final Lags lags;
    private final Map<Place, Thing> hidden = new LinkedHashMap<>();
    private boolean founding;
    private long sequence;
    private long now;

    Store(Rows rows, Founder founder, Lags lags) {
        this.lags = lags;
        this.rows = rows;
        this.founder = founder;
        for (String group : Values.text(rows.fact("founded")) == null ? List.<String>of()
                : List.of(rows.fact("founded").split(","))) {
            founded.add(group);
        }
        String last = rows.fact("sequence");
        this.sequence = last == null ? 0 : Long.parseLong(last);
    }

    /** Begins a call at a moment; objects are seen as they are then. */
    void begin(long moment) {
        now = moment;
        before.clear();
    }

    /** Makes the changes of the call lasting. */
    void commit() {
        if (!lags.isEmpty() && !before.isEmpty()) {
            lags.written(new LinkedHashMap<>(before), now);
        }
        before.clear();
        flush();
    }

    /** Shows everything as it was before some changes, the newest first, until {@link #unhide}; nothing may be committed meanwhile. */
    void hide(List<Map<Place, Thing>> changes) {
        for (Map<Place, Thing> change : changes) {
            for (Map.Entry<Place, Thing> old : change.entrySet()) {
                Place place = old.getKey();
                Map<String, Thing> shelf = shelf(place.kind());
                if (!hidden.containsKey(place)) {
                    hidden.put(place, shelf.get(place.key()));
                }
                set(shelf, place, old.getValue());
            }
        }
    }

    /** Shows everything as it is again, whatever the read has changed. */
    void unhide() {
        rollback();
        hidden.forEach((place, thing) -> set(shelves.get(place.kind()), place, thing));
        hidden.clear();
    }

    private static void set(Map<String, Thing> shelf, Place place, Thing thing) {
        if (thing == null) {
            shelf.remove(place.key());
        } else {
            shelf.put(place.key(), thing);
        }
    }

    /** Takes back what the call has changed so far. */
    void rollback() {
        for (Map.Entry<Place, Thing> entry : before.entrySet()) {
            set(shelves.get(entry.getKey().kind()), entry.getKey(), entry.getValue());
        }
        before.clear();
        flush();
    }

    /** The object, or {@code null}. */
    Thing find(String kind, Object key) {
        Thing thing = key == null ? null : shelf(kind).get(key.toString());
        return thing == null ? null : thing.at(now);
    }

    /** Every object of a kind, the newest first. */
    List<Thing> all(String kind) {
        Map<String, Thing> shelf = shelf(kind);
        List<Thing> things = new ArrayList<>(shelf.size());
        for (Thing thing : shelf.values()) {
            things.add(thing.at(now));
        }
        things.sort((left, right) -> Long.compare(right.sequence(), left.sequence()));
        return things;
    }

    /** The objects of a kind whose field has a value, the newest first. */
    List<Thing> where(String kind, String field, Object value) {
        List<Thing> found = all(kind);
        found.removeIf(thing -> !Values.same(thing.get(field), value));
        return found;
    }

    /** Adds a new object, or puts another in the place of the one with its key. */
    Thing add(String kind, Object key, Map<String, Object> fields) {
        Thing thing = new Thing(kind, key.toString(), ++sequence, fields);
        return put(thing);
    }

    Thing put(Thing thing) {
        Place place = new Place(thing.kind(), thing.key());
        Map<String, Thing> shelf = shelf(thing.kind());
        remember(place, shelf.get(thing.key()));
        shelf.put(thing.key(), thing);
        return thing.at(now);
    }

    void remove(Thing thing) {
        Place place = new Place(thing.kind(), thing.key());
        Map<String, Thing> shelf = shelf(thing.kind());
        remember(place, shelf.get(thing.key()));
        shelf.remove(thing.key());
    }

    /** A fact about the world as a whole that outlives the process, or {@code null}. */
    String fact(String name) {
        return rows.fact(name);
    }

    void setFact(String name, String value) {
        rows.setFact(name, value);
    }

    long now() {
        return now;
    }

    private void remember(Place place, Thing old) {
        if (!founding && !before.containsKey(place)) {
            before.put(place, old);
        }
        dirty.add(place);
    }

    private Map<String, Thing> shelf(String kind) {
        Map<String, Thing> shelf = shelves.get(kind);
        if (shelf != null) {
            return shelf;
        }
        shelf = new LinkedHashMap<>();
        shelves.put(kind, shelf);
        for (Thing thing : rows.load(kind)) {
            shelf.put(thing.key(), thing);
        }
        String group = founder.group(kind);
        if (group != null && founded.add(group)) {
            boolean outer = founding;
            founding = true;
            try {
                founder.found(group, this);
            } finally {
                founding = outer;
            }
            rows.setFact("founded", String.join(",", founded));
        }
        return shelf;
    }

    private void flush() {
        if (dirty.isEmpty()) {
            return;
        }
        for (Place place : dirty) {
            Thing thing = shelves.get(place.kind()).get(place.key());
            if (thing == null) {
                rows.delete(place.kind(), place.key());
            } else {
                rows.write(thing);
            }
        }
        dirty.clear();
        rows.setFact("sequence", Long.toString(sequence));
        rows.commit();
    }
}
