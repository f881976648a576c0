package dev.dwx.flowspec.lint;

import dev.dwx.flowspec.model.SpecPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keys that are nearly a known one. Keys are compared letter by letter, and what nobody reads is dropped without a word. Keys that are
 * like no known one are left alone: the service may know them.
 */
final class KeyCheck {
    private static final List<String> ENVELOPE = words("version kind metadata spec");
    private static final List<String> BODY = words("id name type owner description nodes workflows workflow flow variables scripts triggers "
            + "runtimeResources artifacts files fileResources functions components datasources dqcRules dependencies strategy metadata script "
            + "trigger inputs outputs uuid citable");
    private static final List<String> NODE = words("id name owner description recurrence priority timeout timeoutUnit instanceMode rerunMode "
            + "rerunTimes rerunInterval ignoreBranchConditionSkip autoParse datasource datasets script trigger runtimeResource fileResources "
            + "functions inputs outputs strategy reference branch join do-while doWhile for-each foreach combined subflow param-hub paramHub "
            + "component metadata type uuid nodes dependencies flow citable calcEngine");
    private static final List<String> SCRIPT = words("id path language extension content runtime parameters");
    private static final List<String> RUNTIME = words("command commandTypeId engine cu template emrJobConfig cdhJobConfig sparkConf flinkConf "
            + "streamJobConfig adbJobConfig lindormJobConfig paiflowConf maxComputeConf container");
    private static final List<String> TRIGGER = words("id type cron cycleType startTime endTime timezone delaySeconds recurrence calendarId identifier");
    private static final List<String> VARIABLE = words("id name type scope value artifactType description node referenceVariable inputName");
    private static final List<String> STRATEGY = words("priority timeout timeoutUnit instanceMode rerunMode rerunTimes rerunInterval "
            + "ignoreBranchConditionSkip failureStrategy priorityWeightStrategy maxInternalConcurrency recurrenceType");
    private static final List<String> EDGES = words("nodeId depends");
    private static final List<String> EDGE = words("type output nodeId refTableName sourceType");
    private static final List<String> OUTPUT = words("data refTableName isDefault artifactType id sourceType");
    private static final List<String> TABLE = words("guid name ddl hasPartition isVisible calcEngine artifactType id");
    private static final List<String> LOOP = words("maxIterations nodes while flow array dependencies");
    private static final List<String> BRANCH = words("when desc output valueType fromVariable");
    private static final List<String> JOIN = words("branches logic resultStatus");
    private static final List<String> JOIN_BRANCH = words("name output nodeId assertion");
    private static final List<String> RUN_ON = words("id resourceGroup resourceGroupId resourceGroupName cu");
    private static final List<String> SOURCE = words("id name type subType config");
    private static final List<String> RESOURCE = words("id name type owner description script file datasource runtimeResource metadata");
    private static final List<String> FUNCTION = words("id name type owner description script className datasource runtimeResource fileResources "
            + "resourceType embeddedCodeType embeddedCode armResource usageDescription argumentsDescription returnValueDescription usageExample "
            + "metadata");
    private static final List<String> COMPONENT = words("id name owner description script inputs outputs metadata");
    private static final List<String> PARAMETER = words("name type value args defaultValue description");
    private static final Set<String> OTHER_NAMES = Set.of("variable referenceVariable", "jobs nodes", "tasks nodes");

    private final Findings findings;

    KeyCheck(Findings findings) {
        this.findings = findings;
    }

    private static List<String> words(String text) {
        return Arrays.asList(text.split(" "));
    }

    /** The keys of the objects that stand under a key; {@code ""} is the document itself. Empty where any key will do. */
    static List<String> known(String key, String owner) {
        return switch (key) {
            case "" -> ENVELOPE;
            case "spec" -> BODY;
            case "nodes", "workflows", "while", "workflow" -> NODE;
            case "script" -> SCRIPT;
            case "runtime" -> RUNTIME;
            case "trigger" -> TRIGGER;
            case "strategy" -> STRATEGY;
            case "flow", "dependencies" -> EDGES;
            case "depends" -> EDGE;
            case "nodeOutputs" -> OUTPUT;
            case "tables" -> TABLE;
            case "variables", "parameters", "referenceVariable" -> VARIABLE;
            case "do-while", "doWhile", "for-each", "foreach" -> LOOP;
            case "branches" -> owner.equals("join") ? JOIN_BRANCH : BRANCH;
            case "join" -> JOIN;
            case "runtimeResource" -> RUN_ON;
            case "datasource" -> SOURCE;
            case "fileResources" -> RESOURCE;
            case "functions" -> FUNCTION;
            case "components", "component" -> COMPONENT;
            case "inputs", "outputs" -> owner.startsWith("component") ? PARAMETER : List.of("nodeOutputs", "tables", "variables");
            default -> List.of();
        };
    }

