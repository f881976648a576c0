package dev.dwx.repl.tour;

import dev.dwx.dsl.ApiResult;
import dev.dwx.dsl.OperationHandle;
import dev.dwx.dsl.flow.Flow;
import dev.dwx.dsl.graph.GraphView;
import dev.dwx.dsl.lint.LintReport;
import dev.dwx.dsl.schedule.PreviewReport;
import dev.dwx.render.Showable;
import dev.dwx.safety.NotConfirmedException;
import dev.dwx.safety.Risk;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/** Looks at what was done in each step: at calls, values and files, and not at the words, so that any way that leads there will do. */
final class Checks {
    private final LongSupplier yesterday;
    private final Path folder;

    Checks(LongSupplier yesterday, Path folder) {
        this.yesterday = yesterday;
        this.folder = folder;
    }

    Verdict projects(Trail trail) {
        if (trail.call("ListProjects") != null) {
            return Verdict.passed(Texts.of("That was a call over the wire. _ is the last value: _*.Name takes the names out of it."));
        }
        return trail.last().value() instanceof OperationHandle
                ? Verdict.hint(Texts.of("That is its card. With parentheses it is called: ListProjects(PageSize: 5)")) : Verdict.NOTHING;
    }

    Verdict card(Trail trail) {
        String input = trail.last().input();
        boolean described = trail.last().failure() == null && (input.startsWith(":d ") || input.startsWith(":describe ") || input.endsWith("?"));
        if (described || trail.last().value() instanceof OperationHandle
                || trail.last().value() != null && input.startsWith("describe")) {
            return Verdict.passed(Texts.of("All that is known of an operation is there, and nothing was sent."));
        }
        return trail.justCalled("ListTaskInstances") ? Verdict.hint(Texts.of("That was a call. Without parentheses the name alone shows its card."))
                : Verdict.NOTHING;
    }

    Verdict mistake(Trail trail) {
        Heard call = trail.call("ListNodes");
        if (call != null && trail.wasRefused("ListNodes")) {
            return Verdict.passed(Texts.of("Mended. An error says what was wrong, what is right, and what to type next; _e is the error itself."));
        }
        if (call != null) {
            return Verdict.passed(Texts.of("Right at once: that will do. A misspelt name would have been refused here, before anything was sent."));
        }
        return trail.justRefused("ListNodes")
                ? Verdict.hint(Texts.of("It was not sent. Now with the right name: the up arrow brings the line back.")) : Verdict.NOTHING;
    }

    Verdict failures(Trail trail) {
        Heard call = trail.call("ListTaskInstances");
        if (call == null) {
            return Verdict.NOTHING;
        }
        Object date = call.arguments().get("Bizdate");
        if (!String.valueOf(yesterday.getAsLong()).equals(String.valueOf(date))) {
            return trail.justCalled() ? Verdict.hint(Texts.of("Those are instances of another day: Bizdate: yesterday asks for last night's.")) : Verdict.NOTHING;
        }
        if ("Failure".equals(call.arguments().get("Status")) || areFailed(trail.last().value(), call.body())) {
            return Verdict.passed(Texts.of("Those are they. why 'ads_gmv' says what such a one waits for, logs 'dwd_orders' shows its log."));
        }
        if (call.arguments().get("Status") != null) {
            return Verdict.hint(Texts.of("Those have another status: the failed ones are asked for with Status: 'Failure'"));
        }
        return Verdict.hint(Texts.of("Those are all of yesterday. Only the failed ones: Status: 'Failure', or .findAll { it.Status == 'Failure' }"));
    }

    /** Whether a value is made of failed instances of an answer: the instances, their names or ids. */
    private static boolean areFailed(Object value, Object body) {
        Set<String> failed = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (Object instance : list(body, "PagingInfo", "TaskInstances")) {
            if (instance instanceof Map<?, ?> map) {
                Set<String> marks = "Failure".equals(map.get("Status")) ? failed : others;
                marks.add(String.valueOf(map.get("Id")));
                marks.add(String.valueOf(map.get("TaskName")));
            }
        }
        Collection<?> elements = value instanceof Showable showable && showable.isListing() ? showable.rows()
                : value instanceof Collection<?> many ? many : List.of();
        if (elements.isEmpty()) {
            return false;
        }
        for (Object element : elements) {
            boolean itself = element instanceof Map<?, ?> map && ("Failure".equals(map.get("Status")) || failed.contains(String.valueOf(map.get("Id"))));
            String text = String.valueOf(element);
            if (!itself && (!failed.contains(text) || others.contains(text))) {
                return false;
            }
        }
        return true;
    }

