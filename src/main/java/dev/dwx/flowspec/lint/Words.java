package dev.dwx.flowspec.lint;

import dev.dwx.texts.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The values that fields take, as they are spelled in a document, and other spellings that people bring along. */
enum Words {
    RECURRENCE(List.of("Normal", "Pause", "Skip"), Map.of("dryrun", "Skip", "skipped", "Skip", "paused", "Pause", "frozen", "Pause")),
    INSTANCE_MODE(List.of("T+1", "Immediately"), Map.of("t1", "T+1", "immediate", "Immediately")),
    TRIGGER(List.of("Scheduler", "Manual", "Streaming", "Custom"), Map.of("schedulertrigger", "Scheduler", "manualtrigger", "Manual",
            "cron", "Scheduler", "cycle", "Scheduler")),
    DEPENDENCY(List.of("Normal", "CrossCycleDependsOnSelf", "CrossCycleDependsOnChildren", "CrossCycleDependsOnOtherNode"),
            Map.of("crosscycledependsonothernodes", "CrossCycleDependsOnOtherNode", "crosscycledependsonother", "CrossCycleDependsOnOtherNode",
                    "self", "CrossCycleDependsOnSelf", "children", "CrossCycleDependsOnChildren")),
    VARIABLE_TYPE(List.of("System", "Constant", "NodeOutput", "PassThrough", "NoKvVariableExpression"), Map.of("const", "Constant")),
    VARIABLE_SCOPE(List.of("NodeParameter", "NodeContext", "Workflow", "Workspace", "Tenant"), Map.of("node", "NodeParameter",
            "context", "NodeContext", "project", "Workspace")),
    FAILURE_STRATEGY(List.of("Continue", "Break"), Map.of()),
    RESOURCE_TYPE(List.of("python", "jar", "archive", "file"), Map.of("py", "python", "zip", "archive")),
    STORAGE_TYPE(List.of("local", "oss", "hdfs"), Map.of()),
    FUNCTION_TYPE(List.of("math", "aggregate", "string", "date", "analytic", "other"), Map.of()),
    FUNCTION_SOURCE(List.of("file", "embedded"), Map.of()),
    EMBEDDED_CODE(List.of("python2", "python3", "java8", "java11", "java17"), Map.of("python", "python3")),
    SUBMIT_MODE(List.of("Local", "Yarn"), Map.of()),
    EXECUTE_MODE(List.of("Single", "Batch"), Map.of()),
    ARTIFACT(List.of("Table", "File", "NodeOutput", "Variable"), Map.of());

    private final List<String> known;
    private final Map<String, String> others;

    Words(List<String> known, Map<String, String> others) {
        this.known = known;
        this.others = others;
    }

    List<String> known() {
        return known;
    }

    /** An unknown word is an error, one with other capitals a remark; nothing is said of what is absent. */
    void check(Object value, String path, Findings findings) {
        if (value == null || known.contains(value)) {
            return;
        }
        String plain = Slips.plain(value.toString());
        String right = others.get(plain);
        for (String word : known) {
            if (word.toLowerCase(Locale.ROOT).equals(value.toString().toLowerCase(Locale.ROOT))) {
                findings.warn("word", path, Texts.of("{0} is spelled '{1}'", SpecValues.quoted(value), word), "'" + word + "'",
                        QuickFix.set(path, word));
                return;
            }
        }
        right = right == null ? Slips.meant(value.toString(), known) : right;
        findings.error("word", path, Texts.of("{0} is none of {1}", SpecValues.quoted(value), String.join(", ", known)),
                right == null ? null : "'" + right + "'", right == null ? null : QuickFix.set(path, right));
    }
}
