package dev.dwx.client.sdk

import com.aliyun.sdk.gateway.pop.auth.SignatureVersion
import com.aliyun.sdk.service.dataworks_public20990101.AsyncClient
import com.aliyun.sdk.service.dataworks_public20990101.PopError
import com.aliyun.sdk.service.dataworks_public20990101.models.CreateAlarmResponse
import dev.dwx.catalog.Placement
import dev.dwx.catalog.Style
import dev.dwx.client.ApiClient
import dev.dwx.client.ApiException
import dev.dwx.client.ApiException.Stage
import dev.dwx.client.CallTarget
import dev.dwx.client.ClientSettings
import dev.dwx.client.Endpoint
import dev.dwx.client.Endpoints
import dev.dwx.client.Operations
import dev.dwx.client.ProxySettings
import dev.dwx.client.Signature
import dev.dwx.client.credentials.CredentialReport
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionException
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Shared
import spock.lang.Specification

/** The asynchronous SDK family, with stand-ins of its classes. */
class AsyncSdkSpec extends Specification {
    static final CallTarget SHANGHAI = new CallTarget('cn-shanghai')
    static final String URL = 'http://127.0.0.1:7'

    @Shared def operation = Operations.operation('2099-01-01', 'CreateAlarm', 'POST', [
            Operations.form('Id', 'integer'), Operations.form('Enabled', 'boolean'),
            Operations.parameter('Types', Placement.FORM_DATA, Style.SIMPLE, 'string[]'),
            Operations.parameter('Receivers', Placement.QUERY, Style.JSON, 'any[]'),
            Operations.parameter('Labels', Placement.QUERY, Style.NONE, 'object')], false)
    @Shared def numbered = Operations.operation('2099-01-01', 'CreateAlarm', 'POST', [
            Operations.parameter('Types', Placement.FORM_DATA, Style.REPEAT_LIST, 'string[]'),
            Operations.parameter('Receivers', Placement.QUERY, Style.REPEAT_LIST, 'any[]')], false)

    def given = null

    def setup() {
        AsyncClient.MADE.clear()
        answering { CompletableFuture.completedFuture(answer()) }
    }

    void answering(Closure<CompletableFuture> how) {
        AsyncClient.Fake.answer = { request -> given = request.given(); how.call() }
    }

    static CreateAlarmResponse answer(Boolean success = true) {
        new CreateAlarmResponse(['X-Acs-Request-Id': 'H'], 200, new CreateAlarmResponse.Body('R', [8604388726201130001L, 2L], 0.1f, success))
    }

    static ClientSettings settings(CredentialSource credentials = CredentialSource.of(Credentials.accessKey('someAccessKeyId', 'someSecret')), String url = URL) {
        ClientSettings.of(new Endpoints(Endpoint.parse(url), false), credentials).withTransport('sdk')
    }

    def "arguments reach the builder in its types, whatever their style"() {
        when:
        ApiClient.create(settings()).call(op, arguments, SHANGHAI)

        then:
        given == [Id: null, Enabled: null, Types: null, Receivers: null, Labels: null] + expected

        where:
        op        | arguments                                                        || expected
        operation | [Id: 8604388726201130001L, Enabled: true]                        || [Id: 8604388726201130001L, Enabled: true]
        operation | [Id: '8604388726201130001', Enabled: 'false']                    || [Id: 8604388726201130001L, Enabled: false]
        operation | [Types: ['mysql', 'holo']]                                       || [Types: ['mysql', 'holo']]
        operation | [Types: 'mysql,holo']                                            || [Types: ['mysql', 'holo']]
        operation | [Receivers: [[Name: 'a', Uids: [1, 8604388726201130001]], [Name: '中']]] || [Receivers: ['a[1, 8604388726201130001]', '中null']]
        operation | [Receivers: '[{"Name":"a","Uids":["7"]}]']                       || [Receivers: ['a[7]']]
        operation | [Labels: [x: 1, y: 8604388726201130001]]                         || [Labels: [x: 1L, y: 8604388726201130001L]]
        operation | [:]                                                              || [:]
        numbered  | [Types: ['a.b', 'c,d']]                                          || [Types: ['a.b', 'c,d']]
        numbered  | [Receivers: [[Name: 'a', Uids: [1, 2]], [Uids: [3]]]]            || [Receivers: ['a[1, 2]', 'null[3]']]
    }

    def "the typed answer comes back under the service's names with exact numbers"() {
        when:
        def answer = ApiClient.create(settings()).call(operation, [Id: 1], SHANGHAI)

        then:
        answer.body() == [RequestId: 'R', Ids: [8604388726201130001L, 2], Rate: 0.1G, Success: true]
        answer.status() == 200
        answer.headers() == ['x-acs-request-id': 'H']
        answer.requestId() == 'R'
    }

