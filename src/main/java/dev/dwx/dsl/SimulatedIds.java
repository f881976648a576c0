package dev.dwx.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The ids that the rehearsals of a session have made up: digits, as the service's own are, so that they pass wherever an id
 * passes, and easy to tell: {@code 9200000000000000001} and so on, beyond what a double holds exactly, and
 * {@code 2100000001} where only 32 bits are taken. None is given twice. Usable by many threads.
 */
public final class SimulatedIds {
    private static final long FIRST = 9_200_000_000_000_000_001L;
    private static final int FIRST_NARROW = 2_100_000_001;

    private final AtomicInteger given = new AtomicInteger();
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** A new id of 64 bits. */
    public long next() {
        long id = FIRST + given.getAndIncrement();
        known.add(Long.toString(id));
        return id;
    }

    /** A new id of 32 bits. */
    public int nextNarrow() {
        int id = FIRST_NARROW + given.getAndIncrement();
        known.add(Integer.toString(id));
        return id;
    }

    /** Whether this text is an id that was made up. */
    public boolean isSimulated(String id) {
        return known.contains(id);
    }

    /** The made-up ids that stand anywhere in a value, each once. */
    public List<String> in(Object value) {
        List<String> found = new ArrayList<>();
        if (!known.isEmpty()) {
            collect(value, found, 0);
        }
        return found;
    }

    private void collect(Object value, List<String> found, int depth) {
        if (depth > 64 || value == null) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> collect(each, found, depth + 1));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(each -> collect(each, found, depth + 1));
        } else {
            collect(value.toString(), found);
        }
    }

    /** A text may hold several, as a comma list or as JSON; runs of digits are looked at one by one. */
    private void collect(String text, List<String> found) {
        int length = text.length();
        for (int start = 0; start < length;) {
            int end = start;
            while (end < length && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            if (end - start >= 10) {
                String digits = text.substring(start, end);
                if (known.contains(digits) && !found.contains(digits)) {
                    found.add(digits);
                }
            }
            start = end == start ? start + 1 : end;
        }
    }
}
