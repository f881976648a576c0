package dev.dwx.flowspec.build;

import dev.dwx.catalog.NearNames;
import dev.dwx.flowspec.NodeTypes;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.model.SpecPath;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills in a node what nobody said: types, paths, outputs, schedule, and edges in the service's words. */
final class NodeAssembly {
    static final List<String> KEYS = List.of("id", "name", "type", "owner", "description", "recurrence", "priority", "timeout", "timeoutUnit",
            "instanceMode", "rerunMode", "rerunTimes", "rerunInterval", "ignoreBranchConditionSkip", "autoParse", "datasource", "script",
            "trigger", "strategy", "runtimeResource", "fileResources", "functions", "inputs", "outputs", "branch", "join", "do-while",
            "for-each", "combined", "subflow", "param-hub", "component", "nodes", "dependencies", "metadata");
    private static final List<String> SCRIPT = List.of("id", "path", "language", "extension", "runtime", "content", "parameters");
    private static final List<String> RUNTIME = List.of("command", "commandTypeId", "engine", "cu");
    private static final List<String> TRIGGER = List.of("type", "cron", "cycleType", "startTime", "endTime", "timezone", "delaySeconds");

    private final Draft draft;
    /** The workflow or loop around it, made so far; {@code null} for a node alone. */
    private final Map<String, Object> flow;
    /** Edges that nodes beside it say: a branch leads to it. */
    private final List<Upstream> led = new ArrayList<>();
    private final List<SpecFault> faults;

    NodeAssembly(Draft draft, Map<String, Object> flow, List<SpecFault> faults) {
        this.draft = draft;
        this.flow = flow;
        this.faults = faults;
    }

    /** The node without its edges. */
    Map<String, Object> entity(String triggerType) {
        Map<String, Object> node = Values.cast(Values.copy(draft.entity));
        node.putIfAbsent("name", draft.name());
        NodeWord type = draft.command == null ? null : NodeWords.of(draft.command).orElse(null);
        if (draft.command != null) {
            fill(node, "script.runtime.command", draft.command);
        } else if (draft.derives()) {
            faults.add(new SpecFault(draft.name(), Texts.of("{0} has no type. Write type 'ODPS_SQL' in its block, or begin it with a "
                    + "word that says it, such as sql('{1}').", draft.label(), draft.name())).at(draft.source()));
        }
        if (draft.derives()) {
            node.putIfAbsent("id", triggerType == null ? draft.owner().name() + "_" + draft.name() : draft.name());
            types(node, type);
            path(node, type);
            if (triggerType != null) {
                trigger(node, triggerType);
                if (!"Manual".equals(triggerType)) {
                    node.putIfAbsent("recurrence", "Normal");
                }
            }
            defaults(node, type);
            output(node, triggerType != null);
        } else if (draft.ownOutput != null) {
            Values.listAt(node, "outputs.nodeOutputs").add(0, Values.copy(draft.ownOutput));
        }
        special(node, triggerType);
        return tidy(node);
    }

    /** A resource, a function or a component. */
    Map<String, Object> part() {
        Map<String, Object> part = Values.cast(Values.copy(draft.entity));
        part.putIfAbsent("name", draft.name());
        if (draft.derives()) {
            part.putIfAbsent("id", draft.name());
            Parts.fill(draft, part);
        }
        return tidy(part);
    }

    static Map<String, Object> tidy(Map<String, Object> entity) {
        order(entity, "script", SCRIPT);
        if (entity.get("script") instanceof Map<?, ?> script) {
            order(Values.cast(script), "runtime", RUNTIME);
        }
        order(entity, "trigger", TRIGGER);
        return Values.ordered(entity, KEYS);
    }

    private static void order(Map<String, Object> entity, String key, List<String> keys) {
        if (entity.get(key) instanceof Map<?, ?> map) {
            entity.put(key, Values.ordered(Values.cast(map), keys));
        }
    }

    static void fill(Map<String, Object> map, String path, Object value) {
        SpecPath way = SpecPath.parse(path);
        if (value != null && way.in(map) == null) {
            way.set(map, value);
        }
    }

    private void types(Map<String, Object> node, NodeWord type) {
        if (draft.command != null) {
            NodeTypes.code(draft.command).ifPresent(code -> fill(node, "script.runtime.commandTypeId", code));
        }
        if (type != null) {
            fill(node, "script.language", type.language());
            fill(node, "script.runtime.cu", type.cu());
            if (node.get("datasource") != null) {
                fill(node, "datasource.type", type.source());
            }
        }
    }

    private void path(Map<String, Object> node, NodeWord type) {
        String above = draft.folder != null ? draft.folder : flow != null ? Values.text(flow, "script.path")
                : "Business_flow" + (draft.projectName() == null ? "" : "/" + draft.projectName())
                + "/" + (type == null || type.folder() == null ? "General" : type.folder());
        fill(node, "script.path", (above == null ? "" : above + "/") + node.get("name"));
    }

