package dev.dwx.time.schedule;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Map;

/**
 * The two clocks of an instance: the moment it is meant to fire, fixed when the instance is made and not moved by queueing, and the
 * business date, the day whose data it works on.
 *
 * @param scheduled in the zone of the node; only down to the second
 * @param businessDate the day before the scheduled one, unless somebody says otherwise
 * @param today the day on which it really runs: {@code $bizmonth} looks at it
 * @param ids what {@code $jobid}, {@code $nodeid} and {@code $taskid} stand for, by these names without the dollar sign, where known
 */
public record ScheduledMoment(ZonedDateTime scheduled, LocalDate businessDate, LocalDate today, Map<String, String> ids) {
    public ScheduledMoment {
        scheduled = scheduled.withNano(0);
        ids = Map.copyOf(ids);
    }

    /** An instance that runs on the day for which it was scheduled. */
    public static ScheduledMoment at(ZonedDateTime scheduled) {
        return new ScheduledMoment(scheduled, scheduled.toLocalDate().minusDays(1), scheduled.toLocalDate(), Map.of());
    }

    public ScheduledMoment withIds(Map<String, String> known) {
        return new ScheduledMoment(scheduled, businessDate, today, known);
    }

    /** As at another day of work: what a backfill of a past business date is. */
    public ScheduledMoment on(LocalDate day) {
        return new ScheduledMoment(scheduled, businessDate, day, ids);
    }
}
