package dev.dwx.flowspec.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which layer each node is in: below all that it waits for, by the longest way. */
final class Ranks {
    private Ranks() {
    }

    /** Layers, the first on top; every edge leads to a later one. */
    static List<List<String>> of(FlowGraph graph) {
        Map<String, List<String>> children = graph.children();
        Map<String, List<String>> parents = graph.parents();
        Map<String, Integer> waiting = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        parents.forEach((id, above) -> {
            waiting.put(id, above.size());
            if (above.isEmpty()) {
                ready.add(id);
            }
        });
        Map<String, Integer> rank = new LinkedHashMap<>();
        List<String> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String id = ready.poll();
            order.add(id);
            rank.putIfAbsent(id, 0);
            for (String child : children.get(id)) {
                rank.merge(child, rank.get(id) + 1, Math::max);
                if (waiting.merge(child, -1, Integer::sum) == 0) {
                    ready.add(child);
                }
            }
        }
        // What waits for nothing stands just above the first that waits for it.
        for (String id : order) {
            if (parents.get(id).isEmpty() && !children.get(id).isEmpty()) {
                int least = Integer.MAX_VALUE;
                for (String child : children.get(id)) {
                    least = Math.min(least, rank.get(child));
                }
                rank.put(id, least - 1);
            }
        }
        List<List<String>> layers = new ArrayList<>();
        for (GraphNode node : graph.nodes()) {
            int at = rank.get(node.id());
            while (layers.size() <= at) {
                layers.add(new ArrayList<>());
            }
            layers.get(at).add(node.id());
        }
        layers.removeIf(List::isEmpty);
        return layers;
    }
}
