package dev.dwx.time.schedule

import java.time.LocalDate
import java.time.LocalDateTime
import java.time.ZoneId
import spock.lang.Specification

class SchedulingExpressionSpec extends Specification {
    static ScheduledMoment moment(String time, String zone = 'Asia/Shanghai') {
        ScheduledMoment.at(LocalDateTime.parse(time).atZone(ZoneId.of(zone)))
    }

    static String value(String expression, String time = '2025-11-01T02:30:45', String zone = 'Asia/Shanghai') {
        SchedulingExpression.parse(expression).at(moment(time, zone)).value()
    }

    def "#expression is #expected on 2025-11-01 at 02:30:45"() {
        expect:
        value(expression) == expected

        where:
        expression                         || expected
        '$bizdate'                         || '20251031'
        '${yyyymmdd}'                      || '20251031'
        '$cyctime'                         || '20251101023045'
        '$[yyyymmddhh24miss]'              || '20251101023045'
        '$gmtdate'                         || '20251101'
        '$bizmonth'                        || '202510'
        '${yyyy}'                          || '2025'
        '${yy}'                            || '25'
        '${yyyymm}'                        || '202510'
        '${mm}'                            || '10'
        '${dd}'                            || '31'
        '${yyyy-mm-dd}'                    || '2025-10-31'
        '${yyyymmdd-1}'                    || '20251030'
        '${yyyymmdd+1}'                    || '20251101'
        '${yyyymmdd-7*2}'                  || '20251017'
        '${yyyy-mm-dd-1}'                  || '2025-10-30'
        '${yyyymm-1}'                      || '202509'
        '${yyyymm-10}'                     || '202412'
        '${yyyy-1}'                        || '2024'
        '$[yyyymmdd]'                      || '20251101'
        '$[yyyymmdd-1]'                    || '20251031'
        '$[yyyymmdd - 1]'                  || '20251031'
        '$[yyyymmdd-7*1]'                  || '20251025'
        '$[hh24miss-1/24]'                 || '013045'
        '$[yyyymmddhh24miss-1/24]'         || '20251101013045'
        '$[yyyymmddhh24mi-30/24/60]'       || '202511010200'
        '$[yyyymmdd-3/24]'                 || '20251031'
        '$[add_months(yyyymmdd,-1)]'       || '20251001'
        '$[add_months(yyyymmdd,-12)]'      || '20241101'
        '$[add_months(yyyymmdd,-12*1)]'    || '20241101'
        '$[add_months(yyyymm,1)]'          || '202512'
        '$[add_months(yyyy, -12)]'         || '2024'
        '$[yyyy-mm-dd]'                    || '2025-11-01'
        '$[yyyy-mm-dd-1]'                  || '2025-10-31'
        '$[hh24:mi:ss]'                    || '02:30:45'
        '$[hh24]'                          || '02'
        '${bdp.system.bizdate}'            || '20251031'
        '${bdp.system.cyctime}'            || '20251101023045'
        'ds=${yyyymmdd}/hh=$[hh24-1/24]'   || 'ds=20251031/hh=01'
        'plain text'                       || 'plain text'
        '100$'                             || '100$'
        '$1'                               || '$1'
        ''                                 || ''
    }

    def "just after midnight the hour before is yesterday's, which only a whole expression shows"() {
        expect:
        value('$[yyyymmdd]$[hh24-1/24]', '2025-11-01T00:10:00') == '2025110123'
        value('$[yyyymmddhh24-1/24]', '2025-11-01T00:10:00') == '2025103123'
        SchedulingExpression.parse('$[hh24-1/24]').warnings()[0].contains('$[yyyymmddhh24-1/24]')
        SchedulingExpression.parse('$[yyyymmdd]$[hh24-1/24]').warnings().any { it.contains('a day apart') }
        SchedulingExpression.parse('$[yyyymmddhh24-1/24]').warnings().empty
    }

    def "the month of business is another one than the month at work"() {
        expect:
        SchedulingExpression.parse('$bizmonth').at(moment(time)).value() == expected

        where:
        time                  || expected
        '2025-11-01T02:00:00' || '202510'
        '2025-11-02T02:00:00' || '202510'
        '2025-12-31T02:00:00' || '202511'
        '2026-01-01T02:00:00' || '202512'
        '2026-01-02T02:00:00' || '202512'
    }

    def "a backfill of a past month has that month as the month of business"() {
        expect:
        SchedulingExpression.parse('$bizmonth').at(moment('2025-08-15T02:00:00').on(LocalDate.of(2025, 11, 3))).value() == '202508'
    }

