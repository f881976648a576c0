package dev.dwx.flowspec.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Puts the nodes of a graph into layers, each in an order that keeps crossings few, and every one at a column (the method of Sugiyama:
 * layers by the longest way, order by barycentres, long edges by passing places). All lines of a node leave it at one column.
 */
final class Layout {
    private static final int SWEEPS = 8;
    private static final int GAP = 2;
    private static final int ALIGNMENTS = 6;

    private final List<List<Slot>> layers = new ArrayList<>();

    private Layout() {
    }

    /**
     * Lays out a graph.
     *
     * @param widths columns of each node
     * @param columns how wide the picture should be; 0 for any width
     * @param split how wide the nodes of a layer may be before it is split into several; the rest is for edges that pass by
     */
    static Layout of(FlowGraph graph, ToIntFunction<String> widths, int columns, int split) {
        Layout layout = new Layout();
        List<List<String>> ranks = columns == 0 ? Ranks.of(graph) : narrow(graph, Ranks.of(graph), widths, split);
        layout.fill(graph, ranks, widths);
        layout.order();
        layout.align(columns);
        return layout;
    }

    List<List<Slot>> layers() {
        return layers;
    }

    /** Splits layers that are too wide; who is split keeps the order of those that it waits for. */
    private static List<List<String>> narrow(FlowGraph graph, List<List<String>> ranks, ToIntFunction<String> widths, int columns) {
        Map<String, List<String>> parents = graph.parents();
        Map<String, Double> rough = new HashMap<>();
        List<List<String>> narrow = new ArrayList<>();
        for (List<String> rank : ranks) {
            List<String> ordered = new ArrayList<>(rank);
            Map<String, Double> wished = new HashMap<>();
            for (int i = 0; i < rank.size(); i++) {
                double sum = 0;
                for (String parent : parents.get(rank.get(i))) {
                    sum += rough.getOrDefault(parent, 0.0);
                }
                int count = parents.get(rank.get(i)).size();
                wished.put(rank.get(i), count == 0 ? i / (double) rank.size() : sum / count);
            }
            ordered.sort(Comparator.comparing(wished::get));
            List<String> part = new ArrayList<>();
            int used = 0;
            for (int i = 0; i < ordered.size(); i++) {
                rough.put(ordered.get(i), i / (double) ordered.size());
                int width = widths.applyAsInt(ordered.get(i)) + GAP;
                if (!part.isEmpty() && used + width > columns) {
                    narrow.add(part);
                    part = new ArrayList<>();
                    used = 0;
                }
                part.add(ordered.get(i));
                used += width;
            }
            narrow.add(part);
        }
        return narrow;
    }

    private void fill(FlowGraph graph, List<List<String>> ranks, ToIntFunction<String> widths) {
        Map<String, Slot> slots = new HashMap<>();
        Map<String, List<String>> children = graph.children();
        for (List<String> rank : ranks) {
            List<Slot> layer = new ArrayList<>();
            for (String id : rank) {
                Slot slot = new Slot(id, false, widths.applyAsInt(id));
                slot.layer = layers.size();
                slots.put(id, slot);
                layer.add(slot);
            }
            layers.add(layer);
        }
        for (List<String> rank : ranks) {
            for (String id : rank) {
                passages(slots.get(id), children.get(id), slots);
            }
        }
    }

    /** The places through which the edges of a node pass on their way to layers further down; they share a line. */
    private void passages(Slot from, List<String> targets, Map<String, Slot> slots) {
        int deepest = from.layer;
        for (String target : targets) {
            deepest = Math.max(deepest, slots.get(target).layer);
        }
        Slot here = from;
        for (int at = from.layer + 1; at <= deepest; at++) {
            for (String target : targets) {
                if (slots.get(target).layer == at) {
                    join(here, slots.get(target));
                }
            }
            if (at < deepest) {
                Slot passing = new Slot(from.id, true, 1);
                passing.layer = at;
                layers.get(at).add(passing);
                join(here, passing);
                here = passing;
            }
        }
    }

    private static void join(Slot above, Slot below) {
        above.below.add(below);
        below.above.add(above);
    }

    private void order() {
        number();
        long best = crossings();
        List<List<Slot>> found = copy();
        for (int sweep = 0; sweep < SWEEPS && best > 0; sweep++) {
            boolean down = sweep % 2 == 0;
            for (int i = 1; i < layers.size(); i++) {
                List<Slot> layer = layers.get(down ? i : layers.size() - 1 - i);
                Map<Slot, Double> wished = new HashMap<>();
                for (Slot slot : layer) {
                    wished.put(slot, centre(down ? slot.above : slot.below, slot.place));
                }
                layer.sort(Comparator.comparing(wished::get));
                number();
            }
            long crossings = crossings();
            if (crossings < best) {
                best = crossings;
                found = copy();
            }
        }
        for (int i = 0; i < layers.size(); i++) {
            layers.set(i, found.get(i));
        }
        number();
    }

