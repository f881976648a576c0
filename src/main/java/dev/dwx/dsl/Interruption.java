package dev.dwx.dsl;

/**
 * Lets a running script be stopped. Every loop, method and closure of a script calls {@link #check}, and every
 * {@code catch} calls {@link #remember}, so that {@code while (true) { try { … } catch (Throwable t) { } }} stops too. Called by
 * compiled scripts; public for that reason only.
 */
public final class Interruption {
    private Interruption() {
    }

    /** @throws InterruptedException when this thread was asked to stop; it stays asked, so the next check throws too */
    public static void check() throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("interrupted");
        }
    }

    /** Asks this thread to stop again when what was caught is the request to stop, which a sleep or wait uses up. */
    public static void remember(Throwable caught) {
        if (isInterruption(caught)) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether an error is, or was caused by, a request to stop. */
    static boolean isInterruption(Throwable error) {
        int depth = 0;
        for (Throwable cause = error; cause != null && depth < 32; cause = cause.getCause(), depth++) {
            if (cause instanceof InterruptedException || cause instanceof ThreadDeath
                    || cause instanceof java.io.InterruptedIOException && !(cause instanceof java.net.SocketTimeoutException)
                    || cause instanceof java.nio.channels.ClosedByInterruptException) {
                return true;
            }
        }
        return false;
    }
}
