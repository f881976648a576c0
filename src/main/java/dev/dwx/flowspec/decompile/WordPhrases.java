package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.build.Params;
import dev.dwx.flowspec.build.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proposals for the words of one value: what runs, when, how often, where. */
final class WordPhrases {
    private static final long LONGEST_INTERVAL = 1_800_000;

    private WordPhrases() {
    }

    static List<List<Statement>> type(Part part) {
        return part.at("script.runtime.command") instanceof String command && !command.isBlank()
                ? Phrases.only(Statement.of("type", command)) : List.of();
    }

    static List<List<Statement>> script(Part part) {
        return part.at("script.content") instanceof String content ? Phrases.only(Statement.of("script", content)) : List.of();
    }

    static List<List<Statement>> cron(Part part) {
        return part.at("trigger.cron") instanceof String cron ? Phrases.only(CronPhrase.of(cron)) : List.of();
    }

    static List<List<Statement>> rerun(Part part, String base) {
        Object times = part.at(base + "rerunTimes");
        Object interval = part.at(base + "rerunInterval");
        if (!(part.at(base + "rerunMode") instanceof String mode)) {
            return List.of();
        }
        Map<String, Object> named = new LinkedHashMap<>();
        if (!mode.equals("Allowed")) {
            named.put("mode", mode);
        }
        if (times instanceof Integer) {
            named.put("times", times);
        }
        if (interval instanceof Integer millis && millis >= 0 && millis <= LONGEST_INTERVAL && millis % 1000 == 0) {
            named.put("every", millis % 60_000 == 0 && millis > 0 ? millis / 60_000 + "m" : millis / 1000 + "s");
        }
        boolean plain = named.isEmpty() || named.size() == 1 && named.containsKey("mode");
        return Phrases.only(plain ? Statement.of("rerun", mode) : Statement.named("rerun", named));
    }

    static List<List<Statement>> timeout(Part part, String base) {
        return part.at(base + "timeout") instanceof Integer hours && hours >= 0 && "HOURS".equals(part.at(base + "timeoutUnit"))
                ? Phrases.only(Statement.of("timeout", hours + "h")) : List.of();
    }

    static List<List<Statement>> datasource(Part part) {
        if (!(part.at("datasource.name") instanceof String name)) {
            return List.of();
        }
        Map<String, Object> named = new LinkedHashMap<>();
        for (String key : new String[] {"type", "subType"}) {
            if (part.at("datasource." + key) instanceof String value) {
                named.put(key, value);
            }
        }
        Statement plain = Statement.of("datasource", name);
        return named.isEmpty() ? Phrases.only(plain) : List.of(List.of(plain), List.of(plain.with(named)));
    }

    static List<List<Statement>> resourceGroup(Part part) {
        return part.at("runtimeResource.resourceGroup") instanceof String group ? Phrases.only(Statement.of("resourceGroup", group))
                : List.of();
    }

    static List<List<Statement>> params(Part part) {
        String path = part.place() == Place.MANUAL_FLOW ? "variables" : "script.parameters";
        if (!(part.at(path) instanceof List<?> variables) || variables.isEmpty()) {
            return List.of();
        }
        List<Map<String, Object>> all = new ArrayList<>();
        for (Object variable : variables) {
            if (part.place() == Place.NODE && ControlPhrases.isTaken(variable)) {
                continue;
            }
            if (!(variable instanceof Map<?, ?> map) || !(map.get("name") instanceof String) || map.get("value") == null
                    || map.get("value") instanceof Iterable) {
                return List.of();
            }
            all.add(copy(map));
        }
        if (all.isEmpty()) {
            return List.of();
        }
        List<List<Statement>> proposals = new ArrayList<>();
        if (all.size() == 1 && "-".equals(all.get(0).get("name")) && all.get(0).get("value") instanceof String text) {
            proposals.add(List.of(Statement.of("paramText", text)));
        }
        List<Object> counted = new ArrayList<>();
        Map<String, Object> named = new LinkedHashMap<>();
        for (Map<String, Object> variable : all) {
            String name = (String) variable.remove("name");
            if (name.equals(String.valueOf(counted.size() + 1))) {
                counted.add(variable.get("value"));
            }
            variable.remove("artifactType", "Variable");
            variable.remove("scope", part.place().isFlow() ? "Workflow" : "NodeParameter");
            String told = Params.isExpression(String.valueOf(variable.get("value"))) ? "System" : "Constant";
            boolean plain = variable.size() == 1 || variable.size() == 2 && told.equals(variable.get("type"));
            named.put(name, plain ? variable.get("value") : variable);
        }
        if (counted.size() == all.size()) {
            proposals.add(List.of(new Statement("params", counted, Map.of(), null)));
        }
        proposals.add(List.of(Statement.named("params", named)));
        return proposals;
    }

    static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