    private List<List<Slot>> copy() {
        List<List<Slot>> copy = new ArrayList<>();
        layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
        return copy;
    }

    private void number() {
        for (List<Slot> layer : layers) {
            for (int i = 0; i < layer.size(); i++) {
                layer.get(i).place = i;
            }
        }
    }

    private static double centre(List<Slot> neighbours, double otherwise) {
        if (neighbours.isEmpty()) {
            return otherwise;
        }
        double sum = 0;
        for (Slot slot : neighbours) {
            sum += slot.place;
        }
        return sum / neighbours.size();
    }

    /** How often edges cross between neighbouring layers, in the order of now. */
    private long crossings() {
        long crossings = 0;
        for (int i = 0; i + 1 < layers.size(); i++) {
            int[] counts = new int[layers.get(i + 1).size() + 1];
            for (Slot slot : layers.get(i)) {
                int[] ends = new int[slot.below.size()];
                for (int e = 0; e < ends.length; e++) {
                    ends[e] = slot.below.get(e).place;
                }
                // Those of earlier slots that end further right cross; a Fenwick tree counts them.
                for (int end : ends) {
                    for (int at = counts.length - 1 - end - 1; at > 0; at -= at & -at) {
                        crossings += counts[at];
                    }
                }
                Arrays.sort(ends);
                for (int end : ends) {
                    for (int at = counts.length - 1 - end; at < counts.length; at += at & -at) {
                        counts[at]++;
                    }
                }
            }
        }
        return crossings;
    }

    /** Columns: each slot near those it is joined with, none over another. */
    private void align(int columns) {
        for (List<Slot> layer : layers) {
            int x = 0;
            for (Slot slot : layer) {
                slot.x = x;
                x += slot.width + GAP;
            }
        }
        for (int turn = 0; turn < ALIGNMENTS; turn++) {
            boolean down = turn % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                List<Slot> layer = layers.get(down ? i : layers.size() - 1 - i);
                double[] wished = new double[layer.size()];
                for (int s = 0; s < wished.length; s++) {
                    Slot slot = layer.get(s);
                    List<Slot> neighbours = down ? slot.above : slot.below;
                    double sum = 0;
                    for (Slot other : neighbours) {
                        sum += other.exit();
                    }
                    wished[s] = neighbours.isEmpty() ? slot.x : sum / neighbours.size() - slot.width / 2;
                }
                settle(layer, wished);
            }
        }
        int least = Integer.MAX_VALUE;
        for (List<Slot> layer : layers) {
            least = Math.min(least, layer.isEmpty() ? least : layer.get(0).x);
        }
        for (List<Slot> layer : layers) {
            for (Slot slot : layer) {
                slot.x -= least;
            }
            push(layer, columns);
        }
    }

    /** The columns nearest to the wished ones that keep the order: neighbours that would overlap move as one block. */
    private static void settle(List<Slot> layer, double[] wished) {
        int size = layer.size();
        double[] values = new double[size];
        int[] counts = new int[size];
        int blocks = 0;
        int offset = 0;
        int[] offsets = new int[size];
        for (int i = 0; i < size; i++) {
            offsets[i] = offset;
            offset += layer.get(i).width + GAP;
            values[blocks] = wished[i] - offsets[i];
            counts[blocks] = 1;
            blocks++;
            while (blocks > 1 && values[blocks - 1] < values[blocks - 2]) {
                int both = counts[blocks - 1] + counts[blocks - 2];
                values[blocks - 2] = (values[blocks - 1] * counts[blocks - 1] + values[blocks - 2] * counts[blocks - 2]) / both;
                counts[blocks - 2] = both;
                blocks--;
            }
        }
        int at = 0;
        for (int b = 0; b < blocks; b++) {
            for (int k = 0; k < counts[b]; k++, at++) {
                layer.get(at).x = (int) Math.round(values[b]) + offsets[at];
            }
        }
    }

    /** Back between the edges of the picture, where there is room. */
    private static void push(List<Slot> layer, int columns) {
        int limit = columns;
        for (int i = layer.size() - 1; i >= 0 && columns > 0; i--) {
            Slot slot = layer.get(i);
            slot.x = Math.min(slot.x, limit - slot.width);
            limit = slot.x - GAP;
        }
        int least = 0;
        for (Slot slot : layer) {
            slot.x = Math.max(slot.x, least);
            least = slot.x + slot.width + GAP;
        }
    }
}
