package dev.dwx.flowspec.diff;

import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.model.SpecNode;
import dev.dwx.flowspec.model.SpecPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings differences into a document. */
final class Changing {
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, List<String>> outputs = new HashMap<>();
    private FlowDocument document;

    private Changing(FlowDocument document) {
        this.document = document;
        document.workflow().ifPresent(flow -> ids.put(flow.name().orElse(""), flow.id().or(flow::name).orElse("")));
        document.allNodes().forEach(this::know);
    }

    private void know(SpecNode node) {
        ids.put(node.name().orElseGet(node::key), node.key());
        outputs.put(node.name().orElseGet(node::key), node.outputs());
    }

    /** Changes first, then what comes in, and last what goes, from the end: so no place moves before its turn. */
    static FlowDocument apply(FlowDocument before, List<Comparison.Found> all) {
        Changing changing = new Changing(before);
        List<SpecPath> gone = new ArrayList<>();
        for (Comparison.Found found : all) {
            if (found.before() == null || found.after() == null) {
                continue;
            }
            if (found.before().edge != null) {
                changing.edge(found.into(), found.after());
                found.before().edge.said().forEach(path -> gone.add(SpecPath.parse(path)));
            } else {
                changing.put(found.before().at.path(), found.after().raw);
            }
        }
        changing.document.allNodes().forEach(changing::know);
        for (Comparison.Found found : all) {
            if (found.before() == null && found.after().edge == null) {
                changing.put(changing.free(place(found.into(), found.after())), found.after().raw);
            }
        }
        changing.document.allNodes().forEach(changing::know);
        for (Comparison.Found found : all) {
            if (found.before() == null && found.after().edge != null) {
                changing.edge(found.into(), found.after());
            } else if (found.after() == null) {
                List<String> said = found.before().edge == null ? List.of(found.before().at.path().toString()) : found.before().edge.said();
                said.forEach(path -> gone.add(SpecPath.parse(path)));
            }
        }
        gone.sort((one, other) -> -order(one, other));
        gone.forEach(path -> changing.document = changing.document.without(path.toString()));
        return changing.document;
    }

    /** Where something would stand in the document before. */
    static SpecPath place(Part into, Part part) {
        if (part.edge != null) {
            return into.at.path().index(0);
        }
        return into.isList() ? into.at.path().index(((List<?>) into.raw).size()) : into.at.path().key((String) part.at.step());
    }

    /** The next free place, when others came in before. */
    private SpecPath free(SpecPath path) {
        Object last = path.steps().get(path.steps().size() - 1);
        SpecPath list = new SpecPath(path.steps().subList(0, path.steps().size() - 1));
        return last instanceof Integer && list.in(document.map()) instanceof List<?> elements ? list.index(elements.size()) : path;
    }

    private void put(SpecPath path, Object value) {
        document = document.with(path.toString(), value);
    }

    private void edge(Part into, Part part) {
        Map<String, Object> depends = new LinkedHashMap<>(part.raw instanceof Map<?, ?> map ? cast(map) : Map.of());
        List.of("data", "artifactType", "isDefault", "id").forEach(depends::remove);
        depends.put("type", part.edge.type());
        if (part.edge.from() != null && ids.containsKey(part.edge.from())) {
            source(depends, part.edge.from());
        } else if (part.edge.output() != null) {
            depends.remove("nodeId");
            depends.put("output", part.edge.output());
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("nodeId", ids.getOrDefault(part.edge.to(), part.edge.to()));
        entry.put("depends", List.of(depends));
        SpecPath list = into.at.path();
        put(list.in(document.map()) instanceof List<?> old ? list.index(old.size()) : list.index(0), entry);
    }

    /** By the node's output where there is one: an edge by the id of a node without outputs would not count. */
    private void source(Map<String, Object> depends, String node) {
        List<String> made = outputs.getOrDefault(node, List.of());
        if (made.isEmpty() || depends.get("nodeId") != null) {
            depends.remove("output");
            depends.put("nodeId", ids.get(node));
        } else if (!made.contains(String.valueOf(depends.get("output")))) {
            depends.put("output", made.get(0));
        }
    }

    private static int order(SpecPath one, SpecPath other) {
        for (int i = 0; i < Math.min(one.steps().size(), other.steps().size()); i++) {
            Object a = one.steps().get(i);
            Object b = other.steps().get(i);
            int order = a instanceof Integer x && b instanceof Integer y ? Integer.compare(x, y) : a.toString().compareTo(b.toString());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.steps().size(), other.steps().size());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }
}
