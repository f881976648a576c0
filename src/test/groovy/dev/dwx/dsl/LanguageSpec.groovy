package dev.dwx.dsl

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ApiException
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import spock.lang.Shared
import spock.lang.Specification

/** A session over the bundled catalog and a caller that only remembers. */
abstract class LanguageSpec extends Specification {
    @Shared
    ApiCatalog catalog = SnapshotCatalog.bundled()

    RecordingCaller caller = new RecordingCaller()
    List<String> notes = Collections.synchronizedList([])
    Clock clock = Clock.fixed(Instant.parse('2026-03-15T20:00:00Z'), ZoneOffset.UTC)
    Session session = parts().begin()
    GroovyEvaluator evaluator = new GroovyEvaluator(session)

    SessionParts parts() {
        Session.with({ catalog }, caller).clock(clock).notes({ notes << it } as Notes)
                .context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw'))
    }

    void begin(SessionParts parts) {
        session = parts.begin()
        evaluator = new GroovyEvaluator(session)
    }

    Object run(String source) {
        evaluator.evaluate(source, 'cell')
    }

    ScriptFailure failure(String source) {
        try {
            run(source)
        } catch (ScriptFailure e) {
            return e
        }
        throw new AssertionError("no failure: " + source)
    }

    ApiException refusal(String source) {
        def cause = failure(source).cause
        assert cause instanceof ApiException
        cause
    }
}
