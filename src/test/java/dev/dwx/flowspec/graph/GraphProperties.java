package dev.dwx.flowspec.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dwx.flowspec.model.FlowDocument;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Pictures of random graphs say what the graphs say: their lines are followed with the finger, from box to box. */
class GraphProperties {
    private static final String LINES = " ╵╷│╴┘┐┤╶└┌├─┴┬┼";
    private static final int UP = 1;
    private static final int DOWN = 2;
    private static final int LEFT = 4;
    private static final int RIGHT = 8;

    @Property(tries = 150)
    void everyEdgeLeadsToALaterLayer(@ForAll @IntRange(min = 1, max = 60) int size, @ForAll long seed) {
        FlowGraph graph = FlowGraph.of(document(size, new Random(seed), 2, false));
        Map<String, Integer> rank = new HashMap<>();
        List<List<String>> layers = Ranks.of(graph);
        for (int i = 0; i < layers.size(); i++) {
            for (String id : layers.get(i)) {
                rank.put(id, i);
            }
        }
        assertEquals(size, rank.size());
        graph.edges().forEach(edge -> assertTrue(rank.get(edge.from()) < rank.get(edge.to())));
    }

    @Property(tries = 150)
    void circlesAreTakenOutAndNothingElse(@ForAll @IntRange(min = 2, max = 30) int size, @ForAll long seed) {
        FlowGraph graph = FlowGraph.of(document(size, new Random(seed), 2, true));
        assertEquals(size, Ranks.of(graph).stream().mapToInt(List::size).sum());
        for (List<String> circle : graph.circles()) {
            assertEquals(circle.get(0), circle.get(circle.size() - 1));
            assertTrue(circle.size() > 1);
        }
        assertEquals(graph.backward().size(), graph.circles().size());
    }

