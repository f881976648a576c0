package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.build.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What waits for what, said by {@code after}, or by the word of a branch, a join or a value that is passed on. */
final class Edges {
    private static final String NORMAL = "Normal";
    private static final String SELF = "CrossCycleDependsOnSelf";
    private static final String CHILDREN = "CrossCycleDependsOnChildren";
    private static final String OTHER = "CrossCycleDependsOnOtherNode";

    private final Map<String, Object> document;
    /** The project whose name begins derived outputs; {@code null} where nothing is derived. */
    private final String project;

    private final Map<Part, Map<Object, List<Object>>> leads = new IdentityHashMap<>();

    Edges(Map<String, Object> document, String project) {
        this.document = document;
        this.project = project;
    }

    /** Says the edges of every part. */
    void say(Part root) {
        say(root, document.get("spec") instanceof Map<?, ?> map ? map.get("flow") : null);
        inside(root);
    }

    private void inside(Part owner) {
        String key = owner.place() == Place.MANUAL_FLOW ? "flow" : owner.place().isFlow() ? "dependencies"
                : owner.inner() + (owner.isLoop() ? ".flow" : ".dependencies");
        for (Part node : owner.nodes()) {
            say(node, owner.at(key));
            inside(node);
        }
    }

    private void say(Part part, Object entries) {
        List<?> depends = depends(part, entries);
        part.depends(depends);
        if (depends.isEmpty() && part.place() == Place.NODE && part.at("inputs.nodeOutputs") instanceof List<?> inputs && project != null) {
            depends = asEdges(inputs);
        }
        depends = depends.subList(0, depends.size() - said(part, depends));
        if (project != null && part.owner() != null && part.owner().isRound() && (part.isEnd() || depends.equals(List.of(start(part))))) {
            // The builder makes the way from the start of a loop to its end.
            return;
        }
        List<Statement> after = statements(depends, part.siblings());
        boolean derived = project != null && part.owner() == null && after.size() == 1 && part.place() != Place.TRIGGER_FLOW
                && after.get(0).equals(Statement.of("after", project + "_root"));
        if (!after.isEmpty() && !derived) {
            part.said().put("after", after);
        }
    }

    /** The edge to the start of the loop around a node, as the builder makes it. */
    private Map<String, Object> start(Part part) {
        Map<String, Object> edge = edge(project + "." + part.owner().name() + "_start");
        edge.put("refTableName", "start");
        return edge;
    }

    private static List<?> depends(Part part, Object entries) {
        Object id = part.at("id") != null ? part.at("id") : part.at("name");
        if (entries instanceof List<?> list && id != null) {
            for (Object entry : list) {
                if (entry instanceof Map<?, ?> map && id.equals(map.get("nodeId")) && map.get("depends") instanceof List<?> all) {
                    return all;
                }
            }
        }
        return List.of();
    }

    /** How many edges, the last ones, follow from other words. */
    private int said(Part part, List<?> depends) {
        List<Object> follow = new ArrayList<>(ControlPhrases.joined(part, project));
        if (project != null && part.owner() != null) {
            follow.addAll(leads.computeIfAbsent(part.owner(), this::leads).getOrDefault(part.name(), List.of()));
        }
        ControlPhrases.bound(part).forEach(output -> follow.add(edge(output)));
        for (int from = 0; from < follow.size(); from++) {
            List<Object> tail = follow.subList(from, follow.size());
            if (depends.size() >= tail.size() && depends.subList(depends.size() - tail.size(), depends.size()).equals(tail)) {
                return tail.size();
            }
        }
        return 0;
    }

    /** The edges to each node that follow from the branches beside it. */
    private Map<Object, List<Object>> leads(Part owner) {
        Map<Object, List<Object>> edges = new HashMap<>();
        for (Part node : owner.nodes()) {
            ControlPhrases.leads(node, project).forEach((output, to) -> edges.computeIfAbsent(to, key -> new ArrayList<>()).add(edge(output)));
        }
        return edges;
    }

    static Map<String, Object> edge(Object output) {
        Map<String, Object> edge = new LinkedHashMap<>();
        edge.put("type", NORMAL);
        edge.put("output", output);
        return edge;
    }

    /** Inputs stand for edges where there are none. */
    private static List<Object> asEdges(List<?> inputs) {
        List<Object> edges = new ArrayList<>();
        for (Object input : inputs) {
            if (input instanceof Map<?, ?> map && map.get("data") instanceof String data) {
                edges.add(edge(data));
            }
        }
        return edges;
    }

    private List<Statement> statements(List<?> depends, List<Part> siblings) {
        List<Statement> statements = new ArrayList<>();
        int rank = 9;
        List<Object> plain = new ArrayList<>();
        Map<String, Object> named = new LinkedHashMap<>();
        for (Object depend : depends) {
            if (!(depend instanceof Map<?, ?> edge)) {
                continue;
            }
            Object type = edge.get("type");
            int own = SELF.equals(type) ? 1 : CHILDREN.equals(type) ? 2 : OTHER.equals(type) ? 3 : 0;
            Object target = own == 1 || own == 2 ? Boolean.TRUE : target(edge, siblings);
            if (target == null) {
                continue;
            }
            if (own < rank || own == rank && own != 0) {
                finish(statements, plain, named);
            }
            rank = own;
            switch (own) {
                case 0 -> plain.add(target);
                case 1 -> named.put("self", true);
                case 2 -> named.put("children", true);
                default -> named.put("crossCycle", target);
            }
        }
        finish(statements, plain, named);
        return statements;
    }

    private static void finish(List<Statement> statements, List<Object> plain, Map<String, Object> named) {
        if (!plain.isEmpty() || !named.isEmpty()) {
            statements.add(new Statement("after", plain, named, null));
            plain.clear();
            named.clear();
        }
    }

    /** The name of a node of the flow, or an output; {@code null} where neither says it. */
    private String target(Map<?, ?> edge, List<Part> siblings) {
        if (edge.get("output") instanceof String output) {
            for (Part sibling : siblings) {
                if (output.equals(sibling.output(project)) && (edge.get("refTableName") != null || !isOutput(output, siblings))) {
                    return sibling.name();
                }
            }
            return isOutput(output, siblings) ? output : null;
        }
        for (Part sibling : siblings) {
            if (edge.get("nodeId") != null && edge.get("nodeId").equals(sibling.at("id"))) {
                return sibling.name();
            }
        }
        return null;
    }

    /** What the word {@code after} takes for an output of elsewhere. */
    private static boolean isOutput(String text, List<Part> siblings) {
        for (Part sibling : siblings) {
            if (text.equals(sibling.name()) || text.equals(sibling.at("id"))) {
                return false;
            }
        }
        return text.indexOf('.') >= 0 || text.endsWith("_root") || text.matches("[0-9]{10,}");
    }
}
