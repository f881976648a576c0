package dev.dwx.dsl;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * The context in force: the session's, or the one of the innermost block that this thread is in. A thread started inside a
 * block begins with the block's context; other threads never see it.
 */
final class ContextScope {
    private final InheritableThreadLocal<Context> block = new InheritableThreadLocal<>();
    private volatile Context session;
    /**
     * Those of dryRun blocks which are open on some thread. Threads of a pool, which know of no block, may work for that block: what they
     * do must not be sent either.
     */
    private final List<Rehearsal> open = new CopyOnWriteArrayList<>();

    ContextScope(Context initial) {
        session = initial;
    }

    Context current() {
        Context inBlock = block.get();
        if (inBlock != null) {
            return inBlock;
        }
        Rehearsal latest = latest();
        return latest == null ? session : session.withRehearsal(latest);
    }

    /** The rehearsal that was begun last and is not over, or {@code null}. */
    private Rehearsal latest() {
        Rehearsal latest = null;
        for (Rehearsal one : open) {
            latest = one;
        }
        return latest;
    }

    /** Replaces the context in force: inside a block only until the block ends. */
    void replace(Context context) {
        if (block.get() == null) {
            session = open.contains(context.rehearsal()) ? context.withRehearsal(session.rehearsal()) : context;
        } else {
            block.set(context);
        }
    }

    /** Runs a piece of work in another context and puts back what was, however the work ends. */
    <T> T within(Context context, Supplier<T> work) {
        Context before = block.get();
        Rehearsal begun = context.rehearsal() == (before == null ? session : before).rehearsal() ? null : context.rehearsal();
        if (begun != null) {
            open.add(begun);
        }
        block.set(context);
        try {
            return work.get();
        } finally {
            if (begun != null) {
                open.remove(begun);
            }
            if (before == null) {
                block.remove();
            } else {
                block.set(before);
            }
        }
    }
}
