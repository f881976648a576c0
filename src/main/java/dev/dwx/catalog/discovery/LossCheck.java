package dev.dwx.catalog.discovery;

import dev.dwx.catalog.ApiCatalog;
import dev.dwx.catalog.ApiSummary;
import dev.dwx.texts.Texts;
import java.util.HashSet;
import java.util.Set;

/**
 * Keeps out documents that have lost more than a fifth of the operations: a cut or wrong document looks like that,
 * and the service never takes away so much at once.
 */
final class LossCheck {
    private final ApiCatalog snapshot;

    LossCheck(ApiCatalog snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * @param before what the source gave last time, or {@code null}. Then the metadata is compared with the
     *     snapshot; the other lists never were complete, and their first state is taken as it is
     * @throws SourceFailure if too much is gone
     */
    void check(CatalogSource source, SourceResult before, SourceResult now) throws SourceFailure {
        Set<OperationKey> expected = before != null ? keys(before) : floor(source);
        if (expected.isEmpty()) {
            return;
        }
        Set<OperationKey> lost = new HashSet<>(expected);
        lost.removeAll(keys(now));
        if (lost.size() * 5 > expected.size()) {
            throw new SourceFailure(Texts.of("{0}: refused, since {1} of {2} operations are missing from it. To take it nevertheless, "
                    + "set DWX_ACCEPT_LOSS=1 and refresh again", source.location(), lost.size(), expected.size()));
        }
    }

    private Set<OperationKey> floor(CatalogSource source) {
        Set<OperationKey> keys = new HashSet<>();
        if (source instanceof ApiDocsSource documents) {
            for (ApiSummary summary : snapshot.list()) {
                if (summary.version().equals(documents.version())) {
                    keys.add(new OperationKey(summary.version(), summary.name()));
                }
            }
        }
        return keys;
    }

    private static Set<OperationKey> keys(SourceResult result) {
        Set<OperationKey> keys = new HashSet<>();
        for (FoundOperation found : result.operations()) {
            String version = found.operation().version();
            keys.add(new OperationKey(version == null ? "" : version, found.operation().name()));
        }
        for (FoundTitle title : result.titles()) {
            keys.add(new OperationKey(title.version(), title.name()));
        }
        return keys;
    }
}
