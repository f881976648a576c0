package dev.dwx.sandbox

import dev.dwx.catalog.Edition
import dev.dwx.catalog.Placement
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.sandbox.world.World
import dev.dwx.sandbox.world.WorldOptions
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import java.time.ZoneOffset
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

/** What can be done to a sandbox while it runs, seen over the wire. */
class ControlsSpec extends Specification {
    static final String V2024 = '2024-05-18'
    static final Instant START = Instant.parse('2026-03-15T02:30:00Z')
    @Shared
    World world = World.open(WorldOptions.of(SnapshotCatalog.bundled()).withClock(Clock.fixed(START, ZoneOffset.UTC)).withAccountId(SandboxKeys.ACCOUNT_ID))
    @Shared
    @AutoCleanup
    Sandbox sandbox = Sandbox.start(SandboxOptions.of(SnapshotCatalog.bundled()).withBehaviour(world).withClock({ START } as InstantSource))

    def setup() { sandbox.reset() }

    /** Sent as the metadata says. */
    SigningClient.Answer call(Map args = [:], String name) {
        def operation = SnapshotCatalog.bundled().find(V2024, name).get()
        def call = new SigningClient(sandbox.endpoint()).clock { START }.call(operation.methods().contains('POST') ? 'POST' : 'GET', name, V2024)
        args.each { k, v ->
            operation.parameter(k.toString()).get().in() == Placement.QUERY ? call.query(k.toString(), v) : call.form(k.toString(), v)
        }
        call.signV3().send()
    }

    SigningClient.Answer list() { call('ListProjects') }

    SigningClient.Answer make(String name) { call('CreateDataQualityScan', ProjectId: 10001, Name: name, Spec: '{}', ClientToken: UUID.randomUUID()) }

    int scans() {
        def answer = call('ListDataQualityScans', ProjectId: 10001, PageNumber: 1, PageSize: 10)
        assert answer.status() == 200
        answer.json().PageInfo.TotalCount as int
    }

    def "a refusal of any status and code, so many times, then calm: #settings"() {
        when:
        sandbox.fault(settings)

        then:
        with(list()) {
            it.status() == status
            it.code() == code
        }
        list().status() == 200

        where:
        settings                                       || status | code
        [status: 503]                                  || 503    | 'ServiceUnavailable'
        [code: 'Throttling.User']                      || 429    | 'Throttling.User'
        [code: '9990040003']                           || 400    | '9990040003'
        [code: 'Forbidden.Not.Server']                 || 500    | 'Forbidden.Not.Server'
        [status: 403, code: 'Forbidden.RAM', times: 1] || 403    | 'Forbidden.RAM'
    }

    def "only the operations named, reads or writes"() {
        when:
        sandbox.fault(settings + [status: 503, times: 'always'])

        then:
        (list().status() == 503) == read
        (make("only ${settings}").status() == 503) == write

        where:
        settings                                           || read  | write
        [on: 'ListProjects']                               || true  | false
        [on: 'Create*']                                    || false | true
        [on: ['ListProjects', 'CreateDataQualityScan']]    || true  | true
        [only: 'writes']                                   || false | true
        [only: 'reads', on: '*']                           || true  | false
        [on: 'listProjects']                               || false | false
    }

    def "every n-th call, or a part of them drawn from a seed"() {
        when:
        sandbox.fault(status: 503, every: 3)
        def hits = (1..9).collect { list().status() == 503 }

        then:
        hits == [false, false, true] * 3
        sandbox.faults()[0].with { it.Looked == 9 && it.Fired == 3 && it.Times == 'always' }

        when:
        def draw = { seed ->
            sandbox.calm()
            sandbox.fault(status: 503, rate: 0.3, seed: seed)
            (1..40).collect { list().status() == 503 }
        }

        then:
        draw(1) == draw(1)
        draw(1) != draw(2)
        draw(1).count(true) in 4..20

        when:
        sandbox.calm()

        then:
        sandbox.faults() == []
        list().status() == 200
    }

    def "a connection that is cut: #cut, the work #effect"() {
        given:
        def before = scans()
        sandbox.fault(cut: cut, on: 'CreateDataQualityScan')

        when:
        def answer = make("cut $cut")

        then:
        answer.status() == status
        made == (scans() - before == 1)
        sandbox.faults()[0].Fired == 1

        where:
        cut      || status | made
        'before' || 0      | false
        'after'  || 0      | true
        'body'   || 200    | true
        10       || 200    | true
        effect = made ? 'done' : 'not done'
    }

