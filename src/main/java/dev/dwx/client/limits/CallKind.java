package dev.dwx.client.limits;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.catalog.OperationName;
import dev.dwx.client.ReadVerb;
import java.util.Set;

/**
 * Which limit of a second a call falls under, where reads and writes have one each. The vendor says that its operations are classed so
 * and gives two examples, no list; what its verb leaves open is counted under both. So this list is wider than that of {@link ReadVerb},
 * and takes in whatever a service, or the sandbox in its stead, may count as a read.
 */
enum CallKind {
    READ, WRITE, EITHER;

    private static final Set<String> READ_OR_WRITE = Set.of("Check", "Count", "Describe", "Desensitize", "Download", "Export",
            "Find", "Get", "List", "Load", "Preview", "Query", "Scan", "Search", "Validate", "Verify");

    static CallKind of(ApiOperation operation) {
        if (ReadVerb.isRead(operation)) {
            return READ;
        }
        return "read".equals(operation.operationType())
                || READ_OR_WRITE.contains(OperationName.of(operation.name()).verb()) ? EITHER : WRITE;
    }
}
