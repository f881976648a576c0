package dev.dwx.client.credentials;

import com.aliyun.credentials.models.CredentialModel;
import com.aliyun.credentials.provider.AlibabaCloudCredentialsProvider;
import com.aliyun.credentials.provider.EcsRamRoleCredentialProvider;
import com.aliyun.credentials.provider.OIDCRoleArnCredentialProvider;
import com.aliyun.credentials.provider.RamRoleArnCredentialProvider;
import com.aliyun.credentials.provider.RsaKeyPairCredentialProvider;
import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Temporary credentials that the vendor's library gets and renews: from STS for a role, a token or a key pair, from
 * the metadata service for an instance's role. The library would fill every gap from the process's own environment,
 * so everything is given to it; and its errors quote answers that hold keys, so their texts do not get out.
 */
final class RoleSession implements Supplier<Credentials> {
    private static final String SESSION_NAME = "dwx";
    private static final int DEFAULT_SECONDS = 3600;

    private final String what;
    private final Supplier<AlibabaCloudCredentialsProvider> maker;
    private AlibabaCloudCredentialsProvider provider;

    private RoleSession(String what, Supplier<AlibabaCloudCredentialsProvider> maker) {
        this.what = what;
        this.maker = maker;
    }

    static RoleSession assumeRole(ProfileKeys keys, Supplier<Credentials> source) {
        String role = keys.needed("role_arn");
        return new RoleSession(Texts.of("the role {0}", role), () -> RamRoleArnCredentialProvider.builder()
                .credentialsProvider(new Source(source))
                .roleArn(role)
                .roleSessionName(keys.or("role_session_name", SESSION_NAME))
                .policy(keys.get("policy"))
                .externalId(keys.get("external_id"))
                .durationSeconds(keys.seconds("duration_seconds", DEFAULT_SECONDS))
                .STSEndpoint(keys.stsEndpoint())
                .build());
    }

    static RoleSession oidc(ProfileKeys keys) {
        String role = keys.needed("role_arn");
        String identity = keys.needed("oidc_provider_arn");
        String file = keys.needed("oidc_token_file_path");
        return new RoleSession(Texts.of("the role {0} by OIDC", role), () -> OIDCRoleArnCredentialProvider.builder()
                .roleArn(role)
                .oidcProviderArn(identity)
                .oidcTokenFilePath(file)
                .roleSessionName(keys.or("role_session_name", SESSION_NAME))
                .policy(keys.get("policy"))
                .durationSeconds(keys.seconds("duration_seconds", DEFAULT_SECONDS))
                .STSEndpoint(keys.stsEndpoint())
                .build());
    }

    static RoleSession keyPair(ProfileKeys keys) {
        String id = keys.needed("public_key_id");
        String file = keys.needed("private_key_file");
        return new RoleSession(Texts.of("a session for key pair {0}", id), () -> RsaKeyPairCredentialProvider.builder()
                .publicKeyId(id)
                .privateKey(privateKey(file))
                .durationSeconds(keys.seconds("duration_seconds", DEFAULT_SECONDS))
                .STSEndpoint(keys.stsEndpoint())
                .build());
    }

    private static String privateKey(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | RuntimeException e) {
            throw new CredentialException(Texts.of("the private_key_file {0} cannot be read", file));
        }
    }

    static RoleSession instance(ProfileKeys keys) {
        if (keys.inputs().isOn("ALIBABA_CLOUD_ECS_METADATA_DISABLED")) {
            throw new CredentialException(Texts.of("{0} names an instance role, but ALIBABA_CLOUD_ECS_METADATA_DISABLED is true",
                    keys.place()));
        }
        return new RoleSession(Texts.of("the instance's role"), () -> EcsRamRoleCredentialProvider.builder()
                .roleName(keys.or("role_name", ""))
                .disableIMDSv1(keys.inputs().isOn("ALIBABA_CLOUD_IMDSV1_DISABLED"))
                .connectionTimeout(1_000)
                .readTimeout(1_000)
                .build());
    }

    @Override
    public Credentials get() {
        try {
            CredentialModel model = provider().getCredentials();
            Credentials credentials = Credentials.sts(
                    model.getAccessKeyId(), model.getAccessKeySecret(), model.getSecurityToken())
                    .from(model.getProviderName());
            return model.getExpiration() <= 0 ? credentials
                    : credentials.until(Instant.ofEpochMilli(model.getExpiration()));
        } catch (CredentialException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new CredentialException(Texts.of("no credentials for {0}: {1}", what, told(e)));
        }
    }

    private synchronized AlibabaCloudCredentialsProvider provider() {
        if (provider == null) {
            provider = maker.get();
        }
        return provider;
    }

    /** The service's code and message, when the library's text ends in an error answer; nothing else of the text. */
    static String told(RuntimeException problem) {
        String text = problem.getMessage() == null ? "" : problem.getMessage();
        int result = text.indexOf("result: ");
        if (result >= 0) {
            int end = text.lastIndexOf('}');
            try {
                if (end > result && ExactJson.parse(text.substring(result + 8, end + 1)) instanceof Map<?, ?> answer
                        && answer.get("Code") != null && answer.get("Credentials") == null
                        && answer.get("SessionAccessKey") == null) {
                    return answer.get("Code") + ": " + answer.get("Message");
                }
            } catch (ExactJson.Malformed e) {
                // Told below.
            }
            return Texts.of("the answer cannot be used");
        }
        if (text.contains("Failed to connect")) {
            return Texts.of("the service that gives them cannot be reached");
        }
        return Texts.of("the library failed ({0})", problem.getClass().getSimpleName());
    }

    /** Our credentials as the library's provider, for a role that is taken on with them. */
    private record Source(Supplier<Credentials> source) implements AlibabaCloudCredentialsProvider {
        @Override
        public CredentialModel getCredentials() {
            Credentials from = source.get();
            CredentialModel.Builder model = CredentialModel.builder()
                    .accessKeyId(from.accessKeyId())
                    .accessKeySecret(from.accessKeySecret())
                    .providerName(from.provider())
                    .type(from.token() == null ? "access_key" : "sts");
            return from.token() == null ? model.build() : model.securityToken(from.token()).build();
        }

        @Override
        public String getProviderName() {
            return "dwx";
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
