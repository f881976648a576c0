package dev.dwx.flowspec.graph;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/** A graph as an SVG image that needs nothing beside it. Every node, nothing folded. */
public final class SvgText {
    private static final int COLUMN = 8;
    private static final int ROW = 14;
    private static final int BOX = 2;
    private static final int MARGIN = 20;
    private static final int SIDES = 4;

    private final FlowGraph graph;
    private final Map<String, Badge> badges;
    private final Layout layout;
    private final List<Channels.Channel> channels;
    private final StringBuilder text = new StringBuilder();

    private SvgText(FlowGraph graph, Map<String, Badge> badges, ToIntFunction<String> width) {
        this.graph = graph;
        this.badges = badges;
        Map<String, List<String>> parents = graph.parents();
        layout = Layout.of(graph, id -> Math.max(parents.get(id).size() * 2 + 1,
                SIDES + Math.max(width.applyAsInt(label(id)), width.applyAsInt(badge(id).text()))), 0, 0);
        channels = Channels.of(layout);
    }

    /**
     * The image as a text of UTF-8.
     *
     * @param badges what is known of the nodes' runs, by id
     * @param width columns that a text takes
     */
    public static String of(FlowGraph graph, Map<String, Badge> badges, ToIntFunction<String> width) {
        return new SvgText(graph, badges, width).image();
    }

    private Badge badge(String id) {
        return badges.getOrDefault(id, new Badge("", Style.PLAIN, false));
    }

    private String label(String id) {
        return graph.label(id) + (graph.node(id).again() ? " ↻" : "");
    }

    private String image() {
        int columns = 0;
        int y = MARGIN;
        StringBuilder boxes = new StringBuilder();
        for (int i = 0; i < layout.layers().size(); i++) {
            for (Slot slot : layout.layers().get(i)) {
                columns = Math.max(columns, slot.x + slot.width);
                if (slot.passing) {
                    path("M" + x(slot.x) + " " + y + " V" + (y + BOX * ROW));
                } else {
                    box(boxes, slot, y);
                }
            }
            y += BOX * ROW;
            if (i < channels.size()) {
                lines(channels.get(i), y);
                y += (channels.get(i).height() + 1) * ROW;
            }
        }
        int width = columns * COLUMN + 2 * MARGIN;
        int height = y + MARGIN;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" font-family=\"monospace\" font-size=\"12\">\n<title>"
                + escaped(graph.name()) + "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
                + "<g stroke=\"#888\" fill=\"none\">\n" + text + "</g>\n" + boxes + "</svg>\n";
    }

    private static int x(int column) {
        return MARGIN + column * COLUMN + COLUMN / 2;
    }

    private void path(String way) {
        text.append("<path d=\"").append(way).append("\"/>\n");
    }

    private void lines(Channels.Channel channel, int top) {
        int bottom = top + (channel.height() + 1) * ROW;
        for (Slot slot : channel.upper()) {
            int turn = top + (channel.rows().getOrDefault(slot, 0) + 1) * ROW;
            for (Slot target : slot.below) {
                path("M" + x(slot.exit()) + " " + top + " V" + turn + " H" + x(target.entries.get(slot)) + " V" + bottom);
            }
        }
    }

    private void box(StringBuilder boxes, Slot slot, int y) {
        Badge badge = badge(slot.id);
        GraphNode node = graph.node(slot.id);
        boxes.append("<g class=\"").append(node.kind().name().toLowerCase(Locale.ROOT)).append("\"><title>")
                .append(escaped(node.label() + (node.command().isEmpty() ? "" : " (" + node.command() + ")"))).append("</title>");
        if (node.kind() != GraphNode.Kind.PORT) {
            boxes.append("<rect x=\"").append(MARGIN + slot.x * COLUMN).append("\" y=\"").append(y).append("\" width=\"")
                    .append(slot.width * COLUMN).append("\" height=\"").append(BOX * ROW).append("\" rx=\"3\" fill=\"").append(fill(badge.style()))
                    .append("\" stroke=\"").append(badge.strong() ? "#c00\" stroke-width=\"2.5" : "#333").append("\"/>");
        }
        boolean two = !badge.text().isEmpty();
        words(boxes, slot, y + (two ? ROW - 2 : ROW + SIDES), label(slot.id));
        if (two) {
            words(boxes, slot, y + 2 * ROW - SIDES, badge.text());
        }
        boxes.append("</g>\n");
    }

    private static void words(StringBuilder boxes, Slot slot, int y, String words) {
        boxes.append("<text x=\"").append(MARGIN + slot.x * COLUMN + slot.width * COLUMN / 2).append("\" y=\"").append(y)
                .append("\" text-anchor=\"middle\">").append(escaped(words)).append("</text>");
    }

    private static String fill(Style style) {
        return switch (style) {
            case GOOD -> "#dff5df";
            case BAD -> "#fbd9d9";
            case GOING_ON -> "#fdf3cf";
            default -> "#f6f8fa";
        };
    }

    /** XML has no place for control characters and halves of pairs, escaped or not. */
    private static String escaped(String words) {
        StringBuilder out = new StringBuilder();
        words.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(point < ' ' || point >= 0xd800 && point < 0xe000 || point == 0xfffe || point == 0xffff
                        ? 0xfffd : point);
            }
        });
        return out.toString();
    }
}
