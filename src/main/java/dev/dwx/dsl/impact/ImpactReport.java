package dev.dwx.dsl.impact;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.OperationName;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Lookups;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.render.Look;
import dev.dwx.render.OutputForm;
import dev.dwx.render.Renderer;
import dev.dwx.safety.ConfirmationRequest;
import dev.dwx.safety.Redactor;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Says what a destructive call will touch: every object looked up, what depends on it, and what must be typed. One object is shown in
 * lines, several as a table with a count. A failed look-up is told, is not fatal, and makes what must be typed longer.
 */
public final class ImpactReport {
    /** Objects of one call that are looked up; of more, the ids are listed and the first of them looked up. */
    public static final int MOST = 50;
    private static final int SAMPLE = 20;
    private static final int WITH_DEPENDENTS = 10;
    private static final int IDS_IN_LINE = 8;

    private final ObjectReader reader;
    private final Dependents dependents;

    public ImpactReport(Lookups lookups) {
        reader = new ObjectReader(lookups);
        dependents = new Dependents(lookups);
    }

    /** Looks everything up. */
    public Impact of(PlannedCall call) {
        Subjects subjects = Subjects.of(call.operation(), call.arguments());
        List<Seen> seen = reader.all(call, subjects, subjects.ids().size() > MOST ? SAMPLE : MOST);
        List<String> what = new ArrayList<>();
        int unseen = subjects.ids().size() - (int) seen.stream().filter(Seen::found).count();
        boolean all;
        if (subjects.ids().size() > 1) {
            all = many(call, subjects, seen, what);
        } else {
            all = one(call, seen, what);
        }
        String environment = environment(call, seen);
        boolean dev = Environments.DEV.equals(environment) && all;
        String expected;
        String is;
        Seen first = seen.isEmpty() ? null : seen.get(0);
        if (subjects.ids().size() > 1) {
            expected = verb(call) + " " + subjects.ids().size() + (unseen == 0 ? "" : " with " + unseen + " unseen");
            is = "words";
        } else if (dev && first != null && first.found()) {
            expected = "yes";
            is = "word";
        } else if (first != null && first.name() != null) {
            expected = first.name();
            is = "name";
        } else if (subjects.one()) {
            expected = subjects.ids().get(0).toString();
            is = Subjects.isId(subjects.parameter()) ? "id" : "name";
        } else {
            expected = call.operation().name();
            is = "operation";
        }
        Context context = call.context();
        return new Impact(new ConfirmationRequest(call.operation().name(), call.operation().version(), what, context.region(),
                context.projectLabel(), environment, context.endpoint(),
                Redactor.arguments(call.operation().name(), call.arguments()), expected.strip(), is), subjects, seen);
    }

