package dev.dwx.dsl.lifecycle;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.waiting.Lapse;
import dev.dwx.dsl.waiting.Standing;
import dev.dwx.dsl.waiting.StatusWords;
import dev.dwx.dsl.waiting.WaitTerms;
import dev.dwx.dsl.waiting.WaitTimedOut;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import dev.dwx.time.BizDate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs tasks for past business dates: a plan first, with what is in the way; then one call after the other, each of at most seven
 * ranges; what is done is kept, so that the same backfill once more goes on where it was cut.
 */
final class Backfill {
    /** How many ranges of dates a call takes. */
    private static final int RANGES = 7;
    /** How many dates are under way at once. */
    private static final int DATES = 31;
    private static final int MOST = 1_000;
    private static final int OWN_DIGITS = 6;
    private static final Duration EVERY = Duration.ofSeconds(3);
    /** How long runs may take to show that were asked for before a cut. */
    private static final Duration SHOWS = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofHours(2);
    private static final Set<String> DOWNSTREAM = Set.of("General", "ManualSelection", "Chain", "AllDownstream", "Huge");

    private final Service service;
    private final Ledger ledger;
    private final Given given;
    private final TaskNames names;

    Backfill(Service service, Ledger ledger, Given given) {
        this.service = service;
        this.ledger = ledger;
        this.given = given;
        names = new TaskNames(service);
    }

    /** @param scope whose backfills these are: account, place and project */
    Outcome run(Object thing, List<Object> scope) {
        List<TaskNames.Task> tasks = names.tasks(thing);
        List<Object> ids = new ArrayList<>();
        tasks.forEach(task -> ids.add(task.id()));
        List<BizDate> dates = dates();
        String mode = mode();
        String key = Ledger.key("backfill", scope, ids, dates.get(0), dates.get(dates.size() - 1), dates.size(), mode);
        Map<String, Object> state = ledger.read(key);
        Set<String> done = done(state);
        seek(key, state);
        Plan plan = plan(ids, dates, done, begun(state));
        service.note(plan.text(tasks));
        if (given.on("plan")) {
            return new Outcome(Service.named("Status", "Plan", "Dates", plan.rows()), plan.rows(), Texts.of("{0} dates to run", plan.open().size()));
        }
        if (!plan.running().isEmpty() && !given.on("force")) {
            throw ApiException.of(ApiException.Stage.NOT_SENT, "backfill", ApiCatalog.V2024).code("dwx.InstancesRunning")
                    .why(Texts.of("instances of these tasks are at work for {0}; two runs of one date write the same data",
                            String.join(", ", plan.running())))
                    .next(Texts.of("wait for them, leave those dates out, or say force: true")).build();
        }
        return carryOut(plan, ids, mode, key, state, done);
    }

    private static Set<String> done(Map<String, Object> state) {
        Set<String> done = new LinkedHashSet<>();
        if (state.get("done") instanceof List<?> list) {
            list.forEach(date -> done.add(date.toString()));
        }
        return done;
    }

    /** The dates of a call that was made, and whose end nobody has seen. */
    private static Set<String> begun(Map<String, Object> state) {
        Set<String> begun = new LinkedHashSet<>();
        if (state.get("dates") instanceof List<?> list) {
            list.forEach(date -> begun.add(date.toString()));
        }
        return begun;
    }

    /** A call was sent whose answer nobody has: its runs are found by their name, which no other backfill gives; or there are none. */
    private void seek(String key, Map<String, Object> state) {
        Set<String> days = begun(state);
        if (days.isEmpty() || state.get("operation") != null || service.rehearsed()) {
            return;
        }
        service.note(Texts.of("An earlier backfill was cut while its runs were being made: looking whether they are there."));
        String name = String.valueOf(state.get("name"));
        List<Object> instances = new ArrayList<>();
        try {
            service.wait(new WaitTerms(Texts.of("the runs {0}", name), null, EVERY, SHOWS, false), () -> runs(name, days.iterator().next()),
                    found -> Standing.of(null, ((List<?>) found).isEmpty() ? StatusWords.Meaning.GOING_ON : StatusWords.Meaning.GOOD));
            days.forEach(day -> instances.addAll(runs(name, day)));
            state.put("instances", instances);
        } catch (WaitTimedOut e) {
            state.remove("dates");
        }
        ledger.keep(key, state);
    }

    /** The task instances of the runs of that name and business date. */
    private List<Object> runs(String name, String day) {
        List<Object> instances = new ArrayList<>();
        for (Map<String, Object> run : service.all("ListWorkflowInstances", "BizDate", BizDate.parse(day), "Name", name)) {
            if (name.equals(JsonWalk.text(run, "Name"))) {
                service.all("ListTaskInstances", "Bizdate", BizDate.parse(day), "WorkflowInstanceId", run.get("Id"), "ProjectEnv", names.environment())
                        .forEach(instance -> instances.add(instance.get("Id")));
            }
        }
        return instances;
    }

