package dev.dwx.dsl.flow

import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.ScriptFailure
import dev.dwx.flowspec.build.SpecFault

/** What a block says that makes no sense, told at its line. */
class BuilderErrorsSpec extends LanguageSpec {
    List<ScriptFailure> failures(String source) {
        def first = failure(source)
        [first] + first.suppressed.toList()
    }

    def "a wrong word or argument is an error at its line: #statement"() {
        when:
        def error = failure("flow('daily') {\n  sql('a') {\n    script 'select 1'\n    $statement\n  }\n}")

        then:
        error.line() == 4
        error.cause instanceof SpecFault
        error.message.contains(message)
        error.sourceLine().contains(statement)

        where:
        statement                              | message
        "afer 'b'"                             | 'Did you mean after'
        "shcedule 'x'"                         | "'shcedule' is no word of sql('a')"
        "sql('b') { }"                         | "'sql' may not stand in sql('a')"
        "when 'x'"                             | "'when' may not stand in sql('a'); it is for branch, join"
        "onFailure 'Break'"                    | "'onFailure' may not stand in sql('a')"
        "priority 'high'"                      | 'a whole number is expected'
        "recurrence 'normal'"                  | 'did you mean Normal?'
        "cron dayly: '02:00'"                  | "cron daily: '02:00'"
        "cron daily: '25:00'"                  | "'25:00' is no time of day"
        "cron weekly: 'MUN'"                   | 'MON to SUN'
        "cron every: '7m'"                     | 'has to divide 60'
        "timeout 90"                           | "whole hours, '2h'"
        "rerun times: 11"                      | 'times is 0 to 10'
        "rerun time: 1"                        | 'did you mean times?'
        "script file: 'nowhere/x.sql'"         | 'There is no file /'
        "params '\$[yyyymmdd]'"                | 'only those of shell and python are counted'
        "params day: null"                     | 'the value of day is null'
        "set 'a..b', 1"                        | "'a..b' is no path"
        "set 'spec.name', 'x'"                 | 'write it in the outermost block'
        "type 'ODPS_SQL'"                      | 'is of type ODPS_SQL already'
        "after"                                | "'after' in sql('a') wants something to say"
        "owner bizdate"                        | "'bizdate' in sql('a') is no variable and no word"
    }

    def "all that does not go together in a workflow is told at once, each at its line"() {
        when:
        def found = failures('''flow('daily') {
            sql('ods') { }
            sql('dwd') { after 'odss' }
            sql('dwd') { after 'ods' }
            branch('by_size') { when '1 > 0', to: 'nowhere' }
            shell('last') { inputs n: 'ods.rows' }
            node('odd') { }
            doWhile('again') { shell('try') { } }
        }''')

        then:
        found*.line() == [4, 7, 8, 5, 3, 6]
        found*.message*.find(/two nodes|no type|no end|no such node|gives no values/) ==
                ['two nodes', 'no type', 'no end', 'no such node', 'no such node', 'gives no values']
        found[4].message.contains('Did you mean ods?')
    }

    def "without a project the error says where to say it"() {
        given:
        begin(parts().context(dev.dwx.dsl.Context.of('cn-shanghai')))

        expect:
        failures("flow('x') { sql('a') { } }")*.message*.contains("use project: 'shop'") == [true]
        run("flow('x') { project 'shop'; sql('a') { } }").spec.flow[0].depends[0].output == 'shop_root'
    }

    def "a block has its own words first, and all of the script's besides"() {
        expect:
        run('''
            table = 'orders'
            def day = '20260315'
            def named(String n) { "dwd_$n".toString() }
            flow('x') {
                ['a', 'b'].each { n -> sql(named(n)) { script "select '$day' from $table"; table 'orders' } }
            }
        ''').spec.workflows[0].nodes*.script*.content == ["select '20260315' from orders"] * 2
        failure("flow('x') { sql('a') { ListNods() } }").message.contains('ListNods')
        run("def sql = { String x -> 'mine ' + x }\nflow('x') { shell('a') { script sql('b') } }").spec.workflows[0].nodes[0].script.content == 'mine b'
        run("flow('x') { shell('a') { script json([a: 1]) == null ? 'x' : 'y' } }") != null
    }

