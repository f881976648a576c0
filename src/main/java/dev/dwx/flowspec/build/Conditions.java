package dev.dwx.flowspec.build;

import dev.dwx.flowspec.model.SpecPath;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The branches of branch and join nodes, and how often loops go round. */
final class Conditions {
    private Conditions() {
    }

    static Arguments checked(Draft draft, Arguments arguments, StackTraceElement at) {
        boolean join = draft.isInner("join");
        if (join) {
            arguments.allow("of", "status", "output");
            Object of = arguments.named().get("of") != null ? arguments.named().get("of") : arguments.named().get("output");
            if (of == null || arguments.plain().size() > 1) {
                throw new SpecFault("when", Texts.of("when: a join wants to know whom it waits for. Write it like: when 'b_1', of: "
                        + "'weekend', status: ['SUCCESS', 'FAILURE']"));
            }
            draft.upstreams.add(new Upstream(Upstream.NORMAL, of.toString(), arguments.named().get("of") == null, at));
        } else {
            arguments.allow("to", "output", "describe");
            if (arguments.plain().size() != 1) {
                throw arguments.wrong(Texts.of("a branch has one condition."));
            }
        }
        arguments.plain().forEach(arguments::text);
        return arguments;
    }

    static Integer rounds(Arguments arguments) {
        String digits = String.valueOf(arguments.only());
        if (!digits.matches("[1-9][0-9]{0,3}") || Integer.parseInt(digits) > 1024) {
            throw arguments.wrong(Texts.of("the service goes 1 to 1024 rounds."));
        }
        return Integer.valueOf(digits);
    }

    /** The outputs of a branch, made from where each leads to. */
    static void branches(Draft draft, Map<String, Object> node, NodeAssembly assembly) {
        List<Object> branches = new ArrayList<>();
        for (Arguments condition : draft.conditions) {
            String output = output(draft, condition, assembly);
            Map<String, Object> branch = Values.map("when", condition.plain().get(0).toString());
            if (condition.named().get("describe") != null) {
                branch.put("desc", condition.named().get("describe").toString());
            }
            branch.put("output", Values.map("data", output, "artifactType", "NodeOutput"));
            branches.add(branch);
            if (draft.derives()) {
                List<Object> outputs = Values.listAt(node, "outputs.nodeOutputs");
                boolean there = outputs.stream().anyMatch(one -> output.equals(Values.text(one, "data")));
                if (!there) {
                    outputs.add(Values.map("data", output, "artifactType", "NodeOutput"));
                }
            }
        }
        if (!branches.isEmpty()) {
            SpecPath.parse("branch.branches").set(node, branches);
        }
    }

    /** The output that stands for a branch. */
    static String output(Draft draft, Arguments condition, NodeAssembly assembly) {
        if (condition.named().get("output") != null) {
            return condition.named().get("output").toString();
        }
        Object to = condition.named().get("to");
        Object first = to instanceof List<?> list && !list.isEmpty() ? list.get(0) : to;
        return assembly.own(draft.name() + "_" + (first == null ? draft.conditions.indexOf(condition) + 1 : first));
    }

    /** The branches that a join waits for. */
    static void joined(Draft draft, Map<String, Object> node, List<Map<String, Object>> siblings, NodeAssembly assembly) {
        List<Object> branches = new ArrayList<>();
        StringBuilder logic = new StringBuilder();
        for (Arguments condition : draft.conditions) {
            String name = condition.plain().isEmpty() ? "b_" + (branches.size() + 1) : condition.plain().get(0).toString();
            Object status = condition.named().get("status");
            List<Object> words = status == null ? Values.list("SUCCESS") : status instanceof Iterable<?> list
                    ? Values.list(((List<?>) Values.copy(list)).toArray()) : Values.list(status.toString());
            Object of = condition.named().get("of");
            String output = of == null ? condition.named().get("output").toString() : assembly.outputOf(of.toString(), siblings);
            branches.add(Values.map("name", name, "output", Values.map("data", output, "artifactType", "NodeOutput"), "assertion",
                    Values.map("field", "status", "in", words)));
            logic.append(logic.length() == 0 ? "" : " and ").append(name);
        }
        if (branches.isEmpty()) {
            return;
        }
        SpecPath.parse("join.branches").set(node, branches);
        if (draft.derives() && Values.text(node, "join.logic.expression") == null) {
            SpecPath.parse("join.logic.expression").set(node, logic.toString());
        }
    }
}