    void document(Map<String, Object> document) {
        boolean flat = SpecBody.isFlat(document);
        if (!flat) {
            keys(document, ENVELOPE, "");
        }
        Object body = flat ? document : document.get("spec");
        String path = flat ? "" : "spec";
        keys(body, BODY, path);
        each(SpecValues.at(body, "nodes"), SpecPath.key(path, "nodes"), this::node);
        each(SpecValues.at(body, "workflows"), SpecPath.key(path, "workflows"), this::node);
        edges(SpecValues.at(body, "flow"), SpecPath.key(path, "flow"));
        edges(SpecValues.at(body, "dependencies"), SpecPath.key(path, "dependencies"));
        each(SpecValues.at(body, "variables"), SpecPath.key(path, "variables"), this::variable);
        each(SpecValues.at(body, "fileResources"), SpecPath.key(path, "fileResources"), (one, at) -> named(one, RESOURCE, at));
        each(SpecValues.at(body, "functions"), SpecPath.key(path, "functions"), (one, at) -> named(one, FUNCTION, at));
        each(SpecValues.at(body, "components"), SpecPath.key(path, "components"), (one, at) -> component(one, at));
    }

    private interface Look {
        void at(Map<?, ?> map, String path);
    }

    private void each(Object list, String path, Look look) {
        if (list instanceof List<?> elements) {
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i) instanceof Map<?, ?> map) {
                    look.at(map, path + "[" + i + "]");
                }
            }
        }
    }

    private void node(Map<?, ?> node, String path) {
        named(node, NODE, path);
        keys(node.get("trigger"), TRIGGER, path + ".trigger");
        keys(node.get("strategy"), STRATEGY, path + ".strategy");
        ports(node.get("inputs"), path + ".inputs");
        ports(node.get("outputs"), path + ".outputs");
        each(node.get("nodes"), path + ".nodes", this::node);
        edges(node.get("dependencies"), path + ".dependencies");
        edges(node.get("flow"), path + ".flow");
        for (String key : new String[] {"do-while", "doWhile", "for-each", "foreach", "combined", "subflow"}) {
            if (node.get(key) instanceof Map<?, ?> loop) {
                String at = path + "." + key;
                if (!key.equals("subflow") && !key.equals("combined")) {
                    keys(loop, LOOP, at);
                }
                each(loop.get("nodes"), at + ".nodes", this::node);
                edges(loop.get("flow"), at + ".flow");
                edges(loop.get("dependencies"), at + ".dependencies");
                if (loop.get("while") instanceof Map<?, ?> end) {
                    node(end, at + ".while");
                }
            }
        }
        each(SpecValues.at(node, "branch", "branches"), path + ".branch.branches", (one, at) -> keys(one, BRANCH, at));
        keys(node.get("join"), JOIN, path + ".join");
        each(SpecValues.at(node, "join", "branches"), path + ".join.branches", (one, at) -> keys(one, JOIN_BRANCH, at));
        each(SpecValues.at(node, "param-hub", "variables"), path + ".param-hub.variables", this::variable);
        if (node.get("component") instanceof Map<?, ?> component) {
            component(component, path + ".component");
        }
    }

    /** What nodes, resources and functions have in common. */
    private void named(Map<?, ?> entity, List<String> known, String path) {
        keys(entity, known, path);
        keys(entity.get("script"), SCRIPT, path + ".script");
        keys(SpecValues.at(entity, "script", "runtime"), RUNTIME, path + ".script.runtime");
        each(SpecValues.at(entity, "script", "parameters"), path + ".script.parameters", this::variable);
        keys(entity.get("runtimeResource"), RUN_ON, path + ".runtimeResource");
        keys(entity.get("datasource"), SOURCE, path + ".datasource");
    }

    private void component(Map<?, ?> component, String path) {
        named(component, COMPONENT, path);
        each(component.get("inputs"), path + ".inputs", (one, at) -> keys(one, PARAMETER, at));
        each(component.get("outputs"), path + ".outputs", (one, at) -> keys(one, PARAMETER, at));
    }

    private void variable(Map<?, ?> variable, String path) {
        keys(variable, VARIABLE, path);
        keys(variable.get("referenceVariable"), VARIABLE, path + ".referenceVariable");
    }

    /** Of these keys capitals and the s at the end do not matter. */
    private void ports(Object side, String path) {
        each(SpecValues.at(side, "nodeOutputs"), path + ".nodeOutputs", (one, at) -> keys(one, OUTPUT, at));
        each(SpecValues.at(side, "tables"), path + ".tables", (one, at) -> keys(one, TABLE, at));
        each(SpecValues.at(side, "variables"), path + ".variables", this::variable);
    }

    private void edges(Object list, String path) {
        each(list, path, (one, at) -> {
            keys(one, EDGES, at);
            each(one.get("depends"), at + ".depends", (edge, place) -> keys(edge, EDGE, place));
        });
    }

    private void keys(Object entity, List<String> known, String path) {
        if (!(entity instanceof Map<?, ?> map)) {
            return;
        }
        for (Object one : map.keySet()) {
            String key = String.valueOf(one);
            if (known.contains(key)) {
                continue;
            }
            String right = meant(key, known);
            if (right != null) {
                String at = SpecPath.key(path, key);
                boolean taken = map.containsKey(right);
                findings.warn("misspelt-key", at, "nobody reads the key '" + key + "', which is dropped without a word", taken
                        ? right + " is there as well" : "it is spelled " + right, taken ? null : QuickFix.rename(at, right));
            }
        }
    }

    private static String meant(String key, List<String> known) {
        for (String other : OTHER_NAMES) {
            int blank = other.indexOf(' ');
            if (other.substring(0, blank).equals(key) && known.contains(other.substring(blank + 1))) {
                return other.substring(blank + 1);
            }
        }
        return key.length() < 4 ? null : Slips.meant(key, known);
    }
}
