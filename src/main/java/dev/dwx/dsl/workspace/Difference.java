package dev.dwx.dsl.workspace;

import dev.dwx.dsl.flow.GivenDocument;
import dev.dwx.flowspec.diff.SpecChange;
import dev.dwx.flowspec.diff.SpecDiff;
import dev.dwx.render.Drawn;
import dev.dwx.render.Look;
import dev.dwx.render.VisibleText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What two documents differ in, as the language gives it: shown node by node, iterated over as one map for each change. */
public final class Difference implements Drawn, Iterable<Map<String, Object>> {
    private final SpecDiff diff;

    private Difference(SpecDiff diff) {
        this.diff = diff;
    }

    /** @throws IllegalArgumentException when one of the values is no document */
    public static Difference of(Object before, Object after) {
        return new Difference(SpecDiff.of(GivenDocument.of("diff", before), GivenDocument.of("diff", after)));
    }

    /** One map for each change: {@code Change}, {@code Node}, {@code Field}, {@code Path}, {@code Before}, {@code After}. */
    public List<Map<String, Object>> getChanges() {
        return rows(diff.changes());
    }

    static List<Map<String, Object>> rows(List<SpecChange> changes) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (SpecChange change : changes) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("Change", change.kind().name().toLowerCase(java.util.Locale.ROOT));
            row.put("Node", change.node());
            row.put("Field", change.field());
            row.put("Path", change.path());
            row.put("Before", change.before());
            row.put("After", change.after());
            rows.add(row);
        }
        return rows;
    }

    /** How many changes there are. */
    public int size() {
        return diff.changes().size();
    }

    public boolean isEmpty() {
        return diff.isEmpty();
    }

    /** Groovy truth: whether there is a difference. */
    public boolean asBoolean() {
        return !isEmpty();
    }

    @Override
    public Iterator<Map<String, Object>> iterator() {
        return getChanges().iterator();
    }

    @Override
    public String drawn(Look look) {
        return VisibleText.lines(diff.toString(), look);
    }

    @Override
    public Object value() {
        return getChanges();
    }

    @Override
    public String toString() {
        return diff.toString();
    }
}
