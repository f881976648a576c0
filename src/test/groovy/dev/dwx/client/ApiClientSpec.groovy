package dev.dwx.client

import dev.dwx.json.ExactJson
import dev.dwx.client.ApiException.Stage
import dev.dwx.client.credentials.CredentialException
import dev.dwx.client.credentials.CredentialReport
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What counts as success and as failure, over a real socket. */
class ApiClientSpec extends Specification {
    static final String SECRET = 'verySecretKeyMaterial'
    static final String TOKEN = 'sts/token+with=signs'
    static final CallTarget SHANGHAI = new CallTarget('cn-shanghai')
    static final streaming = Operations.operation('2024-05-18', 'PromptAgentSession', 'POST', [], true)

    @AutoCleanup LoopbackServer server = new LoopbackServer()
    @AutoCleanup ApiClient client = client(Credentials.sts('testAccessKeyId', SECRET, TOKEN))

    ApiClient client(Credentials credentials) {
        ApiClient.create(ClientSettings.of(new Endpoints(Endpoint.parse(server.url()), false), CredentialSource.of(credentials)))
    }

    @spock.lang.Shared def list = Operations.operation('ListProjects', 'POST', [Operations.form('PageSize', 'integer'), Operations.form('Name', 'string')])
    @spock.lang.Shared def create = Operations.operation('CreateNode', 'POST', [Operations.form('Spec', 'string')])
    @spock.lang.Shared def rerun = Operations.operation('RerunTaskInstances', 'POST', [Operations.form('Comment', 'string')])

    ApiException failing(operation, Map arguments = [:]) {
        try {
            client.call(operation, arguments, SHANGHAI)
        } catch (ApiException e) {
            def all = [e.message, e.why(), e.next(), e.serviceMessage(), e.toString(), e.cause?.toString()].join('\n')
            assert !all.contains(SECRET) && !all.contains(TOKEN)
            return e
        }
        throw new AssertionError('the call succeeded')
    }

    def "a good answer comes with exact numbers, its text, status, headers and request id"() {
        given:
        server.thenJson(200, '{"RequestId":"BODY-ID","Big":9223372036854775808,"Id":8604388726201130001,"Price":1.50,"List":[1,"2",null,true]}')

        when:
        def answer = client.call(list, [PageSize: 10], SHANGHAI)

        then:
        answer.body() == [RequestId: 'BODY-ID', Big: 9223372036854775808G, Id: 8604388726201130001L, Price: 1.50G, List: [1, '2', null, true]]
        answer.body().Price.toString() == '1.50'
        answer.text().contains('9223372036854775808')
        answer.status() == 200
        answer.requestId() == 'BODY-ID'
        answer.headers()['x-acs-request-id'] == 'HEADER-ID'
        answer.elapsed().toNanos() > 0
        server.last().text() == 'PageSize=10'
    }

    def "a root array keeps 64-bit numbers exact and takes its request id from the header"() {
        given:
        server.thenJson(200, '[8604388726201130001,9007199254740993]')

        expect:
        with(client.call(list, [:], SHANGHAI)) {
            body() == [8604388726201130001L, 9007199254740993L]
            requestId() == 'HEADER-ID'
        }
    }

    def "Success false in a 200 is a failure: #body"() {
        given:
        server.thenJson(200, body)

        when:
        def e = failing(list)

        then:
        e.stage() == Stage.REFUSED
        e.code() == code
        e.serviceMessage() == message
        e.status() == 200
        e.requestId() == 'R1'

        where:
        body                                                                                          || code                | message
        '{"RequestId":"R1","Success":false,"ErrorCode":"Invalid.X","ErrorMessage":"bad"}'             || 'Invalid.X'         | 'bad'
        '{"RequestId":"R1","Success":"false","ErrorCode":"0","ErrorMessage":"流水线未准备好"}'          || 'dwx.Unsuccessful'  | '流水线未准备好'
        '{"RequestId":"R1","Success":"False"}'                                                        || 'dwx.Unsuccessful'  | null
        '{"requestId":"R1","success":false,"code":"X.Y","message":"no"}'                              || 'X.Y'               | 'no'
    }

