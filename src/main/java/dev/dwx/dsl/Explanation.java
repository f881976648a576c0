package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import dev.dwx.client.CallWatcher;
import java.util.Map;

/** Tells a person what becomes of each call. May be asked from any thread. */
public interface Explanation {
    /**
     * A call is about to be made.
     *
     * @param filled those of its arguments that came from the context
     */
    Follower follow(ApiOperation operation, Map<String, Object> arguments, Map<String, Object> filled);

    /** Follows one call; its end is told once, after all tries. */
    interface Follower extends CallWatcher {
        void done(ApiAnswer answer);

        void given(ApiException failure);
    }
}
