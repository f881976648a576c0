package dev.dwx.flowspec.model;

import dev.dwx.json.JsonWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of a document.
 *
 * @param map all of it, as it stands in the document
 * @param path the way to it: {@code spec.workflows[0].nodes[2]}
 */
public record SpecNode(Map<String, Object> map, String path) {
    /** Where nodes have others inside, in every spelling that is read. */
    static final List<String> INNER = List.of("do-while", "doWhile", "for-each", "foreach", "forEach", "combined", "subflow");

    static List<SpecNode> all(Map<String, Object> owner, String key, String path) {
        List<SpecNode> nodes = new ArrayList<>();
        List<?> list = JsonWalk.list(owner, key);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map) {
                nodes.add(new SpecNode(SpecMaps.cast(list.get(i)), path + "[" + i + "]"));
            }
        }
        return nodes;
    }

    /** The service's long number, or a local name of the document. */
    public Optional<String> id() {
        return Optional.ofNullable(JsonWalk.text(map, "id"));
    }

    public Optional<String> name() {
        return Optional.ofNullable(JsonWalk.text(map, "name"));
    }

    /** The node's type: {@code ODPS_SQL}. */
    public Optional<String> command() {
        return Optional.ofNullable(JsonWalk.text(map, "script", "runtime", "command"));
    }

    /** The code, as typed. */
    public Optional<String> content() {
        return Optional.ofNullable(JsonWalk.text(map, "script", "content"));
    }

    /** The cron expression of its trigger: six fields. */
    public Optional<String> cron() {
        return Optional.ofNullable(JsonWalk.text(map, "trigger", "cron"));
    }

    /** The zone of its trigger. */
    public Optional<String> zone() {
        return Optional.ofNullable(JsonWalk.text(map, "trigger", "timezone"));
    }

    /** What it is called where nodes are told apart: its id, else its name, else where it stands. */
    public String key() {
        return id().or(this::name).orElse(path);
    }

    /** {@code odps-sql}, {@code python3} … */
    public Optional<String> language() {
        return Optional.ofNullable(JsonWalk.text(map, "script", "language"));
    }

    /** The folders of the Studio's tree, and the node's name. */
    public Optional<String> scriptPath() {
        return Optional.ofNullable(JsonWalk.text(map, "script", "path"));
    }

    /** Its scheduling parameters: {@code script.parameters}. */
    public List<SpecVariable> parameters() {
        return SpecVariable.all(JsonWalk.list(map, "script", "parameters"), path + ".script.parameters");
    }

    /** The variables that it takes from others. */
    public List<SpecVariable> inputVariables() {
        return SpecVariable.all(SpecPorts.of(map, "inputs", "variables"), path + ".inputs.variables");
    }

    /** {@code Scheduler}, {@code Manual} … */
    public Optional<String> triggerType() {
        return Optional.ofNullable(JsonWalk.text(map, "trigger", "type"));
    }

    public Optional<String> resourceGroup() {
        return Optional.ofNullable(JsonWalk.text(map, "runtimeResource", "resourceGroup"));
    }

    public Optional<String> datasource() {
        return Optional.ofNullable(JsonWalk.text(map, "datasource", "name"));
    }

    /** The nodes inside: those of a do-while with its end node, of a for-each, of a combined node and of a subflow. */
    public List<SpecNode> inner() {
        List<SpecNode> nodes = new ArrayList<>();
        for (String key : INNER) {
            if (map.get(key) instanceof Map<?, ?> inside) {
                String way = path + "." + key;
                nodes.addAll(all(SpecMaps.cast(inside), "nodes", way + ".nodes"));
                if (inside.get("while") instanceof Map<?, ?> end) {
                    nodes.add(new SpecNode(SpecMaps.cast(end), way + ".while"));
                }
            }
        }
        return nodes;
    }

    /** The key below which it has nodes inside, as it is spelled: {@code do-while}; {@code null} for a node without. */
    public String innerKey() {
        for (String key : INNER) {
            if (map.get(key) instanceof Map) {
                return key;
            }
        }
        return null;
    }

    /** The edges between the nodes inside. */
    public List<SpecEdge> innerEdges() {
        String key = innerKey();
        return key == null ? List.of()
                : SpecEdges.of(inner(), SpecMaps.map(map, key), List.of("flow", "dependencies"), path + "." + key + ".");
    }

    /** It, and all that is inside it, however deep. */
    List<SpecNode> withInner() {
        List<SpecNode> nodes = new ArrayList<>(List.of(this));
        inner().forEach(node -> nodes.addAll(node.withInner()));
        return nodes;
    }

    /** The names of the outputs that others wait for. */
    public List<String> outputs() {
        return SpecPorts.data(map, "outputs");
    }

    /** The names of the outputs that it waits for by its {@code inputs}; edges say more. */
    public List<String> inputs() {
        return SpecPorts.data(map, "inputs");
    }
}
