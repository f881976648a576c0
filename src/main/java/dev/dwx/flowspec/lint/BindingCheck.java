package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values that come from another node: the variable among the inputs, the parameter that takes it, and the dependency, all three. */
final class BindingCheck {
    private final Findings findings;

    BindingCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Map<?, ?> node, String path, Set<String> upstream) {
        List<?> inputs = SpecValues.list(node, "inputs", "variables");
        List<?> parameters = SpecValues.list(node, "script", "parameters");
        for (int i = 0; i < inputs.size(); i++) {
            input(inputs.get(i), parameters, node, path + ".inputs.variables[" + i + "]");
            edge(SpecValues.text(inputs.get(i), "node", "output"), path + ".inputs.variables[" + i + "].node.output", path, node, upstream);
        }
        for (int i = 0; i < parameters.size(); i++) {
            if (SpecValues.at(parameters.get(i), "referenceVariable") instanceof Map<?, ?> reference) {
                String at = path + ".script.parameters[" + i + "].referenceVariable";
                reference(reference, inputs, at, path, node);
                edge(SpecValues.text(reference, "node", "output"), at + ".node.output", path, node, upstream);
            }
        }
    }

    private void input(Object input, List<?> parameters, Map<?, ?> node, String at) {
        String name = SpecValues.text(input, "name");
        if (name == null || SpecValues.text(input, "inputName") != null) {
            return;
        }
        for (Object parameter : parameters) {
            if (same(SpecValues.at(parameter, "referenceVariable"), input)) {
                return;
            }
        }
        for (String hub : new String[] {"param-hub", "paramHub"}) {
            for (Object variable : SpecValues.list(node, hub, "variables")) {
                if (same(SpecValues.at(variable, "referenceVariable"), input)) {
                    return;
                }
            }
        }
        findings.error("binding", at, Texts.of("no parameter takes the variable '{0}': it never gets to the code, and the published"
                + " reader refuses it", name),
                "script: [parameters: [[name: '…', type: 'NodeOutput', scope: 'NodeContext', referenceVariable: [name: '" + name + "', …]]]]");
    }

    private void reference(Map<?, ?> reference, List<?> inputs, String at, String path, Map<?, ?> node) {
        if (SpecValues.text(reference, "name") == null) {
            findings.warn("binding", at + ".name", Texts.of("it is missing: the variable that is taken over"), "name: 'outputs'");
            return;
        }
        for (Object input : inputs) {
            if (same(reference, input)) {
                return;
            }
        }
        boolean place = node.get("inputs") == null || node.get("inputs") instanceof Map;
        findings.warn("binding", at, Texts.of("the variable '{0}' is not among the node's inputs, so that nothing comes",
                SpecValues.text(reference, "name")),
                Texts.of("put it into inputs.variables, too"), place && reference.get("node") instanceof Map
                        ? QuickFix.set(path + ".inputs.variables[+]", VariableCheck.input(reference)) : null);
    }

    private void edge(String output, String at, String path, Map<?, ?> node, Set<String> upstream) {
        if (output == null || upstream.contains(output)) {
            return;
        }
        boolean place = node.get("inputs") == null || node.get("inputs") instanceof Map;
        findings.warn("binding", at, Texts.of("the node does not wait for '{0}', whose variable it takes", output), "inputs: [nodeOutputs: [[data: '"
                + output + "']]]", place ? QuickFix.set(path + ".inputs.nodeOutputs[+]", NodeCheck.output(output)) : null);
    }

    /** The same name of the same output; where one of them names none, the name alone. */
    private static boolean same(Object reference, Object input) {
        String name = SpecValues.text(reference, "name");
        String here = SpecValues.text(reference, "node", "output");
        String there = SpecValues.text(input, "node", "output");
        return name != null && name.equals(SpecValues.text(input, "name")) && (here == null || there == null || here.equals(there));
    }
}
