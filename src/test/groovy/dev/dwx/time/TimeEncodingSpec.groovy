package dev.dwx.time

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.Schema
import dev.dwx.catalog.SnapshotCatalog
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.ZoneId
import java.time.ZonedDateTime
import spock.lang.Specification

class TimeEncodingSpec extends Specification {
    static final V2024 = ApiCatalog.V2024
    static final V2020 = ApiCatalog.V2020

    TimeEncoding shanghai = new TimeEncoding(ZoneId.of('Asia/Shanghai'), [:])

    def "each parameter gets the form that it wants"() {
        expect:
        shanghai.encode(version, operation, path, BizDate.parse('20260314'), value instanceof Long) == value

        where:
        version | operation                                 | path                                  || value
        V2024   | 'ListTaskInstances'                       | 'Bizdate'                             || 1773417600000L
        V2024   | 'ListWorkflowInstances'                   | 'BizDate'                             || 1773417600000L
        V2024   | 'ExecuteAdhocWorkflowInstance'            | 'BizDate'                             || 1773417600000L
        V2024   | 'CreateWorkflowInstances'                 | 'Periods.BizDates[].StartBizDate'     || '2026-03-14'
        V2024   | 'CreateWorkflowInstances'                 | 'Periods.BizDates[].EndBizDate'       || '2026-03-14'
        V2024   | 'TriggerSchedulerTaskInstance'            | 'TriggerTime'                         || 1773417600000L
        V2024   | 'ListTaskInstances'                       | 'Filter.startedTimeStart'             || '1773417600000'
        V2024   | 'CreateDataQualityEvaluationTaskInstance' | 'Parameters.triggerTime'              || 1773417600000L
        V2020   | 'ListInstances'                           | 'Bizdate'                             || '2026-03-14 00:00:00'
        V2020   | 'ListInstances'                           | 'BeginBizdate'                        || '2026-03-14 00:00:00'
        V2020   | 'RunSmokeTest'                            | 'Bizdate'                             || '2026-03-14 00:00:00'
        V2020   | 'CreateDagTest'                           | 'Bizdate'                             || '2026-03-14 00:00:00'
        V2020   | 'RunCycleDagNodes'                        | 'StartBizDate'                        || '2026-03-14 00:00:00'
        V2020   | 'RunCycleDagNodes'                        | 'EndBizDate'                          || '2026-03-14 00:00:00'
        V2020   | 'RunManualDagNodes'                       | 'BizDate'                             || '2026-03-14 00:00:00'
        V2020   | 'GetBaselineStatus'                       | 'Bizdate'                             || '2026-03-14T00:00:00+0800'
        V2020   | 'GetOpRiskData'                           | 'Date'                                || '20260314'
        V2020   | 'GetInstanceStatusCount'                  | 'BizDate'                             || '2026-03-14'
        V2020   | 'StartDIJob'                              | 'RealtimeStartSettings.StartTime'     || 1773417600L
        V2020   | 'CreateFile'                              | 'StartEffectDate'                     || 1773417600000L
        V2024   | 'CreateFile'                              | 'EndEffectDate'                       || 1773417600000L
        V2024   | 'ListDeploymentPackageFiles'              | 'CommitFrom'                          || '2026-03-14'
        V2024   | 'UpdateTask'                              | 'Trigger.StartTime'                   || '2026-03-14 00:00:00'
    }

    def "times of day go where times of day are wanted"() {
        expect:
        shanghai.encode(version, operation, path, LocalTime.of(2, 30), false) == value

        where:
        version | operation                 | path                                        || value
        V2024   | 'CreateWorkflowInstances' | 'Periods.StartTime'                         || '02:30:00'
        V2024   | 'CreateWorkflowInstances' | 'DefaultRunProperties.RunPolicy.EndTime'    || '02:30:00'
        V2020   | 'RunCycleDagNodes'        | 'BizBeginTime'                              || '02:30:00'
        V2020   | 'CreateRemind'            | 'DndEnd'                                    || '02:30'
        V2024   | 'Unlisted'                | 'Whatever'                                  || '02:30:00'
    }

    def "every kind of time is taken"() {
        expect:
        shanghai.encode(V2024, 'TriggerSchedulerTaskInstance', 'TriggerTime', value, true) == 1773426600000L

        where:
        value << [LocalDateTime.parse('2026-03-14T02:30:00'), Instant.parse('2026-03-13T18:30:00Z'),
                  ZonedDateTime.parse('2026-03-13T18:30:00Z'), OffsetDateTime.parse('2026-03-13T19:30:00+01:00'),
                  new Date(1773426600000L), new GregorianCalendar(timeInMillis: 1773426600000L),
                  '2026-03-14 02:30:00', '2026-03-14T02:30:00', '2026-03-13T18:30:00Z', '2026-03-14T02:30:00+0800',
                  '2026-03-14T02:30:00+08:00']
    }

    def "what is in the wanted form already, or is no time, is left alone"() {
        expect:
        shanghai.encode(V2024, 'ListTaskInstances', 'Bizdate', value, true).is(value)

        where:
        value << [1773417600000L, 5, 'abc', '1773417600000', '', true, [1], '2026', 'x-y-z-long text']
    }

