package dev.dwx.dsl.rehearsal

import dev.dwx.catalog.ApiOperation
import dev.dwx.client.ApiAnswer
import dev.dwx.client.ApiCaller
import dev.dwx.client.ApiException
import dev.dwx.client.CallTarget
import dev.dwx.client.Endpoint
import dev.dwx.client.Requests
import dev.dwx.dsl.ApiResult
import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.Session
import dev.dwx.dsl.SessionParts

import java.time.Duration

class ExplainSpec extends LanguageSpec {
    /** Tells of tries as the client does. */
    class TryingCaller implements ApiCaller {
        int throttled

        @Override
        ApiAnswer call(ApiOperation operation, Map<String, Object> arguments, CallTarget target) {
            def request = Requests.usual().prepare(operation, arguments)
            def endpoint = Endpoint.parse('dataworks.cn-shanghai.aliyuncs.com')
            (1..throttled + 1).each { attempt ->
                target.watcher().sending(request, endpoint, attempt)
                target.watcher().received()
                if (attempt <= throttled) {
                    def e = ApiException.of(ApiException.Stage.REFUSED, operation.name(), operation.version())
                            .code('Throttling.User').status(429).build()
                    target.watcher().failed(e, attempt)
                    if (operation.name() == 'GetNode') {
                        throw e
                    }
                    target.watcher().waiting(Duration.ofMillis(800), 'the service asks for it')
                }
            }
            caller.call(operation, arguments, target)
        }
    }

    TryingCaller trying = new TryingCaller()

    SessionParts parts() {
        Session.with({ catalog }, { o, a, t -> trying.call(o, a, t) } as ApiCaller).clock(clock).notes({ notes << it } as dev.dwx.dsl.Notes)
                .context(dev.dwx.dsl.Context.of('cn-shanghai').withProject(10001L, 'orders_dw'))
    }

    def "a block gives its value, and each of its calls is explained"() {
        when:
        def value = run("explain { ListNodes(PageSize: 10); GetProject(Id: 10001).requestId }")

        then:
        value == 'R-1'
        notes.size() == 3
        notes[0].readLines()[0] == 'explain 1: ListNodes (2024-05-18) GET https://dataworks.cn-shanghai.aliyuncs.com'
        notes[0] =~ /(?m)^  query +PageSize +10$/
        notes[0] =~ /(?m)^  query +ProjectId +10001  \(from the context\)$/
        notes[0] =~ /(?m)^  answered, HTTP 200, 20 bytes, RequestId R-1$/
        notes[0] =~ /(?m)^  27 bytes sent; \d+ ms: \d+ ms until the answer was there \(network and server\), \d+ ms here$/
        notes[1].startsWith('explain 2: GetProject')
        notes[2] =~ /^explain: 2 calls, 2 tries, \d+ ms$/

        when: 'nothing more is said after the block'
        run('ListProjects()')

        then:
        notes.size() == 3
    }

    def "tries, their failures and the waits between them are told"() {
        given:
        trying.throttled = 2

        when:
        def result = run("ListProjects.explain(PageSize: 10)")

        then:
        result instanceof ApiResult
        notes[0].contains('''  try 1 failed: Throttling.User [HTTP 429]
  waited 800 ms: the service asks for it
  try 2 failed: Throttling.User [HTTP 429]
  waited 800 ms: the service asks for it
  answered at try 3, HTTP 200''')
        notes[0].contains('1600 ms waited')
        notes.last().startsWith('explain: 1 call, 3 tries')
    }

    def "a call that fails is explained, then fails"() {
        given:
        trying.throttled = 1

        when:
        def e = refusal("explain { GetNode(Id: '1') }")

        then:
        e.code() == 'Throttling.User'
        notes[0].contains('  failed: Throttling.User [HTTP 429]')
        notes.last().startsWith('explain: 1 call, 1 try')
    }

    def "calls that dwx makes by itself are explained, secrets are not shown"() {
        given:
        caller.on('ListProjects', '{"RequestId":"r","PagingInfo":{"TotalCount":1,"Projects":[{"Id":10002,"Name":"risk_dw"}]}}')

        when:
        run("""explain { inProject('risk_dw') { UpdateDataSource(Id: 5, ConnectionPropertiesMode: 'UrlMode',
            ConnectionProperties: [password: 'hunter2']) } }""")

        then:
        notes.findAll { it.startsWith('explain ') }*.readLines()*.first()*.split(' ')*.getAt(2).take(2) == ['ListProjects', 'UpdateDataSource']
        !notes.join('\n').contains('hunter2')
    }

    def "a whole session explains when it was begun so"() {
        when:
        session.beginExplaining()
        run("ListProjects(); inProject(5) { GetNode(Id: '1') }")

        then:
        notes*.take(9) == ['explain 1', 'explain 2']
    }
}
