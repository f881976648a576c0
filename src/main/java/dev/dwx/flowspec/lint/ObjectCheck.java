package dev.dwx.flowspec.lint;

import dev.dwx.flowspec.NodeType;
import dev.dwx.flowspec.NodeTypes;
import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resources, functions and components. */
final class ObjectCheck {
    private static final Map<String, String> RESOURCE_TYPES = Map.of("ODPS_PYTHON", "python", "ODPS_JAR", "jar", "ODPS_ARCHIVE", "archive",
            "ODPS_FILE", "file", "EMR_JAR", "jar", "EMR_FILE", "file", "CDH_JAR", "jar", "CDH_FILE", "file");
    private static final Pattern COMPONENT_PARAMETER = Pattern.compile("@@\\{\\s*([^}\\s]+)\\s*}");

    private final SpecSetting setting;
    private final Findings findings;

    ObjectCheck(SpecSetting setting, Findings findings) {
        this.setting = setting;
        this.findings = findings;
    }

    void check(Map<?, ?> entity, String path) {
        String name = SpecValues.text(entity, "name");
        if (!setting.use().update() && name == null) {
            findings.error("name", path + ".name", Texts.of("it is missing"), "name: '…'");
        }
        String place = SpecValues.text(entity, "script", "path");
        if (place != null && name != null && !place.equals(name) && !place.endsWith("/" + name)) {
            findings.warn("path", path + ".script.path", Texts.of("'{0}' does not end with the name", place),
                    "path: '" + place.substring(0, place.lastIndexOf('/') + 1) + name + "'",
                    QuickFix.set(path + ".script.path", place.substring(0, place.lastIndexOf('/') + 1) + name));
        }
        Object config = SpecValues.at(entity, "datasource", "config");
        if (config instanceof Map) {
            findings.error("value", path + ".datasource.config", Texts.of("it is a JSON text, and an object becomes an unreadable one"),
                    "config: groovy.json.JsonOutput.toJson(…)", QuickFix.set(path + ".datasource.config", ExactJson.write(config)));
        }
        switch (setting.use()) {
            case CREATE_RESOURCE, UPDATE_RESOURCE -> resource(entity, path, name);
            case CREATE_FUNCTION, UPDATE_FUNCTION -> function(entity, path);
            default -> component(entity, path);
        }
    }

    private void resource(Map<?, ?> entity, String path, String name) {
        Words.RESOURCE_TYPE.check(entity.get("type"), path + ".type", findings);
        Words.STORAGE_TYPE.check(SpecValues.at(entity, "file", "storage", "type"), path + ".file.storage.type", findings);
        String command = SpecValues.text(entity, "script", "runtime", "command");
        command(command, "Resource", "ODPS_PYTHON, ODPS_JAR, ODPS_ARCHIVE, ODPS_FILE, EMR_JAR …", path);
        String type = SpecValues.text(entity, "type");
        String right = command == null ? null : RESOURCE_TYPES.get(command);
        if (right != null && type != null && Words.RESOURCE_TYPE.known().contains(type) && !type.equals(right)) {
            findings.warn("resource-type", path + ".type", Texts.of("it is '{0}', and {1} is '{2}'", type, command, right), "type: '" + right + "'");
        }
        String kind = right == null ? type : right;
        String end = "python".equals(kind) ? ".py" : "jar".equals(kind) ? ".jar" : null;
        if (end != null && name != null && !name.endsWith(end)) {
            findings.warn("resource-type", path + ".name", Texts.of("'{0}' does not end with {1}, and code names a resource by its file",
                    name, end),
                    "name: '" + name + end + "'");
        }
    }

    private void function(Map<?, ?> entity, String path) {
        Words.FUNCTION_TYPE.check(entity.get("type"), path + ".type", findings);
        Words.FUNCTION_SOURCE.check(entity.get("resourceType"), path + ".resourceType", findings);
        Words.EMBEDDED_CODE.check(entity.get("embeddedCodeType"), path + ".embeddedCodeType", findings);
        command(SpecValues.text(entity, "script", "runtime", "command"), "Function", "ODPS_FUNCTION", path);
        boolean content = SpecValues.text(entity, "script", "content") != null;
        if ("embedded".equals(entity.get("resourceType")) && SpecValues.text(entity, "embeddedCode") == null) {
            findings.warn("function", path + ".embeddedCode", Texts.of("the code is said to be embedded, and there is none"), "embeddedCode: '…'");
        } else if ("file".equals(entity.get("resourceType")) && SpecValues.list(entity, "fileResources").isEmpty() && !content) {
            findings.warn("function", path + ".fileResources", Texts.of("the code is said to be in a file, and none is named"), "fileResources: [[name: '…']]");
        }
        if (entity.containsKey("type") && SpecValues.text(entity, "className") == null && !setting.use().update() && !content) {
            findings.warn("function", path + ".className", Texts.of("it is missing: the class that computes the function"), "className: 'file.Class'");
        }
    }

    private void command(String command, String group, String examples, String path) {
        if (command == null) {
            return;
        }
        Optional<NodeType> type = NodeTypes.of(command);
        if (type.isPresent() && !type.get().group().equals(group)) {
            findings.error("command", path + ".script.runtime.command", Texts.of("{0} is no type of {1}", command,
                    group.toLowerCase(java.util.Locale.ROOT)),
                    examples);
        }
        if (type.isEmpty()) {
            NodeTypes.spelling(command).ifPresent(right -> findings.warn("command-unknown", path + ".script.runtime.command", Texts.of("'{0}' is no type that dwx knows",
                    command), Texts.of("it is spelled {0}", right), QuickFix.set(path + ".script.runtime.command", right)));
        }
    }

    /** A component's SQL names its parameters <code>@@{name}</code>. */
    private void component(Map<?, ?> entity, String path) {
        Set<String> declared = new LinkedHashSet<>();
        for (String side : new String[] {"inputs", "outputs"}) {
            List<?> parameters = SpecValues.list(entity, side);
            for (int i = 0; i < parameters.size(); i++) {
                String name = SpecValues.text(parameters.get(i), "name");
                if (name == null) {
                    findings.warn("component", path + "." + side + "[" + i + "].name", Texts.of("it is missing"), "name: '…'");
                } else {
                    declared.add(name);
                }
            }
        }
        if (!(SpecValues.at(entity, "script", "content") instanceof String code)) {
            return;
        }
        Set<String> used = new LinkedHashSet<>();
        Matcher matcher = COMPONENT_PARAMETER.matcher(code);
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        for (String name : used) {
            if (!declared.contains(name)) {
                findings.warn("component", path + ".script.content", Texts.of("the code uses @@{{0}}, and the component has no parameter"
                        + " of that name", name),
                        "inputs: [[name: '" + name + "', type: 'string']]");
            }
        }
        for (String name : declared) {
            if (!used.contains(name)) {
                findings.warn("component", path + ".script.content", Texts.of("the code does not use the parameter '{0}'", name), "@@{" + name + "}");
            }
        }
    }
}