    def "cut while the work goes on, it is done a moment later"() {
        given:
        def before = scans()
        sandbox.fault(cut: 'during', on: 'CreateDataQualityScan')

        expect:
        make('cut during').status() == 0
        (1..200).any { scans() == before + 1 }
    }

    def "the work is done before a refusal, when asked for"() {
        given:
        def before = scans()

        when:
        sandbox.fault(status: 503, times: 2, on: 'CreateDataQualityScan', after: true)

        then:
        make('a').status() == 503
        scans() == before + 1
        make('b').status() == 503
        make('c').status() == 200
        scans() == before + 3
    }

    def "answers that a client cannot make sense of: #settings"() {
        when:
        sandbox.fault(settings)
        def answer = list()

        then:
        answer.status() == status
        check(answer)

        where:
        settings                                          || status | check
        [empty: true]                                     || 200    | { it.body() == '' }
        [status: 503, empty: true]                        || 503    | { it.body() == '' }
        [html: true]                                      || 502    | { it.body().startsWith('<html>') }
        [html: true, status: 200]                         || 200    | { it.body().startsWith('<html>') }
        [wrongTypes: true]                                || 200    | { it.json().PagingInfo.Projects instanceof Map && it.json().RequestId instanceof String }
        [body: '{"RequestId":', headers: ['X-Odd': 'yes']] || 200   | { it.body() == '{"RequestId":' && it.headers()['x-odd'] == 'yes' }
        [slow: '20ms', dribble: '40ms']                   || 200    | { it.json().PagingInfo.TotalCount != null }
        [gzip: true]                                      || 200    | { it.headers()['content-encoding'] == 'gzip' }
    }

    def "a setting that makes no sense is refused in words: #settings"() {
        when:
        sandbox.fault(settings)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains(text)

        where:
        settings                    || text
        [statsu: 503]               || 'did you mean status?'
        [:]                         || 'what is to go wrong?'
        [status: 503, times: 0]     || 'times: is a whole number from 1'
        [status: 600]               || 'from 200 to 599'
        [cut: 'later']              || "'before', 'during', 'after'"
        [cut: 'after', html: true]  || 'one fault has one of'
        [status: 503, only: 'gets'] || "'reads' or 'writes'"
        [slow: 'soon']              || 'no length of time'
        [status: 503, rate: 5]      || 'a part of all calls'
    }

    def "time moves on without anybody waiting, and never the time that signatures are judged by"() {
        given:
        def running = { sandbox.clock().instant() }
        def started = sandbox.clock().freeze()

        when:
        sandbox.clock().advance(Duration.ofHours(30))

        then:
        running() == started + Duration.ofHours(30)
        // Signed with the time that has not moved.
        list().status() == 200
        sandbox.requests('ListProjects')[-1].Time == running().toString()

        when:
        sandbox.clock().set(START)

        then:
        thrown(IllegalArgumentException)

        when:
        sandbox.reset()

        then:
        running() == START
    }

    def "a business day that begins has its instances, which run by the sandbox's time"() {
        given:
        def instances = { day -> this.call('ListTaskInstances', ProjectId: 10001, Bizdate: day, PageSize: 100).json().PagingInfo.TaskInstances }
        def today = Instant.parse('2026-03-14T16:00:00Z').toEpochMilli()

        expect:
        instances(today) == []

        when:
        sandbox.clock().set(Instant.parse('2026-03-15T16:05:00Z'))

        then:
        !instances(today).isEmpty()
        instances(today).any { it.Status == 'NotRun' }

        when:
        sandbox.clock().advance(Duration.ofHours(24))

        then:
        instances(today).every { it.Status == 'Success' }
    }

    def "reads lag behind writes for a time: #settings"() {
        given:
        def before = scans()
        sandbox.clock().freeze()

        when:
        sandbox.stale(settings)
        make('late')

        then:
        scans() == before

        when:
        pass(sandbox, this)

        then:
        scans() == before + 1

        where:
        settings                                         | pass
        [for: '5s', on: 'ListDataQualityScans']          | { box, spec -> box.clock().advance(Duration.ofSeconds(5)) }
        [for: '5s']                                      | { box, spec -> box.clock().advance(Duration.ofSeconds(6)) }
        [reads: 3, on: 'List*']                          | { box, spec -> spec.scans(); spec.scans() }
        [for: '5s']                                      | { box, spec -> box.calm() }
    }

    def "other reads see the write, and the lag shows among the faults"() {
        given:
        sandbox.stale(for: '5s', on: 'GetDataQualityScan')
        def before = scans()
        make('seen')

        expect:
        scans() == before + 1
        sandbox.faults()*.Fault == ['stale for 5s']
    }

