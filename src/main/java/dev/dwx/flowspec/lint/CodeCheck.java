package dev.dwx.flowspec.lint;

import dev.dwx.flowspec.NodeType;
import dev.dwx.flowspec.NodeTypes;
import dev.dwx.texts.Texts;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a node's code and its parameters and resources know of each other. */
final class CodeCheck {
    private static final Pattern CURLY = Pattern.compile("\\$\\{\\s*([A-Za-z_][\\w.]*)\\s*}");
    private static final Pattern ARGS = Pattern.compile("args(?:\\.get\\(|\\[)\\s*['\"]([^'\"]+)['\"]");
    private static final Pattern PLACE = Pattern.compile("\\$(\\d)|\\$\\{(\\d+)}");
    private static final Pattern RESOURCE = Pattern.compile("(?:##|--)@resource_reference\\{\\s*\"([^\"]+)\"\\s*}");

    private final Findings findings;

    CodeCheck(Findings findings) {
        this.findings = findings;
    }

    /** @param workflowParameters names of the workflow's parameters; {@code null} where they are not known */
    void check(Map<?, ?> node, String path, Set<String> workflowParameters) {
        String command = SpecValues.text(node, "script", "runtime", "command");
        NodeType type = command == null ? null : NodeTypes.of(command).orElse(null);
        String code = code(node);
        String at = path + ".script.content";
        if (code.isBlank()) {
            return;
        }
        resources(node, code, path);
        if (workflowParameters != null && code.contains("${workflow.")) {
            workflow(code, at, workflowParameters);
        }
        List<?> parameters = SpecValues.list(node, "script", "parameters");
        if (type == null || isWhole(parameters)) {
            return;
        }
        Map<String, Integer> declared = declared(node, parameters);
        if (type.command().startsWith("PYODPS")) {
            python(code, at, declared, path);
        } else if (isPositional(type)) {
            positional(code, at, declared, path);
        } else if (type.isShell() || isChosen(type)) {
            unused(declared, path, code, Set.of());
        } else if (type.isSql() || type.isSync() || type.command().equals("CONTROLLER_BRANCH")) {
            plain(code, at, declared, path);
        }
    }

    /** Of a branch, its conditions. */
    private static String code(Map<?, ?> node) {
        StringBuilder code = new StringBuilder();
        if (SpecValues.at(node, "script", "content") instanceof String text) {
            code.append(text);
        }
        for (Object branch : SpecValues.list(node, "branch", "branches")) {
            code.append('\n').append(SpecValues.at(branch, "when") == null ? "" : SpecValues.at(branch, "when"));
        }
        return code.toString();
    }

