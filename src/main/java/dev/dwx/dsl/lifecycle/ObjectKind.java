package dev.dwx.dsl.lifecycle;

import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Locale;

/** Kinds of objects of the new Data Studio that can be published, and the calls that each takes. */
public enum ObjectKind {
    WORKFLOW("workflow", "WorkflowDefinition", "WorkflowDefinitions"),
    NODE("node", "Node", "Nodes"),
    RESOURCE("resource", "Resource", "Resources"),
    FUNCTION("function", "Function", "Functions");

    private final String noun;
    private final String object;
    private final String list;

    ObjectKind(String noun, String object, String list) {
        this.noun = noun;
        this.object = object;
        this.list = list;
    }

    /** As a person says it. */
    public String noun() {
        return noun;
    }

    /** The noun in the user's language. */
    public String spoken() {
        return Texts.listed(noun);
    }

    /** The object's name in answers. */
    public String object() {
        return object;
    }

    public String create() {
        return "Create" + object;
    }

    public String update() {
        return "Update" + object;
    }

    public String read() {
        return "Get" + object;
    }

    public String delete() {
        return "Delete" + object;
    }

    public String lists() {
        return "List" + list;
    }

    /**
     * The kind that a document's {@code kind} makes.
     *
     * @throws IllegalArgumentException for a kind that cannot be published
     */
    public static ObjectKind of(String documentKind) {
        String kind = documentKind == null ? "" : documentKind;
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "cycleworkflow", "manualworkflow", "triggerworkflow", "workflow" -> WORKFLOW;
            case "node", "manualnode" -> NODE;
            case "resource" -> RESOURCE;
            case "function" -> FUNCTION;
            default -> throw new IllegalArgumentException(Texts.of("A document of kind '{0}' cannot be deployed; kinds that can: {1}.",
                    kind,
                    String.join(", ", List.of("CycleWorkflow", "ManualWorkflow", "TriggerWorkflow", "Node", "Resource", "Function"))));
        };
    }
}
