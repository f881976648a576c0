package dev.dwx.sandbox

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.SnapshotCatalog
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

class EveryOperationSpec extends Specification {
    @Shared
    ApiCatalog catalog = SnapshotCatalog.bundled()
    @Shared
    @AutoCleanup
    Sandbox sandbox = Sandbox.start(SandboxOptions.of(catalog).withLogCapacity(10))
    @Shared
    SigningClient client = new SigningClient(sandbox.endpoint())

    def "every operation answers in the shape of its schema, with #which arguments"() {
        when:
        def faults = []
        def count = 0
        for (summary in catalog.list()) {
            def operation = catalog.find(summary.version(), summary.name()).get()
            def arguments = generate(new ArgumentGenerator(seed), operation)
            def call = client.call(operation, arguments)
            def answer = (v1 ? call.signV1() : call.signV3()).send()
            count++
            if (answer.status() != 200) {
                faults << "${operation.label()}: ${answer.status()} ${answer.body().take(300)} for ${arguments}"
                continue
            }
            def body = operation.streaming() ? event(answer) : answer.json()
            ShapeCheck.faults(operation, body, true).each { faults << "${operation.label()}$it" }
            if (body.RequestId != answer.headers()['x-acs-request-id']) {
                faults << "${operation.label()}: RequestId ${body.RequestId}"
            }
        }

        then:
        faults.take(20) == []
        count == 673

        where:
        which      | seed | v1    | generate
        'all'      | 1    | false | { g, o -> g.all(o) }
        'required' | 2    | false | { g, o -> g.required(o) }
        'some'     | 3    | true  | { g, o -> g.some(o) }
    }

    def "arguments arrive exactly as they were sent, whatever their place and style"() {
        given:
        def received = null
        def options = SandboxOptions.of(catalog).withBehaviour { call ->
            received = call
            [RequestId: call.requestId()]
        }
        def faults = []

        when:
        Sandbox.start(options).withCloseable { echo ->
            def echoClient = new SigningClient(echo.endpoint())
            for (summary in catalog.list()) {
                def operation = catalog.find(summary.version(), summary.name()).get()
                def arguments = new ArgumentGenerator(4).all(operation)
                def answer = echoClient.call(operation, arguments).signV3().send()
                if (answer.status() != 200 || received.arguments() != arguments) {
                    faults << "${operation.label()}: ${answer.body().take(200)}\n  sent $arguments\n  got  ${received.arguments()}"
                }
            }
        }

        then:
        faults.take(5) == []
    }

    private static Map event(SigningClient.Answer answer) {
        assert answer.headers()['content-type'].startsWith('text/event-stream')
        JsonText.read(answer.body().readLines().find { it.startsWith('data:') }.substring(5)) as Map
    }
}
