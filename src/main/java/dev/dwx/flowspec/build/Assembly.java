package dev.dwx.flowspec.build;

import dev.dwx.flowspec.model.FlowDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes a document of a draft. */
final class Assembly {
    private static final List<String> DOCUMENT = List.of("version", "kind", "metadata", "spec");

    private final Draft draft;
    private final List<SpecFault> faults = new ArrayList<>();

    Assembly(Draft draft) {
        this.draft = draft;
    }

    FlowDocument document() {
        Map<String, Object> document = switch (draft.place()) {
            case FLOW, TRIGGER_FLOW -> new FlowAssembly(draft, faults).scheduled();
            case MANUAL_FLOW -> new FlowAssembly(draft, faults).manual();
            case NODE -> node();
            case RESOURCE -> part("Resource", "fileResources");
            case FUNCTION -> part("Function", "functions");
            case COMPONENT -> part("Component", "components");
        };
        for (Draft.Change change : draft.changes) {
            if (change.ofDocument()) {
                apply(change, document, faults);
            }
        }
        SpecFault.throwFirst(faults);
        return FlowDocument.of(Values.ordered(document, DOCUMENT));
    }

    static Map<String, Object> document(Draft draft, String kind, Map<String, Object> body) {
        return Values.map("version", draft.version != null ? draft.version : draft.place() == Place.TRIGGER_FLOW ? "1.2.0" : "1.1.0",
                "kind", draft.kind != null ? draft.kind : kind, "spec", body);
    }

    private Map<String, Object> node() {
        boolean manual = "ManualNode".equals(draft.kind);
        NodeAssembly assembly = new NodeAssembly(draft, null, faults);
        Map<String, Object> node = assembly.entity(manual ? "Manual" : "Scheduler");
        List<Object> depends = assembly.depends(List.of());
        assembly.bind(node, depends, List.of());
        if (draft.derives() && depends.isEmpty() && !manual && !assembly.saysInputs()) {
            depends.add(Values.map("type", Upstream.NORMAL, "output", assembly.root()));
        }
        assembly.inputs(node, depends);
        assembly.changes(node);
        Map<String, Object> body = Values.map("nodes", Values.list(node));
        if (!depends.isEmpty()) {
            body.put("flow", Values.list(Values.map("nodeId", NodeAssembly.id(node), "depends", depends)));
        }
        return document(draft, "Node", body);
    }

    private Map<String, Object> part(String kind, String section) {
        NodeAssembly assembly = new NodeAssembly(draft, null, faults);
        Map<String, Object> part = assembly.part();
        assembly.changes(part);
        return document(draft, kind, Values.map(section, Values.list(part)));
    }

    static void apply(Draft.Change change, Map<String, Object> entity, List<SpecFault> faults) {
        try {
            if (change.removes()) {
                change.path().remove(entity);
            } else {
                change.path().set(entity, change.value());
            }
        } catch (IllegalArgumentException e) {
            faults.add(new SpecFault(change.path().toString(), e.getMessage()).at(change.place()));
        }
    }
}
