package dev.dwx.client.steady

import dev.dwx.catalog.ApiOperation
import dev.dwx.client.ApiAnswer
import dev.dwx.client.ApiCaller
import dev.dwx.client.ApiClient
import dev.dwx.client.ApiException
import dev.dwx.client.CallTarget
import dev.dwx.client.CallWatcher
import dev.dwx.client.ClientSettings
import dev.dwx.client.Endpoint
import dev.dwx.client.Endpoints
import dev.dwx.client.LoopbackServer
import dev.dwx.client.Operations
import dev.dwx.client.WireRequest
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.Shared
import spock.lang.Specification

import static dev.dwx.client.ApiException.Stage.NOT_SENT
import static dev.dwx.client.ApiException.Stage.REFUSED
import static dev.dwx.client.ApiException.Stage.UNKNOWN_OUTCOME

class SteadyCallerSpec extends Specification {
    @Shared ApiOperation read = Operations.operation('ListNodes', 'POST', [Operations.form('Name', 'string')])
    @Shared ApiOperation write = Operations.operation('CreateNode', 'POST', [Operations.form('Spec', 'string')])
    @Shared ApiOperation tokened = Operations.operation('CreateNetwork', 'POST', [Operations.form('ClientToken', 'string')])

    long now
    double chance = 0.999999
    List<Duration> pauses = []
    List<String> told = []
    List calls = []
    /** What each try meets, in this order; after them the calls succeed. */
    List<ApiException> troubles = []
    Closure<?> whilePausing = { }

    ApiCaller inner = { ApiOperation operation, Map arguments, CallTarget target ->
        calls << [operation.name(), arguments, target.attempt()]
        if (troubles) {
            throw troubles.remove(0)
        }
        new ApiAnswer(operation, [:], '{}', 200, [:], 'R', Duration.ZERO)
    } as ApiCaller
    Pace pace = new Pace({ now }, { Duration length, CountDownLatch broken ->
        pauses << length
        now += length.toNanos()
        whilePausing.call()
    }, { chance })
    SteadyCaller caller = new SteadyCaller(inner, RetryRules.usual(), pace)
    CallTarget target = new CallTarget('cn-shanghai', new CallWatcher() {
        void waiting(Duration pause, String why) { told << "waiting: $why".toString() }

        void failed(ApiException failure, int attempt) { told << "failed $attempt: ${failure.code()}".toString() }

        void answered(ApiAnswer answer, int attempt) { told << "answered $attempt".toString() }
    })

    static ApiException failure(Map facts) {
        ApiException.of(facts.stage ?: REFUSED, 'X', '2024-05-18').code(facts.code ?: 'dwx.Unsuccessful').status(facts.status ?: 0)
                .serviceMessage(facts.message).retryAfter(facts.after ? Duration.ofMillis(facts.after) : null).why('why').next('next').build()
    }

    ApiException failing(ApiOperation operation, Map arguments = [:]) {
        try {
            caller.call(operation, arguments, target)
        } catch (ApiException e) {
            return e
        }
        throw new AssertionError('the call succeeded')
    }

    static final THROTTLINGS = [
            [code: 'Throttling.User', status: 429], [code: 'Throttling.Api', status: 429], [code: 'Throttling.System', status: 503],
            [code: 'Throttling', status: 400], [code: '9990020002', status: 400], [code: 'dwx.Http429', status: 429],
            [code: 'SomeCode', status: 400, message: 'Throttling: the request was denied due to flow control.'],
            [code: 'SomeCode', status: 400, after: 70], [code: 'SomeCode', status: 200, after: 70],
            [code: '9990020002', status: 200], [code: 'dwx.Unsuccessful', status: 200, message: 'Throttling.User, slow down'],
            [code: '580148', status: 400, message: '请求被限流'], [code: 'Throttling.Resource', status: 429], [code: '9990040003', status: 400],
    ]

