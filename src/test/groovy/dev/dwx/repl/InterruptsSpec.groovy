package dev.dwx.repl

import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.stopping.Stop
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import org.jline.terminal.Terminal
import org.jline.terminal.impl.DumbTerminal
import spock.lang.IgnoreIf
import spock.util.concurrent.PollingConditions

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

    /** Without a terminal: the looks are counted in the time that they were to take, which no other work on the machine makes longer. */
    def "#work ends a tenth of a second after Ctrl-C, and is not waited for much longer"() {
        given:
        evaluator.variables().putAll(begun: begun, text: 'a' * 60)
        def failure = null
        def thread = new Thread({
            try {
                evaluator.evaluate(source, 'In[1]')
            } catch (Throwable e) {
                failure = e
            }
        })
        thread.daemon = true
        long asked = 0
        long endedAt = 0
        def stop = new Stop(thread)
        def stopper = new Stopper(stop, { millis ->
            endedAt = endedAt ?: stop.told() ? asked : 0
            asked += millis
            thread.join(millis)
            !thread.alive
        } as Stopper.Pace, { })

        when:
        thread.start()
        assert begun.await(20, TimeUnit.SECONDS)
        thread.interrupt()
        stopper.watch()

        then: 'it was found where it could be ended at one of the first looks'
        Endings.isStop(failure)
        endedAt < 500

        where:
        work                            | source
        'a sum of a range'              | 'begun.countDown(); (1..2_000_000_000).sum()'
        'a sum of copies'               | 'begun.countDown(); Collections.nCopies(2_000_000_000, 1).sum()'
        'a sum of copies, not whole'    | 'begun.countDown(); Collections.nCopies(2_000_000_000, 1.5).sum()'
        'the largest of a range'        | 'begun.countDown(); (1..2_000_000_000).max()'
        'a long text'                   | 'begun.countDown(); (1..2_000_000_000).join("").size()'
        'a pattern that tries for ever' | 'begun.countDown(); text ==~ "(a|aa)+\\\\1b"'
        'a power'                       | 'begun.countDown(); 3G.pow(900_000_000)'
        'a stream'                      | 'begun.countDown(); java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum()'
        'a wait for a lock'             | 'def l = new java.util.concurrent.locks.ReentrantLock(); Thread.start { l.lock() }.join(); begun.countDown(); l.lock()'
        'a sum in a block'              | 'inRegion("cn-hangzhou") { begun.countDown(); (1..2_000_000_000).sum() }'
    }

    def "a thread that waits for a monitor is told to end, and the prompt does not wait for it"() {
        given:
        def held = new CountDownLatch(1)
        def free = new CountDownLatch(1)
        evaluator.variables().putAll(held: held, free: free, after: [])
        def evaluation = evaluation('def o = new Object(); Thread.startDaemon { synchronized (o) { held.countDown(); free.await() } }; held.await();'
                + ' begun.countDown(); synchronized (o) { after << 1 }; after << 2')
        def running = running(evaluation)

        when:
        terminal.raise(Terminal.Signal.INT)
        running.join(60_000)

        then:
        !running.alive
        !evaluation.finished()
        evaluation.blocked()
        told.empty

        when: 'it gets the monitor'
        free.countDown()

        then:
        new PollingConditions(timeout: 20).eventually { assert evaluation.finished() && !evaluation.running() }
        Endings.isStop(evaluation.failure())
        !evaluator.variables().after.contains(2)
    }

    def "workers that hear nothing are ended too, and none is told of as a failure: #work"() {
        given:
        begun = new CountDownLatch(4)
        def evaluation = evaluation(source)
        def running = running(evaluation)

        when:
        terminal.raise(Terminal.Signal.INT)
        running.join(60_000)

        then:
        evaluation.finished()
        Endings.isStop(evaluation.failure())
        !Thread.allStackTraces.keySet().any { it.alive && it.name.startsWith('dwx eachParallel') }
        notes == ['eachParallel was stopped: 0 done, 4 failed or broken off, 4 not begun.']

        where:
        work            | source
        'sums'          | '(1..8).toList().eachParallel(4) { begun.countDown(); (1..2_000_000_000).sum() }'
        'at a monitor'  | 'def o = new Object(); (1..8).toList().eachParallel(4) { begun.countDown(); synchronized (o) { (1..2_000_000_000).sum() } }'
    }

    def "a value that came in spite of Ctrl-C is known to be perhaps a part"() {
        given:
        def evaluation = new Evaluation<Object>({
            begun.countDown()
            while (!Thread.currentThread().interrupted) {
                Thread.onSpinWait()
            }
            'half'
        } as Callable, { })
        def running = running(evaluation)

        when:
        terminal.raise(Terminal.Signal.INT)
        running.join(60_000)

        then:
        evaluation.value() == 'half'
        evaluation.unheard()
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
        told == ['Still stopping; the programs that it had started were ended. Ctrl-C once more gives the prompt back and leaves it running.']
    }
}
