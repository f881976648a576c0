package dev.dwx.flowspec.build;

import dev.dwx.flowspec.NodeTypes;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.model.SpecPath;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Map;

/** Resources, functions, components, and the nodes that use them. */
final class Parts {
    private static final Map<String, String> COMMANDS =
            Map.of("python", "ODPS_PYTHON", "jar", "ODPS_JAR", "archive", "ODPS_ARCHIVE", "file", "ODPS_FILE");

    private Parts() {
    }

    static void subflow(Draft draft, Arguments arguments) {
        arguments.allow("id", "output");
        Map<String, Object> subflow = Values.cast(Values.copy(arguments.named()));
        if (arguments.plain().size() == 1) {
            Object workflow = arguments.plain().get(0);
            subflow.put("name", workflow instanceof Map<?, ?> document ? FlowDocument.of(document).name().orElse(null)
                    : arguments.text(workflow));
        }
        if (subflow.isEmpty()) {
            throw arguments.wrong(Texts.of("it wants to know which workflow."));
        }
        subflow.forEach((key, value) -> SpecPath.parse("subflow").key(key).set(draft.entity, value));
    }

    static void component(Draft draft, Arguments arguments) {
        arguments.allow("id", "version", "inputs", "outputs");
        if (arguments.plain().size() != 1) {
            throw arguments.wrong(Texts.of("it takes the name of a component."));
        }
        String name = arguments.text(arguments.plain().get(0));
        Object id = arguments.named().get("id");
        Map<String, Object> component = Values.map("id", id == null ? name : id.toString(), "name", name);
        for (String side : new String[] {"inputs", "outputs"}) {
            if (arguments.named().get(side) instanceof Map<?, ?> values) {
                List<Object> parameters = Values.list();
                values.forEach((parameter, value) -> parameters.add(Values.map("name", String.valueOf(parameter), "type", "string", "value",
                        String.valueOf(value))));
                component.put(side, parameters);
            }
        }
        if (arguments.named().get("version") != null) {
            component.put("metadata", Values.map("version", arguments.named().get("version").toString()));
        }
        draft.entity.put("component", component);
    }

    static void code(Draft draft, Arguments arguments) {
        arguments.allow("type");
        if (arguments.plain().size() != 1 || arguments.named().get("type") == null) {
            throw arguments.wrong(Texts.of("it takes the code and what it is written in: python2, python3, java8, java11 or java17."));
        }
        draft.entity.put("resourceType", "embedded");
        draft.entity.put("embeddedCodeType", arguments.text(arguments.named().get("type")));
        draft.entity.put("embeddedCode", arguments.text(arguments.plain().get(0)));
    }

    /** A parameter of a component. */
    static void parameter(Draft draft, Arguments arguments, String side) {
        arguments.allow("type", "describe", "value", "args");
        if (arguments.plain().size() != 1) {
            throw arguments.wrong(Texts.of("a parameter has a name."));
        }
        Map<String, Object> parameter = Values.map("name", arguments.text(arguments.plain().get(0)));
        arguments.named().forEach((key, value) -> parameter.put(key.equals("describe") ? "description" : key.equals("value") ? "defaultValue"
                : key, String.valueOf(value)));
        parameter.putIfAbsent("type", "string");
        Values.listAt(draft.entity, side).add(Values.ordered(parameter, List.of("name", "type", "description", "defaultValue", "args")));
    }

    /** What nobody said of a resource, a function or a component. */
    static void fill(Draft draft, Map<String, Object> part) {
        String command = null;
        String folder = "Resource";
        if (draft.place() == Place.RESOURCE) {
            part.putIfAbsent("type", typeOf(draft.name()));
            command = COMMANDS.get(String.valueOf(part.get("type")));
        } else if (draft.place() == Place.FUNCTION) {
            command = "ODPS_FUNCTION";
            folder = "Function";
            if (part.get("fileResources") != null) {
                part.putIfAbsent("resourceType", "file");
            }
        } else {
            command = "SQL_COMPONENT";
            folder = "Component";
            NodeAssembly.fill(part, "script.language", "odps-sql");
        }
        NodeAssembly.fill(part, "script.runtime.command", command);
        NodeTypes.code(Values.text(part, "script.runtime.command")).ifPresent(
                code -> NodeAssembly.fill(part, "script.runtime.commandTypeId", code));
        String above = draft.folder != null ? draft.folder : "Business_flow" + (draft.projectName() == null ? "" : "/" + draft.projectName())
                + "/" + folder;
        NodeAssembly.fill(part, "script.path", above + "/" + draft.name());
        if (part.get("datasource") != null) {
            NodeAssembly.fill(part, "datasource.type", "odps");
        }
    }

    private static String typeOf(String file) {
        return file.endsWith(".py") ? "python" : file.endsWith(".jar") ? "jar"
                : file.endsWith(".zip") || file.endsWith(".tar.gz") || file.endsWith(".tgz") || file.endsWith(".tar") ? "archive" : "file";
    }
}
