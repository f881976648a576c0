package dev.dwx.catalog.discovery

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.Placement
import dev.dwx.catalog.Provenance
import dev.dwx.catalog.SnapshotCatalog
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

@Timeout(60)
class DiscoverySpec extends Specification {
    static final String V = ApiCatalog.V2024
    static final String OLD = ApiCatalog.V2020
    static final String META = '/meta/v1/products/dataworks-public/versions/'
    static final String HELP = '/zh/dataworks/developer-reference/api-dataworks-public-2024-05-18-overview'
    static final Map<String, Object> GET = [methods: ['get'], parameters: [[name: 'Id', in: 'query', schema: [type: 'string', required: true]]], responses: [:]]

    static final Path DATA = Path.of(System.getProperty('dwx.basedir', '.')).resolve('../shared/data')

    @AutoCleanup
    LoopbackSite site = new LoopbackSite()
    @TempDir
    Path folder
    TickingClock clock = new TickingClock()
    ApiCatalog snapshot = Fixtures.snapshot()
    long stamp = 1
    Map<String, String> environment

    def setup() {
        environment = [DWX_META_URL: site.url, DWX_HELP_URL: site.url, DWX_MCP_URL: site.url]
    }

    def "without network and cache everything is the snapshot's, at once and without a word"() {
        given:
        site.close()
        def discovery = discovery()

        when:
        def catalog = discovery.open()

        then:
        catalog.list() == snapshot.list()
        catalog.find(V, 'CreateTruck').get().provenance() == Provenance.SNAPSHOT
        catalog.versions() == [V, OLD]
        discovery.takeNotices().empty
        discovery.staleNotice().empty
        !Files.exists(cacheDirectory())

        when:
        def report = discovery.refresh()

        then:
        report.unchanged()
        report.notices().size() == 5
        report.notices().every { !it.contains('\n') && !it.contains('Exception') }
        catalog.list() == snapshot.list()
    }

    def "a refresh shows what appeared, changed and went, and the running session has it"() {
        given:
        serveAll()
        def discovery = discovery()
        def catalog = discovery.open()
        def held = catalog.find(V, 'ListCrates').get()
        docs(V) {
            it.apis.BrandNew = GET
            it.apis.remove('MoveCrate')
            it.apis.ListCrates.parameters.find { p -> p.name == 'PageSize' }.schema.required = true
            it.apis.ListCrates.parameters.removeAll { p -> p.name == 'Kinds' }
            it.apis.ListCrates.parameters << [name: 'Owner', in: 'query', schema: [type: 'string', required: true]]
            it.apis.CreateTruck.parameters.find { p -> p.name == 'Plan' }.in = 'query'
            it.apis.GetCrate.deprecated = true
        }
        site.gone('/pop-mcp-tools')
        site.gone(HELP)

        when:
        def report = discovery.refresh()

        then:
        report.appeared()*.name() == ['BrandNew']
        report.went()*.name() == ['MoveCrate']
        report.changed().collectEntries { [it.name(), it.what()] } == [
            ListCrates : ['parameter PageSize is now required', 'parameter Owner added (required)', 'parameter Kinds removed'],
            CreateTruck: ['parameter Plan now goes into query'],
            GetCrate   : ['now deprecated']]
        report.lines().any { it.startsWith('+ BrandNew (2024-05-18)') }
        report.lines().any { it.startsWith('- MoveCrate (2024-05-18)') && it.contains('still callable') }
        report.lines().any { it.startsWith('~ GetCrate') }

        and: 'the catalog that was opened before has it, and a call that had begun keeps its entry'
        catalog.find(V, 'BrandNew').get().provenance().location() == "$site.url${META}2024-05-18/api-docs.json"
        catalog.list()*.name().contains('BrandNew')
        catalog.find(V, 'MoveCrate').get().described()
        !catalog.find(V, 'MoveCrate').get().provenance().listed()
        held.parameters()*.name() == ['RegionId', 'DepotId', 'Kinds', 'PageSize']
        catalog.find(V, 'ListCrates').get().parameters()*.name() == ['RegionId', 'DepotId', 'PageSize', 'Owner']

        when: 'it comes back'
        docs(V) { it.apis.BrandNew = GET }
        def again = discovery.refresh()

        then:
        again.went().empty
        again.changed().find { it.name() == 'MoveCrate' }.what() == ['in the latest list again']
    }

