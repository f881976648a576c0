package dev.dwx.flowspec.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides where lines run between two layers. All lines of a slot are one net: down from its exit, along a row of its own, and down
 * again to each slot that waits. No line ever comes down at a column at which another one leaves, so that two nets never share a
 * column on their way; they cross, and never touch.
 */
final class Channels {
    private static final int GAP = 2;

    /** A row for each net that turns; nets that go straight down need none. */
    record Channel(List<Slot> upper, Map<Slot, Integer> rows, int height) {
    }

    private Channels() {
    }

    /** Sets the columns at which lines come in, moving slots to the right where that is needed, and gives the rows between the layers. */
    static List<Channel> of(Layout layout) {
        List<Channel> channels = new ArrayList<>();
        List<List<Slot>> layers = layout.layers();
        for (int i = 0; i + 1 < layers.size(); i++) {
            Set<Integer> exits = new HashSet<>();
            for (Slot slot : layers.get(i)) {
                if (!slot.below.isEmpty()) {
                    exits.add(slot.exit());
                }
            }
            int least = 0;
            for (Slot slot : layers.get(i + 1)) {
                slot.x = Math.max(slot.x, least);
                if (slot.passing) {
                    while (exits.contains(slot.x) && slot.x != slot.above.get(0).exit()) {
                        slot.x++;
                    }
                    slot.entries.put(slot.above.get(0), slot.x);
                } else {
                    enter(slot, exits);
                }
                least = slot.x + slot.width + GAP;
            }
            channels.add(channel(layers.get(i)));
        }
        return channels;
    }

    /** A column of its own for each net that comes into a box, as far as there are any. */
    private static void enter(Slot slot, Set<Integer> exits) {
        List<Slot> above = new ArrayList<>(slot.above);
        above.sort(Comparator.comparingInt(Slot::exit));
        Set<Integer> taken = new HashSet<>();
        Map<Slot, Integer> found = new HashMap<>();
        for (Slot from : above) {
            if (from.exit() > slot.x && from.exit() < slot.x + slot.width - 1) {
                found.put(from, from.exit());
                taken.add(from.exit());
            }
        }
        int inner = slot.width - 2;
        for (int i = 0; i < above.size(); i++) {
            Slot from = above.get(i);
            if (!found.containsKey(from)) {
                int ideal = slot.x + 1 + (int) ((i + 0.5) * inner / above.size());
                int column = nearest(slot, ideal, exits, taken);
                found.put(from, column);
                taken.add(column);
            }
            slot.entries.put(from, found.get(from));
        }
    }

    private static int nearest(Slot slot, int ideal, Set<Integer> exits, Set<Integer> taken) {
        int fallback = ideal;
        for (int by = 0; by < slot.width; by++) {
            for (int column : new int[] {ideal - by, ideal + by}) {
                boolean inside = column > slot.x && column < slot.x + slot.width - 1;
                if (inside && !exits.contains(column)) {
                    if (!taken.contains(column)) {
                        return column;
                    }
                    fallback = fallback == ideal ? column : fallback;
                }
            }
        }
        // More lines than columns: they join.
        return fallback;
    }

    private static Channel channel(List<Slot> upper) {
        Map<Slot, Integer> rows = new LinkedHashMap<>();
        List<Slot> turning = new ArrayList<>();
        for (Slot slot : upper) {
            if (left(slot) != right(slot)) {
                turning.add(slot);
            }
        }
        turning.sort(Comparator.comparingInt(Channels::left));
        List<Integer> ends = new ArrayList<>();
        for (Slot slot : turning) {
            int row = 0;
            while (row < ends.size() && ends.get(row) >= left(slot) - 1) {
                row++;
            }
            if (row == ends.size()) {
                ends.add(0);
            }
            ends.set(row, right(slot));
            rows.put(slot, row);
        }
        return new Channel(upper, rows, Math.max(1, ends.size()));
    }

    /** The leftmost column of a net. */
    static int left(Slot slot) {
        int left = slot.exit();
        for (Slot target : slot.below) {
            left = Math.min(left, target.entries.get(slot));
        }
        return left;
    }

    /** The rightmost column of a net. */
    static int right(Slot slot) {
        int right = slot.exit();
        for (Slot target : slot.below) {
            right = Math.max(right, target.entries.get(slot));
        }
        return right;
    }
}
