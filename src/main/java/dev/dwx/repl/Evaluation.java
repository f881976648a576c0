package dev.dwx.repl;

import dev.dwx.dsl.stopping.Stop;
import dev.dwx.texts.Texts;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jline.terminal.Terminal;

/**
 * One piece of work on a thread of its own, so that Ctrl-C can stop it and never the shell. The first Ctrl-C
 * interrupts it, and ends it where it hears no interrupt; the second says what else can be done, and kills the programs that it has
 * started; the third gives the prompt back and leaves it to itself.
 */
final class Evaluation<T> {
    private final Callable<T> work;
    private final Consumer<Thread> cancel;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Object gate = new Object();
    private final Thread thread = new Thread(this::work, "dwx evaluation");
    private final Stopper stopper = new Stopper(new Stop(thread), this::over, this::leave);
    private boolean finished;
    private boolean blocked;
    private boolean unheard;
    private int interrupts;
    private T value;
    private Throwable failure;

    /** @param cancel breaks off the call that a thread waits for */
    Evaluation(Callable<T> work, Consumer<Thread> cancel) {
        this.work = work;
        this.cancel = cancel;
        thread.setDaemon(true);
    }

    /** Runs the work and waits for its end, or until the user has given up on it. */
    void run(Terminal terminal, Consumer<String> notes) {
        Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, signal -> interrupt(notes));
        try {
            stopper.begin();
            thread.start();
            over.await();
        } catch (InterruptedException e) {
            interrupt(notes);
            Thread.currentThread().interrupt();
        } finally {
            terminal.handle(Terminal.Signal.INT, before);
        }
    }

    /** Whether Ctrl-C was pressed while it ran. */
    boolean interrupted() {
        synchronized (gate) {
            return interrupts > 0;
        }
    }

    /** Whether its thread is still at work; only of interest where the user left it. */
    boolean running() {
        return thread.isAlive();
    }

    /** Whether it came to an end; otherwise the user left it running. */
    boolean finished() {
        synchronized (gate) {
            return finished;
        }
    }

    /** Whether it was left since it only waits for what another thread holds; it does nothing any more when it gets it. */
    boolean blocked() {
        synchronized (gate) {
            return blocked;
        }
    }

    /** Whether it gave a value although Ctrl-C was pressed, without having heard of that: a program that it read from may have. */
    boolean unheard() {
        synchronized (gate) {
            return unheard;
        }
    }

    T value() {
        synchronized (gate) {
            return value;
        }
    }

    /** What it ended with, or {@code null}. */
    Throwable failure() {
        synchronized (gate) {
            return failure;
        }
    }

    private void interrupt(Consumer<String> notes) {
        int count;
        synchronized (gate) {
            if (finished) {
                return;
            }
            count = ++interrupts;
            thread.interrupt();
        }
        cancel.accept(thread);
        if (count == 1) {
            stopper.start();
        } else if (count == 2) {
            notes.accept(stopper.killPrograms()
                    ? Texts.of("Still stopping; the programs that it had started were ended. Ctrl-C once more gives the prompt back and leaves it"
                            + " running.")
                    : Texts.of("Still stopping. Ctrl-C once more gives the prompt back and leaves it running."));
        } else if (count > 2) {
            over.countDown();
        }
    }

    private boolean over(long millis) throws InterruptedException {
        return over.await(millis, TimeUnit.MILLISECONDS);
    }

    private void leave() {
        synchronized (gate) {
            blocked = !finished;
        }
        over.countDown();
    }

    private void work() {
        T result = null;
        Throwable thrown = null;
        try {
            result = work.call();
        } catch (Throwable e) {
            thrown = e;
        }
        synchronized (gate) {
            unheard = interrupts > 0 && thrown == null && thread.isInterrupted();
            value = result;
            failure = thrown;
            finished = true;
        }
        over.countDown();
    }
}
