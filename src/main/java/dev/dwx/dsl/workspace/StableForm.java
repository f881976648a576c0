package dev.dwx.dsl.workspace;

import dev.dwx.flowspec.diff.SpecDiff;
import dev.dwx.flowspec.model.FlowDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document without what changes by itself: times, writers, places in lists whose order means nothing. */
final class StableForm {
    private StableForm() {
    }

    static FlowDocument of(FlowDocument document) {
        return FlowDocument.of((Map<?, ?>) stable("", document.map()));
    }

    private static Object stable(String key, Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, inner) -> {
                Object kept = key.equals("metadata") && SpecDiff.isOfService(name.toString()) ? null : stable(name.toString(), inner);
                boolean gone = name.equals("metadata") && kept instanceof Map<?, ?> left && left.isEmpty();
                if (kept != null && !gone) {
                    copy.put(name.toString(), kept);
                }
            });
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(stable("", element)));
            switch (key) {
                case "nodes" -> copy.sort((one, other) -> text(one, "name").compareTo(text(other, "name")));
                case "flow", "dependencies" -> copy.sort((one, other) -> text(one, "nodeId").compareTo(text(other, "nodeId")));
                case "depends" -> copy.sort((one, other) -> (text(one, "type") + text(one, "output") + text(one, "nodeId"))
                        .compareTo(text(other, "type") + text(other, "output") + text(other, "nodeId")));
                default -> { }
            }
            return copy;
        }
        return value;
    }

    private static String text(Object element, String key) {
        return element instanceof Map<?, ?> map && map.get(key) != null ? map.get(key).toString() : "";
    }
}
