package dev.dwx.repl;

import dev.dwx.dsl.Evaluator;
import dev.dwx.dsl.Progress;
import dev.dwx.dsl.ScriptFailure;
import dev.dwx.dsl.progress.Doing;
import dev.dwx.texts.Texts;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * The language, loaded while the user reads the banner. Loading begins once the prompt is drawn, on a daemon thread;
 * the first evaluation waits for it.
 */
final class WarmEvaluator {
    /** Touches grammar, code generation, closures and dynamic calls, which the first line would pay for otherwise. */
    private static final String WARMING = "[1].collect { it + 1 }.size()";

    private final Supplier<? extends Evaluator> supplier;
    private final Progress progress;
    private FutureTask<Evaluator> loading;

    /** @param progress says that somebody waits for it */
    WarmEvaluator(Supplier<? extends Evaluator> supplier, Progress progress) {
        this.supplier = supplier;
        this.progress = progress;
    }

    /** Begins to load unless that has begun; returns at once. */
    synchronized FutureTask<Evaluator> warm() {
        if (loading == null) {
            loading = new FutureTask<>(this::load);
            Thread thread = new Thread(loading, "dwx warming");
            thread.setDaemon(true);
            thread.start();
        }
        return loading;
    }

    /**
     * The evaluator, as soon as it is there.
     *
     * @throws InterruptedException when the user would not wait; loading goes on
     */
    Evaluator get() throws InterruptedException {
        FutureTask<Evaluator> task = warm();
        if (task.isDone()) {
            return done(task);
        }
        Doing doing = progress.begin(Texts.of("loading the language"));
        try {
            return done(task);
        } finally {
            doing.close();
        }
    }

    private Evaluator done(FutureTask<Evaluator> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            forget(task);
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The evaluator, or {@code null} while it is not loaded; waits for nothing. */
    private Evaluator now() {
        FutureTask<Evaluator> task;
        synchronized (this) {
            task = loading;
        }
        try {
            return task != null && task.isDone() ? task.get() : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            return null;
        }
    }

    /** Whether the session has a variable, method or class of the name; nobody waits for the language to answer that. */
    boolean knows(String name) {
        Evaluator loaded = now();
        return loaded != null && loaded.knows(name);
    }

    /** Puts a variable into the session, where there is one. */
    void set(String name, Object value) {
        Evaluator loaded = now();
        if (loaded != null) {
            loaded.set(name, value);
        }
    }

    /** The session's variables; none while the language is not loaded, which nobody waits for. */
    Map<String, Object> variables() {
        Evaluator loaded = now();
        return loaded == null ? Map.of() : loaded.variables();
    }

    /** The next evaluation tries again: what was missing may be there by then. */
    private synchronized void forget(FutureTask<Evaluator> failed) {
        if (loading == failed) {
            loading = null;
        }
    }

    private Evaluator load() {
        Evaluator evaluator = supplier.get();
        try {
            evaluator.evaluate(WARMING, "warming");
        } catch (ScriptFailure e) {
            // Nobody asked for it; if the language is broken, the first real line says how.
        }
        return evaluator;
    }
}
