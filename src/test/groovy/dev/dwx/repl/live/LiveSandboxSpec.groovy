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
            new Frugality({ Frugality.Wish.USUAL }, CallCounts.NONE, System::nanoTime), System::nanoTime, { it.run() } as Executor)
    GroovyEvaluator evaluator

    def setup() {
        session = Session.with({ SandboxSession.CATALOG }, live.hearing(sandbox.client)).notes({ notes << it } as Notes)
                .policy(ConfirmationPolicy.YES).context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw')).begin()
        evaluator = new GroovyEvaluator(session)
    }

    List<LiveValues.Value> of(String operation, String parameter, Map<String, String> given = [:], String version = '2024-05-18') {
        live.of(SandboxSession.CATALOG.find(version, operation).get(), parameter, given)
    }

    def "after the warm-up the id of a node is one of the project's, its name beside it, and nothing is sent for it any more"() {
        when:
        live.warmUp()
        int made = sandbox.arrived()

        then:
        made == 4
        of('GetNode', 'Id').find { it.note() == 'dwd_orders' }.text() ==~ /\d{15,}/
        of('GetProject', 'Id').find { it.note() == 'orders_dw' }.text() == '10001'
        of('ListDataSources', 'Name')*.text().contains('orders_holo')
        of('GetResourceGroup', 'Id')*.note() == ['orders_serverless']

        and:
        sandbox.arrived() == made
        notes.empty
    }

    def "owners, tables, tasks, data sources and instances are there when they are asked for again"() {
        given:
        def wanted = [
                ['2024-05-18', 'ListTasks', 'Owner', 'owner'],
                ['2024-05-18', 'GetTable', 'Id', 'dwd_orders'],
                ['2020-05-18', 'GetMetaTableBasicInfo', 'TableGuid', 'odps.orders_dw.dwd_orders'],
                ['2024-05-18', 'GetTask', 'Id', 'dwd_orders'],
                ['2020-05-18', 'GetNode', 'NodeId', 'dwd_orders'],
                ['2024-05-18', 'GetDataSource', 'Id', 'orders_odps'],
                ['2024-05-18', 'GetTaskInstance', 'Id', 'dwd_orders'],
                ['2024-05-18', 'GetFile', 'FileId', 'dwd_orders'],
                ['2020-05-18', 'DeleteProjectMember', 'UserId', 'owner']]

        expect:
        wanted.each { version, operation, parameter, text ->
            of(operation, parameter, [:], version)
            assert of(operation, parameter, [:], version).any { it.text() == text || it.note() == text }: "$operation $parameter"
        }
        live.status().readLines().size() == 1
    }

    def "what the session makes is there at once, and what it takes away is not"() {
        given:
        live.warmUp()
        def spec = '''{"version":"1.1.0","kind":"Node","spec":{"nodes":[{"name":"brand_new","script":{"path":"brand_new",
            "runtime":{"command":"ODPS_SQL"}}}]}}'''

        when:
        def id = evaluator.evaluate("lint(off: 'all') { CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: '''$spec''') }.Id", 'cell') as String

        then: 'old values are offered at once, and the listing is read again for the next'
        of('GetNode', 'Id')*.text().contains(id)
        of('GetNode', 'Id').find { it.text() == id }.note() == 'brand_new'

        when:
        evaluator.evaluate("DeleteNode(Id: '$id')", 'cell')

        then:
        !of('GetNode', 'Id')*.text().contains(id)
        !of('GetNode', 'Id')*.text().contains(id)
    }

    def "what the user lists is known without a call"() {
        given:
        def quiet = new LiveCache({ session }, new Feeds({ SandboxSession.CATALOG }),
                new Frugality({ Frugality.Wish.OFF }, CallCounts.NONE, System::nanoTime), System::nanoTime, { it.run() } as Executor)
        session = Session.with({ SandboxSession.CATALOG }, quiet.hearing(sandbox.client))
                .context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw')).begin()
        def getNode = SandboxSession.CATALOG.find('2024-05-18', 'GetNode').get()

        expect:
        quiet.of(getNode, 'Id', [:]).empty

        when:
        new GroovyEvaluator(session).evaluate("ListNodes(PageSize: 10)", 'cell')

        then:
        quiet.of(getNode, 'Id', [:]).size() == 10
        sandbox.arrived() == 1
        quiet.status().contains('0 calls made')
        quiet.status().contains('switched off')
    }

    def "a project that is known by its name is looked up once"() {
        given:
        session.use(Context.of('cn-shanghai').withProject(null, 'orders_dw'))

        expect:
        of('GetNode', 'Id') != null
        of('GetNode', 'Id').size() > 20
        sandbox.arrived() == 2

        when:
        session.useProject('orders_dw')

        then:
        of('GetNode', 'Id').size() > 20
        sandbox.arrived() == 2
    }
}
