package dev.dwx.script;

import dev.dwx.client.ApiException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;

/** Which end of a run an error means: the nearest known cause decides. */
final class Failures {
    private Failures() {
    }

    static RunOutcome outcome(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 32; cause = cause.getCause(), depth++) {
            if (cause instanceof InterruptedException
                    || cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException)
                    || cause instanceof ClosedByInterruptException || cause instanceof CancellationException) {
                return RunOutcome.INTERRUPTED;
            }
            if (cause instanceof ApiException) {
                boolean stopped = Thread.currentThread().isInterrupted();
                return stopped ? RunOutcome.INTERRUPTED : RunOutcome.API_ERROR;
            }
        }
        return RunOutcome.SCRIPT_ERROR;
    }
}
