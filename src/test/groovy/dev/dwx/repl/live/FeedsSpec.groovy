package dev.dwx.repl.live

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.ResponseShape
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.safety.Risk
import dev.dwx.safety.RiskRules
import spock.lang.Shared
import spock.lang.Specification

class FeedsSpec extends Specification {
    @Shared
    ApiCatalog catalog = SnapshotCatalog.bundled()
    @Shared
    Feeds feeds = new Feeds({ catalog })

    def "coverage"() {
        given:
        Map missing = [:].withDefault { [] }
        int all = 0, fed = 0
        catalog.list().each { summary ->
            def operation = catalog.find(summary.version(), summary.name()).get()
            operation.parameters().findAll { it.name() ==~ /.*(Ids?|Names?|Guids?|Owner|Uuids?|Codes?|Identifier|QualifiedName)/ }.each {
                all++
                if (feeds.of(operation, it.name()).present) { fed++ } else { missing[summary.version()[0..3] + ' ' + it.name()] << summary.name() }
            }
        }
        println "fed $fed of $all"
        missing.sort { -it.value.size() }.each { k, v -> println "  $k ${v.size()} ${v.take(6)}" }

        expect:
        fed > 0
    }
}
