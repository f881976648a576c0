package dev.dwx.dsl.parallel;

import dev.dwx.client.ApiException;

/** Errors of tasks on their way to the thread that began the batch. */
public final class Thrower {
    private static final int DEEPEST = 32;

    private Thrower() {
    }

    /** The error itself, thrown where no checked one is expected: a script may throw any. */
    public static RuntimeException unchecked(Throwable error) {
        return Thrower.<RuntimeException>sneaky(error);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable error) throws T {
        throw (T) error;
    }

    /** Whether it only says that the task was stopped. */
    static boolean isStop(Throwable error) {
        int depth = 0;
        for (Throwable cause = error; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            if (cause instanceof InterruptedException || cause instanceof ThreadDeath
                    || cause instanceof ApiException call && "dwx.Cancelled".equals(call.code())) {
                return true;
            }
        }
        return false;
    }
}
