package dev.dwx.flowspec.build;

import dev.dwx.catalog.NearNames;
import dev.dwx.flowspec.NodeTypes;
import dev.dwx.flowspec.model.SpecPath;
import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Map;

/** What each statement does to a draft. */
final class Sayings {
    private Sayings() {
    }

    static void say(Draft draft, SpecWord word, List<?> given, StackTraceElement at) {
        boolean raw = word.name().equals("set");
        Arguments arguments = Arguments.of(word.name(), given, !raw, word.example());
        if (word.form() == SpecWord.Form.OWN) {
            own(draft, arguments, at);
            return;
        }
        if (word.form() == SpecWord.Form.MAP) {
            if (arguments.named().isEmpty() || !arguments.plain().isEmpty()) {
                throw arguments.wrong(Texts.of("it takes names and values."));
            }
            arguments.named().forEach((key, value) -> SpecPath.parse(word.pathIn(draft.place())).key(key).set(draft.entity, Values.copy(value)));
            return;
        }
        Object value = value(word, arguments);
        SpecPath.parse(word.pathIn(draft.place())).set(draft.entity, value);
    }

    private static Object value(SpecWord word, Arguments arguments) {
        if (word.form() == SpecWord.Form.FLAG) {
            Object flag = arguments.plain().isEmpty() ? Boolean.TRUE : arguments.only();
            if (!(flag instanceof Boolean)) {
                throw arguments.wrong(Texts.of("true or false is expected, not {0}.", Arguments.kind(flag)));
            }
            return flag;
        }
        Object value = arguments.only();
        if (word.form() == SpecWord.Form.NUMBER) {
            String digits = String.valueOf(value);
            if (!digits.matches("-?[0-9]{1,18}")) {
                throw arguments.wrong(Texts.of("a whole number is expected, not {0}.", Arguments.kind(value)));
            }
            return value instanceof Number ? value : (Object) Long.valueOf(digits);
        }
        String text = arguments.text(value);
        if (!word.choices().isEmpty() && !word.choices().contains(text)) {
            List<String> near = NearNames.of(text, word.choices());
            throw arguments.wrong(Texts.of("'{0}' is none of {1}{2}", text, String.join(", ", word.choices()), near.isEmpty() ? Texts.of(".") :
                    Texts.of("; did you mean {0}?", String.join(Texts.of(" or "), near))));
        }
        return text;
    }

    private static void own(Draft draft, Arguments arguments, StackTraceElement at) {
        switch (arguments.word()) {
            case "project" -> draft.project = arguments.text(arguments.only());
            case "folder" -> draft.folder = arguments.text(arguments.only());
            case "version" -> draft.version = arguments.text(arguments.only());
            case "kind" -> draft.kind = arguments.text(arguments.only());
            case "derive" -> draft.derive = !Boolean.FALSE.equals(arguments.only());
            case "type" -> type(draft, arguments);
            case "set" -> set(draft, arguments, at);
            case "unset" -> arguments.plain().forEach(path -> change(draft, arguments.text(path), null, true, at));
            case "script" -> ScriptText.say(draft, arguments);
            case "params" -> Params.say(draft, arguments);
            case "paramText" -> Params.whole(draft, arguments.text(arguments.only()));
            case "cron" -> SpecPath.parse("trigger.cron").set(draft.entity, arguments.named().isEmpty()
                    ? arguments.text(arguments.only()) : CronWords.of(arguments.named()));
            case "rerun" -> Timing.rerun(draft, arguments);
            case "timeout" -> Timing.timeout(draft, arguments);
            case "after" -> Ports.after(draft, arguments, at);
            case "inputs" -> Ports.inputs(draft, arguments, at);
            case "outputs" -> Ports.outputs(draft, arguments);
            case "table" -> Ports.tables(draft, arguments, "outputs.tables");
            case "reads" -> Ports.tables(draft, arguments, "inputs.tables");
            case "uses" -> names(draft, arguments, "fileResources");
            case "functions" -> names(draft, arguments, "functions");
            case "datasource" -> Places.datasource(draft, arguments);
            case "resourceGroup" -> Places.resourceGroup(draft, arguments);
            case "when" -> draft.conditions.add(Conditions.checked(draft, arguments, at));
            case "most" -> SpecPath.parse(draft.innerObject()).key("maxIterations").set(draft.entity, Conditions.rounds(arguments));
            case "over" -> draft.bindings.add(new Binding("loopDataArray", arguments.text(arguments.only()), at));
            case "runs" -> Parts.subflow(draft, arguments);
            case "component" -> Parts.component(draft, arguments);
            case "code" -> Parts.code(draft, arguments);
            case "output" -> {
                if (draft.place() == Place.COMPONENT) {
                    Parts.parameter(draft, arguments, "outputs");
                } else {
                    Ports.own(draft, arguments);
                }
            }
            case "input" -> Parts.parameter(draft, arguments, "inputs");
            case "reader", "writer" -> SyncJob.step(draft, arguments);
            case "speed" -> SyncJob.setting(draft, "speed", arguments);
            case "errorLimit" -> SyncJob.errorLimit(draft, arguments);
            default -> throw new IllegalStateException(arguments.word());
        }
    }

