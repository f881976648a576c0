package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiOperation;

/**
 * What tells operations apart: 55 names exist in both versions, and most of these differ.
 *
 * <p>Equality, hash and order are written out, since those that the compiler or a comparator chain gives are linked at
 * the first use, and that would be a good part of the start.
 */
record OperationKey(String version, String name) implements Comparable<OperationKey> {
    static OperationKey of(ApiOperation operation) {
        return new OperationKey(operation.version(), operation.name());
    }

    /** Newest version first, then by name. */
    @Override
    public int compareTo(OperationKey other) {
        int byVersion = other.version.compareTo(version);
        return byVersion != 0 ? byVersion : name.compareTo(other.name);
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof OperationKey other && name.equals(other.name) && version.equals(other.version);
    }

    @Override
    public int hashCode() {
        return 31 * version.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return name + " (" + version + ")";
    }
}
