package dev.dwx.dsl.graph;

import dev.dwx.flowspec.graph.Badge;
import dev.dwx.flowspec.graph.DotText;
import dev.dwx.flowspec.graph.FlowGraph;
import dev.dwx.flowspec.graph.GraphEdge;
import dev.dwx.flowspec.graph.GraphNode;
import dev.dwx.flowspec.graph.Picture;
import dev.dwx.flowspec.graph.Style;
import dev.dwx.flowspec.graph.SvgText;
import dev.dwx.flowspec.graph.Terms;
import dev.dwx.render.DisplayWidth;
import dev.dwx.render.Drawn;
import dev.dwx.render.Look;
import dev.dwx.render.VisibleText;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document as a graph. On a terminal it is drawn, as wide as the window; as JSON it is its nodes and edges. {@code dot()},
 * {@code mermaid()} and {@code svg('file.svg')} write it for other programs.
 */
public final class GraphView implements Drawn {
    private static final int USUAL_WIDTH = 120;

    private final FlowGraph graph;
    private final NodeRuns runs;
    private final boolean all;
    private final boolean ascii;
    private final Integer width;

    /**
     * @param runs of a business date, or {@code null}
     * @param all whether no node is folded away
     * @param ascii whether lines are of {@code + - |} whatever the terminal can do
     * @param width columns in place of the terminal's, or {@code null}
     */
    GraphView(FlowGraph graph, NodeRuns runs, boolean all, boolean ascii, Integer width) {
        this.graph = graph;
        this.runs = runs;
        this.all = all;
        this.ascii = ascii;
        this.width = width;
    }

    /** For Graphviz. */
    public String dot() {
        return DotText.dot(graph);
    }

    /** For a Markdown page. */
    public String mermaid() {
        return DotText.mermaid(graph);
    }

    /** An image. */
    public String svg() {
        return SvgText.of(graph, badges(), DisplayWidth::of);
    }

    /** Writes the image; a file that is there is written over. Gives the path. */
    public String svg(Object file) {
        Path path = Path.of(file.toString());
        try {
            if (path.toAbsolutePath().getParent() != null) {
                Files.createDirectories(path.toAbsolutePath().getParent());
            }
            Files.writeString(path, svg());
        } catch (IOException e) {
            throw new UncheckedIOException(Texts.of("The image could not be written: {0}", e.getMessage()), e);
        }
        return path.toString();
    }

    /** The names of the nodes of the chain that took longest; empty without runs. */
    public List<String> getCriticalPath() {
        List<String> names = new ArrayList<>();
        if (runs != null) {
            runs.critical().nodes().forEach(id -> names.add(graph.node(id).label()));
        }
        return names;
    }

    /** How long the critical path took. */
    public Duration getTotal() {
        return runs == null ? Duration.ZERO : runs.critical().total();
    }

    /** The names on each circle; empty when all is well. */
    public List<List<String>> getCircles() {
        return graph.circles();
    }

    private Map<String, Badge> badges() {
        return runs == null ? Map.of() : runs.badges();
    }

    @Override
    public Object value() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("name", graph.name());
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (GraphNode node : graph.nodes()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", node.label());
            row.put("kind", node.kind() == GraphNode.Kind.PORT ? "external" : "node");
            row.put("command", node.command());
            if (runs != null && runs.status(node.id()) != null) {
                row.put("status", runs.status(node.id()));
                Duration duration = runs.durations().get(node.id());
                row.put("seconds", duration == null ? null : duration.toSeconds());
            }
            nodes.add(row);
        }
        value.put("nodes", nodes);
        value.put("edges", edges(graph.edges()));
        if (!graph.crossCycle().isEmpty()) {
            value.put("crossCycle", edges(graph.crossCycle()));
        }
        if (!graph.circles().isEmpty()) {
            value.put("circles", graph.circles());
        }
        if (runs != null) {
            value.put("criticalPath", getCriticalPath());
            value.put("criticalSeconds", getTotal().toSeconds());
        }
        return value;
    }

    private List<Map<String, Object>> edges(List<GraphEdge> edges) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (GraphEdge edge : edges) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("from", graph.node(edge.from()).label());
            row.put("to", graph.node(edge.to()).label());
            rows.add(row);
        }
        return rows;
    }

    @Override
    public String drawn(Look look) {
        boolean unicode = look.unicode() && !ascii;
        Look place = new Look(look.width(), look.colour(), unicode);
        int columns = width != null ? width : look.terminal() ? look.width() : all ? 0 : USUAL_WIDTH;
        Picture picture = Picture.of(graph, badges(), new Terms(columns, unicode, DisplayWidth::of, text -> VisibleText.line(text, place)), all);
        List<String> lines = new ArrayList<>();
        for (List<Picture.Span> line : picture.lines()) {
            StringBuilder text = new StringBuilder();
            line.forEach(span -> text.append(styled(span, look)));
            lines.add(text.toString().stripTrailing());
        }
        if (graph.nodes().isEmpty()) {
            lines.add(Texts.of("(no node)"));
        }
        if (picture.folded() > 0) {
            lines.add(look.remark(Texts.of("{0} of {1} nodes are folded; all: true shows them, around: 'name' a part", picture.folded(),
                    graph.nodes().size())));
        }
        if (runs != null) {
            lines.add(summary(look, unicode));
        }
        picture.remarks().forEach(remark -> lines.add(look.remark(VisibleText.line(remark, place))));
        return String.join("\n", lines);
    }

    private String summary(Look look, boolean unicode) {
        int nodes = 0;
        for (GraphNode node : graph.nodes()) {
            nodes += node.kind() == GraphNode.Kind.NODE ? 1 : 0;
        }
        String seen = nodes == 1 ? Texts.of("{0} of 1 node has run", runs.size())
                : Texts.of("{0} of {1} nodes have an instance", runs.size(), nodes);
        if (runs.critical().nodes().isEmpty()) {
            return look.remark(seen);
        }
        return look.strong(Texts.of("critical path {0}: ", NodeRuns.said(getTotal())))
                + VisibleText.line(String.join(unicode ? " → " : " > ", getCriticalPath()), look) + look.remark(Texts.of("; ") + seen);
    }

    private static String styled(Picture.Span span, Look look) {
        if (!look.colour()) {
            return span.text();
        }
        return switch (span.style()) {
            case WEAK -> look.remark(span.text());
            case STRONG -> look.strong(span.text());
            case GOOD -> "\u001b[32m" + span.text() + "\u001b[39m";
            case BAD -> "\u001b[31m" + span.text() + "\u001b[39m";
            case GOING_ON -> "\u001b[33m" + span.text() + "\u001b[39m";
            case PLAIN -> span.text();
        };
    }

    /** The picture without colour. */
    @Override
    public String toString() {
        return drawn(Look.PLAIN);
    }
}
