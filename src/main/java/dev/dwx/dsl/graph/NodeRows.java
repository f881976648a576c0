package dev.dwx.dsl.graph;

import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of {@code ListNodes} tell what each node waits for and gives out, which is enough for a graph. */
final class NodeRows {
    private NodeRows() {
    }

    /**
     * A document with nothing in it but the nodes' names, types, inputs and outputs.
     *
     * @throws IllegalArgumentException when the rows are no nodes
     */
    static FlowDocument document(String name, Iterable<?> rows) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (Object row : rows) {
            if (!(row instanceof Map<?, ?> map) || map.get("Name") == null || !map.containsKey("Outputs") && !map.containsKey("Inputs")) {
                throw new IllegalArgumentException(Texts.of("graph takes a flow, an answer with a Spec, a workflow's id or name, or the "
                        + "rows of ListNodes."));
            }
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("id", String.valueOf(map.get("Id")));
            node.put("name", String.valueOf(map.get("Name")));
            Object command = at(map, "Script", "Runtime", "Command");
            node.put("script", command == null ? Map.of() : Map.of("runtime", Map.of("command", command.toString())));
            node.put("inputs", Map.of("nodeOutputs", ports(at(map, "Inputs", "NodeOutputs"))));
            node.put("outputs", Map.of("nodeOutputs", ports(at(map, "Outputs", "NodeOutputs"))));
            nodes.add(node);
        }
        return FlowDocument.of(Map.of("version", "1.1.0", "kind", "CycleWorkflow", "spec", Map.of("name", name, "nodes", nodes)));
    }

    /** The folders and the name of a node, or nothing. */
    static String path(Object row) {
        Object path = at(row, "Script", "Path");
        return path == null ? "" : path.toString();
    }

    private static List<Map<String, Object>> ports(Object list) {
        List<Map<String, Object>> ports = new ArrayList<>();
        if (list instanceof Iterable<?> outputs) {
            for (Object output : outputs) {
                Object data = at(output, "Data");
                if (data != null) {
                    ports.add(Map.of("data", data.toString()));
                }
            }
        }
        return ports;
    }

    private static Object at(Object value, String... way) {
        Object here = value;
        for (String key : way) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return here;
    }
}
