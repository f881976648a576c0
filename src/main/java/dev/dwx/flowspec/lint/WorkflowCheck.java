package dev.dwx.flowspec.lint;

import dev.dwx.flowspec.model.SpecPath;
import dev.dwx.texts.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A workflow, and for an import the nodes inside it. */
final class WorkflowCheck {
    private static final int MOST_NODES = 400;
    private static final int MANY_NODES = 100;

    private final SpecSetting setting;
    private final Findings findings;
    private final SpecBody body;

    WorkflowCheck(SpecSetting setting, Findings findings, SpecBody body) {
        this.setting = setting;
        this.findings = findings;
        this.body = body;
    }

    void check(Map<?, ?> workflow, String path) {
        boolean update = setting.use().update();
        String name = SpecValues.text(workflow, "name");
        if (!update && name == null) {
            findings.error("name", SpecPath.key(path, "name"), Texts.of("it is missing"), "name: '…'");
        }
        String command = SpecValues.text(workflow, "script", "runtime", "command");
        if (command == null ? !update : !command.equals("WORKFLOW")) {
            boolean script = workflow.get("script") == null || workflow.get("script") instanceof Map;
            findings.error("command", path + ".script.runtime.command", command == null
                    ? Texts.of("it is missing, and the service refuses the workflow") : Texts.of("'{0}' makes no workflow", command),
                    "script: [runtime: [command: 'WORKFLOW']]", script ? QuickFix.set(path + ".script.runtime.command", "WORKFLOW") : null);
        }
        String place = SpecValues.text(workflow, "script", "path");
        if (place != null && name != null && !update && !place.equals(name) && !place.endsWith("/" + name)) {
            findings.warn("path", path + ".script.path", Texts.of("'{0}' does not end with the workflow's name", place), null);
        }
        if (setting.use() == SpecUse.UPDATE_WORKFLOW && setting.id() != null && workflow.get("id") != null
                && !setting.id().equals(String.valueOf(workflow.get("id")))) {
            findings.error("id", path + ".id", Texts.of("it is {0}, and the call changes {1}", workflow.get("id"), setting.id()),
                    "id: '" + setting.id() + "'", QuickFix.set(path + ".id", setting.id()));
        }
        timing(workflow, path);
        nodes(workflow, path);
    }

    /** The older form: what belongs to the workflow stands directly in the body. */
    void checkBody(Map<?, ?> workflow, String path) {
        if (!body.isManual()) {
            findings.warn("body-flat", body.at("nodes"), Texts.of("the nodes stand directly below spec, which is the older form of a {0}",
                    body.kind()),
                    "spec: [workflows: [[name: '…', script: [runtime: [command: 'WORKFLOW']], nodes: [ … ], dependencies: [ … ]]]]");
        }
        timing(workflow, path);
        nodes(workflow, path);
    }

    private void timing(Map<?, ?> workflow, String path) {
        new TriggerCheck(findings, body).check(workflow, path, true);
        new RunCheck(findings).check(workflow, path);
        new PortCheck(findings).check(workflow, path);
        new VariableCheck(findings).list(SpecValues.list(workflow, "script", "parameters"), path + ".script.parameters", VariableCheck.Place.WORKFLOW);
    }

    private void nodes(Map<?, ?> workflow, String path) {
        boolean own = !SpecValues.list(workflow, "nodes").isEmpty() && workflow != body.map();
        List<?> nodes = own ? SpecValues.list(workflow, "nodes") : SpecValues.list(body.map(), "nodes");
        String place = own ? path + ".nodes" : body.at("nodes");
        if (nodes.isEmpty()) {
            edgesAlone(workflow, path);
            return;
        }
        if (setting.use() != SpecUse.IMPORT_WORKFLOW) {
            findings.warn("nodes-ignored", place, setting.use().update()
                    ? nodes.size() == 1 ? Texts.of("the 1 node is ignored: this call changes the workflow alone")
                    : Texts.of("the {0} nodes are ignored: this call changes the workflow alone", nodes.size())
                    : nodes.size() == 1 ? Texts.of("the 1 node is ignored: this call makes the workflow alone")
                    : Texts.of("the {0} nodes are ignored: this call makes the workflow alone", nodes.size()),
                    Texts.of("ImportWorkflowDefinition makes a workflow with its nodes in one call"));
            return;
        }
        count(nodes.size(), place);
        ids(workflow, nodes, path, place);
        inside(workflow, nodes, path, place);
    }

