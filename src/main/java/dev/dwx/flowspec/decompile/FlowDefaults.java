package dev.dwx.flowspec.decompile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What most nodes of a workflow have in common, said once by the workflow: resource group, and data source by its type. */
final class FlowDefaults {
    private FlowDefaults() {
    }

    static void say(Part flow) {
        List<Object> groups = new ArrayList<>();
        Map<String, List<Object>> sources = new LinkedHashMap<>();
        for (Part node : flow.nodes()) {
            groups.add(node.at("runtimeResource.resourceGroup"));
            String type = node.type() == null ? null : node.type().source();
            if (type != null) {
                Object name = node.at("datasource") instanceof Map<?, ?> source && Phrases.hasJust(source, "name", "type")
                        && type.equals(source.get("type")) ? source.get("name") : null;
                sources.computeIfAbsent(type, key -> new ArrayList<>()).add(name);
            }
        }
        String group = common(groups);
        if (group != null) {
            flow.say(Statement.of("resourceGroup", group));
        }
        List<Statement> all = new ArrayList<>();
        sources.forEach((type, names) -> {
            String name = common(names);
            if (name != null) {
                all.add(type.equals("odps") ? Statement.of("datasource", name) : Statement.of("datasource", name).with(Map.of("type", type)));
            }
        });
        if (!all.isEmpty()) {
            flow.said().put("datasource", all);
        }
    }

    /** The text that occurs most often, where that saves words: nodes without any would have to say so. */
    private static String common(List<Object> values) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int without = 0;
        for (Object value : values) {
            if (value instanceof String text) {
                counts.merge(text, 1, Integer::sum);
            } else {
                without++;
            }
        }
        String most = null;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            most = most == null || count.getValue() > counts.get(most) ? count.getKey() : most;
        }
        return most != null && counts.get(most) > 1 + without ? most : null;
    }
}
