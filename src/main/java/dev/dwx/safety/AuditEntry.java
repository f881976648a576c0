package dev.dwx.safety;

import dev.dwx.catalog.ApiOperation;
import java.util.Map;

/**
 * One write or destructive call for the audit log.
 *
 * @param operation what was called
 * @param risk write or destructive
 * @param arguments as they were to be sent; the log redacts them; {@code null} where another line has them
 * @param region region id
 * @param endpoint host set by the user, or {@code null}
 * @param project name and id, or {@code null}
 * @param environment or {@code null}
 * @param allowed how a destructive call was allowed ({@code typed name}, {@code --yes}, {@code confirm: reason}), or
 *     {@code null}
 * @param result {@code sent} before the answer is there, then {@code ok}, {@code ok (looked up)}, an error code, {@code refused} (not
 *     confirmed, or read-only) or {@code unknown outcome}
 * @param requestId the service's id of the call, or {@code null}
 * @param call joins the line that a call is sent with to the line of its result; {@code null} for a call that was not sent
 */
public record AuditEntry(
        ApiOperation operation,
        Risk risk,
        Map<String, Object> arguments,
        String region,
        String endpoint,
        String project,
        String environment,
        String allowed,
        String result,
        String requestId,
        String call) {

    /** The call is about to be sent. A line of this kind that no other follows tells of a process that ended meanwhile. */
    public static final String SENT = "sent";

    /** The result of a call that took place. */
    public static final String OK = "ok";
    /** The result of a call whose answer was lost, and that was found done by reads. */
    public static final String LOOKED_UP = "ok (looked up)";
    /** The result of a call that was not sent because nobody allowed it. */
    public static final String REFUSED = "refused";
    /** The result of a call that was sent and not answered: the service may have done the work. */
    public static final String UNKNOWN = "unknown outcome";

    /** An entry that no other line belongs to. */
    public AuditEntry(ApiOperation operation, Risk risk, Map<String, Object> arguments, String region, String endpoint,
            String project, String environment, String allowed, String result, String requestId) {
        this(operation, risk, arguments, region, endpoint, project, environment, allowed, result, requestId, null);
    }

    /** The line of the result, joined to this one. The arguments are told by this one already. */
    public AuditEntry resulted(String outcome, String id) {
        return new AuditEntry(operation, risk, null, region, endpoint, project, environment, allowed, outcome, id, call);
    }
}
