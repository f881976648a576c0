package dev.dwx.flowspec.diff;

import dev.dwx.flowspec.model.FlowDocument;
import dev.dwx.flowspec.model.SpecNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What two documents differ in. The order of keys, of nodes, edges, outputs and variables makes no difference, nor do defaults that one
 * of them spells out, empty lists and objects, numbers given as texts, ids, what the service writes into {@code metadata}, and whether
 * an edge is said in {@code flow}, {@code dependencies} or {@code inputs}.
 */
public final class SpecDiff {
    private final FlowDocument before;
    private final FlowDocument after;
    private final List<Comparison.Found> found;
    private final List<SpecChange> changes;
    private final boolean wanted;

    private SpecDiff(FlowDocument before, FlowDocument after, boolean wanted, List<Comparison.Found> found) {
        this.wanted = wanted;
        this.before = before;
        this.after = after;
        this.found = found;
        List<SpecChange> all = new ArrayList<>();
        found.forEach(one -> all.add(one.change()));
        changes = List.copyOf(all);
    }

    /** What has to be done to the first document to make it mean what the second means. */
    public static SpecDiff of(FlowDocument before, FlowDocument after) {
        return of(before, after, false);
    }

    /**
     * What a document that is wanted asks of the one that the service holds. What it leaves out and the service fills in (owner, path,
     * zone, the number of a type …) is no difference.
     */
    public static SpecDiff wanted(FlowDocument held, FlowDocument wanted) {
        return of(held, wanted, true);
    }

    private static SpecDiff of(FlowDocument before, FlowDocument after, boolean wanted) {
        FlowDocument from = before.resolved();
        FlowDocument to = after.resolved();
        return new SpecDiff(from, to, wanted, Comparison.of(PartReader.read(from, renamed(from, to)), PartReader.read(to, Map.of()), wanted));
    }

    /** Nodes that have the same id of the service's in both and another name in the second: that name by the id. */
    private static Map<String, String> renamed(FlowDocument before, FlowDocument after) {
        Map<String, String> names = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (SpecNode node : before.allNodes()) {
            taken.add(node.name().orElse(""));
            node.id().filter(PartReader::isId).ifPresent(id -> names.put(id, node.name().orElse("")));
        }
        Map<String, String> renamed = new HashMap<>();
        for (SpecNode node : after.allNodes()) {
            String former = node.id().map(names::get).orElse(null);
            if (former != null && node.name().isPresent() && !taken.contains(node.name().get())) {
                renamed.put(node.id().get(), node.name().get());
            }
        }
        return renamed;
    }

    /** The same with some of the changes alone. */
    public SpecDiff only(Predicate<SpecChange> which) {
        return new SpecDiff(before, after, wanted, found.stream().filter(one -> which.test(one.change())).toList());
    }

    /** Whether a key of {@code metadata} is one that the service writes for itself: times, writers, places. */
    public static boolean isOfService(String key) {
        return Place.METADATA.ignores(key);
    }

    /** In the order of the first document; what came in stands where it belongs. */
    public List<SpecChange> changes() {
        return changes;
    }

    /** Whether the two mean the same. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** True where there is a difference. */
    public boolean asBoolean() {
        return !isEmpty();
    }

    /** The first document, without references to shared parts, with all changes made. */
    public FlowDocument applied() {
        FlowDocument applied = Changing.apply(before, found);
        // What was said twice shows once its other place is gone, as a body's name does that was also its workflow's.
        SpecDiff rest = of(applied, after, false);
        return rest.isEmpty() || wanted ? applied : Changing.apply(rest.before, rest.found);
    }

    /** For a terminal: node by node, code as lines. */
    @Override
    public String toString() {
        return DiffText.of(changes);
    }
}