    def "an ErrorCode beside Success true is no failure"() {
        given:
        server.thenJson(200, '{"RequestId":"R","Success":true,"ErrorCode":"0","ErrorMessage":"leftover","Data":7}')

        expect:
        client.call(list, [:], SHANGHAI).body().Data == 7
    }

    def "a failed entry of SuccessInfo is a failure that names each failed id"() {
        given:
        server.thenJson(200, '{"RequestId":"R","SuccessInfo":{"11":{"Success":true},"12":{"Success":false,"Message":"gone"},"13":{"Success":"false"}}}')

        when:
        def e = failing(rerun)

        then:
        e.code() == 'dwx.PartlyFailed'
        e.message.contains('failed: 12: gone')
        e.message.contains('failed: 13')
        !e.message.contains('failed: 11')
        e.why().startsWith('1 of 3 succeeded, 2 failed')
    }

    def "a SuccessInfo in which all succeeded is a success"() {
        given:
        server.thenJson(200, '{"SuccessInfo":{"11":{"Success":true},"12":{"Success":true,"Message":""}}}')

        expect:
        client.call(rerun, [:], SHANGHAI).body().SuccessInfo.size() == 2
    }

    def "an error answer keeps code, message, ids, help address and the details of a refused permission"() {
        given:
        server.thenJson(403, '''{"Code":"NoPermission","Message":"User not authorized","RequestId":"E1","HostId":"h",
            "Recommend":"https://api.aliyun.com/troubleshoot?q=NoPermission",
            "AccessDeniedDetail":{"AuthAction":"dataworks:ListProjects","AuthPrincipalType":"SubUser","AuthPrincipalDisplayName":"alice",
            "AuthPrincipalOwnerId":"123","NoPermissionType":"ImplicitDeny","PolicyType":"AccountLevelIdentityBasedPolicy","EncodedDiagnosticMessage":"AQEAAA=="}}''')

        when:
        def e = failing(list)

        then:
        e.stage() == Stage.REFUSED
        e.code() == 'NoPermission'
        e.status() == 403
        e.requestId() == 'E1'
        e.recommend() == 'https://api.aliyun.com/troubleshoot?q=NoPermission'
        ['dataworks:ListProjects', 'ImplicitDeny', 'AccountLevelIdentityBasedPolicy', 'SubUser alice', 'AQEAAA==', 'DecodeDiagnosticMessage'].every { e.why().contains(it) }
        e.next().contains('dwx doctor')
    }

    def "status and text of an answer that is no JSON survive: #status #type"() {
        given:
        server.thenReply(status, type, text)

        when:
        def e = failing(operation)

        then:
        e.status() == status
        e.code() == code
        e.serviceMessage() == shown
        e.stage() == stage
        e.requestId() == (type == 'text/xml;charset=utf-8' ? 'X1' : 'HEADER-ID')

        where:
        status | type                     | text                                                                                              | operation || code           | shown                          | stage
        502    | 'text/html'              | '<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>'        | list      || 'dwx.Http502'  | '502 Bad Gateway Bad Gateway'  | Stage.REFUSED
        502    | 'text/html'              | '<html><h1>Bad Gateway</h1></html>'                                                               | create    || 'dwx.Http502'  | 'Bad Gateway'                  | Stage.UNKNOWN_OUTCOME
        503    | null                     | ''                                                                                                | list      || 'dwx.Http503'  | null                           | Stage.REFUSED
        503    | null                     | ''                                                                                                | create    || 'dwx.Http503'  | null                           | Stage.UNKNOWN_OUTCOME
        400    | 'text/xml;charset=utf-8' | '<?xml version="1.0"?><Error><Code>MissingParameter</Code><Message>a &lt;b&gt; &amp; c</Message><RequestId>X1</RequestId></Error>' | create || 'MissingParameter' | 'a <b> & c' | Stage.REFUSED
        302    | 'text/plain'             | 'go away'                                                                                         | create    || 'dwx.Http302'  | 'go away'                      | Stage.REFUSED
        200    | 'text/html'              | '<p>Welcome to the hotel network</p>'                                                             | list      || 'dwx.NotJson'  | 'Welcome to the hotel network' | Stage.UNKNOWN_OUTCOME
        200    | 'application/json'       | ''                                                                                                | create    || 'dwx.EmptyAnswer' | null                        | Stage.UNKNOWN_OUTCOME
    }

