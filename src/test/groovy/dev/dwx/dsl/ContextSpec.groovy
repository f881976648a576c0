package dev.dwx.dsl

import java.util.concurrent.atomic.AtomicReference

class ContextSpec extends LanguageSpec {
    def setup() {
        caller.on('ListProjects') { a ->
            a.PageNumber > 1 ? '{"PagingInfo":{"TotalCount":3,"Projects":[]}}' : '''{"RequestId":"r","PagingInfo":{"TotalCount":3,"Projects":[
                {"Id":10001,"Name":"orders_dw","DisplayName":"Orders"},{"Id":10002,"Name":"risk_dw","DisplayName":"Risk"},
                {"Id":10003,"Name":"risk2_dw","DisplayName":"Risk"}]}}'''
        }
    }

    def "what a call does not name is filled in where the operation takes it"() {
        when:
        run(source)

        then:
        caller.last.arguments.ProjectId == id

        where:
        source                                             || id
        "GetNode(Id: '1')"                                 || 10001L
        "GetNode(Id: '1', ProjectId: 5)"                   || 5L
        "GetNode(Id: '1', ProjectId: 'risk_dw')"           || 10002L
        "GetNode(Id: '1', ProjectId: '10009')"             || 10009L
        "inProject('risk_dw') { GetNode(Id: '1') }"        || 10002L
        "inProject(77) { GetNode(Id: '1') }"               || 77L
        "project 'risk_dw'; GetNode(Id: '1')"              || 10002L
        "use project: 10002; GetNode(Id: '1')"             || 10002L
        "use 'orders_dw'; GetNode(Id: '1')"                || 10001L
    }

    def "the environment is spelled as each operation spells it, the owner goes to new things only"() {
        given:
        run("use environment: 'prod', owner: '1001'")

        when:
        run("ListInstances(PageNumber: 1, PageSize: 1)")

        then:
        caller.last.arguments.ProjectEnv == 'PROD'

        when:
        run("ListTaskInstances(Bizdate: yesterday)")

        then:
        caller.last.arguments.ProjectEnv == 'Prod'
        caller.last.arguments.Owner == null
    }

    def "a project is looked up once"() {
        when:
        run("3.times { inProject('risk_dw') { GetNode(Id: '1') } }")

        then:
        caller.calls*.name == ['ListProjects'] + ['GetNode'] * 3
    }

    def "a project given by name only is looked up when it is needed"() {
        given:
        begin(parts().context(Context.of('cn-shanghai').withProject(null, 'risk_dw')))

        when:
        run("1 + 1")

        then:
        caller.calls.empty

        when:
        run("GetNode(Id: '1')")

        then:
        caller.last.arguments.ProjectId == 10002L
    }

    def "a project that is not there, or is there twice, is explained"() {
        expect:
        refusal(source).message.contains(words)

        where:
        source                       | words
        "project 'order_dw'"         | 'did you mean orders_dw'
        "project 'Risk'"             | 'risk_dw (10002), risk2_dw (10003)'
        "project 'zzzzzzzzzz'"       | 'there are orders_dw, risk_dw, risk2_dw'
    }

    def "a block puts back what was, however it ends"() {
        when:
        run("inProject('risk_dw') { inRegion('cn-hangzhou') { use environment: 'Dev'; inner = context } ; middle = context }\nouter = context")

        then:
        with(evaluator.variables()) {
            inner.region() == 'cn-hangzhou'
            inner.environment() == 'Dev'
            inner.projectId() == null
            middle.region() == 'cn-shanghai'
            middle.projectId() == 10002L
            middle.environment() == null
            outer.projectId() == 10001L
        }

        when:
        failure("inProject('risk_dw') { throw new IOException('x') }")

        then:
        session.context().projectId() == 10001L

        when:
        failure("inProject('nowhere') { 1 }")

        then:
        session.context().projectId() == 10001L
    }

    def "a thread begun in a block has the block's context, and others never see it"() {
        given:
        def seen = new AtomicReference()
        def outside = new AtomicReference()
        evaluator.variables().putAll(seen: seen, outside: outside, other: { Closure c -> c })

        when:
        run('''inProject(10002) {
            def t = Thread.start { seen.set(context.projectId()) }
            t.join()
        }''')
        def busy = new java.util.concurrent.CountDownLatch(1)
        def done = new java.util.concurrent.CountDownLatch(1)
        def thread = new Thread({ busy.await(); outside.set(session.context().projectId()); done.countDown() })
        thread.start()
        session.blocks().inProject(10002L, { busy.countDown(); done.await(); null })

        then:
        seen.get() == 10002L
        outside.get() == 10001L
    }

    def "use checks everything before anything holds"() {
        expect:
        failure(source).message.contains(words)
        session.context() == Context.of('cn-shanghai').withProject(10001L, 'orders_dw')

        where:
        source                                          | words
        "use regoin: 'cn-beijing'"                      | 'Did you mean region?'
        "use environment: 'Prod', zone: 'Mars/Olympus'" | 'There is no time zone Mars/Olympus'
        "use environment: 'Test'"                       | "Use 'Prod' or 'Dev'"
        "use version: '2019'"                           | 'There is no API version 2019'
        "use output: 'xml'"                             | 'one of table, vertical, tree, json, csv, yaml, md'
        "use region: 'cn-beijing', project: 'nope'"     | "no project 'nope' in cn-beijing"
    }

    def "the context says itself"() {
        expect:
        run('context.toString()').contains('project: orders_dw (10001)')
        run('context.region') == 'cn-shanghai'
        run("use zone: 'Asia/Tokyo'; context.timeZone().id") == 'Asia/Tokyo'
        run("use region: 'cn-beijing'; context.projectId()") == null
    }

    def "a read-only session refuses everything but reads, and stays so"() {
        given:
        begin(parts().context(Context.of('cn-shanghai').withProject(1L, null).withReadOnly(true)))

        expect:
        refusal("UpdateNode(Id: '1', Spec: [version: '1.1.0', kind: 'Node', spec: [nodes: [[id: '1']]]])").code() == 'dwx.ReadOnly'
        failure('use readOnly: false').message.contains('stays read-only')
        caller.calls.empty
        run("GetNode(Id: '1')").requestId == 'R-1'
    }

    def "pages that are read after their block has ended still belong to its project"() {
        given:
        caller.on('ListNodes', '{"RequestId":"r","PagingInfo":{"TotalCount":0,"Nodes":[]}}')

        when:
        run("def pages = inProject(10002) { ListNodes.all() }; project 10003; pages.toList()")

        then:
        caller.last.arguments.ProjectId == 10002L
        session.context().projectId() == 10003L
    }
}
