package dev.dwx.dsl.check

import dev.dwx.DwxProcess
import dev.dwx.catalog.ExampleCall
import dev.dwx.client.ApiException
import dev.dwx.dsl.Checked
import dev.dwx.dsl.GroovyEvaluator
import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.OperationLookup
import dev.dwx.dsl.ScriptFailure

class ScriptCheckSpec extends LanguageSpec {
    private List<Checked> check(String source) {
        evaluator.check(source, 'x.dwx')
    }

    private List<Checked> errors(String source) {
        check(source).findAll { it.severity() == Severity.ERROR }
    }

    def "a fault is found at its place: #source"() {
        when:
        def found = check("x = 1\n" + source)

        then:
        found.size() == 1
        found[0].severity() == Severity.ERROR
        found[0].line() == 2
        found[0].column() == source.indexOf(at) + 1
        found[0].message().contains(message)
        found[0].text() == source
        caller.calls.isEmpty()

        where:
        source                                                | at            | message
        'ListNods(PageSize: 10)'                              | 'ListNods'    | 'did you mean ListNodes?'
        'if (x) { [1].each { y -> ListNods() } }'             | 'ListNods'    | 'did you mean ListNodes?'
        'def f() { ListNods() }'                              | 'ListNods'    | 'did you mean ListNodes?'
        'class A { def go() { ListNods() } }'                 | 'ListNods'    | 'did you mean ListNodes?'
        'inProject(1) { ListNods() }'                         | 'ListNods'    | 'did you mean ListNodes?'
        'println ListNods'                                    | 'ListNods'    | 'did you mean ListNodes?'
        'ListNods.all().each { }'                             | 'ListNods'    | 'did you mean ListNodes?'
        'v2020.ListFils(PageSize: 10)'                        | 'ListFils'    | 'did you mean ListFiles?'
        'v2020.ListFils.all()'                                | 'ListFils'    | 'did you mean ListFiles?'
        'v2024.ListInstances(PageSize: 10)'                   | 'ListInst'    | 'only in 2020-05-18'
        "describe 'ListNods'"                                 | "'ListNods'"  | 'did you mean ListNodes?'
        'listNodes()'                                         | 'listNodes'   | 'case-sensitive: it is spelled ListNodes'
        'ListProjects(PageSiz: 10)'                           | 'PageSiz'     | 'did you mean PageSize?'
        'ListProjects(pageSize: 10)'                          | 'pageSize'    | 'pageSize is spelled PageSize'
        'ListProjects PageSiz: 10'                            | 'PageSiz'     | 'did you mean PageSize?'
        'ListProjects([PageSiz: 10])'                         | 'PageSiz'     | 'did you mean PageSize?'
        'ListProjects.call(PageSiz: 10)'                      | 'PageSiz'     | 'did you mean PageSize?'
        'ListProjects.all(PageSiz: 10)'                       | 'PageSiz'     | 'did you mean PageSize?'
        'v2024.ListProjects.all(PageSiz: 10)'                 | 'PageSiz'     | 'did you mean PageSize?'
        'm = [:]; ListProjects(*: m, PageSiz: 10)'            | 'PageSiz'     | 'did you mean PageSize?'
        'ListProjects(PageSize: x, PageNumbr: 1)'             | 'PageNumbr'   | 'did you mean PageNumber?'
        'ListProjects(PageSize: 1000)'                        | '1000'        | 'at most 100 is allowed'
        "ListProjects(PageSize: 'ten')"                       | "'ten'"       | 'wants a whole number'
        'ListNodes(PageSize: -1)'                             | '-1'          | 'is allowed'
        "ListTaskInstances(Bizdate: '2026-02-30')"            | "'2026"       | 'There is no day 2026-02-30'
        "bizdate('20260230')"                                 | "'2026"       | 'There is no day 20260230'
        'GetNode()'                                           | 'GetNode'     | 'Id is missing'
        'GetNode(Id: null)'                                   | 'null'        | 'Id is missing'
        'ListNodes(10)'                                       | '10'          | 'arguments are named'
        "ListNodes 'dwd'"                                     | "'dwd'"       | 'arguments are named'
        'ListNodes(Name: x, 10)'                              | '10'          | 'arguments are named'
        'ListNodes.alll(PageSize: 10)'                        | 'alll'        | 'did you mean all?'
        'v2020.ListFiles.hlp()'                               | 'hlp'         | 'did you mean help?'
        "confrim('x') { 1 }"                                  | 'confrim'     | 'did you mean confirm?'
        'tabel ListProjects()'                                | 'tabel'       | 'did you mean table?'
        'ListTaskInstances(Bizdate: yesterdy)'                | 'yesterdy'    | 'did you mean yesterday?'
    }