    def "the next session has it from the cache, without any request and without the snapshot"() {
        given:
        serveAll()
        docs(V) { it.apis.BrandNew = GET }
        discovery().refresh()
        site.asked.clear()
        def next = new Discovery(new CatalogCache(cacheDirectory()), new Fetcher(ProxyRules.NONE, false), settings(), clock,
            floor { throw new AssertionError('the snapshot was opened') }, new URLClassLoader([] as URL[], (ClassLoader) null))

        expect:
        next.open().find(V, 'BrandNew').get().provenance().fetched() == clock.now
        next.open().find(OLD, 'ScanTags').get().parameter('startDate').get().required()
        next.open().find(V, 'CreateTruck').get().categoryZh() == '车辆'
        next.age() == Duration.ZERO
        site.asked.empty
    }

    def "an unchanged document is confirmed and not fetched again"() {
        given:
        serveAll()
        int sent = 0
        site.on("${META}2024-05-18/api-docs.json") { exchange ->
            if (exchange.requestHeaders.getFirst('If-None-Match') == 'abc') {
                exchange.sendResponseHeaders(304, -1)
            } else {
                sent++
                exchange.responseHeaders.set('ETag', 'abc')
                LoopbackSite.send(exchange, 200, Fixtures.docs(V) { it.apis.BrandNew = GET })
            }
        }
        discovery().refresh()
        clock.pass(Duration.ofDays(3))
        def next = discovery()

        when:
        def report = next.refresh()

        then:
        sent == 1
        report.unchanged()
        report.notices().findAll { it.contains('api-docs') }.empty
        next.open().find(V, 'BrandNew').get().provenance().fetched() == clock.now
        report.sources().find { it.name() == 'api-docs' }.fetched() == clock.now
    }

    def "a failing source costs one notice and the others go on: #what"() {
        given:
        serveAll()
        docs(V) { it.apis.BrandNew = GET }
        site.on(HELP, help)

        when:
        def discovery = discovery()
        def report = discovery.refresh()

        then:
        report.appeared()*.name() as Set == ['BrandNew', 'ApproveTransfer', 'PlacelessCall'] as Set
        def about = report.notices().findAll { it.contains(HELP) }
        about.size() == 1
        about[0].contains(reason)
        report.sources().find { it.location().endsWith(HELP) }.problem() == about[0]

        where:
        what                 | help                                                                                            | reason
        'error page'         | { LoopbackSite.send(it, 200, '<html><title>404 - gone</title></html>') }                        | '404 - gone'
        'server error'       | { LoopbackSite.send(it, 500, 'x') }                                                             | 'HTTP status 500'
        'foreign redirect'   | { it.responseHeaders.set('Location', 'https://login.example.org/'); it.sendResponseHeaders(302, -1) } | 'foreign host'
        'login page'         | { LoopbackSite.send(it, 200, '<html><title>Login</title></html>') }                             | 'Login'
        'half a page'        | { LoopbackSite.send(it, 200, Fixtures.text('overview.html')[0..900]) }                          | 'no valid JSON'
    }

    def "a document that is #what is not taken, and what was there stays"() {
        given:
        serveAll()
        docs(V) { it.apis.BrandNew = GET }
        discovery().refresh()
        clock.pass(Duration.ofDays(2))
        site.page("${META}2024-05-18/api-docs.json", document)
        def discovery = discovery()

        when:
        def report = discovery.refresh()

        then:
        report.appeared().empty
        report.went().empty
        discovery.open().find(V, 'BrandNew').get().provenance().with { listed() && fetched() == clock.now - Duration.ofDays(2) }
        (report.refused() + report.notices()).any { it.contains('api-docs.json') && it.contains(reason) }

        where:
        what                  | document                                                                      | reason
        'an error page'       | '<html>busy</html>'                                                           | 'JSON'
        'cut'                 | Fixtures.text('api-docs-2024-05-18.json')[0..1000]                            | 'JSON'
        'of the wrong version'| Fixtures.text('api-docs-2020-05-18.json')                                     | 'not dataworks-public 2024-05-18'
        'a reported failure'  | '{"code":500,"message":"down"}'                                               | ''
        'far too short'       | Fixtures.docs('2024-05-18') { it.apis.remove('GetCrate'); it.apis.remove('CreateTruck') } | 'refused'
    }

