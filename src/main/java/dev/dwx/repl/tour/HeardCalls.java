package dev.dwx.repl.tour;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiCaller;
import dev.dwx.client.CallTarget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Hears which calls are answered while a tour goes on, so that it can tell what was done and not only what was typed. Keeps nothing
 * while there is no tour.
 */
public final class HeardCalls {
    /** An input that makes more calls than this has shown what it does. */
    private static final int MOST = 200;

    private final Deque<Heard> calls = new ArrayDeque<>();
    private final BooleanSupplier aside;
    private volatile boolean listening;

    /** @param aside whether what this thread calls is none of the user's doing */
    public HeardCalls(BooleanSupplier aside) {
        this.aside = aside;
    }

    /** The same way to the service, heard. */
    public ApiCaller around(ApiCaller caller) {
        return new ApiCaller() {
            @Override
            public ApiAnswer call(ApiOperation operation, Map<String, Object> arguments, CallTarget target) {
                ApiAnswer answer = caller.call(operation, arguments, target);
                if (listening && !aside.getAsBoolean()) {
                    keep(Heard.of(arguments, answer));
                }
                return answer;
            }

            @Override
            public void cancel(Thread waiting) {
                caller.cancel(waiting);
            }
        };
    }

    void listen(boolean on) {
        listening = on;
        if (!on) {
            taken();
        }
    }

    /** What was heard since the last time, in the order of the answers. */
    List<Heard> taken() {
        synchronized (calls) {
            List<Heard> heard = new ArrayList<>(calls);
            calls.clear();
            return heard;
        }
    }

    private void keep(Heard call) {
        synchronized (calls) {
            if (calls.size() == MOST) {
                calls.removeFirst();
            }
            calls.addLast(call);
        }
    }
}
