package dev.dwx.flowspec.decompile;

import dev.dwx.flowspec.build.NodeWord;
import dev.dwx.flowspec.build.NodeWords;
import dev.dwx.flowspec.build.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a document that a block describes, with what is said about it so far. */
final class Part {
    private final Place place;
    private final NodeWord type;
    private final String name;
    private final List<Object> path;
    private final Map<String, Object> entity;
    private final List<Part> nodes = new ArrayList<>();
    private Part owner;
    /** Made when it is first asked for: by then all parts are there. */
    private Map<List<Object>, Part> byPath;
    private List<?> depends = List.of();
    /** By word, each with its statements; in the order in which words were needed. */
    private final Map<String, List<Statement>> said = new LinkedHashMap<>();
    private final List<Statement> changes = new ArrayList<>();

    /**
     * @param type the word of a node; {@code null} for anything else
     * @param name what stands behind the word; it may be made up
     * @param path the way to it in the document
     */
    Part(Place place, NodeWord type, String name, List<Object> path, Map<String, Object> entity) {
        this.place = place;
        this.type = type;
        this.name = name;
        this.path = List.copyOf(path);
        this.entity = entity;
    }

    Place place() {
        return place;
    }

    NodeWord type() {
        return type;
    }

    String name() {
        return name;
    }

    List<Object> path() {
        return path;
    }

    Map<String, Object> entity() {
        return entity;
    }

    List<Part> nodes() {
        return nodes;
    }

    void add(Part node) {
        node.owner = this;
        nodes.add(node);
    }

    /** What it stands in; {@code null} for the outermost. */
    Part owner() {
        return owner;
    }

    /** Its edges, as the document lists them. */
    List<?> depends() {
        return depends;
    }

    void depends(List<?> edges) {
        depends = edges;
    }

    /** The output that others wait for, as far as words can say it; {@code null} where they cannot. */
    String output(String project) {
        return at("outputs.nodeOutputs") instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> first
                && first.get("data") instanceof String text ? text : project == null ? null : derivedOutput(project);
    }

    /** The parts beside it, itself among them. */
    List<Part> siblings() {
        return owner == null ? List.of() : owner.nodes;
    }

    /** The key of the object that holds its nodes or conditions, such as {@code do-while}; {@code null} for none. */
    String inner() {
        String command = at("script.runtime.command") instanceof String text ? text : null;
        return place != Place.NODE || command == null ? null : NodeWords.of(command).map(NodeWord::inner).orElse(null);
    }

    boolean isLoop() {
        return "do-while".equals(inner()) || "for-each".equals(inner());
    }

    /** Whether it is a loop whose start the builder adds. */
    boolean isRound() {
        return isLoop() && nodes.stream().noneMatch(node -> String.valueOf(node.at("script.runtime.command")).endsWith("_START"));
    }

    /** The output that the builder derives for it in a project. */
    String derivedOutput(String project) {
        return project + "." + (owner == null || owner.place.isFlow() ? name : owner.name + "_" + name);
    }

    Map<String, List<Statement>> said() {
        return said;
    }

    /** Changes by path, said last. */
    List<Statement> changes() {
        return changes;
    }

    void say(Statement statement) {
        said.put(statement.word(), List.of(statement));
    }

    /** The value at a way of its own, or {@code null}. */
    Object at(String way) {
        Object here = entity;
        for (String key : way.split("\\.")) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return here;
    }

    /** Itself and everything in it. */
    List<Part> all() {
        List<Part> all = new ArrayList<>();
        all.add(this);
        nodes.forEach(node -> all.addAll(node.all()));
        return all;
    }

    /** The innermost part that a path leads into; {@code null} for a path beside all of them. */
    Part owner(List<Object> way) {
        if (byPath == null) {
            byPath = new HashMap<>();
            all().forEach(part -> byPath.put(part.path, part));
        }
        for (int length = way.size(); length >= path.size(); length--) {
            Part owner = byPath.get(way.subList(0, length));
            if (owner != null) {
                return owner;
            }
        }
        return null;
    }

    /** The word that begins its block. */
    String word() {
        return isEnd() ? "end" : type == null ? place.word() : type.name();
    }

    /** Whether it is the end of the loop in which it stands, and may be said by that word. */
    boolean isEnd() {
        return owner != null && owner.isLoop() && owner.nodes.get(owner.nodes.size() - 1) == this
                && ("do-while".equals(owner.inner()) ? "CONTROLLER_CYCLE_END" : "CONTROLLER_TRAVERSE_END").equals(at("script.runtime.command"));
    }

    /** All that is said, in the order in which it is written. */
    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        for (String word : Phrases.order(said.keySet())) {
            statements.addAll(said.get(word));
        }
        statements.addAll(changes);
        return statements;
    }

    /** Its block. */
    Statement block() {
        List<Statement> inside = new ArrayList<>(statements());
        for (Part node : nodes) {
            Statement block = node.block();
            boolean made = node.isEnd() && isRound() && "for-each".equals(inner()) && block.equals(Statement.of("end").with(List.of()));
            if (!made) {
                inside.add(block);
            }
        }
        return (isEnd() && name.equals("end") ? Statement.of("end") : Statement.of(word(), name)).with(inside);
    }
}