    def "a document is walked by names, and a wrong one is an error"() {
        given:
        run("wf = flow('x') { sql('a') { script 'select 1' } }")

        expect:
        run('wf.name') == 'x'
        run('wf.spec.workflows[0].nodes[0].script.content') == 'select 1'
        run('wf.spec.workflows[0].description') == null
        run('wf.spec.workflows*.nodes*.name.flatten()') == ['a']
        failure('wf.spec.workflws').message.contains('Did you mean workflows?')
        failure('wf.kid').message.contains('Did you mean kind?')
        failure('wf.spec.workflows[0].nodes[0].contnt').message.contains("There is no contnt in 'a'")
    }

    def "a text for the scheduler that would be filled in here stops the script before it begins: #text"() {
        when:
        evaluator.runFile("ListProjects()\nflow('x') {\n  sql('a') { script $text }\n}", 'x.dwx', [])

        then:
        def error = thrown(ScriptFailure)
        caller.calls.empty
        error.line() == 3
        error.message.contains(spelling)
        error.sourceLine().charAt(error.column() - 1) in ['b', 'y', 'h', 'd', 'w', '[' , 'c'] as char[]

        where:
        text                                        || spelling
        '"select ${bizdate}"'                       || "'\${bizdate}'"
        '"select $bizdate"'                         || "'\${bizdate}'"
        '"${yyyymmdd-1}"'                           || "'\${yyyymmdd-1}'"
        '"""a ${hh24-1/24}"""'                      || "'\${hh24-1/24}'"
        '(/select ${day}/)'                         || "'\${day}'"
        '$/a $cyctime/$'                            || "'\${cyctime}'"
        '"${workflow.region}"'                      || "'\${workflow.region}'"
        '"${dag.loopTimes}"'                        || "'\${dag.loopTimes}'"
        '"$[yyyymmdd-1]"'                           || "'\$[yyyymmdd-1]'"
    }

    def "what the script itself gives a value is filled in, and single quotes and a backslash keep the rest: #source"() {
        expect:
        evaluator.runFile(source, 'x.dwx', []).spec.nodes[0].script.content == content

        where:
        source                                                                                   || content
        'day = "20260315"; node("a") { type "ODPS_SQL"; script "x ${day}" }'                     || 'x 20260315'
        'def bizdate = 1; node("a") { type "ODPS_SQL"; script "x $bizdate" }'                    || 'x 1'
        '["d"].collect { d -> node("a") { type "ODPS_SQL"; script "x $d" } }[0]'                 || 'x d'
        'node("a") { type "ODPS_SQL"; script "x \\${bizdate}" }'                                 || 'x ${bizdate}'
        "node('a') { type 'ODPS_SQL'; script 'x \${bizdate} \$[yyyymmdd-1]' }"                   || 'x ${bizdate} $[yyyymmdd-1]'
        'node("a") { type "ODPS_SQL"; script "x ${1 + 1}" }'                                     || 'x 2'
        'node("a") { type "ODPS_SQL"; script "${yesterday}" }'                                   || '2026-03-15'
    }

    def "at the prompt such a text is an error at its line, with the right spelling"() {
        expect:
        failure('flow("x") { sql("a") {\n script "select ${bizdate}" } }').with {
            it.line() == 2 && it.message.contains("'\${bizdate}' in single quotes")
        }
    }

    def "the code of a node is read from where the script lies"() {
        given:
        def folder = java.nio.file.Files.createTempDirectory('dwx')
        folder.resolve('sql').toFile().mkdir()
        folder.resolve('sql/a.sql').toFile().setText("select '\u00fc \${bizdate}'\n", 'UTF-8')
        def script = folder.resolve('x.dwx').toFile()
        script.text = "flow('x') { sql('a') { script file: 'sql/a.sql' }; sql('b') { SECOND } }"

        expect:
        evaluator.runFile(script.text.replace('SECOND', ''), script.path, []).spec.workflows[0].nodes[0].script.content == "select '\u00fc \${bizdate}'\n"

        when:
        evaluator.runFile(script.text.replace('SECOND', "script file: 'sql/b.sql'"), script.path, [])

        then:
        def error = thrown(ScriptFailure)
        error.message.contains("There is no file ${folder.resolve('sql/b.sql')}")
        error.message.contains('where the script lies')

        cleanup:
        folder.toFile().deleteDir()
    }
}
