package dev.dwx.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Addresses for {@code ALIBABA_CLOUD_CREDENTIALS_URI}: {@code /api/v1/credentials/0} gives a temporary key that is
 * good for an hour, {@code …/1} one that has ended, {@code …/2} one without its token, {@code …/3} the good one after
 * twelve seconds, which is longer than the vendor's clients wait ({@code ?ms=} for another time).
 */
final class CredentialsPage {
    static final String PATH = "/api/v1/credentials/";
    private static final long SLOW_MILLIS = 12_000;
    private static final long SLOWEST_MILLIS = 60_000;

    private final SandboxKeys keys;
    private final InstantSource clock;

    CredentialsPage(SandboxKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    WireAnswer answer(WireRequest request) {
        String which = request.path().substring(PATH.length());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant later = now.plus(Duration.ofHours(1));
        return switch (which) {
            case "0" -> credentials(SandboxKeys.STS_ID, later, true);
            case "1" -> credentials(SandboxKeys.EXPIRED_STS_ID, now.minus(Duration.ofHours(1)), true);
            case "2" -> credentials(SandboxKeys.STS_ID, later, false);
            case "3" -> {
                Site.pause(delay(request));
                yield credentials(SandboxKeys.STS_ID, later, true);
            }
            default -> notFound();
        };
    }

    private WireAnswer credentials(String id, Instant expiration, boolean withToken) {
        SandboxKey key = keys.find(id);
        if (key == null) {
            return notFound();
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Code", "Success");
        body.put("AccessKeyId", key.id());
        body.put("AccessKeySecret", key.secret());
        if (withToken) {
            body.put("SecurityToken", key.token());
        }
        body.put("Expiration", expiration.toString());
        return WireAnswer.json(200, body);
    }

    private static WireAnswer notFound() {
        return WireAnswer.json(404, Map.of("Code", "Failed"));
    }

    private static long delay(WireRequest request) {
        try {
            List<Map.Entry<String, String>> query = request.query();
            for (Map.Entry<String, String> pair : query) {
                if (pair.getKey().equals("ms")) {
                    return Math.max(0, Math.min(SLOWEST_MILLIS, Long.parseLong(pair.getValue())));
                }
            }
        } catch (ServiceFault | NumberFormatException e) {
            return SLOW_MILLIS;
        }
        return SLOW_MILLIS;
    }
}
