package dev.dwx.dsl;

import dev.dwx.catalog.NearNames;
import dev.dwx.dsl.parallel.Batch;
import dev.dwx.dsl.parallel.BatchDesk;
import dev.dwx.dsl.parallel.BatchResult;
import dev.dwx.dsl.parallel.Thrower;
import groovy.lang.Closure;
import groovy.lang.GroovyObjectSupport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Work on many things at once in the language: each task in the context of the block, never above the limits of calls. */
public final class Parallel {
    private static final List<String> NAMES = List.of("errors");

    private final Session session;

    Parallel(Session session) {
        this.session = session;
    }

    /** The one of the session that a block was compiled by. */
    public static Parallel of(Closure<?> block) {
        return new Parallel(UserClassCalls.session(block.getThisObject()));
    }

    /** Collects the closures of a {@code parallel} block: {@code task { … }}. */
    public static final class Tasks extends GroovyObjectSupport {
        private final List<Closure<?>> tasks = new ArrayList<>();

        private Tasks() {
        }

        /** One of the tasks. */
        public void task(Closure<?> block) {
            tasks.add(block);
        }
    }

    /** {@code parallel(4) { task { … }; task { … } }}: what the tasks give, in order. */
    BatchResult tasks(Map<?, ?> options, int threads, Closure<?> block) {
        Tasks tasks = new Tasks();
        block.setResolveStrategy(Closure.DELEGATE_FIRST);
        block.setDelegate(tasks);
        block.call();
        if (tasks.tasks.isEmpty()) {
            throw new IllegalArgumentException("parallel has no task. Write parallel(" + threads
                    + ") { task { … }; task { … } }, or list.collectParallel(" + threads + ") { … }.");
        }
        List<Object> numbers = new ArrayList<>();
        for (int i = 0; i < tasks.tasks.size(); i++) {
            numbers.add("task " + (i + 1));
        }
        return run("parallel", numbers.iterator(), numbers.size(), options, threads,
                number -> tasks.tasks.get(numbers.indexOf(number)).call());
    }

    /** The block for each item. */
    public BatchResult each(String name, Iterable<?> items, Map<?, ?> options, int threads, Closure<?> block) {
        long count = items instanceof Collection<?> all ? all.size() : items instanceof ApiResult result ? result.size() : -1;
        return run(name, items.iterator(), count, options, threads, block::call);
    }

    /** Whether the options ask for all errors. */
    public boolean gathers(Map<?, ?> options) {
        for (Object name : options.keySet()) {
            if (!NAMES.contains(String.valueOf(name))) {
                List<String> near = NearNames.of(String.valueOf(name), NAMES);
                throw new IllegalArgumentException("There is no option " + name + ". "
                        + (near.isEmpty() ? "There is errors: 'first' or 'all'." : "Did you mean " + near.get(0) + "?"));
            }
        }
        String errors = String.valueOf(options.containsKey("errors") ? options.get("errors") : "first");
        return switch (errors) {
            case "first" -> false;
            case "all" -> true;
            default -> throw new IllegalArgumentException("errors is 'first', which stops the others, or 'all', which gathers; not '"
                    + errors + "'.");
        };
    }

    private BatchResult run(String name, Iterator<?> items, long count, Map<?, ?> options, int threads, Function<Object, Object> task) {
        Context context = session.context();
        if (count > 0) {
            // A task makes a call at the least; more than are left would be told in the middle of the work.
            session.budget().need(count, name);
        }
        BatchDesk desk = new BatchDesk(work -> () -> session.within(context, () -> {
            work.run();
            return null;
        }), session::cancel, session::note, session.progress());
        Batch batch = new Batch(desk, name, threads, gathers(options));
        try {
            return batch.run(items, count, task);
        } catch (InterruptedException e) {
            throw Thrower.unchecked(e);
        }
    }
}
