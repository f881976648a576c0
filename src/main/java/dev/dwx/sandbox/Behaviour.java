package dev.dwx.sandbox;

import dev.dwx.sandbox.fault.Staleness;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the service does with a call that its gateway let through. */
public interface Behaviour {
    /**
     * Does the work and gives the JSON body of the 200, {@code RequestId} included: ordered maps, lists, strings,
     * Booleans and exact numbers.
     *
     * @throws ServiceFault when the service would refuse
     */
    Map<String, Object> answer(SandboxCall call) throws ServiceFault;

    /** Forgets what calls have changed: everything is as it was at the start, at this moment. */
    default void reset(Instant now) {
    }

    /** Lets reads lag behind writes from now on. */
    default void lag(Staleness staleness) {
    }

    /** The lags in force. */
    default List<Staleness> lags() {
        return List.of();
    }

    /** Ends every lag: reads see all that was written. */
    default void endLags() {
    }
}
