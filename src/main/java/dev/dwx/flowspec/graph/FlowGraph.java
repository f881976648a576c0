package dev.dwx.flowspec.graph;

import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.model.SpecEdge;
import dev.dwx.flowspec.model.SpecNode;
import dev.dwx.texts.Texts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The nodes of a document, the outputs from elsewhere that they wait for, and who waits for whom within one cycle. Edges that would
 * close a circle are kept apart: what remains always has layers. Immutable.
 */
public final class FlowGraph {
    private final String name;
    private final Map<String, GraphNode> nodes;
    private final Set<GraphEdge> edges;
    private final Set<GraphEdge> backward;
    private final Set<GraphEdge> crossCycle;
    private final List<String> remarks;

    /**
     * @param edges between these nodes; those that close a circle are found here
     * @param crossCycle edges to an earlier run, which no picture has to put in order
     */
    FlowGraph(String name, Map<String, GraphNode> nodes, Set<GraphEdge> edges, Set<GraphEdge> crossCycle, List<String> remarks) {
        this.name = name;
        this.nodes = new LinkedHashMap<>(nodes);
        this.backward = Circles.closing(nodes.keySet(), edges);
        this.edges = new LinkedHashSet<>(edges);
        this.edges.removeAll(backward);
        this.crossCycle = new LinkedHashSet<>(crossCycle);
        this.remarks = List.copyOf(remarks);
    }

    /** The graph of a document. */
    public static FlowGraph of(FlowDocument given) {
        FlowDocument document = given.resolved();
        Set<String> again = new LinkedHashSet<>();
        List<SpecEdge> found = document.edges();
        for (SpecEdge edge : found) {
            boolean self = edge.type().equals("CrossCycleDependsOnSelf") || edge.from() != null && edge.from().equals(edge.waiting());
            if (self && !edge.normal() && edge.waiting() != null) {
                again.add(edge.waiting().path());
            }
        }
        Map<String, GraphNode> nodes = new LinkedHashMap<>();
        Map<String, GraphNode> ports = new LinkedHashMap<>();
        for (SpecNode node : document.nodes()) {
            int inside = node.inner().size();
            nodes.put(node.path(), GraphNode.node(node.path(), node.name().orElse(node.key()) + (inside == 0 ? "" : " (" + inside + " inside)"),
                    node.command().orElse(""), again.contains(node.path())));
        }
        Set<GraphEdge> edges = new LinkedHashSet<>();
        Set<GraphEdge> crossCycle = new LinkedHashSet<>();
        Set<String> remarks = new LinkedHashSet<>();
        for (SpecEdge edge : found) {
            String to = edge.target().map(SpecNode::path).orElse(null);
            if (to == null) {
                remarks.add(Texts.of("an edge speaks of the node '{0}', which the document does not have", edge.to()));
                continue;
            }
            String from = edge.source().map(SpecNode::path).orElse(null);
            if (from == null && edge.what().isPresent() && edge.normal()) {
                GraphNode port = GraphNode.port(edge.what().get());
                ports.putIfAbsent(port.id(), port);
                from = port.id();
            }
            if (from != null && edge.normal()) {
                edges.add(new GraphEdge(from, to));
            } else if (from != null && !from.equals(to)) {
                crossCycle.add(new GraphEdge(from, to));
            } else if (from == null && edge.what().isPresent()) {
                remarks.add(Texts.of("{0} waits for the previous run of {1}", nodes.get(to).label(), edge.what().get()));
            } else if (edge.type().equals("CrossCycleDependsOnChildren")) {
                remarks.add(Texts.of("{0} waits for the previous runs of its children", nodes.get(to).label()));
            }
        }
        for (SpecEdge edge : document.upstream()) {
            edge.what().ifPresent(what -> remarks.add(Texts.of("the workflow waits for {0}", what)));
        }
        Map<String, GraphNode> all = new LinkedHashMap<>(ports);
        all.putAll(nodes);
        return new FlowGraph(document.name().orElse(document.kind().orElse("flow")), all, edges, crossCycle, new ArrayList<>(remarks));
    }

    /** The name of the document. */
    public String name() {
        return name;
    }

    public List<GraphNode> nodes() {
        return new ArrayList<>(nodes.values());
    }

    public GraphNode node(String id) {
        return nodes.get(id);
    }

    /** Edges within one cycle, without those that close a circle. */
    public List<GraphEdge> edges() {
        return new ArrayList<>(edges);
    }

    /** Edges that close a circle: the service refuses them. */
    public List<GraphEdge> backward() {
        return new ArrayList<>(backward);
    }

    /** Edges to an earlier run of another node. */
    public List<GraphEdge> crossCycle() {
        return new ArrayList<>(crossCycle);
    }

    /** What no picture shows, one sentence each. */
    public List<String> remarks() {
        List<String> all = new ArrayList<>();
        for (List<String> circle : circles()) {
            all.add(Texts.of("a circle, which the service refuses: {0}", String.join(" > ", circle)));
        }
        crossCycle.forEach(edge -> all.add(Texts.of("{0} waits for the previous run of {1}", label(edge.to()), label(edge.from()))));
        all.addAll(remarks);
        return all;
    }

