package dev.dwx.flowspec.graph;

import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph drawn with characters: layers from top to bottom, a box for each node, the outputs from elsewhere without one. A line that
 * crosses another passes over it; where lines belong together they join.
 */
public final class Picture {
    private static final int BOX = 3;
    private static final int SIDES = 4;
    private static final int LONGEST = 44;
    private static final int MANY = 60;
    private static final int USUAL_WIDTH = 16;
    private static final int TRIES = 6;

    private final List<List<Span>> lines;
    private final int drawn;
    private final int folded;
    private final List<String> remarks;

    /** A piece of a line. */
    public record Span(String text, Style style) {
    }

    private Picture(List<List<Span>> lines, int drawn, int folded, List<String> remarks) {
        this.lines = lines;
        this.drawn = drawn;
        this.folded = folded;
        this.remarks = List.copyOf(remarks);
    }

    /** Row by row, from left to right. */
    public List<List<Span>> lines() {
        return lines;
    }

    /** How many nodes have a box or a name of their own. */
    public int drawn() {
        return drawn;
    }

    /** How many nodes are seen only as part of a fold. */
    public int folded() {
        return folded;
    }

    /** What the picture does not show, one sentence each. */
    public List<String> remarks() {
        return remarks;
    }

    /**
     * Draws a graph; as a list of its layers where the lines would not fit into the place.
     *
     * @param badges what is known of the nodes' runs, by id
     * @param all whether every node has to be seen, however large the picture becomes
     */
    public static Picture of(FlowGraph graph, Map<String, Badge> badges, Terms terms, boolean all) {
        Set<String> kept = new HashSet<>();
        badges.forEach((id, badge) -> {
            if (badge.strong() || badge.style() == Style.BAD) {
                kept.add(id);
            }
        });
        int columns = terms.columns() == 0 ? 0 : Math.max(20, terms.columns());
        int perLayer = columns == 0 ? 6 : Math.max(3, columns / (USUAL_WIDTH + 4));
        boolean whole = all || graph.nodes().size() <= MANY;
        FlowGraph shown = whole ? graph : Folding.of(graph.reduced(true), kept, perLayer, terms.dots()).reduced(false);
        List<String> remarks = new ArrayList<>(shown.remarks());
        Painter painter = new Painter(shown, badges, terms, columns, columns);
        for (int part = TRIES - 1; part > 1 && columns > 0 && painter.width() > columns; part--) {
            painter = new Painter(shown, badges, terms, columns, columns * part / TRIES);
        }
        boolean fits = columns == 0 || painter.width() <= columns;
        List<List<Span>> lines = fits ? painter.paint() : Outline.of(shown, badges, terms);
        if (!fits) {
            remarks.add(Texts.of("as a list, since the lines would need {0} columns; the whole picture: svg('graph.svg')",
                    painter.width()));
        }
        int folded = 0;
        int own = 0;
        for (GraphNode node : shown.nodes()) {
            folded += node.members().size();
            own += node.kind() == GraphNode.Kind.FOLD ? 0 : 1;
        }
        return new Picture(lines, own, folded, remarks);
    }

    private static final class Painter {
        private final FlowGraph graph;
        private final Map<String, Badge> badges;
        private final Terms terms;
        private final Layout layout;
        private final List<Channels.Channel> channels;

        Painter(FlowGraph graph, Map<String, Badge> badges, Terms terms, int columns, int split) {
            this.graph = graph;
            this.badges = badges;
            this.terms = terms;
            Map<String, List<String>> parents = graph.parents();
            this.layout = Layout.of(graph, id -> Math.max(width(id), parents.get(id).size() * 2 + 1), columns, split);
            this.channels = Channels.of(layout);
        }

        private String label(String id) {
            GraphNode node = graph.node(id);
            String label = terms.clean().apply(node.label()) + (node.again() ? terms.unicode() ? " ↻" : " (again)" : "");
            return cut(label);
        }

        private String cut(String label) {
            int columns = 0;
            for (int i = 0; i < label.length();) {
                int end = i + Character.charCount(label.codePointAt(i));
                columns += terms.width().applyAsInt(label.substring(i, end));
                if (columns > LONGEST) {
                    return label.substring(0, i) + terms.dots();
                }
                i = end;
            }
            return label;
        }

