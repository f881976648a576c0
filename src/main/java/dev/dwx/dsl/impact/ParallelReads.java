package dev.dwx.dsl.impact;

import dev.dwx.client.ApiException;
import dev.dwx.texts.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes several look-ups at once, but few. */
final class ParallelReads {
    private static final int AT_ONCE = 4;

    private ParallelReads() {
    }

    /** In a few threads, the answers in order. */
    static <T> List<T> all(List<Callable<T>> work) {
        List<T> answers = new ArrayList<>();
        if (work.size() < 3) {
            for (Callable<T> one : work) {
                answers.add(call(one));
            }
            return answers;
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, work.size()), task -> {
            Thread thread = new Thread(task, "look-up");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (Future<T> one : threads.invokeAll(work)) {
                answers.add(call(one::get));
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static ApiException cancelled(InterruptedException cause) {
        return ApiException.of(ApiException.Stage.NOT_SENT, "look-up", "dwx").code("dwx.Cancelled")
                .why(Texts.of("it was stopped while what the call would touch was looked up; nothing was changed")).cause(cause).build();
    }
}