    def "a first document is compared with the snapshot, and the user may insist"() {
        given:
        serveAll()
        docs(V) { it.apis = it.apis.subMap(['ListCrates', 'GetCrate']) }

        when:
        def report = discovery().refresh()

        then:
        report.refused().size() == 1
        report.refused()[0].contains('4 of 6')
        report.refused()[0].contains('DWX_ACCEPT_LOSS=1')
        report.went().empty

        when:
        environment.DWX_ACCEPT_LOSS = '1'
        def insisted = discovery()
        def accepted = insisted.refresh()

        then:
        accepted.refused().empty
        accepted.went()*.name() == ['CountCrates']
        insisted.open().find(V, 'CountCrates').get().described()
    }

    def "what only an earlier document named is still there when a new one drops it"() {
        given:
        serveAll()
        docs(V) { it.apis.Fleeting = GET }
        discovery().refresh()
        docs(V)
        def discovery = discovery()

        when:
        def report = discovery.refresh()

        then:
        report.went()*.name() == ['Fleeting']
        discovery.open().find(V, 'Fleeting').get().parameters()*.name() == ['Id']

        and: 'it is told once, and stays'
        discovery.refresh().went().empty
        this.discovery().refresh().went().empty
        this.discovery().open().find(V, 'Fleeting').present
    }

    def "hosts that metadata names are followed nowhere"() {
        given:
        serveAll()
        docs(V) { it.endpoints = [[regionId: 'cn-shanghai', endpoint: 'evil.example.org']] }

        expect:
        discovery().refresh().notices().any { it.contains('evil.example.org') && it.contains('not used') }
        !Files.readString(cacheDirectory().resolve('catalog.bin'), java.nio.charset.StandardCharsets.ISO_8859_1).contains('evil')
    }