    /** What is to be done, date by date. */
    private record Plan(List<Map<String, Object>> rows, List<BizDate> open, List<String> running) {
        String text(List<TaskNames.Task> tasks) {
            StringBuilder text = new StringBuilder();
            String what = tasks.size() == 1 ? tasks.get(0).label() : Texts.of("{0} tasks", tasks.size());
            text.append(open.size() == 1 ? Texts.of("Backfill of {0}: 1 date to run", what)
                    : Texts.of("Backfill of {0}: {1} dates to run", what, open.size()));
            rows.forEach(row -> text.append(row.get("There") == null ? "" : "\n  " + row.get("Bizdate") + ": " + row.get("There")));
            return text.toString();
        }
    }

    private Plan plan(List<Object> ids, List<BizDate> dates, Set<String> done, Set<String> begun) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<BizDate> open = new ArrayList<>();
        List<String> running = new ArrayList<>();
        for (BizDate date : dates) {
            String day = date.format("yyyy-MM-dd");
            String there = null;
            if (done.contains(day)) {
                there = Texts.of("done before, and skipped");
            } else if (begun.contains(day)) {
                there = Texts.of("begun before, and waited for");
            } else {
                open.add(date);
                Map<String, Integer> counts = new LinkedHashMap<>();
                boolean moving = false;
                for (Map<String, Object> each : service.all("ListTaskInstances", "Bizdate", date, "TaskIds", ids, "ProjectEnv", names.environment())) {
                    String status = Launch.status(each);
                    counts.merge(status, 1, Integer::sum);
                    moving |= StatusWords.of(status) == StatusWords.Meaning.GOING_ON && !status.equals("NotRun");
                }
                if (moving) {
                    running.add(day);
                }
                List<String> words = new ArrayList<>();
                counts.forEach((status, count) -> words.add(Texts.of("{0} {1}", count, status)));
                there = words.isEmpty() ? null : Texts.of("there already: {0}", String.join(", ", words));
            }
            rows.add(Service.named("Bizdate", day, "There", there));
        }
        return new Plan(rows, open, running);
    }

    private Outcome carryOut(Plan plan, List<Object> ids, String mode, String key, Map<String, Object> state, Set<String> done) {
        long began = service.session().timer().nanos();
        Map<String, Map<String, Object>> results = new LinkedHashMap<>();
        done.forEach(day -> results.put(day, Service.named("Bizdate", day, "Status", "Success", "Note", Texts.of("done before"))));
        Launch launch = new Launch(service);
        if (!begun(state).isEmpty() && !service.rehearsed()) {
            Set<String> begun = begun(state);
            service.note(Texts.of("Going on with {0} dates that were begun before.", begun.size()));
            follow(launch, state, results);
            keep(key, state, done, results);
        }
        List<BizDate> open = new ArrayList<>(plan.open());
        int calls = 0;
        for (List<BizDate> batch : batches(open)) {
            List<String> days = new ArrayList<>();
            batch.forEach(date -> days.add(date.format("yyyy-MM-dd")));
            String name = (given.has("name") ? given.text("name") : "dwx_backfill") + "_" + batch.get(0).format("yyyyMMdd") + "_"
                    + Ledger.key(key, service.session().clock().millis(), calls++).substring(0, OWN_DIGITS);
            state.put("name", name);
            state.put("dates", days);
            String operation = begin(launch, key, state, name, Service.named("RootTaskIds", ids, "Mode", mode,
                    "Parallelism", given.has("parallel") ? given.whole("parallel", 1, 1, 10) : null), ranges(batch));
            if (service.rehearsed()) {
                days.forEach(day -> results.put(day, Service.named("Bizdate", day, "Status", "Simulated")));
                continue;
            }
            state.put("operation", operation);
            ledger.keep(key, state);
            follow(launch, state, results);
            keep(key, state, done, results);
        }
        List<Object> rows = new ArrayList<>();
        for (Map<String, Object> row : plan.rows()) {
            rows.add(results.getOrDefault(row.get("Bizdate"), Service.named("Bizdate", row.get("Bizdate"), "Status", "none")));
        }
        boolean bad = rows.stream().anyMatch(row -> !"Success".equals(JsonWalk.text(row, "Status")));
        if (!bad && !service.rehearsed()) {
            ledger.forget(key);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Status", service.rehearsed() ? "Simulated" : bad ? "Failure" : "Success");
        fields.put("Dates", rows);
        Duration elapsed = Duration.ofNanos(service.session().timer().nanos() - began);
        fields.put("Elapsed", elapsed);
        return new Outcome(fields, rows, (rows.size() == 1 ? Texts.of("1 date") : Texts.of("{0} dates", rows.size())) + " · " + fields.get("Status")
                + " · " + Lapse.text(elapsed)
                + (bad && !service.rehearsed() ? Texts.of(" · the same backfill again runs only the dates that did not succeed") : ""));
    }

    /** Asks for the runs; what is asked for is kept before, and given up where it is certain that nothing was made. */
    private String begin(Launch launch, String key, Map<String, Object> state, String name, Map<String, Object> properties,
            List<Map<String, Object>> ranges) {
        if (!service.rehearsed()) {
            ledger.keep(key, state);
        }
        try {
            return launch.begin("SupplementData", name, properties, ranges, names.environment());
        } catch (ApiException e) {
            if (e.stage() != ApiException.Stage.UNKNOWN_OUTCOME) {
                state.remove("dates");
                ledger.keep(key, state);
            }
            throw e;
        }
    }

    /** Waits for what a call has begun, and notes down each date's outcome. */
    private void follow(Launch launch, Map<String, Object> state, Map<String, Map<String, Object>> results) {
        List<Object> made = state.get("operation") != null ? launch.made(state.get("operation").toString(), Texts.of("the backfill"))
                : new ArrayList<>((List<?>) state.get("instances"));
        for (Map<String, Object> instance : launch.ended(made, Texts.of("the backfill's {0} instances", made.size()), given.lapse("timeout", TIMEOUT))) {
            Long time = Fields.number(instance, "Bizdate");
            String day = time == null ? "none" : BizDate.at(Instant.ofEpochMilli(time), service.session().context().timeZone()).format("yyyy-MM-dd");
            Map<String, Object> row = results.computeIfAbsent(day, each -> Service.named("Bizdate", each, "Status", "Success", "Instances", 0));
            row.merge("Instances", 1, (one, more) -> (Integer) one + (Integer) more);
            if (!Launch.status(instance).equals("Success") && "Success".equals(row.get("Status"))) {
                row.put("Status", instance.get("Status"));
                row.put("InstanceId", instance.get("Id"));
                row.put("TaskName", instance.get("TaskName"));
                String error = RunLog.error(RunLog.sought(service, instance.get("Id")));
                if (error != null) {
                    row.put("Error", error);
                }
            }
        }
    }

    private void keep(String key, Map<String, Object> state, Set<String> done, Map<String, Map<String, Object>> results) {
        results.forEach((day, row) -> {
            if ("Success".equals(row.get("Status"))) {
                done.add(day);
            }
        });
        state.keySet().removeAll(List.of("operation", "dates", "instances", "name"));
        state.put("done", new ArrayList<>(done));
        ledger.keep(key, state);
    }

    /** As many dates as may be under way at once, in at most seven ranges. */
    private static List<List<BizDate>> batches(List<BizDate> open) {
        List<List<BizDate>> batches = new ArrayList<>();
        List<BizDate> batch = new ArrayList<>();
        for (BizDate date : open) {
            List<BizDate> longer = new ArrayList<>(batch);
            longer.add(date);
            if (longer.size() > DATES || ranges(longer).size() > RANGES) {
                batches.add(batch);
                batch = new ArrayList<>(List.of(date));
            } else {
                batch = longer;
            }
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    /** Dates that follow each other are one range. */
    static List<Map<String, Object>> ranges(List<BizDate> dates) {
        List<Map<String, Object>> ranges = new ArrayList<>();
        BizDate before = null;
        for (BizDate date : dates) {
            String day = date.format("yyyy-MM-dd");
            if (before != null && before.next().equals(date)) {
                ranges.get(ranges.size() - 1).put("EndBizDate", day);
            } else {
                ranges.add(Service.named("StartBizDate", day, "EndBizDate", day));
            }
            before = date;
        }
        return ranges;
    }

    private List<BizDate> dates() {
        TreeSet<BizDate> dates = new TreeSet<>();
        if (given.option("dates") instanceof Iterable<?> many) {
            many.forEach(each -> dates.add(date(each)));
        } else if (given.has("dates")) {
            dates.add(date(given.option("dates")));
        }
        if (given.has("from") || given.has("to")) {
            if (!given.has("from") || !given.has("to")) {
                throw new IllegalArgumentException(Texts.of("backfill takes from: and to: together, the first and the last business date."));
            }
            BizDate to = date(given.option("to"));
            for (BizDate date = date(given.option("from")); date.compareTo(to) <= 0 && dates.size() <= MOST; date = date.next()) {
                dates.add(date);
            }
        }
        if (dates.isEmpty()) {
            throw new IllegalArgumentException(Texts.of("backfill needs business dates: from: '2026-03-01', to: '2026-03-07', or dates:"
                    + " ['2026-03-01', …]{0}", given.has("from") ? Texts.of("; from: is after to:.") : "."));
        }
        if (dates.size() > MOST) {
            throw new IllegalArgumentException(Texts.of("backfill takes at most {0} dates at a time.", MOST));
        }
        return new ArrayList<>(dates);
    }

    static BizDate date(Object value) {
        return value instanceof BizDate date ? date : value instanceof LocalDate day ? BizDate.of(day) : BizDate.parse(String.valueOf(value));
    }

    /** Without {@code downstream} the tasks alone; {@code true} is everything after them. */
    private String mode() {
        Object downstream = given.option("downstream");
        if (downstream == null || Boolean.FALSE.equals(downstream)) {
            return "ManualSelection";
        }
        String mode = Boolean.TRUE.equals(downstream) ? "AllDownstream" : downstream.toString();
        if (!DOWNSTREAM.contains(mode)) {
            throw new IllegalArgumentException(Texts.of("backfill: downstream is true, false, or one of {0}.",
                    String.join(", ", new TreeSet<>(DOWNSTREAM))));
        }
        return mode;
    }
}
