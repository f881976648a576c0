package dev.dwx.flowspec.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A place in a layer: a node, or where a long edge passes by. */
final class Slot {
    /** The node; of a passing edge the node that it comes from. */
    final String id;
    final boolean passing;
    final int width;
    final List<Slot> above = new ArrayList<>();
    final List<Slot> below = new ArrayList<>();
    /** Columns at which lines come in, by the slot above that they come from. */
    final Map<Slot, Integer> entries = new LinkedHashMap<>();
    int layer;
    int place;
    int x;

    Slot(String id, boolean passing, int width) {
        this.id = id;
        this.passing = passing;
        this.width = width;
    }

    /** The column at which the line to the next layer goes out. */
    int exit() {
        return passing ? x : x + width / 2;
    }
}
