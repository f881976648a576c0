package dev.dwx.client.limits;

import dev.dwx.catalog.Edition;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * How an account stands in one region: what its edition allows and what of it this machine has seen used. Other machines and other
 * keys of the same account use the same allowance unseen, so the count is never too high and may be too low.
 *
 * @param edition the account's edition, or {@code null} when it was not said
 * @param region region id, {@code cn-shanghai}
 * @param today calls of today, failed ones included
 * @param month successful calls of this calendar month
 * @param usedUp whether the service itself has said that today's calls are used up
 * @param heeded whether a used-up day keeps calls from being sent
 * @param dayEnds when the service begins to count anew
 */
public record Standing(
        Edition edition, String region, long today, long month, boolean usedUp, boolean heeded, Instant dayEnds) {

    /** Nothing is limited, and nothing counted. */
    public static Standing free(String region) {
        return new Standing(Edition.UNLIMITED, region, 0, 0, false, false, Instant.MAX);
    }

    /** Calls that are left today; empty when nothing limits them, as far as is known. */
    public OptionalLong left() {
        if (!heeded) {
            return OptionalLong.empty();
        }
        if (usedUp) {
            return OptionalLong.of(0);
        }
        return callsPerDay() == 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(0, callsPerDay() - today));
    }

    /** Calls of a day by the edition, 0 for any number or when the edition is not known. */
    public int callsPerDay() {
        return edition == null ? 0 : edition.callsPerDay();
    }

    /** {@code 1,000}, the same in every country. */
    public static String grouped(long count) {
        StringBuilder digits = new StringBuilder(Long.toString(count));
        for (int i = digits.length() - 3; i > 0 && digits.charAt(i - 1) != '-'; i -= 3) {
            digits.insert(i, ',');
        }
        return digits.toString();
    }
}
