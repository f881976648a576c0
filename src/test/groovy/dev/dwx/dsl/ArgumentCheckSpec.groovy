package dev.dwx.dsl

class ArgumentCheckSpec extends LanguageSpec {
    Map sent(String source) {
        run(source)
        caller.last.arguments
    }

    def "all problems are told in one message, and nothing is sent"() {
        given:
        def message = refusal("CreateNode(Projectid: 1, Speck: [:], Scene: 5.5, PageSize: 1)").message

        expect:
        message.contains('Projectid is spelled ProjectId')
        message.contains('there is no parameter Speck; did you mean Spec?')
        message.contains('there is no parameter PageSize')
        !message.contains('ProjectId is missing')
        caller.calls.isEmpty()
    }

    def "required parameters that are missing are all named"() {
        given:
        begin(parts().context(Context.of('cn-shanghai')))
        def message = refusal('CreateNode()').message

        expect:
        ['ProjectId is missing (whole number)', 'Scene is missing (text)', 'Spec is missing (text)'].every { message.contains(it) }
    }

    def "an id arrives with every digit, however it is written"() {
        expect:
        def id = sent("v2024.GetTask(Id: $written)").Id
        id == 9223372036854775807L
        id instanceof Long

        where:
        written << ['9223372036854775807', '9223372036854775807L', '9223372036854775807G', "'9223372036854775807'",
                    '"${9223372036854775806 + 1G}"', '9223372036854775807.0', "' 9223372036854775807 '",
                    'new BigDecimal("9223372036854775807")']
    }

    def "a text id stays text"() {
        expect:
        def id = sent("GetNode(Id: $written)").Id
        id == text
        id instanceof String

        where:
        written                  || text
        '7421880000000000001'    || '7421880000000000001'
        "'7421880000000000001'"  || '7421880000000000001'
        '"${7421}"'              || '7421'
        '0.25'                   || '0.25'
    }

    def "a wrong value is refused with what was given and what is wanted"() {
        given:
        def message = refusal(source).message

        expect:
        message.contains(words)
        caller.calls.isEmpty()

        where:
        source                                              | words
        "GetTask(Id: 'abc')"                                | "Id wants a whole number, not the text 'abc'"
        'GetTask(Id: 1.5)'                                  | 'Id is 1.5; a whole number is wanted'
        'GetTask(Id: 1.5d)'                                 | 'Id is 1.5; a whole number is wanted'
        'GetTask(Id: 9007199254740994d)'                    | 'its last digits are lost already'
        'GetTask(Id: 92233720368547758070)'                 | 'beyond 64 bits'
        'GetTask(Id: 1e400)'                                | 'beyond 64 bits'
        'GetTask(Id: true)'                                 | 'Id wants a whole number, not true'
        'GetTask(Id: [1])'                                  | 'Id wants a whole number, not a list'
        'GetTask(Id: [a: 1])'                               | 'Id wants a whole number, not a map'
        'GetTask(Id: new Object())'                         | 'Id wants a whole number, not a Object'
        'ListProjects(PageSize: 2147483648)'                | 'beyond 32 bits'
        "ListProjects(PageSize: 'ten')"                     | "PageSize wants a whole number, not the text 'ten'"
        'CreateFile(FileName: "a", FileType: 6, IsOdps: 1, AutoParsing: 3)' | 'AutoParsing wants a true or false, not the number 3'
        "ListProjects(Ids: 5)"                              | 'Ids wants a list of whole number, not the number 5: write Ids: [ … ]'
        "ListProjects(Ids: ['x'])"                          | "Ids[0] wants a whole number, not the text 'x'"
        "ListProjects(Ids: '[1,')"                          | 'not valid JSON'
        "CreateWorkflowInstances(Periods: 5, Name: 'a', Type: 'Manual', WorkflowId: 1)" | 'Periods wants a map'
        "CreateWorkflowInstances(Periods: [BizDates: [[StartBizDate: 'x']]], Name: 'a', Type: 'Manual', WorkflowId: 1)" | 'Periods.BizDates[0].EndBizDate is missing'
        "CreateResource(Spec: '{}', ResourceFile: '/tmp/x')" | 'takes the address of a file'
        'CreateNode(Scene: "DATAWORKS_PROJECT", Spec: { 1 })' | 'Spec wants a text, not a '
        'CreateNode(Scene: "DATAWORKS_PROJECT", Spec: [a: { 1 }])' | 'which cannot be sent'
        'def m = [:]; m.me = m; CreateNode(Scene: "DATAWORKS_PROJECT", Spec: m)' | 'nested too deep'
    }

    def "JSON text parameters take a map, a list, or ready JSON"() {
        expect:
        sent("lint(off: ['all']) { CreateNode(Scene: 'DATAWORKS_PROJECT', Spec: $spec) }").Spec == text

        where:
        spec                                            || text
        "[version: '1.1.0', n: [1, 2.50, null, true]]"  || '{"version":"1.1.0","n":[1,2.50,null,true]}'
        '[name: "a${1 + 1}", id: 9223372036854775807]'  || '{"name":"a2","id":9223372036854775807}'
        "'{ \"a\" : 1.0 }'"                             || '{ "a" : 1.0 }'
        "'not json at all'"                             || 'not json at all'
        '[1, "x"]'                                      || '[1,"x"]'
        "[a: yesterday]"                                || '{"a":"2026-03-15"}'
    }

