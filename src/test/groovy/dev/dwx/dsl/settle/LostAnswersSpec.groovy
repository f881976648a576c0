package dev.dwx.dsl.settle

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ApiClient
import dev.dwx.client.ApiException
import dev.dwx.client.ApiException.Stage
import dev.dwx.client.ClientSettings
import dev.dwx.client.Endpoints
import dev.dwx.json.ExactJson
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
import java.util.concurrent.TimeUnit
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
                name: name, script: [path: "folder/$name".toString(), runtime: [command: 'ODPS_SQL']], trigger: [type: 'Scheduler', cron: '00 30 06 * * ?'],
                inputs: [nodeOutputs: [[data: 'orders_dw_root']]],
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

    def "the work that goes on after the caller has given up waiting is found by a later look"() {
        given:
        def begun = new CountDownLatch(1)
        def looked = new CountDownLatch(1)
        behaviour = { call ->
            if (call.operation().name() == 'CreateNode') {
                begun.countDown()
                looked.await(30, TimeUnit.SECONDS)
            }
            def answer = world.answer(call)
            if (call.operation().name() == 'ListNodes') {
                looked.countDown()
            }
            answer
        } as Behaviour
        def hasty = wire(Duration.ofMillis(400))
        session = session(hasty)

        when:
        def made = call('CreateNode', node('slowly_made'))

        then:
        begun.count == 0
        nodes('slowly_made')*.Id == [made.Id]
        sent('CreateNode') == 1
        sent('ListNodes') >= 3

        cleanup:
        hasty?.close()
    }

    def "a write with a client token is made once, however often its answer is lost: #fault"() {
        given:
        sandbox.disturb(fault, fault, fault)

        when:
        call('CreateResourceGroup', group('token_group'))

        then:
        call('ListResourceGroups', [Name: 'token_group', ProjectId: null, ResourceGroupTypes: ['CommonV2']]).items*.Name == ['token_group']
        sent('CreateResourceGroup') <= 4
        notes.size() == 1
        notes[0] ==~ /CreateResourceGroup: (the answer was lost|a fault of the service) 3 times, .* waited/

        where:
        fault << BEFORE_WORK + AFTER_WORK
    }

    def "what was refused for want of room is sent again and done once, told in one line"() {
        given:
        sandbox.disturb(THROTTLED, THROTTLED_BY_NUMBER, THROTTLED)

        when:
        def made = call('CreateNode', node('after_throttling'))

        then:
        nodes('after_throttling')*.Id == [made.Id]
        notes.size() == 1
        notes[0].startsWith('CreateNode: throttled 3 times, 0.')
        results() == ['sent', 'ok']
    }

    def "a used-up day ends at once and says what the editions allow"() {
        given:
        sandbox.disturb(Disturbance.DAY_USED_UP)

        when:
        def e = failing('CreateNode', node('not_today'))

        then:
        e.stage() == Stage.REFUSED
        e.why().contains('Basic 100, Standard 1,000, Professional 10,000')
        sent('CreateNode') == 1
        nodes('not_today').empty
    }

    def "reads are repeated until they are answered: #fault"() {
        given:
        sandbox.disturb(fault, fault)

        expect:
        call('ListNodes', [PageSize: 10]).size() == 10
        notes.size() == 1
        !directory.resolve('audit.jsonl').toFile().exists()

        where:
        fault << BEFORE_WORK + AFTER_WORK + [THROTTLED, Disturbance.BAD_GATEWAY_PAGE, Disturbance.UNAVAILABLE]
    }

    def "a thing of the same name that is older is not taken for the one that was to be made"() {
        given:
        behaviour = { call ->
            def answer = world.answer(call)
            if (call.operation().name() == 'ListNodes') {
                answer.PagingInfo.Nodes.each { it.CreateTime = System.currentTimeMillis() - 3_600_000 }
            }
            answer
        } as Behaviour
        call('CreateNode', node('an_old_one'))
        sandbox.disturb(DROPPED)

        when:
        def e = failing('CreateNode', node('an_old_one'))

        then:
        e.stage() == Stage.UNKNOWN_OUTCOME
        e.why().contains('which is older, so as far as can be seen it was not done')
    }

    def "a thing whose age cannot be told is not claimed"() {
        given:
        sandbox.disturb(DROPPED_AFTER_WORK)

        when:
        def e = failing('CreateBusiness', [BusinessName: 'ageless', Owner: '1'])

        then:
        e.stage() == Stage.UNKNOWN_OUTCOME
        e.why().contains('does not say since when')
        e.next().startsWith("look before you repeat it: ListBusiness(Keyword: 'ageless'")
        sent('CreateBusiness') == 1
    }

    def "a delete is looked up by the id: cut #cut, done #done"() {
        given:
        def id = call('CreateNode', node('short_lived')).Id
        notes.clear()
        sandbox.fault(cut: cut, on: 'DeleteNode')

        when:
        def ended
        try {
            ended = call('DeleteNode', [Id: id])
        } catch (ApiException e) {
            ended = e
        }

        then:
        nodes('short_lived').empty == done
        done ? ended.Success == true && notes.any { it.contains("GetNode(Id: '$id') finds it no more") }
                : ended.stage() == Stage.UNKNOWN_OUTCOME && ended.why().contains('still finds it')
        sent('DeleteNode') <= 1

        where:
        cut << ['before', 'after', 'body']
        done = cut != 'before'
    }

    def "an update is looked up by what it sent: cut #cut, done #done"() {
        given:
        def id = call('CreateNode', node('to_change')).Id
        notes.clear()
        sandbox.fault(cut: cut, on: 'UpdateNode')
        def change = [version: '1.1.0', kind: 'Node', spec: [nodes: [[id: id, script: [content: 'select 2']]]]]

        when:
        def ended
        try {
            ended = call('UpdateNode', [Id: id, Spec: change])
        } catch (ApiException e) {
            ended = e
        }

        then:
        done ? ended.Success == true && notes.any { it.contains("GetNode(Id: '$id') shows what was sent") }
                : ended.stage() == Stage.UNKNOWN_OUTCOME && ended.why().contains('shows another Spec')
        sent('UpdateNode') <= 1

        where:
        cut << ['before', 'after', 'body']
        done = cut != 'before'
    }

    def "a write that nothing can settle says so, and which read a person can look at"() {
        given:
        sandbox.disturb(DROPPED_AFTER_WORK)
        def id = call('ListTaskInstances', [Bizdate: System.currentTimeMillis() - 86_400_000]).items*.Id

        when:
        sandbox.disturb(DROPPED_AFTER_WORK)
        def e = failing('StartWorkflowInstances', [Ids: [1, 2]])

        then:
        id != null
        e.stage() == Stage.UNKNOWN_OUTCOME
        e.why().contains('whether the service did the work is not known')
        sent('StartWorkflowInstances') == 1
    }

    def "a look-up that fails too leaves the outcome unknown and says so"() {
        given:
        sandbox.disturb(DROPPED_AFTER_WORK, *([Disturbance.DAY_USED_UP] * 4))

        when:
        def e = failing('CreateNode', node('looked_for_in_vain'))

        then:
        e.stage() == Stage.UNKNOWN_OUTCOME
        e.why().contains('looking it up failed too')
        e.next() == "look before you repeat it: ListNodes(Name: 'looked_for_in_vain')"
    }

    def "whoever breaks off a write is not kept waiting by looks"() {
        given:
        def begun = new CountDownLatch(1)
        def go = new CountDownLatch(1)
        behaviour = { call ->
            begun.countDown()
            go.await(30, TimeUnit.SECONDS)
            world.answer(call)
        } as Behaviour
        ApiException thrown = null
        def thread = Thread.start {
            try {
                session.call(null, 'CreateNode', node('broken_off'))
            } catch (ApiException e) {
                thrown = e
            }
        }

        when:
        begun.await(30, TimeUnit.SECONDS)
        wire.cancel(thread)
        thread.join(30_000)
        go.countDown()

        then:
        thrown.code() == 'dwx.Cancelled'
        thrown.stage() == Stage.UNKNOWN_OUTCOME
        thrown.next().contains("ListNodes(Name: 'broken_off')")
        sent('ListNodes') == 0
    }

    static Map group(String name) {
        [Name: name, PaymentType: 'PostPaid', VpcId: 'vpc-1', VswitchId: 'vsw-1']
    }
}
