package dev.dwx.sandbox

import dev.dwx.catalog.Edition
import dev.dwx.catalog.SnapshotCatalog
import java.time.Instant
import java.time.InstantSource
import spock.lang.Specification

class EditionSpec extends Specification {
    Instant now = Instant.parse('2026-03-15T08:30:00.400Z')

    def "calls beyond a second's allowance are throttled until the next: #edition"() {
        given:
        def options = SandboxOptions.of(SnapshotCatalog.bundled()).withEdition(edition).withClock({ now } as InstantSource)

        expect:
        Sandbox.start(options).withCloseable { sandbox ->
            def list = { new SigningClient(sandbox.endpoint()).clock { now }.call('POST', 'ListProjects', '2024-05-18').signV3().send() }
            def delete = { new SigningClient(sandbox.endpoint()).clock { now }.call('POST', 'DeleteDataQualityRule', '2024-05-18').query('ProjectId', 2).query('Id', 2).signV3().send() }
            reads.times { assert list().status() == 200 }
            def refused = list()
            assert refused.status() == 429 && refused.code() == 'Throttling.User' && refused.headers()['x-acs-retry-after'] == '600'
            assert delete().status() == (shared ? 429 : 200)
            now = now.plusMillis(600)
            assert delete().status() == 200
            assert list().status() == 200
            true
        }

        where:
        edition            || reads | shared
        Edition.BASIC      || 5     | true
        Edition.ENTERPRISE || 50    | false
    }

    def "the day's calls end, failed ones included, and begin anew at midnight in the service's zone"() {
        given:
        def quota = new CallQuota(Edition.BASIC)
        def take = { quota.take('1', 'ListProjects', now) }

        when:
        100.times {
            assert take() == null
            now = now.plusSeconds(1)
        }

        then:
        with(take()) {
            it.fault().code() == 'Throttling.Api.Risk'
            it.fault().status() == 429
            it.retryAfterMillis() == 0
        }
        quota.take('2', 'ListProjects', now) == null

        when:
        now = Instant.parse('2026-03-15T15:59:59Z')

        then:
        take() != null

        when:
        now = Instant.parse('2026-03-15T16:00:00Z')

        then:
        take() == null
    }

    def "without an edition nothing is counted"() {
        given:
        def quota = new CallQuota(Edition.UNLIMITED)

        expect:
        (1..1000).every { quota.take('1', 'CreateNode', now) == null }
    }
}
