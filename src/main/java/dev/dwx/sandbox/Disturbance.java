package dev.dwx.sandbox;

import dev.dwx.sandbox.fault.Fault;
import dev.dwx.sandbox.fault.KnownCodes;
import java.time.Duration;

/**
 * Something that goes wrong with one call, on demand: the usual ones of a bad day, by name. {@link Sandbox#disturb} puts them in
 * line; each call takes the next. {@link Sandbox#fault} can do more.
 */
public enum Disturbance {
    /** Nothing: the call goes through. */
    NONE(Fault.of(Fault.Shape.AS_IS)),
    /** 502 with the HTML page of a proxy. */
    BAD_GATEWAY_PAGE(Fault.of(Fault.Shape.HTML)),
    /** 503 without a body. */
    EMPTY_UNAVAILABLE(Fault.of(Fault.Shape.EMPTY).withStatus(503)),
    /** 503 {@code ServiceUnavailable} in the service's own form. */
    UNAVAILABLE(refused(503, "ServiceUnavailable")),
    /** 500 {@code InternalError} in the service's own form. */
    INTERNAL_ERROR(refused(500, "InternalError")),
    /** 429 {@code Throttling.User} with {@code x-acs-retry-after: 50}, which is in milliseconds. */
    THROTTLED(refused(429, "Throttling.User").with("x-acs-retry-after", "50")),
    /** 400 with the numeric throttling code {@code 9990020002}, as DataWorks also does it. */
    THROTTLED_BY_NUMBER(refused(400, "9990020002")),
    /** 429 {@code Throttling.Api.Risk}: the calls of the day are used up. */
    DAY_USED_UP(refused(429, "Throttling.Api.Risk")),
    /** The connection closes without an answer, before anything was done. */
    DROPPED(Fault.of(Fault.Shape.CUT_BEFORE)),
    /** The work is done, then the connection closes without an answer. */
    DROPPED_AFTER_WORK(Fault.of(Fault.Shape.CUT_AFTER)),
    /** The work is done, then the connection closes in the middle of the answer. */
    CUT(Fault.of(Fault.Shape.CUT_BODY)),
    /** The work is done, the status is 200, the body empty. */
    EMPTY_BODY(Fault.of(Fault.Shape.EMPTY)),
    /** The work is done and the answer comes a second late. */
    SLOW(Fault.of(Fault.Shape.AS_IS).withDelay(Duration.ofSeconds(1)));

    private final Fault fault;

    Disturbance(Fault fault) {
        this.fault = fault;
    }

    private static Fault refused(int status, String code) {
        return Fault.refused(status, code, KnownCodes.message(code));
    }

    /** What goes wrong. */
    public Fault fault() {
        return fault;
    }

    /** Whether the call has its effect all the same. */
    public boolean afterWork() {
        return this != NONE && fault.worked();
    }
}
