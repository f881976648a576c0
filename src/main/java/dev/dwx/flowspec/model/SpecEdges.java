package dev.dwx.flowspec.model;

import dev.dwx.json.JsonWalk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The edges of one level: nodes that stand side by side, and the lists that say who waits for whom. */
final class SpecEdges {
    private final Map<String, SpecNode> byId = new HashMap<>();
    private final Map<String, SpecNode> byOutput = new HashMap<>();
    private final Map<List<String>, SpecEdge> edges = new LinkedHashMap<>();

    private SpecEdges(List<SpecNode> nodes) {
        for (SpecNode node : nodes) {
            node.name().ifPresent(name -> byId.putIfAbsent(name, node));
        }
        for (SpecNode node : nodes) {
            node.id().ifPresent(id -> byId.put(id, node));
            node.outputs().forEach(output -> byOutput.putIfAbsent(output, node));
        }
    }

    /**
     * The edges of some nodes.
     *
     * @param owner what holds the lists
     * @param keys the names of the lists
     * @param path the way to the owner, with a dot at its end, or empty
     */
    static List<SpecEdge> of(List<SpecNode> nodes, Map<String, Object> owner, List<String> keys, String path) {
        SpecEdges edges = new SpecEdges(nodes);
        for (String key : keys) {
            edges.listed(JsonWalk.list(owner, key), path + key);
        }
        nodes.forEach(edges::inputs);
        return new ArrayList<>(edges.edges.values());
    }

    private void listed(List<?> entries, String path) {
        for (int e = 0; e < entries.size(); e++) {
            String to = SpecReferences.bare(JsonWalk.text(entries.get(e), "nodeId"));
            if (to == null) {
                continue;
            }
            SpecNode waiting = byId.get(to);
            List<?> depends = JsonWalk.list(entries.get(e), "depends");
            for (int d = 0; d < depends.size(); d++) {
                String type = JsonWalk.text(depends.get(d), "type");
                String output = SpecReferences.bare(JsonWalk.text(depends.get(d), "output"));
                String node = SpecReferences.bare(JsonWalk.text(depends.get(d), "nodeId"));
                add(waiting == null ? to : waiting.key(), type == null ? SpecEdge.NORMAL : type, output, node, waiting,
                        path + "[" + e + "].depends[" + d + "]", depends.get(d));
            }
        }
    }

    private void inputs(SpecNode node) {
        String key = SpecPorts.key(node.map(), "inputs", "nodeOutputs");
        List<?> ports = SpecPorts.of(node.map(), "inputs", "nodeOutputs");
        for (int p = 0; p < ports.size(); p++) {
            String output = SpecPorts.data(ports.get(p));
            if (output != null) {
                add(node.key(), SpecEdge.NORMAL, output, null, node, node.path() + ".inputs." + key + "[" + p + "]", ports.get(p));
            }
        }
    }

    /** An edge by a node's id is the one to that node's first output, if it has one: so the service counts it. */
    private void add(String to, String type, String output, String nodeId, SpecNode waiting, String path, Object entry) {
        SpecNode from = output != null ? byOutput.get(output) : nodeId != null ? byId.get(nodeId) : null;
        String what = output != null ? output : from != null && !from.outputs().isEmpty() ? from.outputs().get(0) : nodeId;
        List<String> key = List.of(to, type, what == null ? "" : what);
        SpecEdge known = edges.get(key);
        List<String> said = new ArrayList<>(known == null ? List.of() : known.said());
        said.add(path);
        edges.put(key, known == null
                ? new SpecEdge(to, type, output, output == null ? nodeId : null, from, waiting, said, SpecMaps.map(entry))
                : new SpecEdge(to, type, known.output(), known.nodeId(), known.from(), waiting, said, known.map()));
    }
}
