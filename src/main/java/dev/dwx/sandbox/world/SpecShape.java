package dev.dwx.sandbox.world;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the service's reader of FlowSpec refuses: values of the wrong type, words that an enumeration does not have, references
 * that lead nowhere. What it takes although it is odd, it takes here too: unknown keys, a missing version, numbers as texts,
 * parameters without a scope.
 */
final class SpecShape {
    private static final String UNREADABLE_TYPE = "0x5083000000000002";
    private static final String UNKNOWN_WORD = "0x5083000000000004";
    private static final String UNPARSED = "0x5083000000000005";
    private static final String MALFORMED_REFERENCE = "0x5083000000000008";
    private static final String NO_TARGET = "0x5083000000000009";
    private static final Map<String, Set<String>> WORDS = Map.of(
            "recurrence", Set.of("Normal", "Pause", "Skip"),
            "rerunMode", Set.of("Allowed", "Denied", "FailureAllowed"),
            "instanceMode", Set.of("T+1", "Immediately"),
            "failureStrategy", Set.of("Continue", "Break"));
    private static final Set<String> TRIGGERS = Set.of("Scheduler", "Manual", "Streaming", "Custom");
    private static final Set<String> EDGES = Set.of("Normal", "CrossCycleDependsOnSelf", "CrossCycleDependsOnChildren",
            "CrossCycleDependsOnOtherNode");
    private static final Set<String> VARIABLES = Set.of("NoKvVariableExpression", "System", "Constant", "NodeOutput", "PassThrough");
    private static final Set<String> SCOPES = Set.of("Tenant", "Workspace", "Workflow", "NodeParameter", "NodeContext");
    private static final List<String> NUMBERS = List.of("timeout", "rerunTimes", "rerunInterval", "priority");
    private static final List<String> LISTS = List.of("nodes", "workflows", "flow", "dependencies", "variables", "scripts",
            "triggers", "runtimeResources", "fileResources", "functions", "components", "datasources", "dqcRules");

    private final Map<String, Object> body;

    private SpecShape(Map<String, Object> body) {
        this.body = body;
    }

    /**
     * Checks a document and puts what it refers to in the place of the references.
     *
     * @return the document with its shared parts inline
     * @throws Refusal with the code of the service's reader in its text
     */
    static Map<String, Object> read(Map<String, Object> document) throws Refusal {
        if (document.get("version") != null && !(document.get("version") instanceof String)) {
            throw refused("version", "a text is expected", UNREADABLE_TYPE);
        }
        Map<String, Object> body = Values.map(document.get("spec"));
        SpecShape shape = new SpecShape(body);
        for (String name : LISTS) {
            if (body.get(name) != null && !(body.get(name) instanceof List)) {
                throw refused("spec." + name, "a list is expected", UNREADABLE_TYPE);
            }
        }
        for (String name : List.of("artifacts", "files")) {
            if (body.get(name) != null && !(body.get(name) instanceof Map)) {
                throw refused("spec." + name, "an object is expected", UNREADABLE_TYPE);
            }
        }
        Map<String, Object> read = new LinkedHashMap<>(document);
        Map<String, Object> inner = new LinkedHashMap<>(body);
        if (body.get("nodes") != null) {
            inner.put("nodes", shape.entities("spec.nodes", body.get("nodes")));
        }
        if (body.get("workflows") != null) {
            inner.put("workflows", shape.entities("spec.workflows", body.get("workflows")));
        }
        shape.edges("spec.flow", body.get("flow"));
        shape.edges("spec.dependencies", body.get("dependencies"));
        read.put("spec", inner);
        return read;
    }

    private List<Object> entities(String path, Object list) throws Refusal {
        List<Object> read = new java.util.ArrayList<>();
        int number = 0;
        for (Object one : (List<?>) list) {
            String place = path + "[" + number++ + "]";
            if (!(one instanceof Map)) {
                throw refused(place, "an object is expected", UNREADABLE_TYPE);
            }
            read.add(entity(place, Values.map(one)));
        }
        return read;
    }

