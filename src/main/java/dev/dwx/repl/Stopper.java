package dev.dwx.repl;

import dev.dwx.dsl.stopping.Stop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What follows the first Ctrl-C: whatever of the work hears no interrupt is ended, and so are the programs that it has started. */
final class Stopper {
    /** Programs are looked for at the first look, and at every so many of those that follow. */
    private static final int PROGRAMS = 10;
    /** Looks at a thread that waits for a monitor before the prompt goes on without it: something less than a second. */
    private static final int BLOCKED = 30;

    /** Waits for a time, but only until the work is over. */
    interface Pace {
        /**
         * @param millis how long at most
         * @return whether it is over
         */
        boolean over(long millis) throws InterruptedException;
    }

    private final Stop stop;
    private final Pace pace;
    private final Runnable leave;
    private final Set<Long> before = new HashSet<>();

    /**
     * @param stop ends the work's thread
     * @param leave is called when the thread only waits for what another one holds: it will do nothing any more, but nobody knows
     *     when it ends
     */
    Stopper(Stop stop, Pace pace, Runnable leave) {
        this.stop = stop;
        this.pace = pace;
        this.leave = leave;
    }

    /** Takes note of the programs that run already: those are nobody's of this work. */
    void begin() {
        ProcessHandle.current().children().forEach(child -> before.add(child.pid()));
    }

    /** Begins to look at it, on a thread of its own. */
    void start() {
        Thread own = new Thread(this::watch, "dwx stopper");
        own.setDaemon(true);
        own.start();
    }

    /** Asks the programs to end that the work has started, and theirs: what waits for their output waits no more. */
    void endPrograms() {
        programs(ProcessHandle::destroy);
    }

    /**
     * Ends the programs that the work has started, and theirs, whether they hear of it or not.
     *
     * @return whether there were any
     */
    boolean killPrograms() {
        return programs(ProcessHandle::destroyForcibly);
    }

    private boolean programs(Consumer<ProcessHandle> end) {
        List<ProcessHandle> begun = new ArrayList<>();
        ProcessHandle.current().children().filter(child -> !before.contains(child.pid())).forEach(child -> {
            begun.add(child);
            child.descendants().forEach(begun::add);
        });
        begun.forEach(end);
        return !begun.isEmpty();
    }

    /** Looks at it until it is over. */
    void watch() {
        try {
            boolean over = pace.over(Stop.PATIENCE);
            int blocked = 0;
            for (int looks = 0; !over; looks++) {
                if (looks % PROGRAMS == 0) {
                    // One that began just after the terminal's signal has not heard it.
                    endPrograms();
                }
                stop.look();
                blocked = stop.waitsForMonitor() ? blocked + 1 : 0;
                if (blocked == BLOCKED) {
                    leave.run();
                }
                over = pace.over(Stop.LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