    def "nothing is said of what is right, or may be: #source"() {
        expect:
        errors(source) == []

        where:
        source << [
                'ListProjects(PageSize: 10)', 'ListProjects PageSize: 10', 'ListNodes.all()*.Name', 'v2020.ListFiles(PageSize: 20)',
                'GetBaseline', 'm = [Id: 1]; GetNode(m)', 'm = [:]; GetNode(*: m)', 'GetNode(*[[Id: 1]])', 'k = "Id"; GetNode((k): 1)',
                'def a = [Id: 1]; GetNode(a + [:])', "call('BrandNewApi', Id: 1)", "call 'BrandNewApi'",
                'def Own(x) { x }\nOwn(1)', 'Own = { it }; Own(1)', 'def Own = { it }; Own(1)', 'class Own { }; new Own()',
                'class A { def Go() { Go() }; def Own(x) { x }; def b() { Own(1) } }; new A().Go()',
                'enum Color { RED, GREEN }; Color.RED; Color.valueOf("RED")', 'interface Shape { }; Shape.name',
                'import java.util.concurrent.TimeUnit; TimeUnit.SECONDS.toMillis(1)',
                'import static java.lang.Math.max; max(1, 2)', 'import static java.lang.Math.*; sqrt(4) + PI',
                'import java.util.concurrent.ConcurrentHashMap as Table; new Table()', 'Integer.parseInt("1"); Duration.ofHours(1)',
                'LocalDate.now(); ChronoUnit.DAYS; Path.of("x"); Files', 'java.util.List x = []; x',
                '"abc".with { Size() }', 'new Object().tap { Anything(1) }', 'def b = new NodeBuilder(); b.Root { Child(a: 1) }',
                'String.metaClass.Shout = { -> 1 }; "a".Shout(); Whatever()', 'binding.Own = { 1 }; Own()', 'this.Own = { 1 }; Own()',
                "binding.setVariable('Own', { 1 }); Own()", 'def c = { Own(1) }; c.delegate = new Object(); c()',
                'class D { def methodMissing(String n, a) { n } }; new D().Foo(); D.newInstance().with { Bar() }',
                'trait Loud { def Shout() { 1 } }; class P implements Loud { def go() { Shout() } }',
                'class L extends ArrayList { def go() { add(1); size() } }; new L().go()',
                "try { ListNods() } catch (ApiException e) { println e.code() }", 'try { ListNods() } catch (e) { }',
                'evaluate("1"); Foo()', "obj = [Foo: { 1 }]; obj.Foo()", 'x = [ListNods: 1]; x.ListNods', "switch (1) { case 1: break }",
                '[1, 2].inject { a, b -> a + b }; (1..3).collect { it * 2 }', 'printf("%s", 1); sleep(0); println(); print 1; sprintf("a")',
                "project 'risk_dw'; ListNodes()", "use project: 'risk_dw'; ListNodes()", "use version: '2020-05-18'; ListProjects(PageSize: 10, PageNumber: 1)",
                "ListNodes(ProjectId: 'orders_dw')", 'def (a, b) = [1, 2]; a + b', 'for (n in ListProjects()) println n.Id',
                'ListNodes.with { it }', 'h = ListNodes; h(PageSize: 10)', 'ListNodes.parameters*.name()', 'args.size()', 'x = "${1 + 1}"; ListNodes(Name: "a$x")',
                'def f(Map m) { ListNodes(m) }; f(Name: "x")', 'def m(int ListX) { ListX }; m(1)', 'Runnable r = () -> { }; r.run()',
                'a = 1; a += 2; a++', 'label: for (i in 1..2) { continue label }', '@groovy.transform.Field count = 0; count++',
                'record Pt(int X, int Y) { }; new Pt(1, 2).X()', "UpdateNode(Id: 1, Spec: [spec: [nodes: [[script: [content: a()]]]]]); def a() { 'x' }"]
    }