    private static void type(Draft draft, Arguments arguments) {
        String command = arguments.text(arguments.only());
        if (draft.type().command() != null) {
            throw arguments.wrong(Texts.of("{0} is of type {1} already; node('{2}') takes any.", draft.label(), draft.type().command(),
                    draft.name()));
        }
        if (NodeTypes.code(command).isEmpty() && NodeTypes.spelling(command).isPresent()) {
            throw arguments.wrong(Texts.of("'{0}' is spelled {1}.", command, NodeTypes.spelling(command).get()));
        }
        List<String> near = NodeTypes.code(command).isPresent() ? List.of() : NearNames.of(command, NodeTypes.commands());
        if (!near.isEmpty()) {
            throw arguments.wrong(Texts.of("there is no type '{0}'; did you mean {1}?", command, String.join(Texts.of(" or "), near)));
        }
        draft.command = command;
    }

    private static void set(Draft draft, Arguments arguments, StackTraceElement at) {
        if (arguments.plain().size() != 2) {
            throw arguments.wrong(Texts.of("it takes a path and a value."));
        }
        change(draft, arguments.text(arguments.plain().get(0)), Values.copy(arguments.plain().get(1)), false, at);
    }

    /** Paths begin at the node or workflow; those that begin with {@code document.} or {@code spec.} at the top of the document. */
    private static void change(Draft draft, String path, Object value, boolean removes, StackTraceElement at) {
        boolean top = path.startsWith("document.") || path.equals("spec") || path.startsWith("spec.");
        SpecPath way = way(path.startsWith("document.") ? path.substring("document.".length()) : path);
        if (top && draft.owner() != null) {
            throw new SpecFault(path, Texts.of("'{0}' is a path of the whole document; write it in the outermost block.", path));
        }
        draft.changes.add(new Draft.Change(way, value, removes, top, at));
    }

    private static SpecPath way(String path) {
        try {
            SpecPath way = SpecPath.parse(path);
            if (!way.steps().isEmpty()) {
                return way;
            }
        } catch (IllegalArgumentException e) {
            throw new SpecFault(path, e.getMessage());
        }
        throw new SpecFault(path, Texts.of("'' is no path of a document. Write it like 'script.runtime.cu' or "
                + "'inputs.nodeOutputs[0].data'."));
    }

    private static void names(Draft draft, Arguments arguments, String key) {
        if (arguments.plain().isEmpty()) {
            throw arguments.wrong(Texts.of("a name is expected."));
        }
        for (Object name : arguments.plain()) {
            Values.listAt(draft.entity, key).add(name instanceof Map ? Values.copy(name) : Values.map("name", arguments.text(name)));
        }
    }
}