    /** Nodes of a workflow repeat its schedule. */
    private void trigger(Map<String, Object> node, String type) {
        if (flow != null && flow.get("trigger") instanceof Map<?, ?> whole && type.equals("Scheduler")) {
            for (String key : new String[] {"type", "cron", "startTime", "endTime", "timezone"}) {
                fill(node, "trigger." + key, whole.get(key));
            }
        }
        fill(node, "trigger.type", type);
        if (type.equals("Scheduler") && flow == null) {
            fill(node, "trigger.cron", FlowAssembly.DEFAULT_CRON);
        }
    }

    private void defaults(Map<String, Object> node, NodeWord type) {
        Draft owner = draft.owner();
        if (owner == null) {
            return;
        }
        fill(node, "runtimeResource.resourceGroup", owner.defaults.get("resourceGroup"));
        Object source = type == null || type.source() == null ? null : owner.defaults.get("datasource:" + type.source());
        if (source != null && node.get("datasource") == null) {
            Map<String, Object> copy = Values.cast(Values.copy(source));
            copy.putIfAbsent("type", type.source());
            node.put("datasource", copy);
        }
    }

    private void output(Map<String, Object> node, boolean alone) {
        List<Object> outputs = Values.listAt(node, "outputs.nodeOutputs");
        String name = alone ? String.valueOf(node.get("name")) : draft.owner().name() + "_" + node.get("name");
        outputs.add(0, draft.ownOutput != null ? Values.copy(draft.ownOutput)
                : Values.map("data", own(name), "artifactType", "NodeOutput", "refTableName", node.get("name")));
        String data = Values.text(outputs.get(0), "data");
        if ("CONTROLLER_ASSIGNMENT".equals(draft.command) && SpecPath.parse("outputs.variables").in(node) == null) {
            Values.listAt(node, "outputs.variables").add(Ports.variable("outputs", "${outputs}"));
        }
        if (SpecPath.parse("param-hub.variables").in(node) instanceof List<?> hub) {
            hub.forEach(one -> Values.listAt(node, "outputs.variables").add(Values.copy(one)));
        }
        if (SpecPath.parse("outputs.variables").in(node) instanceof List<?> variables) {
            variables.forEach(one -> Values.cast(one).putIfAbsent("node", Values.map("output", data)));
        }
    }

    /** What belongs to one type: a job, branches, nodes of its own. */
    private void special(Map<String, Object> node, String triggerType) {
        String job = SyncJob.text(draft, faults);
        if (job != null) {
            SpecPath.parse("script.content").set(node, job);
        }
        if (draft.isInner("branch")) {
            Conditions.branches(draft, node, this);
        }
        if (draft.holdsNodes() && draft.innerObject() != null) {
            new Inside(draft, node, faults).fill();
        }
    }

    /** The name of the output that stands for a node or workflow. */
    String own(Object name) {
        return project(false) + "." + name;
    }

    String root() {
        return project(true) + "_root";
    }

    private String project(boolean root) {
        String project = draft.projectName();
        if (project == null) {
            String unknown = Texts.of("no project is chosen. Say it before, use project: 'shop', or in the outermost block, project 'shop'.");
            if (faults.stream().noneMatch(other -> other.getMessage().contains(unknown))) {
                SpecFault fault = new SpecFault(draft.name(), root
                        ? Texts.of("{0} needs an upstream, whose name begins with the project's, and {1}", draft.label(), unknown)
                        : Texts.of("{0} needs an output, whose name begins with the project's, and {1}", draft.label(), unknown));
                faults.add(fault.at(draft.source()));
            }
        }
        return project;
    }

    /** Whether its block filled {@code inputs} by itself. */
    boolean saysInputs() {
        return SpecPath.parse("inputs.nodeOutputs").in(draft.entity) != null
                || draft.changes.stream().anyMatch(change -> change.path().toString().startsWith("inputs"));
    }

    static Object id(Map<String, Object> node) {
        return node.get("id") != null ? node.get("id") : node.get("name");
    }

    /** Another node leads to it. */
    void lead(Upstream upstream) {
        led.add(upstream);
    }

    /** What it waits for, in the words of {@code depends}. */
    List<Object> depends(List<Map<String, Object>> siblings) {
        List<Object> depends = new ArrayList<>();
        List<Upstream> all = new ArrayList<>(draft.upstreams);
        all.addAll(led);
        for (Upstream upstream : all) {
            Map<String, Object> edge = Values.map("type", upstream.type());
            if (upstream.target() != null) {
                edge = edge(upstream, siblings);
            }
            add(depends, edge);
        }
        return depends;
    }

    private static void add(List<Object> depends, Map<String, Object> edge) {
        boolean there = edge == null || depends.stream().anyMatch(one -> edge.get("type").equals(Values.text(one, "type"))
                && java.util.Objects.equals(edge.get("output"), Values.cast(one).get("output")));
        if (!there) {
            depends.add(edge);
        }
    }

