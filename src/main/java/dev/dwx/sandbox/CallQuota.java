package dev.dwx.sandbox;

import dev.dwx.catalog.Edition;
import dev.dwx.catalog.OperationName;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Counts the calls of each account and refuses those beyond its edition. A call counts once its caller is known,
 * whether it succeeds or not. Seconds and days are those of the clock in the service's time zone, UTC+8.
 */
final class CallQuota {
    private static final long SECONDS_OF_DAY = 86_400;
    private static final long ZONE_SECONDS = 8 * 3_600;

    private static final Set<String> READS =
            Set.of("Check", "Describe", "Download", "Find", "Get", "List", "Preview", "Query", "Search");

    /**
     * Why a call is refused.
     *
     * @param fault in the service's terms
     * @param retryAfterMillis when to try again, 0 when it is no use today
     */
    record Refusal(ServiceFault fault, long retryAfterMillis) {
    }

    private static final class Count {
        private long second;
        private int reads;
        private int writes;
        private long day;
        private int today;
    }

    private final Edition edition;
    private final Map<String, Count> counts = new HashMap<>();

    CallQuota(Edition edition) {
        this.edition = edition;
    }

    /** Counts a call; the reason when it is one too many, otherwise {@code null}. */
    synchronized Refusal take(String accountId, String operation, Instant now) {
        if (edition == Edition.UNLIMITED) {
            return null;
        }
        Count count = counts.computeIfAbsent(accountId, key -> new Count());
        long second = now.getEpochSecond();
        long day = Math.floorDiv(second + ZONE_SECONDS, SECONDS_OF_DAY);
        if (count.day != day) {
            count.day = day;
            count.today = 0;
        }
        if (count.second != second) {
            count.second = second;
            count.reads = 0;
            count.writes = 0;
        }
        count.today++;
        if (edition.callsPerDay() > 0 && count.today > edition.callsPerDay()) {
            return new Refusal(new ServiceFault(429, "Throttling.Api.Risk",
                    "Request was denied due to api risk control: the calls of today are used up."), 0);
        }
        boolean read = isRead(operation);
        if (read) {
            count.reads++;
        } else {
            count.writes++;
        }
        boolean shared = edition.shared();
        int used = shared ? count.reads + count.writes : read ? count.reads : count.writes;
        if (used > (read ? edition.readsPerSecond() : edition.writesPerSecond())) {
            long wait = 1000 - now.toEpochMilli() % 1000;
            return new Refusal(new ServiceFault(429, "Throttling.User",
                    "Request was denied due to user flow control."), wait);
        }
        return null;
    }

    private static boolean isRead(String operation) {
        return READS.contains(OperationName.of(operation).verb());
    }
}