    def "a client is made for the endpoint, the signature and the credentials"() {
        when:
        ApiClient.create(settings(CredentialSource.of(credentials), url).withSignature(signature)).call(operation, [:], SHANGHAI)

        then:
        def made = AsyncClient.MADE.last()
        made.override.endpoint == URI.create(url).authority
        made.override.protocol == protocol
        made.override.connect == Duration.ofSeconds(5)
        made.service.version == version
        made.provider.credential.id == 'someAccessKeyId'
        made.provider.credential.secret == 'someSecret'
        made.provider.credential.token == credentials.token()

        where:
        url                                  | signature    | credentials                                                    || protocol | version
        URL                                  | Signature.V3 | Credentials.accessKey('someAccessKeyId', 'someSecret')         || 'HTTP'   | SignatureVersion.V3
        'https://dataworks.example.com:8443' | Signature.V1 | Credentials.sts('someAccessKeyId', 'someSecret', 'someToken')  || 'HTTPS'  | SignatureVersion.V1
    }

    def "a client is kept, and made anew and the old one closed when the credentials change"() {
        given:
        def now = Credentials.accessKey('firstAccessKey', 'someSecret')
        def source = new CredentialSource() {
            Credentials current() { now }

            CredentialReport report() { null }
        }
        def client = ApiClient.create(settings(source))

        when:
        2.times { client.call(operation, [:], SHANGHAI) }
        now = Credentials.accessKey('secondAccessKey', 'someSecret')
        2.times { client.call(operation, [:], SHANGHAI) }

        then:
        AsyncClient.MADE*.provider*.credential*.id == ['firstAccessKey', 'secondAccessKey']
        AsyncClient.MADE*.closed == [true, false]

        when:
        client.close()

        then:
        AsyncClient.MADE*.closed == [true, true]
    }

    def "the SDK's exceptions become the usual failures: #problem"() {
        given:
        answering { CompletableFuture.failedFuture(problem) }

        when:
        ApiClient.create(settings()).call(operation, [:], SHANGHAI)

        then:
        def e = thrown(ApiException)
        e.code() == code
        e.stage() == stage
        e.status() == status
        e.requestId() == (status ? 'ASYNC-1' : null)
        !e.message.contains('someSecret')

        where:
        problem                                                               || code                 | stage                 | status
        new PopError(403, 'NoPermission', 'denied for someSecret')            || 'NoPermission'       | Stage.REFUSED         | 403
        new CompletionException(new PopError(500, 'InternalError', 'oh'))     || 'InternalError'      | Stage.UNKNOWN_OUTCOME | 500
        new CompletionException(new ConnectException('refused'))              || 'dwx.NoConnection'   | Stage.NOT_SENT        | 0
        new UnknownHostException('x')                                         || 'dwx.UnknownHost'    | Stage.NOT_SENT        | 0
        new IOException('reset, token someSecret')                            || 'dwx.ConnectionLost' | Stage.UNKNOWN_OUTCOME | 0
    }

    def "Success false in a typed answer is a failure"() {
        given:
        answering { CompletableFuture.completedFuture(answer(false)) }

        when:
        ApiClient.create(settings()).call(operation, [:], SHANGHAI)

        then:
        def e = thrown(ApiException)
        e.code() == 'dwx.Unsuccessful'
    }

    def "a silent service ends in a time-out, a waiting call can be broken off"() {
        given:
        def arrived = new CountDownLatch(1)
        answering { arrived.countDown(); new CompletableFuture() }
        def hasty = ApiClient.create(settings().withTimeouts(Duration.ofMillis(50), Duration.ofMillis(50)))
        def patient = ApiClient.create(settings())

        when:
        hasty.call(operation, [:], SHANGHAI)

        then:
        def e = thrown(ApiException)
        e.code() == 'dwx.TimedOut'
        e.stage() == Stage.UNKNOWN_OUTCOME

        when:
        ApiException seen = null
        def caller = new Thread({
            try {
                patient.call(operation, [:], SHANGHAI)
            } catch (ApiException broken) {
                seen = broken
            }
        })
        caller.start()
        while (caller.alive) {
            patient.cancel(caller)
            caller.join(5)
        }

        then:
        arrived.await(1, TimeUnit.SECONDS)
        seen.code() == 'dwx.Cancelled'
    }

    def "what this family cannot be told is refused rather than ignored: #part"() {
        when:
        ApiClient.create(changed).call(operation, [:], SHANGHAI)

        then:
        def e = thrown(ApiException)
        e.stage() == Stage.NOT_SENT
        e.code() == 'dwx.Sdk'
        e.why().contains(part)
        AsyncClient.MADE.empty

        where:
        changed                                                                                                              || part
        settings(CredentialSource.of(Credentials.accessKey('someAccessKeyId', 's')), 'https://dataworks.example.com').withProxies(ProxySettings.of([HTTPS_PROXY: 'http://proxy:1'])) || 'through a proxy'
        settings().withCertificates('PEM')                                                                                   || 'certificates of your own'
        settings().withSignature(Signature.V3_SM3)                                                                           || 'SM3'
        settings(CredentialSource.of(Credentials.bearer('someBearerToken')))                                                 || 'bearer token'
    }
}
