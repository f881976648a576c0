package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.model.FlowDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A document without what the service gave it, so that it makes new objects wherever it is sent: long ids become names, outputs that are
 * called by an id are called by the project and the name, and the metadata that exports hold is left out.
 */
final class CleanDocument {
    private static final Set<String> GIVEN = Set.of("uuid", "tenantId", "projectId", "project", "innerVersion", "gmtModified", "gmtCreate",
            "createTime", "modifyTime", "container", "schedulerNodeId", "creator", "modifier", "ownerName");
    /** What the service says of an output that it made. */
    private static final Set<String> OF_OUTPUT = Set.of("isDefault", "sourceType");

    private final String project;
    private final Map<String, String> names = new HashMap<>();

    private CleanDocument(String project) {
        this.project = project;
    }

    static FlowDocument of(FlowDocument document) {
        CleanDocument clean = new CleanDocument(Projects.of(document.map()));
        clean.learn(document.map());
        return FlowDocument.of((Map<?, ?>) clean.cleaned(document.map(), ""));
    }

    private static boolean isGiven(Object id) {
        return id instanceof String text && text.matches("[0-9]{10,}") || id instanceof Long;
    }

    private void learn(Object value) {
        if (value instanceof Map<?, ?> map) {
            if (isGiven(map.get("id")) && map.get("name") instanceof String name) {
                names.put(map.get("id").toString(), name);
            }
            map.values().forEach(this::learn);
        } else if (value instanceof List<?> list) {
            list.forEach(this::learn);
        }
    }

    private Object cleaned(Object value, String key) {
        if (value instanceof Map<?, ?> map) {
            boolean output = names.containsKey(String.valueOf(map.get("data")));
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, inner) -> {
                boolean drops = name.equals("id") && isGiven(inner) || key.equals("metadata") && GIVEN.contains(name)
                        || output && OF_OUTPUT.contains(name);
                Object kept = drops ? null : cleaned(inner, String.valueOf(name));
                if (!drops && !(name.equals("metadata") && kept instanceof Map<?, ?> left && left.isEmpty())) {
                    copy.put(String.valueOf(name), kept);
                }
            });
            if (isGiven(map.get("id")) && map.get("name") instanceof String name && map.containsKey("script")) {
                copy.put("id", name);
            }
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(inner -> copy.add(cleaned(inner, key)));
            return copy;
        }
        return value instanceof String text ? renamed(text, key) : value;
    }

    private String renamed(String text, String key) {
        int colon = text.indexOf(':');
        String name = names.get(colon > 0 && key.equals("value") ? text.substring(0, colon) : text);
        if (name == null) {
            return text;
        }
        String output = project == null ? name : project + "." + name;
        return switch (key) {
            case "data", "output" -> output;
            case "value" -> colon > 0 ? output + text.substring(colon) : text;
            case "nodeId", "id" -> name;
            default -> text;
        };
    }
}
