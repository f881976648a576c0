package dev.dwx.dsl.lifecycle;

import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import dev.dwx.time.BizDate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs again what has failed: all of a day, in one call that is agreed to once. */
final class Reruns {
    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final int SHOWN = 20;
    private static final Set<String> TRIED = Set.of("Adhoc", "SmokeTest", "Manual");

    private final Service service;
    private final Given given;

    Reruns(Service service, Given given) {
        this.service = service;
        this.given = given;
    }

    /**
     * Runs the failed instances of a business date again.
     *
     * @throws dev.dwx.safety.NotConfirmedException when nobody agrees
     */
    Outcome run(BizDate bizdate) {
        List<Map<String, Object>> failed = new ArrayList<>();
        List<Object> ids = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Map<String, Object> instance : service.all("ListTaskInstances", "Bizdate", bizdate, "Status", "Failure", "Owner", given.option("owner"),
                "ProjectEnv", new TaskNames(service).environment())) {
            // What somebody only tried out is no work of the day.
            if (TRIED.contains(String.valueOf(JsonWalk.text(instance, "WorkflowInstanceType")))) {
                continue;
            }
            if (given.has("name") && !fits(String.valueOf(JsonWalk.text(instance, "TaskName")), given.text("name"))) {
                continue;
            }
            failed.add(instance);
            ids.add(instance.get("Id"));
            if (lines.size() < SHOWN) {
                lines.add(Texts.of("{0} ({1}), owner {2}, run {3}", instance.get("TaskName"), instance.get("Id"), instance.get("Owner"),
                        instance.get("RunNumber")));
            }
        }
        if (failed.isEmpty()) {
            return new Outcome(Service.named("Bizdate", bizdate.format("yyyy-MM-dd"), "Status", "Nothing", "Instances", List.of()), List.of(),
                    Texts.of("nothing has failed for {0}", bizdate));
        }
        if (failed.size() > lines.size()) {
            lines.add(Texts.of("and {0} more", failed.size() - lines.size()));
        }
        lines.add(0, failed.size() == 1
                ? Texts.of("1 failed instance of business date {0} would run again, and write again what they had written:", bizdate)
                : Texts.of("{0} failed instances of business date {1} would run again, and write again what they had written:",
                        failed.size(), bizdate));
        if (!service.rehearsed()) {
            service.session().agree("rerunFailed", lines, "rerun " + failed.size(), ids);
        }
        Map<String, Object> answer = service.call("RerunTaskInstances", "Ids", ids, "Comment", given.has("comment") ? given.text("comment")
                : "rerunFailed of " + bizdate, "UseLatestConfig", given.option("latest"));
        List<Map<String, Object>> rows = rows(failed, answer);
        if (given.on("wait") && !service.rehearsed()) {
            List<Object> begun = new ArrayList<>();
            rows.forEach(row -> {
                if (!"refused".equals(row.get("Status"))) {
                    begun.add(row.get("InstanceId"));
                }
            });
            List<Map<String, Object>> ended = new Launch(service).ended(begun, Texts.of("the rerun of {0} instances", begun.size()),
                    given.lapse("timeout", TIMEOUT));
            rows.removeIf(row -> begun.contains(row.get("InstanceId")));
            ended.forEach(instance -> rows.add(Launch.row(instance)));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Bizdate", bizdate.format("yyyy-MM-dd"));
        boolean bad = rows.stream().anyMatch(row -> "Failure".equals(row.get("Status")) || "refused".equals(row.get("Status")));
        fields.put("Status", service.rehearsed() ? "Simulated" : bad ? "Failure" : given.on("wait") ? "Success" : "Begun");
        fields.put("Instances", rows);
        return new Outcome(fields, rows, (rows.size() == 1 ? Texts.of("1 instance") : Texts.of("{0} instances", rows.size())) + " · " + fields.get("Status"));
    }

    /** The service answers for each instance by itself. */
    private List<Map<String, Object>> rows(List<Map<String, Object>> failed, Map<String, Object> answer) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> instance : failed) {
            Object one = JsonWalk.at(answer, "SuccessInfo", String.valueOf(instance.get("Id")));
            boolean refused = Boolean.FALSE.equals(JsonWalk.at(one, "Success"));
            rows.add(Service.named("InstanceId", instance.get("Id"), "TaskName", instance.get("TaskName"), "Status", refused ? "refused" : "rerun",
                    "Message", JsonWalk.text(one, "Message")));
        }
        return rows;
    }

    /** {@code dwd_*} and the like; without a star, a part of the name. */
    static boolean fits(String name, String pattern) {
        if (pattern.indexOf('*') < 0) {
            return name.contains(pattern);
        }
        String[] parts = pattern.split("\\*", -1);
        int at = 0;
        for (int i = 0; i < parts.length; i++) {
            int found = i == 0 ? name.startsWith(parts[0]) ? 0 : -1
                    : i == parts.length - 1 ? name.endsWith(parts[i]) && name.length() - parts[i].length() >= at ? name.length() - parts[i].length() : -1
                    : name.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return true;
    }
}