    def "a fault of the service leaves open whether a write happened, a refusal with status 500 does not"() {
        given:
        server.thenJson(500, """{"Code":"$code","Message":"m","RequestId":"R"}""")

        expect:
        failing(operation).stage() == stage

        where:
        code                   | operation || stage
        'InternalError.System' | create    || Stage.UNKNOWN_OUTCOME
        'ServiceUnavailable'   | create    || Stage.UNKNOWN_OUTCOME
        'Backend.Timeout'      | create    || Stage.UNKNOWN_OUTCOME
        'InternalError.System' | list      || Stage.REFUSED
        'Forbidden.Not.Server' | create    || Stage.REFUSED
    }

    def "a redirection is not followed"() {
        given:
        server.then { request, connection ->
            LoopbackServer.write(connection, "HTTP/1.1 307 X\r\nLocation: ${server.url()}/elsewhere\r\nContent-Length: 0\r\n\r\n".toString().bytes)
        }

        when:
        def e = failing(create)

        then:
        e.code() == 'dwx.Http307'
        server.requests().size() == 1
    }

    def "what the events of a stream hold is the answer of an operation that streams"() {
        given:
        server.thenReply(200, 'text/event-stream', 'data: {"a":9007199254740993}\n\n: ping\n\nevent: note\ndata: plain\ndata: text\n\ndata: [DONE]\n\n')

        when:
        def answer = client.call(streaming, [:], SHANGHAI)

        then:
        answer.body() == [[a: 9007199254740993L], 'plain\ntext']
        answer.text().startsWith('data: {"a":9007199254740993}')
    }