    def "what the run would say as a remark is a warning, and stops nothing: #source"() {
        when:
        def found = check(source)

        then:
        found*.severity() == [Severity.WARNING]
        found[0].message().contains(message)

        where:
        source                                                                  | message
        "ListTaskInstances(Bizdate: yesterday, Status: 'Failur')"               | 'did you mean Failure?'
        'println nodo9'                                                        | 'nothing here gives nodo9 a value'
        'why _[0]'                                                             | '_ is a value of the prompt, which a script does not have'
        'x = Out[3]'                                                           | 'Out is a value of the prompt, which a script does not have'
        'doSomething(1)'                                                        | 'nothing here says what doSomething(…) does'
        'try { ListNods() } catch (Exception e) { println e }'                  | 'did you mean ListNodes?'
        'bizdate = yesterday; UpdateNode(Id: 1, Spec: "select ${bizdate}")'     | "'\${bizdate}' in single quotes"
    }

    def "all faults come at once, in the order of the lines, those of the compiler's too"() {
        expect:
        check("ListNods()\nGetNode()\nListProjects(PageSize: 1000, PageSiz: 1)\n")*.line() == [1, 2, 3, 3]
        check("ListNods()\nx = new Nowhere()\ny = new Elsewhere()\nGetNode()\n")*.line().sort() == [1, 2, 3, 4]
        check("x = (1\n").size() == 1
    }

    def "a script with a fault is not begun: no line of it runs, all faults are told"() {
        when:
        evaluator.runFile("ListProjects(PageSize: 10)\nListNods()\nif (false) { GetNode() }\n", 'x.dwx', [])

        then:
        ScriptFailure e = thrown()
        e.line() == 2
        (e.cause as ApiException).code() == 'dwx.UnknownOperation'
        (e.suppressed as List<ScriptFailure>)*.line() == [3]
        caller.calls.isEmpty()
    }

    def "a prompt's line is not looked at before it runs, a script's always"() {
        when:
        evaluator.evaluate('if (false) { ListNods() }', 'In[1]')

        then:
        noExceptionThrown()

        when:
        begin(parts().context(session.context().withStrict(true)))
        evaluator.evaluate('if (false) { ListNods() }', '-e')

        then:
        thrown(ScriptFailure)
    }

    def "a name in no catalog is looked up once before a run, and nowhere by a check"() {
        given:
        def asked = []
        def fresh = catalog.find('2024-05-18', 'ListProjects').get()
        begin(parts().lookup({ version, name ->
            asked << name
            Optional.ofNullable(name == 'BrandNew' ? fresh : null)
        } as OperationLookup))

        expect:
        errors('BrandNew(PageSize: 10)').size() == 1
        asked == []

        when:
        evaluator.runFile('BrandNew(PageSize: 10); BrandNew(PageSize: 10)', 'x.dwx', [])

        then:
        asked == ['BrandNew']
        caller.calls.size() == 2
    }

