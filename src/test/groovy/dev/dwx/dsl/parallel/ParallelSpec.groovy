package dev.dwx.dsl.parallel

import dev.dwx.client.ApiException
import dev.dwx.dsl.LanguageSpec
import dev.dwx.dsl.progress.SeenProgress
import dev.dwx.dsl.Session
import dev.dwx.dsl.SessionParts
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Timeout

@Timeout(30)
class ParallelSpec extends LanguageSpec {
    List<Thread> cancelled = Collections.synchronizedList([])
    SeenProgress progress

    SessionParts parts() {
        super.parts().cancel({ cancelled << it }).progress(progress = progress ?: new SeenProgress())
    }

    def setup() {
        begin(parts())
        caller.on('GetProject') { a -> """{"RequestId":"r","Project":{"Id":${a.Id},"Name":"p${a.Id}"}}""" }
    }

    private static List<Thread> left() {
        Thread.allStackTraces.keySet().toList().findAll { it.name.startsWith('dwx ') && it.name.contains('arallel') && it.alive }
    }

    def cleanup() {
        assert left().isEmpty()
    }

    def "results keep the order of the items: #source"() {
        expect:
        run(source) as List == expected

        where:
        source                                                                                                     | expected
        '(1..40).collectParallel(7) { Thread.sleep(it % 3); it * 2 }'                                              | (1..40).collect { it * 2 }
        '[3, 1, 2].collectParallel(2) { GetProject(Id: it).Project.Name }'                                         | ['p3', 'p1', 'p2']
        '[1, 2].eachParallel(4) { GetProject(Id: it) }'                                                            | [1, 2]
        '[].collectParallel(4) { it }'                                                                             | []
        '([5, null, 6] as Set).collectParallel(3) { it }'                                                          | [5, null, 6]
        'def all(l) { l.collectParallel(2) { GetProject(Id: it).Project.Id } }; all([1, 2])'                       | [1, 2]
        'class Many { def go(l) { l.collectParallel(2) { GetProject(Id: it).Project.Id } } }; new Many().go([2, 1])' | [2, 1]
        '[[1, 2], [3]].collect { part -> part.collectParallel(2) { it + 1 } }'                                     | [[2, 3], [4]]
        '[[1, 2], [3]].collectParallel(2) { part -> part.collectParallel(2) { it + 1 } }'                          | [[2, 3], [4]]
        'parallel(2) { task { 1 + 1 }; task { GetProject(Id: 5).Project.Id }; task { null } }'                     | [2, 5, null]
        'parallel(3) { for (n in 1..4) { def m = n; task { m * m } } }'                                            | [1, 4, 9, 16]
    }

    def "it works on answers and on pages, which are read while it works"() {
        given:
        caller.on('ListProjects') { a ->
            def from = ((a.PageNumber ?: 1) - 1) * a.PageSize + 1
            def ids = from > 25 ? [] : (from..Math.min(25, from + a.PageSize - 1))
            """{"PagingInfo":{"TotalCount":25,"Projects":[${ids.collect { """{"Id":$it}""" }.join(',')}]}}"""
        }

        expect:
        run('ListProjects.all(PageSize: 10).collectParallel(4) { GetProject(Id: it.Id).Project.Id }') == (1..25).toList()
        run('ListProjects(PageSize: 10).collectParallel(4) { it.Id }') == (1..10).toList()
    }

    def "never more at once than asked for, and each task in the context of the block"() {
        given:
        def now = new AtomicInteger()
        def most = new AtomicInteger()
        def threads = ConcurrentHashMap.newKeySet()
        caller.on('ListNodes') { a ->
            most.accumulateAndGet(now.incrementAndGet(), Math::max)
            threads << Thread.currentThread()
            Thread.sleep(5)
            now.decrementAndGet()
            """{"PagingInfo":{"TotalCount":0,"Nodes":[]},"RequestId":"${a.ProjectId}"}"""
        }

        expect:
        run("inProject(10002) { (1..20).collectParallel(3) { ListNodes().requestId } }").unique(false) == ['10002']
        most.get() <= 3
        threads.every { it.daemon && it.name.startsWith('dwx collectParallel ') }
        session.context().projectId() == 10001L
    }

    def "the first error stops the rest and is thrown as it is"() {
        given:
        caller.on('GetProject') { a ->
            if (a.Id == 3) { throw ApiException.of(ApiException.Stage.REFUSED, 'GetProject', '2024-05-18').code('Nope').build() }
            '{"Project":{}}'
        }

        when:
        def error = refusal('(1..500).eachParallel(2) { GetProject(Id: it); Thread.sleep(2) }')

        then:
        error.code() == 'Nope'
        caller.calls.size() < 100
        notes.any { it.startsWith('eachParallel was stopped: ') && it.contains('not begun') }
    }

