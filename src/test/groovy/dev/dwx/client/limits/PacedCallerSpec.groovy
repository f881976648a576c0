package dev.dwx.client.limits

import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.Edition
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ApiAnswer
import dev.dwx.client.ApiCaller
import dev.dwx.client.ApiClient
import dev.dwx.client.ApiException
import dev.dwx.client.CallTarget
import dev.dwx.client.CallWatcher
import dev.dwx.client.ClientSettings
import dev.dwx.client.Endpoints
import dev.dwx.client.credentials.CredentialException
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import dev.dwx.sandbox.RequestLogEntry
import dev.dwx.sandbox.Sandbox
import dev.dwx.sandbox.SandboxKeys
import dev.dwx.sandbox.SandboxOptions
import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import java.util.concurrent.Callable
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.Executors
import spock.lang.Specification
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

@Timeout(60)
class PacedCallerSpec extends Specification {
    static final ApiOperation READ = SnapshotCatalog.bundled().find('2024-05-18', 'ListProjects').get()
    static final ApiOperation WRITE = SnapshotCatalog.bundled().find('2024-05-18', 'DeleteDataSource').get()

    Instant now = Instant.parse('2026-03-15T10:40:00Z')
    VirtualTicker ticker = new VirtualTicker(false)
    QuotaLedger ledger = new QuotaLedger(null, { now } as InstantSource, ticker, { })
    List<String> notes = []
    List<Map> waits = Collections.synchronizedList([])
    int sent = 0
    Closure service = { new ApiAnswer(READ, [:], '{}', 200, [:], 'r', Duration.ZERO) }
    CallTarget target = new CallTarget('cn-shanghai', new CallWatcher() {
        @Override
        void waiting(Duration pause, String why) {
            waits << [millis: pause.toMillis(), why: why]
        }
    })

    private CallLimits limits(Edition edition, boolean heeded = true) {
        new CallLimits(edition, ledger, { 'account' }, heeded, { notes << it }, ticker)
    }

    private PacedCaller caller(CallLimits limits) {
        new PacedCaller({ operation, arguments, target -> sent++; service.call() } as ApiCaller, limits)
    }

    private static ApiException failure(ApiException.Stage stage, String code, int status = 0, Duration after = null) {
        ApiException.of(stage, 'ListProjects', '2024-05-18').code(code).status(status).retryAfter(after).build()
    }

    private static ApiException error(Closure work) {
        try {
            work()
            throw new AssertionError('nothing was thrown' as Object)
        } catch (ApiException e) {
            return e
        }
    }

    def "what the service refuses counts for the day, what was not sent does not, and only what succeeds counts for the month"() {
        given:
        def limits = limits(Edition.BASIC)
        def caller = caller(limits)

        when:
        caller.call(READ, [:], target)
        service = { throw failure(ApiException.Stage.REFUSED, 'Invalid.Param', 400) }
        error { caller.call(READ, [:], target) }
        service = { throw failure(ApiException.Stage.UNKNOWN_OUTCOME, 'dwx.TimedOut') }
        error { caller.call(READ, [:], target) }
        service = { throw failure(ApiException.Stage.NOT_SENT, 'dwx.UnknownHost') }
        9.times { error { caller.call(READ, [:], target) } }

        then: 'nor does it take a place in the second'
        limits.standing('cn-shanghai').today() == 3
        limits.standing('cn-shanghai').month() == 1
        limits.standing('cn-shanghai').left().asLong == 97
        limits.standing('cn-hangzhou').today() == 0
        waits.empty
    }

    def "after the last call of a day none is sent, and the error says until when, how many there are, and what to type"() {
        given:
        def limits = limits(Edition.BASIC)
        def caller = caller(limits)
        100.times {
            caller.call(READ, [:], target)
            ticker.advance(1010)
        }

        when:
        def e = error { caller.call(READ, [:], target) }

        then:
        e.code() == 'dwx.DayUsedUp'
        e.stage() == ApiException.Stage.NOT_SENT
        e.why() == 'the basic edition has 100 calls a day in cn-shanghai, and 100 are counted today on this machine, failed ones included; nothing was sent'
        e.next().contains('2026-03-16 00:00 (UTC+8)')
        e.next().contains('basic 100, standard 1,000, professional 10,000, enterprise any number')
        e.next().contains('limits.forget()')
        e.next().contains('DWX_IGNORE_QUOTA=1')
        sent == 100

        when: 'midnight of the service'
        now = Instant.parse('2026-03-15T16:00:00Z')
        caller.call(READ, [:], target)

        then:
        sent == 101
    }

