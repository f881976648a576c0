package dev.dwx.flowspec.build;

import dev.dwx.flowspec.model.SpecPath;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Map;

/** Scheduling parameters. */
public final class Params {
    private Params() {
    }

    static void say(Draft draft, Arguments arguments) {
        if (arguments.named().isEmpty() && arguments.plain().isEmpty()) {
            throw arguments.wrong(Texts.of("it takes names and values."));
        }
        arguments.named().forEach((name, value) -> add(draft, name, value, arguments));
        int position = SpecPath.parse("script.parameters").in(draft.entity) instanceof List<?> list ? list.size() : 0;
        for (Object value : arguments.plain()) {
            if (!takesPositions(draft)) {
                throw arguments.wrong(Texts.of("the parameters of {0} have names; only those of shell and python are counted.",
                        draft.label()));
            }
            add(draft, String.valueOf(++position), value, arguments);
        }
    }

    private static boolean isHub(Draft draft) {
        return "PARAM_HUB".equals(draft.command);
    }

    private static boolean takesPositions(Draft draft) {
        return "DIDE_SHELL".equals(draft.command) || "PYTHON".equals(draft.command) || "SHELL".equals(draft.command);
    }

    private static void add(Draft draft, String name, Object given, Arguments arguments) {
        Map<String, Object> variable = Values.map("name", name, "artifactType", "Variable", "scope",
                draft.place().isFlow() ? "Workflow" : isHub(draft) ? "NodeContext" : "NodeParameter");
        Object value = given instanceof Map<?, ?> map ? map.get("value") : given;
        if (value == null || value instanceof Iterable) {
            throw arguments.wrong(Texts.of("the value of {0} is {1}, and a text is expected.", name, Arguments.kind(value)));
        }
        variable.put("type", isExpression(value.toString()) ? "System" : "Constant");
        variable.put("value", value.toString());
        if (given instanceof Map<?, ?> map) {
            map.forEach((key, more) -> variable.put(String.valueOf(key), Values.copy(more)));
        }
        List<Object> parameters = Values.listAt(draft.entity, isHub(draft) ? "param-hub.variables" : "script.parameters");
        for (Object other : parameters) {
            if (name.equals(Values.text(other, "name"))) {
                throw arguments.wrong(Texts.of("the parameter {0} of {1} is there already.", name, draft.label()));
            }
        }
        parameters.add(variable);
    }

    /** The whole parameter text in one piece. */
    static void whole(Draft draft, String text) {
        Values.listAt(draft.entity, "script.parameters").add(Values.map("name", "-", "artifactType", "Variable", "scope", "NodeParameter",
                "type", "NoKvVariableExpression", "value", text));
    }

    /** Whether the scheduler works a value out: {@code $[…]}, <code>${…}</code>, {@code $bizdate}. */
    public static boolean isExpression(String value) {
        for (int at = value.indexOf('$'); at >= 0; at = value.indexOf('$', at + 1)) {
            char next = at + 1 < value.length() ? value.charAt(at + 1) : ' ';
            if (next == '[' || next == '{' || next >= 'a' && next <= 'z') {
                return true;
            }
        }
        return false;
    }
}
