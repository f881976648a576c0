package dev.dwx.flowspec.model;

import dev.dwx.json.ExactJson;
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
        throw new ExactJson.Malformed("a FlowSpec is an object, {\"version\": …, \"kind\": …, \"spec\": …}");
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
        return Optional.ofNullable(SpecMaps.text(document, "version"));
    }

    /** {@code Node}, {@code CycleWorkflow} …; empty where the document does not say. */
    public Optional<String> kind() {
        return Optional.ofNullable(SpecMaps.text(document, "kind"));
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
        List<?> all = SpecMaps.list(body(), "workflows");
        return all.isEmpty() || !(all.get(0) instanceof Map) ? Optional.empty()
                : Optional.of(new SpecWorkflow(SpecMaps.cast(all.get(0)), bodyPath() + "workflows[0]"));
    }

    /** The nodes that run by themselves: the workflow's, or those of the body. What is inside loops and combined nodes is below them. */
    public List<SpecNode> nodes() {
        List<SpecNode> nodes = new ArrayList<>(SpecNode.all(body(), "nodes", bodyPath() + "nodes"));
        workflow().ifPresent(workflow -> nodes.addAll(workflow.nodes()));
        return nodes;
    }

    /** The name of the workflow, of the first node, or of the first resource, function or component. */
    public Optional<String> name() {
        if (workflow().isPresent()) {
            return workflow().get().name();
        }
        String own = SpecMaps.text(body(), "name");
        if (own != null) {
            return Optional.of(own);
        }
        List<SpecNode> nodes = nodes();
        if (!nodes.isEmpty()) {
            return nodes.get(0).name();
        }
        for (String section : SECTIONS) {
            List<?> entities = SpecMaps.list(body(), section);
            if (!entities.isEmpty()) {
                return Optional.ofNullable(SpecMaps.text(entities.get(0), "name"));
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
