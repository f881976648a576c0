package dev.dwx.dsl

import dev.dwx.json.ExactJson

class DispatchSpec extends LanguageSpec {
    def "an operation is called with named arguments, with or without parentheses, or with one map"() {
        when:
        run(source)

        then:
        caller.last.name == 'ListProjects'
        caller.last.version == '2024-05-18'
        caller.last.arguments == [PageSize: 10L]
        caller.last.target.region() == 'cn-shanghai'

        where:
        source << ['ListProjects(PageSize: 10)', 'ListProjects PageSize: 10', 'ListProjects([PageSize: 10])',
                   'def size = 10\nListProjects(PageSize: size)', '[10].each { ListProjects(PageSize: it) }',
                   'def pages(n) { ListProjects(PageSize: n) }\npages(10)',
                   'class Reader { def read() { ListProjects(PageSize: 10) } }\nnew Reader().read()',
                   'class Reader2 { static read() { ListProjects(PageSize: 10) } }\nReader2.read()',
                   'ListProjects.call(PageSize: 10)', 'x = ListProjects; x(PageSize: 10)',
                   'v2024.ListProjects(PageSize: 10)', 'v2024.ListProjects.call(PageSize: 10)',
                   '[1].each { [2].each { ListProjects PageSize: 10 } }', 'table ListProjects(PageSize: 10)']
    }

    def "an operation that is only named shows its signature card"() {
        expect:
        run('ListProjects') instanceof OperationHandle
        run('ListProjects.toString()').startsWith('ListProjects (2024-05-18)')
        run('ListProjects.help()').contains('PageSize')
        run('ListProjects.example()').startsWith('ListProjects(')
        run('ListProjects.parameters*.name()').contains('PageSize')
        caller.calls.isEmpty()
    }

    def "a name of one version only is used from there, and said once"() {
        when:
        2.times { run("ListInstances(ProjectEnv: 'PROD', PageNumber: 1, PageSize: 10)") }

        then:
        caller.calls*.version == ['2020-05-18', '2020-05-18']
        notes.count { it.contains('ListInstances is only in 2020-05-18') } == 1
    }

    def "a version can be pinned"() {
        when:
        run('v2020.ListProjects(PageSize: 10, PageNumber: 1)')

        then:
        caller.last.version == '2020-05-18'
        notes.isEmpty()

        when:
        run("use version: '2020'; ListProjects(PageSize: 10, PageNumber: 1)")

        then:
        caller.last.version == '2020-05-18'

        expect:
        refusal('v2024.ListInstances()').message.contains('write v2020.ListInstances')
        run('v2020.GetNode').version == '2020-05-18'
    }

    def "arguments that fit the other version only are refused with that advice"() {
        given:
        def e = refusal("GetNode(NodeId: 700001234567, ProjectEnv: 'PROD')")

        expect:
        e.message.contains('there is no parameter NodeId')
        e.message.contains('write v2020.GetNode(…)')
        caller.calls.isEmpty()

        and: 'a pinned call is taken at its word'
        !refusal("v2024.GetNode(NodeId: 700001234567, ProjectEnv: 'PROD')").message.contains('v2020')
    }

    def "a name that differs in its case only is a suggestion and no request, nor a look-up"() {
        given:
        def asked = []
        begin(parts().lookup({ v, n -> asked << n; Optional.empty() } as OperationLookup))

        expect:
        refusal(source).message.contains('it is spelled ListProjects')
        asked.isEmpty()
        caller.calls.isEmpty()

        where:
        source << ['listprojects()', 'Listprojects(PageSize: 1)', 'LISTPROJECTS()', 'listProjects()']
    }

    def "an unknown name is looked up once, then refused with names near it"() {
        given:
        def asked = []
        begin(parts().lookup({ v, n -> asked << "$v/$n".toString(); Optional.empty() } as OperationLookup))

        when:
        def messages = (1..2).collect { refusal('ListProject()').message }

        then:
        messages.every { it.contains('did you mean') && it.contains('ListProjects') }
        asked == ['2024-05-18/ListProject', '2020-05-18/ListProject']
        refusal('Zzzqqqwww()').message.contains("call('Zzzqqqwww', …)")
        failure('ListProject').message.contains('ListProjects')
        asked.every { !it.endsWith('/Nothing') }
    }

