package dev.dwx.flowspec.lint;

import dev.dwx.flowspec.model.SpecPath;
import java.util.List;
import java.util.Map;

/**
 * What stands below {@code spec}, or, in documents of version 1.0.0, beside {@code kind}.
 *
 * @param map the body
 * @param path {@code spec}, or nothing where the body is the document itself
 * @param kind the document's kind, or {@code null}
 */
record SpecBody(Map<?, ?> map, String path, String kind) {
    private static final List<String> SECTIONS = List.of("nodes", "workflows", "fileResources", "functions", "components", "flow", "scripts");

    /** {@code null} where a document has none. */
    static SpecBody of(Map<String, Object> document) {
        String kind = SpecValues.text(document, "kind");
        if (document.get("spec") instanceof Map<?, ?> body) {
            return new SpecBody(body, "spec", kind);
        }
        return isFlat(document) ? new SpecBody(document, "", kind) : null;
    }

    /** The form of version 1.0.0, without {@code spec}. */
    static boolean isFlat(Map<String, Object> document) {
        if (document.containsKey("spec") || !"1.0.0".equals(document.get("version"))) {
            return false;
        }
        for (String section : SECTIONS) {
            if (document.containsKey(section)) {
                return true;
            }
        }
        return false;
    }

    String at(String key) {
        return SpecPath.key(path, key);
    }

    boolean isManual() {
        return kind != null && kind.startsWith("Manual");
    }

    boolean isTriggered() {
        return "TriggerWorkflow".equals(kind);
    }
}
