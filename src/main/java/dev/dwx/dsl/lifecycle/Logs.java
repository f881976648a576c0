package dev.dwx.dsl.lifecycle;

import dev.dwx.dsl.waiting.Standing;
import dev.dwx.dsl.waiting.StatusWords;
import dev.dwx.dsl.waiting.WaitTerms;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import dev.dwx.time.BizDate;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Logs of task instances, whole or as they grow. */
final class Logs {
    private static final Duration EVERY = Duration.ofSeconds(3);
    private static final Duration TIMEOUT = Duration.ofHours(1);

    private final Service service;
    private final Given given;

    Logs(Service service, Given given) {
        this.service = service;
        this.given = given;
    }

    /**
     * Shows a log.
     *
     * @param out takes the text as it comes; whole lines, each with its end
     * @return the status of the instance
     */
    String show(Object thing, BizDate bizdate, Consumer<String> out) {
        Map<String, Object> instance = new TaskNames(service).instance(thing, bizdate);
        Object id = instance.get("Id");
        if (id == null && service.rehearsed()) {
            out.accept(Texts.of("No log: {0} would run, and this is a rehearsal.\n", JsonWalk.text(instance, "TaskName")));
            return Launch.status(instance);
        }
        Integer run = given.has("run") ? Integer.valueOf(given.whole("run", 1, 1, Integer.MAX_VALUE)) : null;
        if (!given.on("follow") || service.rehearsed()) {
            String text = RunLog.text(service, id, run);
            out.accept(text.isEmpty() ? Texts.of("No log yet: the instance is {0}.\n", Launch.status(instance)) : text.endsWith("\n") ? text : text + "\n");
            return Launch.status(instance);
        }
        WaitTerms terms = new WaitTerms(Texts.of("instance {0}{1}", id,
                JsonWalk.text(instance, "TaskName") == null ? "" : Texts.of(" of {0}", JsonWalk.text(instance, "TaskName"))),
                "logs " + id, EVERY, given.lapse("timeout", TIMEOUT), false);
        StringBuilder shown = new StringBuilder();
        return service.wait(terms, () -> {
            Object now = service.look("GetTaskInstance", "Id", id).get("TaskInstance");
            // The status first: what the log says after the end is then all of it.
            more(RunLog.text(service, id, run), shown, out, now instanceof Map<?, ?> map && Launch.isOver(Fields.copy(map)));
            return now;
        }, now -> {
            String status = String.valueOf(JsonWalk.text(now, "Status"));
            return Standing.of(status, StatusWords.of(status));
        }).getStatus();
    }

    /** Shows what has come; a line that is not whole waits for its end. */
    private void more(String text, StringBuilder shown, Consumer<String> out, boolean end) {
        // A new run of the instance begins its log anew.
        int from = text.startsWith(shown.toString()) ? shown.length() : 0;
        int to = end ? text.length() : text.lastIndexOf('\n') + 1;
        if (to > from) {
            service.session().progress().clear();
            String piece = text.substring(from, to);
            out.accept(end && !piece.endsWith("\n") ? piece + "\n" : piece);
            shown.setLength(0);
            shown.append(text, 0, to);
        }
    }
}
