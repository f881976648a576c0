package dev.dwx.flowspec.build;

import dev.dwx.catalog.NearNames;
import dev.dwx.flowspec.model.SpecPath;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A value that a node takes from a node before it.
 *
 * @param name what the code calls it
 * @param from {@code output:variable}, or {@code node.variable} for a node of the same flow
 * @param place where the user wrote it, or {@code null}
 */
record Binding(String name, String from, StackTraceElement place) {
    /** The variable as the node before declares it, with the output that carries it; {@code null} where there is none. */
    Map<String, Object> source(Draft draft, List<Map<String, Object>> siblings, List<SpecFault> faults) {
        int colon = from.lastIndexOf(':');
        if (colon > 0) {
            return variable(from.substring(colon + 1), "${outputs}", "NodeOutput", from.substring(0, colon));
        }
        int dot = from.indexOf('.');
        String node = dot < 0 ? from : from.substring(0, dot);
        String wanted = dot < 0 ? "outputs" : from.substring(dot + 1);
        List<String> names = new ArrayList<>();
        for (Map<String, Object> sibling : siblings) {
            names.add(String.valueOf(sibling.get("name")));
            if (!node.equals(sibling.get("name"))) {
                continue;
            }
            List<String> variables = new ArrayList<>();
            List<?> declared = SpecPath.parse("outputs.variables").in(sibling) instanceof List<?> list ? list : List.of();
            for (Object one : declared) {
                variables.add(Values.text(one, "name"));
                if (wanted.equals(Values.text(one, "name"))) {
                    return variable(wanted, Values.text(one, "value"), Values.text(one, "type"),
                            Values.text(sibling, "outputs.nodeOutputs[0].data"));
                }
            }
            faults.add(new SpecFault(from, Texts.of("{0} takes '{1}', and '{2}' gives {3}. Write outputs {4}: '${outputs}' in the block "
                    + "of '{5}'.", draft.label(), from, node, variables.isEmpty() ? Texts.of("no values") : Texts.of("only {0}",
                    String.join(", ", variables)), wanted, node)).at(place));
            return null;
        }
        List<String> near = NearNames.of(node, names);
        faults.add(new SpecFault(from, Texts.of("{0} takes '{1}', and there is no node '{2}' beside it.{3}", draft.label(), from, node,
                near.isEmpty() ? Texts.of(" A value of a node of elsewhere is written 'its_project.its_output:outputs'.") : Texts.of(
                " Did you mean {0}?", String.join(Texts.of(" or "), near)))).at(place));
        return null;
    }

    private static Map<String, Object> variable(String name, String value, String type, String output) {
        return Values.map("name", name, "artifactType", "Variable", "scope", "NodeContext", "type", type, "value", value, "node",
                Values.map("output", output));
    }
}
