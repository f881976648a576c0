package dev.dwx.sandbox.world;

import dev.dwx.sandbox.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A workflow as {@code GetWorkflowDefinition} shows it: its nodes and who waits for whom in the document, the nodes' code only
 * where {@code IncludeScriptContent} asks for it.
 */
final class WholeWorkflow {
    private WholeWorkflow() {
    }

    static Map<String, Object> get(Scene scene) throws Refusal {
        Thing workflow = scene.find("WorkflowDefinition");
        String text = workflow.text("Spec");
        Map<String, Object> spec = text == null ? null : Values.object(text);
        Map<String, Object> own = spec == null ? null : Specs.entity("WorkflowDefinition", spec);
        if (own == null) {
            return Crud.shown(scene, workflow);
        }
        List<Object> nodes = new ArrayList<>();
        List<Object> edges = new ArrayList<>();
        boolean code = "true".equals(scene.text("IncludeScriptContent"));
        for (Thing thing : scene.store.where("Node", "ContainerId", workflow.key())) {
            Map<String, Object> described = Values.object(thing.text("Spec"));
            Map<String, Object> node = Specs.entity("Node", described);
            Map<String, Object> script = Values.map(node.get("script"));
            if (!code && script != null) {
                script = new LinkedHashMap<>(script);
                script.remove("content");
                node.put("script", script);
            }
            nodes.add(node);
            edges.addAll(Values.list(Values.at(described, "spec", "dependencies")));
        }
        Map<String, Object> whole = new LinkedHashMap<>(own);
        whole.remove("flow");
        whole.put("nodes", nodes);
        whole.put("dependencies", edges);
        Map<String, Object> body = new LinkedHashMap<>(Values.map(spec.get("spec")));
        if ("ManualWorkflow".equals(spec.get("kind"))) {
            // Exports of manual workflows still have the older form: the workflow is the body.
            body.remove("workflows");
            whole.put("flow", whole.remove("dependencies"));
            body.putAll(whole);
        } else {
            body.put("workflows", List.of(whole));
        }
        Map<String, Object> shown = new LinkedHashMap<>(spec);
        shown.put("spec", body);
        return Crud.shown(scene, workflow.with(Values.of("Spec", JsonText.write(shown))));
    }
}
