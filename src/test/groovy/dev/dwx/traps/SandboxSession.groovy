package dev.dwx.traps

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ApiClient
import dev.dwx.client.ApiException
import dev.dwx.client.ClientSettings
import dev.dwx.client.Endpoints
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import dev.dwx.dsl.Context
import dev.dwx.dsl.GroovyEvaluator
import dev.dwx.dsl.Notes
import dev.dwx.dsl.ScriptFailure
import dev.dwx.dsl.Session
import dev.dwx.safety.ConfirmationPolicy
import dev.dwx.sandbox.Sandbox
import dev.dwx.sandbox.SandboxKeys
import dev.dwx.sandbox.SandboxOptions
import dev.dwx.sandbox.ShapedBehaviour
import dev.dwx.sandbox.world.World
import dev.dwx.sandbox.world.WorldOptions

/** The language over a socket to a sandbox that keeps state. */
class SandboxSession implements Closeable {
    static final ApiCatalog CATALOG = SnapshotCatalog.bundled()

    final List<String> notes = Collections.synchronizedList([])
    final Sandbox sandbox
    final ApiClient client
    GroovyEvaluator evaluator

    SandboxSession() {
        def world = World.open(WorldOptions.of(CATALOG).withAccountId(SandboxKeys.ACCOUNT_ID).withOtherwise(new ShapedBehaviour()))
        sandbox = Sandbox.start(SandboxOptions.of(CATALOG).withBehaviour(world))
        client = ApiClient.create(ClientSettings.of(Endpoints.of(sandbox.endpoint(), null, [:]),
                CredentialSource.of(Credentials.accessKey(SandboxKeys.ID, SandboxKeys.SECRET))))
        begin()
    }

    /** Another session, which has said nothing yet. */
    void begin() {
        notes.clear()
        evaluator = new GroovyEvaluator(Session.with({ CATALOG }, client).notes({ notes << it } as Notes)
                .policy(ConfirmationPolicy.YES).context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw')).begin())
    }

    Object run(String source) {
        evaluator.evaluate(source, 'cell')
    }

    ApiException refusal(String source) {
        try {
            run(source)
        } catch (ScriptFailure e) {
            assert e.cause instanceof ApiException: e.cause
            return e.cause
        }
        throw new AssertionError("no failure: " + source)
    }

    /** How many calls have arrived. */
    int arrived() {
        sandbox.log().entries().size()
    }

    @Override
    void close() {
        client.close()
        sandbox.close()
    }
}
