package dev.dwx.repl.live

import dev.dwx.client.limits.CallCounts
import dev.dwx.dsl.Context
import dev.dwx.dsl.GroovyEvaluator
import dev.dwx.dsl.Notes
import dev.dwx.dsl.Session
import dev.dwx.safety.ConfirmationPolicy
import dev.dwx.traps.SandboxSession
import java.util.concurrent.Executor
import spock.lang.AutoCleanup
import spock.lang.Specification

/** The cache over a socket to a sandbox that keeps state; what reads in the background reads at once here. */
class LiveSandboxSpec extends Specification {
    @AutoCleanup
    SandboxSession sandbox = new SandboxSession()
    Session session
    List<String> notes = []
    LiveCache live = new LiveCache({ session }, new Feeds({ SandboxSession.CATALOG }),
            new Frugality(Frugality.Wish.USUAL, CallCounts.NONE, System::nanoTime), System::nanoTime, { it.run() } as Executor)
    GroovyEvaluator evaluator

    def setup() {
        session = Session.with({ SandboxSession.CATALOG }, live.hearing(sandbox.client)).notes({ notes << it } as Notes)
                .policy(ConfirmationPolicy.YES).context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw')).begin()
        evaluator = new GroovyEvaluator(session)
    }

    List<LiveValues.Value> of(String version, String operation, String parameter, Map<String, String> given = [:]) {
        live.of(SandboxSession.CATALOG.find(version, operation).get(), parameter, given)
    }

    def "after the warm-up the id of a node is one of the project's nodes, with its name beside it"() {
        when:
        live.warmUp()
        int made = sandbox.arrived()
        def nodes = of('2024-05-18', 'GetNode', 'Id')

        then:
        nodes.size() >= 5
        nodes.every { it.text() ==~ /\d{10,}/ && it.note() }
        of('2024-05-18', 'ListDataSources', 'Name')*.text().contains('orders_dw') || of('2024-05-18', 'ListDataSources', 'Name')
        of('2024-05-18', 'GetProject', 'Id')*.note().contains('orders_dw')

        and: 'nothing more was sent for any of it, and nothing said'
        sandbox.arrived() == made
        notes.empty
    }

    def "probe"() {
        given:
        Map results = [:]
        SandboxSession.CATALOG.list().each { summary ->
            def operation = SandboxSession.CATALOG.find(summary.version(), summary.name()).get()
            operation.parameters().each { p ->
                def feed = new Feeds({ SandboxSession.CATALOG }).of(operation, p.name())
                if (feed.present) {
                    live.of(operation, p.name(), [:])
                    def values = live.of(operation, p.name(), [:])
                    results.computeIfAbsent("${feed.get().list().label()} ${feed.get().value()} ${feed.get().note()} needs ${feed.get().needed()}", { [] }) << "${values.size()} ${values.take(1)}"
                }
            }
        }
        results.sort().each { k, v -> println "$k  ${v.size()} -> ${v.max { it.size() }}" }
        println live.status()
        println "calls ${sandbox.arrived()}"
        expect:
        true
    }
}
