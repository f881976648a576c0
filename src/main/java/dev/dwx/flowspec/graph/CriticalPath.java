package dev.dwx.flowspec.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The chain of nodes, each waiting for the one before it, that took longest in all: nothing else makes the whole faster.
 *
 * @param nodes ids, the first that ran first
 * @param total the sum of their durations
 */
public record CriticalPath(List<String> nodes, Duration total) {
    public CriticalPath {
        nodes = List.copyOf(nodes);
    }

    /**
     * Finds it.
     *
     * @param durations by id; nodes without one count for nothing
     */
    public static CriticalPath of(FlowGraph graph, Map<String, Duration> durations) {
        Map<String, List<String>> parents = graph.parents();
        Map<String, Duration> sums = new HashMap<>();
        Map<String, String> before = new HashMap<>();
        String last = null;
        for (List<String> layer : Ranks.of(graph)) {
            for (String id : layer) {
                Duration most = Duration.ZERO;
                for (String parent : parents.get(id)) {
                    if (sums.get(parent).compareTo(most) > 0) {
                        most = sums.get(parent);
                        before.put(id, parent);
                    }
                }
                sums.put(id, most.plus(durations.getOrDefault(id, Duration.ZERO)));
                if (last == null || sums.get(id).compareTo(sums.get(last)) > 0) {
                    last = id;
                }
            }
        }
        List<String> way = new ArrayList<>();
        boolean any = last != null && !sums.get(last).isZero();
        for (String id = any ? last : null; id != null; id = before.get(id)) {
            way.add(id);
        }
        Collections.reverse(way);
        // A port, or what never ran, is no part of the time.
        way.removeIf(id -> !durations.containsKey(id));
        return new CriticalPath(way, any ? sums.get(last) : Duration.ZERO);
    }
}
