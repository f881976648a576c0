package dev.dwx.dsl.pages;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts one pass over the pages and holds it against what the service says. */
final class Tally {
    private final Set<Object> known = new HashSet<>();
    private long distinct;
    private long alike;
    private long nested;
    private Long total;
    private boolean totalChanged;
    private long largestPage;

    /** Takes note of a page before its items. */
    void page(Page page) {
        largestPage = Math.max(largestPage, page.raw().size());
        if (page.total() != null) {
            totalChanged |= total != null && !total.equals(page.total());
            total = page.total();
        }
    }

    /** Counts an item; false when this pass has seen it before. */
    boolean count(Object identity, Object item, boolean onThisPage) {
        boolean fresh = identity == ItemIdentity.NONE || known.add(identity);
        if (fresh) {
            distinct++;
            nested += inside(item);
        } else if (onThisPage) {
            alike++;
        }
        return fresh;
    }

    /** Some lists group what they count: a data source with its two environments is two. */
    private static long inside(Object item) {
        if (item instanceof Map<?, ?> map && !map.containsKey("Id")) {
            for (Object value : map.values()) {
                if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> inner
                        && inner.containsKey("Id")) {
                    return list.size();
                }
            }
        }
        return 1;
    }

    long distinct() {
        return distinct;
    }

    Long total() {
        return total;
    }

    boolean totalChanged() {
        return totalChanged;
    }

    long largestPage() {
        return largestPage;
    }

    /** Whether as many have come as the service says there are, those before the first page that was read among them. */
    boolean reached(long before) {
        return total != null && distinct + before >= total;
    }

    /** Whether the service told one count all the time, and that many came. */
    boolean agrees(long before) {
        return total == null || !totalChanged && (distinct + before == total || distinct + alike + before == total
                || nested + before == total || distinct == 0 && total <= before);
    }
}