    /** The workflow's own upstream. */
    private void edgesAlone(Map<?, ?> workflow, String path) {
        if (setting.use().update() || setting.use() == SpecUse.CREATE_WORKFLOW) {
            return;
        }
        EdgeScope scope = new EdgeScope(SpecSetting.of(SpecUse.IMPORT_WORKFLOW).withProjectName(setting.projectName()), findings,
                new OutputNames(findings));
        scope.owner(workflow);
        scope.edges(SpecValues.list(body.map(), "flow"), body.at("flow"));
        scope.finish();
    }

    private void count(int nodes, String place) {
        if (nodes > MOST_NODES) {
            findings.error("too-many-nodes", place, Texts.of("{0} nodes are more than the {1} that a workflow can have", nodes,
                    MOST_NODES),
                    Texts.of("part it into workflows that wait for each other"));
        } else if (nodes > MANY_NODES) {
            findings.warn("too-many-nodes", place, Texts.of("{0} nodes are more than the {1} that the vendor advises", nodes, MANY_NODES), null);
        }
    }

    private void ids(Map<?, ?> workflow, List<?> nodes, String path, String place) {
        String id = SpecValues.text(workflow, "id");
        if (id != null && SpecValues.isServiceId(id)) {
            findings.warn("id", path + ".id", Texts.of("an id that the project has makes the import change that workflow instead of"
                    + " making one"),
                    Texts.of("leave the ids out to make a new one"));
            return;
        }
        int known = 0;
        String first = null;
        for (int i = 0; i < nodes.size(); i++) {
            String one = SpecValues.text(nodes.get(i), "id");
            if (one != null && SpecValues.isServiceId(one)) {
                known++;
                first = first == null ? place + "[" + i + "].id" : first;
            }
        }
        if (known > 0) {
            findings.warn("id", first, known == 1
                    ? Texts.of("a node has an id of the service: where the project has such a node, the import changes it instead of"
                            + " making one")
                    : Texts.of("{0} nodes have ids of the service: where the project has such a node, the import changes it instead of"
                            + " making one", known), Texts.of("leave the ids out to make new ones"));
        }
    }

    private void inside(Map<?, ?> workflow, List<?> nodes, String path, String place) {
        boolean manual = setting.manual() || body.isManual();
        SpecSetting inner = SpecSetting.of(SpecUse.CREATE_NODE).withContainer(true).withManual(manual).withProjectName(setting.projectName());
        OutputNames outputs = new OutputNames(findings);
        EdgeScope scope = new EdgeScope(SpecSetting.of(SpecUse.IMPORT_WORKFLOW).withProjectName(setting.projectName()), findings, outputs);
        scope.owner(workflow);
        NodeCheck check = new NodeCheck(inner, findings, body);
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Map<?, ?> node) {
                check.check(node, place + "[" + i + "]");
                scope.node(node, place + "[" + i + "]");
            } else {
                NodeCheck.notANode(findings, place + "[" + i + "]");
            }
        }
        if (workflow != body.map()) {
            outputs.add(workflow, path);
            scope.edges(SpecValues.list(workflow, "dependencies"), path + ".dependencies");
            scope.edges(SpecValues.list(workflow, "flow"), path + ".flow");
        } else {
            scope.edges(SpecValues.list(body.map(), "dependencies"), body.at("dependencies"));
        }
        scope.edges(SpecValues.list(body.map(), "flow"), body.at("flow"));
        scope.finish();
        Set<String> parameters = new LinkedHashSet<>(ControlCheck.names(SpecValues.list(workflow, "script", "parameters")));
        parameters.addAll(ControlCheck.names(SpecValues.list(body.map(), "variables")));
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Map<?, ?> node) {
                check.contents(node, place + "[" + i + "]", scope, parameters);
            }
        }
    }
}
