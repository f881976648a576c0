package dev.dwx.flowspec.diff;

import dev.dwx.flowspec.NodeTypes;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.model.SpecEdge;
import dev.dwx.flowspec.model.SpecNode;
import dev.dwx.flowspec.model.SpecWorkflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a document into the parts that are compared. */
final class PartReader {
    static final String EDGES = "waits for";
    /** What an entry says that is in the edge already, or says nothing. */
    private static final Set<String> SAID =
            Set.of("type", "output", "nodeId", "refTableName", "sourceType", "id", "artifactType", "data", "isDefault");

    private final Map<String, String> nodeByOutput = new HashMap<>();
    private final Map<String, String> nameById = new HashMap<>();
    private final Map<String, String> renamed;

    /** @param renamed names by which nodes are to be known, by their ids */
    private PartReader(FlowDocument document, Map<String, String> renamed) {
        this.renamed = renamed;
        document.workflow().ifPresent(workflow -> workflow.id().ifPresent(id -> nameById.put(id, workflow.name().orElse(id))));
        for (SpecNode node : document.allNodes()) {
            String name = renamed.getOrDefault(node.key(), node.name().orElseGet(node::key));
            nameById.put(node.key(), name);
            usualOutputs(node).forEach(output -> nodeByOutput.putIfAbsent(output, name));
        }
    }

    /**
     * Reads a document without references to shared parts.
     *
     * @param renamed names by which nodes are to be known, by their ids
     */
    static Part read(FlowDocument document, Map<String, String> renamed) {
        PartReader reader = new PartReader(document, renamed);
        boolean flat = !(document.map().get("spec") instanceof Map);
        Map<String, Part> below = new LinkedHashMap<>();
        At at = flat ? At.TOP : At.TOP.to("spec");
        document.map().forEach((key, value) -> {
            if (!key.equals("spec") && !Place.DOCUMENT.ignores(key) && (!flat || key.equals("kind") || key.equals("metadata"))) {
                reader.child(below, key, key, value, At.TOP, Place.DOCUMENT, null);
            }
        });
        Map<String, Object> body = new LinkedHashMap<>(document.body());
        if (flat) {
            List.of("version", "kind", "metadata", "spec").forEach(body::remove);
        }
        Part whole = reader.body(document, body, at);
        if (!whole.below.isEmpty()) {
            below.put("spec", whole);
        }
        return Part.group(document.map(), At.TOP, below, Place.DOCUMENT, null);
    }

    private Part body(FlowDocument document, Map<String, Object> body, At at) {
        Map<String, Part> below = new LinkedHashMap<>();
        Map<String, Object> workflow = document.workflow().map(one -> one.map()).orElse(Map.of());
        body.forEach((key, value) -> {
            boolean repeated = key.equals("type") && String.valueOf(value).equalsIgnoreCase(document.kind().orElse(""))
                    || value instanceof String && value.equals(workflow.get(key));
            if (!repeated && !Place.BODY.ignores(key) && !key.equals("flow") && !key.equals("dependencies")) {
                child(below, key, key, value, at, Place.BODY, null);
            }
        });
        edges(below, document.workflow().isPresent() ? document.upstream() : document.edges(), at.to("flow"));
        return Part.group(body, at, below, Place.BODY, null);
    }

    private static List<String> usualOutputs(SpecNode node) {
        List<String> usual = new ArrayList<>();
        boolean first = true;
        for (String output : node.outputs()) {
            boolean own = isId(output) && output.equals(node.id().orElse(null));
            if (own || first) {
                usual.add(output);
            }
            first &= own;
        }
        return usual;
    }

