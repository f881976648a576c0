package dev.dwx.dsl

import dev.dwx.catalog.Edition
import dev.dwx.client.ApiException
import dev.dwx.client.limits.CallCounts
import dev.dwx.client.limits.Standing
import java.nio.file.Path
import java.time.Duration
import java.time.Instant

class CallBudgetSpec extends LanguageSpec {
    Map<String, Standing> standings = [:]
    List<String> forgotten = []

    SessionParts parts() {
        super.parts().limits(new CallCounts() {
            @Override
            Standing standing(String region) {
                standings[region] ?: Standing.free(region)
            }

            @Override
            void forget(String region) {
                forgotten << region
            }

            @Override
            String pace() {
                '5 calls a second, reads and writes together'
            }

            @Override
            Path file() {
                Path.of('/home/dw/calls.json')
            }
        })
    }

    private void standing(Edition edition, long today, boolean usedUp = false, boolean heeded = true) {
        standings['cn-shanghai'] = new Standing(edition, 'cn-shanghai', today, 1234, usedUp, heeded, Instant.parse('2026-03-15T16:00:00Z'))
    }

    def "a loop that needs more than is left says so before it starts: a remark at the prompt, an error in a script"() {
        given:
        standing(Edition.BASIC, 93)

        when:
        session.budget().need(7, 'ListNodes.all')

        then:
        notes == []

        when:
        session.budget().need(12, 'ListNodes.all')

        then:
        notes == ['ListNodes.all needs about 12 calls, and 7 are left in cn-shanghai until 2026-03-16 00:00 (UTC+8); the basic edition has 100 a day.']

        when:
        session.use(session.context().withStrict(true))
        session.budget().need(12, 'ListNodes.all')

        then:
        def e = thrown(ApiException)
        e.code() == 'dwx.DayTooShort'
        e.stage() == ApiException.Stage.NOT_SENT
        e.message.contains('needs about 12 calls, and 7 are left')
        e.next().contains('DWX_IGNORE_QUOTA=1')
    }

    def "what may take fewer calls is a remark in scripts too"() {
        given:
        standing(Edition.STANDARD, 999)
        session.use(session.context().withStrict(true))

        when:
        session.budget().mayNeed(2400, 'the wait')

        then:
        notes == ['the wait may need up to 2,400 calls, and 1 is left in cn-shanghai until 2026-03-16 00:00 (UTC+8); the standard edition has 1,000 a day.']
    }

    def "where nothing limits a day, nothing is said: #edition"() {
        given:
        standing(edition, 1_000_000, false, heeded)

        when:
        session.budget().need(1_000_000_000, 'ListNodes.all')

        then:
        notes == []
        session.budget().left().empty
        run('limits.left') == null
        session.budget().widen(Duration.ofSeconds(3)) == Duration.ofSeconds(3)

        where:
        edition            | heeded
        null               | true
        Edition.ENTERPRISE | true
        Edition.UNLIMITED  | true
        Edition.BASIC      | false
    }

    def "a listing that is longer than the day allows ends after its first page, in a script"() {
        given:
        standing(Edition.BASIC, 97)
        session.use(session.context().withStrict(true))
        caller.on('ListProjects') { a ->
            '{"PagingInfo":{"TotalCount":1000,"PageSize":10,"PageNumber":1,"Projects":[' + (1..10).collect { "{\"Id\":$it}" }.join(',') + ']}}'
        }

        when:
        def refused = refusal('ListProjects.all(PageSize: 10)*.Id')

        then:
        refused.code() == 'dwx.DayTooShort'
        refused.message.contains('ListProjects.all')
        refused.message.contains('needs about 99 calls, and 3 are left')
        caller.calls.size() == 1
    }

    def "the pause between two polls grows as the day runs out, and never shrinks: #left of 100 left"() {
        given:
        standing(Edition.BASIC, 100 - left)

        expect:
        session.budget().widen(Duration.ofSeconds(interval)) == Duration.ofSeconds(widened)

        where:
        left | interval || widened
        100  | 5        || 5
        50   | 5        || 5
        25   | 5        || 10
        10   | 5        || 25
        5    | 5        || 50
        1    | 5        || 100
        0    | 5        || 100
        0    | 60       || 600
        1    | 1200     || 1200
    }

    def "a day that the service has closed widens them as far as it goes"() {
        given:
        standing(null, 12, true)

        expect:
        session.budget().widen(Duration.ofSeconds(5)) == Duration.ofSeconds(100)
        session.budget().left().asLong == 0
    }

    def "limits shows what is allowed and used, as text, as data and by name"() {
        given:
        standing(Edition.BASIC, 93)

        expect:
        run('limits').toString() == '''\
            edition     basic
            a second    5 calls a second, reads and writes together
            today       93 of 100 calls in cn-shanghai, 7 left until 2026-03-16 00:00 (UTC+8)
            this month  1,234 of 3,100 free calls
            counted in  /home/dw/calls.json; what others call with the account is not seen'''.stripIndent()
        run('limits.left') == 7
        run('[limits.today, limits.month]') == [93, 1234]
        (run('limits') as CallBudget).value() == [edition: 'basic', perSecond: '5 calls a second, reads and writes together',
                region: 'cn-shanghai', today: 93L, ofDay: 100, left: 7L, dayEnds: '2026-03-15T16:00:00Z', month: 1234L, freeOfMonth: 3100,
                ledger: '/home/dw/calls.json']

        when: 'the account is another, or the service has closed the day'
        standing(null, 1, true)

        then:
        run('limits').toString().readLines()[0..2] == [
                'edition     not known; say it with --edition or DWX_EDITION',
                'a second    5 calls a second, reads and writes together, which every edition allows',
                'today       1 call in cn-shanghai; the service says they are used up, 0 left until 2026-03-16 00:00 (UTC+8)']
    }

    def "a wrong count is forgotten, in the region of the context"() {
        when:
        run("inRegion('cn-hangzhou') { limits.forget() }")

        then:
        forgotten == ['cn-hangzhou']
        notes == ["Today's calls in cn-hangzhou are counted anew from now on."]
    }

    def "numbers are grouped by thousands"() {
        expect:
        Standing.grouped(number) == text

        where:
        number        || text
        0             || '0'
        999           || '999'
        1000          || '1,000'
        1234567       || '1,234,567'
        100000        || '100,000'
        -1000         || '-1,000'
        -100          || '-100'
        Long.MAX_VALUE || '9,223,372,036,854,775,807'
    }
}