    def "what a look-up finds is called, and known from then on"() {
        given:
        def fresh = catalog.find('2024-05-18', 'GetProject').get()
        def asked = []
        def operation = new dev.dwx.catalog.ApiOperation('2024-05-18', 'GetNovelty', fresh.methods(), fresh.schemes(), 'read', null,
                null, null, null, false, null, false, fresh.parameters(), fresh.response(), [:], [:], fresh.provenance())
        begin(parts().lookup({ v, n -> asked << n; v == '2024-05-18' && n == 'GetNovelty' ? Optional.of(operation) : Optional.empty() } as OperationLookup))

        when:
        2.times { run('GetNovelty(Id: 5)') }

        then:
        caller.calls*.name == ['GetNovelty'] * 2
        asked == ['GetNovelty']
        run('GetNovelty') instanceof OperationHandle
    }

    def "call sends what no catalog knows, unchecked"() {
        when:
        run("call('BrandNewApi', version: '2024-05-18', method: 'GET', Id: 7, Names: ['a', \"b${1}\"], Spec: [n: 1.50])")

        then:
        with(caller.last) {
            name == 'BrandNewApi'
            version == '2024-05-18'
            operation.method() == 'GET'
            arguments == [Id: 7, Names: ['a', 'b1'], Spec: [n: 1.50]]
            operation.parameters()*.in()*.wireName().unique() == ['query']
        }

        when:
        run("call 'AnotherApi', in: 'formData', X: 'y'")

        then:
        caller.last.operation.method() == 'POST'
        caller.last.operation.parameters()*.in()*.wireName() == ['formData']

        expect:
        refusal("call('not a name')").message.contains('letters and digits')
        refusal("call('BrandNewApi', method: 'BREW')").message.contains('BREW')
        failure("call('DeleteEverything', Id: 1)").cause instanceof dev.dwx.safety.NotConfirmedException
    }

    def "arguments without a name are refused before anything is sent"() {
        expect:
        refusal(source).message.contains('arguments are named')
        caller.calls.isEmpty()

        where:
        source << ['ListProjects(10)', "GetProject('x')", 'ListProjects(1, 2)', 'ListProjects { 1 }', 'ListProjects(null)',
                   'ListProjects([1])', 'ListProjects(PageSize: 1) { 2 }']
    }

    def "a user's own definition wins over an operation"() {
        given:
        run('def ListProjects(Map m) { "mine" }')

        expect:
        run('ListProjects(PageSize: 1)') == 'mine'
        run('GetProject = 5; GetProject') == 5
    }

    def "pages are read one after the other, by number or by token, and only when they are reached"() {
        given:
        caller.on('ListProjects') { a ->
            int page = a.PageNumber as int
            def ids = (1..25).collate(10)[page - 1] ?: []
            dev.dwx.json.ExactJson.write([RequestId: 'r', PagingInfo: [PageNumber: page, PageSize: 10, TotalCount: 25,
                    Projects: ids.collect { [Id: it, Name: "p$it".toString()] }]])
        }

        expect:
        run('ListProjects.all(PageSize: 10)*.Id') == (1..25).toList()
        caller.calls*.arguments*.PageNumber == [1L, 2L, 3L]

        when:
        caller.calls.clear()

        then:
        run('ListProjects.all(PageSize: 10).find { it.Id == 12 }.Name') == 'p12'
        caller.calls.size() == 2

        when:
        caller.calls.clear()
        caller.on('ListSkills') { a ->
            a.NextToken == null ? '{"PagingInfo":{"NextToken":"t2","Skills":[{"Name":"a"}]}}'
                    : '{"PagingInfo":{"NextToken":"","Skills":[{"Name":"b"}]}}'
        }

        then:
        run('ListSkills.all()*.Name') == ['a', 'b']
        caller.calls*.arguments*.NextToken == [null, 't2']
    }

    def "the catalog is not asked for before it is needed, and can be swapped"() {
        given:
        int asked = 0
        session = Session.with({ asked++; catalog }, caller).begin()
        evaluator = new GroovyEvaluator(session)

        expect:
        run('1 + 1') == 2
        run('x = [1, 2]; x.sum()') == 3
        asked == 0
        run('ListProjects') instanceof OperationHandle
        asked > 0
    }
}
