package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.Provenance;

/** Copies of operations that differ in one field. */
final class Operations {
    private Operations() {
    }

    static ApiOperation withVersion(ApiOperation o, String version) {
        return copy(o, version, o.provenance());
    }

    static ApiOperation withProvenance(ApiOperation o, Provenance provenance) {
        return copy(o, o.version(), provenance);
    }

    private static ApiOperation copy(ApiOperation o, String version, Provenance provenance) {
        return new ApiOperation(version, o.name(), o.methods(), o.schemes(), o.operationType(), o.title(),
                o.summary(), o.category(), o.categoryZh(), o.deprecated(), o.replacedBy(), o.streaming(),
                o.parameters(), o.response(), o.errorCodes(), o.components(), provenance);
    }
}
