package dev.dwx.flowspec.lint;

import java.util.List;
import java.util.Map;

/** A workflow, and for an import the nodes inside it. */
final class WorkflowCheck {
    private final SpecSetting setting;
    private final Findings findings;

    WorkflowCheck(SpecSetting setting, Findings findings) {
        this.setting = setting;
        this.findings = findings;
    }

    void check(Map<?, ?> workflow, String path, Map<?, ?> body) {
        boolean update = setting.use().update();
        if (!update && SpecValues.text(workflow, "name") == null) {
            findings.error("name", path + ".name", "it is missing", "name: '…'");
        }
        String command = SpecValues.text(workflow, "script", "runtime", "command");
        if (command == null ? !update : !command.equals("WORKFLOW")) {
            findings.error("command", path + ".script.runtime.command", command == null
                    ? "it is missing, and the service refuses the workflow" : "'" + command + "' makes no workflow",
                    "script: [runtime: [command: 'WORKFLOW']]");
        }
        new NodeCheck(setting, findings).timing(workflow, path);
        List<?> nodes = SpecValues.list(workflow, "nodes");
        if (nodes.isEmpty()) {
            nodes = SpecValues.list(body, "nodes");
        }
        if (nodes.isEmpty()) {
            return;
        }
        String place = workflow.containsKey("nodes") ? path + ".nodes" : "spec.nodes";
        if (setting.use() != SpecUse.IMPORT_WORKFLOW) {
            findings.warn("nodes-ignored", place, "the " + nodes.size() + (nodes.size() == 1 ? " node is" : " nodes are")
                    + " ignored: this call " + (update ? "changes" : "makes") + " the workflow alone",
                    "ImportWorkflowDefinition makes a workflow with its nodes in one call");
            return;
        }
        if (SpecValues.text(workflow, "id") != null && isServiceId(SpecValues.text(workflow, "id"))) {
            findings.warn("id", path + ".id", "an id that the project has makes the import change that workflow instead of making one",
                    "leave the ids out to make a new one");
        }
        SpecSetting inner = SpecSetting.of(SpecUse.CREATE_NODE).withContainer(true).withProjectName(setting.projectName());
        for (int i = 0; i < nodes.size(); i++) {
            String at = place + "[" + i + "]";
            if (nodes.get(i) instanceof Map<?, ?> node) {
                new NodeCheck(inner, findings).check(node, at);
            } else {
                findings.error("body", at, "an object is expected", "[name: …, … ]");
            }
        }
        new EdgeCheck(inner, findings).ofWorkflow(workflow, nodes, path, place, body);
    }

    /** Ids that the service gave out are long numbers; others are local names of the document. */
    static boolean isServiceId(String id) {
        return id.length() >= 15 && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
