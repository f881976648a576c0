package dev.dwx.client;

/**
 * Where one call goes, and who follows it.
 *
 * @param region region id whose endpoint is called, {@code cn-shanghai}
 * @param watcher follows the call
 */
public record CallTarget(String region, CallWatcher watcher) {
    public CallTarget {
        watcher = watcher == null ? CallWatcher.NONE : watcher;
    }

    /** A call that nobody follows. */
    public CallTarget(String region) {
        this(region, CallWatcher.NONE);
    }
}
