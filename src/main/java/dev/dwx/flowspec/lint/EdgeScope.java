package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nodes that can wait for each other: those of a workflow, or those inside a loop. What waits for what is "this node needs that output",
 * written in two places in different words, and easily lost.
 */
final class EdgeScope {
    private static final List<String> NEEDS_NO_TARGET = List.of("CrossCycleDependsOnSelf", "CrossCycleDependsOnChildren");

    private final SpecSetting setting;
    private final Findings findings;
    private final OutputNames outputNames;
    private final List<Map<?, ?>> nodes = new ArrayList<>();
    private final List<String> paths = new ArrayList<>();
    private final Map<String, Integer> byName = new LinkedHashMap<>();
    private final Map<String, Integer> byOutput = new LinkedHashMap<>();
    private final Set<String> around = new LinkedHashSet<>();
    private final List<List<WaitCycles.Wait>> waits = new ArrayList<>();
    private final List<Set<String>> upstream = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<Map<?, ?>, Integer> places = new IdentityHashMap<>();
    private final List<Runnable> edges = new ArrayList<>();

    EdgeScope(SpecSetting setting, Findings findings, OutputNames outputNames) {
        this.setting = setting;
        this.findings = findings;
        this.outputNames = outputNames;
    }

    /** The workflow itself, whose own upstream stands in the same lists. */
    void owner(Map<?, ?> workflow) {
        around.addAll(SpecValues.names(workflow));
    }

    void node(Map<?, ?> node, String path) {
        int index = nodes.size();
        places.put(node, index);
        nodes.add(node);
        paths.add(path);
        waits.add(new ArrayList<>());
        upstream.add(new LinkedHashSet<>());
        twice(node, "name", "name-twice", path, Texts.of("the name of a node is unique in its project, and the service refuses the"
                + " second one"));
        twice(node, "id", "id-twice", path, Texts.of("the later one wins wherever the id is meant"));
        for (String name : SpecValues.names(node)) {
            byName.putIfAbsent(name, index);
        }
        if (!(node.get("reference") instanceof Map)) {
            outputNames.add(node, path);
        }
        for (String data : SpecValues.data(node, "outputs")) {
            byOutput.putIfAbsent(data, index);
        }
    }

    private void twice(Map<?, ?> node, String key, String code, String path, String why) {
        String value = SpecValues.text(node, key);
        if (value != null && !seen.add(key + " " + value)) {
            findings.error(code, path + "." + key, Texts.of("'{0}' is there twice: {1}", value, why), Texts.of("give one another {0}", key));
        }
    }

    /** A list of who waits for what; looked at when all nodes are known. */
    void edges(List<?> entries, String path) {
        edges.add(() -> {
            for (int i = 0; i < entries.size(); i++) {
                entry(entries.get(i), path + "[" + i + "]");
            }
        });
    }

    /** All nodes and lists are there. */
    void finish() {
        for (int i = 0; i < nodes.size(); i++) {
            List<?> ports = SpecValues.ports(nodes.get(i), "inputs");
            for (int j = 0; j < ports.size(); j++) {
                String data = ports.get(j) instanceof String whole ? whole : SpecValues.text(ports.get(j), "data");
                if (data != null) {
                    String at = paths.get(i) + ".inputs.nodeOutputs[" + j + "].data";
                    root(data, at);
                    waiting(i, data, at);
                }
            }
        }
        edges.forEach(Runnable::run);
        new WaitCycles(waits, this::label, findings).find();
    }

    private String label(int index) {
        List<String> names = SpecValues.names(nodes.get(index));
        return names.isEmpty() ? paths.get(index) : names.get(names.size() - 1);
    }

    /** Whether anything is said of what a node waits for. */
    boolean waits(Map<?, ?> node) {
        int index = index(node);
        return index >= 0 && !upstream.get(index).isEmpty();
    }

    /** The outputs that a node waits for. */
    Set<String> upstream(Map<?, ?> node) {
        int index = index(node);
        return index < 0 ? Set.of() : upstream.get(index);
    }

    private int index(Map<?, ?> node) {
        return places.getOrDefault(node, -1);
    }

    private void waiting(int index, String output, String path) {
        upstream.get(index).add(output);
        Integer producer = byOutput.get(output);
        if (producer != null) {
            waits.get(index).add(new WaitCycles.Wait(producer, path));
        } else {
            for (String own : byOutput.keySet()) {
                if (Slips.alike(own, output)) {
                    findings.warn("dependency-unknown", path, Texts.of("no node of this document has the output '{0}', and one has"
                            + " '{1}'; outputs are compared character for character", output, own), Texts.of("'{0}', where that is meant", own));
                    return;
                }
            }
        }
    }

    /** The root's name is made from the project's; examples print a literal one. */
    private void root(String output, String path) {
        if (!output.endsWith("_root") || setting.projectName() == null || output.equals(setting.rootOutput()) || byOutput.containsKey(output)) {
            return;
        }
        if (output.equals("project_root")) {
            findings.error("root", path, Texts.of("'project_root' is the root of a project called project; here nothing has that output,"
                    + " and the node would hang off nothing"), "data: '" + setting.rootOutput() + "'", QuickFix.set(path, setting.rootOutput()));
        } else {
            findings.warn("root", path, Texts.of("'{0}' is not the root of this project", output), Texts.of("'{0}' is", setting.rootOutput()));
        }
    }

