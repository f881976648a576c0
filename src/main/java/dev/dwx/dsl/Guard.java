package dev.dwx.dsl;

import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;

/**
 * Knows a trap of the service: looks at a call before it is sent, at its answer, and at its failure. Every guard of a session
 * sees every call, in the same order.
 */
public interface Guard {
    /**
     * The call as it shall go on: the same, or with arguments completed.
     *
     * @throws ApiException of stage {@code NOT_SENT} to refuse it
     */
    default PlannedCall before(PlannedCall call) {
        return call;
    }

    /** Looks at an answer; what is worth a remark goes to the session's notes. */
    default void after(PlannedCall call, ApiAnswer answer) {
    }

    /** The failure as it shall be told: the same, or one that explains more. */
    default ApiException failed(PlannedCall call, ApiException failure) {
        return failure;
    }
}
