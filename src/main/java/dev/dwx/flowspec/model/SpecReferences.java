package dev.dwx.flowspec.model;

import dev.dwx.json.JsonWalk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts that are written once and named where they are used: {@code {{scripts.s1}}}, {@code {{s1}}} and {@code s1} mean the same,
 * since only the kind of part that the place wants and the id count.
 */
final class SpecReferences {
    private static final List<String> SHARED = List.of("scripts", "triggers", "runtimeResources", "artifacts");
    /** Which parts a place wants, by the key it has. */
    private static final Map<String, String> WANTED = Map.ofEntries(Map.entry("script", "scripts"), Map.entry("trigger", "triggers"),
            Map.entry("runtimeResource", "runtimeResources"), Map.entry("datasource", "datasources"),
            Map.entry("component", "components"), Map.entry("referenceVariable", "variables"), Map.entry("file", "files"),
            Map.entry("nodes", "nodes"), Map.entry("fileResources", "fileResources"), Map.entry("functions", "functions"),
            Map.entry("parameters", "variables"), Map.entry("variables", "variables"), Map.entry("tables", "tables"),
            Map.entry("nodeOutputs", "nodeOutputs"), Map.entry("outputs", "nodeOutputs"), Map.entry("output", "nodeOutputs"));

    /** Kind and id, as one text, to the part. */
    private final Map<String, Object> parts = new HashMap<>();

    private SpecReferences(Map<String, Object> body) {
        for (String kind : List.of("scripts", "triggers", "runtimeResources", "datasources", "components", "variables", "nodes",
                "fileResources", "functions")) {
            index(kind, JsonWalk.list(body, kind));
        }
        for (String kind : List.of("tables", "nodeOutputs", "variables")) {
            index(kind, JsonWalk.list(body, "artifacts", kind));
        }
        index("nodeOutputs", JsonWalk.list(body, "artifacts", "outputs"));
        index("nodeOutputs", JsonWalk.list(body, "artifacts", "nodeoutputs"));
        for (Object store : SpecMaps.map(body, "files").values()) {
            index("files", store instanceof List<?> list ? list : List.of());
        }
    }

    private void index(String kind, List<?> list) {
        for (Object part : list) {
            String id = JsonWalk.text(part, "id");
            if (id != null) {
                parts.put(kind + " " + id, part);
            }
        }
    }

    /** The id in a reference, any of its spellings; the text itself where it is none. */
    static String bare(String text) {
        if (text == null || !text.startsWith("{{") || !text.endsWith("}}")) {
            return text;
        }
        String inside = text.substring(2, text.length() - 2).strip();
        return inside.substring(inside.indexOf('.') + 1).strip();
    }

    /** The body with every part where it is used, and without the lists of shared parts; the same object where nothing is shared. */
    static Map<String, Object> resolved(Map<String, Object> body) {
        SpecReferences references = new SpecReferences(body);
        Map<String, Object> whole = body;
        for (String key : SHARED) {
            if (whole.containsKey(key)) {
                whole = whole == body ? new LinkedHashMap<>(body) : whole;
                whole.remove(key);
            }
        }
        return references.map(whole, 0);
    }

    /** The same object where nothing in it is a reference. */
    private Map<String, Object> map(Map<String, Object> map, int depth) {
        Map<String, Object> copy = null;
        for (Map.Entry<String, Object> entry : map.entrySet()) {
            Object value = value(entry.getKey(), entry.getValue(), depth);
            if (value != entry.getValue()) {
                copy = copy == null ? new LinkedHashMap<>(map) : copy;
                copy.put(entry.getKey(), value);
            }
        }
        return copy == null ? map : copy;
    }

    private Object value(String key, Object value, int depth) {
        // A part that holds itself would never end.
        if (depth > 60) {
            return value;
        }
        if (value instanceof Map<?, ?>) {
            return map(SpecMaps.cast(value), depth + 1);
        }
        if (value instanceof List<?> list) {
            List<Object> copy = null;
            for (int i = 0; i < list.size(); i++) {
                Object element = value(key, list.get(i), depth + 1);
                if (element != list.get(i)) {
                    copy = copy == null ? new ArrayList<>(list) : copy;
                    copy.set(i, element);
                }
            }
            return copy == null ? list : copy;
        }
        return value instanceof String text ? part(key, text, depth) : value;
    }

    private Object part(String key, String text, int depth) {
        if (key.equals("nodeId")) {
            return bare(text);
        }
        String wanted = WANTED.get(key);
        Object part = wanted == null ? null : parts.get(wanted + " " + bare(text));
        if (part == null) {
            return key.equals("output") ? bare(text) : text;
        }
        // The output of an edge is a text: the name that the artifact has.
        String data = key.equals("output") ? JsonWalk.text(part, "data") : null;
        return data != null ? data : value(key, part, depth + 1);
    }
}
