package dev.dwx.flowspec.model;

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
    static List<SpecNode> all(Map<String, Object> owner, String key, String path) {
        List<SpecNode> nodes = new ArrayList<>();
        List<?> list = SpecMaps.list(owner, key);
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map) {
                nodes.add(new SpecNode(SpecMaps.cast(list.get(i)), path + "[" + i + "]"));
            }
        }
        return nodes;
    }

    /** The service's long number, or a local name of the document. */
    public Optional<String> id() {
        return Optional.ofNullable(SpecMaps.text(map, "id"));
    }

    public Optional<String> name() {
        return Optional.ofNullable(SpecMaps.text(map, "name"));
    }

    /** The node's type: {@code ODPS_SQL}. */
    public Optional<String> command() {
        return Optional.ofNullable(SpecMaps.text(map, "script", "runtime", "command"));
    }

    /** The code, as typed. */
    public Optional<String> content() {
        return Optional.ofNullable(SpecMaps.text(map, "script", "content"));
    }

    /** The cron expression of its trigger: six fields. */
    public Optional<String> cron() {
        return Optional.ofNullable(SpecMaps.text(map, "trigger", "cron"));
    }

    /** The zone of its trigger. */
    public Optional<String> zone() {
        return Optional.ofNullable(SpecMaps.text(map, "trigger", "timezone"));
    }

    /** The names of the outputs that others wait for. */
    public List<String> outputs() {
        return data("outputs");
    }

    /** The names of the outputs that it waits for by its {@code inputs}; edges say more. */
    public List<String> inputs() {
        return data("inputs");
    }

    private List<String> data(String side) {
        List<String> data = new ArrayList<>();
        for (Object port : SpecMaps.list(map, side, "nodeOutputs")) {
            String name = port instanceof Map ? SpecMaps.text(port, "data") : port instanceof String whole ? whole : null;
            if (name != null) {
                data.add(name);
            }
        }
        return data;
    }
}
