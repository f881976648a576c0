package dev.dwx.client.credentials;

import dev.dwx.texts.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The shared credentials file: {@code ALIBABA_CLOUD_CREDENTIALS_FILE}, else {@code ~/.alibabacloud/credentials}, else
 * {@code ~/.alibabacloud/credentials.ini}, which is the only name that the vendor's Java library knows. A profile
 * counts only with {@code enable = true}.
 */
final class SharedFilePlace {
    static final String NAME = "shared file";

    private SharedFilePlace() {
    }

    static SourceState look(CredentialInputs inputs) {
        Path file = file(inputs);
        if (file == null) {
            return SourceState.absent(NAME, Texts.of("there is no {0}", inputs.home().resolve(".alibabacloud/credentials")));
        }
        String profile = inputs.profile() == null ? "default" : inputs.profile();
        Map<String, String> values = sections(file).get(profile);
        if (values == null) {
            return SourceState.absent(NAME, Texts.of("{0} has no profile [{1}]", file, profile));
        }
        if (!"true".equalsIgnoreCase(values.get("enable"))) {
            return SourceState.absent(NAME, Texts.of("profile [{0}] of {1} is not switched on; it needs the line: enable = true", profile,
                    file));
        }
        ProfileKeys keys = new ProfileKeys(Texts.of("profile [{0}] of {1}", profile, file), values, inputs);
        return SourceState.found(NAME + " " + file + " [" + profile + "]", keys.credentials("profile", null));
    }

    /** The region of the profile in use, or {@code null}. */
    static String region(CredentialInputs inputs) {
        Path file = file(inputs);
        if (file == null) {
            return null;
        }
        Map<String, String> values = sections(file).get(inputs.profile() == null ? "default" : inputs.profile());
        return values == null || !"true".equalsIgnoreCase(values.get("enable")) ? null : values.get("region_id");
    }

    private static Path file(CredentialInputs inputs) {
        String named = inputs.variable("ALIBABA_CLOUD_CREDENTIALS_FILE");
        if (named != null) {
            Path file = Path.of(named);
            if (!Files.isRegularFile(file)) {
                throw new CredentialException(Texts.of("ALIBABA_CLOUD_CREDENTIALS_FILE names {0}, and there is no such file", file));
            }
            return file;
        }
        Path first = inputs.home().resolve(".alibabacloud").resolve("credentials");
        if (Files.isRegularFile(first)) {
            return first;
        }
        Path second = inputs.home().resolve(".alibabacloud").resolve("credentials.ini");
        return Files.isRegularFile(second) ? second : null;
    }

    private static Map<String, Map<String, String>> sections(Path file) {
        try {
            return IniFile.parse(Files.readString(file));
        } catch (IOException e) {
            throw new CredentialException(Texts.of("{0} cannot be read as text", file));
        }
    }
}
