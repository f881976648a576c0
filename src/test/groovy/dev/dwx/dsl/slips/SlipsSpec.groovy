package dev.dwx.dsl.slips

import dev.dwx.dsl.GroovyEvaluator
import dev.dwx.dsl.ScriptFailure
import dev.dwx.dsl.Session
import dev.dwx.dsl.Context
import dev.dwx.client.ApiCaller
import dev.dwx.catalog.SnapshotCatalog
import dev.dwx.script.FailureText
import spock.lang.Shared
import spock.lang.Specification

/** What newcomers type by mistake: each is told what it is, where, and what to type instead. Nothing is sent. */
class SlipsSpec extends Specification {
    @Shared SnapshotCatalog catalog = SnapshotCatalog.bundled()
    @Shared GroovyEvaluator dwx = new GroovyEvaluator(Session.with({ catalog },
            { operation, arguments, target -> throw new AssertionError((Object) "sent $operation.name") } as ApiCaller)
            .context(Context.of('cn-shanghai').withProject(10001L, 'orders_dw')).begin())

    private ScriptFailure failure(String source) {
        try {
            dwx.evaluate(source, 'In[1]')
        } catch (ScriptFailure e) {
            return e
        }
        throw new AssertionError((Object) "no failure: $source")
    }

    def "another language is recognised: #source"() {
        expect:
        failure(source).message.contains(told)

        where:
        source                                                                     || told
        'aliyun dataworks-public ListProjects --PageSize 10 --region cn-shanghai'  || 'Here it is: ListProjects(PageSize: 10)'
        'aliyun dataworks-public ListNodes --Name dwd_orders --PageSize 10'        || "ListNodes(Name: 'dwd_orders', PageSize: 10)"
        'aliyun dataworks-public list-projects --page-size 10'                     || 'Here it is: ListProjects(PageSize: 10)'
        "aliyun dataworks-public ListFiles --version 2020-05-18 --Keyword 'a b'"   || "v2020.ListFiles(Keyword: 'a b')"
        'ListProjects PageSize=10'                                                 || 'Type: ListProjects(PageSize: 10)'
        'ListProjects --PageSize 10'                                               || 'Type: ListProjects(PageSize: 10)'
        'listprojects --PageSize 10'                                               || 'Type: ListProjects(PageSize: 10)'
        'ListProjects(PageSize=10)'                                                || 'Type: ListProjects(PageSize: 10)'
        'ListProjects({PageSize: 10})'                                             || 'Type: ListProjects(PageSize: 10)'
        'ListProjects({"PageSize": 10})'                                           || 'Type: ListProjects(PageSize: 10)'
        '{"PageSize": 10}'                                                         || 'square brackets here: [PageSize: 10]'
        '{"PageSize": 10, "Name": "x"}'                                            || "[PageSize: 10, Name: 'x']"
        'request = ListProjectsRequest(page_size=10)'                              || 'ListProjects(PageSize: 10)'
        'request = models.ListNodesRequest(name="a")'                              || "ListNodes(Name: 'a')"
        'ListProjectsRequest r = new ListProjectsRequest().setPageSize(10L);'      || 'ListProjects(PageSize: 10)'
        'client.list_projects_with_options(request, runtime)'                      || 'ListProjects(Name: value, …)'
        'client.listProjects(request);'                                            || 'ListProjects(Name: value, …)'
        'from alibabacloud_dataworks_public20240518.client import Client'          || 'nothing has to be imported'
        'import json'                                                              || 'nothing has to be imported'
        'for node in ListNodes(): print(node)'                                     || 'for (node in ListNodes()) { println(node) }'
        'def f(x):'                                                                || 'def f(x) { … }'
        'if x == 1: print(x)'                                                      || 'if (x == 1) {'
        'true == True'                                                             || 'True is Python; here it is true.'
        'x = None'                                                                 || 'None is Python; here it is null.'
        "curl -X POST https://x.example/ -d '{\"a\":1}'"                           || 'is for a shell'
        'ls'                                                                       || '!ls'
        'ls -la'                                                                   || '!ls -la'
        'cd /tmp'                                                                  || '!cd /tmp'
        'dwx --sandbox'                                                            || 'in dwx already'
        'dwx> ListProjects(PageSize: 1)'                                           || 'Type: ListProjects(PageSize: 1)'
        '[sandbox · orders_dw] dwx> ListProjects(PageSize: 1)'                     || 'Type: ListProjects(PageSize: 1)'
        ':help verbs'                                                              || ':help is a command of the prompt'
        '$ ListProjects'                                                           || 'Type: ListProjects'
        'help ListNodes'                                                           || ':help ListNodes'
        'help listnodes'                                                           || ':help ListNodes'
        'man ListNodes'                                                            || ':help ListNodes'
        'exit()'                                                                   || ':quit'
        'quit()'                                                                   || ':quit'
        'SELECT * FROM orders'                                                     || "runSql('SELECT * FROM orders')"
        'select count(*) from dwd_orders'                                          || "runSql('select count(*) from dwd_orders')"
        'show tables'                                                              || "runSql('show tables')"
        "select * from a where b = 'c'"                                            || 'runSql("""select * from a where b = \'c\'""")'
        'ListNodes() | grep ods'                                                   || "Try: ListNodes().findAll { \"\$it\".contains('ods') }"
        "ListNodes() | grep -i 'ods_o'"                                            || "contains('ods_o')"
        'ListNodes() | grep -v ods | wc -l'                                        || 'findAll { !'
        'nodes | head -5'                                                        || 'Try: nodes.take(5)'
        'nodes | head'                                                           || 'Try: nodes.take(10)'
        'nodes|tail -n 3'                                                        || 'Try: nodes.toList().takeRight(3)'
        'nodes | wc -l'                                                          || 'Try: nodes.size()'
        "ListNodes() | jq '.PagingInfo.Nodes[].Name'"                              || 'Try: ListNodes()*.Name'
        'nodes | less'                                                           || 'pager by itself. Type: nodes'
        'ListNodes() | tee a.csv'                                                  || "save(ListNodes(), 'file.csv')"
        'list projects'                                                            || 'ListProjects()'
        'show me failed tasks'                                                     || ':apis show me failed tasks'
        "console.log('x')"                                                         || "println 'text'"
        'yesterday()'                                                              || 'yesterday is a value'
        'ListNodes[0]'                                                             || 'ListNodes()[…]'
        'if (1 = 1) { 2 }'                                                         || 'To compare, write =='
        'undo()'                                                                   || 'It is written so: undo'
    }