    def "the end of a month goes by Oracle's rule, and that is told"() {
        when:
        def resolution = SchedulingExpression.parse("\$[add_months(yyyymmdd,$months)]").at(moment(time))

        then:
        resolution.value() == expected
        resolution.notes().size() == 1 && resolution.notes()[0].contains('does not say')

        where:
        time                  | months || expected
        '2025-03-31T02:00:00' | -1     || '20250228'
        '2024-03-31T02:00:00' | -1     || '20240229'
        '2025-02-28T02:00:00' | 1      || '20250331'
        '2025-03-30T02:00:00' | -1     || '20250228'
        '2025-04-30T02:00:00' | 1      || '20250531'
    }

    def "a month in the middle needs no remark"() {
        expect:
        SchedulingExpression.parse('$[add_months(yyyymmdd,-1)]').at(moment('2025-03-15T02:00:00')).notes().empty
        SchedulingExpression.parse('$[add_months(yyyymm,-1)]').at(moment('2025-03-31T02:00:00')).with { it.value() == '202502' && it.notes().empty }
    }

    def "what only the run knows is left as it was written and named"() {
        when:
        def resolution = SchedulingExpression.parse('a $jobid b ${outputs} c $bizdate').at(moment('2025-11-01T02:00:00'))

        then:
        resolution.value() == 'a $jobid b ${outputs} c 20251031'
        resolution.open() == ['$jobid', '${outputs}']

        and:
        SchedulingExpression.parse('$jobid').at(moment('2025-11-01T02:00:00').withIds(jobid: '7421')).value() == '7421'
    }

    def "#expression is refused at column #column with what is right"() {
        when:
        SchedulingExpression.parse(expression)

        then:
        def fault = thrown(ScheduleFault)
        fault.position() + 1 == column
        fault.remedy().contains(remedy)
        fault.message.contains("column $column: ")

        where:
        expression                  || column | remedy
        '$[yyyy-1]'                 || 7      | '$[add_months(yyyy,-1*12)]'
        '$[mm-1]'                   || 5      | '$[add_months(mm,-1)]'
        'x $[yyyymm-1]'             || 11     | '$[add_months(yyyymm,-1)]'
        '${yyyymmdd-1/24}'          || 11     | '$[yyyymmdd-1/24]'
        '${yyyymmddhh24}'           || 3      | '$[yyyymmddhh24]'
        '${add_months(yyyymm,-1)}'  || 3      | '$[add_months(yyyymm,-1)]'
        '$[yyyymmddhh]'             || 11     | 'hh24'
        '$[yyyymmdd-1-1/24]'        || 12     | '-25/24'
        '$[yyyymmdd-1/12]'          || 11     | '-N/24'
        '$[yyyymmdd-1/24/60/60]'    || 11     | '-N/24/60'
        '$[yyyymmdd+]'              || 11     | '-1'
        '$[yyyymmdd'                || 1      | 'close it with ]'
        '${yyyymmdd'                || 1      | 'close it with }'
        '$[]'                       || 3      | 'yyyymmdd'
        '$[day]'                    || 3      | 'yyyy yy mm'
        '$[add_months(yyyymmdd)]'   || 3      | 'add_months(yyyymmdd,-1)'
        '$[add_months(yyyymmdd,-1)-1]' || 3   | 'add_months(yyyymmdd,-1)'
        '$[add_months(yyyymmdd,-1/24)]' || 23 | '-1'
        '$BizDate'                  || 1      | '$bizdate'
        '$[yyyymmdd-9999999]'       || 11     | '-7*2'
        '$[yyyymmdd-999999*999999]' || 11     | 'smaller'
    }

    def "#expression works, and a word of warning is due"() {
        expect:
        SchedulingExpression.parse(expression).warnings().any { it.contains(warning) }

        where:
        expression         | warning
        '$[yyyyMMdd]'      | 'small: yyyymmdd'
        '$[hh24mmss]'      | 'minutes are mi'
        '$[yyyymmdd hh24]' | 'no blank'
        '$[hh24-1]'        | 'an hour is 1/24'
    }

    def "ten minutes before is ten minutes before when the clocks change, too, and a day before is a day on the calendar"() {
        expect:
        value('$[hh24:mi-10/24/60]', '2026-03-08T03:00:00', 'America/Los_Angeles') == '01:50'
        value('$[yyyymmddhh24mi-1]', '2026-03-08T12:00:00', 'America/Los_Angeles') == '202603071200'
        value('$[yyyymmddhh24mi-24/24]', '2026-03-08T12:00:00', 'America/Los_Angeles') == '202603071100'
    }
}
