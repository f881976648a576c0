package dev.dwx.flowspec.decompile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Proposals for what goes in and out of a node. */
final class PortPhrases {
    private PortPhrases() {
    }

    static List<List<Statement>> names(Part part, String word, String path) {
        if (!(part.at(path) instanceof List<?> list) || list.isEmpty()) {
            return List.of();
        }
        List<Object> names = new ArrayList<>();
        for (Object one : list) {
            if (!(one instanceof Map<?, ?> map) || !Phrases.hasJust(map, "name") || !(map.get("name") instanceof String name)) {
                return List.of();
            }
            names.add(name);
        }
        return Phrases.only(new Statement(word, names, Map.of(), null));
    }

    /** By their short names where the project is the flow's own, else in full. */
    static List<List<Statement>> tables(Part part, String word, String path) {
        if (!(part.at(path) instanceof List<?> list) || list.isEmpty()) {
            return List.of();
        }
        List<Object> brief = new ArrayList<>();
        List<Object> full = new ArrayList<>();
        for (Object one : list) {
            if (!(one instanceof Map<?, ?> map) || !(map.get("guid") instanceof String guid)) {
                return List.of();
            }
            full.add(guid);
            brief.add(guid.substring(guid.lastIndexOf('.') + 1));
        }
        return List.of(List.of(new Statement(word, brief, Map.of(), null)), List.of(new Statement(word, full, Map.of(), null)));
    }

    /** The first output, with all that is said of it. */
    static List<List<Statement>> own(Part part) {
        if (!(part.at("outputs.nodeOutputs") instanceof List<?> list) || list.isEmpty() || !(list.get(0) instanceof Map<?, ?> first)
                || !(first.get("data") instanceof String data)) {
            return List.of();
        }
        Map<String, Object> more = WordPhrases.copy(first);
        more.remove("data");
        more.remove("artifactType", "NodeOutput");
        return Phrases.only(Statement.of("output", data).with(more));
    }

    /** Outputs beside the one that is made from the name, or all of them; variables by name. */
    static List<List<Statement>> outputs(Part part) {
        List<Object> data = new ArrayList<>();
        if (part.at("outputs.nodeOutputs") instanceof List<?> list) {
            for (Object one : list) {
                if (!(one instanceof Map<?, ?> map) || !(map.get("data") instanceof String text)) {
                    return List.of();
                }
                data.add(text);
            }
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        if (part.at("outputs.variables") instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> map && map.get("name") instanceof String name && map.get("value") instanceof String value) {
                    variables.put(name, value);
                }
            }
        }
        List<List<Statement>> proposals = new ArrayList<>();
        for (List<Object> outputs : List.of(data.subList(Math.min(1, data.size()), data.size()), data)) {
            if (!outputs.isEmpty() || !variables.isEmpty()) {
                proposals.add(List.of(new Statement("outputs", outputs, variables, null)));
            }
        }
        return proposals;
    }
}
