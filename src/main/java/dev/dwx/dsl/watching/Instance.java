package dev.dwx.dsl.watching;

import dev.dwx.json.JsonWalk;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A task instance as a board shows it.
 *
 * @param id 64 bits
 * @param status as the service spells it
 * @param due when the schedule wants it; {@code null} when it is not told, as the other moments
 * @param run how often it has run; 0 when that is not told
 */
public record Instance(long id, String task, String status, String owner, Instant due, Instant started, Instant finished, int run) {

    /** As {@code ListTaskInstances} tells of it; {@code null} for what has no id. */
    public static Instance of(Map<?, ?> fields) {
        Long id = number(fields.get("Id"));
        Long run = number(fields.get("RunNumber"));
        return id == null ? null : new Instance(id, text(fields, "TaskName"), text(fields, "Status"), text(fields, "Owner"),
                moment(fields.get("TriggerTime")), moment(fields.get("StartedTime")), moment(fields.get("FinishedTime")),
                run == null ? 0 : run.intValue());
    }

    private static String text(Map<?, ?> fields, String name) {
        String text = JsonWalk.text(fields, name);
        return text == null ? "" : text;
    }

    private static Long number(Object value) {
        return value instanceof Long || value instanceof Integer ? Long.valueOf(((Number) value).longValue())
                : value instanceof BigInteger big && big.bitLength() < Long.SIZE ? Long.valueOf(big.longValue()) : null;
    }

    private static Instant moment(Object value) {
        Long millis = number(value);
        return millis == null || millis <= 0 ? null : Instant.ofEpochMilli(millis);
    }

    /** How long it has run, to its end or until now; {@code null} before it has begun. */
    public Duration took(Instant now) {
        Instant end = finished != null && started != null && !finished.isBefore(started) ? finished : isRunning() ? now : null;
        return started == null || end == null || end.isBefore(started) ? null : Duration.between(started, end);
    }

    /** Whether it runs now. */
    public boolean isRunning() {
        return status.equals("Running");
    }

    /** Whether it has come to an end. */
    public boolean isOver() {
        return status.equals("Success") || status.equals("Failure");
    }
}
