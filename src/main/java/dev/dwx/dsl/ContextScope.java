package dev.dwx.dsl;

import java.util.function.Supplier;

/**
 * The context in force: the session's, or the one of the innermost block that this thread is in. A thread started inside a
 * block begins with the block's context; other threads never see it.
 */
final class ContextScope {
    private final InheritableThreadLocal<Context> block = new InheritableThreadLocal<>();
    private volatile Context session;

    ContextScope(Context initial) {
        session = initial;
    }

    Context current() {
        Context inBlock = block.get();
        return inBlock == null ? session : inBlock;
    }

    /** Replaces the context in force: inside a block only until the block ends. */
    void replace(Context context) {
        if (block.get() == null) {
            session = context;
        } else {
            block.set(context);
        }
    }

    /** Runs a piece of work in another context and puts back what was, however the work ends. */
    <T> T within(Context context, Supplier<T> work) {
        Context before = block.get();
        block.set(context);
        try {
            return work.get();
        } finally {
            if (before == null) {
                block.remove();
            } else {
                block.set(before);
            }
        }
    }
}