    def "what a context fills in is missing only where nothing can set it"() {
        given:
        def without = { boolean strict ->
            begin(parts().context(session.context().withProject(null, null).withStrict(strict)))
            evaluator
        }

        when:
        def run = without(true)
        run.runFile('if (false) ListNodes()', 'x.dwx', [])

        then:
        def e = thrown(ScriptFailure)
        e.message.contains('ProjectId is missing')

        when:
        run.runFile("if (false) { inProject('a') { ListNodes() } }", 'x.dwx', [])

        then:
        noExceptionThrown()

        expect:
        without(false).check('ListNodes()', 'x.dwx') == []
    }

    def "every example of the project passes: #file.name"() {
        expect:
        new GroovyEvaluator(session).check(file.text, file.name) == []

        where:
        file << DwxProcess.PROJECT.resolve('dsl-examples').toFile().listFiles().findAll { it.name.endsWith('.dwx') }.sort()
    }

    def "a call that is written as its example is, passes for every operation"() {
        given:
        def calls = catalog.list().collect { catalog.find(it.version(), it.name()).get() }
                .collect { "v${it.version()[0..3]}.${ExampleCall.of(it).replace("'…'", 'args[0]')}" }

        expect:
        errors(calls.join('\n'))*.message() == []
    }

    def "a secret in a line is not shown"() {
        when:
        def found = check("CreateDataSource(Nam: 'x', ConnectionProperties: '{\"password\":\"hunter2\"}')")

        then:
        !found.empty
        !found.toString().contains('hunter2')
    }

    def "what is filled in or put right when the call is made is no fault: #source"() {
        expect:
        check(source) == []
        caller.calls.isEmpty()

        where:
        source << [
                "CreateWorkflowInstances(Name: 'n', Type: 'SupplementData', Periods: [BizDates: [[StartBizDate: '2026-03-01', EndBizDate: '2026-03-02']]])",
                "ExecuteAdhocWorkflowInstance(Name: 'x', BizDate: yesterday, EnvType: 'Prod', Owner: '1', Tasks: [[Name: 'a', Type: 'ODPS_SQL', RuntimeResource: [ResourceGroupId: 'S_1'], Script: [Content: 'select 1']]])",
                "TestDataSourceConnectivity(DataSourceId: 'orders_ds', ResourceGroupId: 'S_1')",
                "v2020.CreateFile(FileName: 'f', FileType: 'ODPS_SQL', FileFolderPath: 'x')",
                "v2020.CreateFile(FileName: 'f', FileType: args[0], FileFolderPath: 'x')",
        ]
    }

    def "a block that describes a document has words of its own, and a misspelt one has near names"() {
        expect:
        check("""flow('a') {
            cron daily: '02:00'; params day: '\$bizdate'; datasource 'x'
            ['b', 'c'].each { name -> sql(name) { script 'select 1'; after 'root'; timeout '2h' } }
            forEach('d', over: 'b.outputs') { shell('e') { script 'date' }; end { language 'python'; script 'print 1' } }
            node('f') { type 'DI'; reader 'odps', table: 't' }
        }""") == []
        check("flow('a') { sql('b') { scrpt 'select 1' } }")*.message() == ['there is no scrpt(…); did you mean script?']
        check("flow('a') { sql('b') { timeout '1h' } }\ntimeout '1h'")*.line() == [2]
    }

    def "what the call would be refused with here is one: #source"() {
        expect:
        errors(source)*.message().any { it.contains(message) }
        caller.calls.isEmpty()

        where:
        source                                                                      | message
        "CreateWorkflowInstances(Name: 'n', Type: 'Manual2')"                       | 'WorkflowId is missing'
        "v2020.CreateFile(FileName: 'f', FileType: 'ODPS_SQLL', FileFolderPath: '')"| "'ODPS_SQLL' is no type of file; did you mean ODPS_SQL"
        "GetDataSource(Id: 'orders_ds')"                                            | 'Id wants a whole number'
        "TestDataSourceConnectivity(ResourceGroupId: 'S_1')"                        | 'DataSourceId is missing'
    }
}