    def "throttling is known in every spelling, and the call is sent again, reads and writes: #spelling"() {
        given:
        troubles << failure(spelling) << failure(spelling)

        expect:
        caller.call(operation, [:], target).status() == 200
        calls*.get(2) == [1, 2, 3]
        told == ["failed 1: ${spelling.code}", 'waiting: throttled', "failed 2: ${spelling.code}", 'waiting: throttled', 'answered 3']*.toString()
        pauses.every { spelling.after == null || it >= Duration.ofMillis(spelling.after) }

        where:
        [spelling, operation] << [THROTTLINGS, [read, write]].combinations()
    }

    def "the service's hint is the pause, never less; without one the pauses grow, by chance shorter, up to a bound"() {
        given:
        chance = luck

        when:
        troubles << failure(code: 'Throttling.User', status: 429, after: 200)
        caller.call(write, [:], target)

        then:
        pauses*.toMillis() == [hinted]

        when:
        pauses.clear()
        7.times { troubles << failure(code: 'Throttling.User', status: 429) }
        caller.call(write, [:], target)

        then:
        pauses*.toMillis() == grown

        where:
        luck     | hinted | grown
        0        | 200    | [250, 500, 1000, 2000, 4000, 7500, 7500]
        0.999999 | 399    | [499, 999, 1999, 3999, 7999, 14999, 14999]
    }

    def "throttling is not put up with for ever, and the end says how often and how long it was tried"() {
        given:
        troubles.addAll((1..50).collect { failure(code: 'Throttling.User', status: 429, after: after) })

        when:
        def e = failing(write)

        then:
        calls.size() == tries
        e.stage() == REFUSED
        e.code() == 'Throttling.User'
        e.why().contains(words)
        now <= Duration.ofSeconds(60).toNanos()

        where:
        after  | tries | words
        null   | 8     | 'tried 8 times, 45.5 s waited in between'
        10000  | 6     | 'tried 6 times, 52.5 s waited'
        600000 | 1     | 'dwx does not wait that long by itself'
    }

    def "a used-up day or quota stops at once: #facts"() {
        given:
        troubles << failure(facts)

        expect:
        failing(operation).code() == facts.code
        calls.size() == 1
        pauses.empty

        where:
        [facts, operation] << [[
                [code: 'Throttling.Api.Risk', status: 429], [code: 'Throttling.Api.Risk', status: 429, after: 50],
                [code: 'Throttling.User', status: 429, message: 'Request was denied: the daily quota is used up.'],
                [code: 'dwx.Unsuccessful', status: 200, message: 'Throttling: 今日调用次数已用完'],
        ], [read, write]].combinations()
    }

    def "a code that means rate or quota is tried a few times, then taken for the quota, with what the editions allow"() {
        given:
        troubles.addAll((1..50).collect { failure(code: '9990040003', status: 400) })

        when:
        def e = failing(write)

        then:
        calls.size() == 4
        e.why().contains('take it for the quota')
        e.why().contains('Basic 100')
    }

    def "a read is repeated when its answer was lost, a write is not: #code"() {
        given:
        troubles << failure(stage: stage, code: code, status: status) << failure(stage: stage, code: code, status: status)

        when:
        caller.call(read, [:], target)

        then:
        calls.size() == 3

        when:
        calls.clear()
        troubles << failure(stage: UNKNOWN_OUTCOME, code: code, status: status)
        def e = failing(write)

        then:
        calls.size() == 1
        e.stage() == UNKNOWN_OUTCOME

        where:
        stage           | code                 | status
        UNKNOWN_OUTCOME | 'dwx.ConnectionLost' | 0
        UNKNOWN_OUTCOME | 'dwx.TimedOut'       | 0
        UNKNOWN_OUTCOME | 'dwx.EmptyAnswer'    | 200
        UNKNOWN_OUTCOME | 'dwx.NotJson'        | 200
        REFUSED         | 'InternalError'      | 500
        REFUSED         | 'ServiceUnavailable' | 503
        REFUSED         | 'dwx.Http502'        | 502
    }