    private void entry(Object entry, String at) {
        if (!(entry instanceof Map<?, ?> map)) {
            findings.error("dependency-node", at, Texts.of("an object is expected"), "[nodeId: '" + first() + "', depends: [ … ]]");
            return;
        }
        String node = SpecValues.text(map, "nodeId");
        Integer index = node == null ? null : byName.get(node);
        if (index == null && (node == null || !around.contains(node))) {
            String right = byName.size() <= 2 && nodes.size() == 1 ? first() : node == null ? null : Slips.meant(node, byName.keySet());
            String hint = "nodeId: '" + (right == null ? first() : right) + "'";
            findings.error("dependency-node", at + ".nodeId", node == null ? Texts.of("it is missing: the node that waits") : Texts.of("'{0}' is no node of this document, so"
                    + " the dependency is ignored; nodeId is the node that waits, not the one it waits for", node), hint,
                    right == null ? null : QuickFix.set(at + ".nodeId", right));
        }
        if (map.get("depends") != null && !(map.get("depends") instanceof List)) {
            findings.error("value", at + ".depends", Texts.of("it is a list"), "depends: [[type: 'Normal', output: '…']]");
        }
        depends(index, SpecValues.list(map, "depends"), at + ".depends");
    }

    private void depends(Integer waiting, List<?> depends, String path) {
        Map<String, String> kinds = new HashMap<>();
        for (int i = 0; i < depends.size(); i++) {
            String at = path + "[" + i + "]";
            if (!(depends.get(i) instanceof Map<?, ?> one)) {
                Object text = depends.get(i);
                findings.error("dependency-output", at, Texts.of("an object is expected"), "[type: 'Normal', output: '…']", text instanceof String
                        ? QuickFix.set(at, Map.of("type", "Normal", "output", text)) : null);
                continue;
            }
            depend(waiting, one, at);
            String type = SpecValues.text(one, "type");
            if (type != null) {
                kinds.putIfAbsent(type, at);
            }
        }
        if (kinds.containsKey("CrossCycleDependsOnChildren") && kinds.containsKey("CrossCycleDependsOnOtherNode")) {
            findings.error("dependency-kinds", kinds.get("CrossCycleDependsOnOtherNode") + ".type", Texts.of("the last cycle of the children and that"
                    + " of another node do not go together: both are refused"), Texts.of("leave one of them out"));
        }
    }

    private void depend(Integer waiting, Map<?, ?> one, String at) {
        String type = SpecValues.text(one, "type");
        String output = SpecValues.text(one, "output");
        String node = SpecValues.text(one, "nodeId");
        if (output == null && node == null && (type == null || !NEEDS_NO_TARGET.contains(type))) {
            String example = byOutput.isEmpty() ? setting.rootOutput() : byOutput.keySet().iterator().next();
            findings.error("dependency-output", at + ".output", Texts.of("it is missing: the output that is waited for, character for"
                    + " character"),
                    "output: '" + example + "'");
        }
        if (type == null) {
            findings.warn("dependency-type", at + ".type", Texts.of("it is missing, and the dependency may not count"), "type: 'Normal'",
                    output == null && node == null ? null : QuickFix.set(at + ".type", "Normal"));
        }
        Words.DEPENDENCY.check(one.get("type"), at + ".type", findings);
        boolean normal = type == null || type.equals("Normal");
        if (output != null) {
            root(output, at + ".output");
            if (waiting != null && normal) {
                waiting(waiting, output, at + ".output");
            }
        } else if (node != null && normal) {
            byNode(waiting, node, at + ".nodeId");
        }
    }

    /** Such an edge becomes one to the first output of that node, if there is such a node and it has one. */
    private void byNode(Integer waiting, String node, String at) {
        Integer index = byName.get(node);
        if (waiting != null) {
            upstream.get(waiting).add(index == null || SpecValues.data(nodes.get(index), "outputs").isEmpty() ? "" : SpecValues
                    .data(nodes.get(index), "outputs").get(0));
        }
        if (index == null) {
            String text = Texts.of("'{0}' is no node of this document, and such a dependency vanishes without a word", node);
            String fix = Texts.of("output: '…', the output of that node");
            if (SpecValues.isServiceId(node) || setting.use() == SpecUse.CREATE_NODE) {
                findings.warn("dependency-lost", at, text, fix);
            } else {
                findings.error("dependency-lost", at, text, fix);
            }
            return;
        }
        if (waiting != null) {
            waits.get(waiting).add(new WaitCycles.Wait(index, at));
        }
        if (SpecValues.data(nodes.get(index), "outputs").isEmpty()) {
            boolean outputs = nodes.get(index).get("outputs") == null || nodes.get(index).get("outputs") instanceof Map;
            findings.error("dependency-lost", at, Texts.of("'{0}' has no output, and a dependency by nodeId then vanishes without a word",
                    node),
                    Texts.of("give it outputs: [nodeOutputs: [[data: '{0}']]]", node), !outputs ? null
                            : QuickFix.set(paths.get(index) + ".outputs.nodeOutputs[+]", NodeCheck.output(node)));
        }
    }

    private String first() {
        return byName.isEmpty() ? around.isEmpty() ? "…" : around.iterator().next() : byName.keySet().iterator().next();
    }
}
