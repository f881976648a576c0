package dev.dwx.client.sdk

import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.ExampleCall
import dev.dwx.catalog.Placement
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ApiClient
import dev.dwx.client.ApiException
import dev.dwx.client.CallTarget
import dev.dwx.client.ClientSettings
import dev.dwx.client.Endpoint
import dev.dwx.client.Endpoints
import dev.dwx.client.LoopbackServer
import dev.dwx.client.Operations
import dev.dwx.client.Signature
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import dev.dwx.sandbox.ArgumentGenerator
import dev.dwx.sandbox.Sandbox
import dev.dwx.sandbox.SandboxKeys
import dev.dwx.sandbox.SandboxOptions
import dev.dwx.sandbox.ServiceFault
import dev.dwx.sandbox.ShapedBehaviour
import dev.dwx.sandbox.Strictness
import dev.dwx.sandbox.world.World
import dev.dwx.sandbox.world.WorldOptions
import java.lang.reflect.ParameterizedType
import java.lang.reflect.Type
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** The typed SDK gives the same answers and the same errors as the generic call. */
class SdkTransportSpec extends Specification {
    static final String PACKAGE = 'com.aliyun.dataworks_public20200518'
    static final CallTarget SHANGHAI = new CallTarget('cn-shanghai')

    @Shared SnapshotCatalog catalog = SnapshotCatalog.bundled()

    static Credentials key() {
        Credentials.accessKey(SandboxKeys.ID, SandboxKeys.SECRET)
    }

    static ApiClient client(String url, String transport, Credentials credentials = key(), Signature signature = Signature.V3) {
        ApiClient.create(ClientSettings.of(new Endpoints(Endpoint.parse(url), false), CredentialSource.of(credentials))
                .withTransport(transport).withSignature(signature))
    }

    /** The request class that the SDK has for an operation, or null for none. */
    static Class<?> model(String name) {
        SdkLayout.find(PACKAGE + '.models.' + name)
    }

    /** What the SDK knows with all parameters that are required by now. */
    List<ApiOperation> known() {
        catalog.list().findAll { it.version() == '2020-05-18' && model(it.name() + 'Request') }
                .collect { catalog.find(it.version(), it.name()).get() }
                .findAll { operation ->
                    def fields = WireNames.of(model(operation.name() + 'Request'))
                    operation.parameters().every { !it.required() || it.in() == Placement.HOST || fields.containsKey(it.name()) }
                }
    }

    /** Those parts of a value that a type of the SDK knows. */
    static Object understood(Type type, Object value) {
        if (value instanceof List && type instanceof ParameterizedType) {
            return value.collect { understood(type.actualTypeArguments[0], it) }
        }
        if (!(value instanceof Map) || !(type instanceof Class) || !WireNames.of(type)) {
            return value
        }
        def fields = WireNames.of(type)
        value.findAll { name, each -> fields.containsKey(name) && fields[name].type != InputStream }
                .collectEntries { name, each -> [name, understood(fields[name].genericType, each)] }
    }

    def "every operation that the SDK knows sends the same arguments and brings the same answer"() {
        given:
        def received = null
        def shaped = new ShapedBehaviour()
        def options = SandboxOptions.of(catalog).withStrictness(Strictness.LENIENT).withLogCapacity(5).withBehaviour { call ->
            received = call.arguments()
            shaped.answer(call)
        }
        def sandbox = Sandbox.start(options)
        def generic = client(sandbox.endpoint(), 'tea')
        def typed = client(sandbox.endpoint(), 'sdk')
        def faults = []
        int count = 0

        when:
        for (operation in known()) {
            def arguments = understood(model(operation.name() + 'Request'), new ArgumentGenerator(7).all(operation)) as Map<String, Object>
            count++
            try {
                def expected = generic.call(operation, arguments, SHANGHAI)
                def sent = received
                def answer = typed.call(operation, arguments, SHANGHAI)
                if (received != sent) {
                    faults << "${operation.name()} sent $received in place of $sent"
                }
                if (answer.status() != 200 || answer.requestId() == null || answer.requestId() != answer.headers()['x-acs-request-id']) {
                    faults << "${operation.name()}: status ${answer.status()}, request ${answer.requestId()}"
                }
                compare(operation.name(), expected.body(), answer.body(), model(operation.name() + 'ResponseBody'), faults)
            } catch (ApiException e) {
                faults << "${operation.name()} $arguments: ${e.message}"
            }
        }

        then:
        faults.take(10) == []
        count > 200

        cleanup:
        generic.close()
        typed.close()
        sandbox.close()
    }

