package dev.dwx.sandbox;

import dev.dwx.catalog.Edition;
import dev.dwx.sandbox.fault.CallPattern;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the calls of each account and refuses those beyond its edition. A call counts for its second and its day once its
 * caller is known, whether it succeeds or not; for the month only when it succeeds. Seconds, days and months are those of
 * the clock in the service's time zone, UTC+8.
 */
final class CallQuota {
    private static final long SECONDS_OF_DAY = 86_400;
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    /**
     * Why a call is refused.
     *
     * @param fault in the service's terms
     * @param retryAfterMillis when to try again, 0 when it is no use today
     */
    record Refusal(ServiceFault fault, long retryAfterMillis) {
    }

    /**
     * What an account has used.
     *
     * @param edition the edition in force
     * @param today calls of the day
     * @param thisMonth successful calls of the month
     */
    record Used(Edition edition, long today, long thisMonth) {
    }

    private static final class Count {
        private long second;
        private int reads;
        private int writes;
        private long day;
        private long today;
        private int month;
        private long thisMonth;

        void at(Instant now) {
            long day = Math.floorDiv(now.getEpochSecond() + ZONE.getTotalSeconds(), SECONDS_OF_DAY);
            if (this.day != day) {
                this.day = day;
                today = 0;
                LocalDate date = LocalDate.ofEpochDay(day);
                int month = date.getYear() * 12 + date.getMonthValue();
                if (this.month != month) {
                    this.month = month;
                    thisMonth = 0;
                }
            }
            if (second != now.getEpochSecond()) {
                second = now.getEpochSecond();
                reads = 0;
                writes = 0;
            }
        }
    }

    private final Edition initial;
    private final Map<String, Count> counts = new HashMap<>();
    private volatile Edition edition;

    CallQuota(Edition edition) {
        initial = edition;
        this.edition = edition;
    }

    /** Whether calls are counted at all. */
    boolean counts() {
        return edition != Edition.UNLIMITED;
    }

    /** Plays another edition from now on; the counts begin anew. */
    synchronized void play(Edition other) {
        edition = other;
        counts.clear();
    }

    /** Back to the edition that it began with. */
    void reset() {
        play(initial);
    }

    /** Lets an account have used so much already; -1 leaves a count as it is. */
    synchronized void used(String accountId, long today, long thisMonth, Instant now) {
        Count count = count(accountId, now);
        count.today = today < 0 ? count.today : today;
        count.thisMonth = thisMonth < 0 ? count.thisMonth : thisMonth;
    }

    /** What an account has used by now. */
    synchronized Used used(String accountId, Instant now) {
        Count count = count(accountId, now);
        return new Used(edition, count.today, count.thisMonth);
    }

    private Count count(String accountId, Instant now) {
        Count count = counts.computeIfAbsent(accountId, key -> new Count());
        count.at(now);
        return count;
    }

    /** Counts a call; the reason when it is one too many, otherwise {@code null}. */
    Refusal take(String accountId, String operation, Instant now) {
        return counts() ? counted(accountId, operation, now) : null;
    }

    private synchronized Refusal counted(String accountId, String operation, Instant now) {
        Count count = count(accountId, now);
        count.today++;
        if (edition.callsPerDay() > 0 && count.today > edition.callsPerDay()) {
            return new Refusal(new ServiceFault(429, "Throttling.Api.Risk",
                    "Request was denied due to api risk control: the calls of today are used up."), 0);
        }
        // An edition without a limit for the day goes on beyond the free calls, for a price.
        if (edition.callsPerDay() > 0 && edition.freePerMonth() > 0 && count.thisMonth >= edition.freePerMonth()) {
            return new Refusal(new ServiceFault(429, "Throttling.Resource",
                    "Request was denied due to resource flow control: the free calls of this month are used up."), 0);
        }
        boolean read = CallPattern.isRead(operation);
        if (read) {
            count.reads++;
        } else {
            count.writes++;
        }
        int calls = edition.shared() ? count.reads + count.writes : read ? count.reads : count.writes;
        if (calls > (read ? edition.readsPerSecond() : edition.writesPerSecond())) {
            long wait = 1000 - now.toEpochMilli() % 1000;
            return new Refusal(new ServiceFault(429, "Throttling.User",
                    "Request was denied due to user flow control."), wait);
        }
        return null;
    }

    /** Counts a call that has succeeded, for the month. */
    void succeeded(String accountId, Instant now) {
        if (counts()) {
            synchronized (this) {
                count(accountId, now).thisMonth++;
            }
        }
    }
}
