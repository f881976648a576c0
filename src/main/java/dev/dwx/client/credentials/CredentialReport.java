package dev.dwx.client.credentials;

import dev.dwx.texts.Texts;
import java.time.Instant;
import java.util.List;

/**
 * Which source of credentials is used and which were passed over.
 *
 * @param source name of the source that won, or {@code null} when none did
 * @param kind what kind of credentials it gave, or {@code null}
 * @param maskedId key id with its middle hidden, or {@code null}
 * @param expires when they end, or {@code null} for never or not known
 * @param skipped the sources before it, in order, each with the reason
 * @param problem why there are none, or {@code null}
 */
public record CredentialReport(
        String source, Credentials.Kind kind, String maskedId, Instant expires, List<Skipped> skipped,
        String problem) {

    /**
     * A source that was passed over.
     *
     * @param source its name
     * @param reason why it was not used
     */
    public record Skipped(String source, String reason) {
    }

    public CredentialReport {
        skipped = List.copyOf(skipped);
    }

    static CredentialReport given(Credentials credentials) {
        return new CredentialReport("given", credentials.kind(), credentials.masked(), credentials.expires(),
                List.of(), null);
    }

    /** The report as lines a person can read. */
    public List<String> lines() {
        List<String> lines = new java.util.ArrayList<>();
        if (source != null) {
            lines.add(Texts.of("used: {0} ({1}{2})", source, maskedId, expires == null ? "" : Texts.of(", until {0}", expires)));
        }
        for (Skipped each : skipped) {
            lines.add(Texts.of("passed over: {0}: {1}", each.source(), each.reason()));
        }
        if (problem != null) {
            lines.add(Texts.of("problem: {0}", problem));
        }
        return lines;
    }
}
