package dev.dwx.repl.live;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The listings that are kept, within an amount of memory: those that nobody has asked for longest give way first. Who asks for one
 * that is gone has it read again. Safe for use by many threads; nobody waits here for what is being read or sorted.
 */
final class Shelves {
    private static final int MOST_LISTS = 200;
    private static final int MOST_ROWS = 10_000;
    /** Some seventy thousand nodes with what they are known by. */
    private static final long MOST_BYTES = 32L << 20;

    private final long most;
    private final Map<ListKey, Shelf> byKey = new LinkedHashMap<>(16, 0.75f, true);

    Shelves() {
        this(MOST_BYTES);
    }

    /** @param most bytes in all, as {@link Shelf#bytes} tells them; half of it for one listing */
    Shelves(long most) {
        this.most = most;
    }

    /** The one of a key, which has been asked for now; a new one where there is none. */
    synchronized Shelf of(ListKey key, Columns columns) {
        Shelf shelf = byKey.computeIfAbsent(key, wanted -> new Shelf(columns, MOST_ROWS, most / 2));
        while (byKey.size() > MOST_LISTS) {
            Iterator<Shelf> eldest = byKey.values().iterator();
            eldest.next();
            eldest.remove();
        }
        return shelf;
    }

    /** The same listing has another key, too. */
    synchronized void alsoAs(ListKey key, Shelf shelf) {
        byKey.putIfAbsent(key, shelf);
    }

    /** Something was put on one of them: others give way to it where all together are too much. */
    synchronized void filled(Shelf used) {
        long total = bytes();
        Iterator<Shelf> eldest = byKey.values().iterator();
        while (total > most && eldest.hasNext()) {
            if (eldest.next() != used) {
                eldest.remove();
                // One that has a second key is still there.
                total = bytes();
            }
        }
    }

    /** What all of them take. */
    synchronized long bytes() {
        long total = 0;
        Set<Shelf> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Shelf shelf : byKey.values()) {
            total += counted.add(shelf) ? shelf.bytes() : 0;
        }
        return total;
    }

    /** All that are there at the moment; looking at them is not asking for them. */
    synchronized Map<ListKey, Shelf> all() {
        return new LinkedHashMap<>(byKey);
    }
}
