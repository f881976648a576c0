package dev.dwx.repl.line.source

import dev.dwx.catalog.ApiOperation
import dev.dwx.repl.StubCatalog
import spock.lang.Specification

class SourceSpec extends Specification {
    private static final KnownWords KNOWN = new KnownWords() {
        private final catalog = new StubCatalog()

        boolean complete() { true }

        Optional<ApiOperation> operation(String name, String pin) {
            pin == '2020' ? Optional.empty() : catalog.find('2024-05-18', name)
        }

        boolean isOwn(String name) { name in ['Mine', 'mine'] }

        boolean isCommand(String word) { word in ['help', 'describe'] }
    }

    private static Map<String, Kind> kinds(String marked) {
        def text = marked.replace('¦', '')
        int cursor = marked.indexOf('¦')
        def source = Source.of(text, cursor < 0 ? text.length() + 1 : cursor, KNOWN)
        source.spans().findAll { it.kind() != Kind.PLAIN }.collectEntries { [it.in(text), it.kind()] }
    }

    def 'every word is what it is'() {
        expect:
        kinds(text)[word] == kind

        where:
        text                                              | word             || kind
        'if (x) 1.5'                                      | 'if'             || Kind.KEYWORD
        'x.if'                                            | 'if'             || Kind.WORD
        '1.5 + 2'                                         | '1.5'            || Kind.NUMBER
        '1..5'                                            | '1'              || Kind.NUMBER
        'ListNodes()'                                     | 'ListNodes'      || Kind.OPERATION
        'v2024.ListNodes()'                               | 'ListNodes'      || Kind.OPERATION
        'v2020.ListNodes()'                               | 'ListNodes'      || Kind.UNKNOWN
        'DeleteNode(Id: 1)'                               | 'DeleteNode'     || Kind.DESTRUCTIVE
        'ListNodse()'                                     | 'ListNodse'      || Kind.UNKNOWN
        'ListNodse¦'                                      | 'ListNodse'      || Kind.WORD
        'ListNodse¦()'                                    | 'ListNodse'      || Kind.WORD
        'x = ListNodse PageSize: 1'                       | 'ListNodse'      || Kind.WORD
        'ListNodse PageSize: 1'                           | 'ListNodse'      || Kind.UNKNOWN
        'new Point(1)'                                    | 'Point'          || Kind.WORD
        'Mine(1)'                                         | 'Mine'           || Kind.WORD
        'class Own { Own() { } }\nOwn()'                  | 'Own'            || Kind.WORD
        'ListNodes(PageSize: 1)'                          | 'PageSize'       || Kind.PARAMETER
        'ListNodes(PageSize: 1, Pagesize: 2)'             | 'Pagesize'       || Kind.UNKNOWN
        'ListNodes PageSize: 1, Foo: 2'                   | 'Foo'            || Kind.UNKNOWN
        'ListNodes PageSize: 1'                           | 'PageSize'       || Kind.PARAMETER
        'r = ListNodes PageSize: 1'                       | 'PageSize'       || Kind.PARAMETER
        'ListNodes.all(PageSize: 1)'                      | 'PageSize'       || Kind.PARAMETER
        'ListNodes(Scene: [Foo: 1])'                      | 'Foo'            || Kind.WORD
        'x ? Foo : 2'                                     | 'Foo'            || Kind.WORD
        'table x'                                         | 'table'          || Kind.VERB
        'x.table'                                         | 'table'          || Kind.WORD
        "flow('a') { sql('b') { script 'x' } }"           | 'sql'            || Kind.BLOCK_WORD
        "flow('a') { sql('b') { script 'x' } }"           | 'script'         || Kind.BLOCK_WORD
        "flow 'a', { sql('b') }"                          | 'sql'            || Kind.BLOCK_WORD
        "script 'x'"                                      | 'script'         || Kind.WORD
        ':help nodes'                                     | ':help'          || Kind.COMMAND
        ':hlp nodes'                                      | ':hlp'           || Kind.UNKNOWN
        ':hlp¦'                                           | ':hlp'           || Kind.WORD
        ':describe ListNodes'                             | 'ListNodes'      || Kind.OPERATION
        "x = '\${yyyymmdd-1} a'"                          | '${yyyymmdd-1}'  || Kind.EXPRESSION
        "x = '\$[hh24-1/24]'"                             | '$[hh24-1/24]'   || Kind.EXPRESSION
        "x = 'at \$bizdate'"                              | '$bizdate'       || Kind.EXPRESSION
        'x = "a ${b} \$[hh24]"'                           | '$[hh24]'        || Kind.EXPRESSION
        'x = "a ${b} c"'                                  | '${'             || Kind.INTERPOLATION
        'x = "a ${b} c"'                                  | 'b'              || Kind.WORD
        'x = "a $b.c d"'                                  | '$b.c'           || Kind.INTERPOLATION
        "runSql 'select a from t -- why'"                 | 'select'         || Kind.SQL_KEYWORD
        "runSql 'select a from t -- why'"                 | '-- why'         || Kind.SQL_COMMENT
        'runSql "select \'a\' from t"'                    | "'a'"            || Kind.SQL_STRING
        "x = '''\ninsert into t'''"                       | 'insert'         || Kind.SQL_KEYWORD
        "sql('select_it')"                                | 'select_it'      || Kind.STRING
        "println 'select one'"                            | 'select one'     || Kind.STRING
        'a // b'                                          | '// b'           || Kind.COMMENT
        'x =~ /a b/'                                      | 'a b'            || Kind.STRING
        '6 / 2 / 3'                                       | '2'              || Kind.NUMBER
        'f(])'                                            | ']'              || Kind.STRAY
    }

