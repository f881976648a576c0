package dev.dwx.sandbox.world;

import java.util.Locale;
import java.util.Map;

/** Why a run cannot succeed, whatever it is run on; SQL that is played is run elsewhere. */
final class Outcome {
    private Outcome() {
    }

    /** Why a task fails, or {@code null} when nothing speaks against it. */
    static String message(Scene scene, Map<String, Object> task) {
        Object type = task.containsKey("TaskType") ? task.get("TaskType") : task.get("Type");
        Object content = Values.at(task.get("Script"), "Content");
        String text = content == null ? "" : content.toString().strip().toLowerCase(Locale.ROOT);
        String name = String.valueOf(type).toUpperCase(Locale.ROOT);
        if (name.endsWith("_SQL")) {
            if (text.isEmpty()) {
                return "the script is empty";
            }
            if (Warehouses.plays(type)) {
                return null;
            }
            String first = text.replaceFirst("^(--[^\\n]*\\n|\\s)+", "").split("[\\s(;]", 2)[0];
            if (!java.util.Set.of("select", "insert", "create", "drop", "alter", "with", "set", "truncate", "delete",
                    "update", "merge", "show", "desc", "describe", "explain", "use", "analyze", "from", "msck", "grant",
                    "revoke", "begin", "commit", "call", "refresh", "vacuum", "if", "add", "").contains(first)) {
                return "ODPS-0130161:[1,1] Parse exception - invalid token '" + first + "'";
            }
        }
        if (name.equals("DI")) {
            return Transfers.trouble(scene, content);
        }
        if (name.endsWith("SHELL") && text.matches("(?s).*\\bexit\\s+[1-9].*")) {
            return "Shell run failed, exit code is not 0";
        }
        return null;
    }
}