    /** Differences other than request ids and fields that the model does not have. */
    static void compare(String path, Object expected, Object actual, Type type, List faults) {
        if (expected instanceof Map && type instanceof Class && WireNames.of(type)) {
            def fields = WireNames.of(type)
            fields.each { name, field ->
                if (name != 'RequestId' && expected[name] != null) {
                    compare("$path.$name", expected[name], actual instanceof Map ? actual[name] : null, field.genericType, faults)
                }
            }
            if (actual instanceof Map && !fields.keySet().containsAll(actual.keySet())) {
                faults << "$path has more than its model: ${actual.keySet()}"
            }
        } else if (expected instanceof List && actual instanceof List && expected.size() == actual.size()) {
            Type element = type instanceof ParameterizedType ? type.actualTypeArguments[0] : Object
            expected.eachWithIndex { each, i -> compare("$path[$i]", each, actual[i], element, faults) }
        } else if (expected instanceof BigDecimal || type == Float) {
            if (actual == null || new BigDecimal(expected.toString()).compareTo(new BigDecimal(actual.toString())) != 0) {
                faults << "$path is $actual, not $expected"
            }
        } else if (expected?.toString() != actual?.toString()) {
            faults << "$path is $actual, not $expected"
        }
    }

    /** What a call came to: its answer without the request id, or everything of its failure that is not of this one call. */
    static Map outcome(ApiClient client, ApiOperation operation, Map arguments) {
        try {
            return [body: client.call(operation, arguments, SHANGHAI).body().findAll { it.key != 'RequestId' }]
        } catch (ApiException e) {
            assert e.status() == 0 || e.requestId() ==~ /[0-9A-F-]{36}/
            return [code: e.code(), stage: e.stage(), status: e.status(), message: e.serviceMessage(), why: e.why(), next: e.next()]
        }
    }

    def "a strict sandbox with real objects gives both the same: #name #arguments"() {
        given:
        def operation = catalog.find('2020-05-18', name).get()

        when:
        def expected = outcome(worldGeneric, operation, arguments)
        def actual = outcome(worldTyped, operation, arguments)
        def faults = []
        if (expected.body && actual.body) {
            compare(name, expected.remove('body'), actual.remove('body'), model(name + 'ResponseBody'), faults)
        }

        then:
        actual == expected
        faults == []

        where:
        name             | arguments
        'ListProjects'   | [PageNumber: 1, PageSize: 10]
        'ListProjects'   | [PageSize: '2']
        'ListFiles'      | [ProjectId: 10001, PageSize: 3]
        'ListFiles'      | [ProjectId: 10001L, Keyword: 'orders']
        'ListFiles'      | [ProjectId: 4711]
        'GetProject'     | [ProjectId: 10001]
        'GetFile'        | [ProjectId: 10001, FileId: 1]
        'ListNodes'      | [ProjectEnv: 'PROD', ProjectId: 10001]
        'ListFolders'    | [ProjectId: 10001, ParentFolderPath: '/']
        'ListBusiness'   | [ProjectId: 10001]
        'DeleteFile'     | [ProjectId: 10001, FileId: 999999999]
    }

    @Shared @AutoCleanup World world = World.open(WorldOptions.of(catalog))
    @Shared @AutoCleanup Sandbox worldSandbox = Sandbox.start(SandboxOptions.of(catalog).withBehaviour(world))
    @Shared @AutoCleanup ApiClient worldGeneric = client(worldSandbox.endpoint(), 'tea')
    @Shared @AutoCleanup ApiClient worldTyped = client(worldSandbox.endpoint(), 'sdk')

    def "signatures of all kinds are right: #signature #credentials"() {
        given:
        def typed = client(worldSandbox.endpoint(), 'sdk', credentials, signature)

        when:
        def answer = typed.call(catalog.find('2020-05-18', 'ListFiles').get(), [ProjectId: 10001, Keyword: 'a b*c~d/中文'], SHANGHAI)

        then:
        answer.body().Success == true
        worldSandbox.log().last().signature() == algorithm

        cleanup:
        typed.close()

        where:
        signature        | credentials                                                                                     || algorithm
        Signature.V3     | key()                                                                                           || 'ACS3-HMAC-SHA256'
        Signature.V3_SM3 | key()                                                                                           || 'ACS3-HMAC-SM3'
        Signature.V1     | key()                                                                                           || 'HMAC-SHA1'
        Signature.V3     | Credentials.sts(SandboxKeys.STS_ID, SandboxKeys.STS_SECRET, SandboxKeys.STS_TOKEN)              || 'ACS3-HMAC-SHA256'
        Signature.V1     | Credentials.sts(SandboxKeys.STS_ID, SandboxKeys.STS_SECRET, SandboxKeys.STS_TOKEN)              || 'HMAC-SHA1'
        Signature.V3     | Credentials.bearer(SandboxKeys.BEARER_TOKEN)                                                    || 'BEARERTOKEN'
    }

    def "a wrong secret is refused with the same code"() {
        given:
        def wrong = Credentials.accessKey(SandboxKeys.ID, 'someOtherSecret')
        def operation = catalog.find('2020-05-18', 'ListFiles').get()
        def typed = client(worldSandbox.endpoint(), 'sdk', wrong)
        def generic = client(worldSandbox.endpoint(), 'tea', wrong)

        expect:
        def seen = outcome(typed, operation, [ProjectId: 10001])
        seen.code == 'SignatureDoesNotMatch'
        seen.subMap('code', 'stage', 'status', 'why', 'next') == outcome(generic, operation, [ProjectId: 10001]).subMap('code', 'stage', 'status', 'why', 'next')
        !seen.toString().contains('someOtherSecret')

        cleanup:
        typed.close()
        generic.close()
    }