    def "once the service says that the day is used up, no further call is sent, whatever the edition: #edition"() {
        given:
        def caller = caller(limits(edition))
        service = { throw failure(ApiException.Stage.REFUSED, 'Throttling.Api.Risk', 429) }

        when:
        def first = error { caller.call(READ, [:], target) }
        def second = error { caller.call(WRITE, [:], target) }

        then:
        first.code() == 'Throttling.Api.Risk'
        second.code() == 'dwx.DayUsedUp'
        second.why().startsWith("the service has said that today's calls in cn-shanghai are used up")
        sent == 1

        when: 'it is said to be wrong'
        limits(edition).forget('cn-shanghai')
        service = { new ApiAnswer(READ, [:], '{}', 200, [:], 'r', Duration.ZERO) }
        caller.call(READ, [:], target)

        then:
        sent == 2

        where:
        edition << [null, Edition.BASIC, Edition.ENTERPRISE, Edition.UNLIMITED]
    }

    def "who says so sends beyond the count"() {
        given:
        def limits = limits(Edition.BASIC, false)
        def caller = caller(limits)

        when:
        102.times {
            caller.call(READ, [:], target)
            ticker.advance(1010)
        }

        then:
        sent == 102
        limits.standing('cn-shanghai').left().empty
    }

    def "a wait is told to whoever follows the call, and ends when it is #how"() {
        given:
        def caller = caller(limits(Edition.BASIC))
        5.times { caller.call(READ, [:], target) }
        ApiException seen = null
        boolean flag = false
        def waiting = Thread.start {
            seen = error { caller.call(READ, [:], target) }
            flag = Thread.currentThread().isInterrupted()
        }
        new PollingConditions(timeout: 10, delay: 0.002).eventually { assert waits == [[millis: 1010, why: '5 calls a second, reads and writes together']] }

        when:
        stop(caller, waiting)
        waiting.join(5000)

        then:
        seen.code() == 'dwx.Cancelled'
        seen.stage() == ApiException.Stage.NOT_SENT
        flag == asked
        sent == 5
        limits(Edition.BASIC).standing('cn-shanghai').today() == 5

        where:
        how          | stop                                       || asked
        'stopped'    | { PacedCaller c, Thread t -> t.interrupt() } || true
        'called off' | { PacedCaller c, Thread t -> c.cancel(t) }   || false
    }

    def "after a refusal other calls hold back too"() {
        given:
        def caller = caller(limits(Edition.ENTERPRISE))
        service = { throw failure(ApiException.Stage.REFUSED, 'Throttling.User', 429, Duration.ofMillis(800)) }
        error { caller.call(READ, [:], target) }
        service = { new ApiAnswer(READ, [:], '{}', 200, [:], 'r', Duration.ZERO) }

        when:
        def waiting = Thread.start { caller.call(READ, [:], target) }
        new PollingConditions(timeout: 10, delay: 0.002).eventually { assert waits*.millis == [800] }
        ticker.advance(800)
        waiting.join(5000)

        then:
        sent == 2
    }

    def "without credentials the call goes on to where that is explained"() {
        given:
        def limits = new CallLimits(Edition.BASIC, ledger, { throw new CredentialException('none') }, true, { }, ticker)

        when:
        caller(limits).call(READ, [:], target)

        then:
        sent == 1
        limits.standing('cn-shanghai').today() == 0
    }

    def "where the edition is not known, calls that become slow by it say so once"() {
        given:
        def caller = caller(limits(null))

        when:
        def threads = (1..80).collect { Thread.start { caller.call(READ, [:], target) } }
        while (threads.any { it.alive }) {
            ticker.advance(1010)
            threads*.join(2)
        }

        then:
        notes.size() == 1
        notes[0].contains('--edition enterprise')
    }

