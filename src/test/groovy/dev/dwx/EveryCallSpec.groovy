package dev.dwx

import dev.dwx.catalog.ApiCatalog
import dev.dwx.catalog.ApiOperation
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.client.ApiClient
import dev.dwx.client.ApiException
import dev.dwx.client.ClientSettings
import dev.dwx.client.Endpoints
import dev.dwx.client.Signature
import dev.dwx.client.credentials.CredentialSource
import dev.dwx.client.credentials.Credentials
import dev.dwx.dsl.ApiResult
import dev.dwx.dsl.Context
import dev.dwx.dsl.GroovyEvaluator
import dev.dwx.dsl.ScriptFailure
import dev.dwx.dsl.Session
import dev.dwx.safety.Allowance
import dev.dwx.safety.NotConfirmedException
import dev.dwx.sandbox.ArgumentGenerator
import dev.dwx.sandbox.Sandbox
import dev.dwx.sandbox.SandboxKeys
import dev.dwx.sandbox.SandboxOptions
import dev.dwx.sandbox.ShapeCheck
import dev.dwx.sandbox.ShapedBehaviour
import dev.dwx.sandbox.world.World
import dev.dwx.sandbox.world.WorldOptions
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

import java.time.Clock
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneOffset

/**
 * Every operation of the catalog, as a script would call it: named, checked, encoded, signed by the vendor's library, over
 * a socket, verified, answered, decoded.
 */
class EveryCallSpec extends Specification {
    static final String ALL = '''
        operations.collect { operation, arguments ->
            def version = operation.version() == '2024-05-18' ? v2024 : v2020
            try {
                version."${operation.name()}"(arguments)
            } catch (Throwable e) {
                e
            }
        }
    '''

    @Shared ApiCatalog catalog = SnapshotCatalog.bundled()
    @Shared List<ApiOperation> every = catalog.list().collect { catalog.find(it.version(), it.name()).get() }
    @Shared @AutoCleanup Sandbox shaped = Sandbox.start(SandboxOptions.of(catalog))
    @Shared @AutoCleanup World world = World.open(WorldOptions.of(catalog)
            .withAccountId(SandboxKeys.ACCOUNT_ID).withOtherwise(new ShapedBehaviour())
            .withClock(Clock.fixed(Instant.parse('2026-03-15T04:00:00Z'), ZoneOffset.UTC)))
    @Shared @AutoCleanup Sandbox stateful = Sandbox.start(SandboxOptions.of(catalog).withBehaviour(world))

    private static List callAll(Sandbox sandbox, List<ApiOperation> operations, Closure<Map> arguments, Signature signature = Signature.V3) {
        def settings = ClientSettings.of(Endpoints.of(sandbox.endpoint(), null, [:]),
                CredentialSource.of(Credentials.accessKey(SandboxKeys.ID, SandboxKeys.SECRET))).withSignature(signature)
        ApiClient.create(settings).withCloseable { client ->
            def session = Session.with({ SnapshotCatalog.bundled() }, client)
                    .context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw').withAllowance(new Allowance('every call')))
                    // Arguments are drawn by chance here; what makes sense of them has specs of its own.
                    .guards([]).begin()
            def evaluator = new GroovyEvaluator(session)
            evaluator.variables().operations = operations.collect { [it, arguments(it)] }
            evaluator.evaluate(ALL, 'every') as List
        }
    }

    def "all 673 operations are called and answered in their shape, with #which arguments, signed by #signature"() {
        when:
        def answers = callAll(shaped, every, { generate(new ArgumentGenerator(seed), it) }, signature)
        def faults = [every, answers].transpose().collectMany { operation, answer ->
            if (!(answer instanceof ApiResult)) {
                return ["${operation.label()}: ${answer}".take(400)]
            }
            operation.streaming() ? [] : ShapeCheck.faults(operation, answer.answer().body(), true)
                    .collect { "${operation.label()}$it" }
        }

        then:
        faults.take(10) == []
        answers.size() == 673

        where:
        which      | seed | signature    | generate
        'all'      | 11   | Signature.V3 | { g, o -> g.all(o) }
        'required' | 12   | Signature.V3 | { g, o -> g.required(o) }
        'some'     | 13   | Signature.V1 | { g, o -> g.some(o) }
    }

    def "a world with state answers every operation or refuses it as the service would"() {
        when:
        def answers = callAll(stateful, every, { operation ->
            def arguments = new ArgumentGenerator(21).required(operation)
            arguments.containsKey('ProjectId') ? arguments + [ProjectId: 10001L] : arguments
        })
        def faults = [every, answers].transpose().findAll { operation, answer ->
            !(answer instanceof ApiResult || answer instanceof ApiException
                    && (answer.stage() == ApiException.Stage.REFUSED || answer.code() == 'dwx.PartlyFailed')
                    && !answer.code().startsWith('InternalError') && answer.status() != 500)
        }.collect { operation, answer -> "${operation.label()}: $answer".take(400) }

        then:
        faults.take(10) == []
        // Ids drawn by chance name nothing; but whatever lists or makes something works.
        def works = answers.count { it instanceof ApiResult }
        works > 250
    }

    def "hostile arguments end in an answer or in an error of our own, and in nothing else"() {
        given:
        def random = new Random(31)
        def hostile = [null, '', ' ', '\u0000\u0001', '😀' * 50, "'; drop table x; --", '${bizdate}', '$[yyyymmdd-1]', '{', '[', '{"a":',
                       '[1,2', -1, 0, Integer.MAX_VALUE, Long.MAX_VALUE, new BigInteger('9' * 30), 1.5G, Double.NaN, 1e300d,
                       true, [:], [], [[[[]]]], [a: [b: [c: null]]], new Object(), Object, { -> 1 }, LocalDate.of(2026, 3, 15),
                       "g${1}string", 'x' * 20000, 'ключ', '\ud800', [1, 'a', null], ['': ''], new int[]{1, 2}, 'a\r\nb', 'A=1&B=2']

        when:
        def answers = callAll(shaped, every, { operation ->
            def arguments = operation.parameters().collectEntries { [it.name(), hostile[random.nextInt(hostile.size())]] }
            if (random.nextInt(4) == 0) {
                arguments['No' + random.nextInt()] = hostile[random.nextInt(hostile.size())]
            }
            arguments
        })
        def faults = [every, answers].transpose().findAll { operation, answer ->
            !(answer instanceof ApiResult || answer instanceof ApiException || answer instanceof NotConfirmedException)
        }.collect { operation, answer -> "${operation.label()}: ${answer.class.name} $answer".take(400) }

        then:
        faults.take(10) == []
        answers.size() == 673
    }
}
