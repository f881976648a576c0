package dev.dwx.dsl.watching

import dev.dwx.client.ApiException
import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.SessionParts
import dev.dwx.dsl.waiting.FakeTimer

import java.time.Duration

class WatchSpec extends LanguageSpec {
    FakeTimer timer = new FakeTimer()
    List<String> shown = []
    Stage stage = Stage.NONE

    SessionParts parts() {
        timer = timer ?: new FakeTimer()
        shown = shown == null ? [] : shown
        super.parts().timer(timer).stage(stage ?: Stage.NONE).shower({ form, value -> shown << String.valueOf(value); value })
    }

    private String printed(String source) {
        begin(parts())
        def out = new StringWriter()
        evaluator.variables().put('out', new PrintWriter(out))
        run(source)
        out.toString()
    }

    private static ApiException failure(String code, int status) {
        ApiException.of(ApiException.Stage.REFUSED, 'GetNode', '2024-05-18').code(code).status(status).why('why').build()
    }

    def "off a terminal each round is printed below its time, until the last"() {
        expect:
        printed("n = 0; watch(every: '30s', times: 3) { n = n + 1 }") == '''\
            04:00:00 · round 1 · next in 30 s
            04:00:00 · round 2 · next in 30 s
            04:00:00 · round 3
            '''.stripIndent()
        shown == ['1', '2', '3']
        timer.pauses == [Duration.ofSeconds(30)] * 2
    }

    def "it ends when what is wanted holds, and gives the last value"() {
        given:
        begin(parts())
        evaluator.variables().put('out', new PrintWriter(new StringWriter()))

        expect:
        run("n = 0; watch(until: { it > 1 }) { n = n + 1 }") == 2
        timer.pauses == [Duration.ofSeconds(10)]
    }

    def "nothing in it may change anything"() {
        when:
        begin(parts())
        run("watch(times: 2) { DeleteNode(Id: '1') }")

        then:
        def e = thrown(Exception)
        e.cause.code() == 'dwx.WriteInWatch'
        caller.calls.empty
    }

    def "what is given wrongly is told: #source"() {
        given:
        begin(parts())

        expect:
        failure(source).message.contains(why)

        where:
        source                                        || why
        "watch(every: '100ms') { 1 }"                 || 'too often'
        "watch(every: 5) { 1 }"                       || 'says no unit'
        "watch(evry: '5s') { 1 }"                     || 'Did you mean every?'
        "watch(times: 0) { 1 }"                       || '1 or more'
        "watch(until: true) { 1 }"                    || 'until takes a block'
        "watch 'nodes'"                               || 'watch takes a block, or the word instances'
    }

    def "a failure that passes is told and looked over; another ends it at once, or when it lasts"() {
        given:
        def answers = [1, failure('Throttling.User', 429), 2]
        def rounds = new Rounds('w', { def next = answers.remove(0); if (next instanceof Exception) throw next; next }, { false }, 0,
                Duration.ofSeconds(1), clock, { it })

        expect:
        rounds.next().trouble() == null
        with(rounds.next()) { trouble() == 'Throttling.User: why'; value() == 1 }
        with(rounds.next()) { trouble() == null; value() == 2 }

        when:
        answers.addAll([failure('InvalidNode', 404)] * 3)
        2.times { assert rounds.next().trouble() == 'InvalidNode: why' }
        rounds.next()

        then:
        thrown(ApiException)

        when:
        new Rounds('w', { throw failure('InvalidNode', 404) }, { false }, 0, Duration.ofSeconds(1), clock, { it }).next()

        then:
        thrown(ApiException)
    }

    def "how often can be changed, within limits; the day's budget widens it"() {
        given:
        def rounds = new Rounds('w', { 1 }, { false }, 0, Duration.ofSeconds(4), clock, { Duration it -> it.multipliedBy(3) })

        expect:
        rounds.pause() == Duration.ofSeconds(12)

        when:
        5.times { rounds.faster() }

        then:
        rounds.every() == Duration.ofSeconds(1)

        when:
        20.times { rounds.slower() }

        then:
        rounds.every() == Duration.ofHours(1)
    }

    def "watch instances: the word, whatever a variable holds; elsewhere than on a terminal the counts alone"() {
        given:
        begin(parts())
        caller.on('ListTaskInstances') { a ->
            assert a.ProjectEnv == 'Prod'
            '''{"PagingInfo":{"TotalCount":3,"PageNumber":1,"PageSize":500,"TaskInstances":[{"Id":900020778113,"Status":"Failure"},
                {"Id":900020778114,"Status":"Success"},{"Id":900020778115,"Status":"Success"}]}}'''
        }

        expect:
        run("instances = 5; watch instances") == [[Status: 'Failure', Instances: 1], [Status: 'Success', Instances: 2]]
        caller.calls.size() == 1
    }

    def "a rerun asks, and tells what came of it"() {
        given:
        def asked = []
        begin(parts().confirmer({ request -> asked << request.lines(); answer }))
        caller.on('RerunTaskInstances') { '{"SuccessInfo":{"900020778113":{"Success":true}}}' }
        def board = session.lifecycle().board('2026-03-14', null, Duration.ofSeconds(15))
        def instance = Instance.of([Id: 900020778113L, TaskName: 'dwd_orders', Status: 'Failure'])

        when:
        def told
        try {
            told = board.act('RerunTaskInstances', instance)
        } catch (RuntimeException e) {
            told = Board.line(e)
        }

        then:
        asked.size() == 1
        asked[0].any { it.contains('dwd_orders (900020778113), which is Failure now') }
        told == line
        caller.calls.size() == calls

        where:
        answer  || calls || line
        'rerun' || 1     || 'RerunTaskInstances of dwd_orders: done'
        'no'    || 0     || 'RerunTaskInstances (2024-05-18) was not sent: what was typed is not the word rerun.'
    }
}
