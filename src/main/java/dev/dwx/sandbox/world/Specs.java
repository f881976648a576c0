package dev.dwx.sandbox.world;

import dev.dwx.sandbox.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** FlowSpec texts: what they hold, what the service refuses in them, and the fields that lists show of them. */
final class Specs {
    private static final Map<String, String> SECTIONS = Map.of("Node", "nodes", "WorkflowDefinition", "workflows",
            "Resource", "fileResources", "Function", "functions", "Component", "components");
    private static final Map<String, Set<String>> KINDS = Map.of(
            "Node", Set.of("Node", "ManualNode", "TemporaryNode"),
            "WorkflowDefinition", Set.of("CycleWorkflow", "ManualWorkflow", "TriggerWorkflow"),
            "Resource", Set.of("Resource"), "Function", Set.of("Function"), "Component", Set.of("Component"));

    private Specs() {
    }

    /**
     * Reads a text of a kind.
     *
     * @param update whether it changes something: then a node's kind must be {@code Node}
     * @throws Refusal when it is no JSON object with {@code kind} and {@code spec}, or of another kind
     */
    static Map<String, Object> read(String kind, String text, boolean update) throws Refusal {
        Map<String, Object> spec;
        try {
            spec = Values.map(JsonText.read(text == null ? "" : text));
        } catch (IllegalArgumentException e) {
            throw parse(e.getMessage());
        }
        if (spec == null || !(spec.get("kind") instanceof String) || !(spec.get("spec") instanceof Map)) {
            throw parse("version, kind and spec are expected at the top");
        }
        boolean fits = update && kind.equals("Node") ? spec.get("kind").equals("Node")
                : KINDS.getOrDefault(kind, Set.of()).contains(spec.get("kind"));
        if (!fits) {
            throw Refusal.error(400, "58014884415", "spec kind and request not match: " + spec.get("kind"));
        }
        return SpecShape.read(spec);
    }

    static Refusal parse(String why) {
        return Refusal.error(400, "58014884415", "Spec JSON parse failed: " + why + " (0x5083000000000005)");
    }

    /** The first object that a spec describes; lists may also hold it alone, without its section. */
    static Map<String, Object> entity(String kind, Map<String, Object> spec) {
        Map<String, Object> first = Values.first(spec, "spec", SECTIONS.get(kind));
        if (first == null && kind.equals("Resource")) {
            first = Values.first(spec, "spec", "resources");
        }
        if (first == null && kind.equals("WorkflowDefinition")) {
            first = Values.first(spec, "spec", "workflow");
        }
        if (first == null && kind.equals("WorkflowDefinition") && Values.at(spec, "spec", "name") != null) {
            return flat(Values.map(spec.get("spec")));
        }
        return first == null && !kind.equals("Node") ? Values.map(spec.get("spec")) : first;
    }

    /** The older form of a workflow: its own marks beside its nodes; that it is one need not be said again. */
    private static Map<String, Object> flat(Map<String, Object> body) {
        Map<String, Object> workflow = new LinkedHashMap<>(body);
        Map<String, Object> script = Values.map(body.get("script"));
        if (script == null || Values.at(script, "runtime", "command") == null) {
            Map<String, Object> whole = script == null ? new LinkedHashMap<>() : script;
            whole.putIfAbsent("path", body.get("name"));
            whole.put("runtime", Values.of("command", "WORKFLOW"));
            workflow.put("script", whole);
        }
        return workflow;
    }

    /**
     * Checks what the service checks on creation.
     *
     * @throws Refusal for a missing name or command, or a cron expression that has not six fields
     */
    static void check(String kind, Map<String, Object> entity) throws Refusal {
        if (entity == null || entity.get("name") == null) {
            throw Refusal.error(400, "InvalidSpec", "the spec describes no " + kind + " with a name");
        }
        boolean runs = kind.equals("Node") || kind.equals("WorkflowDefinition");
        Object command = Values.at(entity, "script", "runtime", "command");
        if (runs && (command == null || command.toString().isBlank())) {
            throw Refusal.error(400, "InvalidSpec", "script.runtime.command is empty");
        }
        cron(entity);
    }

    /** A node that is in no workflow lies at a path, which ends with its name. */
    static void path(Map<String, Object> entity) throws Refusal {
        Object path = Values.at(entity, "script", "path");
        String name = entity.get("name").toString();
        if (path == null || !(path.toString().equals(name) || path.toString().endsWith("/" + name))) {
            throw Refusal.error(400, "InvalidSpec", "script.path must end with the name " + name + ", and is " + path);
        }
    }

    static void cron(Map<String, Object> entity) throws Refusal {
        Object cron = Values.at(entity, "trigger", "cron");
        if (cron != null && !isCron(cron.toString().trim().split("\\s+"))) {
            throw Refusal.error(400, "InvalidSpec", "Invalid cron expression in trigger: " + cron);
        }
    }

