package dev.dwx.sandbox;

import java.time.Instant;

/**
 * One credential that the sandbox knows.
 *
 * @param id access key id; for a bearer token {@code null}
 * @param secret access key secret; for a bearer token {@code null}
 * @param token security token of a temporary key, or the bearer token; {@code null} for a lasting key
 * @param expires when the token ends, UTC; {@code null} for never
 * @param active whether it may be used
 * @param accountId the account that calls with it, digits
 */
public record SandboxKey(
        String id, String secret, String token, Instant expires, boolean active, String accountId) {

    /** Whether it is a token that needs no signature. */
    public boolean isBearer() {
        return id == null;
    }

    /** Whether it is a temporary key, to be sent with its security token. */
    public boolean isTemporary() {
        return id != null && token != null;
    }

    boolean expiredAt(Instant now) {
        return expires != null && !now.isBefore(expires);
    }

    /** Without the secret and the token. */
    @Override
    public String toString() {
        return "SandboxKey[" + (id == null ? "bearer" : id) + ", account " + accountId + "]";
    }
}
