package dev.dwx.client;

import dev.dwx.catalog.ApiOperation;
import java.time.Duration;
import java.util.Map;

/**
 * What the service answered to a call that succeeded.
 *
 * @param operation what was called
 * @param body the JSON value: ordered maps, lists, strings, Booleans, {@code null} and exact numbers
 *     ({@code Integer}, {@code Long}, {@code BigInteger}, {@code BigDecimal}); never a double. A body that is
 *     no JSON is its text
 * @param text the body as it arrived
 * @param status HTTP status, or {@link #LOOKED_UP} when the answer was lost and what it said was found out by reads, or
 *     {@link #SIMULATED} when a rehearsal made it up
 * @param headers response headers, names in lower case
 * @param requestId the service's id of this call, or {@code null}
 * @param elapsed from before encoding to after decoding
 */
public record ApiAnswer(
        ApiOperation operation,
        Object body,
        String text,
        int status,
        Map<String, String> headers,
        String requestId,
        Duration elapsed) {
    /** In place of a status: nobody received this answer. */
    public static final int LOOKED_UP = 0;
    /** In place of a status: nothing was sent. */
    public static final int SIMULATED = -1;

    /** Whether a rehearsal made it up, and nothing was sent. */
    public boolean simulated() {
        return status == SIMULATED;
    }
}
