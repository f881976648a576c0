package dev.dwx.client;

/**
 * Where one call goes, and who follows it.
 *
 * @param region region id whose endpoint is called, {@code cn-shanghai}
 * @param watcher follows the call
 * @param attempt which try of the call this is, 1 for the first; whoever repeats calls counts it
 */
public record CallTarget(String region, CallWatcher watcher, int attempt) {
    public CallTarget {
        watcher = watcher == null ? CallWatcher.NONE : watcher;
    }

    /** A call at its first try. */
    public CallTarget(String region, CallWatcher watcher) {
        this(region, watcher, 1);
    }

    /** A call that nobody follows. */
    public CallTarget(String region) {
        this(region, CallWatcher.NONE);
    }

    /** The same call at another try. */
    public CallTarget withAttempt(int number) {
        return number == attempt ? this : new CallTarget(region, watcher, number);
    }
}
