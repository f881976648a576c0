package dev.dwx.client.credentials;

/** No usable credentials. The message says where it was looked for and what to do; it never holds a secret. */
public final class CredentialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CredentialException(String message) {
        super(message);
    }
}