    def "what was received, secrets masked"() {
        when:
        list()
        call('CreateDataSource', *: [ProjectId: 10001, Name: 'x', Type: 'mysql', ConnectionPropertiesMode: 'UrlMode',
                ConnectionProperties: '{"password":"s3cret","url":"jdbc:mysql://h/db"}'])

        then:
        sandbox.requests()*.Operation == ['ListProjects', 'CreateDataSource']
        sandbox.requests('Create*')*.Arguments.every { !it.toString().contains('s3cret') && it.Name == 'x' }
        sandbox.requests('GetNode') == []

        when:
        sandbox.fault(status: 503)
        list()

        then:
        sandbox.requests()[-1].with { it.Status == 503 && it.Code == 'ServiceUnavailable' && it.Fault == '503 ServiceUnavailable' }
    }

    def "an edition's limits switch on and off; failed calls count too, days begin by the sandbox's clock"() {
        given:
        sandbox.clock().freeze()
        sandbox.limits(Edition.BASIC)
        def answers = (1..6).collect { list() }

        expect:
        answers*.status() == [200] * 5 + [429]
        answers[5].code() == 'Throttling.User'

        when:
        sandbox.clock().advance(Duration.ofSeconds(1))
        sandbox.fault(status: 503, times: 4)
        4.times { list() }

        then:
        list().status() == 200
        list().code() == 'Throttling.User'

        when:
        sandbox.clock().advance(Duration.ofSeconds(1))
        (1..88).each { sandbox.clock().advance(Duration.ofSeconds(1)); assert list().status() == 200 }
        sandbox.clock().advance(Duration.ofSeconds(1))

        then:
        list().code() == 'Throttling.Api.Risk'

        when:
        sandbox.clock().advance(Duration.ofDays(1))

        then:
        list().status() == 200

        when:
        sandbox.limits(Edition.UNLIMITED)

        then:
        (1..10).every { list().status() == 200 }
    }

    def "reset begins anew"() {
        given:
        def before = scans()
        make('gone')
        sandbox.fault(status: 503)
        sandbox.stale(for: '1h')

        when:
        sandbox.reset()

        then:
        scans() == before
        sandbox.faults() == []
        sandbox.requests().size() == 1
    }

    /** What the control page answers. */
    def page(String command, String body, Map<String, String> headers = ['x-dwx-sandbox': '1']) {
        def connection = URI.create(sandbox.endpoint() + '/_sandbox/' + command).toURL().openConnection(Proxy.NO_PROXY) as HttpURLConnection
        connection.requestMethod = 'POST'
        connection.useCaches = false
        connection.doOutput = true
        headers.each { name, value -> connection.setRequestProperty(name, value) }
        connection.outputStream.withCloseable { it << body }
        def status = connection.responseCode
        [status: status, body: JsonText.read(((status < 400) ? connection.inputStream : connection.errorStream).getText('UTF-8'))]
    }

    def "the control page does the same for another process: #command"() {
        when:
        def answer = page(command, body)

        then:
        answer.status == status
        check(answer.body)

        where:
        command    | body                               || status | check
        'fault'    | '{"status":503,"on":"GetNode"}'    || 200    | { it.Value.Fault == '503 ServiceUnavailable' && it.Value.On == 'GetNode' }
        'faults'   | ''                                 || 200    | { it.Value == [] }
        'calm'     | '{}'                               || 200    | { it.Value == 0 }
        'stale'    | '{"for":"5s"}'                     || 200    | { it.Value.Fault == 'stale for 5s' }
        'clock'    | '{"freeze":true,"advance":"1h"}'   || 200    | { it.Value.Frozen && it.Value.Ahead == '1h' }
        'requests' | '{"operation":"ListProjects"}'     || 200    | { it.Value == [] }
        'limits'   | '{"edition":"standard"}'           || 200    | { it.Value.CallsPerDay == 1000 }
        'reset'    | '{}'                               || 200    | { it.Value.Ahead == '0s' }
        'limits'   | '{"edition":"gold"}'               || 400    | { it.Error.contains('there is no edition gold') }
        'clock'    | '{"advence":"1h"}'                 || 400    | { it.Error.contains('did you mean advance?') }
        'fault'    | '{"status"'                        || 400    | { it.Error != null }
        'falt'     | '{}'                               || 400    | { it.Error.contains('did you mean fault?') }
    }

    def "the control page is no use to a page in a browser"() {
        expect:
        page('reset', '{}', [:]).status == 403
    }
}