    private static boolean isWhole(List<?> parameters) {
        for (Object parameter : parameters) {
            if ("NoKvVariableExpression".equals(SpecValues.at(parameter, "type")) || "-".equals(SpecValues.text(parameter, "name"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPositional(NodeType type) {
        return switch (type.command()) {
            case "SHELL", "DIDE_SHELL", "PYTHON" -> true;
            default -> false;
        };
    }

    /** Types whose language is one of several. */
    private static boolean isChosen(NodeType type) {
        return type.languages().size() > 1;
    }

    /** Parameters by name, with their places; inputs that are used by a name of their own have none. */
    private static Map<String, Integer> declared(Map<?, ?> node, List<?> parameters) {
        Map<String, Integer> declared = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            String name = SpecValues.text(parameters.get(i), "name");
            if (name != null) {
                declared.put(name, i);
            }
        }
        for (Object input : SpecValues.list(node, "inputs", "variables")) {
            String name = SpecValues.text(input, "inputName");
            if (name != null) {
                declared.putIfAbsent(name, -1);
            }
        }
        return declared;
    }

    private void plain(String code, String at, Map<String, Integer> declared, String path) {
        Set<String> used = names(CURLY, code);
        for (String name : used) {
            if (name.indexOf('.') < 0 && !declared.containsKey(name)) {
                boolean format = ExpressionText.isDay("${" + name + "}");
                findings.warn("parameter-missing", at, Texts.of("the code uses ${{0}}, and the node has no parameter of that name{1}",
                        name, format ? Texts.of("; an expression is the value of a parameter, not part of the code") : ""),
                        "script: [parameters: [[name: '" + (format ? "bizdate" : name) + "', type: 'System', scope: 'NodeParameter', value: '"
                                + (format ? "${" + name + "}" : "$bizdate") + "']]]");
            }
        }
        unused(declared, path, "", used);
    }

    /** PyODPS replaces nothing in the code. */
    private void python(String code, String at, Map<String, Integer> declared, String path) {
        Set<String> used = names(ARGS, code);
        for (String name : used) {
            if (!declared.containsKey(name)) {
                findings.warn("parameter-missing", at, Texts.of("the code uses args['{0}'], and the node has no parameter of that name",
                        name),
                        "script: [parameters: [[name: '" + name + "', type: 'System', scope: 'NodeParameter', value: '$bizdate']]]");
            }
        }
        for (String name : names(CURLY, code)) {
            if (declared.containsKey(name)) {
                findings.warn("parameter-form", at, Texts.of("${{0}} stays as it is in PyODPS, where nothing is replaced in the code",
                        name),
                        "args['" + name + "']");
                used.add(name);
            }
        }
        unused(declared, path, code, used);
    }

    private void positional(String code, String at, Map<String, Integer> declared, String path) {
        int most = 0;
        for (String name : declared.keySet()) {
            most = name.matches("\\d{1,3}") ? Math.max(most, Integer.parseInt(name)) : most;
        }
        boolean own = code.contains("()") || code.contains("function ") || code.contains("awk") || code.contains("set --");
        Set<String> used = new LinkedHashSet<>();
        Matcher matcher = PLACE.matcher(code);
        while (matcher.find()) {
            String place = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            used.add(place);
            if (place.length() < 4 && Integer.parseInt(place) > most && !own) {
                findings.warn("parameter-missing", at, Texts.of("the code uses ${0}, and the node has {1}", place,
                        most == 0 ? Texts.of("no parameters by number") : Texts.of("parameters up to {0} only", most)),
                        "script: [parameters: [[name: '" + place + "', type: 'System', scope: 'NodeParameter', value: '$bizdate']]]");
            }
        }
        boolean all = code.contains("$@") || code.contains("$*") || code.contains("argv") || code.contains("shift") || code.contains("getopt")
                || code.contains("argparse") || code.contains("$#");
        if (!all) {
            unused(declared, path, code, used);
        }
    }

    /** @param code where the bare name counts as used, too */
    private void unused(Map<String, Integer> declared, String path, String code, Set<String> used) {
        declared.forEach((name, place) -> {
            boolean number = name.matches("\\d+");
            if (place >= 0 && !used.contains(name) && (number || !code.contains(name))) {
                findings.warn("parameter-unused", path + ".script.parameters[" + place + "]", Texts.of("the code does not use '{0}'",
                        name),
                        number ? Texts.of("${0} in the code, or leave it out", name) : Texts.of("${{0}} in the code, or leave it out", name));
            }
        });
    }

    private void workflow(String code, String at, Set<String> known) {
        for (String name : names(CURLY, code)) {
            if (name.startsWith("workflow.") && !known.contains(name.substring("workflow.".length()))) {
                findings.warn("parameter-missing", at, Texts.of("the code uses ${{0}}, and the workflow has no parameter of that name",
                        name),
                        known.isEmpty() ? Texts.of("script: [parameters: [ … ]] of the workflow, scope: 'Workflow'") : Texts.of("it has {0}",
                                String.join(", ", known)));
            }
        }
    }

    private void resources(Map<?, ?> node, String code, String path) {
        Matcher matcher = RESOURCE.matcher(code);
        while (matcher.find()) {
            String name = matcher.group(1);
            boolean there = false;
            for (Object resource : SpecValues.list(node, "fileResources")) {
                there |= name.equals(SpecValues.text(resource, "name")) || name.equals(resource);
            }
            if (!there) {
                boolean place = node.get("fileResources") == null || node.get("fileResources") instanceof List;
                findings.warn("resource-reference", path + ".fileResources", Texts.of("the code refers to the resource '{0}', and the"
                        + " node does not name it", name),
                        "fileResources: [[name: '" + name + "']]", place ? QuickFix.set(path + ".fileResources[+]", Map.of("name", name)) : null);
            }
        }
    }

    private static Set<String> names(Pattern pattern, String code) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(code);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
