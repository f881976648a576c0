package dev.dwx.flowspec.lint;

import java.util.List;
import java.util.Map;

/** What a document is handed in for: decides which kinds fit, which list of it is read, and what has to be there. */
public enum SpecUse {
    /** Makes one node: the first of {@code nodes}. The kinds of workflows are taken as well when they hold nodes. */
    CREATE_NODE("nodes", List.of("Node", "CycleWorkflow", "ManualWorkflow", "TriggerWorkflow", "ManualNode", "TemporaryNode"),
            false),
    /** Changes one node; only what the document holds. */
    UPDATE_NODE("nodes", List.of("Node"), true),
    /** Makes one workflow, without its nodes. */
    CREATE_WORKFLOW("workflows", List.of("CycleWorkflow", "ManualWorkflow", "TriggerWorkflow"), false),
    /** Changes one workflow, not its nodes. */
    UPDATE_WORKFLOW("workflows", List.of("CycleWorkflow", "ManualWorkflow", "TriggerWorkflow"), true),
    /** Makes or changes a workflow with its nodes. */
    IMPORT_WORKFLOW("workflows", List.of("CycleWorkflow", "ManualWorkflow", "TriggerWorkflow"), false),
    CREATE_RESOURCE("fileResources", List.of("Resource"), false),
    UPDATE_RESOURCE("fileResources", List.of("Resource"), true),
    CREATE_FUNCTION("functions", List.of("Function"), false),
    UPDATE_FUNCTION("functions", List.of("Function"), true),
    CREATE_COMPONENT("components", List.of("Component"), false),
    UPDATE_COMPONENT("components", List.of("Component"), true);

    private final String section;
    private final List<String> kinds;
    private final boolean update;

    SpecUse(String section, List<String> kinds, boolean update) {
        this.section = section;
        this.kinds = kinds;
        this.update = update;
    }

    /** The list below {@code spec} that is read. */
    public String section() {
        return section;
    }

    /** The values of {@code kind} that are taken. */
    public List<String> kinds() {
        return kinds;
    }

    /** Whether it changes something that is there, so that absent fields stay as they are. */
    public boolean update() {
        return update;
    }

    /**
     * What a document is for when no call says it: its kind, and for a workflow whether it has nodes, which only an import
     * makes.
     */
    public static SpecUse of(Map<?, ?> document) {
        String kind = SpecValues.text(document, "kind");
        Object spec = document.get("spec") instanceof Map ? document.get("spec") : document;
        return switch (kind == null ? "" : kind) {
            case "Resource" -> CREATE_RESOURCE;
            case "Function" -> CREATE_FUNCTION;
            case "Component" -> CREATE_COMPONENT;
            case "CycleWorkflow", "ManualWorkflow", "TriggerWorkflow" -> {
                boolean nodes = !SpecValues.list(spec, "nodes").isEmpty();
                for (Object workflow : SpecValues.list(spec, "workflows")) {
                    nodes |= !SpecValues.list(workflow, "nodes").isEmpty();
                }
                yield nodes ? IMPORT_WORKFLOW : CREATE_WORKFLOW;
            }
            default -> CREATE_NODE;
        };
    }

    boolean isWorkflow() {
        return this == CREATE_WORKFLOW || this == UPDATE_WORKFLOW || this == IMPORT_WORKFLOW;
    }

    boolean isNode() {
        return this == CREATE_NODE || this == UPDATE_NODE;
    }
}