    private Map<String, Object> entity(String path, Map<String, Object> given) throws Refusal {
        Map<String, Object> entity = new LinkedHashMap<>(given);
        for (String[] part : new String[][] {{"script", "scripts"}, {"trigger", "triggers"}, {"runtimeResource", "runtimeResources"}}) {
            Object value = entity.get(part[0]);
            if (value instanceof String reference) {
                entity.put(part[0], target(path + "." + part[0], reference, body.get(part[1])));
            } else if (value != null && !(value instanceof Map)) {
                throw refused(path + "." + part[0], "an object is expected", UNREADABLE_TYPE);
            }
        }
        words(path, entity);
        words(path + ".strategy", Values.map(entity.get("strategy")));
        word(path + ".trigger.type", Values.at(entity.get("trigger"), "type"), TRIGGERS);
        numbers(path, entity);
        for (String ports : List.of("inputs", "outputs")) {
            if (entity.get(ports) != null) {
                entity.put(ports, ports(path + "." + ports, entity.get(ports)));
            }
        }
        if (Values.at(entity.get("script"), "parameters") != null) {
            Map<String, Object> script = Values.map(entity.get("script"));
            script.put("parameters", variables(path + ".script.parameters", script.get("parameters")));
            entity.put("script", script);
        }
        edges(path + ".flow", entity.get("flow"));
        edges(path + ".dependencies", entity.get("dependencies"));
        join(path + ".join", entity.get("join"));
        for (String loop : List.of("do-while", "for-each")) {
            if (Values.at(entity.get(loop), "nodes") instanceof List<?> nodes) {
                entities(path + "." + loop + ".nodes", nodes);
            }
        }
        if (entity.get("nodes") instanceof List<?> nodes) {
            entity.put("nodes", entities(path + ".nodes", nodes));
        }
        return entity;
    }

    private static void words(String path, Map<String, Object> entity) throws Refusal {
        if (entity != null) {
            for (Map.Entry<String, Set<String>> one : WORDS.entrySet()) {
                word(path + "." + one.getKey(), entity.get(one.getKey()), one.getValue());
            }
        }
    }

    private static void word(String path, Object value, Set<String> known) throws Refusal {
        if (value != null && known.stream().noneMatch(each -> each.equalsIgnoreCase(value.toString()))) {
            throw refused(path, path.substring(path.lastIndexOf('.') + 1) + " is one of " + String.join(", ", new TreeSet<>(known))
                    + ", and is " + value, UNKNOWN_WORD);
        }
    }

    private static void numbers(String path, Map<String, Object> entity) throws Refusal {
        for (String name : NUMBERS) {
            Object value = entity.get(name);
            if (value != null && Values.number(value) == null) {
                throw refused(path + "." + name, "a whole number is expected, and is " + value, UNREADABLE_TYPE);
            }
        }
        Long times = Values.number(entity.get("rerunTimes"));
        Long interval = Values.number(entity.get("rerunInterval"));
        if (times != null && times > 10 || interval != null && interval > 1_800_000) {
            throw Refusal.error(400, "InvalidSpec", times != null && times > 10 ? "rerunTimes is at most 10, and is " + times
                    : "rerunInterval is at most 1800000 milliseconds, and is " + interval);
        }
    }

    private Object ports(String path, Object value) throws Refusal {
        if (!(value instanceof Map)) {
            throw refused(path, "an object is expected", UNREADABLE_TYPE);
        }
        Map<String, Object> ports = Values.map(value);
        for (String name : List.of("nodeOutputs", "tables", "variables")) {
            Object list = ports.get(name);
            if (list != null && !(list instanceof List)) {
                throw refused(path + "." + name, "a list is expected", UNREADABLE_TYPE);
            }
            if (list != null) {
                ports.put(name, name.equals("variables") ? variables(path + ".variables", list) : artifacts(path + "." + name,
                        (List<?>) list, Values.at(body.get("artifacts"), name)));
            }
        }
        return ports;
    }

