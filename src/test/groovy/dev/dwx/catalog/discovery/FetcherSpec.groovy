package dev.dwx.catalog.discovery

import com.sun.net.httpserver.HttpsConfigurator
import com.sun.net.httpserver.HttpsServer
import java.net.ServerSocket
import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyStore
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.zip.GZIPOutputStream
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

@Timeout(30)
class FetcherSpec extends Specification {
    @AutoCleanup
    LoopbackSite site = new LoopbackSite()
    @TempDir
    Path folder
    Fetcher fetcher = new Fetcher(ProxyRules.NONE, Duration.ofSeconds(2), Duration.ofSeconds(10), false)

    def "a document is read with what the server says of its age, and not read again when it has not changed"() {
        given:
        site.on('/doc') { exchange ->
            if (exchange.requestHeaders.getFirst('If-None-Match') == '"v1"') {
                exchange.sendResponseHeaders(304, -1)
            } else {
                exchange.responseHeaders.set('ETag', '"v1"')
                exchange.responseHeaders.set('Last-Modified', 'Sun, 01 Mar 2026 00:00:00 GMT')
                LoopbackSite.send(exchange, 200, 'ä')
            }
        }

        when:
        def first = fetcher.get("$site.url/doc", Validators.NONE)
        def second = fetcher.get("$site.url/doc", new Validators(first.etag(), first.lastModified()))

        then:
        first.text() == 'ä'
        first.lastModified() == 'Sun, 01 Mar 2026 00:00:00 GMT'
        !first.notModified()
        second.notModified()
        second.etag() == '"v1"'
        site.headers[1]['if-modified-since'] == 'Sun, 01 Mar 2026 00:00:00 GMT'
    }

    def "pages are asked for as a browser does, documents under the program's own name"() {
        given:
        site.page('/x', 'x')

        when:
        fetcher.getPage("$site.url/x", Validators.NONE)
        fetcher.get("$site.url/x", Validators.NONE)

        then:
        site.headers[0]['user-agent'].startsWith('Mozilla/')
        site.headers[1]['user-agent'].startsWith('dwx/')
    }

    def "a packed answer is unpacked"() {
        given:
        def packed = new ByteArrayOutputStream()
        new GZIPOutputStream(packed).withCloseable { it.write('long text '.multiply(1000).bytes) }
        site.on('/z') { exchange ->
            exchange.responseHeaders.set('Content-Encoding', 'gzip')
            exchange.sendResponseHeaders(200, packed.size())
            exchange.responseBody.write(packed.toByteArray())
        }

        expect:
        fetcher.get("$site.url/z", Validators.NONE).text() == 'long text ' * 1000
        site.headers[0]['accept-encoding'] == 'gzip'
    }

    def "status #status is a failure that names it"() {
        given:
        site.on('/x') { exchange -> LoopbackSite.send(exchange, status, status in [204, 304] ? '' : 'sorry') }

        when:
        fetcher.get("$site.url/x", Validators.NONE)

        then:
        def failure = thrown(SourceFailure)
        failure.message.contains("HTTP status $status")

        where:
        status << [204, 304, 401, 404, 429, 500, 503]
    }

    def "a body shorter than announced is a failure"() {
        given:
        def server = new ServerSocket(0, 1, InetAddress.loopbackAddress)
        def port = server.localPort
        def thread = Thread.start {
            server.accept().withCloseable { socket ->
                socket.inputStream.read(new byte[4096])
                socket.outputStream.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".bytes)
                socket.outputStream.flush()
            }
        }

        when:
        fetcher.get("http://127.0.0.1:$port/", Validators.NONE)

        then:
        def failure = thrown(SourceFailure)
        failure.message.contains('4 of 100') || failure.message.contains('Premature')

        cleanup:
        server.close()
        thread.join()
    }

    def "a server that #what costs no more than the time allowed"() {
        given:
        def over = new CountDownLatch(1)
        def quick = new Fetcher(ProxyRules.NONE, Duration.ofMillis(300), Duration.ofMillis(400), false)
        site.on('/slow') { exchange -> slow(exchange, over) }

        when:
        quick.get("$site.url/slow", Validators.NONE)

        then:
        def failure = thrown(SourceFailure)
        failure.message.contains('no answer within 400 ms')
        failure.unreachable

        cleanup:
        over.countDown()

        where:
        what                | slow
        'never answers'     | { exchange, CountDownLatch end -> end.await() }
        'stops half way'    | { exchange, CountDownLatch end ->
            exchange.sendResponseHeaders(200, 0); exchange.responseBody.write(1); exchange.responseBody.flush(); end.await() }
        'drips for ever'    | { exchange, CountDownLatch end ->
            exchange.sendResponseHeaders(200, 0)
            while (!end.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                exchange.responseBody.write(1)
                exchange.responseBody.flush()
            }
        }
    }

    def "a redirect on the same host is followed"() {
        given:
        site.on('/a') { exchange -> redirect(exchange, '/b') }
        site.page('/b', 'there')

        expect:
        fetcher.get("$site.url/a", Validators.NONE).text() == 'there'
    }

    def "a redirect to #target is not followed"() {
        given:
        site.on('/a') { exchange -> redirect(exchange, target) }

        when:
        fetcher.get("$site.url/a", Validators.NONE)

        then:
        def failure = thrown(SourceFailure)
        failure.message.contains(reason)

        where:
        target                            | reason
        'https://example.org/api-docs'    | 'foreign host example.org'
        'http://127.0.0.1.example.org/x'  | 'foreign host'
        'file:///etc/hostname'            | 'no http or https'
        '/a'                              | 'more than 5 redirects'
    }