    def "the ledger's name for an account does not give its key away, and stays when a session's key changes"() {
        given:
        def endpoints = new Endpoints(null, false)
        def key = new AccountHash(CredentialSource.of(Credentials.accessKey('LTAI5tExampleKeyId9x7Q', 's')), endpoints).get()
        def session = { new AccountHash(CredentialSource.of(Credentials.sts(it, 's', 't')), endpoints).get() }

        expect:
        key ==~ /[0-9a-f]{16}/
        key == new AccountHash(CredentialSource.of(Credentials.accessKey('LTAI5tExampleKeyId9x7Q', 'other')), endpoints).get()
        key != new AccountHash(CredentialSource.of(Credentials.accessKey('LTAI5tExampleKeyId9x7R', 's')), endpoints).get()
        session('STS.one') == session('STS.two')

        and: 'a sandbox is not the service, and the internal network is'
        key != new AccountHash(CredentialSource.of(Credentials.accessKey('LTAI5tExampleKeyId9x7Q', 's')),
                Endpoints.of('http://127.0.0.1:8080', null, [:])).get()
        key == new AccountHash(CredentialSource.of(Credentials.accessKey('LTAI5tExampleKeyId9x7Q', 's')),
                Endpoints.of('dataworks-vpc.cn-shanghai.aliyuncs.com', null, [:])).get()
    }

    def "sixteen threads never see a throttled call, and come close to what #edition allows"() {
        given: 'the sandbox lives in the same time, which passes as calls wait'
        def time = new VirtualTicker(true)
        def start = Instant.now()
        def log = new ConcurrentLinkedQueue<RequestLogEntry>()
        def sandbox = Sandbox.start(SandboxOptions.of(SnapshotCatalog.bundled()).withEdition(edition)
                .withClock({ start.plusNanos(time.now()) } as InstantSource).withOnCall { log << it })
        def credentials = CredentialSource.of(Credentials.accessKey(SandboxKeys.ID, SandboxKeys.SECRET))
        def client = ApiClient.create(ClientSettings.of(Endpoints.of(sandbox.endpoint(), null, [:]), credentials))
        def limits = new CallLimits(edition, ledger, { 'account' }, true, { }, time)
        def caller = new PacedCaller({ operation, arguments, target ->
            time.working(true)
            try {
                return client.call(operation, arguments, target)
            } finally {
                time.working(false)
            }
        } as ApiCaller, limits)
        def threads = Executors.newFixedThreadPool(16)

        when:
        def calls = [READ] * reads + [WRITE] * writes
        Collections.shuffle(calls, new Random(1))
        threads.invokeAll(calls.collect { operation -> { ->
            caller.call(operation, operation == READ ? [PageSize: 1] : [Id: 1L], new CallTarget('cn-shanghai'))
        } as Callable })*.get()
        def taken = Duration.ofNanos(time.now())

        then:
        log.size() == reads + writes
        log.every { it.status() == 200 }
        taken >= Duration.ofSeconds(seconds)
        taken <= Duration.ofMillis((long) (seconds * 1100))

        cleanup:
        threads?.shutdownNow()
        client?.close()
        sandbox?.close()

        where:
        edition            | reads | writes || seconds
        Edition.BASIC      | 30    | 11     || 8
        Edition.ENTERPRISE | 201   | 41     || 4
    }

    def "so it is in real time"() {
        given:
        def log = new ConcurrentLinkedQueue<RequestLogEntry>()
        def sandbox = Sandbox.start(SandboxOptions.of(SnapshotCatalog.bundled()).withEdition(Edition.BASIC).withOnCall { log << it })
        def credentials = CredentialSource.of(Credentials.accessKey(SandboxKeys.ID, SandboxKeys.SECRET))
        def client = ApiClient.create(ClientSettings.of(Endpoints.of(sandbox.endpoint(), null, [:]), credentials))
        def caller = new PacedCaller(client, new CallLimits(Edition.BASIC, ledger, { 'account' }, true, { }))
        def threads = Executors.newFixedThreadPool(16)

        when:
        threads.invokeAll([{ -> caller.call(READ, [PageSize: 1], new CallTarget('cn-shanghai')) } as Callable] * 11)*.get()
        def times = log*.time().sort()

        then:
        log.every { it.status() == 200 }
        Duration.between(times[0], times[10]) >= Duration.ofSeconds(2)

        cleanup:
        threads?.shutdownNow()
        client?.close()
        sandbox?.close()
    }
}