    @Property(tries = 120)
    void theLinesOfAPictureLeadWhereTheEdgesLead(@ForAll @IntRange(min = 1, max = 26) int size, @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3) int width) {
        FlowGraph graph = FlowGraph.of(document(size, new Random(seed), 2, false));
        String picture = Picture.of(graph, Map.of(), terms(width * 70, true), true).toString();
        boolean list = !picture.contains("┌");
        for (GraphNode node : graph.nodes()) {
            int told = picture.split(node.label(), -1).length - 1;
            assertTrue(list ? told >= 1 : told == 1, picture);
        }
        if (list) {
            // It names those before each node and has no lines to follow.
            return;
        }
        Set<String> wanted = new TreeSet<>();
        graph.edges().forEach(edge -> wanted.add(graph.label(edge.from()) + ">" + graph.label(edge.to())));
        assertEquals(wanted, followed(picture, graph), picture);
    }

    @Property(tries = 60)
    void aPictureKeepsToItsWidthOrIsAList(@ForAll @IntRange(min = 1, max = 120) int size, @ForAll long seed,
            @ForAll @IntRange(min = 40, max = 160) int width) {
        Picture picture = Picture.of(FlowGraph.of(document(size, new Random(seed), 2, false)), Map.of(), terms(width, true), false);
        for (String line : picture.toString().split("\n")) {
            assertTrue(line.length() <= width, line);
        }
        assertEquals(size, picture.drawn() + picture.folded());
    }

    @Property(tries = 60)
    void asciiIsAscii(@ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
        String picture = Picture.of(FlowGraph.of(document(size, new Random(seed), 2, false)), Map.of(), terms(100, false), false).toString();
        assertTrue(picture.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7f), picture);
    }

    @Property(tries = 60)
    void otherProgramsGetEveryNodeAndEdge(@ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed, @ForAll String odd) throws Exception {
        FlowDocument document = document(size, new Random(seed), 2, true).with("spec.nodes[0].name", "x" + odd).with("spec.name", "w" + odd);
        FlowGraph graph = FlowGraph.of(document);
        int edges = graph.edges().size() + graph.backward().size();
        List<String> dot = List.of(graph(document).dot().split("\n"));
        assertEquals(size, dot.stream().filter(line -> line.matches("  n\\d+ \\[label=\"([^\"\\\\]|\\\\.)*\".*];")).count());
        assertEquals(edges, dot.stream().filter(line -> line.matches("  n\\d+ -> n\\d+( \\[.*])?;")).count());
        List<String> mermaid = List.of(DotText.mermaid(graph).split("\n"));
        assertEquals(size, mermaid.stream().filter(line -> line.matches("  n\\d+\\[\"[^\"]*\"]")).count());
        assertEquals(edges, mermaid.stream().filter(line -> line.matches("  n\\d+ -.*> n\\d+")).count());
        assertEquals(mermaid.size(), 1 + size + edges);
        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(SvgText.of(graph, Map.of(), String::length))));
        assertEquals(size + 1, svg.getElementsByTagName("rect").getLength());
    }

    @Property(tries = 100)
    void theCriticalPathIsTheLongest(@ForAll @IntRange(min = 1, max = 11) int size, @ForAll long seed) {
        Random random = new Random(seed);
        FlowGraph graph = FlowGraph.of(document(size, random, 2, false));
        Map<String, Duration> durations = new LinkedHashMap<>();
        graph.nodes().forEach(node -> durations.put(node.id(), Duration.ofSeconds(random.nextInt(100))));
        CriticalPath path = CriticalPath.of(graph, durations);
        long longest = 0;
        for (GraphNode node : graph.nodes()) {
            longest = Math.max(longest, longest(graph, node.id(), durations));
        }
        assertEquals(longest, path.total().toSeconds());
        assertEquals(path.total(), path.nodes().stream().map(durations::get).reduce(Duration.ZERO, Duration::plus));
        for (int i = 1; i < path.nodes().size(); i++) {
            assertTrue(graph.edges().contains(new GraphEdge(path.nodes().get(i - 1), path.nodes().get(i))));
        }
    }

    private static long longest(FlowGraph graph, String id, Map<String, Duration> durations) {
        long most = 0;
        for (String child : graph.children().get(id)) {
            most = Math.max(most, longest(graph, child, durations));
        }
        return most + durations.get(id).toSeconds();
    }

    private record Written(FlowGraph graph) {
        String dot() {
            return DotText.dot(graph);
        }
    }

    private static Written graph(FlowDocument document) {
        return new Written(FlowGraph.of(document));
    }

    static Terms terms(int columns, boolean unicode) {
        return new Terms(columns, unicode, String::length, text -> text);
    }

    /** A document whose nodes wait for earlier ones; with circles, for any. */
    static FlowDocument document(int size, Random random, int most, boolean circles) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        List<Map<String, Object>> flow = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            nodes.add(Map.of("id", "id" + i, "name", name(i), "outputs", Map.of("nodeOutputs", List.of(Map.of("data", "out." + i)))));
            Set<Integer> above = new HashSet<>();
            for (int k = random.nextInt(most + 1); k > 0 && i > 0; k--) {
                above.add(circles ? random.nextInt(size) : Math.max(0, i - 1 - random.nextInt(8)));
            }
            List<Object> depends = new ArrayList<>();
            above.forEach(from -> depends.add(Map.of("type", "Normal", "output", "out." + from)));
            flow.add(Map.of("nodeId", "id" + i, "depends", depends));
        }
        return FlowDocument.of(Map.of("version", "1.1.0", "kind", "CycleWorkflow", "spec", Map.of("name", "w", "nodes", nodes, "flow", flow)));
    }

    private static String name(int i) {
        return "node_" + (1000 + i);
    }

    /** {@code a>b} for each box b that a line from box a comes down to. */
    private static Set<String> followed(String picture, FlowGraph graph) {
        String[] grid = picture.split("\n", -1);
        Map<String, int[]> boxes = new LinkedHashMap<>();
        for (int row = 0; row < grid.length; row++) {
            for (GraphNode node : graph.nodes()) {
                int at = grid[row].indexOf(node.label());
                if (at >= 0) {
                    int left = grid[row].lastIndexOf('│', at);
                    boxes.put(node.label(), new int[] {row - 1, left, grid[row].indexOf('│', at), row + 1});
                }
            }
        }
        Set<String> found = new TreeSet<>();
        boxes.forEach((from, box) -> {
            for (int column = box[1] + 1; column < box[2]; column++) {
                if (grid[box[3]].charAt(column) == '┬') {
                    follow(grid, boxes, box[3] + 1, column).forEach(to -> found.add(from + ">" + to));
                }
            }
        });
        return found;
    }

    private static Set<String> follow(String[] grid, Map<String, int[]> boxes, int row, int column) {
        Set<String> reached = new HashSet<>();
        Set<List<Integer>> seen = new HashSet<>();
        Deque<int[]> open = new ArrayDeque<>();
        open.add(new int[] {row, column, DOWN});
        while (!open.isEmpty()) {
            int[] here = open.poll();
            if (!seen.add(List.of(here[0], here[1], here[2]))) {
                continue;
            }
            String target = null;
            for (Map.Entry<String, int[]> box : boxes.entrySet()) {
                int[] b = box.getValue();
                if (here[2] == DOWN && here[0] == b[0] && here[1] > b[1] && here[1] < b[2]) {
                    target = box.getKey();
                }
            }
            if (target != null) {
                reached.add(target);
                continue;
            }
            char c = here[0] < grid.length && here[1] >= 0 && here[1] < grid[here[0]].length() ? grid[here[0]].charAt(here[1]) : ' ';
            int mask = LINES.indexOf(c);
            int back = here[2] == DOWN ? UP : here[2] == UP ? DOWN : here[2] == LEFT ? RIGHT : LEFT;
            assertTrue(mask > 0, "a line ends nowhere");
            if (c == '│' && (here[2] == LEFT || here[2] == RIGHT)) {
                // It passes under another.
                open.add(new int[] {here[0], here[1] + (here[2] == RIGHT ? 1 : -1), here[2]});
                continue;
            }
            assertTrue((mask & back) != 0, "a line breaks off");
            for (int way : new int[] {UP, DOWN, LEFT, RIGHT}) {
                if ((mask & way) != 0 && way != back && way != UP) {
                    open.add(new int[] {here[0] + (way == DOWN ? 1 : 0), here[1] + (way == RIGHT ? 1 : way == LEFT ? -1 : 0), way});
                }
            }
        }
        return reached;
    }
}
