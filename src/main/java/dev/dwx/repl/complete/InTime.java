package dev.dwx.repl.complete;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks sources and takes what they have in time. Sources that only think are asked at once; those that may have to wait work meanwhile on
 * threads of their own. One that is still at an earlier question is not asked another; what it found too late is there when the same is
 * asked again.
 */
final class InTime {
    private final Deadline deadline;
    private final Map<CandidateSource, Question> last = new IdentityHashMap<>();
    private ExecutorService threads;

    /** What a source was asked, and its answer to come. */
    private record Question(CompletionContext context, Future<List<Proposal>> answer) {
    }

    InTime(Deadline deadline) {
        this.deadline = deadline;
    }

    /** What the sources have, in their order. One that fails has nothing. */
    synchronized List<Proposal> ask(List<CandidateSource> sources, CompletionContext context) {
        deadline.begin();
        try {
            return asked(sources, context);
        } finally {
            deadline.finish();
        }
    }

    private List<Proposal> asked(List<CandidateSource> sources, CompletionContext context) {
        List<Future<List<Proposal>>> waiting = new ArrayList<>();
        for (CandidateSource source : sources) {
            waiting.add(source.waits() ? begin(source, context) : null);
        }
        List<List<Proposal>> found = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            found.add(sources.get(i).waits() || deadline.passed() ? List.of() : thought(sources.get(i), context));
        }
        List<Proposal> all = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            Future<List<Proposal>> answer = waiting.get(i);
            all.addAll(answer == null ? found.get(i) : taken(answer));
            if (answer != null && answer.isDone()) {
                last.remove(sources.get(i));
            }
        }
        return all;
    }

    private Future<List<Proposal>> begin(CandidateSource source, CompletionContext context) {
        Question earlier = last.get(source);
        if (earlier != null && !earlier.answer().isDone()) {
            return null;
        }
        if (earlier != null && earlier.context().equals(context)) {
            last.remove(source);
            return earlier.answer();
        }
        if (threads == null) {
            threads = Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "completion");
                thread.setDaemon(true);
                return thread;
            });
        }
        Future<List<Proposal>> begun = threads.submit(() -> source.at(context));
        last.put(source, new Question(context, begun));
        return begun;
    }

    private static List<Proposal> thought(CandidateSource source, CompletionContext context) {
        try {
            return source.at(context);
        } catch (RuntimeException e) {
            // A key press has nobody to tell an error to; the line itself will when it is run.
            return List.of();
        }
    }

    private List<Proposal> taken(Future<List<Proposal>> work) {
        try {
            return work.get(deadline.left(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
