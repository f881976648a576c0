package dev.dwx.client.limits;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has been counted for one account in one region: the last day on which it called, and the month of that day.
 *
 * @param day of the service's zone
 * @param calls of that day, failed ones included
 * @param usedUp whether the service said that this day's calls are used up
 * @param succeeded successful calls of that day's month
 */
record LedgerRow(LocalDate day, long calls, boolean usedUp, long succeeded) {

    /**
     * Something that happened to an account in a region on a day.
     *
     * @param calls how many more
     * @param succeeded how many of the month's succeeded
     * @param usedUp whether the day is used up from now on, {@code null} when nothing was said of it
     */
    record Change(long calls, long succeeded, Boolean usedUp) {
        Change and(Change later) {
            return new Change(calls + later.calls, succeeded + later.succeeded, later.usedUp == null ? usedUp : later.usedUp);
        }
    }

    /** A row with nothing counted yet. */
    static LedgerRow empty(LocalDate day) {
        return new LedgerRow(day, 0, false, 0);
    }

    /** The row as it counts on a day: a later day begins anew, and so does one before it, which a wrong clock has left behind. */
    LedgerRow on(LocalDate today) {
        if (day.equals(today)) {
            return this;
        }
        return new LedgerRow(today, 0, false, ServiceDay.month(day).equals(ServiceDay.month(today)) ? succeeded : 0);
    }

    /**
     * With what happened on a day. What comes late, from a process that noted it before midnight and writes it after, still counts
     * for its month.
     */
    LedgerRow with(Change change, LocalDate when, LocalDate today) {
        LedgerRow row = day.isAfter(today) || when.isAfter(day) ? on(when) : this;
        if (row.day.equals(when)) {
            return new LedgerRow(when, Math.max(0, row.calls + change.calls), change.usedUp == null ? row.usedUp : change.usedUp,
                    Math.max(0, row.succeeded + change.succeeded));
        }
        return ServiceDay.month(row.day).equals(ServiceDay.month(when))
                ? new LedgerRow(row.day, row.calls, row.usedUp, Math.max(0, row.succeeded + change.succeeded)) : row;
    }

    /** As it is written. */
    Map<String, Object> written(LedgerKey key) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("account", key.account());
        object.put("region", key.region());
        object.put("day", day.toString());
        object.put("calls", calls);
        object.put("usedUp", usedUp);
        object.put("succeededThisMonth", succeeded);
        return object;
    }

    /** @throws IllegalArgumentException or another runtime exception when it is no row */
    static LedgerRow read(Map<?, ?> object) {
        LedgerRow row = new LedgerRow(LocalDate.parse((String) object.get("day")), number(object.get("calls")),
                (Boolean) object.get("usedUp"), number(object.get("succeededThisMonth")));
        if (row.calls < 0 || row.succeeded < 0) {
            throw new IllegalArgumentException("a count is negative");
        }
        return row;
    }

    private static long number(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw new IllegalArgumentException("a count is no number");
    }
}
