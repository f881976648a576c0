package dev.dwx.flowspec.model;

import dev.dwx.json.ExactJson;
import dev.dwx.json.JsonWalk;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A FlowSpec document. It is kept as the ordered maps, lists, texts and exact numbers that it was read as, so that unknown keys, the
 * order of keys and the digits of numbers survive; everything else here is a view. A value: it never changes.
 */
public final class FlowDocument {
    private static final List<String> SECTIONS = List.of("fileResources", "functions", "components", "datasources", "dqcRules");
    private static final List<String> FLOWS = List.of("flow", "dependencies");

    private final Map<String, Object> document;

    private FlowDocument(Map<String, Object> document) {
        this.document = document;
    }

    /** A document that is there as maps and lists; it is copied. */
    public static FlowDocument of(Map<?, ?> document) {
        return new FlowDocument(copy(document));
    }

    /**
     * Reads a text.
     *
     * @throws ExactJson.Malformed when the text is no JSON, or its value is no object
     */
    public static FlowDocument parse(String text) {
        if (ExactJson.parse(text) instanceof Map<?, ?> map) {
            return of(map);
        }
        throw new ExactJson.Malformed(Texts.of("a FlowSpec is an object, {\"version\": …, \"kind\": …, \"spec\": …}"));
    }

    /** A document that is given as a text or as maps; empty for anything else. */
    public static Optional<FlowDocument> read(Object document) {
        Object read = document instanceof CharSequence text ? ExactJson.parseOr(text.toString(), null) : document;
        return read instanceof Map<?, ?> map ? Optional.of(of(map)) : Optional.empty();
    }

