package dev.dwx.dsl.graph;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.dsl.OperationHandle;
import dev.dwx.dsl.Session;
import dev.dwx.dsl.flow.GivenDocument;
import dev.dwx.flowspec.graph.FlowGraph;
import dev.dwx.flowspec.graph.GraphNode;
import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The word {@code graph}. */
public final class Graphs {
    private static final int PAGE = 100;
    private static final List<String> OPTIONS = List.of("all", "from", "to", "around", "depth", "bizdate", "width", "ascii");

    private final Session session;

    /** @param session what reads from the service; {@code null} draws what is given and nothing else */
    public Graphs(Session session) {
        this.session = session;
    }

    /**
     * The graph of a document, of an answer with a Spec, of a workflow by its id or name, or of the rows of {@code ListNodes}.
     *
     * @param options {@code all: true} folds nothing; {@code from}, {@code to}, {@code around} with {@code depth} show a part;
     *     {@code bizdate} colours it by that day's instances; {@code width} in columns; {@code ascii: true}
     */
    public GraphView graph(Map<?, ?> options, Object given) {
        for (Object key : options.keySet()) {
            if (!OPTIONS.contains(String.valueOf(key))) {
                throw new IllegalArgumentException(Texts.of("graph has no option {0}. It takes {1}.", key, String.join(", ", OPTIONS)));
            }
        }
        FlowGraph graph = part(FlowGraph.of(document(given)), options);
        Object width = options.get("width");
        return new GraphView(graph, runs(graph, options.get("bizdate")), Boolean.TRUE.equals(options.get("all")),
                Boolean.TRUE.equals(options.get("ascii")), width instanceof Number columns ? columns.intValue() : null);
    }

    private FlowDocument document(Object given) {
        boolean name = given instanceof Number || given instanceof CharSequence text && !text.toString().strip().startsWith("{");
        if (!name || session == null) {
            boolean listing = given instanceof Iterable && GivenDocument.find(given).isEmpty();
            return listing ? NodeRows.document("nodes", (Iterable<?>) given) : GivenDocument.of("graph", given);
        }
        String id = given.toString().strip();
        if (!isId(id)) {
            List<String> names = new ArrayList<>();
            for (Object row : handle("ListWorkflowDefinitions").all(Map.of("PageSize", PAGE))) {
                if (row instanceof Map<?, ?> workflow) {
                    names.add(String.valueOf(workflow.get("Name")));
                    if (id.equals(workflow.get("Name"))) {
                        return definition(String.valueOf(workflow.get("Id")), id);
                    }
                }
            }
            throw new IllegalArgumentException(names.isEmpty()
                    ? Texts.of("There is no workflow '{0}' in this project.", id)
                    : Texts.of("There is no workflow '{0}' in this project, but {1}.", id, String.join(", ", names)));
        }
        return definition(id, null);
    }

    /** A workflow of the older kind has its nodes beside it, in the folder of its name. */
    private FlowDocument definition(String id, String name) {
        FlowDocument document = GivenDocument.of("graph", session.call(ApiCatalog.V2024, "GetWorkflowDefinition",
                Map.of("Id", id, "IncludeScriptContent", false)));
        String folder = name != null ? name : document.name().orElse(null);
        if (!document.nodes().isEmpty() || folder == null) {
            return document;
        }
        List<Object> inside = new ArrayList<>();
        for (Object row : handle("ListNodes").all(Map.of("PageSize", PAGE))) {
            if (NodeRows.path(row).contains("/" + folder + "/")) {
                inside.add(row);
            }
        }
        return inside.isEmpty() ? document : NodeRows.document(folder, inside);
    }

    private static boolean isId(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private OperationHandle handle(String operation) {
        return session.handle(ApiCatalog.V2024, operation)
                .orElseThrow(() -> new IllegalStateException("The catalog has no " + operation + "."));
    }

    private NodeRuns runs(FlowGraph graph, Object bizdate) {
        if (bizdate == null) {
            return null;
        }
        if (session == null) {
            throw new IllegalArgumentException(Texts.of("This document was not made in a session that could read instances. Write "
                    + "graph(it, bizdate: …)."));
        }
        return new NodeRuns(graph, handle("ListTaskInstances").all(Map.of("Bizdate", bizdate, "PageSize", PAGE)));
    }

    private static FlowGraph part(FlowGraph graph, Map<?, ?> options) {
        String wanted = null;
        boolean up = true;
        boolean down = true;
        for (String option : new String[] {"around", "from", "to"}) {
            if (options.get(option) != null && wanted != null) {
                throw new IllegalArgumentException(Texts.of("graph takes one of around, from and to."));
            }
            if (options.get(option) != null) {
                wanted = options.get(option).toString();
                up = !option.equals("from");
                down = !option.equals("to");
            }
        }
        if (wanted == null) {
            return graph;
        }
        int far = options.get("around") != null ? 2 : Integer.MAX_VALUE;
        int depth = options.get("depth") instanceof Number number ? number.intValue() : far;
        String label = wanted;
        GraphNode node = graph.labelled(label).orElseThrow(() -> {
            List<String> labels = new ArrayList<>();
            graph.nodes().forEach(each -> labels.add(each.label()));
            return new IllegalArgumentException(labels.size() > 12
                    ? Texts.of("There is no node '{0}' in {1}, but {2} and more.", label, graph.name(), String.join(", ", labels.subList(0, 12)))
                    : Texts.of("There is no node '{0}' in {1}, but {2}.", label, graph.name(), String.join(", ", labels)));
        });
        return graph.around(node.id(), up ? depth : 0, down ? depth : 0);
    }
}
