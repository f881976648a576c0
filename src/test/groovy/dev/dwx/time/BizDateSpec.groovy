package dev.dwx.time

import java.time.Clock
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId
import java.time.ZoneOffset
import spock.lang.Specification

class BizDateSpec extends Specification {
    def "a business date is the day before the run, in the project's zone"() {
        expect:
        BizDate.yesterday(Clock.fixed(Instant.parse(now), ZoneOffset.UTC), ZoneId.of(zone)).format() == date

        where:
        now                    | zone                  || date
        '2026-03-15T03:00:00Z' | 'Asia/Shanghai'       || '20260314'
        '2026-03-15T16:30:00Z' | 'Asia/Shanghai'       || '20260315'
        '2026-03-15T03:00:00Z' | 'America/Los_Angeles' || '20260313'
        '2026-03-01T00:00:00Z' | 'UTC'                 || '20260228'
    }

    def "it is read in two forms and refused in others"() {
        expect:
        BizDate.parse('20260315') == BizDate.of(LocalDate.of(2026, 3, 15))
        BizDate.parse('2026-03-15') == BizDate.parse(" 20260315 ")

        when:
        BizDate.parse(wrong)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains(wrong.strip())

        where:
        wrong << ['2026-3-15', '20260230', '2026/03/15', 'yesterday', '', '202603150', '2026-13-01', '٢٠٢٦٠٣١٥']
    }

    def "it counts, compares and makes ranges"() {
        given:
        def day = BizDate.parse('20260301')

        expect:
        (day - 3).toString() == '2026-02-26'
        (day + 1).format() == '20260302'
        day - (day - 3) == 3
        day > day - 1
        (day..day + 2)*.format() == ['20260301', '20260302', '20260303']
        day in (day - 1..day + 1)
        day.format('yyyy/MM/dd') == '2026/03/01'
        day.runDate() == LocalDate.of(2026, 3, 2)
        [day, day - 1].sort()*.format() == ['20260228', '20260301']
        [(day): 1][BizDate.parse('2026-03-01')] == 1

        when:
        day + 0.5

        then:
        thrown(IllegalArgumentException)
    }

    def "midnight is the zone's midnight"() {
        expect:
        BizDate.parse('20260314').toInstant(ZoneId.of('Asia/Shanghai')).toEpochMilli() == 1773417600000L
        BizDate.parse('20260314').toInstant(ZoneOffset.UTC).toEpochMilli() == 1773446400000L
    }

    def "a region's zone is never the machine's"() {
        given:
        def machine = TimeZone.getDefault()
        TimeZone.setDefault(TimeZone.getTimeZone('Pacific/Kiritimati'))

        expect:
        ProjectZone.of(region).id == zone

        cleanup:
        TimeZone.setDefault(machine)

        where:
        region           || zone
        'cn-shanghai'    || 'Asia/Shanghai'
        'cn-hangzhou'    || 'Asia/Shanghai'
        'ap-southeast-1' || 'Asia/Singapore'
        'us-west-1'      || 'America/Los_Angeles'
        'eu-central-1'   || 'Europe/Berlin'
        'xx-nowhere-9'   || 'Asia/Shanghai'
        null             || 'Asia/Shanghai'
    }
}