    def "hosts of one registered domain are a family, and literal addresses are alone"() {
        expect:
        (Fetcher.family(one) == Fetcher.family(other)) == together

        where:
        one                    | other                    | together
        'next.api.aliyun.com'  | 'help.aliyun.com'        | true
        'NEXT.api.Aliyun.com'  | 'aliyun.com'             | true
        'help.aliyun.com'      | 'aliyun.com.example.org' | false
        'help.aliyun.com'      | 'notaliyun.com'          | false
        '10.1.2.3'             | '11.1.2.3'               | false
        'localhost'            | 'otherhost'              | false
    }

    def "offline, an address is refused without a request, and a file is read"() {
        given:
        def offline = new Fetcher(ProxyRules.NONE, true)
        def file = Files.writeString(folder.resolve('doc.json'), '{}')

        expect:
        offline.get(file.toString(), Validators.NONE).text() == '{}'
        offline.get(file.toUri().toString(), Validators.NONE).text() == '{}'

        when:
        offline.get("$site.url/x", Validators.NONE)

        then:
        def failure = thrown(SourceFailure)
        failure.message.contains('offline')
        site.asked.empty
    }

    def "a file that has not changed is not read again, and a missing one is a failure"() {
        given:
        def file = Files.writeString(folder.resolve('doc.json'), '{}').toString()
        def first = fetcher.get(file, Validators.NONE)

        expect:
        fetcher.get(file, new Validators(null, first.lastModified())).notModified()

        when:
        fetcher.get(folder.resolve('none.json').toString(), Validators.NONE)

        then:
        def failure = thrown(SourceFailure)
        failure.message.contains('no such file')
    }

    def "nobody listening is a failure of one line"() {
        when:
        fetcher.get("http://127.0.0.1:${freePort()}/", Validators.NONE)

        then:
        def failure = thrown(SourceFailure)
        failure.unreachable
        !failure.message.contains('\n')
    }

    def "a request goes through the proxy that the environment names, but not to loopback"() {
        given:
        site.page('/doc', 'through the proxy')
        def rules = ProxyRules.fromEnvironment([HTTP_PROXY: "127.0.0.1:$site.port".toString()])
        def proxied = new Fetcher(rules, Duration.ofSeconds(2), Duration.ofSeconds(5), false)

        expect:
        proxied.get('http://metadata.invalid/doc', Validators.NONE).text() == 'through the proxy'
        site.asked == ['http://metadata.invalid/doc']
        rules.proxyFor(URI.create("http://localhost:1/")) == Proxy.NO_PROXY
    }

    def "NO_PROXY '#exceptions' and #address: direct is #direct"() {
        given:
        def rules = ProxyRules.fromEnvironment([HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: exceptions])

        expect:
        (rules.proxyFor(URI.create(address)) == Proxy.NO_PROXY) == direct

        where:
        exceptions             | address                        | direct
        ''                     | 'https://next.api.aliyun.com/' | false
        'aliyun.com'           | 'https://next.api.aliyun.com/' | true
        '.aliyun.com'          | 'https://next.api.aliyun.com/' | true
        '*.aliyun.com'         | 'https://next.api.aliyun.com/' | true
        'yun.com'              | 'https://next.api.aliyun.com/' | false
        'a.com, api.aliyun.com'| 'https://NEXT.api.aliyun.com/' | true
        'aliyun.com:8443'      | 'https://next.api.aliyun.com/' | false
        'aliyun.com:443'       | 'https://next.api.aliyun.com/' | true
        '*'                    | 'https://example.org/'         | true
        ''                     | 'https://[::1]:8443/'          | true
        ''                     | 'https://127.0.0.9/'           | true
        ''                     | 'https://127.0.0.1.nip.io/'    | false
    }

    def "a proxy value that is no address is passed over"() {
        expect:
        ProxyRules.fromEnvironment([https_proxy: value]).proxyFor(URI.create('https://example.org/')) == null

        where:
        value << ['', ' ', 'http://', 'a b', '::']
    }

    def "a server whose certificate nobody vouches for is not believed"() {
        given:
        def store = folder.resolve('key.p12').toString()
        def tool = Path.of(System.getProperty('java.home'), 'bin', 'keytool').toString()
        assert new ProcessBuilder(tool, '-genkeypair', '-alias', 'k', '-keyalg', 'EC', '-dname', 'CN=localhost', '-ext', 'san=ip:127.0.0.1',
            '-storetype', 'PKCS12', '-keystore', store, '-storepass', 'changeit').redirectErrorStream(true).start()
            .with { it.inputStream.text; it.waitFor() } == 0
        def keys = KeyStore.getInstance(new File(store), 'changeit'.toCharArray())
        def managers = KeyManagerFactory.getInstance(KeyManagerFactory.defaultAlgorithm)
        managers.init(keys, 'changeit'.toCharArray())
        def context = SSLContext.getInstance('TLS')
        context.init(managers.keyManagers, null, null)
        def server = HttpsServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
        server.httpsConfigurator = new HttpsConfigurator(context)
        server.createContext('/') { exchange -> LoopbackSite.send(exchange, 200, '{}') }
        server.start()

        when:
        fetcher.get("https://127.0.0.1:${server.address.port}/", Validators.NONE)

        then:
        def failure = thrown(SourceFailure)
        failure.message.contains('no trustworthy TLS connection')

        cleanup:
        server?.stop(0)
    }

    private static void redirect(exchange, String target) {
        exchange.responseHeaders.set('Location', target)
        exchange.sendResponseHeaders(302, -1)
    }

    private static int freePort() {
        new ServerSocket(0).withCloseable { it.localPort }
    }
}
