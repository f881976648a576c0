package dev.dwx.flowspec.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What waits for what: an edge is "this node needs that output", written twice in different words, and easily lost. */
final class EdgeCheck {
    private static final List<String> NEEDS_NO_TARGET = List.of("CrossCycleDependsOnSelf", "CrossCycleDependsOnChildren");

    private final SpecSetting setting;
    private final Findings findings;

    EdgeCheck(SpecSetting setting, Findings findings) {
        this.setting = setting;
        this.findings = findings;
    }

    void ofNode(Map<?, ?> node, String path, Map<?, ?> body) {
        Set<String> own = names(node);
        boolean upstream = inputs(node, path);
        upstream |= edges(body, "dependencies", "spec.dependencies", own, List.of());
        upstream |= edges(body, "flow", "spec.flow", own, List.of());
        twice(List.of(node), path, false);
        boolean byHand = setting.manual() || "Manual".equals(SpecValues.text(node, "trigger", "type"));
        if (!upstream && !setting.use().update() && !setting.inContainer() && !byHand) {
            findings.error("inputs", path + ".inputs.nodeOutputs", "the node waits for nothing: without an upstream it is never scheduled",
                    "inputs: [nodeOutputs: [[data: '" + root() + "']]], the root of the project, or another node's output");
        }
    }

    void ofWorkflow(Map<?, ?> workflow, List<?> nodes, String path, String place, Map<?, ?> body) {
        Set<String> known = new HashSet<>(names(workflow));
        List<String> outputs = new ArrayList<>();
        List<Map<?, ?>> maps = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof Map<?, ?> node) {
                known.addAll(names(node));
                outputs.addAll(SpecValues.data(node, "outputs"));
                maps.add(node);
                inputs(node, place + "[" + i + "]");
            }
        }
        twice(maps, place, true);
        edges(workflow, "dependencies", path + ".dependencies", known, outputs);
        edges(workflow, "flow", path + ".flow", known, outputs);
        edges(body, "flow", "spec.flow", known, outputs);
    }

    private static Set<String> names(Map<?, ?> entity) {
        Set<String> names = new HashSet<>();
        for (String key : new String[] {"id", "name"}) {
            if (entity.get(key) != null) {
                names.add(entity.get(key).toString());
            }
        }
        return names;
    }

    private String root() {
        return (setting.projectName() == null ? "<project>" : setting.projectName()) + "_root";
    }

    private boolean inputs(Map<?, ?> node, String path) {
        List<String> data = SpecValues.data(node, "inputs");
        for (int i = 0; i < data.size(); i++) {
            root(data.get(i), path + ".inputs.nodeOutputs[" + i + "].data");
        }
        return !data.isEmpty();
    }

    /** The root's name is made from the project's; examples print a literal one. */
    private void root(String output, String path) {
        if (!output.endsWith("_root") || setting.projectName() == null || output.equals(root())) {
            return;
        }
        if (output.equals("project_root")) {
            findings.error("root", path, "'project_root' is the root of a project called project; here nothing has that output, and the "
                    + "node would hang off nothing", "data: '" + root() + "'");
        } else {
            findings.warn("root", path, "'" + output + "' is not the root of this project", "'" + root() + "' is");
        }
    }

    private boolean edges(Map<?, ?> holder, String key, String path, Set<String> known, List<String> outputs) {
        boolean upstream = false;
        List<?> entries = SpecValues.list(holder, key);
        for (int i = 0; i < entries.size(); i++) {
            String at = path + "[" + i + "]";
            String node = SpecValues.text(entries.get(i), "nodeId");
            if (node == null) {
                findings.error("dependency-node", at + ".nodeId", "it is missing: the node that waits", "nodeId: '" + first(known) + "'");
            } else if (!known.contains(node)) {
                findings.error("dependency-node", at + ".nodeId", "'" + node + "' is no node of this document, so the dependency is "
                        + "ignored; nodeId is the node that waits, not the one it waits for", "nodeId: '" + first(known) + "'");
            }
            upstream |= depends(entries.get(i), at + ".depends", outputs);
        }
        return upstream;
    }

    private boolean depends(Object entry, String path, List<String> outputs) {
        boolean upstream = false;
        List<?> depends = SpecValues.list(entry, "depends");
        for (int i = 0; i < depends.size(); i++) {
            String at = path + "[" + i + "]";
            if (!(depends.get(i) instanceof Map<?, ?> one)) {
                findings.error("dependency-output", at, "an object is expected", "[type: 'Normal', output: '…']");
                continue;
            }
            String type = SpecValues.text(one, "type");
            String output = SpecValues.text(one, "output");
            if (output == null && one.get("nodeId") == null && !NEEDS_NO_TARGET.contains(String.valueOf(type))) {
                findings.error("dependency-output", at + ".output", "it is missing: the output that is waited for, character for character",
                        "output: '" + (outputs.isEmpty() ? root() : outputs.get(0)) + "'");
            }
            if (type == null) {
                findings.warn("dependency-type", at + ".type", "it is missing, and the dependency may not count", "type: 'Normal'");
            }
            if (output != null) {
                root(output, at + ".output");
            }
            upstream |= output != null || one.get("nodeId") != null;
        }
        return upstream;
    }

    private static String first(Set<String> known) {
        return known.isEmpty() ? "…" : known.iterator().next();
    }

    private void twice(List<Map<?, ?>> nodes, String path, boolean many) {
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < nodes.size(); n++) {
            for (String data : SpecValues.data(nodes.get(n), "outputs")) {
                if (!seen.add(data)) {
                    findings.error("output-twice", path + (many ? "[" + n + "]" : "") + ".outputs.nodeOutputs",
                            "'" + data + "' is there twice, and an output belongs to one node of the project", "give one another name");
                }
            }
        }
    }
}