    def "a write that is under way when another task fails gets its answer"() {
        given:
        def writing = new CountDownLatch(1)
        def failed = new CountDownLatch(1)
        def interrupted = null
        caller.on('CreateFolder') {
            writing.countDown()
            failed.await()
            try { Thread.sleep(50); interrupted = false } catch (InterruptedException e) { interrupted = true }
            '{"Data":"x","Success":true}'
        }
        caller.on('GetProject') {
            writing.await()
            throw ApiException.of(ApiException.Stage.REFUSED, 'GetProject', '2024-05-18').code('Nope').build()
        }
        new Thread({ writing.await(); while (left().size() > 1) { Thread.sleep(2) }; failed.countDown() }).tap { daemon = true }.start()

        when:
        def error = refusal("parallel(2) { task { CreateFolder(FolderPath: 'Business_flow/x') }; task { GetProject(Id: 1) } }")

        then:
        error.code() == 'Nope'
        interrupted == false
        caller.calls*.name.contains('CreateFolder')
    }

    def "all errors are gathered when asked for, with their items, and are told"() {
        when:
        def result = run("(1..6).collectParallel(3, errors: 'all') { if (it % 2) { throw new IllegalStateException('odd ' + it) }; it }")

        then:
        result == [null, 2, null, 4, null, 6]
        result.failures*.item == [1, 3, 5]
        result.failures*.error*.message == ['odd 1', 'odd 3', 'odd 5']
        result.failed == [1, 3, 5]
        result.succeeded == [2, 4, 6]
        notes == ["3 of 6 failed in collectParallel; .failures has each with its item. The first: 1: odd 1"]
    }

    def "Ctrl-C stops all of it in under a second, calls under way too"() {
        given:
        def begun = new CountDownLatch(4)
        def calls = new AtomicInteger()
        caller.on('GetProject') { a ->
            calls.incrementAndGet()
            begun.countDown()
            // A socket that pays no heed to interruption until its call is broken off.
            while (!cancelled.contains(Thread.currentThread())) { Thread.onSpinWait() }
            throw ApiException.of(ApiException.Stage.UNKNOWN_OUTCOME, 'GetProject', '2024-05-18').code('dwx.Cancelled').build()
        }
        def ended = null
        def work = new Thread({ ended = this.failure('(1..1000).eachParallel(4) { GetProject(Id: it) }') })

        when:
        work.start()
        begun.await()
        def from = System.nanoTime()
        work.interrupt()
        work.join()

        then:
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from) < 1000
        ended.cause instanceof InterruptedException
        calls.get() == 4
        notes == ['eachParallel was stopped: 0 done, 4 failed or broken off, 996 not begun.']
    }

    def "a write that Ctrl-C breaks off is told, since nobody knows whether it happened"() {
        given:
        def begun = new CountDownLatch(1)
        caller.on('CreateFolder') {
            begun.countDown()
            while (!cancelled.contains(Thread.currentThread())) { Thread.onSpinWait() }
            throw ApiException.of(ApiException.Stage.UNKNOWN_OUTCOME, 'CreateFolder', '2024-05-18').code('dwx.Cancelled').build()
        }
        def work = new Thread({ this.failure("['a'].eachParallel(4) { CreateFolder(FolderPath: it) }") })

        when:
        work.start()
        begun.await()
        work.interrupt()
        work.join()

        then:
        notes.any { it.startsWith('Also failed in eachParallel: a: CreateFolder') }
    }

    def "nonsense is explained: #source"() {
        expect:
        failure(source).message.contains(words)

        where:
        source                                           | words
        '[1].collectParallel(0) { it }'                  | 'a number from 1 to 64'
        '[1].collectParallel(1000) { it }'               | 'a number from 1 to 64'
        "[1].collectParallel(2, errors: 'none') { it }"  | "errors is 'first'"
        "[1].collectParallel(2, errrs: 'all') { it }"    | 'Did you mean errors?'
        'parallel(2) { 1 + 1 }'                          | 'task {'
    }

    def "the screen says how far a batch is"() {
        given:
        def go = new CountDownLatch(1)
        caller.on('GetProject') { a -> if (a.Id == 9) { go.await() }; '{"Project":{}}' }
        new Thread({ while (!(progress.now() =~ /eachParallel: 9 of 10/)) { Thread.sleep(2) }; go.countDown() }).tap { daemon = true }.start()

        when:
        run('(0..9).eachParallel(3) { GetProject(Id: it) }')

        then:
        progress.ended.last() =~ /^eachParallel: 9 of 10 .*Ctrl-C stops all$/
        progress.underWay.empty
    }
}
