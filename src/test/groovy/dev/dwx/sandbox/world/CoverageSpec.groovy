package dev.dwx.sandbox.world

import dev.dwx.catalog.ApiCatalog
import spock.lang.Specification

class CoverageSpec extends Specification {
    def "every operation is in exactly one class and the text names it"() {
        given:
        def coverage = Coverage.of(Caller.CATALOG)
        def text = coverage.text()
        if (System.getProperty('dwx.show')) { println text }

        expect:
        Caller.CATALOG.list().every { summary ->
            ['stateful', 'behaved', 'shaped'].count { summary.name() in coverage.names(summary.version(), it) } == 1
        }
        Caller.CATALOG.list().every { text.contains(' ' + it.name()) }
    }
}
