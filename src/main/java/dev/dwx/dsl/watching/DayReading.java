package dev.dwx.dsl.watching;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The instances of a day, read again and again with few calls. A day of a page or two is read whole at each look. Of a larger one,
 * when it has been read whole, a look asks for what has started or ended since ({@code Filter} of {@code ListTaskInstances}) and for
 * what somebody has acted on; the whole is read again after a while, since what begins to wait, or was added, shows in nothing else.
 * Within a minute there are never more than {@value #A_MINUTE} calls: what did not come then comes with the next look.
 */
final class DayReading {
    /** The most calls within any minute. */
    static final int A_MINUTE = 30;
    /** As many as the service gives at once for this listing: a day of a thousand is two calls. */
    static final int PAGE = 500;
    private static final int FEW_PAGES = 2;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);
    /** A whole day again after this for each of its pages, and not before {@link #SOONEST}: it is then six calls a minute at most. */
    private static final long FOR_EACH_PAGE = TimeUnit.SECONDS.toNanos(10);
    private static final long SOONEST = TimeUnit.MINUTES.toNanos(5);
    /** The service may tell of an end some time after it; its own clock tells the moments, so that nobody else's matters. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);
    private static final int LOOKS_AFTER_ACTING = 12;
    private static final int MOST_ACTED_ON = 20;

    /** Reads one page. */
    interface Source {
        /**
         * A page of at most {@value DayReading#PAGE} instances.
         *
         * @param wanted arguments that leave only some of the day's instances
         * @param number from 1
         */
        Batch page(Map<String, Object> wanted, int number);
    }

    /**
     * What came on a page.
     *
     * @param total how many there are on all pages
     */
    record Batch(List<Instance> instances, long total) {
    }

    private final Source source;
    private final LongSupplier nanos;
    private final Deque<Long> calls = new ArrayDeque<>();
    private final Map<Long, Integer> actedOn = new LinkedHashMap<>();
    private Map<Long, Instance> known = new LinkedHashMap<>();
    private Map<Long, Instance> fresh = new LinkedHashMap<>();
    private int page;
    private int pages;
    private long readAt;
    private boolean whole;
    private boolean interrupted;
    private Instant since = Instant.EPOCH;
    private volatile Reach reach = new Reach(false, false, 0, 0);

    /**
     * How far the reading has come.
     *
     * @param whole whether all has been read at least once
     * @param large whether a look asks for changes only
     * @param known instances that are known
     * @param total instances that there are, as was told last
     */
    record Reach(boolean whole, boolean large, int known, long total) {
    }

    /** @param nanos a clock that only goes forward, in nanoseconds */
    DayReading(Source source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    /** Looks once; what came before it was broken off by an error is kept. */
    synchronized List<Instance> look() {
        interrupted = false;
        long again = Math.max(SOONEST, pages * FOR_EACH_PAGE);
        if (page > 0 || !whole || pages <= FEW_PAGES || nanos.getAsLong() - readAt >= again) {
            readWhole();
        } else {
            readChanges();
        }
        return List.copyOf(known.values());
    }

    /** How far it has come; waits for nobody. */
    Reach reach() {
        return reach;
    }

    /** The next looks ask for this one in any case. */
    synchronized void actedOn(long id) {
        actedOn.remove(id);
        actedOn.put(id, LOOKS_AFTER_ACTING);
        if (actedOn.size() > MOST_ACTED_ON) {
            actedOn.remove(actedOn.keySet().iterator().next());
        }
    }

    /** The pause before the next look: the one that is wanted, or until the rest may be read. */
    synchronized Duration pause(Duration wanted) {
        if (!interrupted || calls.isEmpty()) {
            return wanted;
        }
        long left = calls.peekFirst() + MINUTE - nanos.getAsLong();
        return Duration.ofNanos(Math.max(TimeUnit.SECONDS.toNanos(1), left));
    }

    private void readWhole() {
        if (page == 0) {
            page = 1;
            fresh = new LinkedHashMap<>();
        }
        while (page > 0 && take()) {
            Batch batch = source.page(Map.of(), page);
            put(fresh, batch);
            put(known, batch);
            pages = (int) Math.max(page, (batch.total() + PAGE - 1) / PAGE);
            page = batch.instances().size() < PAGE || page * (long) PAGE == batch.total() ? 0 : page + 1;
            if (page == 0) {
                known = fresh;
                whole = true;
                readAt = nanos.getAsLong();
                since = latest();
            }
            reach = new Reach(whole, whole && pages > FEW_PAGES, known.size(), batch.total());
        }
    }

    private void readChanges() {
        String moment = String.valueOf(since.toEpochMilli());
        boolean all = true;
        for (String bound : new String[] {"startedTimeStart", "finishedTimeStart"}) {
            all &= readAll(Map.of("Filter", "{\"" + bound + "\":\"" + moment + "\"}"));
        }
        if (!actedOn.isEmpty() && readAll(Map.of("Ids", new ArrayList<>(actedOn.keySet())))) {
            actedOn.replaceAll((id, looks) -> looks - 1);
            actedOn.values().removeIf(looks -> looks <= 0);
        }
        if (all) {
            since = latest();
        }
        reach = new Reach(true, true, known.size(), Math.max(reach.total(), known.size()));
    }

    private boolean readAll(Map<String, Object> wanted) {
        for (int number = 1; take(); number++) {
            Batch batch = source.page(wanted, number);
            put(known, batch);
            if (batch.instances().size() < PAGE || number * (long) PAGE >= batch.total()) {
                return true;
            }
        }
        return false;
    }

    private static void put(Map<Long, Instance> instances, Batch batch) {
        batch.instances().forEach(instance -> instances.put(instance.id(), instance));
    }

    private Instant latest() {
        Instant latest = Instant.EPOCH.plus(OVERLAP);
        for (Instance instance : known.values()) {
            latest = later(later(latest, instance.started()), instance.finished());
        }
        return latest.minus(OVERLAP);
    }

    private static Instant later(Instant one, Instant other) {
        return other == null || other.isBefore(one) ? one : other;
    }

    private boolean take() {
        long now = nanos.getAsLong();
        while (!calls.isEmpty() && now - calls.peekFirst() >= MINUTE) {
            calls.removeFirst();
        }
        interrupted = calls.size() >= A_MINUTE;
        if (!interrupted) {
            calls.addLast(now);
        }
        return !interrupted;
    }
}