    /**
     * Looks again, just before the call is sent.
     *
     * @return how something differs from what was shown, or {@code null}
     */
    public String changed(PlannedCall call, Impact impact) {
        boolean times = !RUNTIME.contains(verb(call));
        List<Callable<String>> work = new ArrayList<>();
        for (Seen seen : impact.seen()) {
            if (seen.found()) {
                work.add(() -> seen.differs(reader.again(seen, call.context()), times));
            }
        }
        for (String difference : ParallelReads.all(work)) {
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    /** Verbs for what runs: its fields change while one looks, and it shall be stopped all the same. */
    private static final List<String> RUNTIME =
            List.of("stop", "suspend", "kill", "cancel", "terminate", "abolish", "abort", "freeze", "pause");

    /** The lines for one object; false when something could not be read. */
    private boolean one(PlannedCall call, List<Seen> seen, List<String> what) {
        boolean all = !seen.isEmpty();
        for (Seen one : seen) {
            what.add(line(one));
            all &= one.found();
            if (one.found()) {
                for (Dependents.Found found : dependents.of(one, call.arguments(), call.context())) {
                    what.add(found.text());
                    all &= found.count() >= 0;
                }
                String orphans = orphans(call.operation(), one);
                if (orphans != null) {
                    what.add(orphans);
                }
            }
        }
        if (seen.isEmpty()) {
            what.add(Texts.of("there is no read that shows what this call is about"));
        }
        return all;
    }

    /** The rules of an evaluation task outlive it: the service leaves them without a task. */
    private static String orphans(ApiOperation operation, Seen seen) {
        return operation.name().equals("DeleteDataQualityEvaluationTask")
                ? Texts.of("its rules stay behind without a task: delete them first, with DeleteDataQualityRule, if they shall go too")
                : operation.name().equals("DeleteDataset") ? Texts.of("all its versions go with it") : null;
    }

    private static String line(Seen seen) {
        if (!seen.found()) {
            return (seen.id() == null ? "" : seen.noun() + " " + seen.id() + " ") + seen.trouble();
        }
        StringBuilder line = new StringBuilder(seen.noun()).append(' ').append(seen.name() == null ? Texts.of("without a name") : seen.name());
        if (seen.id() != null && !seen.id().equals(seen.name())) {
            line.append(" (").append(seen.id()).append(')');
        }
        if (seen.owner() != null) {
            line.append(Texts.of(", owner {0}", seen.owner()));
        }
        if (seen.environment() != null) {
            line.append(", ").append(seen.environment());
        }
        return seen.status() == null ? line.toString() : line.append(", ").append(seen.status()).toString();
    }

    private boolean many(PlannedCall call, Subjects subjects, List<Seen> seen, List<String> what) {
        int count = subjects.ids().size();
        what.add(seen.size() < count && !seen.isEmpty()
                ? Texts.of("{0} {1}, of which {2} were looked up:", count, subjects.spoken(count), seen.size())
                : Texts.of("{0} {1}:", count, subjects.spoken(count)));
        List<List<Dependents.Found>> after = new ArrayList<>();
        List<Callable<List<Dependents.Found>>> work = new ArrayList<>();
        for (Seen one : seen.subList(0, Math.min(WITH_DEPENDENTS, seen.size()))) {
            work.add(() -> one.found() ? dependents.after(one, call.arguments(), call.context()) : List.of());
        }
        after.addAll(ParallelReads.all(work));
        boolean all = true;
        List<Object> rows = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            Seen one = seen.get(i);
            all &= one.found();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("Id", String.valueOf(one.id()));
            row.put("Name", one.found() ? one.name() : one.trouble());
            put(row, "Owner", one.owner());
            put(row, "Environment", one.environment());
            put(row, "Status", one.status());
            if (i < after.size() && !after.get(i).isEmpty()) {
                put(row, "Downstream", after.get(i).get(0).count() < 0 ? "?" : String.valueOf(after.get(i).get(0).count()));
            }
            rows.add(row);
        }
        if (!rows.isEmpty()) {
            String table = new Renderer(OutputForm.TABLE, Look.PLAIN).render(rows);
            table.lines().forEach(what::add);
        }
        if (seen.size() < count) {
            what.add(seen.isEmpty() ? Texts.of("there is no read that shows them; their ids:") : Texts.of("all ids:"));
            for (int from = 0; from < count; from += IDS_IN_LINE) {
                List<String> part = new ArrayList<>();
                subjects.ids().subList(from, Math.min(count, from + IDS_IN_LINE)).forEach(id -> part.add(id.toString()));
                what.add("  " + String.join(", ", part));
            }
        }
        return all;
    }

    private static void put(Map<String, Object> row, String name, Object value) {
        if (value != null) {
            row.put(name, value);
        }
    }

    /** Production as soon as one of the objects is, or anything says so; {@code null} when nothing tells. */
    private static String environment(PlannedCall call, List<Seen> seen) {
        String named = Environments.in(call.arguments());
        boolean dev = !seen.isEmpty();
        for (Seen one : seen) {
            if (Environments.PROD.equals(one.environment())) {
                return Environments.PROD;
            }
            dev &= Environments.DEV.equals(one.environment());
        }
        if (named != null) {
            return named;
        }
        return dev ? Environments.DEV : call.context().environment();
    }

    /** What is done, as one types it: {@code delete}; {@code offline} for a pipeline run that takes offline. */
    static String verb(PlannedCall call) {
        String name = call.operation().name();
        return name.equals("CreatePipelineRun") ? "offline" : OperationName.of(name).verb().toLowerCase(Locale.ROOT);
    }
}
