package dev.dwx.dsl;

import dev.dwx.catalog.ApiOperation;
import dev.dwx.client.ApiAnswer;
import dev.dwx.client.ApiException;
import java.util.Map;

/**
 * Knows a trap of the service: looks at a call before it is sent, at its answer, and at its failure. Every guard of a session
 * sees every call, in the same order.
 */
public interface Guard {
    /**
     * The arguments as they shall be checked: the same, or with gaps closed that the check would complain of, and names put into
     * numbers. What the context fills in is there already; the operation's description has not been looked at.
     *
     * @throws ApiException of stage {@code NOT_SENT} to refuse the call
     */
    default Map<String, Object> given(ApiOperation operation, Map<String, Object> arguments, Context context) {
        return arguments;
    }

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
