package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.NearNames;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Guard;
import dev.dwx.dsl.PlannedCall;
import dev.dwx.flowspec.NodeTypes;
import dev.dwx.texts.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The numbers of file types: the type's word is taken as well, and two numbers that lists on the net have wrong are told apart. */
final class FileTypes implements Guard {
    private static final Set<String> CALLS = Set.of("CreateFile", "CreateUdfFile");
    private static final String TYPE = "FileType";
    private static final Map<Integer, String> MISTAKEN = Map.of(
            20, "20 is an old synchronisation (DATAX2); a shell node is 6 (DIDE_SHELL)",
            30, "30 is an archive (EXTREME_STORAGE); Python is 1322 (PYTHON), 221 (PYODPS) or 1221 (PYODPS3)");

    private final TrapTools tools;

    FileTypes(TrapTools tools) {
        this.tools = tools;
    }

    @Override
    public Map<String, Object> given(ApiOperation operation, Map<String, Object> arguments, Context context) {
        if (!CALLS.contains(operation.name()) || !(arguments.get(TYPE) instanceof CharSequence given)
                || Answers.isDigits(given.toString().strip()) || given.toString().isBlank()) {
            return arguments;
        }
        String word = given.toString().strip();
        Optional<String> right = NodeTypes.code(word).isPresent() ? Optional.of(word) : NodeTypes.spelling(word);
        if (right.isEmpty()) {
            List<String> near = NearNames.of(word, NodeTypes.commands());
            throw TrapTools.refusal(operation, List.of(Texts.of("{0}: '{1}' is no type of file{2}", TYPE, word,
                    near.isEmpty() ? "" : Texts.of("; did you mean {0}?", String.join(Texts.of(" or "), near)))), "ListFileType()");
        }
        Map<String, Object> resolved = new LinkedHashMap<>(arguments);
        int code = NodeTypes.code(right.get()).getAsInt();
        resolved.put(TYPE, code);
        tools.notes().note("file-type", operation, word, Texts.of("{0}: '{1}' is sent as {2}", TYPE, word, code));
        return resolved;
    }

    @Override
    public PlannedCall before(PlannedCall call) {
        if (CALLS.contains(call.operation().name()) && call.arguments().get(TYPE) instanceof Number number) {
            String mistaken = MISTAKEN.get(number.intValue());
            if (mistaken != null) {
                tools.notes().note("file-type", call.operation(), number, TYPE + " " + Texts.listed(mistaken));
            } else if (NodeTypes.command(number.intValue()).isEmpty()) {
                tools.notes().note("file-type", call.operation(), number, Texts.of("{0} {1} is none that dwx knows; ListFileType() lists"
                        + " the service's", TYPE, number));
            }
        }
        return call;
    }
}
