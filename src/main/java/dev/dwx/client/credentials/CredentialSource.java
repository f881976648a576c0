package dev.dwx.client.credentials;

/** Gives the credentials to use now. Safe for use by many threads. */
public interface CredentialSource {
    /**
     * Credentials that are valid at this moment; asked before every call, so that short-lived ones are renewed.
     *
     * @throws CredentialException when there are none
     */
    Credentials current();

    /** Where the credentials come from, which places were passed over, and why. Never a secret. */
    CredentialReport report();

    /** Always the same credentials. */
    static CredentialSource of(Credentials credentials) {
        return new CredentialSource() {
            @Override
            public Credentials current() {
                return credentials;
            }

            @Override
            public CredentialReport report() {
                return CredentialReport.given(credentials);
            }

            @Override
            public String toString() {
                return credentials.toString();
            }
        };
    }
}