    private static List<Object> artifacts(String path, List<?> list, Object shared) throws Refusal {
        List<Object> read = new java.util.ArrayList<>();
        for (Object one : list) {
            read.add(one instanceof String reference ? target(path, reference, shared) : one);
        }
        return read;
    }

    /** A variable's value is a text; its type and scope, where it has them, are known words. */
    private List<Object> variables(String path, Object value) throws Refusal {
        if (!(value instanceof List)) {
            throw refused(path, "a list is expected", UNREADABLE_TYPE);
        }
        List<Object> shared = Values.list(body.get("variables"));
        shared.addAll(Values.list(Values.at(body.get("artifacts"), "variables")));
        List<Object> read = new java.util.ArrayList<>();
        int number = 0;
        for (Object one : artifacts(path, (List<?>) value, shared)) {
            String place = path + "[" + number++ + "]";
            Object content = Values.at(one, "value");
            if (content != null && !(content instanceof String)) {
                throw refused(place + ".value", "a text is expected: " + content.getClass().getSimpleName()
                        + " cannot be cast to String", UNREADABLE_TYPE);
            }
            word(place + ".type", Values.at(one, "type"), VARIABLES);
            word(place + ".scope", Values.at(one, "scope"), SCOPES);
            read.add(one);
        }
        return read;
    }

    private void edges(String path, Object value) throws Refusal {
        if (value != null && !(value instanceof List)) {
            throw refused(path, "a list is expected", UNREADABLE_TYPE);
        }
        int number = 0;
        for (Object flow : Values.list(value)) {
            String place = path + "[" + number++ + "]";
            Object depends = Values.at(flow, "depends");
            if (!(flow instanceof Map) || depends != null && !(depends instanceof List)) {
                throw refused(place, "an object with a list depends is expected", UNREADABLE_TYPE);
            }
            boolean children = false;
            boolean other = false;
            for (Object one : Values.list(depends)) {
                Object type = Values.at(one, "type");
                if (!(one instanceof Map) || Values.at(one, "output") != null && !(Values.at(one, "output") instanceof String)) {
                    throw refused(place + ".depends", "objects are expected whose output is a text", UNREADABLE_TYPE);
                }
                word(place + ".depends.type", type, EDGES);
                children |= "CrossCycleDependsOnChildren".equals(type);
                other |= "CrossCycleDependsOnOtherNode".equals(type);
            }
            if (children && other) {
                throw refused(place + ".depends",
                        "CrossCycleDependsOnChildren and CrossCycleDependsOnOtherNode cannot be combined", UNPARSED);
            }
        }
    }

    private static void join(String path, Object join) throws Refusal {
        int number = 0;
        for (Object branch : Values.list(Values.at(join, "branches"))) {
            String place = path + ".branches[" + number++ + "]";
            for (String name : List.of("name", "assertion")) {
                if (Values.at(branch, name) == null) {
                    throw refused(place, "a branch of a join needs " + name, UNPARSED);
                }
            }
        }
    }

    /** What a reference leads to: {@code {{scripts.s1}}}, {@code {{s1}}} and {@code s1} mean the same. */
    private static Object target(String path, String reference, Object shared) throws Refusal {
        boolean wrapped = reference.startsWith("{{") && reference.endsWith("}}");
        String name = wrapped ? reference.substring(2, reference.length() - 2).strip() : reference;
        int dot = name.indexOf('.');
        if (wrapped && dot != name.lastIndexOf('.') || name.isEmpty()) {
            throw refused(path, "malformed reference " + reference, MALFORMED_REFERENCE);
        }
        String id = wrapped ? name.substring(dot + 1) : name;
        Object found = null;
        for (Object one : shared instanceof List<?> list ? list : List.of()) {
            if (Values.same(Values.at(one, "id"), id)) {
                found = one;
            }
        }
        if (found == null) {
            throw refused(path, "the target of reference " + reference + " is not found", NO_TARGET);
        }
        return found;
    }

    private static Refusal refused(String path, String why, String code) {
        return Refusal.error(400, "58014884415", "Spec JSON parse failed: " + path + ": " + why + " (" + code + ")");
    }
}
