package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One node by itself: its name, where it lies, what it gives, and what stands inside it. */
final class NodeCheck {
    private final SpecSetting setting;
    private final Findings findings;
    private final SpecBody body;

    NodeCheck(SpecSetting setting, Findings findings, SpecBody body) {
        this.setting = setting;
        this.findings = findings;
        this.body = body;
    }

    /** An output artifact of a name. */
    static Map<String, Object> output(String data) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("data", data);
        output.put("artifactType", "NodeOutput");
        return output;
    }

    /** All but what depends on other nodes. */
    void check(Map<?, ?> node, String path) {
        boolean update = setting.use().update();
        String name = SpecValues.text(node, "name");
        if (node.get("reference") instanceof Map<?, ?> reference) {
            if (SpecValues.text(reference, "output") == null) {
                findings.error("reference", path + ".reference.output", Texts.of("it is missing: the entry stands for the node that has"
                        + " this output"),
                        "reference: [output: '…']");
            }
            return;
        }
        if (name == null && !update) {
            findings.error("name", path + ".name", Texts.of("it is missing"), "name: '…'");
        } else if (name != null && (name.contains("/") || name.contains("\\"))) {
            findings.warn("name", path + ".name", Texts.of("'{0}' has a / in it, which parts folders", name), Texts.of("leave it out"));
        }
        identity(node, path, name, update);
        new TypeCheck(setting, findings).check(node, path);
        place(node, path, name, update);
        new TriggerCheck(findings, body).check(node, path, setting.inContainer() || update);
        new RunCheck(findings).check(node, path);
        new PortCheck(findings).check(node, path);
        if (!update) {
            outputs(node, path, name);
        }
    }

    /** A node inside a loop or a combined node: shorter, since it has neither a schedule nor a place of its own. */
    void checkInside(Map<?, ?> node, String path) {
        if (SpecValues.text(node, "name") == null) {
            findings.error("name", path + ".name", Texts.of("it is missing"), "name: '…'");
        }
        new TypeCheck(SpecSetting.of(SpecUse.CREATE_NODE).withContainer(true), findings).check(node, path);
        new TriggerCheck(findings, body).check(node, path, true);
        new RunCheck(findings).check(node, path);
        new PortCheck(findings).check(node, path);
    }

    /** What rests on the other nodes: variables that come from them, code, loops and branches. */
    void contents(Map<?, ?> node, String path, EdgeScope scope) {
        contents(node, path, scope, null);
    }

    /** @param workflowParameters names of the workflow's parameters; {@code null} where they are not known */
    void contents(Map<?, ?> node, String path, EdgeScope scope, java.util.Set<String> workflowParameters) {
        if (node.get("reference") instanceof Map) {
            return;
        }
        new VariableCheck(findings).node(node, path);
        new BindingCheck(findings).check(node, path, scope.upstream(node));
        new CodeCheck(findings).check(node, path, workflowParameters);
        new ControlCheck(setting, findings, body).check(node, path, scope);
    }

    private void identity(Map<?, ?> node, String path, String name, boolean update) {
        Object id = node.get("id");
        if (id instanceof Double || id instanceof Float || id instanceof java.math.BigDecimal) {
            findings.error("id", path + ".id", Texts.of("a floating-point number cannot hold it"), Texts.of("write it as a text"));
        } else if (update && id == null) {
            findings.error("id", path + ".id", Texts.of("it is missing: a change names the node inside the spec, too"),
                    "id: '" + (setting.id() == null ? "…" : setting.id()) + "'", setting.id() == null ? null : QuickFix.set(path + ".id", setting.id()));
        } else if (update && setting.id() != null && !setting.id().equals(String.valueOf(id))) {
            findings.error("id", path + ".id", Texts.of("it is {0}, and the call changes {1}", id, setting.id()), "id: '" + setting.id() + "'",
                    QuickFix.set(path + ".id", setting.id()));
        } else if (!update && !setting.inContainer() && id != null && name != null && !name.equals(String.valueOf(id))) {
            findings.warn("id", path + ".id", Texts.of("a new node whose id is not its name can lose its dependencies without a word"),
                    "id: '" + name + "'");
        }
        if (node.get("type") != null && SpecValues.at(node, "script", "runtime", "command") == null && !update) {
            boolean known = node.get("type") instanceof String type && dev.dwx.flowspec.NodeTypes.of(type).isPresent();
            findings.error("invented", path + ".type", Texts.of("what a node is does not stand in type"),
                    "script: [runtime: [command: '" + node.get("type") + "']]",
                    known ? QuickFix.set(path + ".script.runtime.command", node.get("type")) : null);
        }
    }

    private void place(Map<?, ?> node, String path, String name, boolean update) {
        String place = SpecValues.text(node, "script", "path");
        boolean script = node.get("script") == null || node.get("script") instanceof Map;
        if (place == null) {
            if (!update && !setting.inContainer()) {
                findings.error("path", path + ".script.path", Texts.of("it is missing: a node outside a workflow lies in a folder"),
                        "script: [path: 'Business_flow/…/" + (name == null ? "…" : name) + "']");
            }
            return;
        }
        boolean ends = name == null || place.equals(name) || place.endsWith("/" + name);
        String right = (folder(place) + (name == null ? "" : name)).replaceFirst("^/+", "");
        QuickFix change = script && name != null ? QuickFix.set(path + ".script.path", right) : null;
        if (!ends && !update && !setting.inContainer()) {
            findings.error("path", path + ".script.path", Texts.of("'{0}' does not end with the node's name", place), "path: '" + right + "'", change);
        } else if (!ends && !update && !isFile(place, name)) {
            findings.warn("path", path + ".script.path", Texts.of("'{0}' does not end with the node's name", place), "path: '" + right + "'", change);
        } else if (place.startsWith("/")) {
            findings.warn("path", path + ".script.path", Texts.of("'{0}' begins with a /, which paths of the service do not", place),
                    "path: '" + right + "'", ends ? change : null);
        }
    }

    /** Documents of other tools have the name of a file there. */
    private static boolean isFile(String place, String name) {
        String last = place.substring(place.lastIndexOf('/') + 1);
        return last.startsWith(name + ".");
    }

    private static String folder(String place) {
        return place.contains("\\") ? place.replace('\\', '/').replaceAll("[^/]*$", "") : place.endsWith("/") ? place
                : place.substring(0, place.lastIndexOf('/') + 1);
    }

    private void outputs(Map<?, ?> node, String path, String name) {
        boolean place = node.get("outputs") == null || node.get("outputs") instanceof Map;
        if (place && SpecValues.data(node, "outputs").isEmpty()) {
            String project = setting.projectName() == null ? "<project>" : setting.projectName();
            findings.error("outputs", path + ".outputs.nodeOutputs", Texts.of("it is missing: nothing can wait for the node, and it may"
                    + " never be scheduled"), "outputs: [nodeOutputs: [[data: '" + project + "." + (name == null ? "…" : name) + "']]]",
                    name == null || setting.projectName() == null ? null
                            : QuickFix.set(path + ".outputs.nodeOutputs[+]", output(project + "." + name)));
        }
    }

    /** What stands in lists of nodes must be nodes. */
    static void notANode(Findings findings, String path) {
        findings.error("body", path, Texts.of("an object is expected"), "[name: …, … ]");
    }

    /** The list of a loop's or a combined node's own nodes. */
    static List<?> inner(Map<?, ?> holder) {
        return SpecValues.list(holder, "nodes");
    }
}
