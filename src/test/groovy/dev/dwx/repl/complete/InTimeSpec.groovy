package dev.dwx.repl.complete

import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.Specification
import spock.lang.Timeout

@Timeout(60)
class InTimeSpec extends Specification {
    private static final CompletionContext PLACE = new CompletionContext.OperationName('a')

    /** A source that waits until it may go on. */
    private static class Slow implements CandidateSource {
        final CountDownLatch open = new CountDownLatch(1)
        final CountDownLatch asked = new CountDownLatch(1)
        final AtomicInteger questions = new AtomicInteger()

        List<Proposal> at(CompletionContext context) {
            questions.incrementAndGet()
            asked.countDown()
            open.await()
            return [Proposal.of('slow', null, null, 0)]
        }

        boolean waits() {
            true
        }
    }

    private static class Quick implements CandidateSource {
        final Closure<List<Proposal>> found

        Quick(Closure<List<Proposal>> found) {
            this.found = found
        }

        List<Proposal> at(CompletionContext context) {
            found.call()
        }
    }

    private static CandidateSource quick(String text) {
        return new Quick({ [Proposal.of(text, null, null, 0)] })
    }

    def 'a source that never answers is cut off, and what the others have is there'() {
        given:
        def slow = new Slow()
        def candidates = new Candidates([quick('before'), slow, quick('after')], Duration.ofMillis(50))

        expect: 'an answer though the source still waits'
        candidates.at(PLACE)*.text() == ['before', 'after']
        slow.asked.await()

        when: 'more keys are pressed'
        5.times { assert candidates.at(PLACE)*.text() == ['before', 'after'] }

        then: 'no second thread waits beside the first'
        slow.questions.get() == 1

        when: 'it comes back to life'
        slow.open.countDown()
        def texts = []
        while (texts != ['before', 'slow', 'after']) {
            texts = candidates.at(PLACE)*.text()
        }

        then: 'what it found too late was an answer to the same question'
        slow.questions.get() == 1
    }

    def 'what a slow source finds within the budget is taken'() {
        given:
        def slow = new Slow()
        slow.open.countDown()

        expect:
        new Candidates([slow], Duration.ofSeconds(50)).at(PLACE)*.text() == ['slow']
    }

    def 'a source that fails has nothing, and silences no other'() {
        given:
        def broken = new Quick({ throw new IllegalStateException() })
        def brokenSlow = new CandidateSource() {
            List<Proposal> at(CompletionContext context) {
                throw new IllegalStateException()
            }

            boolean waits() {
                true
            }
        }

        expect:
        new Candidates([broken, brokenSlow, quick('a')], Duration.ofSeconds(50)).at(PLACE)*.text() == ['a']
    }
}