    def "events are told while the rest is still to come"() {
        given:
        def heard = new java.util.concurrent.LinkedBlockingQueue<StreamEvent>()
        def goOn = new java.util.concurrent.CountDownLatch(1)
        server.then { request, connection ->
            LoopbackServer.write(connection, 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream;charset=utf-8\r\nConnection: close\r\n\r\nid: 1\ndata: {"n":1}\n\n'.bytes)
            // Not before the first has been heard.
            assert goOn.await(20, java.util.concurrent.TimeUnit.SECONDS)
            LoopbackServer.write(connection, 'event: last\ndata: {"n":2}\n\n'.bytes)
            connection.close()
        }
        def watcher = new CallWatcher() {
            @Override
            void heard(StreamEvent event) {
                heard.add(event)
                goOn.countDown()
            }
        }

        when:
        def answer = client.call(streaming, [:], new CallTarget('cn-shanghai', watcher))

        then:
        answer.body() == [[n: 1], [n: 2]]
        heard as List == [new StreamEvent('1', 'message', [n: 1]), new StreamEvent('1', 'last', [n: 2])]
    }

    def "an error inside a stream fails the call: #stream"() {
        given:
        server.thenReply(200, 'text/event-stream', stream)

        when:
        client.call(streaming, [:], SHANGHAI)

        then:
        def e = thrown(ApiException)
        e.stage() == stage
        e.code() == code
        e.serviceMessage() == 'no'

        where:
        stream                                                                                       || code              | stage
        'event: error\ndata: {"Code":"AgentBusy","Message":"no"}\n\n'                                 || 'AgentBusy'       | ApiException.Stage.REFUSED
        'data: {"Jsonrpc":"2.0","Error":{"Code":-32000,"Message":"no"}}\n\n'                          || '-32000'          | ApiException.Stage.REFUSED
        'data: {"Success":false,"ErrorCode":"X","ErrorMessage":"no"}\n\n'                             || 'X'               | ApiException.Stage.REFUSED
        // Work that was begun is not undone by an error that comes later, and so never sent again, whatever the error is called.
        'data: {"n":1}\n\nevent: error\ndata: {"Code":"Throttling.User","Message":"no"}\n\n'          || 'Throttling.User' | ApiException.Stage.UNKNOWN_OUTCOME
    }

    def "a gzipped answer with Chinese text arrives whole"() {
        given:
        String text = '{"Name":"订单 \\u4e2d 😀","RequestId":"Z"}'
        def packed = new ByteArrayOutputStream()
        new java.util.zip.GZIPOutputStream(packed).withCloseable { it.write(text.getBytes('UTF-8')) }
        server.then { request, connection ->
            assert request.headers()['accept-encoding'] == 'gzip'
            LoopbackServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ${packed.size()}\r\n\r\n".toString().bytes)
            LoopbackServer.write(connection, packed.toByteArray())
        }

        expect:
        client.call(list, [:], SHANGHAI).body().Name == '订单 中 😀'
    }

    def "secrets that the service quotes back are hidden"() {
        given:
        String twice = URLEncoder.encode(URLEncoder.encode(TOKEN, 'UTF-8'), 'UTF-8')
        server.thenJson(400, ExactJson.write([Code: 'SignatureDoesNotMatch', Message: "server string to sign is GET&SecurityToken%3D$twice and $TOKEN and $SECRET", RequestId: 'R']))

        when:
        def e = failing(list)

        then:
        e.serviceMessage() == 'server string to sign is GET&SecurityToken%3D**** and **** and ****'
    }

    def "a call without credentials is not sent and says what to do"() {
        given:
        def none = new CredentialSource() {
            Credentials current() { throw new CredentialException('no credentials found') }

            CredentialReport report() { null }
        }
        def bare = ApiClient.create(ClientSettings.of(new Endpoints(Endpoint.parse(server.url()), false), none))

        when:
        bare.call(list, [:], SHANGHAI)

        then:
        def e = thrown(ApiException)
        e.stage() == Stage.NOT_SENT
        e.code() == 'dwx.NoCredentials'
        e.next().contains('ALIBABA_CLOUD_ACCESS_KEY_ID')
        server.requests().empty
    }

    def "a call without a region is not sent"() {
        given:
        def regional = ApiClient.create(ClientSettings.of(new Endpoints(null, false), CredentialSource.of(Credentials.accessKey('idididididid', 'secret'))))

        when:
        regional.call(list, [:], target)

        then:
        def e = thrown(ApiException)
        e.stage() == Stage.NOT_SENT
        e.code() == 'dwx.NoEndpoint'

        where:
        target << [null, new CallTarget(null), new CallTarget('cn-shanghai/../evil.com'), new CallTarget('evil.com#')]
    }

    def "arguments that cannot be sent are all told at once, before anything is sent"() {
        given:
        def operation = Operations.operation('ListX', 'GET', [Operations.query('A', 'integer'), Operations.query('B', 'boolean'), Operations.query('C', 'string')])

        when:
        def e = failing(operation, [A: 1.5d, B: 'maybe', C: new Object()])

        then:
        e.stage() == Stage.NOT_SENT
        e.code() == 'dwx.BadArgument'
        ['A is the floating number', 'B is \'maybe\'', 'C is a java.lang.Object'].every { e.message.contains(it) }
        e.next() == 'ListX.help()'
        server.requests().empty
    }

    def "a fault in a transport comes out as our own exception, without its text"() {
        given:
        def broken = new ApiClient({ throw new IllegalStateException("header $SECRET") } as Transport, new Endpoints(Endpoint.parse(server.url()), false),
                CredentialSource.of(Credentials.accessKey('idididididid', SECRET)), Signature.V3)

        when:
        broken.call(list, [:], SHANGHAI)

        then:
        def e = thrown(ApiException)
        e.code() == 'dwx.Fault'
        !e.message.contains(SECRET)
        e.cause == null
    }

    def "an error body in a 200 is a failure: #body"() {
        given:
        server.thenJson(200, body)

        when:
        def e = failing(operation)

        then:
        e.code() == code
        e.status() == 200
        e.stage() == stage

        where:
        operation | body                                                                                       || code              | stage
        list      | '{"RequestId":"R","HostId":"h","Code":"Forbidden.Access","Message":"no","Recommend":"u"}'  || 'Forbidden.Access' | ApiException.Stage.REFUSED
        create    | '{"Code":"InvalidSpec","Message":"bad"}'                                                   || 'InvalidSpec'     | ApiException.Stage.REFUSED
        create    | '{"Success":false,"ErrorCode":"InternalError.System","ErrorMessage":"x"}'                  || 'InternalError.System' | ApiException.Stage.UNKNOWN_OUTCOME
        list      | '{"Success":false,"ErrorCode":"InternalError.System","ErrorMessage":"x"}'                  || 'InternalError.System' | ApiException.Stage.REFUSED
        create    | 'null'                                                                                     || 'dwx.EmptyAnswer' | ApiException.Stage.UNKNOWN_OUTCOME
        create    | '"done"'                                                                                   || 'dwx.NotJson'     | ApiException.Stage.UNKNOWN_OUTCOME
        create    | '7'                                                                                        || 'dwx.NotJson'     | ApiException.Stage.UNKNOWN_OUTCOME
        create    | '<Error><Code>InternalError</Code></Error>'                                                || 'dwx.NotJson'     | ApiException.Stage.UNKNOWN_OUTCOME
        create    | '{"RequestId":"R","Id":"1'                                                                 || 'dwx.NotJson'     | ApiException.Stage.UNKNOWN_OUTCOME
        create    | '{"Results":[{"Id":"a","Success":true},{"Id":"b","Success":false,"Message":"in use"}]}'    || 'dwx.PartlyFailed' | ApiException.Stage.REFUSED
        create    | '{"Success":true,"Result":{"Id":"b","Success":false}}'                                     || 'dwx.PartlyFailed' | ApiException.Stage.REFUSED
        create    | '{"AsyncJob":{"Id":"9","Status":"Fail","Completed":true,"Error":"Spec JSON parse failed"}}' || 'dwx.JobFailed'  | ApiException.Stage.REFUSED
    }

    def "what only looks like an error is a success: #body"() {
        given:
        server.thenJson(200, body)

        expect:
        client.call(operation, [:], SHANGHAI).status() == 200

        where:
        operation | body
        list      | '{"Success":true,"Code":"InvalidSpec","Message":"bad"}'
        list      | '{"Success":"true","ErrorCode":"0","ErrorMessage":"x"}'
        list      | '{"Code":"200","Message":"OK","RequestId":"R"}'
        list      | '{"Code":"0","Message":""}'
        list      | '{"Code":"my_role","Name":"a"}'
        list      | '{"AsyncJob":{"Id":"9","Status":"Fail"}}'
        create    | '{"AsyncJob":{"Id":"9","Status":"Running","Completed":false}}'
        create    | '{"Results":[{"Id":"a","Success":true}]}'
        create    | '[]'
    }

    def "an operation that streams fails all the same on nothing and on a page"() {
        given:
        server.thenReply(200, type, body)

        when:
        def e = failing(Operations.operation('2024-05-18', 'PromptAgentSession', 'POST', [], true))

        then:
        e.code() == code

        where:
        type                | body                  || code
        'text/event-stream' | ''                    || 'dwx.EmptyAnswer'
        'text/html'         | '<html>login</html>'  || 'dwx.NotJson'
    }

    def "the time that the service asks to wait is kept: #header"() {
        given:
        server.then { request, connection ->
            def text = '{"Code":"Throttling.User","Message":"slow down","RequestId":"R"}'
            LoopbackServer.write(connection, "HTTP/1.1 429 X\r\nContent-Type: application/json\r\nX-Acs-Retry-After: $header\r\nContent-Length: ${text.length()}\r\n\r\n$text".toString().bytes)
        }

        expect:
        def e = failing(list)
        e.retryAfter() == wait
        e.why().contains('asks to wait 1500 ms') == (wait != null)

        where:
        header || wait
        '1500' || java.time.Duration.ofMillis(1500)
        '0'    || null
        '-5'   || null
        'soon' || null
    }
}
