package dev.dwx.client.credentials;

import java.util.function.Supplier;

/**
 * What a place said when it was asked for credentials: here they are, or nothing is set here. A place where something
 * is set but cannot be used throws {@link CredentialException} instead.
 *
 * @param name what a person calls the place
 * @param credentials gives the credentials, each time those of the moment; {@code null} when the place has none
 * @param reason why the place has none, or {@code null}
 */
record SourceState(String name, Supplier<Credentials> credentials, String reason) {
    static SourceState found(String name, Supplier<Credentials> credentials) {
        return new SourceState(name, credentials, null);
    }

    static SourceState absent(String name, String reason) {
        return new SourceState(name, null, reason);
    }
}