        private boolean hasBox(String id) {
            return graph.node(id).kind() != GraphNode.Kind.PORT;
        }

        private int width(String id) {
            int text = Math.max(terms.width().applyAsInt(label(id)), terms.width().applyAsInt(badge(id).text()));
            return Math.max(BOX, text + (hasBox(id) ? SIDES : 2));
        }

        private Badge badge(String id) {
            return badges.getOrDefault(id, new Badge("", Style.PLAIN, false));
        }

        int width() {
            int width = 0;
            for (List<Slot> layer : layout.layers()) {
                for (Slot slot : layer) {
                    width = Math.max(width, slot.x + slot.width);
                }
            }
            return width;
        }

        List<List<Span>> paint() {
            Canvas canvas = new Canvas(width(), terms.unicode());
            for (int i = 0; i < layout.layers().size(); i++) {
                List<Slot> layer = layout.layers().get(i);
                int height = 1;
                for (Slot slot : layer) {
                    if (!slot.passing && hasBox(slot.id)) {
                        height = Math.max(height, badge(slot.id).text().isEmpty() ? BOX : BOX + 1);
                    }
                }
                int top = canvas.height();
                canvas.rows(height);
                for (Slot slot : layer) {
                    slot(canvas, slot, top, height);
                }
                if (i < channels.size()) {
                    lines(canvas, channels.get(i));
                }
            }
            return canvas.lines();
        }

        private void slot(Canvas canvas, Slot slot, int top, int height) {
            if (slot.passing) {
                Object net = slot;
                canvas.vertical(net, slot.x, top, top + height - 1);
                canvas.open(net, top, slot.x, true);
                canvas.open(net, top + height - 1, slot.x, false);
                return;
            }
            Badge badge = badge(slot.id);
            String label = label(slot.id);
            Style style = badge.strong() && badge.style() == Style.PLAIN ? Style.STRONG : badge.style();
            if (!hasBox(slot.id)) {
                canvas.text(top + height - 1, slot.x + 1, label, Style.WEAK, terms);
                return;
            }
            canvas.box(top, slot.x, slot.width, height, style, badge.strong());
            slot.entries.values().forEach(column -> canvas.notch(top, column, true, style, badge.strong()));
            if (!slot.below.isEmpty()) {
                canvas.notch(top + height - 1, slot.exit(), false, style, badge.strong());
            }
            centred(canvas, slot, top + 1, label, style);
            if (!badge.text().isEmpty()) {
                centred(canvas, slot, top + 2, badge.text(), style);
            }
        }

        private void centred(Canvas canvas, Slot slot, int row, String text, Style style) {
            int room = slot.width - terms.width().applyAsInt(text);
            canvas.text(row, slot.x + Math.max(1, room / 2), text, style, terms);
        }

        private static void lines(Canvas canvas, Channels.Channel channel) {
            int top = canvas.height();
            canvas.rows(channel.height());
            int bottom = top + channel.height() - 1;
            // Rows first, so that what comes down passes over them.
            channel.rows().forEach((slot, row) -> canvas.horizontal(slot, top + row, Channels.left(slot), Channels.right(slot)));
            for (Slot slot : channel.upper()) {
                if (slot.below.isEmpty()) {
                    continue;
                }
                int turn = top + channel.rows().getOrDefault(slot, channel.height() - 1);
                canvas.vertical(slot, slot.exit(), top, turn);
                canvas.open(slot, top, slot.exit(), true);
                for (Slot target : slot.below) {
                    int column = target.entries.get(slot);
                    canvas.vertical(slot, column, turn, bottom);
                    canvas.open(slot, bottom, column, false);
                }
            }
        }
    }

    /** Without styles. */
    @Override
    public String toString() {
        List<String> text = new ArrayList<>();
        for (List<Span> line : lines) {
            StringBuilder whole = new StringBuilder();
            line.forEach(span -> whole.append(span.text()));
            text.add(whole.toString());
        }
        return String.join("\n", text);
    }
}
