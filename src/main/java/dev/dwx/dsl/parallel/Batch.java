package dev.dwx.dsl.parallel;

import dev.dwx.dsl.progress.Doing;
import dev.dwx.dsl.stopping.Stop;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Works on many items with some threads at once. Items are taken as they are needed, so that a listing is read while it is worked
 * on; results keep their order. When it returns, its threads have ended.
 */
public final class Batch {
    /** More would only wait for each other: the service allows fifty calls a second at best. */
    private static final int MOST = 64;
    private static final long REFRESH = 200;
    private static final long GIVEN_UP = 700;
    private static final long STEP = Stop.LOOK;

    private final BatchDesk desk;
    private final String name;
    private final int threads;
    private final boolean gather;
    private final List<Object> results = new ArrayList<>();
    private final List<Failed> failures = new ArrayList<>();
    /** Failures of tasks whose writes have no answer. */
    private final Set<Failed> doubtful = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Worker> workers = new ArrayList<>();
    /** Held while an item is taken, which may mean that a page is read. */
    private final Object source = new Object();
    private Iterator<?> items;
    private long known = -1;
    private int taken;
    private int done;
    private volatile boolean stopped;
    private Throwable first;
    private boolean fromItems;

    /**
     * @param name what the line on the screen calls it
     * @param threads how many tasks at once
     * @param gather whether the errors of all tasks are gathered; otherwise the first one stops the batch
     * @throws IllegalArgumentException when there are too few or too many threads
     */
    public Batch(BatchDesk desk, String name, int threads, boolean gather) {
        if (threads < 1 || threads > MOST) {
            throw new IllegalArgumentException(Texts.of("{0}({1}): how many at once is a number from 1 to {2}.", name, threads, MOST));
        }
        this.desk = desk;
        this.name = name;
        this.threads = threads;
        this.gather = gather;
    }

    /**
     * Works on every item.
     *
     * @param each the items; taken by one thread at a time
     * @param count how many there are, or -1 when nobody knows
     * @param task what is done with an item
     * @return what came of each
     * @throws InterruptedException when this thread was asked to stop; every task has been stopped then
     */
    public BatchResult run(Iterator<?> each, long count, Function<Object, Object> task) throws InterruptedException {
        items = each;
        known = count;
        int wanted = count >= 0 ? (int) Math.min(threads, count) : threads;
        CountDownLatch over = new CountDownLatch(wanted);
        for (int i = 0; i < wanted; i++) {
            workers.add(new Worker(desk.placing().apply(() -> {
                try {
                    work(task);
                } finally {
                    over.countDown();
                }
            }), "dwx " + name + " " + (i + 1)));
        }
        // The batch is under way before the first of its calls: the line is of what is so for longest.
        try (Doing doing = desk.progress().begin(name).leave(Texts.of("Ctrl-C stops all"))) {
            workers.forEach(Thread::start);
            while (!over.await(REFRESH, TimeUnit.MILLISECONDS)) {
                show(doing);
            }
            for (Worker worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            stopAll();
            throw e;
        }
        return ended();
    }

    private void work(Function<Object, Object> task) {
        while (true) {
            Object item;
            int index;
            synchronized (source) {
                try {
                    if (stopped || !items.hasNext()) {
                        return;
                    }
                    item = items.next();
                } catch (RuntimeException | Error e) {
                    listingFailed(e);
                    return;
                }
                synchronized (this) {
                    index = taken++;
                    results.add(null);
                }
            }
            try {
                Object value = task.apply(item);
                synchronized (this) {
                    results.set(index, value);
                    done++;
                }
            } catch (Throwable e) {
                // Errors of a script are of every kind; all of them are told.
                failed(index, item, e);
            }
        }
    }

    /** Where the items themselves cannot be read on, gathering errors helps nobody: some items would never be seen. */
    private synchronized void listingFailed(Throwable error) {
        fromItems = true;
        failed(-1, "the items", error);
    }

    private synchronized void failed(int index, Object item, Throwable error) {
        Failed failed = new Failed(index, item, error);
        failures.add(failed);
        if (Worker.takeUnanswered()) {
            doubtful.add(failed);
        }
        if (stopped || gather && !fromItems) {
            return;
        }
        first = error;
        stopped = true;
        for (Worker worker : workers) {
            if (worker != Thread.currentThread()) {
                worker.stopGently();
            }
        }
    }

    /** Ctrl-C: everything ends now, also what is being sent; what hears nothing of it is ended where it stands. */
    private void stopAll() {
        stopped = true;
        long begun = System.nanoTime();
        Map<Worker, Stop> alive = new LinkedHashMap<>();
        workers.forEach(worker -> alive.put(worker, new Stop(worker)));
        while (true) {
            alive.keySet().removeIf(worker -> !worker.isAlive());
            long passed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            if (alive.isEmpty() || passed > GIVEN_UP) {
                break;
            }
            alive.forEach((worker, stop) -> {
                worker.interrupt();
                desk.cancel().accept(worker);
                if (passed >= Stop.PATIENCE) {
                    stop.look();
                }
            });
            try {
                alive.keySet().iterator().next().join(STEP);
            } catch (InterruptedException e) {
                // Asked once more to stop what is being stopped.
                continue;
            }
        }
        tellDoubtful(null);
        if (!alive.isEmpty()) {
            desk.notes().accept(Texts.of("{0} of {1} did not stop yet and will end by itself.", alive.size(), name));
        }
    }

    private synchronized BatchResult ended() {
        failures.sort(Comparator.comparingInt(Failed::index));
        if (first != null) {
            tellDoubtful(first);
            throw Thrower.unchecked(first);
        }
        if (!failures.isEmpty()) {
            desk.notes().accept(Texts.of("{0} of {1} failed in {2}; .failures has each with its item. The first: {3}", failures.size(), taken, name,
                    failures.get(0)));
        }
        return new BatchResult(Collections.unmodifiableList(results), failures);
    }

    /** Failures that were not caused by stopping must not be lost beside the one that is thrown; nor writes that nobody knows of. */
    private synchronized void tellDoubtful(Throwable thrown) {
        for (Failed failure : failures) {
            if (failure.error() != thrown && (doubtful.contains(failure) || !Thrower.isStop(failure.error()))) {
                desk.notes().accept(Texts.of("Also failed in {0}: {1}", name, failure));
            }
        }
        if (stopped && known != 0) {
            long rest = known < 0 ? -1 : known - taken;
            desk.notes().accept(rest < 0
                    ? Texts.of("{0} was stopped: {1} done, {2} failed or broken off.", name, done, failures.size())
                    : Texts.of("{0} was stopped: {1} done, {2} failed or broken off, {3} not begun.", name, done, failures.size(), rest));
        }
    }

    private void show(Doing doing) {
        int ended;
        int failed;
        synchronized (this) {
            failed = failures.size();
            ended = done + failed;
        }
        doing.done(ended, known).failed(failed);
    }
}
