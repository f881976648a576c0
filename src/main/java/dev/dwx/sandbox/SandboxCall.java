package dev.dwx.sandbox;

import dev.dwx.catalog.ApiOperation;
import java.time.Instant;
import java.util.Map;

/**
 * A request that passed the gateway: signed rightly, named in the catalog, its parameters placed, present and typed
 * as the metadata says.
 *
 * @param operation what is called
 * @param arguments by parameter name, decoded by type and style: {@code String}, {@code Long} (any integer type),
 *     {@code BigDecimal}, {@code Boolean}, {@code List}, ordered {@code Map}
 * @param accountId the calling account, digits
 * @param requestId what the answer must carry, upper-case UUID
 * @param now the sandbox clock's time
 * @param region region id that the call is for, or {@code null} for the sandbox's own
 */
public record SandboxCall(ApiOperation operation, Map<String, Object> arguments, String accountId, String requestId,
        Instant now, String region) {

    /** A call for the sandbox's own region. */
    public SandboxCall(
            ApiOperation operation, Map<String, Object> arguments, String accountId, String requestId, Instant now) {
        this(operation, arguments, accountId, requestId, now, null);
    }

    /** The argument as text, or {@code null} when it was not sent. */
    public String text(String name) {
        Object value = arguments.get(name);
        return value == null ? null : value.toString();
    }
}
