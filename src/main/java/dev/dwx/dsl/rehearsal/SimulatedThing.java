package dev.dwx.dsl.rehearsal;

import dev.dwx.flowspec.model.FlowDocument;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that a write would have made: an id, and what the write said of it. Guarded by the simulation that it belongs to. */
final class SimulatedThing {
    private final String id;
    private final String noun;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private String deletedBy;

    /**
     * @param id as text
     * @param noun what it is: {@code Node}
     */
    SimulatedThing(String id, String noun, Map<String, Object> fields) {
        this.id = id;
        this.noun = noun;
        say(fields);
    }

    String id() {
        return id;
    }

    String noun() {
        return noun;
    }

    Map<String, Object> fields() {
        return fields;
    }

    /** What a call says of it; a name that stands in its specification counts as its own. */
    void say(Map<String, Object> said) {
        said.forEach((name, value) -> {
            if (value != null) {
                fields.put(name, value);
            }
        });
        String name = FlowDocument.read(said.get("Spec")).flatMap(FlowDocument::name).orElse(null);
        if (name != null && !said.containsKey("Name")) {
            fields.put("Name", name);
        }
        for (String key : new String[] {noun + "Name", "FileName", "JobName", "DisplayName"}) {
            if (!fields.containsKey("Name") && fields.get(key) != null) {
                fields.put("Name", fields.get(key));
            }
        }
    }

    void delete(String operation) {
        deletedBy = operation;
    }

    /** The operation that deleted it, or {@code null}. */
    String deletedBy() {
        return deletedBy;
    }
}