    def 'the call at the cursor'() {
        given:
        def source = Source.of(text.replace('¦', ''), 0, KNOWN)
        def call = source.call(text.indexOf('¦'))

        expect:
        [call?.name(), call?.given() as List, call?.current()] == [name, given, current]

        where:
        text                                          | name           | given                | current
        'ListNodes(¦'                                 | 'ListNodes'    | []                   | ''
        'ListNodes(Page¦'                             | 'ListNodes'    | []                   | 'Page'
        'ListNodes(PageSize: ¦'                       | 'ListNodes'    | []                   | 'PageSize'
        'ListNodes(PageSize: 1, ¦'                    | 'ListNodes'    | ['PageSize']         | ''
        'ListNodes(PageSize: 1, Scene: "¦"'           | 'ListNodes'    | ['PageSize']         | 'Scene'
        'ListNodes(¦, Scene: "a")'                    | 'ListNodes'    | ['Scene']            | ''
        'ListNodes(Ids: [1, ¦2], Scene: "a")'         | 'ListNodes'    | ['Scene']            | 'Ids'
        'ListNodes PageSize: 1, Scene¦'               | 'ListNodes'    | ['PageSize']         | 'Scene'
        'x = ListNodes(A: f(1), B: ¦)'                | 'ListNodes'    | ['A']                | 'B'
        'ListNodes(A: f(¦))'                          | 'f'            | []                   | ''
        'ListNodes(A: 1)¦'                            | null           | null                 | null
        'x = 1¦'                                      | null           | null                 | null
        'ListNodes() // (¦'                           | null           | null                 | null
        'v2020.ListFiles(¦'                           | 'ListFiles'    | []                   | ''
    }

    def 'two hundred lines take less than a few milliseconds'() {
        given:
        def text = (1..200).collect { "n$it = ListNodes(PageSize: $it, Scene: 'x').findAll { it.Name =~ /a/ } // $it" }.join('\n')
        40.times { Source.of(text, it, KNOWN).call(text.length()) }

        when:
        long best = (1..40).collect {
            long begun = System.nanoTime()
            Source.of(text, it, KNOWN)
            System.nanoTime() - begun
        }.min()
        println "200 lines: ${best.intdiv(1000)} µs"

        then:
        best < 20_000_000
    }
}
