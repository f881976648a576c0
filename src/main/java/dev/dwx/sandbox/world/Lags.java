package dev.dwx.sandbox.world;

import dev.dwx.sandbox.fault.Staleness;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Which changes a lagging read does not see yet. Not thread-safe; the world's lock guards it. */
final class Lags {
    /** Of changes that nobody reads the oldest are let through past this many. */
    private static final int MOST = 10_000;

    private static final class Pending {
        private final long at;
        private final Map<Store.Place, Thing> before;
        private int reads;

        Pending(long at, Map<Store.Place, Thing> before) {
            this.at = at;
            this.before = before;
        }
    }

    private record Lag(Staleness rule, ArrayDeque<Pending> pending) {
        boolean over(Pending change, long now) {
            return rule.reads() > 0 ? change.reads >= rule.reads() : change.at <= now - rule.lag().toMillis();
        }

        void prune(long now) {
            while (!pending.isEmpty() && (pending.size() > MOST || over(pending.peekFirst(), now))) {
                pending.removeFirst();
            }
        }
    }

    private final List<Lag> lags = new ArrayList<>();

    void add(Staleness rule) {
        lags.add(new Lag(rule, new ArrayDeque<>()));
    }

    List<Staleness> rules() {
        List<Staleness> rules = new ArrayList<>();
        lags.forEach(lag -> rules.add(lag.rule()));
        return rules;
    }

    void clear() {
        lags.clear();
    }

    boolean isEmpty() {
        return lags.isEmpty();
    }

    /** Notes what a call has changed: every place with what was there before. */
    void written(Map<Store.Place, Thing> before, long now) {
        for (Lag lag : lags) {
            lag.pending().addLast(new Pending(now, before));
            lag.prune(now);
        }
    }

    /** What a read does not see yet, the newest change first; the read counts. */
    List<Map<Store.Place, Thing>> hidden(String operation, long now) {
        List<Map<Store.Place, Thing>> hidden = List.of();
        for (Lag lag : lags) {
            if (lag.rule().on().matches(operation)) {
                lag.prune(now);
                List<Map<Store.Place, Thing>> own = new ArrayList<>();
                for (Iterator<Pending> each = lag.pending().descendingIterator(); each.hasNext();) {
                    Pending change = each.next();
                    change.reads++;
                    own.add(change.before);
                }
                hidden = own.size() > hidden.size() ? own : hidden;
            }
        }
        return hidden;
    }
}