    Verdict node(Trail trail) {
        Heard call = trail.call("GetNode");
        if (call == null) {
            return trail.justCalled("ListNodes")
                    ? Verdict.hint(Texts.of("A list of nodes has no Spec. Take the Id of one: GetNode(Id: '…')")) : Verdict.NOTHING;
        }
        Object value = trail.last().value();
        if (value == null || value instanceof ApiResult && !trail.justCalled("GetNode")) {
            return Verdict.NOTHING;
        }
        String spec = String.valueOf(at(call.body(), "Node", "Spec"));
        boolean browsed = trail.last().input().startsWith("browse") || trail.last().input().startsWith("tree");
        if (!browsed && String.valueOf(value).equals(spec)) {
            return Verdict.hint(Texts.of("That is the Spec. Walk on with dots: _.spec.nodes[0].script.content"));
        }
        boolean inside = browsed || !(value instanceof ApiResult) && (value instanceof Collection || value instanceof Map || value instanceof Showable
                || spec.contains(String.valueOf(value).replace("\n", "\\n").replace("\"", "\\\"")));
        return inside ? Verdict.passed(Texts.of("You are inside. preview and graph draw more from the same Spec; toDsl tells it in words that build it."))
                : Verdict.hint(Texts.of("There it is. Walk on with dots: _.Node.Spec.spec.nodes[0].script.content"));
    }

    Verdict flow(Trail trail) {
        Flow flow = trail.value(Flow.class);
        LintReport report = trail.value(LintReport.class);
        if (flow == null) {
            return Verdict.NOTHING;
        }
        if (trail.last().value() instanceof Flow) {
            return Verdict.hint(Texts.of("Described, and nothing sent. Now look at it: trial.preview(), trial.lint() or trial.graph()"));
        }
        if (report != null && trail.last().value() == report && !report.getErrors().isEmpty()) {
            return Verdict.hint(Texts.of("It has faults. trial = trial.fixed() mends those that have one right answer."));
        }
        boolean looked = report != null || trail.value(PreviewReport.class) != null || trail.value(GraphView.class) != null;
        return looked ? Verdict.passed(Texts.of("So nothing is published unseen.")) : Verdict.NOTHING;
    }

    Verdict deployed(Trail trail) {
        Heard run = trail.call("GetPipelineRun");
        if (trail.call("CreatePipelineRun") != null && run != null && "Success".equals(at(run.body(), "Pipeline", "Status"))) {
            return Verdict.passed(Texts.of("It is in production and runs tonight. smokeTest 'hello', bizdate: yesterday would run it now."));
        }
        if (trail.call("CreatePipelineRun") != null) {
            return Verdict.hint(Texts.of("It is under way and not yet in production: the same line again goes on waiting."));
        }
        boolean nothing = trail.last().failure() != null;
        return nothing ? Verdict.hint(Texts.of("The flow of step 6 has to be there: :tour 6 shows the line that describes it.")) : Verdict.NOTHING;
    }

    Verdict takenAway(Trail trail) {
        for (Heard call : trail.justCalls()) {
            if (call.risk() == Risk.DESTRUCTIVE) {
                return Verdict.passed(Texts.of("Gone, and written into the audit log: :audit shows it."));
            }
        }
        for (Throwable cause = trail.last().failure(); cause != null; cause = cause.getCause()) {
            if (cause instanceof NotConfirmedException) {
                return Verdict.hint(Texts.of("That is the way out: nothing was sent. For the next step, do it again and type the words it asks for."));
            }
        }
        return Verdict.NOTHING;
    }

    Verdict takenBack(Trail trail) {
        Heard taken = trail.taken();
        for (Heard call : trail.justCalls()) {
            if (call.risk() == Risk.WRITE && (taken == null || restores(call, taken))) {
                return Verdict.passed(Texts.of("It is as it was. What cannot be taken back is said so, before anything is sent."));
            }
        }
        return trail.last().failure() == null ? Verdict.NOTHING
                : Verdict.hint(Texts.of("Nothing was taken back. :undo lists what was written; when there is nothing, :tour back makes something."));
    }

    /** Whether a write makes something again, or is about the same thing. */
    private static boolean restores(Heard call, Heard taken) {
        return call.operation().name().startsWith("Create")
                || !Collections.disjoint(call.arguments().values(), taken.arguments().values());
    }

    Verdict saved(Trail trail) {
        String input = trail.last().input();
        if (!input.startsWith(":save")) {
            return Verdict.NOTHING;
        }
        String file = input.substring(":save".length()).strip();
        try {
            Path path = file.isEmpty() ? null : folder.resolve(file.replaceAll("^['\"]|['\"]$", ""));
            if (trail.last().failure() == null && path != null && Files.isRegularFile(path) && Files.size(path) > 0) {
                return Verdict.passed(Texts.of("Saved: dwx run {0} runs it again.", path.getFileName()));
            }
        } catch (IOException | InvalidPathException e) {
            // Told below: there is no such file.
        }
        return Verdict.hint(Texts.of("It wants the name of a file: :save tour.dwx"));
    }

    private static Object at(Object value, String... names) {
        Object found = value;
        for (String name : names) {
            found = found instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return found;
    }

    private static List<?> list(Object value, String... names) {
        return at(value, names) instanceof List<?> list ? list : List.of();
    }
}
