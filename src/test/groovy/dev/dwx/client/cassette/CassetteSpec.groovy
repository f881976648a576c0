package dev.dwx.client.cassette

import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ApiAnswer
import dev.dwx.client.ApiCaller
import dev.dwx.client.ApiException
import dev.dwx.client.CallTarget
import dev.dwx.json.ExactJson
import dev.dwx.safety.Redactor
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.Callable
import java.util.concurrent.FutureTask
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class CassetteSpec extends Specification {
    static final Instant START = Instant.parse('2026-03-15T20:00:00Z')
    static final CallTarget TARGET = new CallTarget('cn-shanghai')

    @Shared catalog = SnapshotCatalog.bundled()
    @TempDir Path directory
    Map<String, Closure> answers = [:]
    Redaction redaction = new Redaction({ op, arguments -> Redactor.arguments(op, arguments) },
            { text -> Redactor.value(text) as String }, { text -> Redactor.text(text) })
    CassetteHeader header = new CassetteHeader(START, 'sandbox', 'cn-shanghai', 10001L, 'orders_dw', '2024-05-18', null, '0.1.0')
    ApiCaller service = { op, arguments, target ->
        String text = answers[op.name()].call(arguments)
        new ApiAnswer(op, ExactJson.parse(text), text, 200, ['content-type': 'application/json', 'set-cookie': 'a=b',
                'x-acs-request-id': 'R-1'], 'R-1', Duration.ofMillis(7))
    } as ApiCaller

    private Path getFile() { directory.resolve('a.cassette') }

    private op(String name) { catalog.find('2024-05-18', name).get() }

    private void record(Closure work) {
        new RecordingCaller(service, file, header, Clock.fixed(START.plusSeconds(5), ZoneOffset.UTC), redaction).withCloseable(work)
    }

    private ReplayingCaller replay() { new ReplayingCaller(Cassette.read(file), redaction) }

    private static ApiException refusal(Closure work) {
        try {
            work()
        } catch (ApiException e) {
            return e
        }
        throw new AssertionError('not refused')
    }

    def "the same call gives the same answer: text, exact numbers, status, request id, time"() {
        given:
        def text = '{"RequestId": "R-1", "Id": 9007199254740993, "Big": 123456789012345678901234567890, "D": 1.10, "中": "\\u4e2d\\n"}'
        answers.GetProject = { text }

        when:
        def recorded
        record { recorded = it.call(op('GetProject'), [Id: 10001L], TARGET) }
        def replayed = replay().call(op('GetProject'), [Id: 10001], TARGET)

        then:
        replayed.text() == text
        replayed.body() == recorded.body()
        replayed.body().Id == 9007199254740993L
        replayed.requestId() == 'R-1'
        replayed.status() == 200
        replayed.elapsed() == Duration.ofMillis(7)
        replayed.headers() == ['content-type': 'application/json', 'x-acs-request-id': 'R-1']
    }

    def "a failure is replayed with all that it said"() {
        given:
        answers.GetProject = { throw ApiException.of(ApiException.Stage.UNKNOWN_OUTCOME, 'GetProject', '2024-05-18').code('Throttling.User')
                .serviceMessage('slow down').requestId('R-9').status(429).recommend('https://x').retryAfter(Duration.ofSeconds(2))
                .why('too fast').next('wait').build() }

        when:
        record { tape -> refusal { tape.call(op('GetProject'), [Id: 1L], TARGET) } }
        def e = refusal { replay().call(op('GetProject'), [Id: 1L], TARGET) }

        then:
        [e.stage(), e.code(), e.serviceMessage(), e.requestId(), e.status(), e.recommend(), e.retryAfter(), e.why(), e.next()] ==
                [ApiException.Stage.UNKNOWN_OUTCOME, 'Throttling.User', 'slow down', 'R-9', 429, 'https://x', Duration.ofSeconds(2), 'too fast', 'wait']
    }

    def "equal calls are answered in their order, different ones in any, from any thread"() {
        given:
        int n = 0
        answers.GetProject = { '{"N": ' + (++n) + '}' }
        record { tape -> (1..40).each { tape.call(op('GetProject'), [Id: it % 4], TARGET) } }
        def caller = replay()

        when:
        def tasks = (3..0).collect { id ->
            new FutureTask<List>({ (1..10).collect { caller.call(op('GetProject'), [Id: id], TARGET).body().N } } as Callable)
        }
        tasks.each { new Thread(it).start() }
        def found = tasks*.get()

        then:
        found == (3..0).collect { id -> (1..40).findAll { it % 4 == id } }
        caller.leftOver() == []
        caller.drift() == []
    }

    def "a call that was not recorded is refused with the nearest one and what differs"() {
        given:
        answers.ListNodes = { '{}' }
        record { it.call(op('ListNodes'), [ProjectId: 10001L, PageSize: 10], TARGET) }
        def caller = replay()

        when:
        def e = refusal { caller.call(op('ListNodes'), [ProjectId: 10001L, PageSize: 20, Name: 'a'], TARGET) }

        then:
        e.code() == 'dwx.NotRecorded'
        e.why().contains(file.toString())
        e.why().contains('PageSize: 20, recorded 10')
        e.why().contains('Name: "a", recorded without')
        !e.why().contains('ProjectId: 10001,\n')
        caller.drift().size() == 1
        caller.leftOver()[0].startsWith('1 call of the cassette')

        when:
        caller.call(op('ListNodes'), [ProjectId: 10001L, PageSize: 10], TARGET)
        e = refusal { caller.call(op('ListNodes'), [ProjectId: 10001L, PageSize: 10], TARGET) }

        then:
        e.why().contains('fewer times than it is called')
        refusal { caller.call(op('GetProject'), [Id: 1], TARGET) }.why().contains('no call of GetProject')
        refusal { caller.call(op('ListNodes'), [ProjectId: 10001L, PageSize: 10], new CallTarget('cn-beijing')) }.why()
                .contains('region cn-beijing, recorded cn-shanghai')
    }

    def "a token that each run makes anew is no difference"() {
        given:
        answers.CreateProject = { '{"Id": 1}' }
        record { it.call(op('CreateProject'), [Name: 'a', ClientToken: 'one'], TARGET) }

        expect:
        replay().call(op('CreateProject'), [Name: 'a', ClientToken: 'two'], TARGET).body() == [Id: 1]
    }

    def "the time is the recording's, and goes on with the calls"() {
        given:
        answers.GetProject = { '{}' }
        record { it.call(op('GetProject'), [Id: 1], TARGET) }
        def caller = replay()

        expect:
        caller.clock().instant() == START

        when:
        caller.call(op('GetProject'), [Id: 1], TARGET)

        then:
        caller.clock().instant() == START.plusSeconds(5)
    }

    def "no secret gets into the file, and a call is found again in spite of its own"() {
        given:
        answers.CreateDataSource = { '{"Id": 1, "Password": "planted-1", "Spec": "{\\"accessKeySecret\\": \\"planted-2\\"}"}' }
        answers.GetProject = { throw ApiException.of(ApiException.Stage.REFUSED, 'GetProject', '2024-05-18')
                .serviceMessage('https://user:planted-3@host/x').build() }
        def arguments = [Name: 'a', ConnectionProperties: '{"username": "u", "password": "planted-4"}']

        when:
        record { tape ->
            tape.call(op('CreateDataSource'), arguments, TARGET)
            refusal { tape.call(op('GetProject'), [Id: 1], TARGET) }
        }

        then:
        !Files.readString(file).contains('planted')
        replay().call(op('CreateDataSource'), arguments, TARGET).body().Id == 1
    }

    def "a recording that was cut is read up to its last whole line, wherever it was cut"() {
        given:
        answers.GetProject = { '{"Name": "任务"}' }
        record { tape -> 3.times { tape.call(op('GetProject'), [Id: it], TARGET) } }
        def bytes = Files.readAllBytes(file)
        def lineEnds = (0..<bytes.length).findAll { bytes[it] == (byte) '\n' }

        expect:
        ((lineEnds[0] + 1)..bytes.length).every { length ->
            Files.write(file, Arrays.copyOf(bytes, length))
            def cassette = Cassette.read(file)
            cassette.calls().size() == Math.min(3, lineEnds.count { it < length } - 1) && cassette.whole() == (length == bytes.length)
        }
    }

    def "an unknown format is refused with advice, and no other file is written over"() {
        when:
        Files.writeString(file, '{"format":"dwx-cassette","version":7,"dwx":"9.9"}\n')
        Cassette.read(file)

        then:
        def e = thrown(IllegalArgumentException)
        e.message.contains('format version 7')
        e.message.contains('--record')

        when:
        Files.writeString(file, 'my notes\n')
        Cassette.read(file)

        then:
        thrown(IllegalArgumentException)

        when:
        record { }

        then:
        thrown(IllegalArgumentException)
        Files.readString(file) == 'my notes\n'

        when:
        Files.writeString(file, '')
        2.times { record { } }

        then:
        Cassette.read(file).whole()
    }

    def "codes that are made up for each run are no difference, those of the script are"() {
        given:
        answers.ExecuteAdhocWorkflowInstance = { '{"RequestId":"r","WorkflowInstanceId":5}' }
        def adhoc = op('ExecuteAdhocWorkflowInstance')
        def call = { String code -> [Name: 'x', Tasks: [[Name: 'a', ClientUniqueCode: code]]] }
        record {
            it.call(adhoc, call('dwx0123456789abcd'), TARGET)
            it.call(adhoc, call('mine-1'), TARGET)
        }

        expect:
        replay().call(adhoc, call('dwxfedcba98765432'), TARGET).body().WorkflowInstanceId == 5
        replay().call(adhoc, call('mine-1'), TARGET).body().WorkflowInstanceId == 5
        refusal { replay().call(adhoc, call('mine-2'), TARGET) }.code() == 'dwx.NotRecorded'
    }
}
