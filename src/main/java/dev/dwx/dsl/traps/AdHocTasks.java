package dev.dwx.dsl.traps;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.NearNames;
import dev.dwx.dsl.Context;
import dev.dwx.dsl.Guard;
import dev.dwx.flowspec.NodeTypes;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tasks that run once: each wants an owner, though the call has one, a code of its own, though nobody needs it, and its type in
 * capitals. Owner and code are filled in, before the arguments are looked at and so before any try of the call: a repeated try carries the same codes.
 */
final class AdHocTasks implements Guard {
    private static final String CALL = "ExecuteAdhocWorkflowInstance";
    private static final int CODE_DIGITS = 14;

    private final TrapTools tools;

    AdHocTasks(TrapTools tools) {
        this.tools = tools;
    }

    @Override
    public Map<String, Object> given(ApiOperation operation, Map<String, Object> arguments, Context context) {
        if (!operation.name().equals(CALL) || !(arguments.get("Tasks") instanceof List<?> tasks)) {
            return arguments;
        }
        Object owner = arguments.get("Owner");
        List<Object> completed = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int owners = 0;
        int codes = 0;
        String family = "dwx" + UUID.randomUUID().toString().replace("-", "").substring(0, CODE_DIGITS);
        for (int i = 0; i < tasks.size(); i++) {
            if (!(tasks.get(i) instanceof Map<?, ?> task)) {
                completed.add(tasks.get(i));
                continue;
            }
            Map<Object, Object> full = new LinkedHashMap<>(task);
            if (full.get("Owner") == null && owner != null) {
                full.put("Owner", owner);
                owners++;
            }
            if (full.get("ClientUniqueCode") == null) {
                // At most 20 characters are known to be taken.
                full.put("ClientUniqueCode", tasks.size() > 999 ? shortCode() : family + (tasks.size() == 1 ? "" : i));
                codes++;
            }
            type(full.get("Type"), "Tasks[" + i + "].Type", problems);
            completed.add(full);
        }
        if (!problems.isEmpty()) {
            throw TrapTools.refusal(operation, problems, Texts.of("types are those of nodes: ODPS_SQL, HOLOGRES_SQL, DIDE_SHELL, PYODPS3"
                    + " …"));
        }
        if (owners + codes == 0) {
            return arguments;
        }
        tools.notes().note("adhoc-tasks", operation, "", owners == 0
                ? Texts.of("each task is given a ClientUniqueCode of its own, which the service wants")
                : codes == 0 ? Texts.of("each task is given the call's Owner {0}, which the service wants", owner)
                : Texts.of("each task is given the call's Owner {0} and a ClientUniqueCode of its own, which the service wants", owner));
        Map<String, Object> result = new LinkedHashMap<>(arguments);
        result.put("Tasks", completed);
        return result;
    }

    private static String shortCode() {
        return "dwx" + UUID.randomUUID().toString().replace("-", "").substring(0, CODE_DIGITS + 3);
    }

    private static void type(Object given, String path, List<String> problems) {
        if (!(given instanceof CharSequence) || given.toString().isBlank()) {
            return;
        }
        String type = given.toString();
        if (NodeTypes.code(type).isPresent()) {
            return;
        }
        Optional<String> right = NodeTypes.spelling(type);
        boolean capitals = type.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_');
        if (right.isPresent()) {
            problems.add(Texts.of("{0}: '{1}' is spelled {2}", path, type, right.get()));
        } else if (!capitals) {
            List<String> near = NearNames.of(type, NodeTypes.commands());
            problems.add(Texts.of("{0}: '{1}' is no type; types are capitals with underscores{2}", path, type,
                    near.isEmpty() ? "" : Texts.of("; did you mean {0}?", String.join(Texts.of(" or "), near))));
        }
    }
}
