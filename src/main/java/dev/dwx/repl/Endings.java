package dev.dwx.repl;

import dev.dwx.client.ApiException;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.jline.reader.UserInterruptException;

/** What an error says about the way in which an input ended. */
final class Endings {
    private static final String CANCELLED = "dwx.Cancelled";
    /** The name of what commands give to the language. */
    private static final String OF_A_COMMAND = ":command";
    private static final int DEEPEST = 32;

    private Endings() {
    }

    /**
     * Whether an error that came after Ctrl-C is the stop itself, in whatever clothes: an interrupted wait, a channel that was closed by
     * it, a program that the terminal's signal has hit as well, before or after it was started. What the service has answered is
     * never one, nor is an error that hides such an answer.
     */
    static boolean isStop(Throwable failure) {
        boolean stop = false;
        boolean call = false;
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            if (isAnswer(cause) || Arrays.stream(cause.getSuppressed()).anyMatch(Endings::isAnswer)) {
                return false;
            }
            call |= cause instanceof ApiException;
            // A call knows by itself what broke it off.
            stop |= isInterruption(cause) || !call && (hitProgram(cause) || closed(cause));
        }
        return stop;
    }

    private static boolean isAnswer(Throwable error) {
        return error instanceof ApiException call && call.stage() == ApiException.Stage.REFUSED && !call.code().equals(CANCELLED);
    }

    private static boolean isInterruption(Throwable error) {
        return error instanceof InterruptedException
                || error instanceof InterruptedIOException && !(error instanceof SocketTimeoutException)
                || error instanceof CancellationException
                || error instanceof ThreadDeath
                || error instanceof UserInterruptException
                || error instanceof ApiException call && call.code().equals(CANCELLED);
    }

    /**
     * Ctrl-C goes to every program in the window. The JDK starts one by way of a helper; where that is hit, the error names the
     * signal that ended it: 2 is the terminal's, 15 is ours.
     */
    private static boolean hitProgram(Throwable error) {
        String message = error.getMessage();
        if (!(error instanceof IOException) || message == null) {
            return false;
        }
        return message.contains("spawn helper") && (message.endsWith("signal: 2") || message.endsWith("signal: 15"))
                || message.contains("error=4, ")
                // Of a program's input; one of a socket is of another class.
                || error.getClass() == IOException.class && message.equals("Broken pipe");
    }

    /** What was closed below the work: an interrupt closes a channel, and a program's end closes its streams. */
    private static boolean closed(Throwable error) {
        return error instanceof ClosedChannelException
                || error.getClass() == IOException.class && "Stream closed".equalsIgnoreCase(error.getMessage());
    }

    /** Whether a call was under way that the service may have done nevertheless: the user must hear of it. */
    static boolean leavesInDoubt(Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < DEEPEST; cause = cause.getCause(), depth++) {
            if (cause instanceof ApiException call) {
                return call.stage() == ApiException.Stage.UNKNOWN_OUTCOME;
            }
        }
        return false;
    }

    /** Whether a line is the place of an error in a first line, in whatever language. */
    private static boolean isPlace(String line, String name) {
        int to = line.length();
        while (to > 0 && !Character.isDigit(line.charAt(to - 1))) {
            to--;
        }
        int from = to;
        while (from > 0 && Character.isDigit(line.charAt(from - 1))) {
            from--;
        }
        return from < to && line.equals(Texts.of("{0}: line {1}, column {2}", name, 1, line.substring(from, to)));
    }

    /**
     * An error's text under the one line that was typed: the line is said again only where a caret has to point into it.
     *
     * @param name what the text calls the input
     */
    static String withoutEcho(String text, String name, String typed) {
        int first = text.indexOf('\n');
        if (first > 0 && isPlace(text.substring(0, first), OF_A_COMMAND)) {
            // What a command runs was not typed so; there is nothing to point into.
            int caret = text.indexOf("^\n", first);
            return caret < 0 ? text.substring(first + 1) : text.substring(caret + 2);
        }
        String echo = "  " + typed.stripTrailing() + "\n";
        int end = text.indexOf('\n') + 1;
        if (end == 0 || !text.startsWith(echo, end) || !isPlace(text.substring(0, end - 1), name)) {
            return text;
        }
        String atTheBeginning = echo + "  ^\n";
        return text.substring(text.startsWith(atTheBeginning, end) ? end + atTheBeginning.length() : end);
    }
}