    def "a text in the form that is wanted is not touched"() {
        expect:
        shanghai.encode(version, operation, path, text, false) == text

        where:
        version | operation                    | path           | text
        V2020   | 'ListInstances'              | 'Bizdate'      | '2026-03-14 00:00:00'
        V2020   | 'GetBaselineStatus'          | 'Bizdate'      | '2026-03-14T00:00:00+0800'
        V2020   | 'GetOpRiskData'              | 'Date'         | '20260314'
        V2024   | 'ListDeploymentPackageFiles' | 'CommitFrom'   | '2026-03-14'
        V2020   | 'RunCycleDagNodes'           | 'BizBeginTime' | '00:00:00'
    }

    def "a date text is brought into the wanted form"() {
        expect:
        shanghai.encode(V2020, 'ListInstances', 'Bizdate', '2026-03-14', false) == '2026-03-14 00:00:00'
        shanghai.encode(V2020, 'ListInstances', 'Bizdate', '20260314', false) == '2026-03-14 00:00:00'
        shanghai.encode(V2020, 'GetOpRiskData', 'Date', '2026-03-14', false) == '20260314'
        shanghai.encode(V2024, 'ListDeploymentPackageFiles', 'CommitFrom', '20260314', false) == '2026-03-14'

        when:
        shanghai.encode(V2020, 'ListInstances', 'Bizdate', '2026-02-30', false)

        then:
        thrown(IllegalArgumentException)
    }

    def "a parameter that is in no table is encoded by its type"() {
        expect:
        shanghai.encode(V2024, 'New', 'At', BizDate.parse('20260314'), true) == 1773417600000L
        shanghai.encode(V2024, 'New', 'At', BizDate.parse('20260314'), false) == '2026-03-14'
        shanghai.encode(V2024, 'New', 'At', LocalDate.of(2026, 3, 14), false) == '2026-03-14'
        shanghai.encode(V2024, 'New', 'At', Instant.parse('2026-03-14T00:00:00Z'), false) == '2026-03-14 08:00:00'
        shanghai.encode(V2024, 'New', 'For', Duration.ofMinutes(2), true) == 120000L
        shanghai.encode(V2024, 'New', 'At', '2026-03-14', true) == '2026-03-14'
    }

    def "an override wins, the more exact one first"() {
        given:
        def encoding = new TimeEncoding(ZoneId.of('Asia/Shanghai'), ['ExecuteAdhocWorkflowInstance.BizDate': TimeForm.COMPACT_DATE,
                'ListTaskInstances.Bizdate': TimeForm.DATE, "2024-05-18:ListTaskInstances.Bizdate": TimeForm.SECONDS])

        expect:
        encoding.encode(V2024, 'ExecuteAdhocWorkflowInstance', 'BizDate', BizDate.parse('20260314'), true) == '20260314'
        encoding.encode(V2024, 'ListTaskInstances', 'Bizdate', BizDate.parse('20260314'), true) == 1773417600L
        encoding.isDisputed('ExecuteAdhocWorkflowInstance', 'BizDate')
    }

    def "the machine's zone does not matter"() {
        given:
        def machine = TimeZone.getDefault()
        TimeZone.setDefault(TimeZone.getTimeZone('Pacific/Kiritimati'))

        expect:
        shanghai.encode(V2024, 'ListTaskInstances', 'Bizdate', LocalDateTime.parse('2026-03-14T23:59:59'), true) == 1773417600000L
        shanghai.encode(V2020, 'ListInstances', 'Bizdate', Date.from(Instant.parse('2026-03-13T16:00:00Z')), false) == '2026-03-14 00:00:00'

        cleanup:
        TimeZone.setDefault(machine)
    }

    def "every row names a parameter that exists, of the right kind"() {
        given:
        def catalog = SnapshotCatalog.bundled()
        def wrong = []
        def rows = 0
        [(V2024): TimeTable.NEW, (V2020): TimeTable.OLD, both: TimeTable.BOTH].each { version, table ->
            TimeForm form = null
            table.each { String row ->
                if (!row.contains('.')) {
                    form = TimeForm.valueOf(row)
                    return
                }
                rows++
                def (name, path) = row.split(/\./, 2)
                def operations = (version == 'both' ? [V2024, V2020] : [version])
                        .collect { catalog.find(it, name).orElse(null) }.findAll()
                if (operations.empty) {
                    wrong << "$row: no operation"
                }
                operations.each {
                    def schema = schemaAt(it, path)
                    if (schema == null || schema.integer != form.number && schema.type() in ['integer', 'string']) {
                        wrong << "$row: ${schema?.type()}".toString()
                    }
                }
            }
        }

        expect: 'the keys inside JSON texts are in no schema'
        rows > 80
        wrong.findAll { !it.contains('.Filter.') && !it.contains('.Parameters.triggerTime') } == []
    }

    private static Schema schemaAt(ApiOperation operation, String path) {
        Schema schema = null
        path.split(/\./).each { step ->
            def name = step.replace('[]', '')
            schema = schema == null ? operation.parameter(name).map { it.schema() }.orElse(null) : schema.properties()[name]
            schema = schema == null ? Schema.ANY : operation.resolve(schema)
            if (step.endsWith('[]')) {
                schema = operation.resolve(schema.items())
            }
        }
        schema
    }
}
