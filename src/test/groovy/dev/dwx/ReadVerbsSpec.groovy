package dev.dwx

import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ReadVerb
import dev.dwx.safety.Risk
import dev.dwx.safety.RiskRules
import dev.dwx.sandbox.fault.CallPattern
import spock.lang.Specification

/** Which operations only read is asked for three ends: may it be sent twice, must somebody confirm it, which limit does it count under. */
class ReadVerbsSpec extends Specification {
    List<ApiOperation> operations = SnapshotCatalog.bundled().with { c -> c.list().collect { c.find(it.version(), it.name()).get() } }

    def "what is sent twice is a read by its risk, and counts as a read in the sandbox"() {
        given:
        def repeated = operations.findAll { ReadVerb.isRead(it) }

        expect:
        repeated.size() > 250
        repeated.findAll { RiskRules.of(it, [:]) != Risk.READ }*.label() == []
        repeated.findAll { !CallPattern.isRead(it.name()) }*.label() == []
    }

    def "what the sandbox counts as a read is none that takes something away"() {
        expect:
        operations.findAll { CallPattern.isRead(it.name()) && RiskRules.ofName(it.name()) == Risk.DESTRUCTIVE }*.label() == []
    }
}
