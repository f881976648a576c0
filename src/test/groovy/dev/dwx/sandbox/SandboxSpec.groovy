package dev.dwx.sandbox

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.SnapshotCatalog
import java.nio.charset.StandardCharsets
import java.nio.file.Path
import java.security.KeyStore
import java.security.cert.CertificateFactory
import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import javax.net.ssl.SSLContext
import javax.net.ssl.SSLHandshakeException
import javax.net.ssl.SSLSocket
import javax.net.ssl.SSLSocketFactory
import javax.net.ssl.TrustManagerFactory
import javax.xml.parsers.DocumentBuilderFactory
import org.w3c.dom.Element
import org.xml.sax.InputSource
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class SandboxSpec extends Specification {
    static final String V2024 = '2024-05-18'
    @Shared
    ApiCatalog catalog = SnapshotCatalog.bundled()
    @Shared
    @AutoCleanup
    Sandbox sandbox = Sandbox.start(SandboxOptions.of(catalog).withHttps(0))

    SigningClient client() {
        new SigningClient(sandbox.endpoint())
    }

    def "it listens on loopback only, and says where"() {
        expect:
        sandbox.endpoint() ==~ /http:\/\/127\.0\.0\.1:\d+/
        sandbox.httpsEndpoint() ==~ /https:\/\/127\.0\.0\.1:\d+/
        NetworkInterface.networkInterfaces().flatMap { it.inetAddresses() }.filter { !it.loopbackAddress }.noneMatch { address ->
            try (def socket = new Socket()) {
                socket.connect(new InetSocketAddress(address, URI.create(sandbox.endpoint()).port), 500)
                return true
            } catch (IOException ignored) {
                return false
            }
        }
    }

    def "a port that is taken is said plainly"() {
        when:
        Sandbox.start(SandboxOptions.of(catalog).withHttpPort(URI.create(sandbox.endpoint()).port))

        then:
        def e = thrown(UncheckedIOException)
        e.message.contains("port ${URI.create(sandbox.endpoint()).port}")
        e.message.contains('Give another port')
    }

    def "a closed sandbox gives its port back, and closing it twice does no harm"() {
        given:
        def first = Sandbox.start(SandboxOptions.of(catalog))
        def port = URI.create(first.endpoint()).port

        when:
        first.close()
        first.close()
        def second = Sandbox.start(SandboxOptions.of(catalog).withHttpPort(port))

        then:
        new SigningClient(second.endpoint()).call('POST', 'ListProjects', V2024).signV3().send().status() == 200

        cleanup:
        second?.close()
    }

    def "an empty POST is accepted #how"() {
        given:
        def call = client().call('POST', 'DeleteDataQualityRule', V2024).query('ProjectId', 1).query('Id', 22)
        headers.each { name, value -> call.header(name, value) }

        expect:
        call.signV3().send().status() == 200

        where:
        how                        | headers
        'without any length'       | [:]
        'with length 0'            | ['content-length': '0']
        'in chunks'                | ['transfer-encoding': 'chunked']
    }

    def "a form may come in chunks and its content type may name a charset"() {
        expect:
        client().call('POST', 'ListProjects', V2024).form('PageSize', 7).header('transfer-encoding', 'chunked')
                .header('content-type', 'application/x-www-form-urlencoded; charset=UTF-8').signV3().send().json().PagingInfo.PageSize == 7
    }

    def "common parameters of the old signature may stand in the form, as older clients send them"() {
        given:
        def call = client().call('POST', 'ListProjects', V2024)
        call.form.putAll([Action: 'ListProjects', Format: 'JSON', Version: V2024, Timestamp: Instant.now().toString().replaceAll(/\.\d+/, ''),
                          SignatureNonce: UUID.randomUUID().toString(), SignatureMethod: 'HMAC-SHA1', SignatureVersion: '1.0', AccessKeyId: 'sandbox'])
        def text = call.form.sort().collect { k, v -> SigningClient.encode(k) + '=' + SigningClient.encode(v) }.join('&')
        call.form.Signature = V1Signature.sign('sandbox', 'POST&%2F&' + SigningClient.encode(text))
        call.header('content-type', 'application/x-www-form-urlencoded')

        expect:
        call.send().status() == 200
    }

    def "without Format=json a call of the old signature is answered in XML, error and success"() {
        given:
        def xml = { SigningClient c -> c.call('POST', 'ListProjects', V2024).query('Format', 'XML').signV1().send() }
        def good = xml(client())
        def bad = xml(client().key('sandbox', 'wrong', null))

        expect:
        good.status() == 200
        good.headers()['content-type'] == 'text/xml;charset=utf-8'
        def root = xmlRoot(good.body())
        root.nodeName == 'ListProjectsResponse'
        root.getElementsByTagName('RequestId').item(0).textContent == good.headers()['x-acs-request-id']
        root.getElementsByTagName('Projects').length == 2
        bad.status() == 400
        bad.headers()['content-type'] == 'text/xml;charset=utf-8'
        def error = xmlRoot(bad.body())
        error.nodeName == 'Error'
        error.getElementsByTagName('Code').item(0).textContent == 'SignatureDoesNotMatch'
    }

    private static Element xmlRoot(String text) {
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text))).documentElement
    }

    def "a bare request is told, in XML, that it names no action"() {
        expect:
        def answer = client().exchange("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".bytes)
        answer.status() == 400
        answer.headers()['content-type'] == 'text/xml;charset=utf-8'
        answer.body().contains('<Code>MissingAction</Code>')
        answer.body().contains('<HostId>x</HostId>')
    }

    def "an output format that does not exist is refused"() {
        expect:
        client().call('POST', 'ListProjects', V2024).query('Format', 'yaml').signV1().send().body().contains('InvalidParameter.Format')
    }

    def "both versions are served on one path and told apart"() {
        expect:
        client().call('POST', 'ListProjects', V2024).signV3().send().json().PagingInfo.Projects != null
        client().call('POST', 'ListProjects', '2020-05-18').signV3().send().json().PageResult.ProjectList != null
    }

    def "a behaviour's refusal, and its failure, become answers"() {
        given:
        def options = SandboxOptions.of(catalog).withBehaviour { call ->
            if (call.text('Id') == '404') {
                throw new ServiceFault(400, '5801488441564725286', '未找到节点: 404')
            }
            throw new IllegalStateException('a fault of its own')
        }
        def get = { SigningClient c, String id -> c.call('GET', 'GetNode', V2024).query('ProjectId', 1).query('Id', id).signV3().send() }

        expect:
        Sandbox.start(options).withCloseable {
            def c = new SigningClient(it.endpoint())
            def missing = get(c, '404')
            assert missing.status() == 400 && missing.code() == '5801488441564725286' && missing.message() == '未找到节点: 404'
            def failed = get(c, '1')
            assert failed.status() == 500 && failed.code() == 'InternalError'
            true
        }
    }

    def "request ids are upper-case UUIDs, each new, and repeatable from a seed"() {
        given:
        def ids = {
            Sandbox.start(SandboxOptions.of(catalog).withRequestIdSeed(42L)).withCloseable { s ->
                (1..20).collect { new SigningClient(s.endpoint()).call('POST', 'ListProjects', V2024).signV3().send().json().RequestId }
            }
        }
        def first = ids()

        expect:
        first.every { it ==~ /[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}/ }
        first.toSet().size() == 20
        ids() == first
    }

    def "a second page of a shaped listing is empty, so that reading all pages ends"() {
        expect:
        client().call('POST', 'ListProjects', V2024).form('PageNumber', 1).signV3().send().json().PagingInfo.Projects.size() == 2
        def second = client().call('POST', 'ListProjects', V2024).form('PageNumber', 2).signV3().send().json().PagingInfo
        second.Projects == []
        second.PageNumber == 2
        second.TotalCount == 2
    }

    def "a shaped batch answers for every id that it was given"() {
        expect:
        def info = client().call('POST', 'StopTaskInstances', V2024).form('Ids', '[11,12]').signV3().send().json().SuccessInfo
        info.keySet() == ['11', '12'] as Set
        info.values().every { it.Success == true }
    }

    def "the log remembers the last calls without secrets"() {
        given:
        def seen = []
        def options = SandboxOptions.of(catalog).withLogCapacity(2).withOnCall { seen << it }

        expect:
        Sandbox.start(options).withCloseable {
            def c = new SigningClient(it.endpoint())
            c.call('POST', 'ListProjects', V2024).form('PageSize', 1).signV3().send()
            c.call('POST', 'CreateDataSource', V2024).query('Name', 'm').query('ProjectId', 1).query('Type', 'mysql').query('ConnectionPropertiesMode', 'UrlMode')
                    .query('ConnectionProperties', '{"url":"jdbc:mysql://h/d","username":"u","password":"s3cret!"}').signV1().send()
            c.key('nobody', 'x', null).call('GET', 'GetNode', V2024).query('ProjectId', 1).query('Id', 2).signV3().send()
            def entries = it.log().entries()
            assert seen.size() == 3 && entries.size() == 2
            assert entries == seen.drop(1).take(2)
            assert entries[0].operation() == 'CreateDataSource' && entries[0].status() == 200 && entries[0].code() == null
            assert entries[0].keyId() == 'sandbox' && entries[0].signature() == 'HMAC-SHA1' && entries[0].form() == [:]
            assert entries[0].query().ConnectionProperties == '{"url":"jdbc:mysql://h/d","username":"u","password":"***"}'
            assert entries[1].code() == 'InvalidAccessKeyId.NotFound' && entries[1].keyId() == null && entries[1].query() == [ProjectId: '1', Id: '2']
            new SigningClient(it.endpoint()).key('sandbox', 'wrong', null).call('POST', 'CreateDataSource', V2024)
                    .query('ConnectionProperties', '{"password":"s3cret!"').signV1().send()
            assert !seen.toString().contains('s3cret')
            assert seen[3].message() == 'Specified signature is not matched with our calculation.'
            assert it.log().of('GetNode') == [seen[2]]
            assert it.log().last() == seen[3]
            it.log().clear()
            assert it.log().entries() == [] && it.log().last() == null
            true
        }
    }

    def "the certificate serves every loopback name, for a client that trusts it and no other"() {
        given:
        def store = KeyStore.getInstance('PKCS12')
        store.load(null, null)
        store.setCertificateEntry('sandbox', CertificateFactory.getInstance('X.509')
                .generateCertificate(new ByteArrayInputStream(sandbox.certificatePem().getBytes(StandardCharsets.US_ASCII))))
        def managers = TrustManagerFactory.getInstance(TrustManagerFactory.defaultAlgorithm)
        managers.init(store)
        def context = SSLContext.getInstance('TLS')
        context.init(null, managers.trustManagers, null)
        def port = URI.create(sandbox.httpsEndpoint()).port

        when:
        def names = ['localhost', '127.0.0.1'].collect { host ->
            try (SSLSocket socket = context.socketFactory.createSocket(host, port) as SSLSocket) {
                def parameters = socket.SSLParameters
                parameters.endpointIdentificationAlgorithm = 'HTTPS'
                socket.SSLParameters = parameters
                socket.startHandshake()
                socket.session.peerCertificates[0].subjectAlternativeNames*.get(1)
            }
        }

        then:
        names[0].contains('localhost') && names[0].contains('127.0.0.1') && names[0].size() == 3
        new SigningClient(sandbox.httpsEndpoint(), context.socketFactory).call('POST', 'ListProjects', V2024).signV3().send().status() == 200

        when:
        (SSLSocketFactory.default.createSocket('127.0.0.1', port) as SSLSocket).startHandshake()

        then:
        thrown(SSLHandshakeException)
    }

    def "without TLS there is neither an address nor a certificate for it"() {
        expect:
        Sandbox.start(SandboxOptions.of(catalog)).withCloseable { it.httpsEndpoint() == null && it.certificatePem() == null }
    }

    def "the ready lines can be pasted into a shell"() {
        given:
        def lines = SandboxReadyLines.of(sandbox, Path.of("/tmp/a b/ca.pem"))

        expect:
        lines[0] == "sandbox ready: ${sandbox.endpoint()} and ${sandbox.httpsEndpoint()}".toString()
        lines.drop(1).every { it.startsWith('export ') }
        lines.contains('export ALIBABA_CLOUD_ACCESS_KEY_ID=sandbox')
        lines.contains('export ALIBABA_CLOUD_ACCESS_KEY_SECRET=sandbox')
        lines.contains('export ALIBABA_CLOUD_REGION_ID=cn-shanghai')
        lines.contains("export DWX_ENDPOINT=${sandbox.endpoint()}".toString())
        lines.contains("export DWX_CA_FILE='/tmp/a b/ca.pem'")
        SandboxReadyLines.of(sandbox, null).every { !it.contains('DWX_CA_FILE') }
    }

    def "a call can go wrong on demand: #disturbance"() {
        given:
        def worked = 0
        def options = SandboxOptions.of(catalog).withBehaviour { call -> worked++; [RequestId: call.requestId(), Padding: 'x' * 100] }

        expect:
        Sandbox.start(options).withCloseable {
            it.disturb(disturbance)
            def c = new SigningClient(it.endpoint())
            def answer = c.call('POST', 'ListProjects', V2024).signV3().send()
            assert answer.status() == status
            assert check(answer)
            assert worked == (disturbance.afterWork() ? 1 : 0)
            assert c.call('POST', 'ListProjects', V2024).signV3().send().status() == 200
            true
        }

        where:
        disturbance                        || status | check
        Disturbance.BAD_GATEWAY_PAGE       || 502    | { it.body().startsWith('<html>') }
        Disturbance.EMPTY_UNAVAILABLE      || 503    | { it.body() == '' }
        Disturbance.UNAVAILABLE            || 503    | { it.code() == 'ServiceUnavailable' }
        Disturbance.INTERNAL_ERROR         || 500    | { it.code() == 'InternalError' }
        Disturbance.THROTTLED              || 429    | { it.code() == 'Throttling.User' && it.headers()['x-acs-retry-after'] == '50' }
        Disturbance.THROTTLED_BY_NUMBER    || 400    | { it.code() == '9990020002' }
        Disturbance.DAY_USED_UP            || 429    | { it.code() == 'Throttling.Api.Risk' }
        Disturbance.DROPPED                || 0      | { it.body() == '' }
        Disturbance.DROPPED_AFTER_WORK     || 0      | { it.body() == '' }
        Disturbance.CUT                    || 200    | { it.body().length() * 2 <= it.headers()['content-length'] as int }
        Disturbance.EMPTY_BODY             || 200    | { it.body() == '' }
        Disturbance.SLOW                   || 200    | { it.json().RequestId != null }
    }

    def "forgetting nonces keeps the memory bounded"() {
        given:
        def memory = new NonceMemory()
        def now = Instant.parse('2026-03-15T08:30:00Z')

        when:
        (1..1000).each { memory.use('k', "n$it", now.plusSeconds(900), now) }

        then:
        memory.size() == 1000
        !memory.use('k', 'n1', now.plusSeconds(900), now.plusSeconds(900))

        when:
        memory.use('k', 'new', now.plusSeconds(2000), now.plusSeconds(901))

        then:
        memory.size() == 1
    }
}
