package dev.dwx.repl.tour

import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ApiClient
import dev.dwx.client.ClientSettings
import dev.dwx.client.Endpoints
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import dev.dwx.dsl.Context
import dev.dwx.dsl.GroovyEvaluator
import dev.dwx.dsl.Session
import dev.dwx.render.Look
import dev.dwx.render.OutputForm
import dev.dwx.render.Renderer
import dev.dwx.repl.command.Command
import dev.dwx.repl.command.Desk
import dev.dwx.repl.command.Typed
import dev.dwx.safety.Confirmer
import dev.dwx.safety.UndoStore
import dev.dwx.sandbox.Sandbox
import dev.dwx.sandbox.SandboxKeys
import dev.dwx.sandbox.SandboxOptions
import dev.dwx.sandbox.ShapedBehaviour
import dev.dwx.sandbox.world.World
import dev.dwx.sandbox.world.WorldOptions
import dev.dwx.dsl.waiting.Timer
import dev.dwx.time.BizDate
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The ten steps of the tour, walked against a sandbox over a socket with the real language. */
class TourSpec extends Specification {
    @TempDir Path folder
    @Shared SnapshotCatalog catalog = SnapshotCatalog.bundled()
    @Shared @AutoCleanup Sandbox sandbox = Sandbox.start(SandboxOptions.of(catalog).withBehaviour(World.open(WorldOptions.of(catalog)
            .withAccountId(SandboxKeys.ACCOUNT_ID).withOtherwise(new ShapedBehaviour()))))
    @Shared @AutoCleanup ApiClient client = ApiClient.create(ClientSettings.of(Endpoints.of(sandbox.endpoint(), null, [:]),
            CredentialSource.of(Credentials.accessKey(SandboxKeys.ID, SandboxKeys.SECRET))))

    private boolean aside
    private final HeardCalls heard = new HeardCalls({ aside })
    private String answer = 'no'
    private boolean inSandbox = true
    private GroovyEvaluator dwx
    private Tour tour
    private Command command

    def setup() {
        dwx = new GroovyEvaluator(Session.with({ catalog }, heard.around(client))
                .context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw'))
                .confirmer({ answer } as Confirmer)
                .undo(new UndoStore(folder.resolve('undo'), Clock.systemUTC()), { 'me' })
                .timer(new Leaps())
                .begin())
        tour = begun()
    }

    def "what is read beside, for completion, is no step of anybody"() {
        given:
        heard.listen(true)

        when:
        aside = true
        dwx.evaluate('ListNodes()', 'In[1]')

        then:
        heard.taken().empty

        when:
        aside = false
        dwx.evaluate('ListNodes()', 'In[2]')

        then:
        heard.taken().size() == 1
    }

    /** Waits put the sandbox's time forward. */
    private class Leaps implements Timer {
        private Duration slept = Duration.ZERO

        @Override
        long nanos() {
            System.nanoTime() + slept.toNanos()
        }

        @Override
        void sleep(Duration pause) {
            slept += pause
            sandbox.clock().advance(pause)
        }
    }

    private Tour begun() {
        def desk = Stub(Desk) {
            renderer() >> new Renderer(OutputForm.TABLE, Look.PLAIN)
        }
        def made = new Tour(desk, heard, { inSandbox }, {
            BizDate.yesterday(Clock.systemUTC(), dwx.session().context().timeZone()).toInstant(dwx.session().context().timeZone()).toEpochMilli()
        }, folder.resolve('state/tour'), folder)
        command = made.rows()[0]
        made
    }

    private String type(String input) {
        if (input.startsWith(':tour')) {
            return command.action().run(input.substring(5).strip())
        }
        if (input.startsWith(':')) {
            return tour.after(new Typed(input, null, null))
        }
        try {
            return tour.after(new Typed(input, dwx.evaluate(input, 'In[1]'), null))
        } catch (Throwable e) {
            return tour.after(new Typed(input, null, e))
        }
    }

    private int step() {
        def found = type(':tour status') =~ /step (\d+)|Step (\d+)/
        found.find() ? (found.group(1) ?: found.group(2)) as int : 11
    }

