package dev.dwx.catalog.discovery

import dev.dwx.catalog.Placement
import dev.dwx.catalog.Style
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import java.nio.file.Path

class McpToolsSpec extends Specification {
    static final Instant NOW = Instant.parse('2026-03-01T00:00:00Z')
    @AutoCleanup
    LoopbackSite site = new LoopbackSite()
    Fetcher fetcher = new Fetcher(ProxyRules.NONE, Duration.ofSeconds(5), Duration.ofSeconds(10), false)
    @TempDir
    Path folder

    def "each tool has its own version, and a place and style for each parameter"() {
        when:
        def found = read(Fixtures.text('tools.json')).operations()
        def approve = found.find { it.operation().name() == 'ApproveTransfer' }

        then:
        approve.callable()
        approve.operation().version() == '2020-05-18'
        approve.operation().method() == 'POST'
        approve.operation().category() == 'TRANSFER'
        approve.operation().parameter('Extra').get().in() == Placement.FORM_DATA
        approve.operation().parameter('Extra').get().style() == Style.JSON
        approve.operation().parameter('OrderId').get().required()
        !approve.operation().parameter('Extra').get().required()
        approve.operation().parameter('Extra').get().schema().properties()['Why'].required()
        approve.operation().parameter('Extra').get().schema().properties()['Who'].type() == 'string'
    }

    def "a tool without places cannot be called from it alone: the query is a guess"() {
        when:
        def result = read(Fixtures.text('tools.json'))
        def placeless = result.operations().find { it.operation().name() == 'PlacelessCall' }

        then:
        !placeless.callable()
        placeless.operation().parameter('Id').get().in() == Placement.QUERY
        placeless.operation().method() == 'POST'
    }

    def "an address and a file give the same"() {
        given:
        site.page('/tools', Fixtures.text('tools.json'))
        def file = folder.resolve('tools.json')
        file.toFile().setText(Fixtures.text('tools.json'), 'UTF-8')

        expect:
        new McpCatalogSource("$site.url/tools").load(fetcher, NOW).operations()*.operation()*.parameters() ==
            new McpCatalogSource(file.toString()).load(fetcher, NOW).operations()*.operation()*.parameters()
    }

    def "what is no list of tools is a failure: #text"() {
        when:
        read(text)

        then:
        thrown(SourceFailure)

        where:
        text << ['', '{}', '[]', '{"tools":[', '<html></html>', '[{"name":"not a name"}]', '[] trailing']
    }

    def "a server's pages are followed, its own tools left out, and its resources give places and version"() {
        given:
        def tool = Fixtures.parse(Fixtures.text('tools.json'))
        rpc { Map request ->
            switch (request.method) {
                case 'tools/list':
                    return request.params.cursor == null ?
                        [tools: [bare(tool[0]), [name: 'ConvertTimestamps', inputSchema: [type: 'object']]], nextCursor: 'c2'] :
                        [tools: [bare(tool[1])]]
                case 'resources/list':
                    return [resources: [[uri: 'tool:ApproveTransfer', name: 'ApproveTransfer']]]
                case 'resources/read':
                    return [contents: [[uri: request.params.uri, text: Fixtures.json(tool[1])]]]
            }
        }

        when:
        def found = new McpToolsListSource("$site.url/mcp").load(fetcher, NOW).operations()

        then:
        found*.operation()*.name() == ['ListCrates', 'ApproveTransfer']
        found[0].operation().version() == null
        !found[0].callable()
        found[1].operation().version() == '2020-05-18'
        found[1].callable()
        site.bodies.count { it.contains('tools/list') } == 2
    }

    def "a server without resources still gives its tools, and one that answers as an event stream is understood"() {
        given:
        site.on('/mcp') { exchange ->
            def request = Fixtures.parse(site.bodies.last())
            def answer = request.method == 'tools/list' ? [result: [tools: [[name: 'GetCrate', inputSchema: [:]]]]] :
                [error: [code: -32601, message: 'no such method']]
            LoopbackSite.send(exchange, 200, "event: message\ndata: ${Fixtures.json(answer)}\n\n")
        }

        expect:
        new McpToolsListSource("$site.url/mcp").load(fetcher, NOW).operations()*.operation()*.name() == ['GetCrate']
    }

    def "a server that refuses, or whose list has no end, is a failure"() {
        given:
        int page = 0
        site.on('/mcp') { exchange -> LoopbackSite.send(exchange, 200, Fixtures.json(answer(page++))) }

        when:
        new McpToolsListSource("$site.url/mcp").load(fetcher, NOW)

        then:
        def failure = thrown(SourceFailure)
        failure.message.contains(reason)

        where:
        answer                                                                | reason
        ({ [error: [message: 'not today']] })                                 | 'not today'
        ({ int n -> [result: [tools: [], nextCursor: 'c' + n]] })             | 'does not come to an end'
        ({ [result: [things: []]] })                                          | 'no list of tools'
    }

    private static SourceResult read(String text) {
        new McpCatalogSource('tools.json').read(Fixtures.bytes(text), NOW)
    }

    private static Map bare(Map tool) {
        tool.subMap(['name', 'description', 'inputSchema'])
    }

    private void rpc(Closure<Map> answer) {
        site.on('/mcp') { exchange ->
            def request = Fixtures.parse(site.bodies.last()) as Map
            LoopbackSite.send(exchange, 200, Fixtures.json([jsonrpc: '2.0', id: request.id, result: answer(request)]))
        }
    }
}
