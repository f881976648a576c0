package dev.dwx.client.limits

import dev.dwx.catalog.Edition
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.sandbox.CallQuota
import java.time.Instant
import spock.lang.Specification

class CallKindSpec extends Specification {
    def "no operation is taken for a read that the service may count as a write, or the other way round"() {
        given:
        def catalog = SnapshotCatalog.bundled()
        def now = Instant.parse('2026-03-15T00:00:00Z')

        when:
        def wrong = catalog.list().collect { catalog.find(it.version(), it.name()).orElseThrow() }.findAll { operation ->
            def quota = new CallQuota(Edition.ENTERPRISE)
            def write = (1..21).any { quota.take('account', operation.name(), now) != null }
            CallKind.of(operation) == (write ? CallKind.READ : CallKind.WRITE)
        }

        then:
        wrong*.name() == []
    }

    def "most operations are surely one or the other"() {
        given:
        def catalog = SnapshotCatalog.bundled()

        expect:
        catalog.list().count { CallKind.of(catalog.find(it.version(), it.name()).orElseThrow()) == CallKind.EITHER } < 60
    }
}
