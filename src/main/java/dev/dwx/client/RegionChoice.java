package dev.dwx.client;

import dev.dwx.client.credentials.CredentialChain;
import java.util.Map;
import java.util.Optional;

/**
 * The region to work in and who chose it.
 *
 * @param id region id, {@code cn-shanghai}
 * @param origin {@code option}, {@code ALIBABA_CLOUD_REGION_ID} or {@code profile}
 */
public record RegionChoice(String id, String origin) {
    /**
     * The option, else {@code ALIBABA_CLOUD_REGION_ID}, else what the profile in use names.
     *
     * @param option what the user asked for, or {@code null}
     * @param environment environment variables
     * @param profiles where profiles are looked up, or {@code null} for nowhere
     */
    public static Optional<RegionChoice> of(
            String option, Map<String, String> environment, CredentialChain profiles) {
        if (option != null && !option.isBlank()) {
            return Optional.of(new RegionChoice(option.strip(), "option"));
        }
        String variable = environment.get("ALIBABA_CLOUD_REGION_ID");
        if (variable != null && !variable.isBlank()) {
            return Optional.of(new RegionChoice(variable.strip(), "ALIBABA_CLOUD_REGION_ID"));
        }
        String profile = profiles == null ? null : profiles.profileRegion();
        return profile == null || profile.isBlank() ? Optional.empty()
                : Optional.of(new RegionChoice(profile.strip(), "profile"));
    }
}
