package dev.dwx.dsl.lifecycle;

import dev.dwx.client.ErrorAdvice;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why an instance does not run: walks to what it waits for, and on to what that waits for, until somebody or something is found that
 * really holds it up.
 */
final class Why {
    /** How many instances are looked at; a day can have thousands, and a hundred explain enough. */
    private static final int MOST = 100;

    private final Service service;
    private final Set<Object> seen = new HashSet<>();
    private final List<Object> rows = new ArrayList<>();
    private final List<Map<String, Object>> blockers = new ArrayList<>();
    private boolean cut;

    Why(Service service) {
        this.service = service;
    }

    Outcome of(Map<String, Object> instance) {
        walk(instance, "", "");
        String answer = answer(instance);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("InstanceId", instance.get("Id"));
        fields.put("TaskName", instance.get("TaskName"));
        fields.put("Status", instance.get("Status"));
        fields.put("Why", answer);
        fields.put("Blockers", blockers);
        fields.put("Tree", rows);
        return new Outcome(fields, rows, answer);
    }

    private String answer(Map<String, Object> instance) {
        StringBuilder text = new StringBuilder(name(instance));
        if (blockers.isEmpty()) {
            return text.append(": ").append(state(instance)).toString();
        }
        boolean itself = blockers.size() == 1 && blockers.get(0).get("InstanceId").equals(instance.get("Id"));
        text.append(itself ? ": " : Texts.of(" does not run: "));
        for (int i = 0; i < blockers.size(); i++) {
            Map<String, Object> blocker = blockers.get(i);
            text.append(i == 0 ? "" : "\n").append(itself ? "" : blocker.get("TaskName") + " (" + blocker.get("InstanceId") + ") ").append(blocker.get("Why"));
            if (blocker.get("Log") instanceof List<?> lines) {
                lines.forEach(line -> text.append("\n  | ").append(line));
            }
            if (blocker.get("Hint") != null) {
                text.append(Texts.of("\n  hint: ")).append(blocker.get("Hint"));
            }
        }
        return cut ? text.append(Texts.of("\nOnly the first {0} instances upstream were looked at.", MOST)).toString() : text.toString();
    }

    private void walk(Map<String, Object> instance, String indent, String below) {
        boolean known = !seen.add(instance.get("Id"));
        rows.add(Service.named("Instance", instance.get("Id"), "Task", indent + name(instance), "Status", instance.get("Status"),
                "Why", known ? Texts.of("(see above)") : state(instance)));
        if (known) {
            return;
        }
        String status = Launch.status(instance);
        if (isFrozen(instance) || !status.equals("NotRun")) {
            if (!status.equals("Success") && !status.equals("Running")) {
                block(instance);
            } else if (status.equals("Running") && seen.size() > 1) {
                block(instance);
            }
            return;
        }
        List<Map<String, Object>> open = new ArrayList<>();
        for (Map<String, Object> each : upstream(instance.get("Id"))) {
            if (!Launch.status(each).equals("Success")) {
                open.add(each);
            }
        }
        if (open.isEmpty()) {
            block(instance);
        }
        for (int i = 0; i < open.size(); i++) {
            if (seen.size() >= MOST) {
                cut = true;
                return;
            }
            boolean last = i == open.size() - 1;
            walk(open.get(i), below + (last ? "└ " : "├ "), below + (last ? "  " : "│ "));
        }
    }

    /** Answers of two shapes: the instances themselves, or each beside the kind of its edge. */
    private List<Map<String, Object>> upstream(Object id) {
        List<Map<String, Object>> instances = new ArrayList<>();
        Object body = service.call("ListUpstreamTaskInstances", "Id", id, "PageNumber", 1, "PageSize", MOST);
        for (Map<String, Object> each : Fields.maps(body, "PagingInfo", "UpstreamTaskInstances")) {
            if (each.get("TaskInstance") instanceof Map<?, ?> instance) {
                instances.add(Fields.copy(instance));
            }
        }
        return instances.isEmpty() ? Fields.maps(body, "PagingInfo", "TaskInstances") : instances;
    }

    private void block(Map<String, Object> instance) {
        Map<String, Object> blocker = Service.named("InstanceId", instance.get("Id"), "TaskName", instance.get("TaskName"),
                "Owner", instance.get("Owner"), "Status", instance.get("Status"), "Why", state(instance));
        if (Launch.status(instance).equals("Failure")) {
            String log = RunLog.sought(service, instance.get("Id"));
            blocker.put("Log", RunLog.last(log));
            ErrorAdvice.Advice advice = RunLog.advice(log);
            blocker.put("Hint", Texts.of("{0}once it is mended: RerunTaskInstances(Ids: [{1}])",
                    advice == null ? "" : advice.why() + "; ", instance.get("Id")));
        } else if (isFrozen(instance)) {
            blocker.put("Hint", "ResumeTaskInstances(Ids: [" + instance.get("Id") + "])");
        }
        blockers.add(blocker);
    }

    private static boolean isFrozen(Map<String, Object> instance) {
        return "Pause".equals(JsonWalk.text(instance, "TriggerRecurrence")) && !Launch.isOver(instance) && !Launch.status(instance).equals("Running");
    }

    private String state(Map<String, Object> instance) {
        if (isFrozen(instance)) {
            return Texts.of("is frozen: somebody has paused it, and with it all that comes after");
        }
        return switch (Launch.status(instance)) {
            case "Success" -> Texts.of("has run{0}", at(instance, "FinishedTime", Texts.of(", and ended at ")));
            case "Failure" -> Texts.of("has failed{0}", at(instance, "FinishedTime", " at "));
            case "Running" -> Texts.of("is running{0}", at(instance, "StartedTime", Texts.of(" since ")));
            case "WaitTime" -> Texts.of("waits for its time{0}", at(instance, "TriggerTime", ": "));
            case "WaitResource" -> Texts.of("waits for a place on {0}, which is full{1}",
                    JsonWalk.text(instance, "RuntimeResource", "ResourceGroupId") == null ? Texts.of("its resource group") : Texts.of("resource group {0}", JsonWalk.text(instance, "RuntimeResource", "ResourceGroupId")),
                    at(instance, "WaitingResourceTime", Texts.of(", since ")));
            case "CheckingCondition" -> Texts.of("waits for its condition: the branch or check before it has not decided");
            case "Checking" -> Texts.of("has run, and is being checked for the quality of its data");
            case "NotRun" -> future(instance) ? Texts.of("has not begun; its time is {0}", at(instance, "TriggerTime", "")) : Texts.of("has not begun");
            default -> Texts.of("is {0}", Launch.status(instance));
        };
    }

    private boolean future(Map<String, Object> instance) {
        Long time = Fields.number(instance, "TriggerTime");
        return time != null && time > service.session().clock().millis();
    }

    private String at(Map<String, Object> instance, String field, String before) {
        Long time = Fields.number(instance, field);
        return time == null || time <= 0 ? "" : before + Instant.ofEpochMilli(time).atZone(service.session().context().timeZone())
                .truncatedTo(ChronoUnit.SECONDS).toLocalDateTime().toString().replace('T', ' ');
    }

    private static String name(Map<String, Object> instance) {
        return JsonWalk.text(instance, "TaskName") == null ? String.valueOf(instance.get("Id")) : JsonWalk.text(instance, "TaskName");
    }
}
