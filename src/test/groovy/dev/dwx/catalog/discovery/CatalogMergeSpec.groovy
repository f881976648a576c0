package dev.dwx.catalog.discovery

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.Placement
import dev.dwx.catalog.Provenance
import dev.dwx.catalog.Style
import java.time.Instant
import spock.lang.Specification

class CatalogMergeSpec extends Specification {
    static final Instant NOW = Instant.parse('2026-03-01T00:00:00Z')
    static final String V = ApiCatalog.V2024
    static final String OLD = ApiCatalog.V2020
    ApiCatalog snapshot = Fixtures.snapshot()

    def "with no source the catalog is the snapshot"() {
        expect:
        merge().values() as List == snapshot.list().collect { snapshot.find(it.version(), it.name()).get() }
    }

    def "a name in both versions stays two operations"() {
        when:
        def merged = merge(docs())

        then:
        merged[[V, 'ListCrates']].parameters()*.name().contains('DepotId')
        merged[[OLD, 'ListCrates']].parameters()*.name() == ['DepotCode']
        merged[[V, 'ListCrates']].provenance().source() == 'api-docs'
        merged[[OLD, 'ListCrates']].provenance() == Provenance.SNAPSHOT
    }

    def "group and text come from the help page first, and what they push aside is kept as the title"() {
        when:
        def merged = merge(docs(), help())

        then:
        with(merged[[V, 'CreateTruck']]) {
            summary() == '新建一辆车'
            categoryZh() == '车辆'
            category() == 'Fleet'
            title() == 'New truck'
            provenance().source() == 'api-docs'
            parameter('Plan').get().required()
        }
        merged[[V, 'GetCrate']].summary() == 'Gets a crate.'
    }

    def "without directories in the metadata the groups are the help page's, else the snapshot's"() {
        when:
        def merged = merge(docs(V) { it.directories = null }, help())

        then:
        merged[[V, 'ListCrates']].categoryZh() == '仓库'
        merged[[V, 'ListCrates']].category() == 'Warehouse'
    }

    def "an operation that only the help page names is there, not described, and takes its description from any other source"() {
        expect:
        with(merge(help())[[V, 'FutureCrate']]) {
            !described()
            summary() == '尚未描述'
            provenance().source() == 'help'
        }
        with(merge(help(), docs(V) { it.apis.FutureCrate = it.apis.GetCrate })[[V, 'FutureCrate']]) {
            described()
            summary() == '尚未描述'
            provenance().source() == 'api-docs'
        }
    }

    def "metadata wins over the snapshot in how an operation is called, and its silence on limits counts"() {
        given:
        def changed = docs(V) {
            it.apis.ListCrates.parameters.find { p -> p.name == 'PageSize' }.schema.with { s ->
                s.remove('maximum'); s.remove('default'); s.minimum = '5' }
            it.apis.ListCrates.parameters.find { p -> p.name == 'DepotId' }.in = 'formData'
            it.apis.ListCrates.methods = ['post']
            it.apis.ListCrates.parameters.removeAll { p -> p.name == 'Kinds' }
            it.apis.ListCrates.parameters << [name: 'Owner', in: 'query', schema: [type: 'string', required: true]]
        }

        when:
        def list = merge(changed)[[V, 'ListCrates']]

        then:
        list.method() == 'POST'
        list.parameters()*.name() == ['RegionId', 'DepotId', 'PageSize', 'Owner']
        list.parameter('DepotId').get().in() == Placement.FORM_DATA
        list.parameter('Owner').get().required()
        with(list.parameter('PageSize').get().schema()) {
            minimum() == 5
            maximum() == null
            defaultValue() == '10'
        }
    }

    def "where the metadata is published without answers, the snapshot's answers stay"() {
        given:
        def stripped = docs(V) { it.apis.each { name, api -> api.responses = responses }; it.components = [schemas: [:]] }

        when:
        def list = merge(stripped)[[V, 'ListCrates']]

        then:
        list.provenance().source() == 'api-docs'
        list.response() == snapshot.find(V, 'ListCrates').get().response()
        list.resolve(list.response().properties()['Crates'].items()).properties().keySet() == ['Id', 'Label', 'Inner'] as Set

        where:
        responses << [[:], ['200': [:]], ['200': [schema: [type: 'object']]]]
    }

    def "a name that a list gives without description keeps the snapshot's"() {
        when:
        def merged = merge(docs(V) { it.apis = it.apis.keySet() as List })

        then:
        merged[[V, 'CreateTruck']].described()
        merged[[V, 'CreateTruck']].provenance().listed()
    }

    def "the tools come after metadata and before the snapshot, each with its own version"() {
        when:
        def merged = merge(tools())

        then:
        with(merged[[OLD, 'ApproveTransfer']]) {
            provenance().source() == 'mcp'
            parameter('OrderId').get().in() == Placement.FORM_DATA
            category() == 'TRANSFER'
        }
        with(merged[[V, 'ListCrates']]) {
            provenance().source() == 'mcp'
            parameter('Kinds').get().style() == Style.SIMPLE
            parameter('Kinds').get().schema().maxItems() == 9
            parameters()*.name() as Set == ['DepotId', 'Kinds', 'RegionId', 'PageSize'] as Set
            response().properties().containsKey('Crates')
            errorCodes()['429'].containsKey('Throttling.User')
            category() == 'Warehouse'
        }
        merge(docs(), tools())[[V, 'ListCrates']].provenance().source() == 'api-docs'
    }

