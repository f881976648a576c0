package dev.dwx.dsl

import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicReference
import spock.lang.Timeout

class CellsSpec extends LanguageSpec {
    def "what one cell defines is there in the next"() {
        given:
        cells.each { run(it) }

        expect:
        run(question) == answer

        where:
        cells                                              | question                        || answer
        ['x = 41']                                         | 'x + 1'                         || 42
        ['def x = 41']                                     | 'x + 1'                         || 42
        ['var x = 41']                                     | 'x + 1'                         || 42
        ['final x = 41']                                   | 'x + 1'                         || 42
        ['int x = 41L']                                    | 'x.class'                       || Integer
        ['String s = "a${1}"']                             | 's.class'                       || String
        ['long n']                                         | 'n'                             || 0L
        ['boolean b']                                      | 'b'                             || false
        ['def n']                                          | 'n'                             || null
        ['def (a, b) = [1, 2]']                            | 'a + b'                         || 3
        ['def (int a, String b) = [1, "z"]']               | 'b + a'                         || 'z1'
        ['int[] a = [1, 2]']                               | 'a.class.name'                  || '[I'
        ['List<String> l = ["a"]']                         | 'l.size()'                      || 1
        ['@groovy.transform.Field def f = 7']              | 'f'                             || 7
        ['def twice(n) { n * 2 }']                         | 'twice(21)'                     || 42
        ['def twice(n) { n * 2 }', 'def twice(n) { n + 2 }'] | 'twice(21)'                   || 23
        ['def f(int n) { "int" }', 'def f(String s) { "text" }'] | '[f(1), f("a")]'          || ['int', 'text']
        ['def a(n) { b(n) }', 'def b(n) { n + 1 }']        | 'a(1)'                          || 2
        ['def fact(n) { n < 2 ? 1 : n * fact(n - 1) }']    | 'fact(5)'                       || 120
        ['def f = { 1 }', 'def f() { 2 }']                 | 'f()'                           || 2
        ['def f() { 2 }', 'f = { 1 }']                     | 'f()'                           || 1
        ['k = 5', 'def plus(n) { n + k }']                 | 'plus(1)'                       || 6
        ['class Point { int x }']                          | 'new Point(x: 3).x'             || 3
        ['class Point { int x }', 'class Point { int y = 9 }'] | 'new Point().y'             || 9
        ['class A { int n = 4 }', 'class B extends A { }'] | 'new B().n'                     || 4
        ['enum Colour { RED, BLUE }']                      | 'Colour.values().size()'        || 2
        ['import java.util.concurrent.atomic.AtomicLong']  | 'new AtomicLong(5).get()'       || 5
        ['import java.util.concurrent.*']                  | 'new ConcurrentHashMap().size()' || 0
        ['import static java.lang.Math.max']               | 'max(2, 3)'                     || 3
        ['import static java.lang.Math.*']                 | 'min(2, 3)'                     || 2
        ['import java.util.concurrent.TimeUnit as TU']     | 'TU.SECONDS.toMillis(2)'        || 2000
        ['import java.awt.Point', 'class Point { int z = 8 }'] | 'new Point().z'             || 8
        ['c = { it + n }; n = 3']                          | 'c(1)'                          || 4
        ['class R { def read() { v } }', 'v = 6']          | 'new R().read()'                || 6
    }

    def "a cell that fails leaves what was there before"() {
        given:
        run('x = 1')
        failure('x = 2; throw new IllegalStateException("no")')
        failure('def y = ')

        expect:
        run('x') == 2
    }

    def "a file keeps its own variables, knows its arguments, and may begin with #! or a byte order mark"() {
        expect:
        evaluator.runFile('#!/usr/bin/env dwx\ndef x = 1\nargs[0] + x', 'a.dwx', ['n']) == 'n1'
        evaluator.runFile('\uFEFF1 + 1', 'b.dwx', []) == 2
        failure('x').cause instanceof UnknownName

        when: 'the first line still counts as a line'
        evaluator.runFile('#!/usr/bin/env dwx\n\nboom()', 'c.dwx', [])

        then:
        def e = thrown(ScriptFailure)
        e.line() == 3
        e.source() == 'c.dwx'
    }

