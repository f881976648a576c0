package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.build.NodeWord;
import dev.dwx.flowspec.build.NodeWords;
import dev.dwx.flowspec.build.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the blocks that a document falls into.
 *
 * @param derive whether the builder fills in what is not said, so that the start of a loop need not be
 * @param inside whether nodes inside loops and combined nodes have blocks of their own
 */
record Parts(boolean derive, boolean inside) {
    private static final Set<String> CONTAINERS = Set.of("do-while", "for-each", "combined", "subflow");

    /** The outermost block, with those inside. */
    Part of(Map<String, Object> document) {
        Object kind = document.get("kind");
        if (document.get("spec") instanceof Map<?, ?> body) {
            if (first(body, "workflows") != null) {
                return flow("TriggerWorkflow".equals(kind) ? Place.TRIGGER_FLOW : Place.FLOW, List.of("spec", "workflows", 0),
                        first(body, "workflows"));
            }
            if (first(body, "nodes") != null && String.valueOf(kind).endsWith("Workflow")) {
                return flow(Place.MANUAL_FLOW, List.of("spec"), cast(body));
            }
            if (first(body, "nodes") != null) {
                Part node = new Part(Place.NODE, any(), name(first(body, "nodes"), new HashSet<>()), List.of("spec", "nodes", 0),
                        first(body, "nodes"));
                inside(node);
                return node;
            }
            if (first(body, "fileResources") != null) {
                return single(Place.RESOURCE, "fileResources", body);
            }
            if (first(body, "functions") != null) {
                return single(Place.FUNCTION, "functions", body);
            }
            if (first(body, "components") != null) {
                return single(Place.COMPONENT, "components", body);
            }
        }
        return raw();
    }

    /** A block for a document that nothing is known of. */
    static Part raw() {
        return new Part(Place.NODE, any(), "document", List.of("spec", "nodes", 0), Map.of());
    }

    /** The word for nodes of every type; the only one that begins a document. */
    private static NodeWord any() {
        return NodeWords.named("node").orElseThrow();
    }

    private static Map<String, Object> first(Map<?, ?> body, String section) {
        return body.get(section) instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> map ? cast(map) : null;
    }

    private static Part single(Place place, String section, Map<?, ?> body) {
        Map<String, Object> entity = first(body, section);
        return new Part(place, null, name(entity, new HashSet<>()), List.of("spec", section, 0), entity);
    }

    private Part flow(Place place, List<Object> path, Map<String, Object> entity) {
        Part flow = new Part(place, null, name(entity, new HashSet<>()), path, entity);
        nodes(flow, entity.get("nodes"), List.of("nodes"));
        return flow;
    }

    /** Blocks for the nodes of a list, unless something else stands among them. */
    private boolean nodes(Part owner, Object list, List<?> way) {
        List<Part> nodes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; list instanceof List<?> all && i < all.size(); i++) {
            if (!(all.get(i) instanceof Map<?, ?> map)) {
                return false;
            }
            List<Object> path = new ArrayList<>(owner.path());
            path.addAll(way);
            path.add(i);
            nodes.add(node(path, cast(map), names));
        }
        nodes.forEach(owner::add);
        return list instanceof List;
    }

    /** Blocks for the nodes of a loop, a combined node or a subflow. */
    private void inside(Part node) {
        if (!inside || node.inner() == null || !CONTAINERS.contains(node.inner()) || !(node.entity().get(node.inner()) instanceof Map<?, ?> inner)
                || !nodes(node, inner.get("nodes"), List.of(node.inner(), "nodes"))) {
            return;
        }
        if (node.inner().equals("do-while") && inner.get("while") instanceof Map<?, ?> last) {
            List<Object> path = new ArrayList<>(node.path());
            path.addAll(List.of("do-while", "while"));
            Set<String> names = new HashSet<>();
            node.nodes().forEach(one -> names.add(one.name()));
            Part end = node(path, cast(last), names);
            node.add(end);
        }
        if (derive && !node.nodes().isEmpty() && node.isLoop()) {
            Part start = node.nodes().get(0);
            if (start.name().equals("start") && (node.name() + "_start").equals(start.at("id")) && String.valueOf(command(start.entity()))
                    .endsWith("_START")) {
                node.nodes().remove(0);
            }
        }
    }

    private static String command(Map<String, Object> entity) {
        return entity.get("script") instanceof Map<?, ?> script && script.get("runtime") instanceof Map<?, ?> runtime
                && runtime.get("command") instanceof String text ? text : null;
    }

    private Part node(List<Object> path, Map<String, Object> entity, Set<String> names) {
        String command = command(entity);
        Part node = new Part(Place.NODE, command == null ? any() : NodeWords.of(command).orElse(any()), name(entity, names), path, entity);
        inside(node);
        return node;
    }

    /** Its name; one that is made up where there is none, or where it is taken. */
    private static String name(Map<String, Object> entity, Set<String> taken) {
        Object given = entity.get("name") instanceof String text && !text.isBlank() ? text
                : entity.get("id") instanceof String text && !text.isBlank() ? text : "unnamed";
        String name = given.toString();
        for (int i = 2; !taken.add(name); i++) {
            name = given + "_" + i;
        }
        return name;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
