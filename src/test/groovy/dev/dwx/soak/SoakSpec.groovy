package dev.dwx.soak

import dev.dwx.sandbox.Disturbance
import spock.lang.Specification

class SoakSpec extends Specification {
    def "with every kind of fault and several callers no write is lost and none is done twice"() {
        when:
        def report = Soak.run(2400, 8, 7, { })

        then:
        report.contradictions() == []
        report.calls() == 2400
        report.faults().keySet() == (Disturbance.values()*.name() - 'NONE') as Set
        report.outcomes()['create Node looked up'] > 0
        report.outcomes()['create ResourceGroup ok'] > 0
    }
}
