package dev.dwx.repl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a thread that hears no interrupt: a sum over two milliards, a pattern that tries for ever, a lock that nobody gives back. Such
 * work has no place of its own at which it could be stopped; it is ended where it stands, and only where that leaves nothing half
 * done ({@link Stoppable}). A JDK that has no means for it any more (20 and later) leaves it running.
 */
final class Stopper {
    /** What hears the interrupt has ended by then. */
    private static final long PATIENCE = 250;
    private static final long LOOK = 40;
    /** It has to be seen at work, and not at something that passes, so often on end. */
    private static final int SEEN = 3;
    private static final int MOST = 5;

    private final Thread thread;
    private final CountDownLatch over;
    private final Set<Long> children = new HashSet<>();

    /** @param over is down when the thread's work has ended */
    Stopper(Thread thread, CountDownLatch over) {
        this.thread = thread;
        this.over = over;
    }

    /** Takes note of the programs that run already: those are nobody's of this work. */
    void begin() {
        ProcessHandle.current().children().forEach(child -> children.add(child.pid()));
    }

    /** Begins to look at it, on a thread of its own. */
    void start() {
        Thread own = new Thread(this::stop, "dwx stopper");
        own.setDaemon(true);
        own.start();
    }

    /** Ends the programs that the work has started: what waits for their output waits no more. */
    void endChildren() {
        List<ProcessHandle> begun = new ArrayList<>();
        ProcessHandle.current().children().filter(child -> !children.contains(child.pid())).forEach(begun::add);
        begun.forEach(ProcessHandle::destroy);
    }

    private void stop() {
        try {
            if (over.await(PATIENCE, TimeUnit.MILLISECONDS)) {
                return;
            }
            int seen = 0;
            int stops = 0;
            while (stops < MOST && !over.await(LOOK, TimeUnit.MILLISECONDS)) {
                seen = Stoppable.is(thread.getStackTrace()) ? seen + 1 : 0;
                if (seen >= SEEN) {
                    seen = 0;
                    stops++;
                    end();
                }
            }
        } catch (InterruptedException | UnsupportedOperationException e) {
            // It is left running, as the third Ctrl-C says.
            return;
        }
    }

    @SuppressWarnings({"deprecation", "removal"})
    private void end() {
        thread.stop();
    }
}