    def "a cut catalog file is set aside and the next refresh makes it anew"() {
        given:
        serveAll()
        discovery().refresh()
        def file = cacheDirectory().resolve('catalog.bin')
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 500))
        def discovery = discovery()

        expect:
        discovery.open().list() == snapshot.list()
        discovery.takeNotices().size() == 1
        discovery.refresh().notices().findAll { !it.contains('PlacelessCall') }.empty
        this.discovery().open().find(V, 'FutureCrate').present
    }

    def "the catalog of another program version or of other places is not used"() {
        given:
        serveAll()
        discovery().refresh()

        when:
        stamp = 2

        then:
        discovery().open().find(V, 'FutureCrate').empty

        when: 'offline, what the cache keeps is merged anew'
        environment.DWX_OFFLINE = 'true'
        site.asked.clear()
        def offline = discovery()
        def report = offline.refresh()

        then:
        offline.open().find(V, 'FutureCrate').present
        site.asked.empty
        report.notices().findAll { !it.contains('PlacelessCall') }*.take(8) == ['Offline:']

        when:
        environment.DWX_META_URL = 'https://elsewhere.example.org'

        then:
        discovery().open().find(V, 'FutureCrate').empty
    }

    def "an operation not in the catalog is looked up once, kept, and found in the next session"() {
        given:
        site.page("${META}2020-05-18/apis/RareCall/api.json", Fixtures.json([code: 0, data: GET]))
        def discovery = discovery()
        def catalog = discovery.open()

        when:
        def found = discovery.lookUp(null, 'RareCall').get()

        then:
        found.version() == OLD
        found.provenance().source() == 'api'
        found.parameter('Id').get().required()
        catalog.find(OLD, 'RareCall').get() == found
        catalog.list()*.name().contains('RareCall')
        site.asked == [META + '2024-05-18/apis/RareCall/api.json?language=EN_US', META + '2020-05-18/apis/RareCall/api.json?language=EN_US']

        when:
        def next = this.discovery()
        site.asked.clear()

        then:
        next.open().find(OLD, 'RareCall').get() == found
        next.open().list()*.name().count('RareCall') == 1
        next.lookUp(OLD, 'RareCall').get() == found
        site.asked.empty

        when: 'a refresh takes it in'
        serveAll()
        next.refresh()

        then:
        this.discovery().open().find(OLD, 'RareCall').get().parameters() == found.parameters()
    }

    def "what the metadata lacks is looked up among the tools"() {
        given:
        site.page('/pop-mcp-tools', Fixtures.text('tools.json'))

        expect:
        with(discovery().lookUp(null, 'ApproveTransfer').get()) {
            version() == OLD
            parameter('OrderId').get().in() == Placement.FORM_DATA
        }
        site.asked.last() == '/pop-mcp-tools?names=ApproveTransfer'
        discovery().open().find(OLD, 'ApproveTransfer').present
    }

    def "a failed look-up is remembered for some minutes"() {
        given:
        def discovery = discovery()

        expect:
        discovery.lookUp(null, 'NoSuchCall').empty
        site.asked.size() == 3
        discovery.lookUp(null, 'NoSuchCall').empty
        site.asked.size() == 3

        when:
        clock.pass(Duration.ofMinutes(6))

        then:
        discovery.lookUp(null, 'NoSuchCall').empty
        site.asked.size() == 6
    }

    def "a host that cannot be reached is not asked for each name"() {
        given:
        def over = new CountDownLatch(1)
        ['First', 'Second'].each { name -> site.on("${META}2024-05-18/apis/${name}/api.json") { over.await() } }
        environment.DWX_MCP_URL = 'off'
        def discovery = discovery(new Fetcher(ProxyRules.NONE, Duration.ofMillis(200), Duration.ofMillis(200), false))

        expect:
        discovery.lookUp(null, 'First').empty
        discovery.lookUp(null, 'Second').empty
        site.asked.size() == 1

        cleanup:
        over.countDown()
    }

    def "no look-up happens offline, for a name that cannot be one, or for one that is known"() {
        given:
        def discovery = discovery()

        expect:
        discovery.lookUp(null, '../../etc/passwd').empty
        discovery.lookUp(V, 'GetCrate').get().provenance() == Provenance.SNAPSHOT

        when:
        environment.DWX_OFFLINE = '1'

        then:
        this.discovery().lookUp(null, 'RareCall').empty
        site.asked.empty
    }

    def "an operation that only the help page names gets its description when it is looked up"() {
        given:
        serveAll()
        def discovery = discovery()
        discovery.refresh()
        site.page("${META}2024-05-18/apis/FutureCrate/api.json", Fixtures.json(GET))

        expect:
        !discovery.open().find(V, 'FutureCrate').get().described()
        discovery.lookUp(null, 'FutureCrate').get().described()
        with(discovery.open().find(V, 'FutureCrate').get()) {
            described()
            parameter('Id').get().required()
            summary() == '尚未描述'
            categoryZh() == '已废弃'
            deprecated()
        }
        discovery.open().list()*.name().count('FutureCrate') == 1

        when:
        docs(V) { it.apis.FutureCrate = GET }
        def report = this.discovery().refresh()

        then:
        report.changed().findAll { it.name() == 'FutureCrate' }.empty
        this.discovery().open().find(V, 'FutureCrate').get().provenance().source() == 'api-docs'
    }

    def "a name of the help page that metadata comes to describe is told as that, not as new parameters"() {
        given:
        serveAll()
        discovery().refresh()
        docs(V) { it.apis.FutureCrate = GET }

        expect:
        discovery().refresh().changed() == [new RefreshReport.Change(V, 'FutureCrate', ['how it is called is now known'])]
    }

    def "a catalog older than a day is renewed in the background, once, and its age is told once"() {
        given:
        serveAll()
        discovery().refresh()
        def discovery = discovery()

        expect:
        !discovery.refreshInBackgroundIfStale { throw new AssertionError() }
        discovery.staleNotice().empty

        when:
        clock.pass(Duration.ofHours(50))
        docs(V) { it.apis.BrandNew = GET }

        then:
        discovery.staleNotice().get().contains('2 days old')
        discovery.staleNotice().empty

        when:
        def done = new CountDownLatch(1)
        def report = null
        def begun = discovery.refreshInBackgroundIfStale { report = it; done.countDown() }

        then:
        begun
        done.await(30, TimeUnit.SECONDS)
        report.appeared()*.name() == ['BrandNew']
        discovery.open().find(V, 'BrandNew').present
        !discovery.refreshInBackgroundIfStale { throw new AssertionError() }
    }

    def "after a background refresh that reached nothing there is peace for some minutes"() {
        given:
        site.close()
        def discovery = discovery()

        when:
        def done = new CountDownLatch(1)
        def begun = discovery.refreshInBackgroundIfStale { done.countDown() }
        done.await(30, TimeUnit.SECONDS)

        then:
        begun
        !discovery.refreshInBackgroundIfStale { throw new AssertionError() }
        discovery.open().list() == snapshot.list()
    }

    def "sources can be shown with place and age, and a folder of files serves as well as addresses"() {
        given:
        [(V): folder.resolve('docs/2024-05-18'), (OLD): folder.resolve('docs/2020-05-18')].each { version, place ->
            Files.createDirectories(place)
            Files.writeString(place.resolve('api-docs.json'), Fixtures.docs(version) { if (version == V) { it.apis.BrandNew = GET } })
        }
        Files.writeString(folder.resolve('tools.json'), Fixtures.text('tools.json'))
        environment = [DWX_META_URL: folder.resolve('docs').toString(), DWX_MCP_URL: folder.resolve('tools.json').toString(),
                       DWX_HELP_URL: 'off', DWX_OFFLINE: 'yes']
        def discovery = discovery()

        expect:
        discovery.sources()*.fetched() == [null, null, null]
        discovery.refresh().appeared()*.name() == ['BrandNew', 'PlacelessCall', 'ApproveTransfer']
        this.discovery().sources()*.count() == [7, 2, 4]
        this.discovery().sources()*.fetched().every { it == clock.now }
    }

    def "the sources' usual places are the vendor's"() {
        given:
        def settings = DiscoverySettings.fromEnvironment([:])

        expect:
        settings.metadata(V) == 'https://next.api.aliyun.com/meta/v1/products/dataworks-public/versions/2024-05-18/api-docs.json'
        settings.operation(OLD, 'ListFiles') == 'https://next.api.aliyun.com/meta/v1/products/dataworks-public/versions/2020-05-18/apis/ListFiles/api.json'
        settings.help(V) == 'https://help.aliyun.com/zh/dataworks/developer-reference/api-dataworks-public-2024-05-18-overview'
        settings.mcpTools() == 'https://dataworks.data.aliyun.com/pop-mcp-tools'
        !settings.offline()
        DiscoverySettings.fromEnvironment([DWX_META_URL: 'https://mirror/x/{v}/api-docs.json']).operation(V, 'A1') == 'https://mirror/x/2024-05-18/apis/A1/api.json'
        DiscoverySettings.fromEnvironment([DWX_META_URL: 'off']).metadata(V) == null
        DiscoverySettings.fromEnvironment([DWX_META_URL: 'http://127.0.0.1:1/meta/v1']).metadata(V) == 'http://127.0.0.1:1' + META + V + '/api-docs.json'
        DiscoverySettings.fromEnvironment([DWX_META_URL: 'http://127.0.0.1:1/mirror/']).metadata(V) == 'http://127.0.0.1:1/mirror' + META + V + '/api-docs.json'
        DiscoverySettings.fromEnvironment([DWX_META_URL: 'https://h/x/docs.json']).metadata(V) == 'https://h/x/docs.json'
        DiscoverySettings.fromEnvironment([DWX_HELP_URL: 'http://127.0.0.1:1']).help(V) == 'http://127.0.0.1:1' + HELP
        DiscoverySettings.fromEnvironment([DWX_MCP_URL: 'http://127.0.0.1:1/']).mcpTools() == 'http://127.0.0.1:1/pop-mcp-tools'
        DiscoverySettings.fromEnvironment([DWX_MCP_URL: 'http://127.0.0.1:1/x?a=b']).mcpTools() == 'http://127.0.0.1:1/x?a=b'
        DiscoverySettings.fromEnvironment([DWX_MCP_URL: 'https://me:secret@host/t']).mcpTools() == 'https://host/t'
        DiscoverySettings.fromEnvironment([DWX_CACHE_DIR: '/tmp/x y']).cacheDirectory() == Path.of('/tmp/x y')
    }

    def "the program's own snapshot goes through a refresh without a change"() {
        given:
        snapshot = SnapshotCatalog.bundled()
        serveAll()
        environment.DWX_META_URL = 'off'
        site.page('/pop-mcp-tools', '[]')
        def discovery = discovery()

        when:
        def report = discovery.refresh()

        then:
        report.appeared()*.name() == ['CreateTruck', 'FutureCrate', 'ListCrates', 'OldCrate', 'ScanTags']
        report.changed().empty
        report.went().empty
        def after = discovery.open()
        snapshot.list().every { after.find(it.version(), it.name()) == snapshot.find(it.version(), it.name()) }
    }

    @Requires(reason = 'the official documents are not beside the project', value = { Files.isDirectory(DiscoverySpec.DATA.resolve('openmeta')) })
    def "the official documents go over the program's own snapshot: what they say holds, and nothing is lost"() {
        given:
        snapshot = SnapshotCatalog.bundled()
        environment = [DWX_META_URL: DATA.resolve('openmeta').toString(), DWX_HELP_URL: 'off', DWX_MCP_URL: 'off', DWX_ACCEPT_LOSS: '1']
        def discovery = discovery()
        def catalog = discovery.open()

        when:
        def report = discovery.refresh()

        then:
        report.notices().empty
        catalog.list().size() >= snapshot.list().size()
        snapshot.list().every { catalog.find(it.version(), it.name()).get().described() }
        [V, OLD].every { version ->
            def source = new ApiDocsSource(version, DATA.resolve("openmeta/$version/api-docs.json").toString(), null)
            source.load(new Fetcher(ProxyRules.NONE, true), clock.now).operations()*.operation().every { official ->
                def merged = catalog.find(version, official.name()).get()
                merged.provenance().listed() && merged.methods() == official.methods() &&
                    merged.parameters()*.name() == official.parameters()*.name() && merged.parameters()*.in() == official.parameters()*.in() &&
                    merged.parameters()*.style() == official.parameters()*.style() &&
                    merged.parameters()*.required() == official.parameters()*.required()
            }
        }
        catalog.list().count { !catalog.find(it.version(), it.name()).get().provenance().listed() } == report.went().size()
        report.went().size() > 90

        when: 'nobody insists'
        environment.remove('DWX_ACCEPT_LOSS')
        Files.walk(cacheDirectory()).withCloseable { it.toList() }.reverse().each { Files.delete(it) }

        then:
        this.discovery().refresh().refused().size() == 1
    }

    private Path cacheDirectory() {
        folder.resolve('cache')
    }

    private DiscoverySettings settings() {
        DiscoverySettings.fromEnvironment(environment)
    }

    private Discovery discovery(Fetcher fetcher = null) {
        def settings = settings()
        new Discovery(new CatalogCache(cacheDirectory()),
            fetcher ?: new Fetcher(ProxyRules.NONE, Duration.ofSeconds(5), Duration.ofSeconds(10), settings.offline()), settings, clock,
            floor { snapshot }, new URLClassLoader([] as URL[], (ClassLoader) null))
    }

    private Floor floor(Closure<ApiCatalog> opened) {
        long own = stamp
        new Floor() {
            @Override
            ApiCatalog snapshot() {
                opened()
            }

            @Override
            long stamp() {
                own
            }
        }
    }

    private void serveAll() {
        docs(V)
        docs(OLD)
        site.page(HELP, Fixtures.text('overview.html'))
        site.page(HELP.replace(V, OLD), 'window.__ICE_PAGE_PROPS__={"docDetailData":{"data":{"content":"<table><tr><td>ScanTags</td><td>扫描</td></tr></table>"}}}')
        site.page('/pop-mcp-tools', Fixtures.text('tools.json'))
    }

    private void docs(String version, Closure<?> change = {}) {
        site.page("${META}${version}/api-docs.json", Fixtures.docs(version, change))
    }
}
