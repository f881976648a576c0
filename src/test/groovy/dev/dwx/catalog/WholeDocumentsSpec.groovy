package dev.dwx.catalog

import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification

@Requires(value = { SharedDocuments.present() }, reason = 'there are no API documents in ../shared/data')
class WholeDocumentsSpec extends Specification {

    @Shared Map<String, ApiDocument> read = [:].withDefault { String name ->
        new ApiDocsReader(Provenance.SNAPSHOT).read(SharedDocuments.bytes(name))
    }

    ApiDocument read(String name) {
        read[name]
    }

    def 'a real document loads without loss: #name'() {
        when:
        def document = read(name)
        def raw = SharedDocuments.raw(name)
        def expected = SharedDocuments.count(raw)
        def found = SharedDocuments.count(document.operations(), document.components(), document.endpoints().size())

        then:
        SharedDocuments.differences(expected, found) == []
        expected['operations'] == operations
        document.operations().size() == operations
        document.operations()*.name() == raw.apis.keySet() as List
        document.refusedHosts() == []

        where:
        name                                                     | operations
        'openmeta/2024-05-18/api-docs.json'                      | 262
        'openmeta/2020-05-18/api-docs.json'                      | 306
        'openmeta/2020-05-18/api-docs-stripped.json'             | 308
        'dataworks-public-2024-05-18.api-docs.json'              | 358
        'dataworks-public-2020-05-18.api-docs.json'              | 315
    }

    def 'every parameter of a real document has the name, place, style, type and values that it has there: #name'() {
        given:
        def document = read(name)
        def raw = SharedDocuments.raw(name)

        expect:
        document.operations().each { operation ->
            def expected = raw.apis[operation.name()].parameters.collect {
                [it.name, it.in, it.style, it.schema.type, it.schema.format, it.schema.required == true,
                 SharedDocuments.values(it.schema), it.schema.default?.toString(),
                 it.schema.minimum == null ? null : new BigDecimal(it.schema.minimum.toString()),
                 it.schema.maximum == null ? null : new BigDecimal(it.schema.maximum.toString())]
            }
            assert operation.parameters().collect {
                [it.name(), it.in().wireName(), it.style().wireName(), it.schema().type(), it.schema().format(),
                 it.required(), it.schema().enumeration(), it.schema().defaultValue(), it.schema().minimum(),
                 it.schema().maximum()]
            } == expected
        }

        where:
        name << SharedDocuments.OFFICIAL + SharedDocuments.OWN
    }

    def 'a real document survives being written and read: #name'() {
        given:
        def document = read(name)

        when:
        def again = new ApiDocsReader(Provenance.SNAPSHOT).read(new ApiDocsWriter().write(document))
        boolean same = again == document

        then:
        same

        where:
        name << SharedDocuments.OFFICIAL + SharedDocuments.OWN
    }

    def 'operations of a real document survive being put into a snapshot, and cards can be made of all: #name'() {
        given:
        def document = read(name)
        def catalog = SnapshotCatalog.of(SnapshotWriter.write([document]), name)

        expect:
        document.operations().each {
            assert catalog.find(it.version(), it.name()).get() == it
            assert new SignatureCard(it).text(80, java.time.Instant.EPOCH).startsWith(it.label())
        }

        where:
        name << SharedDocuments.OFFICIAL
    }

    def 'groups of the complete official document are Chinese and hold every operation'() {
        given:
        def document = read('openmeta/2020-05-18/api-docs.json')

        expect:
        document.directories().every { it.title() == null && it.titleZh() != null }
        document.directories()*.titleZh().toUnique().size() == 15
        document.operations().every { it.categoryZh() != null }
        document.operations().every { operation ->
            // One operation is in two groups; the first counts.
            document.directories().find { operation.name() in it.operations() }.titleZh() == operation.categoryZh()
        }
    }

    def 'documents without directories have operations without categories'() {
        expect:
        read(name).operations().every { it.category() == null && it.categoryZh() == null }

        where:
        name << ['openmeta/2024-05-18/api-docs.json', 'openmeta/2020-05-18/api-docs-stripped.json']
    }

    def 'the bundled snapshot is what the generator makes of the documents'() {
        when:
        def made = SnapshotGenerator.generate(SharedDocuments.OWN.collect { SharedDocuments.DATA.resolve(it) })
        boolean same = made == SnapshotCatalogSpec.whole()

        then: 'otherwise run SnapshotGenerator as its description says and commit the file'
        same
    }

    def 'the bundled snapshot holds every fact of #name'() {
        when:
        def catalog = SnapshotCatalog.bundled()
        def raw = SharedDocuments.raw(name)
        def version = raw.info.version
        def operations = catalog.list().findAll { it.version() == version }
            .collect { catalog.find(version, it.name()).get() }
        def used = [:]
        operations.each { used.putAll(it.components()) }
        raw.components.schemas.keySet().retainAll(used.keySet())

        def expected = SharedDocuments.count(raw)
        def found = SharedDocuments.count(operations, used, catalog.endpoints(version).size())

        then:
        SharedDocuments.differences(expected, found) == []
        operations*.name() as Set == raw.apis.keySet()
        catalog.product(version) == 'dataworks-public'
        catalog.endpoints(version) ==
            raw.endpoints.collect { new RegionEndpoint(it.regionId, it.endpoint, it.vpc) }
        operations.every { operation ->
            def group = raw.directories.find { operation.name() in it.children }
            operation.category() == group.title && operation.categoryZh() == group.titleZh
        }

        where:
        name << SharedDocuments.OWN
    }

    def 'the generator refuses what it cannot use'() {
        when:
        SnapshotGenerator.main(args as String[])

        then:
        thrown(error)

        where:
        args                                                                        | error
        []                                                                          | IllegalArgumentException
        ['out']                                                                     | IllegalArgumentException
    }
}
