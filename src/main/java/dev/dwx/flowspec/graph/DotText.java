package dev.dwx.flowspec.graph;

import java.util.LinkedHashMap;
import java.util.Map;

/** A graph in the languages of drawing programs: DOT of Graphviz, and Mermaid. Every node and edge, nothing folded. */
public final class DotText {
    private DotText() {
    }

    /** For {@code dot -Tsvg}. */
    public static String dot(FlowGraph graph) {
        Map<String, String> names = names(graph);
        StringBuilder text = new StringBuilder("digraph ").append(dotQuoted(graph.name())).append(" {\n  rankdir=TB;\n")
                .append("  node [shape=box, fontname=\"sans-serif\"];\n");
        for (GraphNode node : graph.nodes()) {
            text.append("  ").append(names.get(node.id())).append(" [label=").append(dotQuoted(label(node)));
            if (node.kind() == GraphNode.Kind.PORT) {
                text.append(", shape=plaintext");
            } else if (!node.command().isEmpty()) {
                text.append(", tooltip=").append(dotQuoted(node.command()));
            }
            text.append("];\n");
        }
        graph.edges().forEach(edge -> dotEdge(text, names, edge, ""));
        graph.backward().forEach(edge -> dotEdge(text, names, edge, " [color=red, constraint=false]"));
        graph.crossCycle().forEach(edge -> dotEdge(text, names, edge, " [style=dashed, constraint=false]"));
        return text.append("}\n").toString();
    }

    private static void dotEdge(StringBuilder text, Map<String, String> names, GraphEdge edge, String attributes) {
        text.append("  ").append(names.get(edge.from())).append(" -> ").append(names.get(edge.to())).append(attributes).append(";\n");
    }

    private static String dotQuoted(String text) {
        return "\"" + oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** For a Markdown page that draws Mermaid. */
    public static String mermaid(FlowGraph graph) {
        Map<String, String> names = names(graph);
        StringBuilder text = new StringBuilder("flowchart TD\n");
        for (GraphNode node : graph.nodes()) {
            boolean port = node.kind() == GraphNode.Kind.PORT;
            text.append("  ").append(names.get(node.id())).append(port ? "([\"" : "[\"").append(mermaidText(label(node)))
                    .append(port ? "\"])" : "\"]").append('\n');
        }
        graph.edges().forEach(edge -> mermaidEdge(text, names, edge, " --> "));
        graph.backward().forEach(edge -> mermaidEdge(text, names, edge, " -- circle --> "));
        graph.crossCycle().forEach(edge -> mermaidEdge(text, names, edge, " -.-> "));
        return text.toString();
    }

    private static void mermaidEdge(StringBuilder text, Map<String, String> names, GraphEdge edge, String arrow) {
        text.append("  ").append(names.get(edge.from())).append(arrow).append(names.get(edge.to())).append('\n');
    }

    /** Mermaid has no escapes but entities, whose sign is the hash. */
    private static String mermaidText(String text) {
        StringBuilder escaped = new StringBuilder();
        String line = oneLine(text);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if ("\"#<>&;`".indexOf(c) >= 0) {
                escaped.append('#').append((int) c).append(';');
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(c < ' ' || c == 0x7f ? ' ' : c);
        }
        return line.toString();
    }

    private static String label(GraphNode node) {
        return node.label() + (node.again() ? " ↻" : "");
    }

    /** Names that no language objects to. */
    private static Map<String, String> names(FlowGraph graph) {
        Map<String, String> names = new LinkedHashMap<>();
        graph.nodes().forEach(node -> names.put(node.id(), "n" + (names.size() + 1)));
        return names;
    }
}
