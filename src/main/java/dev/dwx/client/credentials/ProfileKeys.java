package dev.dwx.client.credentials;

import dev.dwx.texts.Texts;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The settings of one profile, under the names of the shared file, and the credentials that they describe.
 *
 * @param place what a person calls the profile: file and name
 * @param values settings by name; may hold secrets
 * @param inputs what else counts
 */
record ProfileKeys(String place, Map<String, String> values, CredentialInputs inputs) {
    String get(String name) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    String or(String name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    String needed(String name) {
        String value = get(name);
        if (value == null) {
            throw new CredentialException(Texts.of("{0} has no {1}, which its type {2} needs", place, name, get("type")));
        }
        return value;
    }

    int seconds(String name, int otherwise) {
        String value = get(name);
        if (value == null || value.equals("0")) {
            return otherwise;
        }
        try {
            int seconds = Integer.parseInt(value);
            if (seconds >= 900) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new CredentialException(Texts.of("{0}: a session lasts 900 seconds at least", place));
    }

    /** The host of STS: of a region where one is named, inside the internal network where that is switched on. */
    String stsEndpoint() {
        String region = or("sts_region", inputs.variable("ALIBABA_CLOUD_STS_REGION"));
        if (region == null) {
            return "sts.aliyuncs.com";
        }
        boolean vpc = get("enable_vpc") == null ? inputs.isOn("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED")
                : "true".equalsIgnoreCase(get("enable_vpc"));
        return (vpc ? "sts-vpc." : "sts.") + region + ".aliyuncs.com";
    }

    /**
     * The credentials that the profile describes. Types are those of the shared file.
     *
     * @param prefix first part of the source's name that is sent along
     * @param source who takes on a role, when that is another profile; {@code null} for this one's own key
     * @throws CredentialException when a setting is missing or the type is not known
     */
    Supplier<Credentials> credentials(String prefix, Supplier<Credentials> source) {
        String type = get("type");
        if (type == null) {
            throw new CredentialException(Texts.of("{0} has no type, such as access_key", place));
        }
        switch (type) {
            case "access_key":
                return fixed(key().from(prefix + "/static_ak"));
            case "sts":
                return fixed(Credentials.sts(needed("access_key_id"), needed("access_key_secret"),
                        needed("security_token")).from(prefix + "/static_sts"));
            case "bearer":
                return fixed(Credentials.bearer(needed("bearer_token")));
            case "ram_role_arn":
                return RoleSession.assumeRole(this, source == null ? fixed(keyOrSts().from(prefix + "/static_ak"))
                        : source);
            case "ecs_ram_role":
                return RoleSession.instance(this);
            case "oidc_role_arn":
                return RoleSession.oidc(this);
            case "rsa_key_pair":
                return RoleSession.keyPair(this);
            case "credentials_uri":
                return CredentialsUri.of(needed("credentials_uri"), inputs.clock());
            default:
                throw new CredentialException(Texts.of("{0} has the type {1}; known are access_key, sts, bearer, ram_role_arn,"
                        + " ecs_ram_role, oidc_role_arn, rsa_key_pair and credentials_uri", place, type));
        }
    }

    private Credentials key() {
        return Credentials.accessKey(needed("access_key_id"), needed("access_key_secret"));
    }

    private Credentials keyOrSts() {
        return get("security_token") == null ? key()
                : Credentials.sts(needed("access_key_id"), needed("access_key_secret"), get("security_token"));
    }

    private Supplier<Credentials> fixed(Credentials credentials) {
        return () -> credentials;
    }

    /** Values may be secrets. */
    @Override
    public String toString() {
        return "ProfileKeys[" + place + "]";
    }
}
