package dev.dwx.repl;

import dev.dwx.client.ApiException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;

/** What an error says about the way in which an input ended. */
final class Endings {
    private Endings() {
    }

    /** Whether an error that came while the user was stopping the work is the stop itself, in whatever clothes. */
    static boolean isStop(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean interrupted = cause instanceof InterruptedException
                    || cause instanceof InterruptedIOException && !(cause instanceof SocketTimeoutException)
                    || cause instanceof ClosedByInterruptException
                    || cause instanceof CancellationException
                    || cause instanceof ThreadDeath
                    || cause instanceof ApiException call && call.code().equals("dwx.Cancelled");
            if (interrupted) {
                return true;
            }
        }
        return false;
    }

    /** Whether a call was under way that the service may have done nevertheless: the user must hear of it. */
    static boolean leavesInDoubt(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException call) {
                return call.stage() == ApiException.Stage.UNKNOWN_OUTCOME;
            }
        }
        return false;
    }

    /**
     * An error's text under the one line that was typed: the line is said again only where a caret has to point into it.
     *
     * @param name what the text calls the input
     */
    static String withoutEcho(String text, String name, String typed) {
        String place = name + ": line 1, column ";
        String echo = "  " + typed.stripTrailing() + "\n";
        int end = text.indexOf('\n') + 1;
        if (!text.startsWith(place) || !text.startsWith(echo, end)) {
            return text;
        }
        String atTheBeginning = echo + "  ^\n";
        return text.substring(text.startsWith(atTheBeginning, end) ? end + atTheBeginning.length() : end);
    }
}