    /** An id that the service has given, and no name of a document. */
    static boolean isId(String text) {
        return text.length() > 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void child(Map<String, Part> into, String key, Object step, Object value, At above, Place place, Part.Owner owner) {
        Part part = part(key, value, above.to(step), place, owner);
        if (part != null) {
            into.put(key, part);
        }
    }

    /** A value that says something, else {@code null}. */
    private Part part(String key, Object value, At at, Place place, Part.Owner owner) {
        if (value == null || place.isDefault(key, value) || value.equals("") && (key.equals("description") || key.equals("content"))) {
            return null;
        }
        Place below = place.below(key);
        if (value instanceof Map<?, ?> map) {
            Part part = object(cast(map), at, below, owner);
            return part.below.isEmpty() && !(map.isEmpty() && place == Place.FREE) ? null : part;
        }
        if (value instanceof List<?> list) {
            return list.isEmpty() ? null : list(list, at, below, owner);
        }
        return Part.plain(value, at, compared(key, value, place), owner);
    }

    private Object compared(String key, Object value, Place place) {
        if (place.isWord(key)) {
            return value.toString().toLowerCase(Locale.ROOT);
        }
        if (key.equals("path") && place == Place.SCRIPT && value instanceof String path && path.startsWith("/")) {
            return path.substring(1);
        }
        if (place == Place.NODE_OUTPUT) {
            String name = key.equals("nodeId") ? nameById.get(value.toString()) : nodeByOutput.get(value.toString());
            return name == null ? value : "node " + name;
        }
        if (key.equals("command") && place == Place.RUNTIME) {
            OptionalInt code = NodeTypes.code(value.toString());
            return code.isPresent() ? "type " + code.getAsInt() : value;
        }
        return value;
    }

    private Part object(Map<String, Object> map, At at, Place place, Part.Owner owner) {
        Part.Owner own = owner;
        if (place == Place.NODE || place == Place.WORKFLOW) {
            own = new Part.Owner(name(map, at), at, at.depth());
        }
        Map<String, Part> below = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : map.entrySet()) {
            String key = entry.getKey();
            if (place.ignores(key) || key.equals("id") && place != Place.FREE && named(map)
                    || isEdges(key, place) || place == Place.OUTPUT && key.equals("refTableName") && entry.getValue().equals(owner(own))
                    || key.equals("commandTypeId") && place == Place.RUNTIME && isCodeOf(map.get("command"), entry.getValue())) {
                continue;
            }
            if (place == Place.PORTS && at.step().equals("inputs") && usual(key, place).equals("nodeOutputs")) {
                continue;
            }
            child(below, usual(key, place), key, entry.getValue(), at, place, own);
        }
        SpecNode node = new SpecNode(map, at.path().toString());
        if (place == Place.WORKFLOW) {
            edges(below, new SpecWorkflow(map, at.path().toString()).edges(), at.to("dependencies"));
        } else if (place == Place.NODE && !node.inner().isEmpty()) {
            String key = node.innerKey();
            edges(below, node.innerEdges(), at.to(key).to(key.equals("combined") || key.equals("subflow") ? "dependencies" : "flow"));
        }
        return Part.group(map, at, below, place, own);
    }

    private static String owner(Part.Owner owner) {
        return owner == null ? null : owner.name();
    }

    private static boolean named(Map<String, Object> map) {
        return map.get("name") != null || map.get("data") != null || map.get("guid") != null;
    }

    private static boolean isEdges(String key, Place place) {
        return (place == Place.WORKFLOW || place == Place.LOOP) && (key.equals("flow") || key.equals("dependencies"));
    }

    private static boolean isCodeOf(Object command, Object code) {
        OptionalInt known = command == null ? OptionalInt.empty() : NodeTypes.code(command.toString());
        return known.isPresent() && String.valueOf(known.getAsInt()).equals(String.valueOf(code));
    }

    private String name(Map<String, Object> map, At at) {
        String known = renamed.get(String.valueOf(map.get("id")));
        if (known != null) {
            return known;
        }
        Object name = map.get("name") == null ? map.get("id") : map.get("name");
        return name == null ? at.path().toString() : name.toString();
    }

