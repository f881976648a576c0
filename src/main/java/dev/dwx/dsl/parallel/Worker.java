package dev.dwx.dsl.parallel;

/** A thread of a batch. It can be told to stop so that a write under way still gets its answer. */
public final class Worker extends Thread {
    private boolean writing;
    private boolean stopping;

    Worker(Runnable work, String name) {
        super(work, name);
        setDaemon(true);
    }

    /** Whether this thread belongs to a batch: such a thread has no line of its own on the screen. */
    public static boolean isCurrent() {
        return Thread.currentThread() instanceof Worker;
    }

    /** A write is about to be sent by this thread; to be followed by {@link #wrote}. */
    public static void writing() {
        if (Thread.currentThread() instanceof Worker worker) {
            worker.setWriting(true);
        }
    }

    /** The write has its answer, or none will come. */
    public static void wrote() {
        if (Thread.currentThread() instanceof Worker worker) {
            worker.setWriting(false);
        }
    }

    private synchronized void setWriting(boolean now) {
        writing = now;
        if (!now && stopping) {
            interrupt();
        }
    }

    /** Stops it, but not in the middle of a write: broken off there, nobody would know whether it happened. */
    synchronized void stopGently() {
        stopping = true;
        if (!writing) {
            interrupt();
        }
    }
}
