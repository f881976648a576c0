package dev.dwx.dsl.lifecycle;

import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.model.SpecNode;
import dev.dwx.flowspec.model.SpecWorkflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document with the ids that its objects have at the service: an import updates what comes with its id and makes anew what does not.
 * What refers to a node by the id that it had in the document, the edges above all, refers to the new one.
 */
final class Identified {
    /** Keys whose text is the id of a node of the same document. */
    private static final List<String> REFERENCES = List.of("nodeId", "node");

    private final Map<String, String> replaced = new HashMap<>();

    private Identified() {
    }

    /**
     * Fills ids in.
     *
     * @param workflow the workflow's id, or {@code null} while it has none
     * @param nodes ids of nodes by their names
     */
    static FlowDocument of(FlowDocument document, String workflow, Map<String, String> nodes) {
        Identified identified = new Identified();
        Map<String, String> byPath = new HashMap<>();
        document.workflow().ifPresent(each -> identified.learn(byPath, each, workflow));
        if (workflow != null && document.workflow().isEmpty() && document.map().get("spec") instanceof Map) {
            // The older form, which manual workflows have: the workflow is the body.
            byPath.put("spec", workflow);
        }
        for (SpecNode node : document.nodes()) {
            String id = node.name().map(nodes::get).orElse(null);
            if (id != null) {
                byPath.put(node.path(), id);
                node.id().ifPresent(old -> identified.replaced.put(old, id));
            }
        }
        return FlowDocument.of((Map<?, ?>) identified.copy(document.map(), "", "", byPath));
    }

    private void learn(Map<String, String> byPath, SpecWorkflow workflow, String id) {
        if (id != null) {
            byPath.put(workflow.path(), id);
            workflow.id().ifPresent(old -> replaced.put(old, id));
        }
    }

    private Object copy(Object value, String key, String path, Map<String, String> byPath) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            String own = byPath.get(path);
            if (own != null && !map.containsKey("id")) {
                copy.put("id", own);
            }
            map.forEach((name, inner) -> copy.put(name.toString(), own != null && name.equals("id") ? own
                    : copy(inner, name.toString(), path.isEmpty() ? name.toString() : path + "." + name, byPath)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                copy.add(copy(list.get(i), key, path + "[" + i + "]", byPath));
            }
            return copy;
        }
        return value instanceof String text && REFERENCES.contains(key) ? replaced.getOrDefault(text, text) : value;
    }
}
