package dev.dwx.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is written, as JSON or as a snapshot, reads back equal; a damaged snapshot is always noticed. */
class CatalogRoundTripProperties {
    private final ApiDocsReader reader = new ApiDocsReader(Provenance.SNAPSHOT);
    private final ApiDocsWriter writer = new ApiDocsWriter();

    @Provide
    Arbitrary<Schema> schemas() {
        return CatalogArbitraries.schema();
    }

    @Provide
    Arbitrary<ApiDocument> documents() {
        return CatalogArbitraries.document(ApiCatalog.V2024);
    }

    @Provide
    Arbitrary<ApiDocument> olderDocuments() {
        return CatalogArbitraries.document(ApiCatalog.V2020);
    }

    @Property(tries = 80)
    void aDocumentReadsBackEqual(@ForAll("documents") ApiDocument document) {
        assertEquals(document, reader.read(writer.write(document)));
    }

    @Property(tries = 50)
    void aSingleOperationReadsBackEqualButForItsCategory(@ForAll("documents") ApiDocument document) {
        ApiJsonReader single = new ApiJsonReader(Provenance.SNAPSHOT);
        for (ApiOperation operation : document.operations()) {
            byte[] json = writer.write(operation);
            ApiOperation read = single.read(operation.version(), operation.name(), json);
            assertEquals(withoutCategory(operation), read);
            JsonNode wrapped = DocumentJson.mapper().createObjectNode().put("code", 0)
                    .set("data", DocumentJson.read(json, "it"));
            assertEquals(read, single.read(operation.version(), operation.name(), wrapped));
        }
    }

    @Property(tries = 50)
    void aSnapshotReadsBackEqual(
            @ForAll("documents") ApiDocument newer, @ForAll("olderDocuments") ApiDocument older) {
        byte[] bytes = SnapshotWriter.write(List.of(older, newer));
        assertArrayEquals(bytes, SnapshotWriter.write(List.of(newer, older)));
        SnapshotCatalog catalog = SnapshotCatalog.of(bytes, "test");
        assertEquals(List.of(ApiCatalog.V2024, ApiCatalog.V2020), catalog.versions());
        List<String> listed = new ArrayList<>();
        for (ApiDocument document : List.of(newer, older)) {
            assertEquals(document.endpoints(), catalog.endpoints(document.version()));
            document.operations().stream().sorted(Comparator.comparing(ApiOperation::name))
                    .forEach(o -> listed.add(o.label()));
            for (ApiOperation operation : document.operations()) {
                assertEquals(operation, catalog.find(operation.version(), operation.name()).orElseThrow());
                assertEquals(true, catalog.contains(operation.version(), operation.name()));
            }
        }
        assertEquals(listed, catalog.list().stream().map(s -> s.name() + " (" + s.version() + ")").toList());
    }

    @Property(tries = 50)
    void aCatalogWrittenAsADocumentHasEqualOperations(@ForAll("documents") ApiDocument document) {
        SnapshotCatalog catalog = SnapshotCatalog.of(SnapshotWriter.write(List.of(document)), "test");
        ApiDocument whole = ApiDocument.of(catalog, document.version(), "dataworks-public", document.endpoints());
        ApiDocument read = reader.read(writer.write(whole));
        for (ApiOperation operation : read.operations()) {
            assertEquals(catalog.find(operation.version(), operation.name()).orElseThrow(), operation);
        }
        assertEquals(document.operations().size(), read.operations().size());
        assertEquals(document.endpoints(), read.endpoints());
    }

    @Property(tries = 50)
    void resolvingAlwaysEndsWithoutAReference(@ForAll("documents") ApiDocument document) {
        for (ApiOperation operation : document.operations()) {
            assertEquals(null, operation.resolve(operation.response()).ref());
        }
    }

    @Property(tries = 150)
    void anyChangedByteOfASnapshotIsNoticed(@ForAll @IntRange(min = 0, max = 1 << 20) int place,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] bytes = SAMPLE.clone();
        bytes[place % bytes.length] ^= (byte) change;
        assertThrows(CatalogException.class, () -> SnapshotCatalog.of(bytes, "test"));
    }

    @Property(tries = 50)
    void aSnapshotCutAnywhereIsNoticed(@ForAll @IntRange(min = 0, max = 1 << 20) int length) {
        byte[] cut = java.util.Arrays.copyOf(SAMPLE, length % SAMPLE.length);
        assertThrows(CatalogException.class, () -> SnapshotCatalog.of(cut, "test"));
    }

    private static final byte[] SAMPLE = SnapshotWriter.write(List.of(
            new ApiDocument("p", "v", List.of(new ApiOperation("v", "ListThings", List.of("GET"), List.of(), null, null,
                    "s", "c", "z", false, null, false, List.of(), Schema.of("object"), java.util.Map.of(),
                    java.util.Map.of(), Provenance.SNAPSHOT)), List.of(), List.of(), List.of(), java.util.Map.of())));

    private static ApiOperation withoutCategory(ApiOperation o) {
        return new ApiOperation(o.version(), o.name(), o.methods(), o.schemes(), o.operationType(), o.title(),
                o.summary(), null, null, o.deprecated(), o.replacedBy(), o.streaming(), o.parameters(), o.response(),
                o.errorCodes(), o.components(), o.provenance());
    }
}
