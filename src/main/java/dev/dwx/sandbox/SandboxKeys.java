package dev.dwx.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The credentials that a sandbox accepts, and those that it knows in order to refuse them. Immutable.
 *
 * <p>{@link #standard()} holds:
 * <ul>
 * <li>{@value #ID} with secret {@value #SECRET}: the one to use;
 * <li>{@value #DISABLED_ID} with the same secret: known and switched off;
 * <li>{@value #STS_ID} with {@value #STS_SECRET} and the token {@value #STS_TOKEN}: a temporary key that does not end;
 * <li>{@value #EXPIRED_STS_ID} with {@value #STS_SECRET} and the token {@value #EXPIRED_STS_TOKEN}: one that has ended;
 * <li>{@value #BEARER_TOKEN}: a bearer token.
 * </ul>
 * None of them opens anything outside the sandbox.
 */
public final class SandboxKeys {
    public static final String ID = "sandbox";
    public static final String SECRET = "sandbox";
    public static final String DISABLED_ID = "sandbox-disabled";
    public static final String STS_ID = "STS.sandbox";
    public static final String STS_SECRET = "sandbox-sts-secret";
    public static final String STS_TOKEN = "sandbox-sts-token";
    public static final String EXPIRED_STS_ID = "STS.sandbox-expired";
    public static final String EXPIRED_STS_TOKEN = "sandbox-expired-sts-token";
    public static final String BEARER_TOKEN = "sandbox-bearer-token";
    /** The account that the standard credentials belong to. */
    public static final String ACCOUNT_ID = "1234567890123456";

    private final List<SandboxKey> keys;

    private SandboxKeys(List<SandboxKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** The set described at the head of this class. */
    public static SandboxKeys standard() {
        return new SandboxKeys(List.of(
                new SandboxKey(ID, SECRET, null, null, true, ACCOUNT_ID),
                new SandboxKey(DISABLED_ID, SECRET, null, null, false, ACCOUNT_ID),
                new SandboxKey(STS_ID, STS_SECRET, STS_TOKEN, null, true, ACCOUNT_ID),
                new SandboxKey(EXPIRED_STS_ID, STS_SECRET, EXPIRED_STS_TOKEN, Instant.EPOCH, true, ACCOUNT_ID),
                new SandboxKey(null, null, BEARER_TOKEN, null, true, ACCOUNT_ID)));
    }

    /** This set with one more key, which takes the place of one with the same id. */
    public SandboxKeys with(SandboxKey key) {
        List<SandboxKey> all = new ArrayList<>(keys);
        all.removeIf(old -> key.id() != null && key.id().equals(old.id()));
        all.add(key);
        return new SandboxKeys(all);
    }

    /** All keys, in the order they were given. */
    public List<SandboxKey> all() {
        return keys;
    }

    /** The key of that id, or {@code null}. */
    SandboxKey find(String id) {
        for (SandboxKey key : keys) {
            if (key.id() != null && key.id().equals(id)) {
                return key;
            }
        }
        return null;
    }

    /** The bearer credential of that token, or {@code null}. */
    SandboxKey bearer(String token) {
        SandboxKey found = null;
        for (SandboxKey key : keys) {
            if (key.isBearer() && Digests.same(key.token(), token)) {
                found = key;
            }
        }
        return found;
    }

    /** Whether some temporary key has that token. */
    boolean knowsToken(String token) {
        boolean known = false;
        for (SandboxKey key : keys) {
            known |= key.isTemporary() && Digests.same(key.token(), token);
        }
        return known;
    }
}
