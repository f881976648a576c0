package dev.dwx.client.credentials;

import dev.dwx.texts.Texts;

/** {@code ALIBABA_CLOUD_ACCESS_KEY_ID}, {@code …_SECRET} and {@code ALIBABA_CLOUD_SECURITY_TOKEN}. */
final class EnvironmentPlace {
    static final String NAME = "environment";
    private static final String ID = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private static final String SECRET = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
    private static final String TOKEN = "ALIBABA_CLOUD_SECURITY_TOKEN";

    private EnvironmentPlace() {
    }

    static SourceState look(CredentialInputs inputs) {
        String id = inputs.variable(ID);
        String secret = inputs.variable(SECRET);
        String token = inputs.variable(TOKEN);
        if (id == null && secret == null) {
            return SourceState.absent(NAME, Texts.of("{0} is not set", ID));
        }
        if (id == null || secret == null) {
            throw new CredentialException(Texts.of("{0} is set, but {1} is not: set both, or neither", id == null ? SECRET : ID,
                    id == null ? ID : SECRET));
        }
        Credentials credentials = (token == null
                ? Credentials.accessKey(id, secret) : Credentials.sts(id, secret, token)).from("env");
        return SourceState.found(NAME, () -> credentials);
    }
}
