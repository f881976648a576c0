package dev.dwx.dsl.lifecycle

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ApiCaller
import dev.dwx.client.ApiClient
import dev.dwx.client.ClientSettings
import dev.dwx.client.Endpoints
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import dev.dwx.dsl.Context
import dev.dwx.dsl.GroovyEvaluator
import dev.dwx.dsl.Notes
import dev.dwx.dsl.Session
import dev.dwx.dsl.waiting.Timer
import dev.dwx.safety.ConfirmationPolicy
import dev.dwx.sandbox.Sandbox
import dev.dwx.sandbox.SandboxKeys
import dev.dwx.sandbox.SandboxOptions
import dev.dwx.sandbox.ShapedBehaviour
import dev.dwx.sandbox.world.World
import dev.dwx.sandbox.world.WorldOptions
import java.nio.file.Path
import java.time.Duration

/** The language over a socket to a sandbox whose time passes while somebody waits. What is under way is kept on disk. */
class LifecycleSandbox implements Closeable {
    static final ApiCatalog CATALOG = SnapshotCatalog.bundled()

    final List<String> notes = Collections.synchronizedList([])
    final Sandbox sandbox
    final ApiClient client
    final Path kept
    /** Asked before each call, by its name: what it throws cuts the session off there. */
    Closure before = { name -> }
    /** Asked after each call. */
    Closure after = { name -> }
    GroovyEvaluator evaluator

    LifecycleSandbox(Path kept) {
        this.kept = kept
        def world = World.open(WorldOptions.of(CATALOG).withAccountId(SandboxKeys.ACCOUNT_ID).withOtherwise(new ShapedBehaviour()))
        sandbox = Sandbox.start(SandboxOptions.of(CATALOG).withBehaviour(world))
        client = ApiClient.create(ClientSettings.of(Endpoints.of(sandbox.endpoint(), null, [:]),
                CredentialSource.of(Credentials.accessKey(SandboxKeys.ID, SandboxKeys.SECRET))))
        begin()
    }

    /** A session that has said nothing yet, and knows only what is on disk. */
    void begin(Context context = Context.of('cn-shanghai').withProject(10001L, 'orders_dw')) {
        notes.clear()
        before = { name -> }
        after = { name -> }
        long now = 0
        def timer = [nanos: { now }, sleep: { Duration pause -> now += pause.toNanos(); sandbox.clock().advance(pause) }] as Timer
        ApiCaller caller = { operation, arguments, target ->
            before(operation.name())
            def answer = client.call(operation, arguments, target)
            after(operation.name())
            answer
        } as ApiCaller
        evaluator = new GroovyEvaluator(Session.with({ CATALOG }, caller).notes({ notes << it } as Notes).timer(timer)
                .ledger(Ledger.in(kept)).policy(ConfirmationPolicy.YES).context(context).begin())
    }

    Object run(String source) {
        evaluator.evaluate(source, 'cell')
    }

    /** Calls that have arrived, by name. */
    Map<String, Integer> arrived() {
        sandbox.log().entries().countBy { it.operation() }
    }

    @Override
    void close() {
        client.close()
        sandbox.close()
    }
}