    def "SQL of several lines is recognised as a whole, and told as the call that runs it: #sql"() {
        when:
        def failure = failure(sql)

        then:
        failure.message == 'That is SQL. To run it: ' + told
        [failure.line, failure.column, failure.sourceLine] == [1, 1, sql.readLines()[0]]

        where:
        sql                                                                  || told
        'select a,\n b\nfrom t;'                                             || "runSql('''select a,\n b\nfrom t''')"
        'select a\n  , b\nfrom t'                                            || "runSql('''select a\n  , b\nfrom t''')"
        'SELECT\n  count(*)\nFROM orders\nGROUP BY day;'                     || "runSql('''SELECT\n  count(*)\nFROM orders\nGROUP BY day''')"
        "insert overwrite table t partition (ds='\${bizdate}')\nselect 1;"   || "runSql('''insert overwrite table t partition (ds='\${bizdate}')\nselect 1''')"
        'with x as (\n  select 1\n)\nselect * from x;'                       || "runSql('''with x as (\n  select 1\n)\nselect * from x''')"
        "select *\nfrom t\nwhere d = 'a'"                                    || "runSql('''select *\nfrom t\nwhere d = 'a\\'''')"
        '-- of the day\nselect *\nfrom t'                                    || "runSql('''-- of the day\nselect *\nfrom t''')"
        'set odps.sql.hive.compatible=true;\nselect 1;'                      || "runSql('''set odps.sql.hive.compatible=true;\nselect 1''')"
        'select ' + (1..40).collect { "c$it" }.join(',\n') + '\nfrom t;'     || "runSql('''…''')"
    }

    def 'a script in which SQL is only a text has its own errors'() {
        expect:
        !failure(source).message.contains('SQL')

        where:
        source << ["x = 1\nselect 2,\n  nothing", "select = { it }\nselect\n  nothing", "sql = '''select a\nfrom t'''\nnothing"]
    }

    def "signs of another keyboard are named, with the line as it should be: #source"() {
        when:
        def failure = failure(source)

        then:
        failure.message.endsWith(mended)
        failure.column == column

        where:
        source                                    || column | mended
        'ListNodes（PageSize: 10）'                || 10     | 'ListNodes(PageSize: 10)'
        'ListNodes(PageSize：10)'                  || 19     | 'ListNodes(PageSize:10)'
        "ListNodes(PageSize: 10，Name: 'a')"       || 23     | "ListNodes(PageSize: 10,Name: 'a')"
        'ListNodes(Name: “dwd_orders”)'           || 17     | 'ListNodes(Name: "dwd_orders")'
        'ListNodes(Name: ‘dwd_orders’)'           || 17     | "ListNodes(Name: 'dwd_orders')"
        "ListNodes(Name: '订单：“a”'，PageSize: 10)" || 25    | "ListNodes(Name: '订单：“a”',PageSize: 10)"
        'ListNodes(Name:\u00a0 )'                  || 16     | 'ListNodes(Name:  )'
    }

    def "signs inside a text are the user's own, and a line without fault has none"() {
        expect:
        Punctuation.of(line) == null

        where:
        line << ["ListNodes(Name: '订单：（a）')", 'x = "，" + \'“\'', "'it\\'s，'", '']
    }

    def "the caret stands under the wrong argument, also behind wide letters"() {
        expect:
        new FailureText(false).of(failure(source)).readLines()[1..2] == lines

        where:
        source                                  || lines
        "ListNodes(Name: '订单', PageSise: 1)"    || ["  ListNodes(Name: '订单', PageSise: 1)", '                          ^']
        "ListNodes(PageSize: 'ten')"            || ["  ListNodes(PageSize: 'ten')", '            ^']
        "'订单' + nichts"                         || ["  '订单' + nichts", '           ^']
        "ListTaskInstances(Bizdate: '21.11.')"  || ["  ListTaskInstances(Bizdate: '21.11.')", '                    ^']
    }

    def "a date in another form is told how dates are written"() {
        expect:
        failure("ListTaskInstances(Bizdate: '2026/11/21')").message.contains("a date is written yesterday, today - 7 or '2026-03-15'")
    }

    def "what is no slip is told as before"() {
        expect:
        failure(source).message.startsWith(words)

        where:
        source                        || words
        'ListNodes(Name: dwd_orders)' || "'dwd_orders' is no variable, no verb and no operation."
        'ListNods()'                  || 'ListNods (2024-05-18): dwx.UnknownOperation'
        'GetNode()'                   || 'GetNode (2024-05-18): dwx.BadArguments'
        '[1].eachParallel { it }'     || "eachParallel does not take that. It is written so: ['1', '2'].eachParallel(4) { GetNode(Id: it) }"
        'eachParallel(1..3) { it }'   || "eachParallel does not take that. It is written so: "
        'wait 1'                      || "wait and notify are Java's own words for locks. To pause: sleep 5000"
        "'a'.foo()"                   || 'There is no foo() in a String.'
    }
}
