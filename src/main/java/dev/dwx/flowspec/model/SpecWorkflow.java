package dev.dwx.flowspec.model;

import dev.dwx.json.JsonWalk;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow of a document.
 *
 * @param map all of it, as it stands in the document
 * @param path the way to it: {@code spec.workflows[0]}
 */
public record SpecWorkflow(Map<String, Object> map, String path) {
    public Optional<String> id() {
        return Optional.ofNullable(JsonWalk.text(map, "id"));
    }

    public Optional<String> name() {
        return Optional.ofNullable(JsonWalk.text(map, "name"));
    }

    public List<SpecNode> nodes() {
        return SpecNode.all(map, "nodes", path + ".nodes");
    }

    /** The edges between its nodes, and from elsewhere to them. */
    public List<SpecEdge> edges() {
        return SpecEdges.of(nodes(), map, List.of("dependencies", "flow"), path + ".");
    }

    /** Its parameters: {@code script.parameters}. */
    public List<SpecVariable> parameters() {
        return SpecVariable.all(JsonWalk.list(map, "script", "parameters"), path + ".script.parameters");
    }

    /** The cron expression of its trigger: six fields. */
    public Optional<String> cron() {
        return Optional.ofNullable(JsonWalk.text(map, "trigger", "cron"));
    }

    /** The zone of its trigger. */
    public Optional<String> zone() {
        return Optional.ofNullable(JsonWalk.text(map, "trigger", "timezone"));
    }

    /** The names of the outputs that others wait for. */
    public List<String> outputs() {
        return SpecPorts.data(map, "outputs");
    }

    /** The folders of the Studio's tree, and the workflow's name. */
    public Optional<String> scriptPath() {
        return Optional.ofNullable(JsonWalk.text(map, "script", "path"));
    }
}
