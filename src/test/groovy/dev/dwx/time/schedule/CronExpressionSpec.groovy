package dev.dwx.time.schedule

import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId
import spock.lang.Specification

class CronExpressionSpec extends Specification {
    static final ZoneId SHANGHAI = ZoneId.of('Asia/Shanghai')
    static final ZoneId PACIFIC = ZoneId.of('America/Los_Angeles')

    static List<String> next(String cron, int count, String after = '2026-03-15T00:00:00Z', ZoneId zone = SHANGHAI) {
        CronExpression.parse(cron).next(Instant.parse(after), zone, count)*.toLocalDateTime()*.toString()
    }

    def "#cron is #words"() {
        expect:
        CronExpression.parse(cron).words() == words

        where:
        cron                       || words
        '00 00 02 * * ?'           || 'every day at 02:00'
        '00 30 05 * * ?'           || 'every day at 05:30'
        '00 15 00-23/1 * * ?'      || 'every hour at minute 15'
        '00 */30 00-23 * * ?'      || 'every 30 minutes from 00:00 to 23:59'
        '00 */30 * * * ?'          || 'every 30 minutes from 00:00 to 23:59'
        '00 00-59/10 8-17 * * ?'   || 'every 10 minutes from 08:00 to 17:59'
        '00 20 00 1 * ?'           || 'on the 1st of the month at 00:20'
        '00 10 00 1 1-12/3 ?'      || 'on the 1st of January, April, July and October at 00:10'
        '00 05 00 ? * 2,5'         || 'Tuesdays and Fridays at 00:05'
        '00 05 00 ? * MON,FRI'     || 'Mondays and Fridays at 00:05'
        '00 05 00 * * 2,5'         || 'Tuesdays and Fridays at 00:05'
        '00 05 00 ? * 1-5'         || 'Monday to Friday at 00:05'
        '00 00 23 L * ?'           || 'on the last day of the month at 23:00'
        '00 00 23 1,15,L * ?'      || 'on the 1st, the 15th and the last day of the month at 23:00'
        '00 00 03 ? * 5L'          || 'the last Friday of the month at 03:00'
        '00 00 03 ? * 1#2'         || 'the 2nd Monday of the month at 03:00'
        '00 00 02,14 * * ?'        || 'every day at 02:00 and 14:00'
        '00 30 0-22/2 * * ?'       || 'every 2 hours from 00:30 to 22:30'
        '00 05/15 08 ? * 7'        || 'every 15 minutes from 08:05 to 08:59, Sundays'
        '00 00 02 * 2 ?'           || 'every day in February at 02:00'
        '00 00 04 ? 6 1'           || 'Mondays in June at 04:00'
        '00 13,17 0-9 * * ?'       || '20 times from 00:13 to 09:17'
        '30 00 02 * * ?'           || 'every day at 02:00:30'
    }

    def "the next times of #cron"() {
        expect:
        next(cron, expected.size()) == expected

        where:
        cron                    || expected
        '00 00 02 * * ?'        || ['2026-03-16T02:00', '2026-03-17T02:00']
        '00 05 00 ? * 2,5'      || ['2026-03-17T00:05', '2026-03-20T00:05', '2026-03-24T00:05']
        '00 00 23 L * ?'        || ['2026-03-31T23:00', '2026-04-30T23:00', '2026-05-31T23:00']
        '00 10 00 1 1-12/3 ?'   || ['2026-04-01T00:10', '2026-07-01T00:10']
        '00 00 03 ? * 5L'       || ['2026-03-27T03:00', '2026-04-24T03:00']
        '00 00 03 ? * 1#2'      || ['2026-04-13T03:00', '2026-05-11T03:00']
        '00 00 00 29 2 ?'       || ['2028-02-29T00:00', '2032-02-29T00:00']
        '00 */30 * * * ?'       || ['2026-03-15T08:30', '2026-03-15T09:00']
    }

    def "a day that never comes has no next time, and that is told"() {
        expect:
        next('00 00 00 30 2 ?', 3) == []
        CronExpression.parse('00 10 00 30 2 ?').warnings() == ['there is no such day: it never runs']
    }

    def "a time is the zone's: what is just now in one is long past in the other"() {
        expect:
        next('00 00 02 * * ?', 1, '2026-03-15T18:00:00Z') == ['2026-03-17T02:00']
        next('00 00 02 * * ?', 1, '2026-03-15T17:59:59Z') == ['2026-03-16T02:00']
        next('00 00 02 * * ?', 1, '2026-03-15T18:00:00Z', ZoneId.of('UTC')) == ['2026-03-16T02:00']
    }

