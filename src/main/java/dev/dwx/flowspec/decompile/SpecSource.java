package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.json.ExactJson;
import java.util.Map;

/** Finds the document in what calls and files give. */
public final class SpecSource {
    private SpecSource() {
    }

    /**
     * The document of a text: a FlowSpec, or a whole answer of {@code GetNode}, {@code GetWorkflowDefinition} and their like.
     *
     * @throws IllegalArgumentException when it is no JSON, or there is no document in it
     */
    public static FlowDocument of(String text) {
        try {
            return of(ExactJson.parse(text));
        } catch (ExactJson.Malformed e) {
            throw new IllegalArgumentException("this is no FlowSpec: " + e.getMessage(), e);
        }
    }

    /** The same for maps that are there already. */
    public static FlowDocument of(Object value) {
        Object spec = value instanceof Map<?, ?> map ? found(map, 3) : null;
        if (spec instanceof CharSequence text) {
            return FlowDocument.parse(text.toString());
        }
        if (spec instanceof Map<?, ?> map) {
            return FlowDocument.of(map);
        }
        throw new IllegalArgumentException("there is no FlowSpec in it: neither spec and kind, nor a field Spec. GetNode(Id: …) and "
                + "GetWorkflowDefinition(Id: …, IncludeScriptContent: true) give one");
    }

    /** The map itself when it looks like a document, else what its {@code Spec} holds, or that of an object inside. */
    private static Object found(Map<?, ?> map, int depth) {
        if (map.containsKey("spec") || map.containsKey("kind") || map.containsKey("nodes") || map.containsKey("workflows")) {
            return map;
        }
        if (map.get("Spec") instanceof CharSequence || map.get("Spec") instanceof Map) {
            return map.get("Spec");
        }
        for (Object inner : depth == 0 ? java.util.List.of() : map.values()) {
            Object spec = inner instanceof Map<?, ?> below ? found(below, depth - 1) : null;
            if (spec != null) {
                return spec;
            }
        }
        return null;
    }
}
