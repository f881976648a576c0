package dev.dwx.catalog.discovery

import com.fasterxml.jackson.databind.ObjectMapper
import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.ApiDocsReader
import dev.dwx.catalog.Provenance
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.catalog.SnapshotWriter

/** The documents in the test resources, and small variations of them. */
class Fixtures {
    static String text(String name) {
        Fixtures.getResource(name).getText('UTF-8')
    }

    static String docs(String version, Closure<?> change = {}) {
        def tree = parse(text("api-docs-${version}.json"))
        change(tree)
        json(tree)
    }

    static ApiCatalog snapshot(String... documents) {
        def reader = new ApiDocsReader(Provenance.SNAPSHOT)
        def all = documents.length > 0 ? documents as List : [text('api-docs-2024-05-18.json'), text('api-docs-2020-05-18.json')]
        SnapshotCatalog.of(SnapshotWriter.write(all.collect { reader.read(it.getBytes('UTF-8')) }), 'the test snapshot')
    }

    static Object parse(String text) {
        new ObjectMapper().readValue(text, Object)
    }

    static String json(Object value) {
        new ObjectMapper().writeValueAsString(value)
    }

    static byte[] bytes(String text) {
        text.getBytes('UTF-8')
    }
}
