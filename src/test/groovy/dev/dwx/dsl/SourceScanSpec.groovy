package dev.dwx.dsl

import spock.lang.Specification

class SourceScanSpec extends Specification {
    def 'an input goes on while something is open'() {
        expect:
        SourceScan.of(text).missing() == missing

        where:
        text                                  || missing
        'ListProjects('                       || ')'
        'flow("a") {'                         || '}'
        'flow("a") {\n  sql("b")\n'           || '}'
        'x = [1,'                             || ']'
        "x = '''a\nb"                         || "'''"
        'x = """a ${'                         || '}'
        'x = """a ${f("b")}'                  || '"""'
        'x = $/ a / b'                        || '/$'
        '/* a comment'                        || '*/'
        'a = 1 +'                             || 'a right side'
        'x ='                                 || 'a right side'
        'call(a: 1).'                         || 'a right side'
        'a \\'                                || 'the next line'
        'if (x > 1)'                          || 'a statement'
        'if (x) { 1 } else'                   || 'a statement'
        'for (i in 1..3)'                     || 'a statement'
        'xs.each { x ->'                      || '}'
    }

    def 'an input that can be run, or that the compiler had better see, is not waited for'() {
        expect:
        SourceScan.of(text).missing() == null

        where:
        text << ['', 'ListProjects(PageSize: 10)', "x = '('", 'x = "a ) b"', "it's open", '"open', 'a) }', 'i++', 'i--',
                 'import java.util.*', '// a ( comment', 'x // (', '/* ( */ 1', 'x = /a(b/', 'x = y / 2', 'a / b / c', 'x =~ /[(]/',
                 'x = "a ${b("c")} d"', 'if (x) 1', 'print(1)', "'''a\nb'''", 'x = $/ ( /$', 'a ? b : c', 'x = \'\\\'(\'',
                 'iffy(1)', 'List<String>', '"a" ', 'f(1) // if (x)', '#!/usr/bin/env dwx\n1']
    }

    def 'the last statement is what stands behind the last line end or semicolon outside brackets'() {
        expect:
        SourceScan.of(text).lastStatement() == statement

        where:
        text                        || statement
        'a = 1; b = 2'              || 'b = 2'
        'a = 1;'                    || 'a = 1'
        'a = f {\n  1; 2\n}\n'      || 'a = f {\n  1; 2\n}'
        ''                          || ''
        'x // done'                 || 'x'
    }

    def "a text is whole, or wants another line"() {
        expect:
        (SourceScan.of(text).missing() == null) == whole

        where:
        text                                  || whole
        ''                                    || true
        'ListProjects()'                      || true
        'ListProjects('                       || false
        'ListProjects(PageSize: 10,'          || false
        'x = ['                               || false
        'x = [1,\n2]'                         || true
        'inProject("a") {'                    || false
        'inProject("a") {\n  ListNodes()\n}'  || true
        'x = """'                             || false
        'x = """a\nb"""'                      || true
        "x = '''a"                            || false
        "x = '''a'''"                         || true
        'x = """a ${b'                        || false
        'x = """a ${b} c"""'                  || true
        '"a ${ "b ${c}" } d"'                 || true
        '"a ${ [1'                            || false
        "x = 'it'"                            || true
        "x = '('"                             || true
        'x = "(["'                            || true
        "x = 'a\\'("                          || true
        'x = 1 // ('                          || true
        'x = 1 /* ('                          || false
        'x = 1 /* ( */'                       || true
        'x = /a(b/'                           || true
        'x = /a(b'                            || false
        'x = a / b'                           || true
        'x = (a) / (b)'                       || true
        'y = "a" =~ /x(/'                     || true
        'x = $/a(b/$'                         || true
        'x = $/a(b'                           || false
        'x = 1 +'                             || false
        'x ='                                 || false
        'x = a ?'                             || false
        'x = a &&'                            || false
        'x.'                                  || false
        'i++'                                 || true
        'i--'                                 || true
        'i++ +'                               || false
        'x = 1 \\'                            || false
        'x = 1 \\\n + 2'                      || true
        ')'                                   || true
        'foo(}'                               || true
        'import java.util.*'                  || true
        '#!/usr/bin/env dwx ('                || true
        'if (x) { 1 } else {'                 || false
        'list*.name'                          || true
        'a ->'                                || false
        'return /x/'                          || true
        'x = [a: 1, b: [2'                    || false
        '{ it / 2 }'                          || true
        '[1, 2].collect { it / 2 }[0] / 3'    || true
    }
}
