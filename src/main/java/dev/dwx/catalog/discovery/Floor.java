package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.SnapshotCatalog;

/** The catalog that is always there: the snapshot in the program file. */
class Floor {
    /** The snapshot, read at each call. */
    ApiCatalog snapshot() {
        return SnapshotCatalog.bundled();
    }

    /** What tells this snapshot from that of another program version, without reading it. */
    long stamp() {
        return SnapshotCatalog.bundledStamp();
    }
}
