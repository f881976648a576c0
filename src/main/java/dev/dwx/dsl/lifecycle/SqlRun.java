package dev.dwx.dsl.lifecycle;

import dev.dwx.dsl.waiting.Lapse;
import dev.dwx.dsl.waiting.Standing;
import dev.dwx.dsl.waiting.StatusWords;
import dev.dwx.dsl.waiting.WaitFailed;
import dev.dwx.dsl.waiting.WaitResult;
import dev.dwx.dsl.waiting.WaitTerms;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import dev.dwx.time.BizDate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One-off SQL. The service wants an owner, a resource group and a code of its own for each task; all that is not said is found out: the
 * project's owner, its resource group, its data source, and the type of task that goes with that.
 */
final class SqlRun {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int NAME = 40;
    private static final int CODE_DIGITS = 16;
    /** Types of tasks by types of data sources. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("odps", "ODPS_SQL"), Map.entry("maxcompute", "ODPS_SQL"), Map.entry("hologres", "HOLOGRES_SQL"), Map.entry("holo", "HOLOGRES_SQL"),
            Map.entry("mysql", "MYSQL"), Map.entry("postgresql", "POSTGRESQL"), Map.entry("clickhouse", "CLICK_SQL"), Map.entry("emr", "EMR_HIVE"));

    private final Service service;
    private final Given given;
    private final BizDate usual;

    /** @param usual the business date of a run that is given none */
    SqlRun(Service service, Given given, BizDate usual) {
        this.usual = usual;
        this.service = service;
        this.given = given;
    }

    /**
     * Runs it and waits.
     *
     * @throws dev.dwx.dsl.waiting.WaitException when it fails, with its log's last lines, or does not end in time
     */
    Outcome run(String sql) {
        if (sql.isBlank()) {
            throw new IllegalArgumentException(Texts.of("runSql was given nothing to run."));
        }
        Map<String, Object> source = source();
        String type = given.has("type") ? given.text("type") : TYPES.get(String.valueOf(JsonWalk.text(source, "Type")).toLowerCase(Locale.ROOT));
        if (type == null) {
            throw new IllegalArgumentException(Texts.of("runSql cannot tell which type of task runs on a data source of type {0}: say"
                    + " type: 'ODPS_SQL' or the like.", JsonWalk.text(source, "Type")));
        }
        String owner = owner();
        String name = given.has("name") ? given.text("name") : name(sql);
        // At most 20 characters are known to be taken.
        String code = "dwx" + UUID.randomUUID().toString().replace("-", "").substring(0, CODE_DIGITS);
        Map<String, Object> task = Service.named("Name", name, "Type", type, "Owner", owner, "ClientUniqueCode", code,
                "RuntimeResource", Service.named("ResourceGroupId", group(), "Cu", given.option("cu")),
                "DataSource", source.isEmpty() ? null : Service.named("Name", source.get("Name")),
                "Script", Service.named("Content", sql, "Parameters", parameters()));
        Map<String, Object> made = service.call("ExecuteAdhocWorkflowInstance", "Name", name, "Owner", owner, "BizDate", given.option("bizdate"),
                "EnvType", given.has("environment") ? given.option("environment") : service.session().context().environment(), "Tasks", List.of(task));
        Object id = made.get("WorkflowInstanceId");
        if (service.rehearsed()) {
            return new Outcome(Service.named("Id", id, "Status", "Simulated", "Rows", List.of(), "Log", ""), null, null);
        }
        return result(id, name);
    }

    private Outcome result(Object id, String name) {
        WaitTerms terms = new WaitTerms(Texts.of("{0} (workflow instance {1})", name, id), "GetWorkflowInstance(Id: " + id + ")", EVERY,
                given.lapse("timeout", TIMEOUT), false);
        WaitResult end = service.wait(terms, () -> service.look("GetWorkflowInstance", "Id", id), body -> {
            String status = String.valueOf(JsonWalk.text(body, "WorkflowInstance", "Status"));
            return Standing.of(status, StatusWords.of(status));
        });
        Object told = JsonWalk.at(end.getValue(), "WorkflowInstance", "BizDate");
        Object bizdate = told == null ? usual : told;
        List<Map<String, Object>> instances = service.all("ListTaskInstances", "Bizdate", bizdate, "WorkflowInstanceId", id,
                "ProjectEnv", JsonWalk.text(end.getValue(), "WorkflowInstance", "EnvType"));
        Object instance = instances.isEmpty() ? null : instances.get(0).get("Id");
        String log = instance == null ? "" : RunLog.text(service, instance, null);
        if (!"Success".equalsIgnoreCase(end.getStatus())) {
            String error = RunLog.error(log);
            throw new WaitFailed(Texts.of("{0} ended with {1} after {2}.{3}{4}", name, end.getStatus(), Lapse.text(end.getElapsed()),
                    error == null ? "" : "\n  " + error, RunLog.told(log, instance == null ? id : instance)), end.getStatus(), end.getValue());
        }
        List<List<Map<String, Object>>> sets = LogTable.all(log);
        List<Map<String, Object>> rows = sets.isEmpty() ? List.of() : sets.get(sets.size() - 1);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Id", id);
        fields.put("InstanceId", instance);
        fields.put("Status", end.getStatus());
        fields.put("Rows", rows);
        fields.put("Sets", sets);
        fields.put("Log", log);
        Duration ran = Fields.ran(Fields.copy((Map<?, ?>) JsonWalk.at(end.getValue(), "WorkflowInstance")));
        fields.put("Elapsed", ran == null ? end.getElapsed() : ran);
        String footer = (sets.isEmpty() ? Texts.of("no rows") : (rows.size() == 1 ? Texts.of("1 row") : Texts.of("{0} rows", rows.size()))
                + (sets.size() > 1 ? Texts.of(", the last of {0} results", sets.size()) : "")) + " · " + end.getStatus() + " · "
                + Lapse.text((Duration) fields.get("Elapsed"));
        return new Outcome(fields, rows, footer);
    }

