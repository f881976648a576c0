package dev.dwx.sandbox

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.ApiDocsReader
import dev.dwx.catalog.SnapshotCatalog
import java.nio.charset.StandardCharsets
import java.time.Instant
import java.time.InstantSource
import org.jsoup.Jsoup
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class DiscoveryPagesSpec extends Specification {
    static final String BROWSER = 'Mozilla/5.0 (X11; Linux x86_64)'
    @Shared
    ApiCatalog catalog = SnapshotCatalog.bundled()
    @Shared
    Instant now = Instant.parse('2026-03-15T08:30:00Z')
    @Shared
    @AutoCleanup
    Sandbox sandbox = Sandbox.start(SandboxOptions.of(catalog).withClock({ now } as InstantSource))

    SigningClient.Answer get(String path, Map<String, String> headers = [:]) {
        def call = new SigningClient(sandbox.endpoint()).call('GET', null, null)
        def parts = path.split('\\?', 2)
        call.path = parts[0]
        call.rawQuery = parts.length > 1 ? parts[1] : ''
        headers.each { k, v -> call.header(k, v) }
        call.send()
    }

    Map rpc(Map message) {
        def call = new SigningClient(sandbox.endpoint()).call('POST', null, null)
        call.path = '/mcp'
        call.body = JsonText.write([jsonrpc: '2.0', id: 1] + message).getBytes(StandardCharsets.UTF_8)
        call.header('content-type', 'application/json')
        call.send().json()
    }

    def "the whole metadata document of a version reads back as the catalog has it: #version"() {
        given:
        def answer = get("/meta/v1/products/dataworks-public/versions/$version/api-docs.json?language=EN_US")
        def document = JsonText.read(answer.body())

        expect:
        answer.status() == 200
        document.info == [style: 'RPC', product: 'dataworks-public', version: version]
        document.apis.size() == count
        document.endpoints.size() > 20
        document.apis.keySet() == catalog.list().findAll { it.version() == version }*.name() as Set

        where:
        version      || count
        '2024-05-18' || 358
        '2020-05-18' || 315
    }

    def "the document of one operation is wrapped, and one that does not exist says so"() {
        expect:
        def answer = get('/meta/v1/products/dataworks-public/versions/2024-05-18/apis/GetNode/api.json')
        answer.json().code == 0
        answer.json().data.methods == ['get']
        answer.json().data.parameters*.name.containsAll(['Id', 'ProjectId'])
        def none = get('/meta/v1/products/dataworks-public/versions/2024-05-18/apis/GetNod/api.json')
        none.status() == 404 && none.json().code == 404
        get('/meta/v1/products/dataworks-public/versions/2024-05-19/api-docs.json').status() == 404
    }

    def "a document that has not changed is not sent again: #path"() {
        given:
        def first = get(path, ['user-agent': BROWSER])
        def etag = first.headers().etag

        expect:
        first.status() == 200
        etag ==~ /"[0-9a-f]{32}"/
        def second = get(path, ['user-agent': BROWSER, 'if-none-match': etag])
        second.status() == 304 && second.body() == '' && second.headers().etag == etag
        get(path, ['user-agent': BROWSER, 'if-none-match': '"other"']).status() == 200

        where:
        path << ['/meta/v1/products/dataworks-public/versions/2024-05-18/api-docs.json',
                 '/meta/v1/products/dataworks-public/versions/2024-05-18/apis/GetNode/api.json',
                 '/zh/dataworks/developer-reference/api-dataworks-public-2024-05-18-overview',
                 '/pop-mcp-tools']
    }

    def "the overview page carries every operation under its category: #version"() {
        given:
        def page = get("/zh/dataworks/developer-reference/api-dataworks-public-$version-overview", ['user-agent': BROWSER]).body()
        def script = Jsoup.parse(page).select('script').find { it.data().contains('window.__ICE_PAGE_PROPS__') }.data()
        def json = script.substring(script.indexOf('{', script.indexOf('__ICE_PAGE_PROPS__')), script.lastIndexOf('; window.__AFTER__'))
        def data = JsonText.read(json).docDetailData.storeData.data
        def content = Jsoup.parse(data.content)

        expect:
        data.alias.contains(version)
        content.select('tbody tr td:first-child').eachText().toSet() == catalog.list().findAll { it.version() == version }*.name() as Set
        content.select('h2').eachText().size() == catalog.list().findAll { it.version() == version }*.category().toSet().size() + 1

        where:
        version << ['2024-05-18', '2020-05-18']
    }

    def "the help page wants something that looks like a browser"() {
        expect:
        get('/zh/dataworks/developer-reference/api-dataworks-public-2024-05-18-overview').status() == 403
        get('/zh/dataworks/developer-reference/api-dataworks-public-2024-05-19-overview', ['user-agent': BROWSER]).status() == 404
    }

    def "the tool catalogue says how each operation is called, and can be filtered"() {
        given:
        def all = JsonText.read(get('/pop-mcp-tools').body())
        def one = JsonText.read(get('/pop-mcp-tools?names=ListDataSources,Nothing,GetNode').body())
        def category = one[1].annotations.category

        expect:
        all.size() == 618
        all*.name.toSet().size() == 618
        one*.name == ['ListDataSources', 'GetNode']
        one[1].annotations.subMap('method', 'version', 'path') == [method: 'GET', version: '2024-05-18', path: '']
        one[1].annotations.pmd.Id == [in: 'query']
        one[0].annotations.pmd.Types == [in: 'query', style: 'simple']
        one[1].inputSchema.required.contains('Id')
        def some = JsonText.read(get("/pop-mcp-tools?categories=$category").body())
        some.size() < all.size() && some*.annotations*.category.toSet() == [category] as Set
        all.find { it.name == 'RunSmokeTest' }.annotations.version == '2020-05-18'
    }

    def "the MCP server lists its tools in pages and gives each one's entry as a resource"() {
        given:
        def names = []
        def cursor = null
        def pages = 0
        while (pages++ < 20) {
            def result = rpc(method: 'tools/list', params: cursor == null ? [:] : [cursor: cursor]).result
            names.addAll(result.tools*.name)
            cursor = result.nextCursor
            if (cursor == null) {
                break
            }
        }

        expect:
        names.size() == 618
        rpc(method: 'initialize', params: [:]).result.serverInfo.name == 'dwx sandbox'
        rpc(method: 'resources/list').result.resources[0].mimeType == 'text/json'
        JsonText.read(rpc(method: 'resources/read', params: [uri: 'GetNode']).result.contents[0].text).annotations.version == '2024-05-18'
        rpc(method: 'resources/read', params: [uri: 'Nothing']).error.code == -32002
        rpc(method: 'tools/list', params: [cursor: 'x']).error.code == -32602
        rpc(method: 'nothing').error.code == -32601
        JsonText.read(get('/mcp').body()).result.a2reslist.size() == 618
    }

    def "a tool call goes through the same checks"() {
        expect:
        def good = rpc(method: 'tools/call', params: [name: 'ListProjects', arguments: [PageSize: 3, Ids: [1]]]).result
        !good.isError
        JsonText.read(good.content[0].text).PagingInfo.PageSize == 3
        def missing = rpc(method: 'tools/call', params: [name: 'GetNode', arguments: [ProjectId: 1]]).result
        missing.isError
        JsonText.read(missing.content[0].text).Code == 'MissingId'
        JsonText.read(rpc(method: 'tools/call', params: [name: 'ListProjects', arguments: [PageSiz: 3]]).result.content[0].text).Code == 'InvalidParameter'
        rpc(method: 'tools/call', params: [name: 'CreateNode', arguments: [ProjectId: 1, Scene: 'DATAWORKS_PROJECT', Spec: [version: '1.1.0']]]).result.isError == false
        rpc(method: 'tools/call', params: [name: 'Nothing']).error.code == -32602
    }

    def "the credentials address gives a temporary key that can sign, and the faults of one"() {
        when:
        def good = get('/api/v1/credentials/0').json()

        then:
        good.Code == 'Success'
        good.Expiration == '2026-03-15T09:30:00Z'
        new SigningClient(sandbox.endpoint()).clock { now }.key(good.AccessKeyId, good.AccessKeySecret, good.SecurityToken)
                .call('POST', 'ListProjects', '2024-05-18').signV3().send().status() == 200
        get('/api/v1/credentials/1').json().Expiration == '2026-03-15T07:30:00Z'
        !get('/api/v1/credentials/2').json().containsKey('SecurityToken')
        get('/api/v1/credentials/3?ms=30').json() == good
        get('/api/v1/credentials/9').status() == 404
    }
}