    /** Values of other nodes: an input, a parameter that refers to it, and an edge, which the service wants all three. */
    void bind(Map<String, Object> node, List<Object> depends, List<Map<String, Object>> siblings) {
        for (Binding binding : draft.bindings) {
            Map<String, Object> from = binding.source(draft, siblings, faults);
            if (from == null) {
                continue;
            }
            Map<String, Object> reference = Values.cast(Values.copy(from));
            Values.listAt(node, "inputs.variables").add(from);
            boolean hub = "PARAM_HUB".equals(draft.command);
            String output = Values.text(from, "node.output");
            Map<String, Object> parameter = Values.map("name", binding.name(), "artifactType", "Variable", "scope", "NodeContext", "type",
                    hub ? "PassThrough" : "NodeOutput", "value", hub ? output + ":" + from.get("name") : from.get("value"),
                    "referenceVariable", reference);
            Values.listAt(node, hub ? "param-hub.variables" : "script.parameters").add(parameter);
            if (draft.isInner("for-each")) {
                Map<String, Object> array = Values.cast(Values.copy(parameter));
                array.remove("referenceVariable");
                SpecPath.parse("for-each").key("array").set(node, array);
            }
            add(depends, edge(Upstream.NORMAL, output, null));
        }
        if (draft.isInner("join")) {
            Conditions.joined(draft, node, siblings, this);
        }
    }

    /** The output that a name stands for: a node beside it, else an output of wherever. */
    String outputOf(String name, List<Map<String, Object>> siblings) {
        for (Map<String, Object> sibling : siblings) {
            if (name.equals(sibling.get("name"))) {
                return Values.text(sibling, "outputs.nodeOutputs[0].data");
            }
        }
        return name;
    }

    private Map<String, Object> edge(Upstream upstream, List<Map<String, Object>> siblings) {
        if (upstream.target() instanceof Map<?, ?> document) {
            return edge(upstream.type(), output(document, upstream), FlowDocument.of(document).name().orElse(null));
        }
        String target = upstream.target().toString();
        for (Map<String, Object> sibling : siblings) {
            if (!upstream.input() && (target.equals(sibling.get("name")) || target.equals(sibling.get("id")))) {
                Object output = SpecPath.parse("outputs.nodeOutputs[0].data").in(sibling);
                return edge(upstream.type(), output == null ? null : output.toString(), sibling.get("name"));
            }
        }
        if (!upstream.input() && target.indexOf('.') < 0 && !target.endsWith("_root") && !target.matches("[0-9]{10,}")) {
            unknown(target, siblings, upstream);
            return null;
        }
        return edge(upstream.type(), target, null);
    }

    private static Map<String, Object> edge(String type, String output, Object name) {
        Map<String, Object> edge = Values.map("type", type, "output", output);
        if (name != null) {
            edge.put("refTableName", name);
        }
        return edge;
    }

    private String output(Map<?, ?> document, Upstream upstream) {
        FlowDocument upper = FlowDocument.of(document);
        Object data = upper.workflow().isPresent() ? SpecPath.parse("outputs.nodeOutputs[0].data").in(upper.workflow().get().map())
                : upper.nodes().isEmpty() ? null : SpecPath.parse("outputs.nodeOutputs[0].data").in(upper.nodes().get(0).map());
        if (data == null) {
            faults.add(new SpecFault("after", Texts.of("after: {0} has no output that could be waited for.", upper)).at(upstream.place()));
        }
        return data == null ? null : data.toString();
    }

    private void unknown(String target, List<Map<String, Object>> siblings, Upstream upstream) {
        List<String> names = new ArrayList<>();
        siblings.forEach(sibling -> names.add(String.valueOf(sibling.get("name"))));
        List<String> near = NearNames.of(target, names);
        faults.add(new SpecFault(target, Texts.of("{0} waits for '{1}', and {2}.{3}{4} An output of elsewhere has a dot in its name: "
                + "'other_project.their_output'.", draft.label(), target, draft.owner() == null ? Texts.of("that is no output") :
                Texts.of("{0} has no such node", draft.owner().label()), near.isEmpty() ? "" : Texts.of(" Did you mean {0}?", String.join(
                " or ", near)), near.isEmpty() && !names.isEmpty() ? Texts.of(" It has: {0}.", String.join(", ", names)) : "")).at(upstream.place()));
    }

    /** Writes the edges that count once more as inputs, as the service's exports do. */
    void inputs(Map<String, Object> node, List<Object> depends) {
        for (Object edge : draft.derives() ? depends : List.of()) {
            Object output = Values.cast(edge).get("output");
            if (Upstream.NORMAL.equals(Values.cast(edge).get("type")) && output != null) {
                List<Object> inputs = Values.listAt(node, "inputs.nodeOutputs");
                Map<String, Object> input = Values.map("data", output, "artifactType", "NodeOutput");
                if (!inputs.contains(input)) {
                    inputs.add(input);
                }
            }
        }
        Map<String, Object> ordered = Values.ordered(node, KEYS);
        node.clear();
        node.putAll(ordered);
    }

    void changes(Map<String, Object> node) {
        for (Draft.Change change : draft.changes) {
            if (!change.ofDocument()) {
                Assembly.apply(change, node, faults);
            }
        }
    }
}