    /** The data source that is named, or the only one that SQL runs on by itself. */
    private Map<String, Object> source() {
        if (given.has("datasource")) {
            String name = given.text("datasource");
            if (given.has("type")) {
                return Service.named("Name", name);
            }
            for (Map<String, Object> each : service.all("ListDataSources", "Name", name)) {
                if (name.equals(JsonWalk.text(each, "Name"))) {
                    return each;
                }
            }
            // The call itself will say what is near.
            return Service.named("Name", name, "Type", "odps");
        }
        List<Map<String, Object>> found = new ArrayList<>();
        for (Map<String, Object> each : service.all("ListDataSources")) {
            String type = TYPES.get(String.valueOf(JsonWalk.text(each, "Type")).toLowerCase(Locale.ROOT));
            if (given.has("type") ? given.text("type").equals(type) : "ODPS_SQL".equals(type)) {
                found.add(each);
            }
        }
        if (found.isEmpty() && given.has("type")) {
            return Map.of();
        }
        TreeSet<String> names = new TreeSet<>();
        found.forEach(each -> names.add(JsonWalk.text(each, "Name")));
        if (names.size() != 1) {
            throw new IllegalArgumentException(Texts.of("runSql needs to know where to run: say datasource: '…'. {0}",
                    names.isEmpty() ? Texts.of("The project has no MaxCompute data source; ListDataSources() shows what it has.") : Texts.of("The project has {0}.", String.join(", ", names))));
        }
        return found.get(0);
    }

    /** The resource group that is named, which the call turns into an id, or the project's own. */
    private String group() {
        if (given.has("resourceGroup")) {
            return given.text("resourceGroup");
        }
        List<Map<String, Object>> groups = service.all("ListResourceGroups", "ResourceGroupTypes", List.of("CommonV2", "ExclusiveScheduler"));
        for (Map<String, Object> group : groups) {
            String status = JsonWalk.text(group, "Status");
            if (status == null || status.equals("Normal")) {
                if (groups.size() > 1) {
                    service.note(Texts.of("runSql uses resource group {0}; resourceGroup: '…' chooses another.",
                            JsonWalk.text(group, "Name")));
                }
                return JsonWalk.text(group, "Id");
            }
        }
        throw new IllegalArgumentException(Texts.of("The project has no resource group in order to run SQL on; ListResourceGroups()"
                + " shows what it has, resourceGroup: '…' names one."));
    }

    private String owner() {
        if (given.has("owner")) {
            return given.text("owner");
        }
        String owner = service.session().context().owner();
        if (owner == null) {
            owner = JsonWalk.text(service.call("GetProject", "Id", service.session().projectId()), "Project", "Owner");
        }
        if (owner == null) {
            throw new IllegalArgumentException(Texts.of("Whose run is it? Say owner: '<account id>', or use owner: '…' for all that"
                    + " follows."));
        }
        return owner;
    }

    private String parameters() {
        Object params = given.option("params");
        if (!(params instanceof Map<?, ?> map)) {
            return params == null ? null : params.toString();
        }
        List<String> words = new ArrayList<>();
        map.forEach((name, value) -> words.add(name + "=" + value));
        return String.join(" ", words);
    }

    /** The statement's first words, as names may have them. */
    private static String name(String sql) {
        StringBuilder name = new StringBuilder("dwx_");
        for (int i = 0; i < sql.length() && name.length() < NAME; i++) {
            char c = sql.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
            if (plain) {
                name.append(c);
            } else if (name.charAt(name.length() - 1) != '_') {
                name.append('_');
            }
        }
        return name.charAt(name.length() - 1) == '_' ? name.substring(0, name.length() - 1) : name.toString();
    }
}
