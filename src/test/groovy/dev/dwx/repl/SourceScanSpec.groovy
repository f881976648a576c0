package dev.dwx.repl

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

    def 'an assignment is told from everything else'() {
        expect:
        Assignment.in(text) == name

        where:
        text                           || name
        'nodes = ListNodes()'          || 'nodes'
        'def x = 1'                    || 'x'
        'String x = "a"'               || 'x'
        'a; b = 1'                     || 'b'
        'x == 1'                       || null
        'x =~ /a/'                     || null
        'ListNodes(Name: "a=b")'       || null
        'x += 1'                       || null
        'x.y = 1'                      || null
        'x'                            || null
        'a = 1; a'                     || null
    }
}