    def "a failure says where it happened"() {
        given:
        def e = failure(source)

        expect:
        e.source() == 'cell'
        e.line() == line
        e.column() == column
        e.sourceLine() == source.readLines()[line - 1]
        e.message.contains(words)
        !e.message.contains('dwx_cell')

        where:
        source                                            | line | column | words
        'x = 1\nx = = 2'                                  | 2    | 5      | 'Unexpected input'
        'println "a\n'                                    | 1    | 9      | 'no closing "'
        'x = 1\n\nthrow new IllegalStateException("no")'  | 3    | 1      | 'IllegalStateException: no'
        'x = 1\n  boom(2)'                                | 2    | 3      | 'There is no boom(Integer)'
        'int a = 1\ndef b = missing + 1'                  | 2    | 9      | "'missing' is no variable"
        'def f() {\n  1 / 0\n}\nf()'                      | 2    | 3      | 'ArithmeticException'
        '[1].each {\n  throw new IOException("x")\n}'     | 2    | 3      | 'IOException: x'
        'class T {\n def go() { null.x } }\nnew T().go()' | 2    | 2      | 'Nothing (null) has no x'
        'ListProjects(PageSize: 10)\nListProjects(Pagesize: 1)' | 2 | 14  | 'Pagesize is spelled PageSize'
        'assert 1 == 2'                                   | 1    | 1      | 'Assertion failed'
        'def f() { f() }\nf()'                            | 1    | 1      | 'nest too deep'
        'new Nowhere()'                                   | 1    | 1      | 'There is no class Nowhere'
    }

    def "all compile errors are told, in the order of their lines"() {
        given:
        def e = failure('new Foo1()\nx = 1\nnew Foo2()')

        expect:
        e.message.readLines()*.take(7) == ['line 1:', 'line 3:']
    }

    def "an error in a method of an earlier cell shows that cell's line"() {
        given:
        evaluator.evaluate('x = 1\ndef broken() {\n  throw new IllegalStateException("deep")\n}', 'In[1]')

        when:
        evaluator.evaluate('broken()', 'In[2]')

        then:
        def e = thrown(ScriptFailure)
        [e.source(), e.line(), e.sourceLine()] == ['In[1]', 3, '  throw new IllegalStateException("deep")']
    }

    @Timeout(30)
    def "a running script stops when its thread is interrupted"() {
        given:
        def started = new CountDownLatch(1)
        def outcome = new AtomicReference()
        def flag = new AtomicReference()
        evaluator.variables().started = started
        def thread = new Thread({
            try {
                outcome.set(run(source))
            } catch (Throwable e) {
                outcome.set(e)
            }
            flag.set(Thread.currentThread().interrupted)
        })

        when:
        thread.start()
        assert started.await(20, TimeUnit.SECONDS)
        thread.interrupt()
        thread.join(20000)

        then:
        !thread.alive
        outcome.get() instanceof ScriptFailure
        outcome.get().message == 'Interrupted.'
        !flag.get()

        where:
        source << ['started.countDown(); while (true) { }',
                   'started.countDown(); for (;;) { 1 }',
                   'started.countDown(); do { 1 } while (true)',
                   'started.countDown(); while (true) { try { Thread.sleep(60000) } catch (Throwable t) { } }',
                   'started.countDown(); while (true) { try { while (true) { } } catch (Throwable t) { } }',
                   'def f(n) { g(n) }\ndef g(n) { n }\nstarted.countDown(); (1..Integer.MAX_VALUE).each { f(it) }',
                   'class W { def go() { while (true) { } } }\nstarted.countDown(); new W().go()',
                   'started.countDown(); Thread.sleep(60000)']
    }

    def "hundreds of cells leave no classes behind"() {
        given:
        def loaded = { java.lang.management.ManagementFactory.classLoadingMXBean.loadedClassCount }
        def cell = { int i -> run(i % 4 ? "value = $i + 1" : "def v$i = [$i, 2].collect { it + 1 }\nvalue = v${i}.size()") }
        (1..60).each(cell)
        settled()
        int before = loaded()

        when:
        (1..600).each { int i -> cell(i % 7) }
        settled()

        then:
        run('value') >= 2
        loaded() < before + 200
    }

    private static void settled() {
        // Classes go with a full collection only.
        3.times { System.gc() }
    }
}