    @Shared @AutoCleanup LoopbackServer server = new LoopbackServer()

    def "what no model can hold is read from the wire: #status #text"() {
        given:
        def operation = catalog.find('2020-05-18', 'ListFiles').get()
        def clients = ['tea', 'sdk'].collect { client(server.url(), it) }
        2.times { server.thenReply(status, type, text) }

        when:
        def seen = clients.collect { each ->
            try {
                def answer = each.call(operation, [ProjectId: 1], SHANGHAI)
                [answer.body(), answer.status(), answer.headers()['x-acs-request-id']]
            } catch (ApiException e) {
                [e.code(), e.status(), e.stage(), e.serviceMessage(), e.requestId(), e.why(), e.next()]
            }
        }

        then:
        seen[0] == seen[1]
        seen[0].toString().contains(part)

        cleanup:
        clients*.close()

        where:
        status | type                     | text                                                            || part
        502    | 'text/html'              | '<html><h1>Bad Gateway</h1></html>'                             || 'Bad Gateway'
        503    | null                     | ''                                                              || 'dwx.Http503'
        200    | 'application/json'       | ''                                                              || 'dwx.EmptyAnswer'
        200    | 'text/html'              | 'Welcome'                                                       || 'dwx.NotJson'
        400    | 'text/xml;charset=utf-8' | '<Error><Code>MissingParameter</Code><Message>m</Message></Error>' || 'MissingParameter'
        429    | 'application/json'       | '{"Code":"Throttling.User","Message":"slow","RequestId":"R"}'   || 'Throttling.User'
        200    | 'application/json'       | '{"RequestId":"R","Success":true,"Data":9223372036854775808}'   || '9223372036854775808'
        200    | 'application/json'       | '{"RequestId":"R","Success":false,"ErrorCode":"E","ErrorMessage":"no"}' || 'no'
        200    | 'application/json'       | '{"RequestId":"R","Success":true,"Data":{"Files":[{"FileId":8604388726201130001,"FileName":"中"}]}}' || '8604388726201130001'
    }

    def "a read on a stale connection is tried again, a write is not"() {
        given:
        def typed = client(server.url(), 'sdk')
        def list = catalog.find('2020-05-18', 'ListFiles').get()
        def create = catalog.find('2020-05-18', 'CreateFolder').get()
        LoopbackServer.Reaction hangUp = { request, connection -> connection.close() }
        typed.call(list, [ProjectId: 1], SHANGHAI)

        when:
        server.then(hangUp)
        typed.call(list, [ProjectId: 1], SHANGHAI)
        server.then(hangUp)
        typed.call(create, [ProjectId: 1, FolderPath: '/a'], SHANGHAI)

        then:
        def e = thrown(ApiException)
        e.code() == 'dwx.ConnectionLost'
        e.stage() == ApiException.Stage.UNKNOWN_OUTCOME
        e.operation() == 'CreateFolder'

        cleanup:
        typed.close()
    }

    def "what the SDK on the class path cannot do is said, and nothing is sent: #part"() {
        given:
        def typed = client(server.url(), 'sdk')
        int before = server.requests().size()

        when:
        typed.call(operation, arguments, SHANGHAI)

        then:
        def e = thrown(ApiException)
        e.stage() == ApiException.Stage.NOT_SENT
        e.code() == 'dwx.Sdk'
        e.why().contains(part)
        e.next().contains('--transport sdk')
        server.requests().size() == before

        cleanup:
        typed.close()

        where:
        operation                                                                                        | arguments                || part
        Operations.operation('2024-05-18', 'ListProjects', 'POST', [], false)                            | [:]                      || 'com.aliyun:alibabacloud-dataworks_public20240518'
        Operations.operation('2020-05-18', 'BrandNewThing', 'POST', [], false)                           | [:]                      || 'has no BrandNewThing'
        Operations.operation('2020-05-18', 'ListFiles', 'POST', [], false)                               | [Brand: 'x']             || 'ListFiles of the typed SDK on the class path has no Brand'
        Operations.operation('2020-05-18', 'ListFiles', 'POST', [Operations.form('PageSize', 'integer')], false) | [PageSize: 9999999999L] || 'does not fit the typed SDK\'s Integer'
        Operations.operation('2020-05-18', 'ListFiles', 'POST', [], false)                               | [ProjectId: '12x']       || 'ProjectId is 12x'
        Operations.operation('2020-05-18', 'CheckMetaTableTask', 'POST', [], false)                      | [A: 1]                   || 'takes no parameters'
    }

    def "the vendor's libraries do not write to standard output"() {
        when:
        client(server.url(), 'sdk').call(catalog.find('2020-05-18', 'ListFiles').get(), [ProjectId: 1], SHANGHAI)

        then:
        System.getProperty('ALIBABA_CLOUD_SDK_LOG_LEVEL') == '5'
    }
}
