package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Nodes with nodes inside: loops, combined nodes, subflows. */
final class LoopCheck {
    private static final int MOST_ROUNDS = 1024;
    private static final int FORMER_MOST = 128;

    private final SpecSetting setting;
    private final Findings findings;
    private final SpecBody body;

    LoopCheck(SpecSetting setting, Findings findings, SpecBody body) {
        this.setting = setting;
        this.findings = findings;
        this.body = body;
    }

    void check(String owner, Map<?, ?> holder, Map<?, ?> node, String at) {
        boolean loop = owner.startsWith("CONTROLLER_");
        if (loop) {
            rounds(owner, holder, at);
        }
        List<?> nodes = NodeCheck.inner(holder);
        boolean elsewhere = owner.equals("SUB_PROCESS") && (holder.containsKey("id") || holder.containsKey("output") || holder.containsKey("name"));
        if (nodes.isEmpty() && !elsewhere) {
            findings.warn("loop", at + ".nodes", Texts.of("there are no nodes inside"), "nodes: [[name: '…', … ]]");
        }
        if (loop) {
            ends(owner, holder, nodes, node, at);
        }
        inner(holder, nodes, at, loop ? "flow" : "dependencies");
        String lost = loop ? "dependencies" : "flow";
        if (holder.get(lost) != null) {
            String right = loop ? "flow" : "dependencies";
            findings.error("dependency-lost", at + "." + lost, Texts.of("here the list is called {0}, and this one is dropped with all"
                    + " that it says", right),
                    right + ": [ … ]", holder.containsKey(right) ? null : QuickFix.rename(at + "." + lost, right));
        }
    }

    private void rounds(String owner, Map<?, ?> holder, String at) {
        Object most = holder.get("maxIterations");
        if (most == null) {
            return;
        }
        OptionalLong rounds = SpecValues.integer(most);
        if (rounds.isEmpty() || rounds.getAsLong() < 1) {
            findings.error("loop", at + ".maxIterations", Texts.of("{0} is no number of rounds", SpecValues.quoted(most)), "maxIterations: 128");
        } else if (rounds.getAsLong() > MOST_ROUNDS) {
            findings.error("loop", at + ".maxIterations", Texts.of("{0} is more than the {1} rounds that the service goes",
                    rounds.getAsLong(), MOST_ROUNDS),
                    "maxIterations: " + MOST_ROUNDS, QuickFix.set(at + ".maxIterations", MOST_ROUNDS));
        } else if (rounds.getAsLong() > FORMER_MOST && owner.equals("CONTROLLER_TRAVERSE")) {
            findings.warn("loop", at + ".maxIterations", Texts.of("{0} rounds were the most of a for-each in older services", FORMER_MOST), null);
        }
    }

    /** A loop begins and ends with a node of its own. */
    private void ends(String owner, Map<?, ?> holder, List<?> nodes, Map<?, ?> node, String at) {
        List<String> commands = new ArrayList<>();
        for (Object one : nodes) {
            commands.add(String.valueOf(SpecValues.text(one, "script", "runtime", "command")));
        }
        boolean cycle = owner.equals("CONTROLLER_CYCLE");
        if (!nodes.isEmpty() && !commands.contains(owner + "_START")) {
            findings.warn("loop", at + ".nodes", Texts.of("the node at which a round begins is missing"), Texts.of("one with command: '{0}_START'",
                    owner));
        }
        if (cycle && !(holder.get("while") instanceof Map)) {
            findings.warn("loop", at + ".while", Texts.of("it is missing: the node whose code says whether another round comes"),
                    "while: [name: 'end', script: [language: 'python', runtime: [command: 'CONTROLLER_CYCLE_END'], content: '…']]");
        } else if (cycle && !"CONTROLLER_CYCLE_END".equals(SpecValues.text(holder, "while", "script", "runtime", "command"))) {
            findings.warn("loop", at + ".while.script.runtime.command", Texts.of("the end of a do-while is a CONTROLLER_CYCLE_END"), "command: 'CONTROLLER_CYCLE_END'",
                    QuickFix.set(at + ".while.script.runtime.command", "CONTROLLER_CYCLE_END"));
        }
        if (!cycle) {
            if (!nodes.isEmpty() && !commands.contains("CONTROLLER_TRAVERSE_END")) {
                findings.warn("loop", at + ".nodes", Texts.of("the node at which a round ends is missing"), Texts.of("one with command:"
                        + " 'CONTROLLER_TRAVERSE_END'"));
            }
            boolean fed = holder.get("array") != null;
            for (Object parameter : SpecValues.list(node, "script", "parameters")) {
                fed |= "loopDataArray".equals(SpecValues.text(parameter, "name"));
            }
            if (!fed) {
                findings.warn("loop", at + ".array", Texts.of("nothing says what is gone through"), Texts.of("a parameter loopDataArray that takes"
                        + " another node's outputs"));
            }
            if (holder.get("array") instanceof Map<?, ?> array) {
                new VariableCheck(findings).one(array, at + ".array", VariableCheck.Place.CONTEXT);
            }
        }
    }

    private void inner(Map<?, ?> holder, List<?> nodes, String at, String edges) {
        SpecSetting inside = new SpecSetting(SpecUse.CREATE_NODE, null, true, setting.manual(), setting.projectName());
        EdgeScope scope = new EdgeScope(inside, findings, new OutputNames(findings));
        List<Map<?, ?>> maps = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Map<?, ?> one) {
                maps.add(one);
                paths.add(at + ".nodes[" + i + "]");
            } else {
                NodeCheck.notANode(findings, at + ".nodes[" + i + "]");
            }
        }
        if (holder.get("while") instanceof Map<?, ?> end) {
            maps.add(end);
            paths.add(at + ".while");
        }
        for (int i = 0; i < maps.size(); i++) {
            scope.node(maps.get(i), paths.get(i));
        }
        scope.edges(SpecValues.list(holder, edges), at + "." + edges);
        scope.finish();
        for (int i = 0; i < maps.size(); i++) {
            // An update says nothing of what it leaves out; inner nodes need no outputs where nothing waits for them.
            SpecSetting lenient = new SpecSetting(SpecUse.UPDATE_NODE, null, true, setting.manual(), setting.projectName());
            innerNode(new NodeCheck(lenient, findings, body), maps.get(i), paths.get(i), scope);
        }
    }

    private void innerNode(NodeCheck check, Map<?, ?> node, String path, EdgeScope scope) {
        check.checkInside(node, path);
        check.contents(node, path, scope);
    }
}
