package dev.dwx.dsl.schedule

import dev.dwx.dsl.LanguageSpec

class ScheduleWordsSpec extends LanguageSpec {
    def "a cron expression tells its times in the project's zone"() {
        expect:
        run("cron('00 00 02 * * ?').words") == 'every day at 02:00'
        run("cron('00 00 02 * * ?').next(2)")*.toString() == ['2026-03-17T02:00+08:00', '2026-03-18T02:00+08:00']
        run("cron('00 00 02 * * ?').next().toString()") == '2026-03-17T02:00+08:00'
        run("inRegion('us-west-1') { cron('00 00 02 * * ?').next(1) }")*.toString() == ['2026-03-16T02:00-07:00']
        run("cron('00 00 02 * * ?', zone: 'UTC').next(1)")*.toString() == ['2026-03-16T02:00Z']
        run("cron('00 00 02 * * ?').in('UTC').next(1)")*.toString() == ['2026-03-16T02:00Z']
    }

    def "another beginning counts itself"() {
        expect:
        run("cron('00 00 02 * * ?').next(1, from: '2026-05-01')")*.toString() == ['2026-05-01T02:00+08:00']
        run("cron('00 00 02 * * ?').next(1, from: '2026-05-01 02:00')")*.toString() == ['2026-05-01T02:00+08:00']
        run("cron('00 00 02 * * ?').next(1, from: '2026-05-01 02:00:01')")*.toString() == ['2026-05-02T02:00+08:00']
        run("cron('00 00 02 * * ?').next(1, from: today)")*.toString() == ['2026-03-16T02:00+08:00']
    }

    def "the times of a business date are those of the day after"() {
        expect:
        run("cron('00 15 00-23/1 * * ?').times('20260315').size()") == 24
        run("cron('00 15 00-23/1 * * ?').times(yesterday)[0].toString()") == '2026-03-16T00:15+08:00'
        run("cron('00 00 04 ? * 1').times('20260316')") == []
        run("cron('00 00 04 ? * 1').runsOn('20260316')")
    }

    def "what a value says for a business date and at a time"() {
        expect:
        run("resolve('\$bizdate', bizdate: '20260315')") == '20260315'
        run("resolve('\$[yyyymmddhh24miss]', bizdate: 20260315, at: '02:30')") == '20260316023000'
        run("resolve('\$bizdate \$[hh24mi]', at: '2026-05-01 00:10')") == '20260430 0010'
        run("resolve('\$cyctime', at: '2026-05-01T00:10:00Z')") == '20260501081000'
        run("resolve('\$bizdate')") == '20260315'
        run("resolve('a \${outputs}')") == 'a ${outputs}'
    }

    def "what is odd is told, what is wrong refused at its place"() {
        when:
        run("resolve('\$[add_months(yyyymmdd,-1)]', bizdate: '20260330')")

        then:
        notes[0].contains('does not say')

        expect:
        failure(source).message.contains(words)

        where:
        source                                | words
        "resolve('\$[yyyy-1]')"               | 'add_months'
        "cron('30 06 * * ?')"                 | "Write '00 30 06 * * ?'"
        "cron('00 00 02 * * ?', tz: 'UTC')"   | 'no option tz'
        "cron('00 00 02 * * ?', zone: 'Mars')" | "no time zone 'Mars'"
        "cron('00 00 02 * * ?').next(0)"      | 'from 1 to'
        "resolve('x', at: 'noon')"            | "'noon' is no moment"
    }
}
