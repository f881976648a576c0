package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What nodes of control hold: the ways of a branch, the conditions of a join, parameters handed on, components. */
final class ControlCheck {
    /** Keys of control objects, and the command that each belongs to. */
    private static final List<Map.Entry<String, String>> OWNERS = List.of(Map.entry("branch", "CONTROLLER_BRANCH"),
            Map.entry("join", "CONTROLLER_JOIN"), Map.entry("do-while", "CONTROLLER_CYCLE"), Map.entry("doWhile", "CONTROLLER_CYCLE"),
            Map.entry("for-each", "CONTROLLER_TRAVERSE"), Map.entry("foreach", "CONTROLLER_TRAVERSE"),
            Map.entry("combined", "COMBINED_NODE"), Map.entry("subflow", "SUB_PROCESS"), Map.entry("param-hub", "PARAM_HUB"),
            Map.entry("paramHub", "PARAM_HUB"), Map.entry("component", "COMPONENT_SQL"));

    private final SpecSetting setting;
    private final Findings findings;
    private final SpecBody body;

    ControlCheck(SpecSetting setting, Findings findings, SpecBody body) {
        this.setting = setting;
        this.findings = findings;
        this.body = body;
    }

    void check(Map<?, ?> node, String path, EdgeScope scope) {
        String command = SpecValues.text(node, "script", "runtime", "command");
        Set<String> owners = new LinkedHashSet<>();
        for (Map.Entry<String, String> owner : OWNERS) {
            Object given = node.get(owner.getKey());
            if (given == null) {
                continue;
            }
            String at = path + "." + owner.getKey();
            owners.add(owner.getValue());
            if (!(given instanceof Map<?, ?> map)) {
                findings.error("value", at, Texts.of("it is an object"), null);
                continue;
            }
            if (command != null && !command.equals(owner.getValue())) {
                findings.warn("control", at, Texts.of("it belongs to a node of type {0}, and this one is {1}", owner.getValue(), command),
                        "script: [runtime: [command: '" + owner.getValue() + "']]");
            }
            object(owner.getValue(), map, node, at, path, scope);
        }
        if (owners.size() > 1) {
            findings.warn("control", path, Texts.of("it is several things at once: {0}", String.join(", ", owners)), Texts.of("leave all but one out"));
        }
        missing(command, owners, node, path);
    }

    private void missing(String command, Set<String> owners, Map<?, ?> node, String path) {
        if ("CONTROLLER_ASSIGNMENT".equals(command)) {
            assignment(node, path);
        }
        for (Map.Entry<String, String> owner : OWNERS) {
            if (owner.getValue().equals(command) && !owners.contains(command) && !setting.use().update()) {
                findings.warn("control", path + "." + owner.getKey(), Texts.of("it is missing: what a {0} does is written there", command),
                        owner.getKey() + ": [ … ]");
                return;
            }
        }
    }

    private void object(String owner, Map<?, ?> map, Map<?, ?> node, String at, String path, EdgeScope scope) {
        switch (owner) {
            case "CONTROLLER_BRANCH" -> branch(map, node, at, path);
            case "CONTROLLER_JOIN" -> new JoinCheck(findings).check(map, at, scope.upstream(node));
            case "PARAM_HUB" -> hub(map, at);
            case "COMPONENT_SQL" -> component(map, at);
            default -> new LoopCheck(setting, findings, body).check(owner, map, node, at);
        }
    }

