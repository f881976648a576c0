package dev.dwx.flowspec.build;

import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Map;

/** What goes in and out of a node: outputs that others wait for, values that are passed on, tables. */
final class Ports {
    private Ports() {
    }

    static void after(Draft draft, Arguments arguments, StackTraceElement at) {
        arguments.allow("self", "children", "crossCycle");
        if (arguments.plain().isEmpty() && arguments.named().isEmpty()) {
            throw arguments.wrong(Texts.of("it wants to know what to wait for."));
        }
        flat(arguments.plain(), draft, Upstream.NORMAL, arguments, at);
        if (Boolean.TRUE.equals(arguments.named().get("self"))) {
            draft.upstreams.add(new Upstream(Upstream.SELF, null, false, at));
        }
        if (Boolean.TRUE.equals(arguments.named().get("children"))) {
            draft.upstreams.add(new Upstream(Upstream.CHILDREN, null, false, at));
        }
        Object other = arguments.named().get("crossCycle");
        if (other != null) {
            flat(List.of(other), draft, Upstream.OTHER, arguments, at);
        }
    }

    private static void flat(Iterable<?> targets, Draft draft, String type, Arguments arguments, StackTraceElement at) {
        for (Object target : targets) {
            if (target instanceof Iterable<?> list) {
                flat(list, draft, type, arguments, at);
            } else if (target instanceof Map) {
                draft.upstreams.add(new Upstream(type, target, false, at));
            } else {
                draft.upstreams.add(new Upstream(type, arguments.text(target), false, at));
            }
        }
    }

    static void inputs(Draft draft, Arguments arguments, StackTraceElement at) {
        for (Object output : arguments.plain()) {
            draft.upstreams.add(new Upstream(Upstream.NORMAL, arguments.text(output), true, at));
        }
        arguments.named().forEach((name, from) -> draft.bindings.add(new Binding(name, arguments.text(from), at)));
    }

    /** The output that stands for a node or workflow, with what the service says of it besides. */
    static void own(Draft draft, Arguments arguments) {
        if (arguments.plain().size() != 1) {
            throw arguments.wrong(Texts.of("it takes the name of one output."));
        }
        draft.ownOutput = Values.map("data", arguments.text(arguments.plain().get(0)), "artifactType", "NodeOutput");
        draft.ownOutput.putAll(Values.cast(Values.copy(arguments.named())));
    }

    static void outputs(Draft draft, Arguments arguments) {
        for (Object output : arguments.plain()) {
            Values.listAt(draft.entity, "outputs.nodeOutputs").add(output instanceof Map ? Values.copy(output)
                    : Values.map("data", arguments.text(output), "artifactType", "NodeOutput"));
        }
        arguments.named().forEach((name, value) -> Values.listAt(draft.entity, "outputs.variables").add(
                value instanceof Map<?, ?> map ? merged(variable(name, String.valueOf(map.get("value"))), map)
                        : variable(name, arguments.text(value))));
    }

    /** A value that nodes behind may take. */
    static Map<String, Object> variable(String name, String value) {
        return Values.map("name", name, "artifactType", "Variable", "scope", "NodeContext", "type", value.equals("${outputs}") ? "NodeOutput"
                : Params.isExpression(value) ? "System" : "Constant", "value", value);
    }

    private static Map<String, Object> merged(Map<String, Object> variable, Map<?, ?> more) {
        variable.putAll(Values.cast(Values.copy(more)));
        return variable;
    }

    static void tables(Draft draft, Arguments arguments, String path) {
        for (Object table : arguments.plain()) {
            String name = arguments.text(table);
            Values.listAt(draft.entity, path).add(Values.map("guid", guid(draft, name), "artifactType", "Table"));
        }
    }

    private static String guid(Draft draft, String name) {
        int dots = name.length() - name.replace(".", "").length();
        String project = draft.projectName();
        return dots >= 2 || project == null ? name : dots == 1 ? "odps." + name : "odps." + project + "." + name;
    }
}
