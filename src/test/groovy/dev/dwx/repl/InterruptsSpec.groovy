package dev.dwx.repl

import dev.dwx.dsl.GroovyEvaluator
import dev.dwx.dsl.LanguageSpec
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import org.jline.terminal.Terminal
import org.jline.terminal.impl.DumbTerminal
import spock.lang.IgnoreIf

/** Every kind of work that does not end by itself, and Ctrl-C. */
@IgnoreIf(value = { Runtime.version().feature() >= 20 }, reason = 'this JDK cannot end a thread that hears no interrupt')
class InterruptsSpec extends LanguageSpec {
    CountDownLatch begun = new CountDownLatch(1)
    Terminal terminal = new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream())
    List<String> told = Collections.synchronizedList([])

    private Evaluation<Object> evaluation(String source) {
        evaluator.variables().putAll(begun: begun, text: 'a' * 60)
        new Evaluation<Object>({ evaluator.evaluate(source, 'In[1]') } as Callable, { })
    }

    private Thread running(Evaluation<Object> evaluation) {
        def thread = new Thread({ evaluation.run(terminal, { told << it }) })
        thread.daemon = true
        thread.start()
        assert begun.await(20, TimeUnit.SECONDS)
        thread
    }

    def "one Ctrl-C ends #work"() {
        given:
        def evaluation = evaluation(source)
        def running = running(evaluation)

        when:
        terminal.raise(Terminal.Signal.INT)
        running.join(60_000)

        then:
        evaluation.finished()
        evaluation.interrupted()
        evaluation.failure() != null
        told.empty

        where:
        work                                 | source
        'a loop'                             | 'begun.countDown(); while (true) { }'
        'a loop that prints'                 | 'def out = new ByteArrayOutputStream(); begun.countDown(); while (true) { out.reset(); out.write(1) }'
        'a loop around a catch of all'       | 'begun.countDown(); while (true) { try { Thread.sleep(10) } catch (Throwable t) { } }'
        'a loop in a finally'                | 'begun.countDown(); try { while (true) { } } finally { for (;;) { } }'
        'a sleep'                            | 'begun.countDown(); Thread.sleep(600_000)'
        'a wait for a monitor'               | 'def o = new Object(); begun.countDown(); synchronized (o) { o.wait() }'
        'a wait for a lock'                  | 'def l = new java.util.concurrent.locks.ReentrantLock(); Thread.start { l.lock() }.join(); begun.countDown(); l.lock()'
        'a wait for a queue'                 | 'begun.countDown(); new java.util.concurrent.LinkedBlockingQueue().take()'
        'tasks at once'                      | '(1..8).toList().eachParallel(4) { begun.countDown(); while (true) { } }'
        'a pattern that tries for ever'      | 'begun.countDown(); text ==~ "(a|aa)+\\\\1b"'
        'a sum without end'                  | 'begun.countDown(); (1..2_000_000_000).sum()'
        'a stream without end'               | 'begun.countDown(); java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum()'
        'a stream of closures'               | 'begun.countDown(); java.util.stream.Stream.iterate(1) { it + 1 }.filter { it < 0 }.findFirst()'
        'a power'                            | 'begun.countDown(); 3G.pow(900_000_000)'
        'endless recursion that catches all' | 'def f(n) { try { f(n + 1) } catch (Throwable t) { f(n + 1) } }; begun.countDown(); f(0)'
        'a method of a class'                | 'class Endless { static void go() { for (;;) { } } }; begun.countDown(); Endless.go()'
        'statically compiled code'           | '@groovy.transform.CompileStatic def f() { while (true) { } }; begun.countDown(); f()'
        'a text that is made while it shows' | 'begun.countDown(); "${-> while (true) { }}".toString()'
    }

    def "the second ends a program that was started and does not hear the terminal"() {
        given:
        def evaluation = evaluation('def sleep = ["sleep", "600"].execute(); begun.countDown(); sleep.text')
        def running = running(evaluation)

        when:
        terminal.raise(Terminal.Signal.INT)
        terminal.raise(Terminal.Signal.INT)
        running.join(60_000)

        then:
        evaluation.finished()
        told == ['Still stopping. Ctrl-C once more gives the prompt back and leaves it running; Ctrl-\\ ends dwx.']
    }

    def "a thread is ended where it computes for the user, and nowhere else: #innermost"() {
        given:
        def frames = (innermost + ['In1', 'dev.dwx.dsl.GroovyEvaluator', 'dev.dwx.repl.Repl', 'java.lang.Thread']).collect {
            def method = it.contains('#') ? it.split('#')[1] : 'work'
            new StackTraceElement(it.split('#')[0], method, null, 1)
        } as StackTraceElement[]

        expect:
        Stoppable.is(frames) == stoppable

        where:
        innermost                                                    || stoppable
        []                                                           || true
        ['java.util.regex.Pattern$Loop', 'java.util.regex.Matcher']  || true
        ['java.math.BigInteger']                                     || true
        ['jdk.internal.misc.Unsafe', 'java.util.concurrent.locks.LockSupport', 'java.util.concurrent.locks.ReentrantLock'] || true
        ['java.util.HashMap', 'dev.dwx.client.ApiClient']            || false
        ['jdk.internal.misc.Unsafe', 'dev.dwx.dsl.CallLine']         || false
        ['java.io.FileOutputStream']                                 || false
        ['java.lang.String', 'java.io.FileWriter']                   || false
        ['java.util.HashMap', 'java.lang.ClassLoader']               || false
        ['java.util.HashMap', 'some.Library#<clinit>']               || false
        ['java.util.HashMap', 'groovy.lang.MetaClassImpl#initialize'] || false
        ['java.util.HashMap', 'java.lang.invoke.MethodHandles$Lookup']      || false
        ['java.util.HashMap', 'org.codehaus.groovy.util.ManagedConcurrentMap'] || false
        ['java.util.HashMap', 'java.util.ServiceLoader']             || false
        ['some.library.Native']                                      || false
    }

    def "work that is not the user's is not ended"() {
        expect:
        !Stoppable.is([new StackTraceElement('java.util.HashMap', 'get', null, 1), new StackTraceElement('java.lang.Thread', 'run', null, 1)] as StackTraceElement[])
    }
}
