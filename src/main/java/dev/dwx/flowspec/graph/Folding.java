package dev.dwx.flowspec.graph;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Draws a large graph smaller: chains without a branch become one node with their ends written on it, and of a layer that is too wide
 * the nodes with the most edges stay while the others become {@code … 37 more}.
 */
final class Folding {
    private static final int SHORTEST_CHAIN = 4;

    private Folding() {
    }

    /**
     * The smaller graph.
     *
     * @param kept nodes that have to be seen, whatever else is folded
     * @param perLayer how many nodes a layer shows, the folded ones counting as one
     * @param dots what stands for what is left out
     */
    static FlowGraph of(FlowGraph graph, Set<String> kept, int perLayer, String dots) {
        FlowGraph chained = graph.folded(chains(graph, kept, dots));
        return chained.folded(layers(chained, kept, Math.max(2, perLayer), dots));
    }

    private static Map<String, GraphNode> chains(FlowGraph graph, Set<String> kept, String dots) {
        Map<String, List<String>> children = graph.children();
        Map<String, List<String>> parents = graph.parents();
        Map<String, GraphNode> into = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (GraphNode node : graph.nodes()) {
            if (seen.contains(node.id()) || !isLink(node.id(), children, parents, kept, graph)
                    || isLink(before(node.id(), parents), children, parents, kept, graph)) {
                continue;
            }
            List<String> chain = new ArrayList<>();
            for (String id = node.id(); isLink(id, children, parents, kept, graph) && seen.add(id); id = after(id, children)) {
                chain.add(id);
            }
            if (chain.size() >= SHORTEST_CHAIN) {
                List<String> labels = new ArrayList<>();
                chain.forEach(id -> labels.add(graph.label(id)));
                GraphNode fold = GraphNode.fold("chain " + node.id(), labels.get(0) + " " + dots + " " + labels.get(labels.size() - 1)
                        + " (" + labels.size() + ")", labels);
                chain.forEach(id -> into.put(id, fold));
            }
        }
        return into;
    }

    private static String before(String id, Map<String, List<String>> parents) {
        return parents.get(id).isEmpty() ? null : parents.get(id).get(0);
    }

    private static String after(String id, Map<String, List<String>> children) {
        return children.get(id).isEmpty() ? null : children.get(id).get(0);
    }

    /** Part of a chain: one before it and one after it at most, and not alone. */
    private static boolean isLink(String id, Map<String, List<String>> children, Map<String, List<String>> parents, Set<String> kept,
            FlowGraph graph) {
        return id != null && !kept.contains(id) && graph.node(id).kind() == GraphNode.Kind.NODE && parents.get(id).size() <= 1
                && children.get(id).size() <= 1 && parents.get(id).size() + children.get(id).size() > 0;
    }

    private static Map<String, GraphNode> layers(FlowGraph graph, Set<String> kept, int perLayer, String dots) {
        Map<String, Integer> degree = new HashMap<>();
        for (GraphEdge edge : graph.edges()) {
            degree.merge(edge.from(), 1, Integer::sum);
            degree.merge(edge.to(), 1, Integer::sum);
        }
        Map<String, GraphNode> into = new LinkedHashMap<>();
        int number = 0;
        for (List<String> layer : Ranks.of(graph)) {
            number++;
            if (layer.size() <= perLayer) {
                continue;
            }
            List<String> weighed = new ArrayList<>(layer);
            weighed.sort(Comparator.comparing((String id) -> !kept.contains(id)).thenComparing(id -> -degree.getOrDefault(id, 0) - graph.node(id).members().size()));
            List<String> rest = weighed.subList(perLayer - 1, weighed.size());
            List<String> hidden = new ArrayList<>(rest);
            hidden.removeIf(kept::contains);
            if (hidden.size() < 2) {
                continue;
            }
            List<String> labels = new ArrayList<>();
            for (String id : hidden) {
                GraphNode node = graph.node(id);
                labels.addAll(node.members().isEmpty() ? List.of(node.label()) : node.members());
            }
            GraphNode fold = GraphNode.fold("layer " + number, Texts.of("{0} {1} more", dots, labels.size()), labels);
            hidden.forEach(id -> into.put(id, fold));
        }
        return into;
    }
}
