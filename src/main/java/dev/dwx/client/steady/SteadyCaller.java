package dev.dwx.client.steady;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.ApiException;
import dev.dwx.client.CallTarget;
import dev.dwx.client.CallWatcher;
import dev.dwx.client.ReadVerb;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Does not give up at the first trouble that passes. What was refused for want of room, or never sent, is sent again; a read whose
 * answer was lost is too. A write whose answer was lost is sent again only where the operation takes a client token, which then is
 * the same at every try; every other write of that kind ends with {@link ApiException.Stage#UNKNOWN_OUTCOME}. The service's own hint
 * says how long to wait, otherwise the pauses grow, with chance in them. Safe for use by many threads.
 */
public final class SteadyCaller implements ApiCaller {
    private final ApiCaller inner;
    private final RetryRules rules;
    private final Pace pace;
    private final Map<Thread, Course> running = new ConcurrentHashMap<>();

    /** Sends through another caller, which counts every try as a call. */
    public SteadyCaller(ApiCaller inner) {
        this(inner, RetryRules.usual(), Pace.real());
    }

    public SteadyCaller(ApiCaller inner, RetryRules rules, Pace pace) {
        this.inner = inner;
        this.rules = rules;
        this.pace = pace;
    }

    @Override
    public ApiAnswer call(ApiOperation operation, Map<String, Object> arguments, CallTarget target) {
        Map<String, Object> sent = ClientTokens.filled(operation, arguments);
        boolean read = ReadVerb.isRead(operation);
        Course course = new Course(rules, pace, read, read || ClientTokens.taken(operation));
        CallTarget followed = new CallTarget(target.region(), CallWatcher.both(target.watcher(), course), target.attempt());
        Course outer = running.put(Thread.currentThread(), course);
        try {
            for (int attempt = 1;; attempt++) {
                try {
                    ApiAnswer answer = inner.call(operation, sent, followed.withAttempt(attempt));
                    target.watcher().answered(answer, attempt);
                    return answer;
                } catch (ApiException e) {
                    target.watcher().failed(e, attempt);
                    course.onward(e, target.watcher());
                }
            }
        } finally {
            if (outer == null) {
                running.remove(Thread.currentThread());
            } else {
                running.put(Thread.currentThread(), outer);
            }
        }
    }

    @Override
    public void cancel(Thread caller) {
        Course course = running.get(caller);
        if (course != null) {
            course.breakOff();
        }
        inner.cancel(caller);
    }
}
