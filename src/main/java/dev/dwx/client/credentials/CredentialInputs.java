package dev.dwx.client.credentials;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What the search for credentials looks at. Nothing else of the machine is read.
 *
 * @param environment environment variables
 * @param home the user's home directory
 * @param clock the present
 */
public record CredentialInputs(Map<String, String> environment, Path home, Clock clock) {
    /** A variable's value, or {@code null} when it is absent or empty, which count as the same. */
    String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    boolean isOn(String name) {
        return "true".equalsIgnoreCase(variable(name));
    }

    /** {@code ALIBABA_CLOUD_PROFILE}, or {@code null}. */
    String profile() {
        return variable("ALIBABA_CLOUD_PROFILE");
    }

    /** The environment may hold secrets. */
    @Override
    public String toString() {
        return "CredentialInputs[home " + home + "]";
    }
}
