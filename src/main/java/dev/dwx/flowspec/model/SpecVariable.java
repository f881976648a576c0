package dev.dwx.flowspec.model;

import dev.dwx.json.JsonWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A variable or scheduling parameter of a document.
 *
 * @param map all of it, as it stands in the document
 * @param path the way to it: {@code spec.nodes[0].script.parameters[1]}
 */
public record SpecVariable(Map<String, Object> map, String path) {
    static List<SpecVariable> all(List<?> list, String path) {
        List<SpecVariable> variables = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof Map) {
                variables.add(new SpecVariable(SpecMaps.cast(list.get(i)), path + "[" + i + "]"));
            }
        }
        return variables;
    }

    public Optional<String> name() {
        return Optional.ofNullable(JsonWalk.text(map, "name"));
    }

    /** {@code System}, {@code Constant}, {@code NodeOutput}, {@code PassThrough} or {@code NoKvVariableExpression}. */
    public Optional<String> type() {
        return Optional.ofNullable(JsonWalk.text(map, "type"));
    }

    /** {@code NodeParameter}, {@code NodeContext}, {@code Workflow}, {@code Workspace} or {@code Tenant}. */
    public Optional<String> scope() {
        return Optional.ofNullable(JsonWalk.text(map, "scope"));
    }

    /** The value as typed, blank ones too; empty only where there is none. */
    public Optional<String> value() {
        return Optional.ofNullable(map.get("value")).map(Object::toString);
    }
}
