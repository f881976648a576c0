package dev.dwx.client

import dev.dwx.client.ApiException.Stage
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Connections: what is repeated, what is not, and what is said when one breaks. */
class TeaTransportSpec extends Specification {
    static final CallTarget SHANGHAI = new CallTarget('cn-shanghai')

    @AutoCleanup LoopbackServer server = new LoopbackServer()
    @AutoCleanup ApiClient client = ApiClient.create(settings())

    @spock.lang.Shared def read = Operations.operation('GetNode', 'GET', [Operations.query('Id', 'string')])
    @spock.lang.Shared def readByPost = Operations.operation('ListNodes', 'POST', [Operations.form('Name', 'string')])
    @spock.lang.Shared def write = Operations.operation('CreateNode', 'POST', [Operations.form('Spec', 'string')])
    @spock.lang.Shared def writeByGet = Operations.operation('DeleteDataSource', 'GET', [Operations.query('Id', 'integer')])

    ClientSettings settings(String url = server.url()) {
        ClientSettings.of(new Endpoints(Endpoint.parse(url), false), CredentialSource.of(Credentials.accessKey('testAccessKeyId', 'testAccessKeySecret')))
    }

    ApiException failing(operation, Map arguments = [:], ApiClient caller = client) {
        try {
            caller.call(operation, arguments, SHANGHAI)
        } catch (ApiException e) {
            return e
        }
        throw new AssertionError('the call succeeded')
    }

    /** Takes the request and closes without a word. */
    static final LoopbackServer.Reaction HANG_UP = { request, connection -> connection.close() }

    def "a read on a kept connection that the server has closed is tried again once"() {
        given:
        client.call(operation, [:], SHANGHAI)
        server.then(HANG_UP)

        when:
        def answer = client.call(operation, [:], SHANGHAI)

        then:
        answer.status() == 200
        server.requests().size() == 3
        server.connections() == 2
        server.requests()[1].connection() == 1
        server.requests()[1].headers()['x-acs-signature-nonce'] != server.requests()[2].headers()['x-acs-signature-nonce']

        where:
        operation << [read, readByPost]
    }

    def "a read that is dropped a second time, on its own fresh connection, is not tried for ever"() {
        given:
        client.call(read, [:], SHANGHAI)
        server.then(HANG_UP).then(HANG_UP)

        when:
        def e = failing(read)

        then:
        e.code() == 'dwx.ConnectionLost'
        e.stage() == Stage.UNKNOWN_OUTCOME
        server.requests().size() == 3
    }

    def "a write is never repeated after it may have been sent"() {
        given:
        client.call(write, [Spec: 'x'], SHANGHAI)
        server.then(HANG_UP)

        when:
        def e = failing(write, [Spec: 'x'])

        then:
        e.stage() == Stage.UNKNOWN_OUTCOME
        e.code() == 'dwx.ConnectionLost'
        e.why().contains('not known')
        e.next().contains('before you repeat it')
        server.requests().size() == 2
    }

    def "a write by GET goes over a fresh connection and is not repeated"() {
        given:
        client.call(read, [:], SHANGHAI)
        server.then(HANG_UP)

        when:
        def e = failing(writeByGet, [Id: 7])

        then:
        e.stage() == Stage.UNKNOWN_OUTCOME
        server.requests().size() == 2
        server.requests()[1].connection() == 2
    }

    def "calls share a kept connection"() {
        when:
        5.times { client.call(it % 2 ? read : write, [:], SHANGHAI) }

        then:
        server.connections() == 1
    }

    def "many threads at once need no more connections than threads, and each call has its own nonce"() {
        given:
        def pool = Executors.newFixedThreadPool(16)

        when:
        def futures = (1..200).collect { n -> pool.submit({ client.call(read, [Id: "n$n" as String], SHANGHAI).status() } as java.util.concurrent.Callable) }

        then:
        futures*.get(20, TimeUnit.SECONDS).every { it == 200 }
        server.connections() <= 16
        server.requests()*.headers()*.get('x-acs-signature-nonce').toSet().size() == 200

        cleanup:
        pool.shutdownNow()
    }

    def "no connection means that nothing was sent"() {
        given:
        int port = new ServerSocket(0, 1, InetAddress.loopbackAddress).withCloseable { it.localPort }
        def nobody = ApiClient.create(settings("http://127.0.0.1:$port"))

        when:
        def e = failing(write, [:], nobody)

        then:
        e.stage() == Stage.NOT_SENT
        e.code() == 'dwx.NoConnection'
        e.why().contains("127.0.0.1:$port") && e.why().contains('nothing was sent')
    }

    def "an unknown host means that nothing was sent"() {
        given:
        def nowhere = ApiClient.create(settings('https://no-such-host.invalid'))

        when:
        def e = failing(write, [:], nowhere)

        then:
        e.stage() == Stage.NOT_SENT
        e.code() == 'dwx.UnknownHost'
        e.why().contains('no-such-host.invalid')
    }