    def "a tool without places is not preferred to anything, and alone it goes to the query"() {
        when:
        def merged = merge(tools())

        then:
        with(merged[[V, 'MoveCrate']]) {
            method() == 'POST'
            parameter('Id').get().in() == Placement.FORM_DATA
            parameter('Id').get().schema().description() == "the crate's id"
            parameter('Id').get().required()
            provenance() == Provenance.SNAPSHOT
        }
        with(merged[[V, 'PlacelessCall']]) {
            described()
            parameter('Id').get().in() == Placement.QUERY
            provenance().source() == 'mcp'
        }
    }

    def "operations whose places no source says are spoken of"() {
        given:
        def merge = new CatalogMerge(snapshot, null)
        tools().with { source, result -> merge.add(source, result, null) }
        merge.merge()

        expect:
        merge.notices().size() == 1
        merge.notices()[0].contains('PlacelessCall (2024-05-18) go')
    }

    def "a tool of a server that hides the version belongs to the version that has the name"() {
        given:
        def list = Fixtures.json(['ScanTags', 'ListCrates', 'BrandNew'].collect { [name: it, inputSchema: [type: 'object']] })
        def source = new McpToolsListSource('http://127.0.0.1/mcp')

        when:
        def merged = merge([source, source.read(Fixtures.bytes(list), NOW)])

        then:
        merged[[OLD, 'ScanTags']].parameter('startDate').get().in() == Placement.QUERY
        merged[[V, 'BrandNew']].described() == false
        merged[[V, 'ScanTags']] == null
        merged[[V, 'ListCrates']].parameters().size() == 4
    }

    def "deprecated in one source is deprecated"() {
        expect:
        merge(docs(), help())[[V, 'OldCrate']].deprecated()
        merge(docs(V) { it.apis.GetCrate.deprecated = true })[[V, 'GetCrate']].deprecated()
        !merge(docs(), help())[[V, 'GetCrate']].deprecated()
    }

    def "metadata may make an operation look graver, never more harmless"() {
        expect:
        merge(docs(V) { it.apis.ListCrates.operationType = type })[[V, 'ListCrates']].operationType() == merged

        where:
        type           | merged
        'write'        | 'write'
        'readAndWrite' | 'readAndWrite'
        'read'         | 'read'
        null           | 'read'
        'nonsense'     | 'read'
    }

    def "an operation that the newest lists no longer name stays callable and is marked"() {
        when:
        def merged = merge(docs(V) { it.apis.remove('MoveCrate') })

        then:
        with(merged[[V, 'MoveCrate']]) {
            described()
            !provenance().listed()
        }
        merged[[V, 'GetCrate']].provenance().listed()
        merged[[OLD, 'ScanTags']].provenance().listed()
    }

    def "one that metadata never named but another list does is no vanished one"() {
        when:
        def merged = merge(docs(V) { it.apis.remove('OldCrate'); it.apis.remove('MoveCrate') }, help(), tools())

        then:
        merged[[V, 'OldCrate']].provenance().listed()
        merged[[V, 'MoveCrate']].provenance().listed()
        merged[[V, 'GetCrate']].provenance().listed()
    }

    def "what was known before and is in no source any more is not lost"() {
        given:
        def before = merge(docs(V) { it.apis.Fleeting = it.apis.GetCrate })
        def earlier = CompiledCatalog.read(CompiledCatalogWriter.write(before.values() as List, 1, NOW, 'x'), 'x')

        when:
        def after = merge(earlier, docs())

        then:
        after[[V, 'Fleeting']].parameters()*.name() == ['Id']
        !after[[V, 'Fleeting']].provenance().listed()
        after[[V, 'Fleeting']].provenance().source() == 'api-docs'
    }

    def "control characters of a text do not get through"() {
        expect:
        merge(docs(V) { it.apis.GetCrate.summary = 'a\u001b[2Jb\n c\u202e' })[[V, 'GetCrate']].summary() == 'a[2Jb c'
    }

    private Map<List<String>, ApiOperation> merge(List... found) {
        merge((ApiCatalog) null, found)
    }

    private Map<List<String>, ApiOperation> merge(ApiCatalog earlier, List... found) {
        def merge = new CatalogMerge(snapshot, earlier)
        found.each { CatalogSource source, SourceResult result ->
            merge.add(source, result, new Provenance(source.name(), source.location(), NOW, true))
        }
        def merged = merge.merge()
        assert merged*.label().toSet().size() == merged.size()
        merged.collectEntries { [[it.version(), it.name()], it] }
    }

    private static List docs(String version = V, Closure<?> change = {}) {
        def source = new ApiDocsSource(version, 'docs.json', null)
        [source, source.read(Fixtures.bytes(Fixtures.docs(version, change)), NOW)]
    }

    private static List help() {
        def source = new HelpOverviewSource(V, 'overview.html')
        [source, source.read(Fixtures.bytes(Fixtures.text('overview.html')), NOW)]
    }

    private static List tools() {
        def source = new McpCatalogSource('tools.json')
        [source, source.read(Fixtures.bytes(Fixtures.text('tools.json')), NOW)]
    }
}
