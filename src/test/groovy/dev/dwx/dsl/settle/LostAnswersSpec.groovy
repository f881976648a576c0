package dev.dwx.dsl.settle

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ApiClient
import dev.dwx.client.ApiException
import dev.dwx.client.ApiException.Stage
import dev.dwx.client.ClientSettings
import dev.dwx.client.Endpoints
import dev.dwx.client.ExactJson
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import dev.dwx.client.steady.Pace
import dev.dwx.client.steady.RetryRules
import dev.dwx.client.steady.SteadyCaller
import dev.dwx.dsl.ApiResult
import dev.dwx.dsl.Context
import dev.dwx.dsl.Session
import dev.dwx.safety.AuditLog
import dev.dwx.safety.ConfirmationPolicy
import dev.dwx.sandbox.Behaviour
import dev.dwx.sandbox.Disturbance
import dev.dwx.sandbox.Sandbox
import dev.dwx.sandbox.SandboxKeys
import dev.dwx.sandbox.SandboxOptions
import dev.dwx.sandbox.ShapedBehaviour
import dev.dwx.sandbox.world.World
import dev.dwx.sandbox.world.WorldOptions
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.util.concurrent.CountDownLatch
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import static dev.dwx.sandbox.Disturbance.CUT
import static dev.dwx.sandbox.Disturbance.DROPPED
import static dev.dwx.sandbox.Disturbance.DROPPED_AFTER_WORK
import static dev.dwx.sandbox.Disturbance.EMPTY_BODY
import static dev.dwx.sandbox.Disturbance.EMPTY_UNAVAILABLE
import static dev.dwx.sandbox.Disturbance.INTERNAL_ERROR
import static dev.dwx.sandbox.Disturbance.THROTTLED
import static dev.dwx.sandbox.Disturbance.THROTTLED_BY_NUMBER

/** Connections that break before, during and after the server's work, over real sockets; the rows of the server are counted. */
class LostAnswersSpec extends Specification {
    static final List<Disturbance> BEFORE_WORK = [DROPPED, EMPTY_UNAVAILABLE, INTERNAL_ERROR]
    static final List<Disturbance> AFTER_WORK = [DROPPED_AFTER_WORK, CUT, EMPTY_BODY]

    @Shared ApiCatalog catalog = SnapshotCatalog.bundled()
    @TempDir Path directory
    @AutoCleanup World world = World.open(WorldOptions.of(catalog)
            .withAccountId(SandboxKeys.ACCOUNT_ID).withOtherwise(new ShapedBehaviour()))
    /** Stands between the gateway and the world; a spec can put something in its place. */
    Behaviour behaviour = world
    @AutoCleanup Sandbox sandbox = Sandbox.start(SandboxOptions.of(catalog).withBehaviour({ behaviour.answer(it) } as Behaviour))
    @AutoCleanup ApiClient wire = wire(Duration.ofSeconds(20))
    List<String> notes = Collections.synchronizedList([])
    Session session = session(wire)

    ApiClient wire(Duration patience) {
        ApiClient.create(ClientSettings.of(Endpoints.of(sandbox.endpoint(), null, [:]),
                CredentialSource.of(Credentials.accessKey(SandboxKeys.ID, SandboxKeys.SECRET)))
                .withTimeouts(Duration.ofSeconds(5), patience))
    }

    Session session(ApiClient client) {
        Session.with({ catalog }, new SteadyCaller(client, RetryRules.usual().hurried(50), Pace.real()))
                .context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw'))
                .policy(ConfirmationPolicy.YES)
                .audit(new AuditLog(directory.resolve('audit.jsonl'), Clock.systemUTC(), { 'sandbox' }))
                .notes(notes::add)
                .looks(Looks.of(Pace.real().rest(), 0, 50, 100, 200))
                .begin()
    }

    ApiResult call(String name, Map arguments, String version = null) {
        session.call(version, name, arguments)
    }

    ApiException failing(String name, Map arguments) {
        try {
            call(name, arguments)
        } catch (ApiException e) {
            return e
        }
        throw new AssertionError('the call succeeded')
    }

    List<String> results() {
        directory.resolve('audit.jsonl').toFile().readLines().collect { ExactJson.parse(it) }*.result
    }

    int sent(String operation) {
        sandbox.log().of(operation).size()
    }

    static Map node(String name) {
        [Scene: 'DATAWORKS_PROJECT', Spec: [version: '1.1.0', kind: 'Node', spec: [nodes: [[
                name: name, script: [path: "folder/$name".toString(), runtime: [command: 'ODPS_SQL']],
                outputs: [nodeOutputs: [[data: "orders_dw.$name".toString(), artifactType: 'NodeOutput']]]]]]]]
    }

    List nodes(String name) {
        call('ListNodes', [Name: name]).items.findAll { it.Name == name }
    }

    def "a thing with a name whose making was done and whose answer was lost is found: #fault"() {
        given:
        sandbox.disturb(fault)

        when:
        def made = call('CreateNode', node('found_again'))

        then:
        made.Id == nodes('found_again')[0].Id
        nodes('found_again').size() == 1
        sent('CreateNode') == 1
        results() == ['sent', 'ok (looked up)']
        notes.size() == 1
        notes[0].startsWith('CreateNode: the answer was lost; looked it up: it was done, ')
        notes[0].contains("ListNodes(Name: 'found_again') has one (Id ${made.Id})")

        where:
        fault << AFTER_WORK
    }

    def "a thing whose making was not done is not made by a second try, and the failure says what to type: #fault"() {
        given:
        sandbox.disturb(fault)

        when:
        def e = failing('CreateNode', node('never_made'))

        then:
        e.stage() == Stage.UNKNOWN_OUTCOME
        e.why().contains('so as far as can be seen it was not done')
        e.next() == "look before you repeat it: ListNodes(Name: 'never_made')"
        nodes('never_made').empty
        sent('CreateNode') <= 1
        results() == ['sent', 'unknown outcome']

        where:
        fault << BEFORE_WORK
    }
}