    def "a list in JSON form that is given as text goes as that text"() {
        expect:
        sent("ListProjects(Ids: '[ 1, 2 ]')").Ids == '[ 1, 2 ]'
        sent('ListProjects(Ids: [1, "2", 3G])').Ids == [1L, 2L, 3L]
        sent('ListProjects(Ids: 1..3)').Ids == [1L, 2L, 3L]
        sent('ListProjects(Ids: [1, 2] as Set)').Ids == [1L, 2L]
        sent('ListProjects(Ids: [1, 2] as int[])').Ids == [1L, 2L]
    }

    def "a null is not sent, an empty text is"() {
        expect:
        sent('ListProjects(PageSize: null, PageNumber: 1)') == [PageNumber: 1L]
        sent("ListNodes(Name: '')").Name == ''
    }

    def "a value that is not documented is sent, with a note"() {
        when:
        run("ListTaskInstances(Bizdate: 1773417600000, TriggerType: 'Schedular')")

        then:
        caller.last.arguments.TriggerType == 'Schedular'
        notes.any { it.contains("'Schedular' is none of the documented values; did you mean Scheduler?") }
    }

    def "unknown nested keys are noted with their path"() {
        when:
        run("CreateWorkflowInstances(Name: 'a', Type: 'Manual', WorkflowId: 1, Periods: [BizDates: [], Bizdate: []])")

        then:
        notes.any { it.contains('Periods.Bizdate is not known; did you mean BizDates?') }
        caller.last.arguments.Periods == [BizDates: [], Bizdate: []]
    }

    def "ranges and lengths are refused"() {
        given:
        def ranged = catalog.list().findResult { s ->
            def o = catalog.find(s.version(), s.name()).get()
            def p = o.parameters().find { it.schema().maximum() != null && it.schema().integer && o.parameters().count { it.required() } <= 1 }
            p == null ? null : [o, p]
        }

        expect:
        def (operation, parameter) = ranged
        def pin = OperationNames.handle(operation.version())
        refusal("${pin}.${operation.name()}(${parameter.name()}: ${parameter.schema().maximum() + 1})").message
                .contains("is allowed")
    }

    def "times are encoded as the parameter wants them"() {
        expect:
        sent(source)[name] == value

        where:
        source                                                         | name      || value
        "ListTaskInstances(Bizdate: bizdate('20260314'))"              | 'Bizdate' || 1773417600000L
        "ListTaskInstances(Bizdate: '2026-03-14')"                     | 'Bizdate' || 1773417600000L
        "ListTaskInstances(Bizdate: 1773417600000)"                    | 'Bizdate' || 1773417600000L
        "ListTaskInstances(Bizdate: yesterday)"                        | 'Bizdate' || 1773504000000L
        "ListTaskInstances(Bizdate: LocalDate.parse('2026-03-14'))"    | 'Bizdate' || 1773417600000L
        "ListTaskInstances(Bizdate: Instant.parse('2026-03-14T03:00:00Z'))" | 'Bizdate' || 1773417600000L
        "ListInstances(ProjectEnv: 'PROD', PageNumber: 1, PageSize: 10, Bizdate: bizdate('20260314'))" | 'Bizdate' || '2026-03-14 00:00:00'
        "inRegion('us-west-1') { ListTaskInstances(ProjectId: 1, Bizdate: '2026-03-14') }" | 'Bizdate' || 1773471600000L
    }

    def "a date text that was converted is echoed"() {
        when:
        run("ListTaskInstances(Bizdate: '2026-03-14')")

        then:
        notes.any { it.contains("'2026-03-14' is sent as 1773417600000 (Asia/Shanghai)") }
        failure("ListTaskInstances(Bizdate: '2026-02-30')").message.contains('There is no day 2026-02-30')
    }

    def "a secret never appears in a refusal"() {
        expect:
        !refusal(source).message.contains('hunter2')

        where:
        source << ["CreateDataSource(Name: 'd', Type: 'mysql', ConnectionPropertiesMode: 'UrlMode', ConnectionProperties: '{\"password\":\"hunter2\"', PageSize: 1)",
                   "CreateDIJob(Token: 'hunter2', Password: 'hunter2')"]
    }

    def "an answer's text goes back byte for byte"() {
        given:
        caller.on('GetNode', '{"RequestId":"r","Node":{"Id":"1","Spec":"{ \\"spec\\":{\\"nodes\\":[{\\"script\\":{\\"content\\":\\"select 1\\"}}]},\\n \\"n\\":1.10}"}}')

        when:
        run("n = GetNode(Id: '1'); lint(off: 'all') { UpdateNode(Id: '1', Spec: n.Node.Spec) }")

        then:
        caller.last.arguments.Spec == '{ "spec":{"nodes":[{"script":{"content":"select 1"}}]},\n "n":1.10}'
        caller.last.arguments.Spec instanceof String
        run('n.Node.Spec.spec.nodes[0].script.content') == 'select 1'
    }
}
