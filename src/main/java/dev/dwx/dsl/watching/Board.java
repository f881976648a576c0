package dev.dwx.dsl.watching;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Session;
import dev.dwx.dsl.lifecycle.Outcome;
import dev.dwx.dsl.lifecycle.Service;
import dev.dwx.dsl.progress.ProgressText;
import dev.dwx.json.JsonWalk;
import dev.dwx.safety.Risk;
import dev.dwx.safety.RiskRules;
import dev.dwx.texts.Texts;
import dev.dwx.time.BizDate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * The task instances of a business date, read again and again, and what can be done with one of them. Usable by two threads: one that
 * reads, and one that somebody sits at.
 */
public final class Board {
    /** How often it is read unless somebody says otherwise. */
    public static final Duration EVERY = Duration.ofSeconds(15);

    private final Service service;
    private final Context context;
    private final BizDate bizdate;
    private final String environment;
    private final Duration every;
    private final DayReading day;
    private volatile List<Instance> last = List.of();

    public Board(Service service, BizDate bizdate, String environment, Duration every) {
        this(service, bizdate, environment, every, System::nanoTime);
    }

    Board(Service service, BizDate bizdate, String environment, Duration every, LongSupplier nanos) {
        this.service = service;
        this.bizdate = bizdate;
        this.environment = environment;
        this.every = every;
        context = service.session().context().withEnvironment(environment);
        day = new DayReading(this::page, nanos);
    }

    /** Looks again: reads all of a small day, and of a large one what has changed, or a part where that is much. */
    public List<Instance> read() {
        last = day.look();
        return last;
    }

    private DayReading.Batch page(Map<String, Object> wanted, int number) {
        return service.session().within(context, () -> {
            Map<String, Object> arguments = new LinkedHashMap<>(wanted);
            arguments.put("Bizdate", bizdate);
            arguments.put("ProjectEnv", environment);
            arguments.put("PageNumber", number);
            arguments.put("PageSize", DayReading.PAGE);
            Map<String, Object> answer = service.call(ApiCatalog.V2024, "ListTaskInstances", arguments);
            List<Instance> instances = new ArrayList<>();
            if (JsonWalk.at(answer, "PagingInfo", "TaskInstances") instanceof List<?> items) {
                for (Object item : items) {
                    Instance instance = item instanceof Map<?, ?> fields ? Instance.of(fields) : null;
                    if (instance != null) {
                        instances.add(instance);
                    }
                }
            }
            Object total = JsonWalk.at(answer, "PagingInfo", "TotalCount");
            return new DayReading.Batch(instances, total instanceof Number count ? count.longValue() : instances.size());
        });
    }

    /** What a look at a large day leaves out, in a few words; empty where it leaves out nothing. */
    public String reach() {
        DayReading.Reach reach = day.reach();
        if (!reach.whole()) {
            return reach.total() <= reach.known() ? "" : Texts.of("{0} of {1} so far", ProgressText.grouped(reach.known()), ProgressText.grouped(reach.total()));
        }
        return reach.large() ? Texts.of("a look reads what has started or ended, now and then all") : "";
    }

    /** Reads all instances at once; so many calls as there are pages. */
    public List<Instance> readAll() {
        return service.session().within(context, () -> {
            List<Instance> instances = new ArrayList<>();
            for (Map<String, Object> fields : service.all("ListTaskInstances", "Bizdate", bizdate, "ProjectEnv", environment, "PageSize", DayReading.PAGE)) {
                Instance instance = Instance.of(fields);
                if (instance != null) {
                    instances.add(instance);
                }
            }
            last = List.copyOf(instances);
            return last;
        });
    }

    /** How many there were of each status when they were read last. */
    public List<Map<String, Object>> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        last.forEach(instance -> counts.merge(instance.status(), 1, Integer::sum));
        List<Map<String, Object>> rows = new ArrayList<>();
        counts.forEach((status, count) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("Status", status);
            row.put("Instances", count);
            rows.add(row);
        });
        return rows;
    }

    /** What is on it: {@code orders_dw · business date 2026-03-15 · Prod}. */
    public String title() {
        String project = context.projectLabel();
        String date = Texts.of("business date {0} · {1}", bizdate.format("yyyy-MM-dd"), environment);
        return project == null ? date : project + " · " + date;
    }

    /** The pause between two looks: longer where the day's calls run out, and until the rest may be read of a very large day. */
    public Duration pause() {
        return day.pause(service.session().budget().widen(every));
    }

    public Clock clock() {
        return service.session().clock();
    }

    /** Times of day are shown in it. */
    public ZoneId zone() {
        return context.timeZone();
    }

    /** Breaks off what a thread reads. */
    public void cancel(Thread reading) {
        service.session().cancel(reading);
    }

    /**
     * Does something with an instance; asks before it.
     *
     * @param operation {@code RerunTaskInstances} and its kin, which take ids
     * @return what came of it, in a line
     * @throws dev.dwx.safety.NotConfirmedException when nobody agrees
     */
    public String act(String operation, Instance instance) {
        return service.session().within(context, () -> done(operation, instance));
    }

    private String done(String operation, Instance instance) {
        Session session = service.session();
        List<Object> ids = List.of(instance.id());
        ApiOperation known = session.known(ApiCatalog.V2024, operation).orElseThrow(() -> new IllegalStateException(operation));
        if (RiskRules.of(known, Map.of("Ids", ids)) != Risk.DESTRUCTIVE && !service.rehearsed()) {
            session.agree(operation, List.of(Texts.of("{0} of {1} ({2}), which is {3} now", operation, instance.task(), instance.id(),
                    instance.status())), word(operation), ids);
        }
        day.actedOn(instance.id());
        Map<String, Object> answer = service.call(operation, "Ids", ids, "Comment", "dwx watch instances");
        Object one = JsonWalk.at(answer, "SuccessInfo", String.valueOf(instance.id()));
        return Boolean.FALSE.equals(JsonWalk.at(one, "Success"))
                ? Texts.of("{0} of {1} was refused: {2}", operation, instance.task(), JsonWalk.text(one, "Message"))
                : Texts.of("{0} of {1}: done", operation, instance.task());
    }

    private static String word(String operation) {
        return operation.startsWith("Rerun") ? "rerun" : operation.startsWith("Suspend") ? "hold" : operation.startsWith("Resume") ? "resume" : "stop";
    }

    /** The log of the last run. */
    public String log(Instance instance) {
        StringBuilder text = new StringBuilder();
        service.session().lifecycle().logs(text::append, instance.id());
        return text.toString();
    }

    /** Why it does not run, or has failed. */
    public String why(Instance instance) {
        Outcome why = service.session().lifecycle().why(instance.id());
        StringBuilder text = new StringBuilder(String.valueOf(why.get("Why"))).append('\n');
        for (Object row : why.rows()) {
            if (row instanceof Map<?, ?> fields) {
                text.append('\n').append(fields.get("Task")).append(" (").append(fields.get("Instance")).append("): ").append(fields.get("Status"))
                        .append(" · ").append(fields.get("Why"));
            }
        }
        return text.toString();
    }

    /** All that the service tells of it, a field on each line. */
    public String details(Instance instance) {
        Object found = service.call("GetTaskInstance", "Id", instance.id()).get("TaskInstance");
        StringBuilder text = new StringBuilder();
        if (found instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        }
        return text.toString();
    }

    /** A failure in a line. */
    public static String line(RuntimeException failure) {
        String text = failure instanceof ApiException call ? call.code() + ": " + call.why() : String.valueOf(failure.getMessage());
        return text.lines().findFirst().orElse("");
    }
}
