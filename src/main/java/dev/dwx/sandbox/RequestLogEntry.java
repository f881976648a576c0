package dev.dwx.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * One call that the sandbox answered.
 *
 * @param time the sandbox clock's time when it came
 * @param method HTTP method
 * @param version API version as sent, or {@code null}
 * @param operation operation name as sent, or {@code null}
 * @param keyId access key id, {@code bearer}, or {@code null} when it was not accepted
 * @param signature {@code ACS3-HMAC-SHA256}, {@code ACS3-HMAC-SM3}, {@code HMAC-SHA1}, {@code BEARERTOKEN} or
 *     {@code null}
 * @param query parameters of the query, secrets masked
 * @param form parameters of the form, secrets masked
 * @param status HTTP status of the answer, 0 when none was made
 * @param code error code, or {@code null} when the call went through
 * @param message error message, or {@code null}
 * @param requestId id of the answer
 * @param fault what was made to go wrong with it, in words, or {@code null}
 * @param elapsed from the whole request to the whole answer
 */
public record RequestLogEntry(
        Instant time,
        String method,
        String version,
        String operation,
        String keyId,
        String signature,
        Map<String, String> query,
        Map<String, String> form,
        int status,
        String code,
        String message,
        String requestId,
        String fault,
        Duration elapsed) {

    /** One line for a person: {@code POST ListProjects (2024-05-18) {PageSize=10} 200 1 ms}. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(method).append(' ').append(operation).append(" (").append(version)
                .append(')');
        if (!query.isEmpty()) {
            line.append(" query ").append(query);
        }
        if (!form.isEmpty()) {
            line.append(" form ").append(form);
        }
        line.append(' ').append(status);
        if (code != null) {
            line.append(' ').append(code);
        }
        if (fault != null) {
            line.append(" (").append(fault).append(')');
        }
        return line.append(' ').append(elapsed.toMillis()).append(" ms ").append(requestId).toString();
    }
}
