package dev.dwx.flowspec.lint;

import dev.dwx.flowspec.NodeType;
import dev.dwx.flowspec.NodeTypes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys and values that a FlowSpec document knows at a place, for those who write or read one: the same tables that documents are
 * checked by. A place is the way to it: keys from the top of the document, where elements of lists are left out or stand as
 * {@code []}.
 */
public final class SpecVocabulary {
    private SpecVocabulary() {
    }

    /** The keys that an object at the place may have; empty where that is open. */
    public static List<String> keys(List<String> way) {
        List<String> keys = keysOf(way);
        return KeyCheck.known(keys.isEmpty() ? "" : keys.get(keys.size() - 1), keys.size() < 2 ? "" : keys.get(keys.size() - 2));
    }

    /** The values that the field at the end of the way takes; empty where any will do. */
    public static List<String> values(List<String> way) {
        List<String> keys = keysOf(way);
        if (keys.isEmpty()) {
            return List.of();
        }
        String key = keys.get(keys.size() - 1);
        String owner = keys.size() < 2 ? "" : keys.get(keys.size() - 2);
        return switch (key) {
            case "recurrence" -> Words.RECURRENCE.known();
            case "instanceMode" -> Words.INSTANCE_MODE.known();
            case "rerunMode" -> List.of("Allowed", "Denied", "FailureAllowed");
            case "failureStrategy" -> Words.FAILURE_STRATEGY.known();
            case "scope" -> Words.VARIABLE_SCOPE.known();
            case "artifactType" -> Words.ARTIFACT.known();
            case "resourceType" -> Words.FUNCTION_SOURCE.known();
            case "embeddedCodeType" -> Words.EMBEDDED_CODE.known();
            case "submitMode" -> Words.SUBMIT_MODE.known();
            case "executeMode" -> Words.EXECUTE_MODE.known();
            case "command" -> commands();
            case "language" -> languages();
            case "version" -> keys.size() == 1 ? List.of("1.1.0", "1.2.0") : List.of();
            case "kind" -> keys.size() == 1 ? kinds() : List.of();
            case "type" -> type(owner);
            default -> List.of();
        };
    }

    /** The way to a key's value. */
    public static List<String> below(List<String> way, String key) {
        List<String> below = new ArrayList<>(way);
        below.add(key);
        return List.copyOf(below);
    }

    /** Every command that a node, resource or function may have. */
    public static List<String> commands() {
        return NodeTypes.commands();
    }

    /** Every language of code. */
    public static List<String> languages() {
        Set<String> languages = new LinkedHashSet<>();
        for (NodeType type : NodeTypes.all()) {
            languages.addAll(type.languages());
        }
        return new ArrayList<>(languages);
    }

    /** The kinds of documents. */
    public static List<String> kinds() {
        Set<String> kinds = new LinkedHashSet<>();
        for (SpecUse use : SpecUse.values()) {
            kinds.addAll(use.kinds());
        }
        return new ArrayList<>(kinds);
    }

    private static List<String> type(String owner) {
        return switch (owner) {
            case "trigger" -> Words.TRIGGER.known();
            case "depends" -> Words.DEPENDENCY.known();
            case "variables", "parameters", "referenceVariable" -> Words.VARIABLE_TYPE.known();
            case "fileResources" -> Words.RESOURCE_TYPE.known();
            case "functions" -> Words.FUNCTION_TYPE.known();
            case "storage" -> Words.STORAGE_TYPE.known();
            default -> List.of();
        };
    }

    private static List<String> keysOf(List<String> way) {
        List<String> keys = new ArrayList<>();
        for (String step : way) {
            if (!step.equals("[]")) {
                keys.add(step);
            }
        }
        return keys;
    }
}
