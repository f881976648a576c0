package dev.dwx.dsl.parallel;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the tasks of a batch gave, in the order of its items: {@code null} in the place of one that failed. */
public final class BatchResult extends AbstractList<Object> {
    private final List<Object> values;
    private final List<Failed> failures;

    BatchResult(List<Object> values, List<Failed> failures) {
        this.values = values;
        this.failures = List.copyOf(failures);
    }

    @Override
    public Object get(int index) {
        return values.get(index);
    }

    @Override
    public int size() {
        return values.size();
    }

    /** What failed, with its item and its error, in the order of the items. */
    public List<Failed> getFailures() {
        return failures;
    }

    /** The items that failed: what another try would be given. */
    public List<Object> getFailed() {
        List<Object> items = new ArrayList<>();
        failures.forEach(failure -> items.add(failure.item()));
        return items;
    }

    /** What came of the items that did not fail. */
    public List<Object> getSucceeded() {
        List<Object> good = new ArrayList<>(values);
        List<Failed> last = new ArrayList<>(failures);
        Collections.reverse(last);
        last.forEach(failure -> good.remove(failure.index()));
        return good;
    }
}
