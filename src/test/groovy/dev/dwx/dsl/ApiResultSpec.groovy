package dev.dwx.dsl

class ApiResultSpec extends LanguageSpec {
    static final PROJECTS = '''{"RequestId":"7F0A","PagingInfo":{"PageNumber":1,"PageSize":10,"TotalCount":"12","Projects":[
        {"Id":9223372036854775807,"Name":"orders_dw","Status":"Available","Ratio":1.10},
        {"Id":10002,"Name":"risk_dw","Status":"Available"}]}}'''
    static final NODE = '''{"RequestId":"r1","Node":{"Id":"7421","Name":"dwd_orders","Spec":"{ \\"spec\\":{\\"nodes\\":[{\\"script\\":{\\"content\\":\\"select 1\\"}}]}, \\"big\\":9223372036854775807 }"}}'''

    def setup() {
        caller.on('ListProjects', PROJECTS).on('GetNode', NODE)
        run('p = ListProjects(PageSize: 10); n = GetNode(Id: "7421")')
    }

    def "a listing is its items, and its fields are there under their own names"() {
        expect:
        run(source) == value

        where:
        source                                         || value
        'p*.Name'                                      || ['orders_dw', 'risk_dw']
        'p.items*.Name'                                || ['orders_dw', 'risk_dw']
        'p.PagingInfo.Projects[0].Name'                || 'orders_dw'
        'p.PagingInfo.Projects.Name'                   || ['orders_dw', 'risk_dw']
        'p[1].Name'                                    || 'risk_dw'
        'p[-1].Name'                                   || 'risk_dw'
        'p[5]'                                         || null
        'p.size()'                                     || 2
        'p.total'                                      || 12L
        'p.requestId'                                  || '7F0A'
        'p.RequestId'                                  || '7F0A'
        "p['RequestId']"                               || '7F0A'
        'p.elapsed.toMillis()'                         || 12L
        'p.findAll { it.Id > 20000 }*.Name'            || ['orders_dw']
        'p.find { it.Name == "risk_dw" }.Id'           || 10002
        'p.groupBy { it.Status }.Available.size()'     || 2
        'p.collect { it.Name.size() }'                 || [9, 7]
        'p.collectEntries { [it.Name, it.Id] }.risk_dw' || 10002
        'p.sort { it.Id }[0].Name'                     || 'risk_dw'
        'p.every { it.Status == "Available" }'         || true
        'p.sum { it.Name.size() }'                     || 16
        'p.count { it }'                               || 2
        'p ? 1 : 2'                                    || 1
        'p.toList().size()'                            || 2
        'def c = 0; for (x in p) { c++ }; c'           || 2
        'p[0].Id'                                      || 9223372036854775807L
        'p[0].Ratio'                                   || 1.10
        'p.raw.startsWith("{\\"RequestId\\"")'         || true
        'p.body.PagingInfo.PageNumber'                 || 1
        'n.Node.Name'                                  || 'dwd_orders'
        'n.size()'                                     || 0
        'n ? 1 : 2'                                    || 1
        'n.isListing()'                                || false
        'n.Node.Owner'                                 || null
        'n.Node.keySet().toList()'                     || ['Id', 'Name', 'Spec']
        'n.Node.findAll { it.key == "Id" }'            || [Id: '7421']
        '"${p[0].Name}"'                               || 'orders_dw'
    }

    def "no number of an answer is a double"() {
        expect:
        run('p[0].Id').class == Long
        run('p[0].Ratio').class == BigDecimal
        run('n.Node.Spec.big').class == Long
    }

    def "JSON that is held in a text can be walked, and stays the text that it is"() {
        expect:
        run(source) == value

        where:
        source                                                       || value
        'n.Node.Spec.spec.nodes[0].script.content'                   || 'select 1'
        'n.Node.Spec.spec.nodes.script.content'                      || ['select 1']
        'n.Node.Spec.big'                                            || 9223372036854775807L
        'n.Node.Spec.text.startsWith("{ ")'                          || true
        'n.Node.Spec.toString() == n.Node.Spec'                      || true
        'n.Node.Spec == n.Node.Spec.text'                            || true
        'n.Node.Spec.text == n.Node.Spec'                            || true
        'n.Node.Spec.contains("select")'                             || true
        'n.Node.Spec.length() == n.Node.Spec.text.length()'          || true
        'String s = n.Node.Spec; s.class.simpleName'                 || 'String'
        'n.Node.Spec.json().spec.nodes.size()'                       || 1
        'n.Node.Spec.nothing'                                        || null
    }

