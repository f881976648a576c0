package dev.dwx.catalog.discovery

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.sandbox.Sandbox
import dev.dwx.sandbox.SandboxOptions
import dev.dwx.sandbox.SandboxReadyLines
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What the sandbox says of its operations, read by the program's own discovery. */
class SandboxSourcesSpec extends Specification {
    @Shared
    ApiCatalog catalog = SnapshotCatalog.bundled()
    @Shared
    @AutoCleanup
    Sandbox sandbox = Sandbox.start(SandboxOptions.of(catalog))

    SourceResult read(CatalogSource source) {
        source.read(source.fetch(new Fetcher(ProxyRules.fromEnvironment([:]), false), Validators.NONE).content(), Instant.EPOCH)
    }

    String meta(String version) {
        sandbox.endpoint() + "/meta/v1/products/dataworks-public/versions/$version"
    }

    def "the metadata document gives every operation with the same parameters: #version"() {
        given:
        def result = read(new ApiDocsSource(version, meta(version) + '/api-docs.json', 'EN_US'))

        expect:
        result.operations().size() == catalog.list().count { it.version() == version }
        result.operations()*.operation().findAll { found ->
            def known = catalog.find(version, found.name()).get()
            found.parameters() != known.parameters() || found.methods() != known.methods() || found.response() != known.response()
        }*.name() == []

        where:
        version << ['2024-05-18', '2020-05-18']
    }

    def "the ready lines lead discovery to the sandbox"() {
        given:
        def environment = SandboxReadyLines.of(sandbox, null).drop(1).collectEntries { it.substring('export '.length()).split('=', 2) as List }
        def settings = DiscoverySettings.fromEnvironment(environment)

        expect:
        settings.metadata('2024-05-18') == meta('2024-05-18') + '/api-docs.json'
        settings.help('2024-05-18') == sandbox.endpoint() + '/zh/dataworks/developer-reference/api-dataworks-public-2024-05-18-overview'
        settings.mcpTools() == sandbox.endpoint() + '/pop-mcp-tools'
    }

    def "a single operation is read from its own document"() {
        given:
        def result = read(new SingleApiSource('2024-05-18', 'CreateNode', meta('2024-05-18') + '/apis/CreateNode/api.json', 'EN_US'))

        expect:
        result.operations()[0].operation().parameters() == catalog.find('2024-05-18', 'CreateNode').get().parameters()
    }

    def "the overview page gives every name with its group: #version"() {
        given:
        def titles = read(new HelpOverviewSource(version, sandbox.endpoint() + "/zh/dataworks/developer-reference/api-dataworks-public-$version-overview")).titles()

        expect:
        titles*.name() as Set == catalog.list().findAll { it.version() == version }*.name() as Set

        where:
        version << ['2024-05-18', '2020-05-18']
    }

    def "the tool catalogue and the running MCP server give places, styles and methods: #name"() {
        given:
        def result = read(source)

        expect:
        result.operations().size() == 618
        result.operations()*.operation().findAll { found ->
            def known = catalog.find(found.version(), found.name()).get()
            found.parameters().collect { [it.name(), it.in(), it.style(), it.required()] } as Set !=
                    known.parameters().collect { [it.name(), it.in(), it.style(), it.required()] } as Set || found.method() != known.method()
        }*.name() == []

        where:
        name        | source
        'catalogue' | new McpCatalogSource(sandbox.endpoint() + '/pop-mcp-tools')
        'server'    | new McpToolsListSource(sandbox.endpoint() + '/mcp')
    }
}