    private static Map<String, Object> copy(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), frozen(value)));
        return Collections.unmodifiableMap(copy);
    }

    private static Object frozen(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copy(map);
        }
        if (value instanceof Iterable<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(frozen(element)));
            return Collections.unmodifiableList(copy);
        }
        return value instanceof CharSequence text ? text.toString() : value;
    }

    /** All of it, read-only. */
    public Map<String, Object> map() {
        return document;
    }

    /** One line of JSON. */
    public String json() {
        return ExactJson.write(document);
    }

    /** {@code 1.1.0}; empty where the document does not say. */
    public Optional<String> version() {
        return Optional.ofNullable(JsonWalk.text(document, "version"));
    }

    /** {@code Node}, {@code CycleWorkflow} …; empty where the document does not say. */
    public Optional<String> kind() {
        return Optional.ofNullable(JsonWalk.text(document, "kind"));
    }

    /** What stands below {@code spec}; documents of version 1.0.0 have it at the top. */
    public Map<String, Object> body() {
        return document.get("spec") instanceof Map<?, ?> ? SpecMaps.map(document, "spec") : document;
    }

    /** {@code spec}, or nothing where the body stands at the top: the beginning of paths. */
    private String bodyPath() {
        return document.get("spec") instanceof Map<?, ?> ? "spec." : "";
    }

    /** The first of {@code workflows}, the only one that the service reads. */
    public Optional<SpecWorkflow> workflow() {
        List<?> all = JsonWalk.list(body(), "workflows");
        return all.isEmpty() || !(all.get(0) instanceof Map) ? Optional.empty()
                : Optional.of(new SpecWorkflow(SpecMaps.cast(all.get(0)), bodyPath() + "workflows[0]"));
    }

    /** The nodes that run by themselves: the workflow's, or those of the body. What is inside loops and combined nodes is below them. */
    public List<SpecNode> nodes() {
        List<SpecNode> nodes = new ArrayList<>(SpecNode.all(body(), "nodes", bodyPath() + "nodes"));
        workflow().ifPresent(workflow -> nodes.addAll(workflow.nodes()));
        return nodes;
    }

    /** {@link #nodes()}, each followed by what is inside it, however deep. */
    public List<SpecNode> allNodes() {
        List<SpecNode> nodes = new ArrayList<>();
        nodes().forEach(node -> nodes.addAll(node.withInner()));
        return nodes;
    }

    /** A node by its name or id, wherever it is. */
    public Optional<SpecNode> node(String nameOrId) {
        for (SpecNode node : allNodes()) {
            if (nameOrId.equals(node.name().orElse(null)) || nameOrId.equals(node.id().orElse(null))) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    /**
     * Who waits for whom among {@link #nodes()}: {@code flow}, {@code dependencies} and the nodes' inputs as one set. What the
     * workflow itself waits for is {@link #upstream()}; what is inside loops is {@link SpecNode#innerEdges()}.
     */
    public List<SpecEdge> edges() {
        List<SpecEdge> edges = new ArrayList<>(SpecEdges.of(SpecNode.all(body(), "nodes", bodyPath() + "nodes"),
                workflow().isPresent() ? Map.of() : body(), FLOWS, bodyPath()));
        workflow().ifPresent(workflow -> edges.addAll(workflow.edges()));
        return edges;
    }

    /** What the workflow itself waits for; nothing for a document without one. */
    public List<SpecEdge> upstream() {
        return workflow().map(workflow -> SpecEdges.of(List.of(new SpecNode(workflow.map(), workflow.path())), body(), FLOWS, bodyPath()))
                .orElse(List.of());
    }

    /** The variables of the body; manual workflows have theirs there. */
    public List<SpecVariable> variables() {
        return SpecVariable.all(JsonWalk.list(body(), "variables"), bodyPath() + "variables");
    }

    /**
     * The same with every shared part where it is used: {@code "script": "{{scripts.s1}}"} becomes the script, and the lists of shared
     * scripts, triggers, resources and artifacts are gone. References that find nothing stay as they are.
     */
    public FlowDocument resolved() {
        Map<String, Object> body = SpecReferences.resolved(body());
        if (body == body()) {
            return this;
        }
        if (bodyPath().isEmpty()) {
            return of(body);
        }
        Map<String, Object> whole = new LinkedHashMap<>(document);
        whole.put("spec", body);
        return of(whole);
    }

    /**
     * The value at a path such as {@code spec.workflows[0].nodes[2].script.content}; empty where there is none, or {@code null}.
     *
     * @throws IllegalArgumentException when the text is no path
     */
    public Optional<Object> at(String path) {
        return Optional.ofNullable(SpecPath.parse(path).in(document));
    }

    /**
     * A new document with another value there. Objects that are missing on the way are made; one place behind a list's end is allowed.
     *
     * @throws IllegalArgumentException when the text is no path, or the way is barred
     */
    public FlowDocument with(String path, Object value) {
        SpecPath way = SpecPath.parse(path);
        return changed(way.put(document, frozen(value)));
    }

    /** A new document without the value there; the same where there is none. */
    public FlowDocument without(String path) {
        return changed(SpecPath.parse(path).drop(document));
    }

    private FlowDocument changed(Object whole) {
        if (whole instanceof Map<?, ?>) {
            return whole == document ? this : new FlowDocument(SpecMaps.cast(whole));
        }
        throw new IllegalArgumentException(Texts.of("A document is an object and nothing else."));
    }

    /** The name of the workflow, of the first node, or of the first resource, function or component. */
    public Optional<String> name() {
        if (workflow().isPresent()) {
            return workflow().get().name();
        }
        String own = JsonWalk.text(body(), "name");
        if (own != null) {
            return Optional.of(own);
        }
        List<SpecNode> nodes = nodes();
        if (!nodes.isEmpty()) {
            return nodes.get(0).name();
        }
        for (String section : SECTIONS) {
            List<?> entities = JsonWalk.list(body(), section);
            if (!entities.isEmpty()) {
                return Optional.ofNullable(JsonWalk.text(entities.get(0), "name"));
            }
        }
        return Optional.empty();
    }

    /** Two documents with the same keys and values; the order of keys does not matter, the order of lists does. */
    @Override
    public boolean equals(Object other) {
        return other instanceof FlowDocument that && document.equals(that.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    /** {@code CycleWorkflow daily_orders}. */
    @Override
    public String toString() {
        return kind().orElse("FlowSpec") + name().map(name -> " " + name).orElse("");
    }
}