    def "a silent server ends in a time-out that leaves the outcome open"() {
        given:
        def hasty = ApiClient.create(settings().withTimeouts(Duration.ofSeconds(2), Duration.ofMillis(200)))
        def end = new CountDownLatch(1)
        server.always { request, connection -> end.await(20, TimeUnit.SECONDS) }

        when:
        def e = failing(operation, [:], hasty)

        then:
        e.stage() == Stage.UNKNOWN_OUTCOME
        e.code() == 'dwx.TimedOut'
        server.requests().size() == 1

        cleanup:
        end.countDown()
        hasty.close()

        where:
        operation << [read, write]
    }

    def "an answer that breaks off in the middle is a lost connection"() {
        given:
        server.then { request, connection ->
            LoopbackServer.write(connection, 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"a":'.bytes)
            connection.close()
        }

        expect:
        with(failing(write)) {
            stage() == Stage.UNKNOWN_OUTCOME
            code() == 'dwx.ConnectionLost'
        }
    }

    def "a waiting call can be broken off from another thread"() {
        given:
        def arrived = new CountDownLatch(1)
        def end = new CountDownLatch(1)
        server.then { request, connection -> arrived.countDown(); end.await(20, TimeUnit.SECONDS) }
        ApiException seen = null
        def caller = new Thread({ seen = failing(read) })

        when:
        caller.start()
        assert arrived.await(10, TimeUnit.SECONDS)
        client.cancel(caller)
        caller.join(10_000)

        then:
        seen.code() == 'dwx.Cancelled'
        seen.stage() == Stage.UNKNOWN_OUTCOME

        and: 'the client goes on working'
        client.call(read, [:], SHANGHAI).status() == 200

        cleanup:
        end.countDown()
    }

    def "an empty text arrives, in the URL and in a form, and null does not"() {
        given:
        def operation = Operations.operation('CreateX', 'POST', [Operations.query('Q', 'string'), Operations.query('R', 'string'), Operations.form('F', 'string'), Operations.form('G', 'string')])

        when:
        client.call(operation, [Q: '', R: null, F: '', G: null], SHANGHAI)

        then:
        server.last().target() == '/?Q='
        server.last().text() == 'F='
    }

    def "a POST without body carries no content type"() {
        when:
        client.call(Operations.operation('StopX', 'POST', [Operations.query('Id', 'integer')]), [Id: 1], SHANGHAI)

        then:
        server.last().method() == 'POST'
        server.last().body().length == 0
        !server.last().headers().containsKey('content-type')
    }

    def "PUT and DELETE are sent as they are"() {
        when:
        client.call(Operations.operation('UpdateX', method, [Operations.form('A', 'string')]), [A: '1'], SHANGHAI)

        then:
        server.last().method() == method
        server.last().text() == 'A=1'

        where:
        method << ['PUT', 'DELETE']
    }

    def "two clients with different settings for one endpoint do not disturb each other"() {
        given:
        def other = ApiClient.create(settings())
        client.call(read, [:], SHANGHAI)
        other.call(read, [:], SHANGHAI)
        server.then(HANG_UP)

        when: 'the first one still knows that its read went into a reused connection'
        def answer = client.call(read, [:], SHANGHAI)

        then:
        answer.status() == 200

        cleanup:
        other.close()
    }

    def "a closed client can be used again"() {
        given:
        client.call(read, [:], SHANGHAI)
        client.close()

        expect:
        client.call(read, [:], SHANGHAI).status() == 200
        server.connections() == 2
    }

    def "the caller's program is named in the user agent"() {
        when:
        client.call(read, [:], SHANGHAI)

        then:
        server.last().headers()['user-agent'].startsWith('AlibabaCloud (')
        server.last().headers()['user-agent'].endsWith(' dwx')
    }

    def "what asks to be sent again is not sent again: #status #headers"() {
        given:
        server.then { request, connection ->
            LoopbackServer.write(connection, "HTTP/1.1 $status X\r\n${headers}Content-Length: 0\r\n\r\n".getBytes('US-ASCII'))
        }

        when:
        def e = failing(operation)

        then:
        e.status() == status
        server.requests().size() == 1

        where:
        [[status, headers], operation] << [[[503, 'Retry-After: 0\r\n'], [503, 'Retry-After: 00\r\n'], [503, 'Retry-After: 1\r\n'], [408, ''],
                [421, ''], [401, 'WWW-Authenticate: Basic realm="x"\r\n']], [write, writeByGet, read]].combinations()
    }

    def "a write on a kept connection that breaks in any way is sent once"() {
        given:
        client.call(readByPost, [:], SHANGHAI)
        server.then(breaking)

        when:
        def e = failing(operation)

        then:
        e.stage() == ApiException.Stage.UNKNOWN_OUTCOME
        server.requests().size() == 2

        where:
        [breaking, operation] << [[HANG_UP,
                { request, connection -> connection.setSoLinger(true, 0); connection.close() } as LoopbackServer.Reaction,
                { request, connection -> LoopbackServer.write(connection, 'HTTP/1.1 20'.bytes); connection.close() } as LoopbackServer.Reaction,
                { request, connection -> LoopbackServer.write(connection, 'SSH-2.0-x\r\n'.bytes); connection.close() } as LoopbackServer.Reaction],
                [write, writeByGet]].combinations()
    }
}
