package dev.dwx.flowspec.diff;

import java.util.Map;
import java.util.Set;

/**
 * The kinds of objects that a document has, with what is taken for granted in each: values that mean the same as none, keys that the
 * service writes for itself, and words whose case does not matter.
 */
enum Place {
    DOCUMENT(Map.of(), "version", "kind", ""),
    BODY(Map.of(), "id", "type", "owner"),
    WORKFLOW(Map.of("timeout", "0"), "", "type", "owner strategy metadata citable runtimeResource recurrence"),
    NODE(Map.of("timeout", "0", "recurrence", "Normal", "rerunMode", "Allowed", "instanceMode", "T+1", "rerunTimes", "0",
            "ignoreBranchConditionSkip", "false", "autoParse", "false"), "", "recurrence rerunMode instanceMode",
            "owner priority timeoutUnit rerunTimes rerunInterval autoParse runtimeResource metadata trigger"),
    SCRIPT(Map.of(), "id", "", "path language extension"),
    RUNTIME(Map.of(), "", "", "commandTypeId engine cu"),
    TRIGGER(Map.of("startTime", "1970-01-01 00:00:00", "endTime", "9999-01-01 00:00:00", "delaySeconds", "0",
            "recurrence", "Normal", "type", "Scheduler"), "id", "type recurrence cycleType", "cycleType timezone startTime endTime"),
    STRATEGY(Map.of("timeout", "0", "rerunMode", "Allowed", "instanceMode", "T+1", "rerunTimes", "0",
            "ignoreBranchConditionSkip", "false", "maxInternalConcurrency", "0"), "", "rerunMode instanceMode failureStrategy",
            "priority timeoutUnit rerunTimes rerunInterval failureStrategy priorityWeightStrategy recurrenceType"),
    PORTS(Map.of(), "", "", ""),
    OUTPUT(Map.of("isDefault", "false", "artifactType", "NodeOutput"), "sourceType", "artifactType", "refTableName isDefault"),
    TABLE(Map.of("artifactType", "Table"), "", "artifactType", "name"),
    VARIABLE(Map.of("artifactType", "Variable"), "", "artifactType type scope", ""),
    NODE_OUTPUT(Map.of(), "", "", ""),
    RESOURCE_GROUP(Map.of(), "id", "", "resourceGroupId resourceGroupName"),
    DATASOURCE(Map.of(), "", "", "type"),
    LOOP(Map.of(), "", "", ""),
    BRANCHES(Map.of(), "", "", ""),
    BRANCH(Map.of(), "", "", ""),
    NAMED(Map.of(), "", "", ""),
    EDGES(Map.of(), "", "", ""),
    METADATA(Map.of(), "tenantId projectId project projectName createTime modifyTime createUser modifyUser creator modifier gmtCreate "
            + "gmtModified uuid innerVersion container schedulerNodeId lastModifyTime lastModifyUser", "", ""),
    /** Anything else: taken as it stands. */
    FREE(Map.of(), "", "", "");

    private final Map<String, String> defaults;
    private final Set<String> ignored;
    private final Set<String> words;
    private final Set<String> filled;

    Place(Map<String, String> defaults, String ignored, String words, String filled) {
        this.defaults = defaults;
        this.ignored = set(ignored);
        this.words = set(words);
        this.filled = set(filled);
    }

    private static Set<String> set(String words) {
        return words.isEmpty() ? Set.of() : Set.of(words.split(" "));
    }

    /** Whether a value means the same as none. */
    boolean isDefault(String key, Object value) {
        String usual = defaults.get(key);
        return usual != null && usual.equalsIgnoreCase(String.valueOf(value));
    }

    /** Whether a key tells nothing about what the object does. */
    boolean ignores(String key) {
        return ignored.contains(key);
    }

    /** Whether a text is one of a few words, whose case does not matter. */
    boolean isWord(String key) {
        return words.contains(key);
    }

    /** Whether the service fills the key in where a document leaves it out. */
    boolean isFilled(String key) {
        return filled.contains(key);
    }

    /** Whether all that an object says is filled in by the service, so that leaving it out asks for nothing. */
    static boolean onlyFilled(Part part) {
        if (part.below == null || part.below.isEmpty() || part.isList() || part.edge != null) {
            return false;
        }
        for (String key : part.below.keySet()) {
            if (!part.place.isFilled(key)) {
                return false;
            }
        }
        return true;
    }

    /** What stands below a key. */
    Place below(String key) {
        return switch (key) {
            case "metadata" -> METADATA;
            case "script" -> SCRIPT;
            case "runtime" -> this == SCRIPT ? RUNTIME : FREE;
            case "trigger" -> TRIGGER;
            case "strategy" -> STRATEGY;
            case "runtimeResource" -> RESOURCE_GROUP;
            case "datasource" -> DATASOURCE;
            case "parameters", "variables" -> this == FREE ? FREE : VARIABLE;
            case "referenceVariable", "array" -> this == FREE ? FREE : VARIABLE;
            case "node" -> this == VARIABLE ? NODE_OUTPUT : FREE;
            case "inputs", "outputs" -> this == NODE || this == WORKFLOW ? PORTS : this == FREE ? FREE : NAMED;
            case "nodeOutputs" -> this == PORTS ? OUTPUT : FREE;
            case "tables" -> this == PORTS ? TABLE : FREE;
            case "nodes" -> this == FREE ? FREE : NODE;
            case "while" -> this == LOOP ? NODE : FREE;
            case "workflows" -> this == BODY ? WORKFLOW : FREE;
            case "do-while", "for-each", "combined", "subflow" -> this == NODE ? LOOP : FREE;
            case "param-hub" -> this == NODE ? LOOP : FREE;
            case "branch", "join" -> this == NODE ? BRANCHES : FREE;
            case "branches" -> this == BRANCHES ? BRANCH : FREE;
            case "output" -> this == BRANCH ? OUTPUT : FREE;
            case "fileResources", "functions", "components", "datasources", "dqcRules" -> this == FREE ? FREE : NAMED;
            default -> FREE;
        };
    }
}
