package dev.dwx.flowspec.graph;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A graph as a list: its layers, and behind each node what it waits for. It fits everywhere. */
final class Outline {
    private static final int INDENT = 4;

    private Outline() {
    }

    static List<List<Picture.Span>> of(FlowGraph graph, Map<String, Badge> badges, Terms terms) {
        List<List<Picture.Span>> lines = new ArrayList<>();
        Map<String, List<String>> parents = graph.parents();
        int number = 0;
        for (List<String> layer : Ranks.of(graph)) {
            number++;
            for (int i = 0; i < layer.size(); i++) {
                GraphNode node = graph.node(layer.get(i));
                Badge badge = badges.getOrDefault(node.id(), new Badge("", Style.PLAIN, false));
                String front = i == 0 ? pad(number) : " ".repeat(INDENT);
                String label = terms.clean().apply(node.label()) + (badge.strong() ? terms.unicode() ? " ★" : " *" : "")
                        + (badge.text().isEmpty() ? "" : "  " + badge.text());
                List<Picture.Span> line = new ArrayList<>();
                line.add(new Picture.Span(front, Style.WEAK));
                line.add(new Picture.Span(label, node.kind() == GraphNode.Kind.PORT ? Style.WEAK
                        : badge.strong() && badge.style() == Style.PLAIN ? Style.STRONG : badge.style()));
                int room = terms.columns() - INDENT - terms.width().applyAsInt(label) - INDENT;
                String above = above(graph, parents.get(node.id()), terms, room);
                if (!above.isEmpty()) {
                    line.add(new Picture.Span((terms.unicode() ? "  ← " : "  < ") + above, Style.WEAK));
                }
                lines.add(line);
            }
        }
        return lines;
    }

    private static String pad(int number) {
        String digits = Integer.toString(number);
        return " ".repeat(Math.max(0, INDENT - 2 - digits.length())) + digits + "  ";
    }

    /** As many as there is room for, and how many more there are. */
    private static String above(FlowGraph graph, List<String> parents, Terms terms, int room) {
        StringBuilder text = new StringBuilder();
        int used = 0;
        for (int i = 0; i < parents.size(); i++) {
            String label = (i == 0 ? "" : ", ") + terms.clean().apply(graph.label(parents.get(i)));
            int columns = terms.width().applyAsInt(label);
            int more = parents.size() - i;
            int reserve = more > 1 ? (Texts.of(", {0} {1} more", terms.dots(), more)).length() : 0;
            if (used + columns + reserve > room) {
                return room < 8 ? "" : text + (i == 0 ? "" : ", ") + terms.dots() + " " + more + (i == 0 ? "" : " more");
            }
            text.append(label);
            used += columns;
        }
        return text.toString();
    }
}
