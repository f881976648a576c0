package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Map;

/** Finds what a call takes from a document, and has that checked. */
final class BodyCheck {
    private final SpecSetting setting;
    private final Findings findings;
    private final SpecBody body;

    BodyCheck(SpecSetting setting, Findings findings, SpecBody body) {
        this.setting = setting;
        this.findings = findings;
        this.body = body;
    }

    void check() {
        SpecUse use = setting.use();
        Object given = body.map().get(use.section());
        List<?> entities = given instanceof List<?> list ? list : List.of();
        String path = body.at(use.section());
        if (given != null && !(given instanceof List)) {
            findings.error("body", path, Texts.of("it is a list"), use.section() + ": [[ … ]]");
            return;
        }
        if (entities.size() > 1) {
            findings.warn("first-only", path, Texts.of("it has {0} entries, and only the first is used; the others are ignored without a"
                    + " word", entities.size()), use == SpecUse.CREATE_NODE
                    ? Texts.of("call once for each, or put them into a workflow and ImportWorkflowDefinition it") : Texts.of("call once for each"));
        }
        variables();
        if (entities.isEmpty() && use.isWorkflow()) {
            withoutList(path);
        } else if (entities.isEmpty()) {
            findings.error("body", path, Texts.of("it describes nothing: there is no entry"), use.section() + ": [[name: …, … ]]");
        } else if (!(entities.get(0) instanceof Map<?, ?> entity)) {
            findings.error("body", path + "[0]", Texts.of("an object is expected"), "[name: …, … ]");
        } else if (use.isNode()) {
            node(entity, path + "[0]", entities);
        } else if (use.isWorkflow()) {
            new WorkflowCheck(setting, findings, body).check(entity, path + "[0]");
        } else {
            new ObjectCheck(setting, findings).check(entity, path + "[0]");
        }
    }

    /** Older documents, and manual workflows to this day, have the workflow's own keys and its nodes directly in the body. */
    private void withoutList(String path) {
        if (body.map().get("workflow") instanceof Map<?, ?> one) {
            new WorkflowCheck(setting, findings, body).check(one, body.at("workflow"));
        } else if (!SpecValues.list(body.map(), "nodes").isEmpty()) {
            new WorkflowCheck(setting, findings, body).checkBody(body.map(), body.path());
        } else if (body.map().get("name") != null) {
            new WorkflowCheck(setting, findings, body).check(body.map(), body.path());
        } else {
            findings.error("body", path, Texts.of("it describes nothing: there is no entry"), setting.use().section() + ": [[name: …, … ]]");
        }
    }

    private void variables() {
        new VariableCheck(findings).list(SpecValues.list(body.map(), "variables"), body.at("variables"), VariableCheck.Place.WORKFLOW);
    }

    private void node(Map<?, ?> node, String path, List<?> nodes) {
        NodeCheck check = new NodeCheck(setting, findings, body);
        check.check(node, path);
        EdgeScope scope = new EdgeScope(setting, findings, new OutputNames(findings));
        scope.node(node, path);
        for (int i = 1; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Map<?, ?> ignored) {
                scope.owner(ignored);
            }
        }
        scope.edges(SpecValues.list(body.map(), "dependencies"), body.at("dependencies"));
        scope.edges(SpecValues.list(body.map(), "flow"), body.at("flow"));
        scope.finish();
        boolean byHand = setting.manual() || body.isManual() || "Manual".equals(SpecValues.text(node, "trigger", "type"))
                || SpecValues.at(node, "reference") instanceof Map;
        if (!scope.waits(node) && !setting.use().update() && !setting.inContainer() && !byHand) {
            findings.error("inputs", path + ".inputs.nodeOutputs", Texts.of("the node waits for nothing: without an upstream it is never"
                    + " scheduled"),
                    Texts.of("inputs: [nodeOutputs: [[data: '{0}']]], the root of the project, or another node's output",
                            setting.rootOutput()),
                    setting.projectName() == null || SpecValues.at(node, "inputs") instanceof List ? null
                            : QuickFix.set(path + ".inputs.nodeOutputs[+]", NodeCheck.output(setting.rootOutput())));
        }
        check.contents(node, path, scope);
    }
}
