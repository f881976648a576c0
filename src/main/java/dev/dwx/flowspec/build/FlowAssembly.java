package dev.dwx.flowspec.build;

import dev.dwx.flowspec.model.SpecPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a workflow together: itself, its nodes, and what waits for what. */
final class FlowAssembly {
    /** The earliest time at which the service runs anything. */
    static final String DEFAULT_CRON = "00 05 00 * * ?";

    private final Draft draft;
    private final List<SpecFault> faults;

    FlowAssembly(Draft draft, List<SpecFault> faults) {
        this.draft = draft;
        this.faults = faults;
    }

    /** {@code CycleWorkflow} and {@code TriggerWorkflow}: one workflow with its nodes inside. */
    Map<String, Object> scheduled() {
        boolean triggered = draft.place() == Place.TRIGGER_FLOW;
        String triggerType = triggered ? "Custom" : "Scheduler";
        Map<String, Object> workflow = Values.cast(Values.copy(draft.entity));
        NodeAssembly own = new NodeAssembly(draft, null, faults);
        workflow.putIfAbsent("name", draft.name());
        if (draft.derives()) {
            workflow.putIfAbsent("id", draft.name());
            fill(workflow, "script.path", (draft.folder == null ? "root" : draft.folder) + "/" + draft.name());
            fill(workflow, "script.runtime.command", "WORKFLOW");
            fill(workflow, "trigger.type", triggerType);
            if (!triggered) {
                fill(workflow, "trigger.cron", DEFAULT_CRON);
            }
            workflow.putIfAbsent("inputs", Values.map());
            Values.listAt(workflow, "outputs.nodeOutputs").add(0, draft.ownOutput != null ? Values.copy(draft.ownOutput)
                    : Values.map("data", own.own(draft.name()), "artifactType", "NodeOutput", "refTableName", draft.name()));
        } else if (draft.ownOutput != null) {
            Values.listAt(workflow, "outputs.nodeOutputs").add(0, Values.copy(draft.ownOutput));
        }
        List<Object> dependencies = new ArrayList<>();
        List<Object> nodes = new Siblings(draft, draft.nodes, workflow, triggerType, faults).fill(dependencies);
        if (draft.derives() || !nodes.isEmpty()) {
            workflow.put("nodes", nodes);
        }
        if (draft.derives() || !dependencies.isEmpty()) {
            workflow.put("dependencies", dependencies);
        }
        List<Object> depends = own.depends(List.of());
        if (depends.isEmpty() && draft.derives() && !triggered) {
            depends.add(Values.map("type", Upstream.NORMAL, "output", own.root()));
        }
        workflow = NodeAssembly.tidy(workflow);
        own.changes(workflow);
        String kind = triggered ? "TriggerWorkflow" : "CycleWorkflow";
        Map<String, Object> body = draft.derives() ? Values.map("name", draft.name(), "type", kind) : Values.map();
        body.put("workflows", Values.list(workflow));
        if (!depends.isEmpty()) {
            body.put("flow", Values.list(Values.map("nodeId", NodeAssembly.id(workflow), "depends", depends)));
        }
        return Assembly.document(draft, kind, body);
    }

    /** {@code ManualWorkflow}: nodes, edges and variables stand in the body itself. */
    Map<String, Object> manual() {
        Map<String, Object> body = Values.cast(Values.copy(draft.entity));
        body.putIfAbsent("name", draft.name());
        if (draft.derives()) {
            body.putIfAbsent("type", "ManualWorkflow");
        }
        if (body.get("script") instanceof Map<?, ?> script && script.get("parameters") != null) {
            body.put("variables", Values.cast(script).remove("parameters"));
            if (script.isEmpty()) {
                body.remove("script");
            }
        }
        Map<String, Object> place = Values.map();
        if (draft.derives()) {
            // Exports go without, but what a workflow is and where it lies is said nowhere else.
            fill(body, "script.path", (draft.folder == null ? "root" : draft.folder) + "/" + draft.name());
            fill(body, "script.runtime.command", "WORKFLOW");
        }
        List<Object> dependencies = new ArrayList<>();
        SpecPath.parse("script.path").set(place, Values.text(body, "script.path"));
        body.put("nodes", new Siblings(draft, draft.nodes, place, "Manual", faults).fill(dependencies));
        if (draft.derives() || !dependencies.isEmpty()) {
            body.put("flow", dependencies);
        }
        Map<String, Object> ordered = Values.ordered(body, List.of("id", "name", "type", "owner", "description", "script", "variables", "strategy",
                "nodes", "flow"));
        new NodeAssembly(draft, null, faults).changes(ordered);
        return Assembly.document(draft, "ManualWorkflow", ordered);
    }

    private static void fill(Map<String, Object> map, String path, Object value) {
        SpecPath way = SpecPath.parse(path);
        if (way.in(map) == null) {
            way.set(map, value);
        }
    }
}