    String label(String id) {
        return nodes.get(id).label();
    }

    /** The circles, as labels from a node back to itself. */
    public List<List<String>> circles() {
        List<List<String>> circles = new ArrayList<>();
        for (GraphEdge edge : backward) {
            List<String> labels = new ArrayList<>();
            Circles.way(edge.to(), edge.from(), edges).forEach(id -> labels.add(label(id)));
            labels.add(label(edge.to()));
            circles.add(labels);
        }
        return circles;
    }

    Map<String, List<String>> children() {
        return lists(false);
    }

    Map<String, List<String>> parents() {
        return lists(true);
    }

    private Map<String, List<String>> lists(boolean up) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        nodes.keySet().forEach(id -> lists.put(id, new ArrayList<>()));
        edges.forEach(edge -> lists.get(up ? edge.to() : edge.from()).add(up ? edge.from() : edge.to()));
        return lists;
    }

    /** A node by what is written on it. */
    public Optional<GraphNode> labelled(String label) {
        for (GraphNode node : nodes.values()) {
            if (node.label().equals(label) || node.label().startsWith(label + " (")) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /**
     * A part of it.
     *
     * @param id a node
     * @param up how many steps to those it waits for
     * @param down how many steps to those that wait for it
     */
    public FlowGraph around(String id, int up, int down) {
        Set<String> kept = new LinkedHashSet<>(List.of(id));
        reach(id, parents(), up, kept);
        reach(id, children(), down, kept);
        Map<String, GraphNode> part = new LinkedHashMap<>();
        nodes.forEach((key, node) -> {
            if (kept.contains(key)) {
                part.put(key, node);
            }
        });
        List<String> said = new ArrayList<>(remarks);
        said.add(Texts.of("{0} of {1} nodes are left out", nodes.size() - part.size(), nodes.size()));
        return new FlowGraph(name, part, inside(edges, kept, backward), inside(crossCycle, kept, Set.of()), said);
    }

    private static Set<GraphEdge> inside(Set<GraphEdge> edges, Set<String> kept, Set<GraphEdge> more) {
        Set<GraphEdge> part = new LinkedHashSet<>(edges);
        part.addAll(more);
        part.removeIf(edge -> !kept.contains(edge.from()) || !kept.contains(edge.to()));
        return part;
    }

    private static void reach(String id, Map<String, List<String>> next, int steps, Set<String> kept) {
        Deque<String> open = new ArrayDeque<>(List.of(id));
        Set<String> seen = new LinkedHashSet<>(List.of(id));
        for (int step = 0; step < steps && !open.isEmpty(); step++) {
            Deque<String> further = new ArrayDeque<>();
            for (String here : open) {
                for (String there : next.get(here)) {
                    if (seen.add(there)) {
                        further.add(there);
                    }
                }
            }
            open = further;
        }
        kept.addAll(seen);
    }

    /** The same with groups of nodes drawn as one each. */
    FlowGraph folded(Map<String, GraphNode> into) {
        Map<String, GraphNode> fewer = new LinkedHashMap<>();
        nodes.forEach((id, node) -> {
            GraphNode shown = into.getOrDefault(id, node);
            fewer.put(shown.id(), shown);
        });
        Set<GraphEdge> joined = new LinkedHashSet<>();
        for (GraphEdge edge : edges) {
            String from = into.containsKey(edge.from()) ? into.get(edge.from()).id() : edge.from();
            String to = into.containsKey(edge.to()) ? into.get(edge.to()).id() : edge.to();
            if (!from.equals(to)) {
                joined.add(new GraphEdge(from, to));
            }
        }
        return new FlowGraph(name, fewer, joined, Set.of(), remarks());
    }

    /**
     * The same without the edges that a longer way says, too: whoever waits for b, which waits for a, waits for a.
     *
     * @param told whether a remark says how many
     */
    FlowGraph reduced(boolean told) {
        List<String> order = new ArrayList<>();
        Ranks.of(this).forEach(order::addAll);
        Map<String, Integer> places = new LinkedHashMap<>();
        order.forEach(id -> places.put(id, places.size()));
        Map<String, List<String>> children = children();
        Map<String, BitSet> below = new LinkedHashMap<>();
        Set<GraphEdge> needed = new LinkedHashSet<>(edges);
        for (int i = order.size() - 1; i >= 0; i--) {
            BitSet all = new BitSet();
            for (String child : children.get(order.get(i))) {
                all.or(below.get(child));
            }
            for (String child : children.get(order.get(i))) {
                if (all.get(places.get(child))) {
                    needed.remove(new GraphEdge(order.get(i), child));
                }
            }
            children.get(order.get(i)).forEach(child -> all.set(places.get(child)));
            below.put(order.get(i), all);
        }
        List<String> said = new ArrayList<>(remarks());
        if (told && needed.size() < edges.size()) {
            said.add(Texts.of("{0} edges that longer ways say, too, are not drawn", edges.size() - needed.size()));
        }
        return new FlowGraph(name, nodes, needed, Set.of(), said);
    }
}
