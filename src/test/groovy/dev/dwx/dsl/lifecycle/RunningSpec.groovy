package dev.dwx.dsl.lifecycle

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class RunningSpec extends Specification {
    @TempDir Path kept
    LifecycleSandbox dwx

    def setup() {
        dwx = new LifecycleSandbox(kept)
    }

    def cleanup() {
        dwx.close()
    }

    def "one-off SQL is given all that the service wants, and its log comes back"() {
        when:
        def result = dwx.run("runSql 'select 1 as one', datasource: 'orders_odps'")

        then:
        result.status == 'Success'
        result.log.contains('select 1 as one')
        println result
    }

    def "smoke test"() {
        when:
        def result = dwx.run("smokeTest 'dwd_orders', bizdate: yesterday")

        then:
        println result
        result.Status == 'Success'
    }

    def "backfill"() {
        when:
        def result = dwx.run("backfill 'dwd_orders', from: yesterday - 2, to: yesterday, parallel: 2")

        then:
        println result
        println dwx.notes
        result.Status == 'Success'
    }

    def "logs why rerun"() {
        when:
        dwx.run("logs 'dwd_orders'")
        println dwx.run("ListTaskInstances.all(Bizdate: yesterday).collect { it.TaskName + ' ' + it.Status }")
        println dwx.run("ListTaskInstances.all(Bizdate: yesterday).findAll { it.Status != 'Success' }.collect { why(it.Id).Why }.join('\\n')")
        def result = dwx.run("rerunFailed(bizdate: yesterday, wait: true)")

        then:
        println result
        println dwx.notes
        true
    }
}
