package dev.dwx.dsl.workspace;

import dev.dwx.flowspec.diff.SpecChange;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.model.SpecEdge;
import dev.dwx.flowspec.model.SpecNode;
import dev.dwx.flowspec.model.SpecPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The document of an {@code UpdateNode}: the node's id and what changes, since the service lays it over what it has. Objects merge,
 * so only the part that changes is sent; lists are replaced, so they are sent whole.
 */
final class Increment {
    private final FlowDocument held;
    private final SpecNode before;
    private final SpecNode after;
    private final FlowDocument applied;

    /**
     * @param held the node as it is, or the workflow with it
     * @param applied the same with all changes made
     */
    Increment(FlowDocument held, FlowDocument applied, SpecNode before, SpecNode after) {
        this.held = held;
        this.applied = applied;
        this.before = before;
        this.after = after;
    }

    /** @param changes those of this node */
    FlowDocument document(List<SpecChange> changes) {
        int depth = SpecPath.parse(before.path()).steps().size();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("version", held.version().orElse("1.1.0"));
        document.put("kind", "Node");
        document.put("spec", Map.of("nodes", List.of(Map.of())));
        FlowDocument part = FlowDocument.of(document).with("spec.nodes[0].id", before.id().orElseThrow())
                .with("spec.nodes[0].name", after.name().orElseThrow());
        boolean edges = false;
        for (SpecChange change : changes) {
            if (change.field().startsWith("waits for")) {
                edges = true;
                continue;
            }
            List<Object> steps = new ArrayList<>();
            for (Object step : SpecPath.parse(change.path()).steps().subList(depth, SpecPath.parse(change.path()).steps().size())) {
                if (step instanceof Integer) {
                    break;
                }
                steps.add(step);
            }
            SpecPath path = new SpecPath(steps);
            Object now = path.in(after.map());
            part = part.with("spec.nodes[0]." + path, now == null ? nothing(path.in(before.map())) : now);
        }
        return edges ? edges(part) : part;
    }

    /** Leaving a key out would leave it as it is. */
    private static Object nothing(Object was) {
        return was instanceof String ? "" : was instanceof List ? List.of() : null;
    }

    private FlowDocument edges(FlowDocument part) {
        List<Object> depends = new ArrayList<>();
        for (SpecEdge edge : applied.edges()) {
            if (edge.to().equals(after.key())) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("type", edge.type());
                if (edge.output() != null) {
                    one.put("output", edge.output());
                } else if (edge.nodeId() != null) {
                    one.put("nodeId", edge.nodeId());
                }
                depends.add(one);
            }
        }
        List<Object> list = List.of(Map.of("nodeId", before.id().orElseThrow(), "depends", depends));
        List<Object> inputs = after.map().get("inputs") instanceof Map<?, ?> map && map.get("nodeOutputs") instanceof List<?> own
                ? new ArrayList<>(own) : List.of();
        return part.with("spec.flow", list).with("spec.dependencies", list).with("spec.nodes[0].inputs.nodeOutputs", inputs);
    }
}