    def "all ten steps, with mistakes on the way, by other words than the tour's own"() {
        when:
        def begin = type(':tour')

        then:
        begin.contains('Step 1 of 10: The first call')
        begin.contains('ListProjects(PageSize: 5)')

        expect: 'a wrong way gives a hint, or nothing, and a right one goes on'
        type('1 + 1') == ''
        type('ListProjects').contains('That is its card')
        type('p = ListProjects.all()*.Name').contains('✓ ')
        step() == 2
        type("ListTaskInstances(Bizdate: yesterday)").contains('Without parentheses')
        type('GetNode').contains('Step 3 of 10')
        type('ListNodes(PageSise: 10)').contains('It was not sent')
        type('ListProjects(PageSise: 10)') == ''
        type('x = ListNodes(PageSize: 20)').contains('✓ Mended.')
        type('ListTaskInstances(Bizdate: yesterday - 1)').contains('another day')
        type('ListTaskInstances(Bizdate: yesterday)').contains('all of yesterday')
        type("ListTaskInstances(Bizdate: yesterday, PageSize: 100).findAll { it.Status == 'Failure' }*.TaskName").contains('Step 5 of 10')
        type('ListNodes()').contains('A list of nodes has no Spec')
        type('n = GetNode(Id: ListNodes(Name: \'dwd_orders\')[0].Id).Node.Spec').contains('Walk on with dots: _.spec.nodes')
        type('n = GetNode(Id: ListNodes(Name: \'dwd_orders\')[0].Id)').contains('Walk on')
        type('n.Node.Spec.spec.nodes[0].script.runtime.command').contains('Step 6 of 10')
        type('trial.preview()') == ''
        type("trial = flow('my_first') { sql('hello') { script 'select 1' } }").contains('Now look at it')
        type('trial.lint()').contains('Step 7 of 10')
        type('deploy nosuch').contains('The flow of step 6')
        type('deploy trial').contains('✓ It is in production')
        type("RenameNode(Id: '7421', Name: 'x')") == ''
        type('DetachDataQualityRulesFromEvaluationTask(DataQualityEvaluationTaskId: 60001, DataQualityRuleIds: [70001, 70002])').contains('That is the way out')

        when:
        answer = 'detach 2'

        then:
        type('DetachDataQualityRulesFromEvaluationTask(DataQualityEvaluationTaskId: 60001, DataQualityRuleIds: [70001, 70002])').contains('Step 9 of 10')
        type("undo 'nosuch'").contains('Nothing was taken back')
        type("undo 'last'").contains('Step 10 of 10')
        type(':save').contains('It wants the name of a file')
        type(':save gone.dwx').contains('It wants the name of a file')

        when:
        Files.writeString(folder.resolve('mine.dwx'), 'ListProjects()\n')

        then:
        type(':save mine.dwx').contains('✓ Saved: dwx run mine.dwx runs it again.')
        type(':tour').contains('You have walked the whole tour')
        type('ListProjects()') == ''
        Files.readString(folder.resolve('state/tour')) == '11\n'
    }

    def "it is left, gone on with, walked back and begun anew; another session goes on where the last one was"() {
        expect:
        type(':tour').contains('Step 1 of 10')
        type(':tour next').contains('Step 2 of 10')
        type(':tour stop').contains('waits at step 2')
        type('ListTaskInstances') == ''
        type(':tour').contains('Step 2 of 10')
        type(':tour back').contains('Step 1 of 10')
        type(':tour 5').contains('Step 5 of 10')
        type(':tour nowhere').contains("does not know 'nowhere'")
        type(':tour 11').contains("does not know '11'")

        when:
        tour = begun()

        then:
        step() == 5
        type(':tour').contains('Step 5 of 10')

        when: 'what a step works on ended with the session'
        type(':tour 7')
        tour = begun()

        then:
        type(':tour').contains('Step 7 works on what an earlier session has made')
        step() == 6
        type(':tour again').contains('Step 1 of 10')

        when: 'what is kept is no number'
        Files.writeString(folder.resolve('state/tour'), 'x' * 10)
        tour = begun()

        then:
        step() == 1
    }

    def "outside a sandbox it says how to start one, walks the steps that read, and refuses those that write"() {
        given:
        inSandbox = false

        expect:
        type(':tour').contains('dwx --sandbox')
        type('ListProjects()').contains('Step 2 of 10')
        type(':tour 7').contains('the tour does that in a sandbox only')
        step() == 2
        type(':tour 6').contains('Step 6')
        type("trial = flow('t') { sql('h') { script 'select 1' } }")
        type('trial.preview()').contains('the tour does that in a sandbox only')
    }
}