    /** The usual spelling of a key that has several. */
    private static String usual(String key, Place place) {
        if (place == Place.PORTS) {
            String lower = key.toLowerCase(Locale.ROOT);
            return lower.startsWith("nodeoutput") || lower.startsWith("output") ? "nodeOutputs"
                    : lower.startsWith("table") ? "tables" : lower.startsWith("variable") ? "variables" : key;
        }
        if (place != Place.NODE) {
            return key;
        }
        return switch (key) {
            case "doWhile" -> "do-while";
            case "foreach", "forEach" -> "for-each";
            case "paramHub" -> "param-hub";
            default -> key;
        };
    }

    private Part list(List<?> list, At at, Place place, Part.Owner owner) {
        Map<String, Part> below = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            if (place == Place.OUTPUT && owner != null && isOwnOutput(element, owner)) {
                continue;
            }
            Part part = element instanceof Map<?, ?> map ? object(cast(map), at.to(i), place, owner)
                    : element instanceof List<?> inner ? list(inner, at.to(i), Place.FREE, owner)
                    : Part.plain(element, at.to(i), element, owner);
            String key = place == Place.FREE || place == Place.WORKFLOW ? null : identity(element, place);
            if (key == null) {
                key = "[" + i + "]";
            }
            for (int again = 2; below.containsKey(key); again++) {
                key = key.replaceFirst("( #\\d+)?$", " #" + again);
            }
            below.put(key, part);
        }
        return below.isEmpty() ? null : Part.group(list, at, below, place, owner);
    }

    private boolean isOwnOutput(Object output, Part.Owner owner) {
        Object data = output instanceof Map<?, ?> map ? map.get("data") : null;
        return data instanceof String text && isId(text) && owner.name().equals(nameById.get(text));
    }

    /** What an element of a list is known by. */
    private String identity(Object element, Place place) {
        if (!(element instanceof Map<?, ?> map)) {
            return element == null ? null : element.toString();
        }
        if (place == Place.NODE && renamed.containsKey(String.valueOf(map.get("id")))) {
            return renamed.get(String.valueOf(map.get("id")));
        }
        Object key = switch (place) {
            case OUTPUT -> map.get("data");
            case TABLE -> map.get("guid");
            case BRANCH -> map.get("name") != null ? map.get("name") : map.get("output") instanceof Map<?, ?> output ? output.get("data")
                    : map.get("output");
            default -> map.get("name");
        };
        key = key == null ? map.get("name") == null ? map.get("id") : map.get("name") : key;
        return key == null ? null : key.toString();
    }

    /** @param list where another edge of this level may be added */
    private void edges(Map<String, Part> into, List<SpecEdge> edges, At list) {
        Map<String, Part> below = new LinkedHashMap<>();
        edges.forEach(edge -> edge(edge, list, below));
        into.put(EDGES, Part.group(Map.of(), list, below, Place.EDGES, null));
    }

    private void edge(SpecEdge edge, At list, Map<String, Part> into) {
        String to = nameById.getOrDefault(edge.to(), edge.to());
        String from = edge.output() != null ? nodeByOutput.get(edge.output()) : edge.nodeId() != null ? nameById.get(edge.nodeId()) : null;
        String output = from == null ? edge.what().orElse(null) : null;
        String key = to + "\n" + edge.type() + "\n" + (from != null ? "node " + from : output);
        Part known = into.get(key);
        List<String> said = new ArrayList<>(known == null ? List.of() : known.edge.said());
        said.addAll(edge.said());
        Map<String, Part> more = new LinkedHashMap<>(known == null ? Map.of() : known.below);
        Part.Owner owner = new Part.Owner(to, null, 0);
        edge.map().forEach((name, value) -> {
            if (!SAID.contains(name)) {
                child(more, name, name, value, list, Place.FREE, owner);
            }
        });
        into.put(key, new Part(edge.map(), list, more, Place.FREE, owner, null, new Part.Edge(to, edge.type(), from, output, said)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