    /** Six fields, a year allowed; the plain numbers of second, minute and hour must exist. */
    private static boolean isCron(String[] fields) {
        if (fields.length < 6 || fields.length > 7) {
            return false;
        }
        int[] most = {59, 59, 23};
        for (int i = 0; i < most.length; i++) {
            for (String part : fields[i].split("[,/-]")) {
                boolean digits = !part.isEmpty() && part.length() < 4 && part.chars().allMatch(c -> c >= '0' && c <= '9');
                if (!part.equals("*") && !(digits && Integer.parseInt(part) <= most[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What lists and the scheduler show of a described object. */
    static Map<String, Object> fields(Map<String, Object> entity) {
        Map<String, Object> trigger = upper(Values.map(entity.get("trigger")));
        Map<String, Object> source = Values.map(entity.get("datasource"));
        Object group = Values.at(entity, "runtimeResource", "resourceGroup");
        Map<String, Object> script = Values.map(entity.get("script"));
        Object rerun = entity.get("rerunMode");
        Map<String, Object> fields = Values.of(
                "Name", entity.get("name"),
                "Owner", entity.get("owner"),
                "Description", entity.get("description"),
                "DataSource", source == null ? null : upper(source),
                "Recurrence", entity.get("recurrence") == null ? "Normal" : entity.get("recurrence"),
                "RerunMode", rerun,
                "Script", script == null ? null : Values.of("Id", script.get("id"), "Path", script.get("path"),
                        "Content", script.get("content"), "Parameters", script.get("parameters"),
                        "Runtime", Values.of("Command", Values.at(script, "runtime", "command"))),
                "Strategy", Values.of("InstanceMode", entity.get("instanceMode"), "RerunMode", rerun,
                        "RerunTimes", entity.get("rerunTimes"), "RerunInterval", entity.get("rerunInterval"),
                        "Timeout", entity.get("timeout")),
                "Trigger", trigger,
                "RuntimeResource", group == null ? null : Values.of("ResourceGroup", group, "ResourceGroupId", group),
                "Inputs", ports(entity.get("inputs")),
                "Outputs", ports(entity.get("outputs")),
                "Tags", entity.get("tags") instanceof List<?> tags ? pairs(tags) : null,
                "Type", entity.get("type"));
        return fields;
    }

    private static Map<String, Object> ports(Object ports) {
        if (!(ports instanceof Map<?, ?> map)) {
            return null;
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            List<Object> list = new ArrayList<>();
            for (Object port : Values.list(entry.getValue())) {
                if (port instanceof Map) {
                    list.add(upper(Values.map(port)));
                }
            }
            shown.put(Values.upperFirst(entry.getKey().toString()), list);
        }
        return shown;
    }

    private static List<Object> pairs(List<?> tags) {
        List<Object> shown = new ArrayList<>();
        for (Object tag : tags) {
            if (tag instanceof Map) {
                shown.add(upper(Values.map(tag)));
            }
        }
        return shown;
    }

    private static Map<String, Object> upper(Map<String, Object> map) {
        if (map == null) {
            return null;
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        map.forEach((name, value) -> shown.put(Values.upperFirst(name), value));
        return shown;
    }

    /** The described object's outputs that others can depend on. */
    static List<String> outputs(Map<String, Object> fields) {
        return data(Values.at(fields, "Outputs", "NodeOutputs"));
    }

    /** The outputs that the described object depends on, from its inputs. */
    static List<String> inputs(Map<String, Object> fields) {
        return data(Values.at(fields, "Inputs", "NodeOutputs"));
    }

    private static List<String> data(Object ports) {
        List<String> data = new ArrayList<>();
        for (Object port : Values.list(ports)) {
            if (Values.at(port, "Data") != null) {
                data.add(Values.at(port, "Data").toString());
            }
        }
        return data;
    }

    /**
     * The outputs that a spec's dependency sections name for an object, plus those of its inputs. Only edges that are said to be
     * normal count, and only those of the object itself.
     *
     * @param ids what the object is called where an edge begins
     */
    static List<String> depends(Map<String, Object> spec, Map<String, Object> fields, List<Object> ids) {
        List<String> outputs = new ArrayList<>(inputs(fields));
        for (Object one : edges(spec, ids)) {
            Object output = Values.at(one, "output");
            boolean normal = "normal".equalsIgnoreCase(String.valueOf(Values.at(one, "type")));
            if (normal && output != null && !outputs.contains(output.toString())) {
                outputs.add(output.toString());
            }
        }
        return outputs;
    }

    /** The kinds of dependencies on earlier cycles that a spec names for an object. */
    static List<Object> crossCycle(Map<String, Object> spec, List<Object> ids) {
        List<Object> found = new ArrayList<>();
        for (Object one : edges(spec, ids)) {
            if (String.valueOf(Values.at(one, "type")).startsWith("CrossCycle")) {
                found.add(one);
            }
        }
        return found;
    }

    private static List<Object> edges(Map<String, Object> spec, List<Object> ids) {
        List<Object> edges = new ArrayList<>();
        for (String section : List.of("dependencies", "flow")) {
            for (Object flow : Values.list(Values.at(spec, "spec", section))) {
                if (ids.contains(Values.at(flow, "nodeId"))) {
                    edges.addAll(Values.list(Values.at(flow, "depends")));
                }
            }
        }
        return edges;
    }

    /** A change laid over what is there: maps merge, everything else is replaced. */
    static Map<String, Object> merge(Map<String, Object> old, Map<String, Object> change) {
        Map<String, Object> merged = new LinkedHashMap<>(old);
        change.forEach((name, value) -> {
            Map<String, Object> inner = Values.map(value);
            Map<String, Object> before = Values.map(merged.get(name));
            merged.put(name, inner != null && before != null ? merge(before, inner) : value);
        });
        return merged;
    }
}
