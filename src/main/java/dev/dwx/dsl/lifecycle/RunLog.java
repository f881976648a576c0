package dev.dwx.dsl.lifecycle;

import dev.dwx.client.ApiException;
import dev.dwx.client.ErrorAdvice;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The log of a task instance, and what its last lines say of a failure. */
final class RunLog {
    private static final int LAST = 8;

    private RunLog() {
    }

    /** The whole text; empty while there is none. */
    static String text(Service service, Object instance, Integer run) {
        String text = JsonWalk.text(service.look("GetTaskInstanceLog", "Id", instance, "RunNumber", run), "TaskInstanceLog");
        return text == null ? "" : text;
    }

    /** The same, where it is only an explanation: a log that cannot be read is then an empty one. */
    static String sought(Service service, Object instance) {
        try {
            return text(service, instance, null);
        } catch (ApiException e) {
            if (e.stage() != ApiException.Stage.REFUSED) {
                throw e;
            }
            return "";
        }
    }

    /** The last lines that have something in them. */
    static List<String> last(String log) {
        List<String> lines = new ArrayList<>(log.lines().filter(line -> !line.isBlank()).map(String::stripTrailing).toList());
        return lines.size() <= LAST ? lines : lines.subList(lines.size() - LAST, lines.size());
    }

    /** The line that says what went wrong; {@code null} when none does. */
    static String error(String log) {
        String found = null;
        for (String line : log.lines().toList()) {
            String small = line.toLowerCase(Locale.ROOT);
            if (small.startsWith("failed:") || small.contains("error:") || small.contains("odps-0") || small.contains("exception")) {
                // The first such line is the cause; what comes after follows from it.
                found = found == null ? line.strip() : found;
            }
        }
        return found;
    }

    /** What a log's error means and what to do; {@code null} when that is not known. */
    static ErrorAdvice.Advice advice(String log) {
        for (String line : last(log)) {
            ErrorAdvice.Advice advice = ErrorAdvice.of(null, line, null, null).orElse(null);
            if (advice != null) {
                return advice;
            }
        }
        return null;
    }

    /** The end of a failure's message: the log's last lines, what they mean, and how to see the whole. */
    static String told(String log, Object instance) {
        StringBuilder text = new StringBuilder();
        for (String line : last(log)) {
            text.append("\n  | ").append(line);
        }
        ErrorAdvice.Advice advice = advice(log);
        if (advice != null) {
            text.append(Texts.of("\n  why:  {0}", advice.why()));
        }
        text.append(advice != null && advice.next() != null
                ? Texts.of("\n  next: {0}; logs {1} shows all of it", advice.next(), instance)
                : Texts.of("\n  next: logs {0} shows all of it", instance));
        return text.toString();
    }
}