    def "an hourly node has 24 instances a day, 23 when summer time begins, and the second of the hours that come twice"() {
        given:
        def hourly = CronExpression.parse('00 00 00-23/1 * * ?')

        expect:
        hourly.instances(LocalDate.of(2026, 3, 16), SHANGHAI).size() == 24
        hourly.instances(LocalDate.of(2026, 3, 8), PACIFIC).with { fires ->
            fires.size() == 23 && !fires.any { it.at().hour == 2 } && fires.every { !it.dryRun() }
        }
        hourly.instances(LocalDate.of(2026, 11, 1), PACIFIC).with { fires ->
            fires.size() == 24 && fires[1].at().toInstant() == Instant.parse('2026-11-01T09:00:00Z')
        }
    }

    def "a daily node whose time is skipped is a dry run an hour later"() {
        when:
        def fires = CronExpression.parse('00 30 02 * * ?').instances(LocalDate.of(2026, 3, 8), PACIFIC)

        then:
        fires.size() == 1
        fires[0].dryRun()
        fires[0].at().toLocalTime().toString() == '03:30'
        fires[0].note().contains('skip 02:30')

        and: 'it does not count as a run'
        next('00 30 02 * * ?', 1, '2026-03-08T08:00:00Z', PACIFIC) == ['2026-03-09T02:30']
    }

    def "a weekly node has an instance on every day, a dry run on most"() {
        given:
        def weekly = CronExpression.parse('00 00 04 ? * 1')

        expect:
        weekly.instances(LocalDate.of(2026, 3, 16), SHANGHAI)*.dryRun() == [false]
        weekly.instances(LocalDate.of(2026, 3, 17), SHANGHAI)*.dryRun() == [true]
    }

    def "#cron counts as #cycle"() {
        expect:
        CronExpression.parse(cron).cycle().name() == cycle

        where:
        cron                  || cycle
        '00 00 02 * * ?'      || 'DAILY'
        '00 00 04 ? * 1,3'    || 'DAILY'
        '00 20 00 1-5 * ?'    || 'DAILY'
        '00 15 00-23/1 * * ?' || 'HOURLY'
        '00 00,30 02 * * ?'   || 'HOURLY'
        '00 15 * * * ?'       || 'HOURLY'
    }

    def "#cron is refused at column #column"() {
        when:
        CronExpression.parse(cron)

        then:
        def fault = thrown(ScheduleFault)
        fault.position() + 1 == column
        fault.message.contains(words)

        where:
        cron                    || column | words
        '30 06 * * ?'           || 1      | "Write '00 30 06 * * ?'"
        '00 30 06 * * ? *'      || 16     | 'Leave out the last one, the year'
        ''                      || 1      | '0 fields'
        '00 60 06 * * ?'        || 4      | "'60' is no minute"
        '00 30 24 * * ?'        || 7      | 'from 0 to 23'
        '00 30 06 32 * ?'       || 10     | 'day of the month'
        '00 30 06 ? * 0'        || 14     | 'Sunday; Monday is 1'
        '00 30 06 ? * MOO'      || 14     | 'MON to SUN'
        '00 30 06 ? * ?'        || 14     | 'both ?'
        '00 30 06 1 * 1'        || 14     | 'cannot both'
        '00 30 22-2 * * ?'      || 7      | '22-23,0-2'
        '00 */0 06 * * ?'       || 6      | "'0' is no minute"
        '00 5,,6 06 * * ?'      || 6      | 'a number is missing'
        '00 30 06 15W * ?'      || 10     | 'not in the service'
        '00 30 06 ? * 1#6'      || 16     | "'6' is no week"
        '00 ? 06 * * ?'         || 4      | "'?' is no minute"
        '00 -5 06 * * ?'        || 4      | "'-5' is no minute"
    }

    def "what the service does not do is told of #cron"() {
        expect:
        CronExpression.parse(cron).warnings().any { it.contains(words) }

        where:
        cron              | words
        '30 00 02 * * ?'  | 'seconds'
        '00 * * * * ?'    | 'less than 5 minutes'
        '00 */3 02 * * ?' | 'less than 5 minutes'
        '00 1,58 * * * ?' | 'less than 5 minutes'
        '00 00 00 * * ?'  | '00:05'
    }

    def "what is well has no warning"() {
        expect:
        CronExpression.parse('00 30 02 * * ?').warnings().empty
        CronExpression.parse('00 */5 * * * ?').warnings().empty
        CronExpression.parse('00 */5 * * * ?').shortestGap().get() == Duration.ofMinutes(5)
        CronExpression.parse('00 30 02 * * ?').shortestGap().empty
    }
}
