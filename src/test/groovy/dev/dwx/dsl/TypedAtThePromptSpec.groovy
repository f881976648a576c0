package dev.dwx.dsl

class TypedAtThePromptSpec extends LanguageSpec {
    def 'what was defined is there later, also anew'() {
        given:
        cells.each { run(it) }

        expect:
        run(question) == answer

        where:
        cells                                                         | question                              || answer
        ['record Pair(int a, int b) { }']                             | 'new Pair(1, 2).b()'                  || 2
        ['record Pair(int a, int b) { }', 'record Pair(int c) { }']   | 'new Pair(4).c()'                     || 4
        ['trait Loud { def cry() { name + "!" } }', 'class Dog implements Loud { String name = "Rex" }'] | 'new Dog().cry()' || 'Rex!'
        ['interface Shape { int area() }', 'class Square implements Shape { int area() { 4 } }'] | 'new Square().area()' || 4
        ['enum Size { SMALL, LARGE }', 'enum Size { TINY }']          | 'Size.values()*.name()'               || ['TINY']
        ['import groovy.transform.ToString\n@ToString class P { int x = 1 }'] | 'new P().toString()'          || 'P(1)'
        ['import groovy.transform.*', '@Canonical class Q { int x }'] | 'new Q(2).toString()'                 || 'Q(2)'
        ['@groovy.transform.CompileStatic def half(int n) { n.intdiv(2) }'] | 'half(9)'                       || 4
        ['class Outer { static class Inner { int n = 3 } }']          | 'new Outer.Inner().n'                 || 3
        ['def apply(n, Closure c) { c(n) }']                          | 'apply(3) { it * 2 }'                 || 6
        ['def sum(int... all) { all.sum() }']                         | 'sum(1, 2, 3)'                        || 6
        ['def say(String who = "you") { "hi $who".toString() }']      | '[say(), say("me")]'                  || ['hi you', 'hi me']
        ['String y = "a"', 'y = "b"']                                 | 'y'                                   || 'b'
        ['int n']                                                     | 'n + 1'                               || 1
        ['def (a, b) = [1, 2]', '(a, b) = [b, a]']                    | '[a, b]'                              || [2, 1]
        ['var q = [1]', 'q << 2']                                     | 'q'                                   || [1, 2]
        ['import java.time.Duration as D']                            | 'D.ofHours(1).toMinutes()'            || 60
        ['import static java.lang.Math.max as most']                  | 'most(1, 2)'                          || 2
        ['counter = 0; next = { -> counter++ }', 'next(); next()']    | 'counter'                             || 2
        ['def fib(n) { n < 2 ? n : fib(n - 1) + fib(n - 2) }']        | '(1..6).collect { fib(it) }'          || [1, 1, 2, 3, 5, 8]
        ['class Point { int x = 1 }', 'p = new Point()', 'class Point { int y = 2 }'] | '[p.x, new Point().y]' || [1, 2]
    }

    def 'an input that does not compile defines nothing'() {
        given:
        run('def old() { 1 }')
        run('class Kept { int n = 1 }')

        when:
        failure(source)

        then:
        evaluator.imports() == []
        evaluator.definitions() == ['old()', 'class Kept']
        evaluator.variables().isEmpty()
        run('[old(), new Kept().n]') == [1, 1]

        where:
        source << ['import java.util.concurrent.Phaser\ndef fresh() { 1 }\nclass Fresh { }\ndef z = = 2',
                   'def old() { 2 }\nclass Kept { int n = 2 }\nnew NoSuchClass()',
                   'import no.such.Thing',
                   'class Kept { int n = 2; NoSuchType t }\nx = 1']
    }

    def 'what there is can be listed'() {
        given:
        run('import java.time.Duration\nimport java.util.concurrent.*\nimport static java.lang.Math.max\nimport static java.lang.Math.*')
        run('import java.util.concurrent.atomic.AtomicLong as Counter')
        run('def twice(n) { n * 2 }\nString name(String a, int b) { a + b }')
        run('def twice(n) { n + n }')
        run('class Point { int x }')
        run('enum Size { SMALL }\nrecord Pair(int a) { }\ntrait Loud { }\ninterface Shape { }')
        run('k = 5\ndef m = 6')

        expect:
        evaluator.imports() == ['import java.time.Duration', 'import java.util.concurrent.*', 'import static java.lang.Math.max',
                                'import static java.lang.Math.*', 'import java.util.concurrent.atomic.AtomicLong as Counter']
        evaluator.definitions() == ['name(String a, int b)', 'twice(Object n)', 'class Point', 'enum Size', 'interface Shape', 'record Pair',
                                    'trait Loud']
        evaluator.variables() == [k: 5, m: 6]
        ['k', 'm', 'twice', 'Point'].every { evaluator.knows(it) }
        !evaluator.knows('nothing')
    }
}