    private void branch(Map<?, ?> map, Map<?, ?> node, String at, String path) {
        List<?> branches = SpecValues.list(map, "branches");
        if (branches.isEmpty()) {
            findings.error("branch", at + ".branches", Texts.of("a branch has ways to go on, and there is none"),
                    "branches: [[when: '…', output: [data: '…']]]");
        }
        List<String> outputs = SpecValues.data(node, "outputs");
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < branches.size(); i++) {
            String place = at + ".branches[" + i + "]";
            Object output = SpecValues.at(branches.get(i), "output");
            String data = output instanceof String text ? text : SpecValues.text(output, "data");
            if (SpecValues.text(branches.get(i), "when") == null) {
                findings.warn("branch", place + ".when", Texts.of("it is missing: the condition on which this way is taken"), "when: '${n} > 0'");
            }
            if (data == null) {
                findings.error("branch", place + ".output", Texts.of("it is missing: what the nodes of this way wait for"), "output: [data: '…']");
            } else if (!seen.add(data)) {
                findings.warn("branch", place + ".output", Texts.of("'{0}' is the output of another way, too: both are then one", data),
                        Texts.of("an output of its own"));
            } else if (!outputs.contains(data)) {
                boolean listed = node.get("outputs") == null || node.get("outputs") instanceof Map;
                findings.error("branch-output", place + ".output", Texts.of("'{0}' is not among the node's outputs, so that nothing can"
                        + " wait for it", data),
                        "outputs: [nodeOutputs: [[data: '" + data + "']]]",
                        listed ? QuickFix.set(path + ".outputs.nodeOutputs[+]", NodeCheck.output(data)) : null);
            }
        }
    }

    private void assignment(Map<?, ?> node, String path) {
        boolean declared = false;
        for (Object variable : SpecValues.list(node, "outputs", "variables")) {
            declared |= "outputs".equals(SpecValues.text(variable, "name"));
        }
        List<String> data = SpecValues.data(node, "outputs");
        boolean place = node.get("outputs") instanceof Map;
        if (!declared && !setting.use().update()) {
            findings.warn("assignment", path + ".outputs.variables", Texts.of("what the code gives is called 'outputs', and it is not"
                    + " declared: no node can take it"),
                    "outputs: [variables: [[name: 'outputs', scope: 'NodeContext', type: 'NodeOutput', value: '${outputs}']]]",
                    place && data.size() == 1 ? QuickFix.set(path + ".outputs.variables[+]", given(data.get(0))) : null);
        }
    }

    /** The variable that an assignment gives. */
    private static Map<String, Object> given(String output) {
        Map<String, Object> variable = new LinkedHashMap<>();
        variable.put("name", "outputs");
        variable.put("artifactType", "Variable");
        variable.put("scope", "NodeContext");
        variable.put("type", "NodeOutput");
        variable.put("value", "${outputs}");
        variable.put("node", Map.of("output", output));
        return variable;
    }

    private void hub(Map<?, ?> map, String at) {
        List<?> variables = SpecValues.list(map, "variables");
        new VariableCheck(findings).list(variables, at + ".variables", VariableCheck.Place.CONTEXT);
        for (int i = 0; i < variables.size(); i++) {
            Object type = SpecValues.at(variables.get(i), "type");
            if ("NodeOutput".equals(type) || "NoKvVariableExpression".equals(type)) {
                findings.warn("variable", at + ".variables[" + i + "].type", Texts.of("a parameter hub takes Constant, System and"
                        + " PassThrough, not {0}", type),
                        "type: 'PassThrough'");
            }
        }
    }

    private void component(Map<?, ?> map, String at) {
        for (String side : new String[] {"inputs", "outputs"}) {
            List<?> parameters = SpecValues.list(map, side);
            for (int i = 0; i < parameters.size(); i++) {
                if (SpecValues.at(parameters.get(i), "value") == null && SpecValues.at(parameters.get(i), "defaultValue") == null) {
                    findings.warn("component", at + "." + side + "[" + i + "].value", Texts.of("it is missing: the parameter has no value"), "value: '…'");
                }
            }
        }
        if (SpecValues.text(map, "id") == null && SpecValues.text(map, "name") == null) {
            findings.warn("component", at + ".id", Texts.of("it is missing: which component is meant"), "id: '…'");
        }
    }

    /** The parameters of a workflow by name. */
    static Set<String> names(List<?> variables) {
        List<String> names = new ArrayList<>();
        for (Object variable : variables) {
            String name = SpecValues.text(variable, "name");
            if (name != null) {
                names.add(name);
            }
        }
        return new LinkedHashSet<>(names);
    }
}