    def "a write with a client token is repeated under the same token, its own or the given one"() {
        given:
        3.times { troubles << failure(stage: UNKNOWN_OUTCOME, code: 'dwx.ConnectionLost') }

        when:
        caller.call(tokened, given, target)
        def tokens = calls.collect { it[1].ClientToken } as Set

        then:
        calls.size() == 4
        tokens.size() == 1
        !given.ClientToken?.strip() ? tokens[0] ==~ /[\x21-\x7e]{1,64}/ : tokens[0] == given.ClientToken

        where:
        given << [[:], [ClientToken: 'mine'], [ClientToken: ' ']]
    }

    def "each call has a token of its own, a read and an operation without the parameter have none"() {
        when:
        2.times { caller.call(tokened, [:], target) }
        caller.call(write, [:], target)
        caller.call(Operations.operation('GetToken', 'POST', [Operations.form('ClientToken', 'string')]), [:], target)

        then:
        calls[0][1].ClientToken != calls[1][1].ClientToken
        calls[2][1] == [:]
        calls[3][1] == [:]
    }

    def "after a lost answer to a write with a token, a refusal leaves the outcome unknown all the same"() {
        given:
        troubles << failure(stage: UNKNOWN_OUTCOME, code: 'dwx.ConnectionLost')
        troubles.addAll((1..times).collect { failure(later) })

        when:
        def e = failing(tokened)

        then:
        e.stage() == UNKNOWN_OUTCOME
        e.code() == later.code
        e.why().contains('an earlier try was lost')

        where:
        later                                          | times
        [code: 'InvalidParameter.Exists', status: 400] | 1
        [code: 'Throttling.User', status: 429]         | 20
        [code: 'Throttling.Api.Risk', status: 429]     | 1
        [stage: NOT_SENT, code: 'dwx.NoConnection']    | 20
    }

    def "what was never sent is tried again, a write too, and not for long"() {
        given:
        troubles.addAll((1..20).collect { failure(stage: NOT_SENT, code: 'dwx.NoConnection') })

        when:
        def e = failing(write)

        then:
        e.stage() == NOT_SENT
        calls.size() == 3
        now < Duration.ofSeconds(2).toNanos()
    }

    def "a package that is not ready is waited for, within a budget: #message"() {
        given:
        3.times { troubles << failure(code: 'dwx.Unsuccessful', status: 200, message: message) }

        when:
        caller.call(write, [:], target)

        then:
        calls.size() == 4
        told.contains('waiting: not ready yet')

        when:
        troubles.addAll((1..500).collect { failure(code: 'dwx.Unsuccessful', status: 200, message: message) })
        def e = failing(write)

        then:
        e.code() == 'dwx.Unsuccessful'
        e.why().contains('waited in between')
        now <= Duration.ofSeconds(190 * 2).toNanos()

        where:
        message << ['流水线未准备好', 'The Pipeline not ready, please wait']
    }

    def "everything else is told at once: #facts"() {
        given:
        def thrown = failure(facts)
        troubles << thrown

        expect:
        failing(operation).is(thrown)
        calls.size() == 1

        where:
        [facts, operation] << [[
                [code: 'InvalidParameter', status: 400], [code: 'Forbidden.RAM', status: 403], [code: 'Forbidden.Not.Server', status: 500],
                [code: 'SignatureNonceUsed', status: 400], [code: 'dwx.Unsuccessful', status: 200, message: 'no such node'],
                [stage: NOT_SENT, code: 'dwx.BadArguments'], [stage: NOT_SENT, code: 'dwx.NoCredentials'], [stage: NOT_SENT, code: 'dwx.NotSecure'],
                [stage: UNKNOWN_OUTCOME, code: 'dwx.Cancelled'], [stage: UNKNOWN_OUTCOME, code: 'dwx.Fault'], [stage: UNKNOWN_OUTCOME, code: 'dwx.TooLarge'],
                [code: 'dwx.PartlyFailed', status: 200, message: 'failed: 7: Throttling'], [code: 'dwx.JobFailed', status: 200, message: 'Throttling'],
        ], [read, write]].combinations()
    }

