package dev.dwx.time

import dev.dwx.catalog.ApiCatalog
import java.time.Clock
import java.time.Instant
import java.time.LocalDateTime
import java.time.ZoneId
import java.time.ZoneOffset
import spock.lang.Specification

/** Around midnight of the workspace, on machines that are a day behind it and a day ahead. */
class ZonesSpec extends Specification {
    static final ZoneId SHANGHAI = ZoneId.of('Asia/Shanghai')

    TimeZone machine = TimeZone.default

    def cleanup() {
        TimeZone.default = machine
    }

    def "at #now on a machine in #zone the business date is #bizdate"() {
        given:
        TimeZone.default = TimeZone.getTimeZone(zone)
        def clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC)

        expect:
        BizDate.yesterday(clock, SHANGHAI).toString() == bizdate
        BizDate.yesterday(clock, SHANGHAI).toInstant(SHANGHAI).toEpochMilli() == millis
        BizDate.today(clock, SHANGHAI) - BizDate.yesterday(clock, SHANGHAI) == 1L

        where:
        [now, bizdate, millis, zone] << [
                [['2026-03-14T15:59:59.999Z', '2026-03-13', 1773331200000L], ['2026-03-14T16:00:00Z', '2026-03-14', 1773417600000L],
                 ['2026-03-15T15:59:59Z', '2026-03-14', 1773417600000L]],
                ['America/New_York', 'Pacific/Kiritimati', 'UTC']].combinations().collect { it.flatten() }
    }

    def "a day or a time of the old kind means what was written, whatever the machine's zone: #zone"() {
        given:
        TimeZone.default = TimeZone.getTimeZone(zone)
        def encoding = new TimeEncoding(SHANGHAI, [:])

        expect:
        encoding.encode(ApiCatalog.V2024, 'ListTaskInstances', 'Bizdate', java.sql.Date.valueOf('2026-03-14'), true) == 1773417600000L
        encoding.encode(ApiCatalog.V2020, 'ListInstances', 'Bizdate', java.sql.Date.valueOf('2026-03-14'), false) == '2026-03-14 00:00:00'
        encoding.encode(ApiCatalog.V2024, 'CreateWorkflowInstances', 'Periods.StartTime', java.sql.Time.valueOf('02:30:00'), false) == '02:30:00'
        encoding.encode(ApiCatalog.V2024, 'ListTaskInstances', 'Bizdate', new Date(1773504000000L - 1), true) == 1773417600000L

        where:
        zone << ['America/New_York', 'Pacific/Kiritimati', 'Asia/Shanghai']
    }

    def "the business date of the older version is a whole day"() {
        expect:
        new TimeEncoding(SHANGHAI, [:]).encode(ApiCatalog.V2020, operation, parameter, value, false) == '2026-03-14 00:00:00'

        where:
        operation       | parameter      | value
        'ListInstances' | 'Bizdate'      | Instant.parse('2026-03-14T15:59:59Z')
        'ListInstances' | 'BeginBizdate' | LocalDateTime.of(2026, 3, 14, 2, 30)
        'RunSmokeTest'  | 'Bizdate'      | Instant.parse('2026-03-13T16:00:00Z')
        'CreateDagTest' | 'Bizdate'      | '20260314'
    }
}
