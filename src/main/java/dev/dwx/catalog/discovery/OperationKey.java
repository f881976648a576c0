package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiOperation;
import java.util.Comparator;

/** What tells operations apart: 55 names exist in both versions, and most of these differ. */
record OperationKey(String version, String name) implements Comparable<OperationKey> {
    private static final Comparator<OperationKey> ORDER =
            Comparator.comparing(OperationKey::version).reversed().thenComparing(OperationKey::name);

    static OperationKey of(ApiOperation operation) {
        return new OperationKey(operation.version(), operation.name());
    }

    /** Newest version first, then by name. */
    @Override
    public int compareTo(OperationKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name + " (" + version + ")";
    }
}
