package dev.dwx.client;

import java.time.Duration;

/**
 * Follows one call on its way, try by try: for progress lines, for explanations, and for answers that come in pieces. Called on
 * the thread that makes the call; must be quick and must not throw.
 */
public interface CallWatcher {
    /** Nobody watches. */
    CallWatcher NONE = new CallWatcher() { };

    /**
     * A try is about to be sent.
     *
     * @param attempt 1 for the first
     */
    default void sending(WireRequest request, Endpoint endpoint, int attempt) {
    }

    /** The whole answer of a try has arrived, be it a success or an error, and is not read yet. */
    default void received() {
    }

    /** The call waits before its next try, or before its first. */
    default void waiting(Duration pause, String why) {
    }

    /** A try failed; another may follow. */
    default void failed(ApiException failure, int attempt) {
    }

    /** A try succeeded. */
    default void answered(ApiAnswer answer, int attempt) {
    }

    /** Some of a local file has gone out, before the call itself. */
    default void uploading(String file, long sentBytes, long ofBytes) {
    }

    /** An event of an operation that answers piece by piece, as soon as it is there. */
    default void heard(StreamEvent event) {
    }

    /** Tells two watchers. */
    static CallWatcher both(CallWatcher first, CallWatcher second) {
        if (first == NONE) {
            return second;
        }
        return second == NONE ? first : new CallWatcher() {
            @Override
            public void sending(WireRequest request, Endpoint endpoint, int attempt) {
                first.sending(request, endpoint, attempt);
                second.sending(request, endpoint, attempt);
            }

            @Override
            public void received() {
                first.received();
                second.received();
            }

            @Override
            public void waiting(Duration pause, String why) {
                first.waiting(pause, why);
                second.waiting(pause, why);
            }

            @Override
            public void failed(ApiException failure, int attempt) {
                first.failed(failure, attempt);
                second.failed(failure, attempt);
            }

            @Override
            public void uploading(String file, long sentBytes, long ofBytes) {
                first.uploading(file, sentBytes, ofBytes);
                second.uploading(file, sentBytes, ofBytes);
            }

            @Override
            public void heard(StreamEvent event) {
                first.heard(event);
                second.heard(event);
            }

            @Override
            public void answered(ApiAnswer answer, int attempt) {
                first.answered(answer, attempt);
                second.answered(answer, attempt);
            }
        };
    }
}
