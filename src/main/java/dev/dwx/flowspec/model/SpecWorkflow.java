package dev.dwx.flowspec.model;

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
        return Optional.ofNullable(SpecMaps.text(map, "id"));
    }

    public Optional<String> name() {
        return Optional.ofNullable(SpecMaps.text(map, "name"));
    }

    public List<SpecNode> nodes() {
        return SpecNode.all(map, "nodes", path + ".nodes");
    }
}
