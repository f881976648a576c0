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
}
