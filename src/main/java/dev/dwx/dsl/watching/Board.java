package dev.dwx.dsl.watching;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiException;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Session;
import dev.dwx.dsl.lifecycle.Outcome;
import dev.dwx.dsl.lifecycle.Service;
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

/**
 * The task instances of a business date, read again and again, and what can be done with one of them. Usable by two threads: one that
 * reads, and one that somebody sits at.
 */
public final class Board {
    /** How often it is read unless somebody says otherwise. */
    public static final Duration EVERY = Duration.ofSeconds(15);
    /** As many as the service gives at once for this listing: a day of a thousand is two calls. */
    private static final int PAGE = 500;

    private final Service service;
    private final Context context;
    private final BizDate bizdate;
    private final String environment;
    private final Duration every;
    private volatile List<Instance> last = List.of();

    public Board(Service service, BizDate bizdate, String environment, Duration every) {
        this.service = service;
        this.bizdate = bizdate;
        this.environment = environment;
        this.every = every;
        context = service.session().context();
    }

    /** Reads all instances; so many calls as there are pages. */
    public List<Instance> read() {
        return service.session().within(context, () -> {
            List<Instance> instances = new ArrayList<>();
            for (Map<String, Object> fields : service.all("ListTaskInstances", "Bizdate", bizdate, "ProjectEnv", environment, "PageSize", PAGE)) {
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

    /** The pause between two reads: longer where the day's calls run out. */
    public Duration pause() {
        return service.session().budget().widen(every);
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
        Session session = service.session();
        List<Object> ids = List.of(instance.id());
        ApiOperation known = session.known(ApiCatalog.V2024, operation).orElseThrow(() -> new IllegalStateException(operation));
        if (RiskRules.of(known, Map.of("Ids", ids)) != Risk.DESTRUCTIVE && !service.rehearsed()) {
            session.agree(operation, List.of(Texts.of("{0} of {1} ({2}), which is {3} now", operation, instance.task(), instance.id(),
                    instance.status())), word(operation), ids);
        }
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