    def "a name that is not there says which are"() {
        expect:
        failure(source).message.contains(words)

        where:
        source                       | words
        'p.PagingInfos'              | 'Did you mean PagingInfo?'
        'p.PagingInfo.Projets'       | 'There is no Projets in PagingInfo. Did you mean Projects?'
        'p[0].Nmae'                  | 'Did you mean Name?'
        'n.Node.name'                | 'Did you mean Name?'
        'n.Node.Spec.Spec'           | 'Did you mean spec?'
        'p.Name = 1'                 | 'cannot be changed'
        'p[0].Name = 1'              | 'cannot be changed'
    }

    def "all pages of an operation that insists on a page size can be had without naming one"() {
        given:
        caller.on('ListDataQualityResults', '{"RequestId":"r","PagingInfo":{"TotalCount":1,"DataQualityResults":[{"Id":1}]}}')

        expect:
        run('ListDataQualityResults.all(ProjectId: 1).toList().size()') == 1
        caller.calls.last().arguments.PageSize as int == 200
        run('ListDataQualityResults.all(ProjectId: 1, PageSize: 20).toList().size()') == 1
        caller.calls.last().arguments.PageSize as int == 20
    }

    def "an empty listing is false and has no rows"() {
        given:
        caller.on('ListProjects', '{"RequestId":"r","PagingInfo":{"TotalCount":0,"PageNumber":1,"PageSize":10}}')

        expect:
        run('ListProjects() ? 1 : 2') == 2
        run('ListProjects()*.Name') == []
        run('ListProjects().items.isEmpty()')
        with(run('ListProjects()') as ApiResult) {
            isListing()
            rows() == []
            footer() == '0 of 0 · RequestId r · 12 ms'
        }
    }

    def "the footer tells how many, the request, the time and what the context filled in"() {
        expect:
        run('p').footer() == '2 of 12 · RequestId 7F0A · 12 ms'
        run('n').footer() == 'RequestId r1 · 12 ms · ProjectId 10001 from the context'
        run('p').rows()*.Name == ['orders_dw', 'risk_dw']
        run('p').value().PagingInfo.Projects.size() == 2
    }

    def "a body that is no object is a value all the same"() {
        given:
        caller.on('ListProjects', '[1, 9223372036854775808]')

        expect:
        run('ListProjects().body') == [1, 9223372036854775808G]
        run('ListProjects().raw') == '[1, 9223372036854775808]'
    }

    def "a list that came as something else is not taken for an empty one: #way"() {
        given:
        caller.on('ListProjects', body)

        when:
        def seen = run('ListProjects()*.Name')

        then:
        seen == []
        notes.any { it.contains('ListProjects: the answer is not as described: ' + way) && it.contains('.raw') } == odd

        when:
        begin(parts().context(Context.of('cn-shanghai').withStrict(true)))
        def all
        def code = null
        try {
            all = run('ListProjects.all().toList()')
        } catch (ScriptFailure e) {
            code = ((dev.dwx.client.ApiException) e.cause).code()
        }

        then:
        code == (odd ? 'dwx.IncompleteListing' : null)
        odd || all == []

        where:
        body                                                       | odd   | way
        '{"PagingInfo": {"Projects": {"0": {}}, "TotalCount": 1}}' | true  | 'PagingInfo.Projects is no list'
        '{"PagingInfo": ["x"]}'                                    | true  | 'PagingInfo is no object'
        '{"PagingInfo": {"TotalCount": 0}}'                        | false | ''
        '{"PagingInfo": {"Projects": null, "TotalCount": 0}}'      | false | ''
    }
}