    def "Ctrl-C ends a pause at once, and the failure knows whether anything was done: #facts"() {
        given:
        troubles << failure(facts)
        whilePausing = { throw new InterruptedException() }

        when:
        def e = failing(operation)

        then:
        Thread.interrupted()
        e.code() == 'dwx.Cancelled'
        e.stage() == stage
        calls.size() == 1

        where:
        operation | facts                                                | stage
        read      | [code: 'Throttling.User', status: 429]               | REFUSED
        write     | [code: 'Throttling.User', status: 429]               | REFUSED
        write     | [stage: NOT_SENT, code: 'dwx.NoConnection']          | NOT_SENT
        tokened   | [stage: UNKNOWN_OUTCOME, code: 'dwx.ConnectionLost'] | UNKNOWN_OUTCOME
    }

    def "another thread can end a pause, and nothing is sent any more"() {
        given:
        def pausing = new CountDownLatch(1)
        def steady = new SteadyCaller(inner, RetryRules.usual(), new Pace(System::nanoTime, { length, broken ->
            pausing.countDown()
            broken.await(1, TimeUnit.MINUTES)
        }, { 0d }))
        troubles << failure(code: 'Throttling.User', status: 429, after: 20000)
        ApiException thrown = null
        def thread = Thread.start {
            try {
                steady.call(write, [:], target)
            } catch (ApiException e) {
                thrown = e
            }
        }

        when:
        pausing.await()
        steady.cancel(thread)
        thread.join()

        then:
        thrown.code() == 'dwx.Cancelled'
        calls.size() == 1
    }

    def "over a socket: every try has a nonce of its own and the same token, and the watcher sees each"() {
        given:
        def server = new LoopbackServer()
        def client = ApiClient.create(ClientSettings.of(new Endpoints(Endpoint.parse(server.url()), false),
                CredentialSource.of(Credentials.accessKey('id', 'secret'))))
        def sent = []
        def watcher = new CallWatcher() {
            void sending(WireRequest request, Endpoint endpoint, int attempt) {
                sent << [attempt, request.form().ClientToken ?: request.query().ClientToken]
            }
        }
        server.then { request, connection -> connection.close() }
                .thenJson(400, '{"Code":"9990020002","Message":"Throttling"}')
                .thenJson(200, '{"Success":false,"ErrorCode":"Throttling.User","ErrorMessage":"flow control"}')

        when:
        new SteadyCaller(client, RetryRules.usual().hurried(50), Pace.real()).call(tokened, [:], new CallTarget('cn-shanghai', watcher))

        then:
        sent*.get(0) == [1, 2, 3, 4]
        sent*.get(1).toSet().size() == 1
        server.requests()*.headers()*.get('x-acs-signature-nonce').toSet().size() == 4

        cleanup:
        client?.close()
        server?.close()
    }

    def "the time that a try waits for its turn among other calls is no part of the patience"() {
        given:
        def queued = { ApiOperation operation, Map arguments, CallTarget to ->
            now += Duration.ofMinutes(10).toNanos()
            to.watcher().sending(null, null, to.attempt())
            now += Duration.ofSeconds(1).toNanos()
            inner.call(operation, arguments, to)
        } as ApiCaller
        troubles = (1..3).collect { failure(code: 'Throttling.User', status: 429) }

        when:
        new SteadyCaller(queued, RetryRules.usual(), pace).call(write, [:], target)

        then:
        calls*.get(2) == [1, 2, 3, 4]
    }

    def "the time on the way is a part of it"() {
        given:
        def slow = { ApiOperation operation, Map arguments, CallTarget to ->
            to.watcher().sending(null, null, to.attempt())
            now += Duration.ofSeconds(40).toNanos()
            inner.call(operation, arguments, to)
        } as ApiCaller
        troubles = (1..7).collect { failure(code: 'Throttling.User', status: 429) }

        when:
        new SteadyCaller(slow, RetryRules.usual(), pace).call(write, [:], target)

        then:
        thrown(ApiException)
        calls*.get(2) == [1, 2]
    }
}
