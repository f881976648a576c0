package dev.dwx.client.credentials;

import dev.dwx.json.ExactJson;
import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The configuration of the {@code aliyun} command line, {@code ~/.aliyun/config.json}, as a last convenience. */
final class CliConfigPlace {
    static final String NAME = "aliyun CLI";

    private static final Map<String, String> TYPES = Map.of("AK", "access_key", "StsToken", "sts",
            "RamRoleArn", "ram_role_arn", "EcsRamRole", "ecs_ram_role", "OIDC", "oidc_role_arn",
            "ChainableRamRoleArn", "ram_role_arn", "CredentialsURI", "credentials_uri");
    private static final Map<String, String> NAMES = Map.of("sts_token", "security_token",
            "ram_role_arn", "role_arn", "ram_session_name", "role_session_name", "ram_role_name", "role_name",
            "oidc_token_file", "oidc_token_file_path", "expired_seconds", "duration_seconds");

    private CliConfigPlace() {
    }

    static SourceState look(CredentialInputs inputs) {
        if (inputs.isOn("ALIBABA_CLOUD_CLI_PROFILE_DISABLED")) {
            return SourceState.absent(NAME, Texts.of("switched off by ALIBABA_CLOUD_CLI_PROFILE_DISABLED"));
        }
        Path file = file(inputs);
        if (!Files.isRegularFile(file)) {
            return SourceState.absent(NAME, Texts.of("there is no {0}", file));
        }
        Map<?, ?> config = config(file);
        String name = profileName(inputs, config);
        Map<?, ?> profile = profile(config, name);
        if (profile == null) {
            return SourceState.absent(NAME, Texts.of("{0} has no profile {1}", file, name));
        }
        String mode = String.valueOf(profile.get("mode"));
        if (!TYPES.containsKey(mode)) {
            return SourceState.absent(NAME, Texts.of("profile {0} of {1} has the mode {2}, which only the aliyun CLI itself can use",
                    name, file, mode));
        }
        return SourceState.found(NAME + " " + file + " (" + name + ")",
                credentials(inputs, file, config, name, new HashSet<>()));
    }

    /** The region of the profile in use, or {@code null}. */
    static String region(CredentialInputs inputs) {
        Path file = file(inputs);
        if (inputs.isOn("ALIBABA_CLOUD_CLI_PROFILE_DISABLED") || !Files.isRegularFile(file)) {
            return null;
        }
        Map<?, ?> config = config(file);
        Map<?, ?> profile = profile(config, profileName(inputs, config));
        return profile != null && profile.get("region_id") instanceof String region ? region : null;
    }

    private static Path file(CredentialInputs inputs) {
        return inputs.home().resolve(".aliyun").resolve("config.json");
    }

    private static String profileName(CredentialInputs inputs, Map<?, ?> config) {
        if (inputs.profile() != null) {
            return inputs.profile();
        }
        return config.get("current") instanceof String current && !current.isEmpty() ? current : "default";
    }

    private static Map<?, ?> config(Path file) {
        try {
            if (ExactJson.parse(Files.readString(file)) instanceof Map<?, ?> config) {
                return config;
            }
        } catch (IOException | ExactJson.Malformed e) {
            // Told below; the text may hold keys.
        }
        throw new CredentialException(Texts.of("{0} cannot be read as a JSON object", file));
    }

    private static Map<?, ?> profile(Map<?, ?> config, String name) {
        if (config.get("profiles") instanceof List<?> profiles) {
            for (Object each : profiles) {
                if (each instanceof Map<?, ?> profile && name.equals(profile.get("name"))) {
                    return profile;
                }
            }
        }
        return null;
    }

    private static Supplier<Credentials> credentials(
            CredentialInputs inputs, Path file, Map<?, ?> config, String name, Set<String> seen) {
        String place = Texts.of("profile {0} of {1}", name, file);
        Map<?, ?> profile = profile(config, name);
        if (profile == null) {
            throw new CredentialException(Texts.of("{0} has no profile {1}, which another one takes its key from", file, name));
        }
        if (!seen.add(name)) {
            throw new CredentialException(Texts.of("{0} takes its key from itself", place));
        }
        String mode = String.valueOf(profile.get("mode"));
        String type = TYPES.get(mode);
        if (type == null) {
            throw new CredentialException(Texts.of("{0} has the mode {1}, which only the aliyun CLI can use", place, mode));
        }
        ProfileKeys keys = new ProfileKeys(place, values(profile, type), inputs);
        Supplier<Credentials> source = null;
        if (mode.equals("ChainableRamRoleArn")) {
            source = credentials(inputs, file, config, keys.needed("source_profile"), seen);
        }
        return keys.credentials("cli_profile", source);
    }

    private static Map<String, String> values(Map<?, ?> profile, String type) {
        Map<String, String> values = new HashMap<>();
        for (Map.Entry<?, ?> entry : profile.entrySet()) {
            Object value = entry.getValue();
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                String name = entry.getKey().toString();
                values.put(NAMES.getOrDefault(name, name), value.toString());
            }
        }
        values.put("type", type);
        return values;
    }
}
