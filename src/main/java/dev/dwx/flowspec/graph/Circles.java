package dev.dwx.flowspec.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Edges that lead back to where one came from. */
final class Circles {
    private Circles() {
    }

    /** Edges without which there is no circle: those that a walk in depth finds leading to a node it is still below. */
    static Set<GraphEdge> closing(Collection<String> nodes, Set<GraphEdge> edges) {
        Map<String, List<GraphEdge>> out = new HashMap<>();
        for (GraphEdge edge : edges) {
            out.computeIfAbsent(edge.from(), from -> new ArrayList<>()).add(edge);
        }
        Set<GraphEdge> closing = new LinkedHashSet<>();
        Set<String> done = new HashSet<>();
        Set<String> below = new HashSet<>();
        for (String start : nodes) {
            if (done.contains(start)) {
                continue;
            }
            Deque<String> way = new ArrayDeque<>(List.of(start));
            Deque<Iterator<GraphEdge>> open = new ArrayDeque<>();
            open.push(out.getOrDefault(start, List.of()).iterator());
            below.add(start);
            while (!open.isEmpty()) {
                if (!open.peek().hasNext()) {
                    open.pop();
                    below.remove(way.peek());
                    done.add(way.pop());
                    continue;
                }
                GraphEdge edge = open.peek().next();
                if (below.contains(edge.to())) {
                    closing.add(edge);
                } else if (!done.contains(edge.to())) {
                    way.push(edge.to());
                    below.add(edge.to());
                    open.push(out.getOrDefault(edge.to(), List.of()).iterator());
                }
            }
        }
        return closing;
    }

    /** A shortest way along the edges, both ends included; only the ends where there is none. */
    static List<String> way(String from, String to, Set<GraphEdge> edges) {
        Map<String, String> before = new HashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        Set<String> seen = new HashSet<>(List.of(from));
        while (!open.isEmpty() && !seen.contains(to)) {
            String here = open.poll();
            for (GraphEdge edge : edges) {
                if (edge.from().equals(here) && seen.add(edge.to())) {
                    before.put(edge.to(), here);
                    open.add(edge.to());
                }
            }
        }
        List<String> way = new ArrayList<>();
        for (String here = to; here != null; here = here.equals(from) ? null : before.getOrDefault(here, from)) {
            way.add(here);
        }
        Collections.reverse(way);
        return way;
    }
}
