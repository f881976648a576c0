package dev.dwx.client.credentials;

import dev.dwx.texts.Texts;
import java.time.Instant;
import java.util.Objects;

/**
 * Who calls: an access key, an access key with a session token, or a bearer token. Immutable. Its text form masks
 * every secret, so that it may be logged by accident without harm.
 */
public final class Credentials {
    /** How the caller proves who it is. */
    public enum Kind {
        ACCESS_KEY, STS, BEARER
    }

    private final Kind kind;
    private final String accessKeyId;
    private final String accessKeySecret;
    private final String token;
    private final String provider;
    private final Instant expires;

    private Credentials(
            Kind kind, String accessKeyId, String accessKeySecret, String token, String provider, Instant expires) {
        this.kind = kind;
        this.accessKeyId = accessKeyId;
        this.accessKeySecret = accessKeySecret;
        this.token = token;
        this.provider = provider;
        this.expires = expires;
    }

    /**
     * A long-lived key pair.
     *
     * @throws CredentialException when a part is empty or holds characters that no key has
     */
    public static Credentials accessKey(String id, String secret) {
        return new Credentials(Kind.ACCESS_KEY, checked("access key id", id), checked("access key secret", secret),
                null, "static_ak", null);
    }

    /** A key pair with the session token that belongs to it. */
    public static Credentials sts(String id, String secret, String token) {
        return new Credentials(Kind.STS, checked("access key id", id), checked("access key secret", secret),
                checked("security token", token), "static_sts", null);
    }

    /** A bearer token, which is sent in place of a signature. */
    public static Credentials bearer(String token) {
        return new Credentials(Kind.BEARER, null, null, checked("bearer token", token), null, null);
    }

    private static String checked(String what, String value) {
        if (value == null || value.isEmpty()) {
            throw new CredentialException(Texts.of("the {0} is empty", what));
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) <= ' ' || value.charAt(i) > '~') {
                throw new CredentialException(Texts.of("the {0} holds a blank, a line break or another character that no key has; copy"
                        + " it again", what));
            }
        }
        return value;
    }

    /** The same credentials under the name of their source, which is sent along; {@code null} for none. */
    public Credentials from(String providerName) {
        return new Credentials(kind, accessKeyId, accessKeySecret, token, providerName, expires);
    }

    /** The same credentials with an end. */
    public Credentials until(Instant end) {
        return new Credentials(kind, accessKeyId, accessKeySecret, token, provider, end);
    }

    public Kind kind() {
        return kind;
    }

    /** The key's id, or {@code null} for a bearer token. */
    public String accessKeyId() {
        return accessKeyId;
    }

    /** The key's secret, or {@code null} for a bearer token. */
    public String accessKeySecret() {
        return accessKeySecret;
    }

    /** The session token or the bearer token, or {@code null}. */
    public String token() {
        return token;
    }

    /** Name of the source, as the vendor's libraries spell it; {@code null} when it is not told. */
    public String provider() {
        return provider;
    }

    /** When the service stops accepting these, or {@code null} for never. */
    public Instant expires() {
        return expires;
    }

    /** The key id with all but its first four and last two characters hidden; for a bearer token a fixed text. */
    public String masked() {
        return kind == Kind.BEARER ? "bearer token" : mask(accessKeyId);
    }

    /** First four and last two characters; a short text is hidden whole. */
    static String mask(String text) {
        return text.length() < 10 ? "****" : text.substring(0, 4) + "****" + text.substring(text.length() - 2);
    }

    /**
     * Takes the secrets out of a text that came from elsewhere: the service quotes the whole text that it signed when
     * signatures differ, session token included, escaped once or twice.
     */
    public String redact(String text) {
        if (text == null) {
            return null;
        }
        String clean = hide(text, accessKeySecret);
        return hide(clean, token);
    }

    private static String hide(String text, String secret) {
        if (secret == null || secret.length() < 4) {
            return text;
        }
        String once = percentEncoded(secret);
        return text.replace(percentEncoded(once), "****").replace(once, "****").replace(secret, "****");
    }

    private static String percentEncoded(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.~".indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append('%').append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Credentials that && kind == that.kind
                && Objects.equals(accessKeyId, that.accessKeyId)
                && Objects.equals(accessKeySecret, that.accessKeySecret)
                && Objects.equals(token, that.token)
                && Objects.equals(provider, that.provider)
                && Objects.equals(expires, that.expires);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, accessKeyId, provider);
    }

    @Override
    public String toString() {
        return "Credentials[" + kind + " " + masked() + (provider == null ? "" : " from " + provider)
                + (expires == null ? "" : " until " + expires) + "]";
    }
}
